"""Roles and bases on lines of our own: what is reported, and what a task is about or aims at."""

from pathlib import Path

import pytest

from tests.extraction.quantity_lines import facts_of, overlap, unmark

FILES = (
    "role_lines.txt",
    "condition_lines.txt",
    "seen_role_lines.txt",
    "so_far_lines.txt",
    "base_lines.txt",
    "carried_role_lines.txt",
    "reckoned_role_lines.txt",
)
SAME_NAME = 0.6


def lines(name: str) -> list[tuple[str, bool]]:
    """Each line of a file, and whether it is one of those left alone."""
    written = Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()
    return [(line.removeprefix("- "), line.startswith("- ")) for line in written if line and line[0] not in "#@"]


@pytest.mark.parametrize("name", FILES)
def test_some_are_left_alone(name: str) -> None:
    alone = [line for line, left in lines(name) if left]
    assert 4 * len(alone) >= len(lines(name)) - len(alone)


@pytest.mark.parametrize(("line", "task"), [(line, name == FILES[1]) for name in FILES for line, _ in lines(name)])
def test_line(line: str, task: bool) -> None:
    content, marks = unmark(line)
    found = facts_of(content, period="2024-09", task=task).quantities
    assert marks
    for mark in marks:
        quantity = next((one for one in found if one.span.start <= mark.start + 2 and mark.start < one.span.end), None)
        assert quantity is not None, f"not read: {mark.words}"
        assert quantity.role == mark.role, (mark, quantity.role)
        assert not mark.base or (quantity.base or "-") == mark.base, (mark, quantity.base)
        assert not mark.name or overlap(quantity.indicator, mark.name) >= SAME_NAME, (mark, quantity.indicator)
