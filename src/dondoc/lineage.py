"""Which earlier task a sentence goes on with, and which open task a reported result speaks of.

Words are compared as pairs of neighbouring syllables without marks, since most Vietnamese words have two. A pair that
many tasks share ("dau tu", "trien khai") says little, one that few share says much. Nothing is decided here: what is
alike enough is offered to a person, with the words that it shares.

>>> tasks = ["Dọn vệ sinh kênh", "Rà soát số giường bệnh tuyến huyện"]
>>> nearest("Tiếp tục rà soát giường bệnh tuyến huyện", tasks)[0].index
1
"""

import math
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

CONTINUES = 0.34
SPEAKS_OF = 0.32
AT_LEAST = 2
_WORD = re.compile(r"[^\W_]+")
_MARKS = str.maketrans({"đ": "d", "Đ": "d"})
# Syllables that stand in every instruction and name no object.
_SAID_ALWAYS = frozenset(
    """
    tiep tuc chu tri phoi hop voi cac co quan don vi lien quan thuc hien trien khai tang cuong day nhanh day manh tap
    trung khan truong quyet liet chi dao huong dan don doc theo doi bao cao ket qua truoc ngay thang nam quy trong tren
    dia ban toan tinh va cua cho den tu theo nham bao dam dam duoc giao nhiem vu noi dung cong tac hoan thanh dung tien
    do ra soat tham muu ubnd uy ban nhan dan so ban nganh xa phuong thi tran huyen thanh pho la co da duoc nhung mot so
    khac nay do khi tai ve len xuong hon sau trinh xem xet kip thoi thuong xuyen nghiem tuc
    """.split()  # noqa: SIM905 - reads as a list of words
)

# Of the names of offices, boards and hospitals, which say who and not what.
_SAID_TOGETHER = frozenset(
    {"van phong", "phong ubnd", "hoi dong", "quan ly", "ly du", "benh vien", "vien da", "da khoa", "khoa tinh"}
)
_FIGURE = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Alike:
    """A candidate that is alike: its place, how much (0 to 1), and the words shared, rarest first."""

    index: int
    score: float
    shared: tuple[str, ...]


def object_words(sentence: str) -> frozenset[str]:
    """Pairs of neighbouring syllables that name what is dealt with."""
    parted = unicodedata.normalize("NFD", sentence.translate(_MARKS).lower())
    bare = "".join(sign for sign in parted if not unicodedata.combining(sign))
    words = _WORD.findall(bare)
    pairs = set()
    for first, second in pairwise(words):
        if first in _SAID_ALWAYS and second in _SAID_ALWAYS:
            continue
        pairs.add(f"{first} {second}")
    return frozenset(pairs - _SAID_TOGETHER)


def nearest(sentence: str, candidates: Sequence[str], least: float = CONTINUES, most: int = 3) -> list[Alike]:
    """The candidates that deal with the same thing, most alike first; none below ``least``."""
    return nearest_of([sentence], candidates, least, most)[0]


def nearest_of(
    sentences: Iterable[str], candidates: Sequence[str], least: float = CONTINUES, most: int = 3
) -> list[list[Alike]]:
    """``nearest`` for many sentences; time grows with the words shared, not with the product of the lengths."""
    pool = [object_words(candidate) for candidate in candidates]
    places: dict[str, list[int]] = defaultdict(list)
    for index, words in enumerate(pool):
        for word in words:
            places[word].append(index)
    weight = {word: math.log(1 + len(pool) / len(found)) for word, found in places.items()}
    unseen = math.log(1 + len(pool)) if pool else 0.0
    masses = [sum(weight[word] for word in words) for words in pool]
    return [_ranked(object_words(sentence), places, weight, unseen, masses, least, most) for sentence in sentences]


def _ranked(
    words: frozenset[str],
    places: dict[str, list[int]],
    weight: dict[str, float],
    unseen: float,
    masses: list[float],
    least: float,
    most: int,
) -> list[Alike]:
    # Figures that no candidate has are news, not the name of what is dealt with.
    mass = sum(weight.get(word, 0.0 if _FIGURE.search(word) else unseen) for word in words)
    shared: dict[int, float] = defaultdict(float)
    common: dict[int, list[str]] = defaultdict(list)
    for word in words:
        for index in places.get(word, ()):
            shared[index] += weight[word]
            common[index].append(word)
    found = []
    for index, together in shared.items():
        # Over the shorter of the two: a report says in a long sentence what the task said in a short one.
        score = together / min(mass, masses[index]) if mass and masses[index] else 0.0
        if score >= least and len(common[index]) >= AT_LEAST:
            rarest = sorted(common[index], key=lambda word: (-weight[word], word))
            found.append(Alike(index, round(min(1.0, score), 3), tuple(rarest[:6])))
    found.sort(key=lambda alike: (-alike.score, alike.index))
    return found[:most]
