"""The command line, run in-process on real files: what it prints, and how it ends."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import load_workbook
from typer.testing import CliRunner

from dondoc.cli import app

NOTICE = """THÔNG BÁO

Kết luận của Chủ tịch UBND tỉnh Thuận Giang tại phiên họp UBND tỉnh tháng 9/2026

Chủ tịch UBND tỉnh kết luận, chỉ đạo như sau:

1. Sở Tài chính chủ trì, phối hợp với Kho bạc Nhà nước khu vực rà soát số dư tạm ứng, báo cáo trước ngày 15/10/2026.

2. Công an tỉnh tăng cường tuần tra, kiểm soát trên các tuyến quốc lộ.

Nơi nhận:

- Như trên;
- Lưu: VT.
"""

REPORT = """BÁO CÁO

Tình hình kinh tế - xã hội tháng 9/2026

Tổng nợ thuế là 36,5 tỷ đồng (trong đó nợ có khả năng thu 20,25 tỷ đồng, nợ khó thu 11,25 tỷ đồng).

Thu quỹ phòng, chống thiên tai được 250 triệu đồng/1.000 triệu đồng, đạt 25% kế hoạch.
"""

runner = CliRunner()


@pytest.fixture
def notice(tmp_path: Path) -> Path:
    path = tmp_path / "thong-bao.txt"
    path.write_text(NOTICE, encoding="utf-8")
    return path


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "bao-cao.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    path = tmp_path / "hong.docx"
    path.write_bytes(b"PK\x03\x04 not a word document at all")
    return path


def test_one_file_as_json_is_one_object_with_source_offsets(notice: Path) -> None:
    result = runner.invoke(app, ["extract", "--json", str(notice)])
    assert result.exit_code == 0, result.output
    record = json.loads(result.stdout)
    assert set(record) >= {"document", "directives", "quantities", "checks"}
    first = record["directives"][0]
    assert first["lead"] == ["Sở Tài chính"]
    assert first["coordinating"] == ["Kho bạc Nhà nước khu vực"]
    assert first["deadline"]["by"] == "2026-10-14"
    assert "rà soát số dư tạm ứng" in NOTICE[first["start"] : first["end"]]


def test_several_files_as_json_are_one_line_each_and_a_bad_one_stops_nothing(
    notice: Path, broken: Path, report: Path
) -> None:
    result = runner.invoke(app, ["extract", "--json", str(notice), str(broken), str(report)])
    assert result.exit_code == 2
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert [Path(line["file"]).name for line in lines] == ["thong-bao.txt", "hong.docx", "bao-cao.txt"]
    assert "error" in lines[1]
    assert "directives" in lines[0]
    assert "quantities" in lines[2]
    assert "hong.docx: " in result.stderr
    assert "Traceback" not in result.output


def test_check_ends_like_a_linter(notice: Path, report: Path) -> None:
    assert runner.invoke(app, ["check", str(notice)]).exit_code == 0
    result = runner.invoke(app, ["check", str(report)])
    assert result.exit_code == 1
    assert "bao-cao.txt:5: SL101 lỗi: " in result.stdout
    assert "31,5" in result.stdout


def test_an_unreadable_file_outweighs_an_inconsistent_one(report: Path, broken: Path) -> None:
    assert runner.invoke(app, ["check", str(report), str(broken)]).exit_code == 2


def test_a_missing_file_gives_one_sentence(tmp_path: Path) -> None:
    result = runner.invoke(app, ["read", str(tmp_path / "khong-co.txt")])
    assert result.exit_code == 2
    assert result.stderr.strip().endswith("Không mở được tệp khong-co.txt; hãy kiểm tra lại đường dẫn và quyền đọc.")


def test_csv_has_a_row_a_fact(report: Path) -> None:
    result = runner.invoke(app, ["extract", "--csv", str(report)])
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    figures = [row for row in rows if row["kind"] == "quantities"]
    assert [row["text"] for row in figures][:3] == ["36,5 tỷ đồng", "20,25 tỷ đồng", "11,25 tỷ đồng"]
    assert {row["line"] for row in figures} == {"5", "7"}


def test_xlsx_holds_numbers_and_words_that_are_no_formulas(report: Path, tmp_path: Path) -> None:
    target = tmp_path / "ra.xlsx"
    assert runner.invoke(app, ["extract", "--xlsx", str(target), str(report)]).exit_code == 0
    book = load_workbook(target)
    assert book.sheetnames == ["Văn bản", "Nhiệm vụ", "Số liệu", "Đối chiếu"]
    values = [row[2] for row in book["Số liệu"].iter_rows(min_row=2, values_only=True)]
    assert 36_500_000_000 in values
    assert all(cell.data_type != "f" for sheet in book for row in sheet.iter_rows() for cell in row)


def test_explain_names_rules(notice: Path) -> None:
    plain = runner.invoke(app, ["extract", str(notice)])
    explained = runner.invoke(app, ["extract", "--explain", str(notice)])
    assert "Vì sao" in explained.stdout
    assert "Vì sao" not in plain.stdout


def test_two_forms_at_once_are_refused(notice: Path) -> None:
    result = runner.invoke(app, ["extract", "--json", "--csv", str(notice)])
    assert result.exit_code == 2
    assert "Chỉ chọn một trong" in result.output


@pytest.mark.parametrize("command", ["read", "extract", "check"])
def test_every_command_speaks_on_a_terminal(command: str, notice: Path) -> None:
    result = runner.invoke(app, [command, str(notice)])
    assert result.exit_code == 0, result.output
    assert "thong-bao.txt" in result.stdout


def test_standard_input_and_a_real_process(notice: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from dondoc.cli import app; app()", "extract", "--json", "-"],
        input=NOTICE.encode(),
        capture_output=True,
        check=True,
    )
    assert len(json.loads(done.stdout)["directives"]) == 2
