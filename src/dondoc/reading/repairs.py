"""What reading mends in words that came as letters, each mend recorded and undoable, no digit ever touched.

Mends         letters of old fonts (TCVN3, VNI) pasted into a Unicode file · UTF-8 read as Windows letters (á»§ → ủ)
              · letters of other scripts that look like ours (Сở with a Cyrillic С, Ðồng with an Icelandic Ð)
              · slips of recognition in set words (Thông nhất giao → Thống nhất giao)
Leaves alone  words wholly in another script, tone placement (hoà, hòa: the rules know both), every figure
"""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from dondoc.reading.encoding import legacy_encoding, legacy_words
from dondoc.reading.phrases import is_otherwise, misspelled
from dondoc.reading.rewriting import Change, rewritten
from dondoc.text import Text

_SLIPS = Path(__file__).with_name("slips.toml")
_FOREIGN = re.compile(r"[ÐðƉɖ\u0370-\u03ff\u0400-\u04ff\uff21-\uff3a\uff41-\uff5a]")
_WORD = re.compile(r"[^\W\d_]+")
_WIDE = (*range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))
_LOOKS_LIKE = str.maketrans(
    "АВЕЅІЈКМНОРСТХУаеѕіјорсхуүΑΒΕΖΗΙΚΜΝΟΡΤΥΧονɖƉðÐ"
    + "".join(map(chr, [*range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B)])),
    "ABESIJKMHOPCTXYaesijopcxyyABEZHIKMNOPTYXovđĐđĐ" + "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
)
_OURS = re.compile(r"[A-Za-zÀ-ỹ]")
_LONE = frozenset("ÐðƉɖ")
_LAST = re.compile(r"\S+ ?\Z")
_FIGURE = re.compile(r"\W?\d")
_NEAR = 24
_STRETCH = 100_000
_FEWEST_KINDS = 2


def repaired(text: Text) -> Text:
    """``text`` with its damaged words mended; ``Text.repairs`` says which."""
    legacy = legacy_encoding(text.content)
    if legacy is not None:
        found = (
            Change(start, end, words, f"legacy-{legacy}") for start, end, words in legacy_words(text.content, legacy)
        )
        text = rewritten(text, found)
    damaged = [
        Change(start + change.start, start + change.end, change.after, change.rule)
        for start, words in _stretches(text.content)
        for change in (*find_homoglyphs(words), *find_slips(words))
    ]
    return rewritten(text, damaged)


def _stretches(content: str) -> Iterator[tuple[int, str]]:
    """Yield ``content`` in whole lines and pieces of a bounded size: what is made of a piece is soon forgotten."""
    start = 0
    while start < len(content):
        end = content.find("\n", start + _STRETCH) + 1 or len(content)
        yield start, content[start:end]
        start = end


def find_homoglyphs(content: str) -> Iterator[Change]:
    """Yield the letters of other scripts that stand in words of ours, word by word."""
    if _FOREIGN.search(content) is None:
        return
    for match in _WORD.finditer(content):
        word = match[0]
        if _FOREIGN.search(word) is None:
            continue
        after = word.translate(_LOOKS_LIKE)
        ours = any(letter in _LONE or _OURS.match(letter) for letter in word)
        if ours and _FOREIGN.search(after) is None:
            yield Change(*match.span(), after, "homoglyph")


class _Slip(NamedTuple):
    wrong: str
    right: str
    not_after: frozenset[str] = frozenset()
    after_figure: bool = False
    is_plain: bool = True


@cache
def _slips() -> tuple[AhoCorasick, list[_Slip]]:
    known = [
        _Slip(wrong, entry["right"], frozenset(entry.get("not_after", ())), entry.get("after_figure", False))
        for entry in tomllib.loads(_SLIPS.read_text("utf-8"))["slip"]
        for wrong in entry["wrong"]
    ]
    listed = {slip.wrong for slip in known}
    known += [_Slip(wrong, " ".join(right), is_plain=False) for wrong, right in misspelled() if wrong not in listed]
    return AhoCorasick([slip.wrong for slip in known], matchkind=MatchKind.LeftmostLongest), known


def find_slips(content: str) -> Iterator[Change]:
    """Yield set words that recognition misread, in the capitals they are written in.

    A phrase that only lacks its right marks may be the writer's own: one alone is left as it is.
    """
    found = list(_seen_slips(content))
    is_poor = len({slip.wrong for slip, _, _ in found}) >= _FEWEST_KINDS
    for slip, start, end in found:
        if slip.is_plain or is_poor:
            yield Change(start, end, _cased(slip.right, content[start:end]), "slip")


def _seen_slips(content: str) -> Iterator[tuple[_Slip, int, int]]:
    small = content.lower()
    if len(small) != len(content):  # a letter of another alphabet whose small form is two: offsets would not hold
        return
    automaton, known = _slips()
    for index, start, end in automaton.find_matches_as_indexes(small):
        slip = known[index]
        if small[start - 1 : start].isalnum() or small[end : end + 1].isalpha():
            continue
        before = _LAST.search(small, max(start - _NEAR, 0), start)
        last = before[0].rstrip() if before else ""
        if last in slip.not_after or (slip.after_figure and not _FIGURE.match(last)):
            continue
        if slip.is_plain or not _is_otherwise(slip, content, start, end):
            yield slip, start, end


def _is_otherwise(slip: _Slip, content: str, start: int, end: int) -> bool:
    """Whether what looks like a phrase is a name, or two other words."""
    first, second = slip.right.split(" ")
    is_name = all(word.istitle() for word in content[start:end].split(" "))
    return is_name or is_otherwise((first, second), content[max(start - _NEAR, 0) : start])


def _cased(right: str, seen: str) -> str:
    """``right`` with the capitals of ``seen``, word by word."""
    return " ".join(
        wanted.upper() if word.isupper() and len(word) > 1 else wanted.capitalize() if word[:1].isupper() else wanted
        for wanted, word in zip(right.split(" "), seen.split(" "), strict=True)
    )
