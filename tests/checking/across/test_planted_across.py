"""Slips planted in a sample report that only last month's report can reveal."""

from pathlib import Path

import pytest

import dondoc
import dondoc.office
from dondoc.checking.across.files import find_contradictions
from dondoc.extraction import extract
from dondoc.facts import Facts
from dondoc.reading.plain import read_plain

DOCUMENTS = Path(dondoc.office.__file__).parent / "sample" / "documents"
SWAPPED = [
    ("1.395 tỷ", "1.935 tỷ", "LV705", "1.395 tỷ đồng"),
    ("14.043 tỷ", "14.403 tỷ", "LV705", "14.043 tỷ đồng"),
    ("9.610 tỷ", "9.160 tỷ", "LV705", "9.610 tỷ đồng"),
    ("85.130 tỷ", "81.530 tỷ", "LV705", "85.130 tỷ đồng"),
    ("198 doanh", "189 doanh", "LV705", "198 doanh nghiệp"),
    ("1.650 doanh", "1.560 doanh", "LV705", "1.650 doanh nghiệp"),
    ("1.778 triệu", "1.788 triệu", "LV705", None),
    ("486 ca", "468 ca", "LV704", None),
    ("26 ca", "62 ca", "LV704", None),
]


@pytest.fixture(scope="module")
def august() -> Facts:
    return dondoc.extract(dondoc.read(DOCUMENTS / "2026-08-27-bao-cao-thang-8.txt"))


@pytest.fixture(scope="module")
def september() -> str:
    return dondoc.read(DOCUMENTS / "2026-09-28-bao-cao-9-thang.docx").content


@pytest.mark.parametrize(("right", "wrong", "rule", "mend"), SWAPPED)
def test_a_slip_is_found_once_with_what_was_meant(
    august: Facts, september: str, right: str, wrong: str, rule: str, mend: str | None
) -> None:
    assert september.count(right) >= 1
    facts = extract(read_plain(september.replace(right, wrong, 1)))
    assert [(one.rule, one.mend) for one in find_contradictions(facts, [("august", august)])] == [(rule, mend)]


def test_the_clean_report_has_none(august: Facts, september: str) -> None:
    assert find_contradictions(extract(read_plain(september)), [("august", august)]) == []
