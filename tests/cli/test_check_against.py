"""``dondoc check NEW --against OLD``: the same rules without an office."""

import json
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dondoc.cli import app
from tests.checking.across.stated import HEAD

runner = CliRunner()
NOW, BEFORE = date(2026, 10, 28), date(2026, 9, 28)


def write(folder: Path, issued: date, line: str) -> str:
    path = folder / f"bao-cao-{issued}.txt"
    number = issued.month * 10
    head = HEAD.format(number=number, day=issued.day, month=issued.month, year=issued.year, of=issued.month)
    path.write_text(head + line, encoding="utf-8")
    return str(path)


def across(folder: Path, now: str, before: str, *more: str) -> list[tuple[str, str]]:
    arguments = [
        "check",
        write(folder, NOW, now),
        "--against",
        write(folder, BEFORE, before),
        "--format",
        "json",
        *more,
    ]
    result = runner.invoke(app, arguments)
    assert result.exit_code in (0, 1), result.output
    found = json.loads(result.stdout)["findings"]
    return [(each["rule"], each["message"]) for each in found if each["rule"].startswith("LV")]


def test_a_figure_of_the_earlier_file_is_held_against_the_new_one(tmp_path: Path) -> None:
    line = "Doanh nghiệp thành lập mới lũy kế 9 tháng {} doanh nghiệp."
    (found,) = across(tmp_path, line.format("1.837"), line.format("1.650"))
    assert found[0] == "LV701"
    assert "văn bản số 90/BC-UBND ngày 28/9/2026 ghi 1.650 doanh nghiệp" in found[1]


@pytest.mark.parametrize(
    ("now", "before"),
    [
        ("Lũy kế 9 tháng có 540 hồ sơ.", "Lũy kế 9 tháng có 120 hồ sơ."),
        ("Xuất khẩu tôm 9 tháng đạt 120 triệu USD.", "Xuất khẩu cá tra 9 tháng đạt 95 triệu USD."),
    ],
)
def test_what_may_be_two_things_is_left_alone(tmp_path: Path, now: str, before: str) -> None:
    assert across(tmp_path, now, before) == []


def test_rules_across_documents_can_be_switched_off(tmp_path: Path) -> None:
    line = "Doanh nghiệp thành lập mới lũy kế 9 tháng {} doanh nghiệp."
    assert across(tmp_path, line.format("1.837"), line.format("1.650"), "--ignore", "LV") == []


def test_an_earlier_file_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    broken = tmp_path / "cu.docx"
    broken.write_bytes(b"PK\x03\x04 no package")
    new = write(tmp_path, NOW, "Thu ngân sách đạt 120 tỷ đồng.")
    assert runner.invoke(app, ["check", new, "--against", str(broken)]).exit_code == 2
