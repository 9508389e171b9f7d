"""A short run of ``python -m benchmarks.fuzz``, which tries as many in a night as there is time for."""

import socket
from pathlib import Path

import pytest

from benchmarks.fuzz.formats import FORMATS, IMAGES
from benchmarks.fuzz.runner import inputs, run
from benchmarks.fuzz.watch import watched
from dondoc.reading.scan import is_installed

COUNT = {
    "txt": 100,
    "html": 100,
    "docx": 250,
    "pdf": 60,
    "xlsx": 150,
    "ods": 150,
    "xls": 100,
    "rtf": 150,
    "odt": 150,
    "doc": 150,
    "zip": 100,
    "eml": 100,
    "edxml": 100,
} | dict.fromkeys(IMAGES, 12)


@pytest.mark.parametrize(
    "form",
    [
        pytest.param(form, marks=pytest.mark.skipif(form in IMAGES and not is_installed(), reason="no Tesseract"))
        for form in FORMATS
    ],
)
def test_damaged_files_give_facts_or_the_error(form: str) -> None:
    outcome = run(form, COUNT[form], seed=7)
    assert outcome.failures == []
    assert outcome.read > COUNT[form] // 20
    assert outcome.read + outcome.refused == COUNT[form]


@pytest.mark.parametrize("form", ["docx", "xlsx", "eml", "edxml", "zip"])
def test_an_input_can_be_made_again(form: str) -> None:
    assert list(inputs(form, 3, 1)) == list(inputs(form, 3, 1)) != list(inputs(form, 3, 2))


def test_files_written_and_calls_made_are_seen(tmp_path: Path) -> None:
    with watched() as seen:
        (tmp_path / "a").write_bytes(b"")
        (tmp_path / "a").read_bytes()
        with pytest.raises(OSError), socket.socket() as line:
            line.connect(("127.0.0.1", 1))
    assert [what.split()[0] for what in seen] == ["writes", "socket.connect"]
