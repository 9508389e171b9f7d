"""Set phrases of office language whose marks recognition got wrong.

Mends         chủ trị → chủ trì · Lñy kế → Lũy kế · yêu câu → yêu cầu · Thông nhất → Thống nhất
Leaves alone  words in no phrase of the list, names, phrases whose letters differ beyond their marks, figures,
              "nhận thức hiện nay", which only looks like one
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import pairwise, product
from pathlib import Path

_WORD = re.compile(r"[^\W\d_]+")
_TAKEN_FOR = str.maketrans("đñ", "du")  # ũ is read as ñ
_NEAR = 12
_SHAPES = {"a": "aăâ", "e": "eê", "o": "oôơ", "u": "uư"}
_VOWELS = frozenset("aeiouy")
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_LIST = Path(__file__).with_name("phrases.txt")
_BEFORE = re.compile(r"(\w+) \Z")
# Words behind which the pair is two other words.
_OTHERWISE = {("thực", "hiện"): frozenset({"nhận", "tri", "kiến", "ý", "hình", "chính", "phương", "trí"})}
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
        if is_otherwise(right, words[: before.start()]):
            continue
        for match, wanted in zip((before, after), right, strict=True):
            if match.start() > done and _spelled_new(match[0].lower()) != wanted:
                done = match.start()
                yield match.start(), match.end(), _cased(wanted, match[0])


def is_otherwise(right: tuple[str, str], before: str) -> bool:
    """Whether what looks like the phrase ``right`` is two other words behind the words ``before``."""
    last = _BEFORE.search(before[-_NEAR:]) if right in _OTHERWISE else None
    return last is not None and last[1].lower() in _OTHERWISE[right]


def misspelled() -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield every pair of words that is a phrase of the list but for the marks of one word, and the phrase."""
    known = _known()
    rights = set(known.values())
    for right in rights:
        for index in (0, 1):
            for written in _marked(right[index]):
                pair = (written, right[1]) if index == 0 else (right[0], written)
                if _spelled_new(written) != right[index] and pair not in rights:
                    yield " ".join(pair), right


def _marked(word: str) -> Iterator[str]:
    """Yield ``word`` with every choice of marks that its letters can carry, one tone at most."""
    plain = "".join("đ" if letter == "đ" else bare(letter) for letter in word)
    for shapes in product(*(_SHAPES.get(letter, letter) for letter in plain)):
        yield "".join(shapes)
        for at, letter in enumerate(shapes):
            if plain[at] in _VOWELS:
                for tone in _TONES:
                    yield "".join((*shapes[:at], unicodedata.normalize("NFC", letter + tone), *shapes[at + 1 :]))


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
