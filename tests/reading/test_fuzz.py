"""A short run of ``benchmarks/fuzz.py``; the long one is done by hand."""

import pytest

from benchmarks.fuzz import FORMATS, IMAGES, inputs, run
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
    assert outcome.read > COUNT[form] // 20 or form == "png"  # whose checksums tell nearly every damage
    assert outcome.read + outcome.refused == COUNT[form]


def test_an_input_can_be_made_again() -> None:
    assert list(inputs("docx", 3, 1)) == list(inputs("docx", 3, 1)) != list(inputs("docx", 3, 2))
