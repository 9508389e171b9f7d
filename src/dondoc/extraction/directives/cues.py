"""Where the cues of the rules of this package stand in a document (the words: ``dondoc.grammar.cues``)."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import chain
from re import Match, Pattern

from dondoc.grammar.cues import INSTRUCTION, cue_places


class Cues:
    """Where the cues of each rule begin in a text of small letters, in order."""

    __slots__ = ("_places",)

    def __init__(self, low: str) -> None:
        places = cue_places(low)
        self._places = {rule: _together(*map(places.__getitem__, words)) for rule, words in INSTRUCTION.items()}

    def of(self, rule: str, start: int, end: int) -> Sequence[int]:
        """The places of the cues of ``rule`` that begin from ``start`` up to ``end``."""
        places = self._places[rule]
        first = bisect_left(places, start)
        return places[first : bisect_left(places, end, first)]

    def any(self, rule: str, start: int, end: int) -> bool:
        """Whether a cue of ``rule`` begins from ``start`` up to ``end``."""
        places = self._places[rule]
        first = bisect_left(places, start)
        return first < len(places) and places[first] < end

    def search(self, rule: str, pattern: Pattern[str], words: str, start: int, end: int) -> Match[str] | None:
        """The first match of ``pattern``, each of whose matches begins with a cue of ``rule``."""
        for place in self.of(rule, start, end):
            match = pattern.match(words, place, end)
            if match is not None:
                return match
        return None

    def matches(self, rule: str, pattern: Pattern[str], words: str, start: int, end: int) -> Iterator[Match[str]]:
        """The matches of ``pattern``, each of which begins with a cue of ``rule``, without overlap."""
        for place in self.of(rule, start, end):
            match = pattern.match(words, place, end) if place >= start else None
            if match is not None:
                start = match.end()
                yield match


def _together(*places: Sequence[int]) -> Sequence[int]:
    """All ``places``, in order."""
    return places[0] if len(places) == 1 else sorted(chain.from_iterable(places))
