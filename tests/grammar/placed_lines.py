"""Marked lines whose answers stand at a place: a find is right where it overlaps the marked words with the same value.

``[words|answer]``; ``[words|skip]`` marks what may or may not be found, ``[words|one alt other]`` two right answers.
"""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dondoc.grammar.context import TimeContext
from dondoc.text import Span

_MARK = re.compile(r"\[([^\[\]|]*)\|([^\[\]]*)\]")
_LINES = Path(__file__).parent / "lines"


@dataclass(frozen=True, slots=True)
class Placed:
    """A line, the marked places with their answers, and the document it stands in."""

    line: str
    answers: tuple[tuple[Span, str], ...]
    context: TimeContext


def read_placed(name: str) -> list[Placed]:
    """The lines of ``lines/NAME.txt``; "@ 2023-11-22 2023-11" sets the document's day and period from there."""
    found: list[Placed] = []
    context = TimeContext()
    for raw in (_LINES / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if raw.startswith("@"):
            day, period = raw[1:].split()
            context = TimeContext(date.fromisoformat(day), period, int(period[:4]))
        elif raw and not raw.startswith("# "):
            found.append(_placed(raw, context))
    return found


def _placed(raw: str, context: TimeContext) -> Placed:
    line, answers, position = "", [], 0
    for match in _MARK.finditer(raw):
        line += raw[position : match.start()]
        answers.append((Span(len(line), len(line) + len(match[1])), match[2]))
        line += match[1]
        position = match.end()
    return Placed(line + raw[position:], tuple(answers), context)


def differences(placed: Placed, found: list[tuple[Span, str]]) -> list[str]:
    """What is missed and what is found beyond the marks; empty where the line is read right."""
    left = list(found)
    wrong: list[str] = []
    for span, answer in placed.answers:
        if answer == "skip":
            left = [(at, value) for at, value in left if not at.overlaps(span)]
            continue
        allowed = answer.split(" alt ")
        right = next((pair for pair in left if pair[0].overlaps(span) and pair[1] in allowed), None)
        if right is None:
            wrong.append(f"missed {placed.line[span.start : span.end]!r} ({answer})")
        else:
            left.remove(right)
    return wrong + [f"found {placed.line[at.start : at.end]!r} ({value})" for at, value in left]
