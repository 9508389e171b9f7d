"""Spellings of one word brought together, without moving a character.

Finds         hoà / hòa · UỶ BAN / Ủy ban · dash for hyphen · a line break or a no-break space for a space
Leaves alone  the length of the text: an offset in the key is an offset in the text
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

from dondoc.grammar.anchors import lowered

# In an open syllable one style marks the first vowel of oa, oe, uy (hòa), the other the second (hoà). A closed syllable
# (hoàn) is always marked as the second style does, so that style is the one that can stand for both.
_TONES = tuple(
    (old, new)
    for old, new in zip(
        ["òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy"],
        ["oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ"],
        strict=True,
    )
)
_NEW_TONE = dict(_TONES)
# The class comes first: the search then looks at nothing but these letters.
_OLD_TONE = re.compile("[òóỏõọùúủũụ](?:(?<=[òóỏõọ])[ae]|(?<=[ùúủũụ])y)")
# For character classes: a range such as "À-Ỹ" would take small letters too.
CAPITALS = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
SMALL = CAPITALS.replace("A-Z", "").lower() + "a-z"
_BLANKS = "\n\t\r\xa0\u202f\u2009"
_DASHES = "–—‐‑−"


def search_key(text: str) -> str:
    """Return ``text`` in lower case with one spelling of tones, blanks and dashes, as long as ``text``."""
    key = lowered(text)
    for blank in _BLANKS:
        key = key.replace(blank, " ")
    for dash in _DASHES:
        key = key.replace(dash, "-")
    return _OLD_TONE.sub(lambda found: _NEW_TONE[found[0]], key)


@lru_cache(maxsize=2)
def text_key(text: str) -> str:
    """The key of a whole text, kept for the readers that go over it one after the other."""
    return search_key(text)


def key_pattern(pattern: str) -> re.Pattern[str]:
    """Compile ``pattern``, written in any style of tones, to match search keys."""
    for old, new in _TONES:
        pattern = pattern.replace(old, new)
    return re.compile(pattern)


def longest_of(words: Iterable[str]) -> str:
    """A pattern for the longest of ``words`` at a place: a tree of letters, so that no letter is looked at twice.

    >>> longest_of(["sở", "sở ngành", "sân"])
    's(?:ân|ở(?: ngành)?)'
    """
    return _branch(sorted({search_key(word) for word in words}), optional=False)


def _branch(words: list[str], *, optional: bool) -> str:
    """The pattern of sorted ``words``; ``optional`` where one of them ends before the first letter."""
    if not words:
        return ""
    branches = []
    for _, same in groupby(words, key=itemgetter(0)):
        group = list(same)
        shared = _shared(group[0], group[-1])
        rest = [word[len(shared) :] for word in group]
        branches.append(
            re.escape(shared).replace(r"\ ", " ") + _branch([one for one in rest if one], optional="" in rest)
        )
    if len(branches) == 1 and not optional:
        return branches[0]
    return f"(?:{'|'.join(branches)})" + ("?" if optional else "")


def _shared(first: str, last: str) -> str:
    """The letters with which both words begin, and so all words sorted between them."""
    length = next((at for at, (one, other) in enumerate(zip(first, last, strict=False)) if one != other), len(first))
    return first[:length]


@lru_cache(maxsize=2048)
def fold(text: str) -> str:
    """Return ``text`` in lower case without any mark, đ as d: "Sở Tài chính" is "so tai chinh"."""
    bare = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(character for character in bare if not unicodedata.combining(character))
