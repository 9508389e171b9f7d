"""An installation stated wrongly: one sentence that names what to mend, no traceback, nothing begun."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from dondoc.office.stated import NotUnderstood, database, whole_number

OPEN = "from dondoc.office.opening import open_office; open_office(); print('opened')"
SECRET = "khong-duoc-lo"


def opened(data: Path, **stated: str) -> "subprocess.CompletedProcess[str]":
    """A process that opens the office of the folder ``data``."""
    hidden = ("DATABASE_URL", "DONDOC_DATA", "DJANGO_SETTINGS_MODULE")
    surroundings = {name: value for name, value in os.environ.items() if name not in hidden}
    return subprocess.run(
        [sys.executable, "-c", OPEN],
        capture_output=True,
        text=True,
        env=surroundings | {"DONDOC_DATA": str(data)} | stated,
        check=False,
    )


def test_a_sound_installation_opens(tmp_path: Path) -> None:
    assert opened(tmp_path).stdout == "opened\n"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DONDOC_SMTP", "thu.thuangiang.example:hai lăm"),
        ("DONDOC_SMTP_TLS", "có"),
        ("DONDOC_SESSION_HOURS", "mười hai"),
        ("DONDOC_MAX_SESSIONS", "0"),
        ("DATABASE_URL", f"máy chủ kia, mật khẩu {SECRET}"),
        ("DATABASE_URL", f"postgres://office:{SECRET}@127.0.0.1:cổng/dondoc"),
        ("DATABASE_URL", f"postgres://office:{SECRET}@127.0.0.1:1/dondoc"),
    ],
)
def test_what_is_stated_wrongly_is_named_in_one_sentence(tmp_path: Path, name: str, value: str) -> None:
    told = opened(tmp_path, **{name: value})
    assert (told.returncode, told.stdout) == (1, "")
    assert name in told.stderr
    assert told.stderr.count("\n") == 1
    assert SECRET not in told.stderr


def test_a_damaged_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "dondoc.sqlite3").write_text("không phải cơ sở dữ liệu " * 20)
    told = opened(tmp_path)
    assert told.returncode == 1
    assert str(tmp_path / "dondoc.sqlite3") in told.stderr
    assert told.stderr.count("\n") == 1


def test_numbers_are_whole_and_positive() -> None:
    assert whole_number({}, "DONDOC_MAX_SESSIONS", 5) == 5
    assert whole_number({"DONDOC_MAX_SESSIONS": " 8 "}, "DONDOC_MAX_SESSIONS", 5) == 8
    for wrong in ("0", "-1", "1,5", "²"):
        with pytest.raises(NotUnderstood):
            whole_number({"DONDOC_MAX_SESSIONS": wrong}, "DONDOC_MAX_SESSIONS", 5)


def test_the_embedded_database_lies_in_the_data_folder(tmp_path: Path) -> None:
    assert database({}, tmp_path)["NAME"] == str(tmp_path / "dondoc.sqlite3")
