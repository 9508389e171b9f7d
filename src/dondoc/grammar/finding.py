"""Many words found in one pass over a text, piece by piece where it is long: a search needs eight bytes a letter."""

from collections.abc import Iterable, Iterator, Sequence

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

_PIECE = 200_000
# The table of so few words is small; that of thousands takes many megabytes.
_FEW = 200


class Finder:
    """A search for ``words``: the longest ones, without overlap, or all of them where they may ``overlap``."""

    __slots__ = ("_automaton", "_longest", "_overlap")

    def __init__(self, words: Sequence[str], *, overlap: bool = False) -> None:
        kind = MatchKind.Standard if overlap else MatchKind.LeftmostLongest
        way = Implementation.DFA if len(words) <= _FEW else Implementation.ContiguousNFA
        self._automaton = AhoCorasick(words, matchkind=kind, implementation=way)
        self._longest = max(map(len, words))
        self._overlap = overlap

    def find(self, text: str) -> Iterable[tuple[int, int, int]]:
        """Return the index of each word found in ``text``, with where it begins and ends, in order."""
        if len(text) <= _PIECE:
            return self._automaton.find_matches_as_indexes(text, overlapping=self._overlap)
        return self._piecewise(text)

    def _piecewise(self, text: str) -> Iterator[tuple[int, int, int]]:
        """The same: a word that begins in one piece is found there even if it ends in the next."""
        begin = 0
        while begin < len(text):
            piece = text[begin : begin + _PIECE + self._longest]
            behind = begin + _PIECE
            for word, start, end in self._automaton.find_matches_as_indexes(piece, overlapping=self._overlap):
                if start < _PIECE:
                    yield word, begin + start, begin + end
                    behind = behind if self._overlap else max(behind, begin + end)
            begin = behind
