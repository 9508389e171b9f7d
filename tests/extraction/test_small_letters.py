"""Patterns that are matched against small letters, which is faster than ignoring case, hold small letters only."""

import re

import pytest

from dondoc.extraction.directives import bounds, clauses, issued, lines, regions
from dondoc.extraction.quantities import names

SMALL = {
    "product": bounds._PRODUCT,
    "acknowledged": clauses._ACKNOWLEDGED,
    "kernel": issued._KERNEL,
    "effect": lines._EFFECT,
    "reports": lines._REPORTS,
    "task": regions._TASK,
    "result": regions._RESULT,
    "definitions": regions._DEFINITIONS,
    "end of a name": names._END,
    "start of a name": names._START,
}


@pytest.mark.parametrize("pattern", SMALL.values(), ids=SMALL)
def test_no_capital_could_be_missed(pattern: re.Pattern[str]) -> None:
    words = re.sub(r"\\.|\(\?P<", "", pattern.pattern)
    assert words == words.lower()
    assert not pattern.flags & re.IGNORECASE
