"""Periods and names on lines of our own, one family of wordings a line; a third of the lines are left alone."""

from pathlib import Path

import pytest

from tests.extraction.quantity_lines import facts_of, overlap, unmark

FILES = (
    "period_lines.txt",
    "told_time_lines.txt",
    "target_lines.txt",
    "name_lines.txt",
    "listed_name_lines.txt",
    "settled_name_lines.txt",
    "field_name_lines.txt",
    "target_name_lines.txt",
    "thing_name_lines.txt",
)
SAME_NAME = 0.6


def lines(name: str) -> list[tuple[str, str, bool]]:
    """Each line of a file with what its document reports on, and whether it is one of those left alone."""
    found, period = [], ""
    for line in Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines():
        if line.startswith("@"):
            period = line[1:]
        elif line and not line.startswith("#"):
            found.append((line.removeprefix("- "), period, line.startswith("- ")))
    return found


@pytest.mark.parametrize("name", FILES)
def test_half_as_many_are_left_alone(name: str) -> None:
    alone = [one for one in lines(name) if one[2]]
    assert 2 * len(alone) >= (len(lines(name)) - len(alone)) * 0.8


@pytest.mark.parametrize(
    ("line", "period", "task"),
    [(line, period, name.startswith("target")) for name in FILES for line, period, _ in lines(name)],
)
def test_line(line: str, period: str, task: bool) -> None:
    content, marks = unmark(line)
    found = facts_of(content, period=period, task=task).quantities
    assert marks
    for mark in marks:
        quantity = next((one for one in found if one.span.start <= mark.start + 2 and mark.start < one.span.end), None)
        assert quantity is not None, f"not read: {mark.words}"
        assert not mark.role or quantity.role == mark.role, (mark, quantity.role)
        assert not mark.period or (quantity.period or "-") == mark.period, (mark, quantity.period)
        assert not mark.name or overlap(quantity.indicator, mark.name) >= SAME_NAME, (mark, quantity.indicator)
