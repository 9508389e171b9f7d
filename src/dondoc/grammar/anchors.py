"""Where a slow pattern is worth trying: around the words without which it cannot match."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain

from dondoc.grammar.cues import CHECKED, TIME, cue_places

_LONG = 2000
# The word that a pattern begins with, behind what it asks of the words before.
_OPENING = re.compile(r"(?:\(\?<[=!][^)]*\))?(?P<word>[^\W\d_]+)(?=\\s| |\Z)")
_CUES = frozenset((*TIME, *CHECKED))


def lowered(text: str) -> str:
    """``text`` in lower case, character for character (a letter whose small form is longer stays)."""
    length = len(text)
    if length > _LONG:
        return _lowered_text(text)
    low = text.lower()
    return low if len(low) == length else _letter_by_letter(text)


def _letter_by_letter(text: str) -> str:
    return "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)


@lru_cache(maxsize=2)
def _lowered_text(text: str) -> str:
    """The small letters of a whole text, kept for the readers that go over it one after the other."""
    low = text.lower()
    return low if len(low) == len(text) else _letter_by_letter(text)


def first_letters(words: str) -> frozenset[str]:
    """The first two small letters of ``words``: a place without them spares the pattern whose matches begin so."""
    return frozenset(word[:2] for word in words.split())


class Anchors:
    """Anchor words: each with the whole word that all its matches begin with, "" where there is none."""

    __slots__ = ("words",)

    def __init__(self, patterns: Iterable[str]) -> None:
        """Compile ``patterns``."""
        self.words = tuple((re.compile(pattern), _opening(pattern)) for pattern in patterns)


def anchors(*patterns: str) -> Anchors:
    """Anchor words; each pattern begins with a literal, which makes the search for it as fast as one for a string."""
    return Anchors(patterns)


def _opening(pattern: str) -> str:
    """The whole word that every match of ``pattern`` begins with, "" where there is none."""
    found = _OPENING.match(pattern)
    return found["word"] if found and found["word"] in _CUES else ""


@lru_cache(maxsize=16)
def _spans(low: str, anchored: Anchors) -> tuple[tuple[int, int], ...]:
    """Where the words stand in ``low``, in order; patterns that look around the same words come one after the other."""
    spans: list[tuple[int, int]] = []
    for word, opening in anchored.words:
        if opening:
            spans += [match.span() for at in cue_places(low)[opening] if (match := word.match(low, at)) is not None]
        else:
            spans += [match.span() for match in word.finditer(low)]
    if len(anchored.words) > 1:
        spans.sort()
    return tuple(spans)


def windows(low: str, words: Anchors, before: int, after: int) -> Iterator[tuple[int, int]]:
    """Stretches of ``low`` around each match of ``words``, in order; those that touch are one.

    The last may reach beyond the end, which a search takes for the end.
    """
    start = end = 0
    for first, last in _spans(low, words):
        if first - before > end:
            if end:
                yield start, end
            start = first - before
        if last + after > end:
            end = last + after
    if end:
        yield start, end


def find_near(
    pattern: re.Pattern[str], text: str, low: str, words: Anchors, before: int, after: int
) -> Iterator[re.Match[str]]:
    """Return the matches of ``pattern`` in ``text`` that lie near one of ``words`` in its small letters ``low``.

    A pattern that does not tell capitals from small letters is quicker where ``text`` is ``low`` itself.
    """
    spans = _spans(low, words)
    if not spans:
        return iter(())
    if len(spans) == 1:
        first, last = spans[0]
        return pattern.finditer(text, max(first - before, 0), last + after)
    return chain.from_iterable(pattern.finditer(text, *stretch) for stretch in windows(low, words, before, after))
