"""Roles, bases, names and periods on lines as offices of all levels write them, most of them one sentence.

The lines were written before the rules that read them. A line that begins with "?" is a known gap: it must fail.
"""

from pathlib import Path

import pytest

from tests.extraction.quantity_lines import facts_of, overlap, unmark

WRITTEN = Path(__file__).with_name("quantity_lines_written.txt")
SAME_NAME = 0.6


def lines() -> list[tuple[str, str, bool]]:
    """Each line with what its document reports on, and whether it is a known gap."""
    found, period = [], ""
    for line in WRITTEN.read_text(encoding="utf-8").splitlines():
        if line.startswith("@"):
            period = line[1:]
        elif line and not line.startswith("#"):
            found.append((line.removeprefix("?").removeprefix("- "), period, line.startswith("?")))
    return found


def test_a_quarter_leaves_alone() -> None:
    written = WRITTEN.read_text(encoding="utf-8").splitlines()
    assert len(lines()) >= 300
    assert sum(line.removeprefix("?").startswith("- ") for line in written) >= len(lines()) // 4


@pytest.mark.parametrize(
    ("line", "period"),
    [pytest.param(line, period, marks=pytest.mark.xfail(strict=True) if gap else ()) for line, period, gap in lines()],
)
def test_line(line: str, period: str) -> None:
    content, marks = unmark(line)
    found = facts_of(content, period=period).quantities
    for mark in marks:
        quantity = next((one for one in found if one.span.start <= mark.start + 2 and mark.start < one.span.end), None)
        assert quantity is not None, f"not read: {mark.words}"
        assert not mark.role or quantity.role == mark.role, mark
        assert not mark.base or (quantity.base or "-") == mark.base, mark
        assert not mark.period or (quantity.period or "-") == mark.period, mark
        assert not mark.name or overlap(quantity.indicator, mark.name) >= SAME_NAME, (mark, quantity.indicator)
