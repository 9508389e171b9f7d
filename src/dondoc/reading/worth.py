"""Whether words that a page's text layer holds are words at all.

A scanner's own recognition without Vietnamese, or a font whose letters are misnamed, leaves a layer that reads as
noise. A syllable of Vietnamese has one shape: consonants, up to three vowels, consonants.
"""

import re
from collections.abc import Iterable

_VOWELS = "aăâeêioôơuưyà-ãè-êìíò-õùúýĩũạ-ỹ"
_SYLLABLE = re.compile(
    rf"(?:ngh?|nh|g[hi]?|kh|ph|t[hr]?|ch?|qu?|[bdđhklmnprsvx])?[{_VOWELS}]{{1,3}}(?:ng|nh|ch|[cmnpt])?", re.IGNORECASE
)
_MARKED = re.compile(r"[ăâđêôơưà-ãè-êìíò-õùúýĩũạ-ỹ]", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_ODD = re.compile(r"[\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1f¤-¿]|[^\W\d_][#$^~{}|\\<>][^\W\d_]|\(cid:")
_SHORT = 6
_FEW = 20
_SAMPLE = 1_500
_ENGLISH_WORDS = "the of and to in for is that with on by as be are shall this"
_ENGLISH = frozenset(_ENGLISH_WORDS.split())
_MARKED_SHARE = 0.35


def worth(lines: Iterable[str]) -> float:
    """The share (0 to 1) of the words of ``lines`` that a Vietnamese office writes; 1 where too few tell."""
    text = " ".join(lines)[:_SAMPLE]
    words = [word for word in _WORD.findall(text) if not (word.isupper() and len(word) <= _SHORT)]
    if len(words) < _FEW:
        return 1.0
    spoken = sum(_SYLLABLE.fullmatch(word) is not None for word in words) / len(words)
    marked = sum(_MARKED.search(word) is not None for word in words) / len(words)
    odd = len(_ODD.findall(text)) / len(words)
    return max(0.0, min(spoken, 1.0) * min(marked / _MARKED_SHARE, 1.0) - odd)


def is_english(lines: Iterable[str]) -> bool:
    """Whether ``lines`` are plainly English, which is no noise."""
    words = _WORD.findall(" ".join(lines)[:_SAMPLE].lower())
    return sum(word in _ENGLISH for word in words) * 10 > len(words)
