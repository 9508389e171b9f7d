"""A short run of ``benchmarks/fuzz.py``; the long one is done by hand."""

import pytest

from benchmarks.fuzz import FORMATS, inputs, run

COUNT = {"txt": 100, "html": 100, "docx": 250, "pdf": 60}


@pytest.mark.parametrize("form", FORMATS)
def test_damaged_files_give_facts_or_the_error(form: str) -> None:
    outcome = run(form, COUNT[form], seed=7)
    assert outcome.failures == []
    assert outcome.read > COUNT[form] // 20
    assert outcome.read + outcome.refused == COUNT[form]


def test_an_input_can_be_made_again() -> None:
    assert list(inputs("docx", 3, 1)) == list(inputs("docx", 3, 1)) != list(inputs("docx", 3, 2))
