"""Agencies and provinces that ended by merger, with the day and the successor, read from ``ceased.csv``."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from ahocorasick_rs import AhoCorasick, MatchKind

from dondoc.text import Span


@dataclass(frozen=True, slots=True)
class Ceased:
    """``name`` did not exist any more from ``until`` on; ``successor`` took over; ``rule`` reports it."""

    name: str
    until: date
    successor: str
    rule: str


class CeasedNames:
    """The names with their short forms, looked for in one pass."""

    def __init__(self, names: dict[str, Ceased]) -> None:
        self._of = list(names.values())
        self._found = AhoCorasick(list(names), matchkind=MatchKind.LeftmostLongest)

    def found_in(self, content: str) -> Iterator[tuple[Span, Ceased]]:
        """Yield the places of whole names, in reading order."""
        for index, start, end in self._found.find_matches_as_indexes(content):
            if content[end : end + 1].isalnum() or content[start - 1 : start].isalnum():
                continue
            yield Span(start, end), self._of[index]


@cache
def ceased() -> CeasedNames:
    """The names, read once."""
    data = files("dondoc.lexicon").joinpath("ceased.csv").read_text(encoding="utf-8")
    names: dict[str, Ceased] = {}
    for row in csv.DictReader(data.splitlines()):
        rule = "CQ403" if row["kind"] == "tỉnh" else "CQ401"
        one = Ceased(row["name"], date.fromisoformat(row["until"]), row["successor"], rule)
        for form in (row["name"], *filter(None, row["short"].split("|"))):
            names[form] = one
    return CeasedNames(names)
