"""Whole-word phrases of the lexicon, looked up by the words that begin a stretch of text."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

_WORD = re.compile(r"[^\W_]+")
_NEXT_WORD = re.compile(r"[\s*_]+([^\W_]+)")
_LEAD_IN = re.compile(r"[\s*_“\"'‘(\[,;:–-]*")
_LONGEST = 5


@cache
def phrases(name: str) -> frozenset[str]:
    """The phrases of one list of ``verbs_of_instruction.toml``."""
    return _lexicon()[name]


@cache
def _lexicon() -> Mapping[str, frozenset[str]]:
    source = files("dondoc.lexicon").joinpath("verbs_of_instruction.toml").read_text(encoding="utf-8")
    table = tomllib.loads(source)
    return {
        name: frozenset(phrase.strip() for phrase in words.replace("\n", " ").split(";") if phrase.strip())
        for name, words in table.items()
    }


def skip_marks(content: str, start: int, end: int) -> int:
    """The offset of the first letter or digit of ``content`` from ``start`` on (bold marks, quotes, commas skipped)."""
    if start < end and content[start].isalnum():
        return start
    match = _LEAD_IN.match(content, start, end)
    return match.end() if match else start


@cache
def _entries(names: tuple[str, ...]) -> tuple[frozenset[str], Mapping[str, int]]:
    """The phrases of the named lists together, and for each word that begins one how many words the longest has."""
    together = frozenset().union(*(phrases(name) for name in names))
    longest: dict[str, int] = {}
    for words in (phrase.split(" ") for phrase in together):
        longest[words[0]] = max(longest.get(words[0], 1), min(len(words), _LONGEST))
    for words in (noun.split(" ") for noun in phrases("nouns")):
        if words[0] in longest:
            longest[words[0]] = max(longest[words[0]], len(words))
    return together, longest


def phrase_at(content: str, start: int, end: int, *names: str) -> int | None:
    """The end of the longest phrase of the named lists that stands at ``start``, or None.

    A noun that only begins like a phrase is none: "hạ tầng" is not "hạ".
    """
    together, longest = _entries(names)
    nouns = phrases("nouns")
    if start < end and not content[start].isalnum():
        start = skip_marks(content, start, end)
    match = _WORD.match(content, start, end)
    if match is None or (joined := match[0].lower()) not in longest:
        return None
    last = match.end()
    found = last if joined in together else None
    for _ in range(longest[joined] - 1):
        match = _NEXT_WORD.match(content, last, end)
        if match is None:
            break
        joined = f"{joined} {match[1].lower()}"
        last = match.end()
        if joined in together:
            found = last
        elif joined in nouns:
            found = None
    return found
