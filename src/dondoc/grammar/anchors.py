"""Where a slow pattern is worth trying: around the words without which it cannot match."""

import re
from collections.abc import Iterator

Anchors = tuple[re.Pattern[str], ...]


def lowered(text: str) -> str:
    """``text`` in lower case, character for character (a letter whose small form is longer stays)."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)


def anchors(*patterns: str) -> Anchors:
    """Anchor words; each pattern begins with a literal, which makes the search for it as fast as one for a string."""
    return tuple(re.compile(pattern) for pattern in patterns)


def windows(low: str, words: Anchors, before: int, after: int) -> Iterator[tuple[int, int]]:
    """Stretches of ``low`` around each match of ``words``, in order; those that touch are one."""
    spans = [match.span() for word in words for match in word.finditer(low)]
    if len(words) > 1:
        spans.sort()
    start = end = -1
    for first, last in spans:
        if first - before > end:
            if end >= 0:
                yield start, end
            start = max(0, first - before, end)
        end = max(end, min(len(low), last + after))
    if end >= 0:
        yield start, end


def find_near(
    pattern: re.Pattern[str], text: str, low: str, words: Anchors, before: int, after: int
) -> Iterator[re.Match[str]]:
    """Yield the matches of ``pattern`` in ``text`` that lie near one of ``words`` in its small letters ``low``."""
    for start, end in windows(low, words, before, after):
        yield from pattern.finditer(text, start, end)
