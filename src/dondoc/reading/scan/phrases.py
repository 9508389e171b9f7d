"""Set phrases of office language whose marks recognition got wrong.

Mends         chủ trị → chủ trì · Lñy kế → Lũy kế · yêu câu → yêu cầu · Thông nhất → Thống nhất
Leaves alone  words in no phrase of the list, names, phrases whose letters differ beyond their marks, figures
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

_WORD = re.compile(r"[^\W\d_]+")
_TAKEN_FOR = str.maketrans("đñ", "du")  # ũ is read as ñ
_LIST = Path(__file__).with_name("phrases.txt")
_OLDER = {"oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa", "uỷ": "ủy", "uý": "úy", "luỹ": "lũy", "tỉ": "tỷ"}


@cache
def _known() -> dict[tuple[str, str], tuple[str, str]]:
    """Each pair of neighbouring words of the list without its marks, and with them."""
    pairs: dict[tuple[str, str], tuple[str, str]] = {}
    for line in _LIST.read_text("utf-8").splitlines():
        for first, second in pairwise(line.split()):
            pairs[bare(first), bare(second)] = first, second
    return pairs


def bare(word: str) -> str:
    """``word`` in small letters without any marks."""
    letters = unicodedata.normalize("NFD", word.lower().translate(_TAKEN_FOR))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def find_slips(words: str) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, right) of the words in ``words`` whose phrase is plain and whose marks are wrong."""
    known = _known()
    found = list(_WORD.finditer(words))
    done = -1
    for before, after in pairwise(found):
        if after.start() - before.end() != 1 or words[before.end()] != " ":
            continue
        if before[0].istitle() and after[0].istitle():
            continue  # a name: Vân Phong, Thâm Quyến
        right = known.get((bare(before[0]), bare(after[0])))
        if right is None or any(
            _other_d(match[0], wanted) for match, wanted in zip((before, after), right, strict=True)
        ):
            continue
        for match, wanted in zip((before, after), right, strict=True):
            if match.start() > done and _spelled_new(match[0].lower()) != wanted:
                done = match.start()
                yield match.start(), match.end(), _cased(wanted, match[0])


def _other_d(word: str, wanted: str) -> bool:
    """Whether one begins with d, the other with đ: those are other words (dao, đạo)."""
    return (word[0] in "đĐ") != (wanted[0] == "đ")


def _spelled_new(word: str) -> str:
    """``word`` with its tone where the list has it; "hoà" and "hòa" are spellings of one word, neither a slip."""
    return next((word[: -len(older)] + newer for older, newer in _OLDER.items() if word.endswith(older)), word)


def _cased(wanted: str, word: str) -> str:
    """``wanted`` with the capitals of ``word``."""
    if word.isupper() and len(word) > 1:
        return wanted.upper()
    return wanted[0].upper() + wanted[1:] if word[0].isupper() else wanted
