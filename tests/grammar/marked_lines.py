"""Lines with their answers marked inside: ``Thu đạt [70 tỷ|70000000000 đồng].`` A line without a mark gives nothing."""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dondoc.grammar.context import TimeContext

_MARK = re.compile(r"\[([^\[\]|]*)\|([^\[\]]*)\]")
_LINES = Path(__file__).parent / "lines"


@dataclass(frozen=True, slots=True)
class Marked:
    """A line, what should be found in it (words, answer), and the document it stands in."""

    line: str
    answers: tuple[tuple[str, str], ...]
    context: TimeContext


def read_marked(name: str) -> list[Marked]:
    """The marked lines of ``lines/NAME.txt``; "@ 2023-11-22 2023-11" sets the document's day and period from there."""
    found: list[Marked] = []
    context = TimeContext()
    for raw in (_LINES / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if raw.startswith("@"):
            day, period = raw[1:].split()
            issued = date.fromisoformat(day) if day != "-" else None
            context = TimeContext(issued, None if period == "-" else period, int(period[:4]) if period != "-" else None)
        elif raw and not raw.startswith("# "):
            answers = tuple((words, answer) for words, answer in _MARK.findall(raw))
            found.append(Marked(_MARK.sub(r"\1", raw), answers, context))
    return found
