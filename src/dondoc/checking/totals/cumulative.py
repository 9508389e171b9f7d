"""A figure of a longer stretch of the year that those of its shorter ones make.

Finds         9 tháng 5.344,6 tỷ đồng; tháng 10 ước 485,9 tỷ đồng; lũy kế 10 tháng 5.830,5 tỷ đồng
              lũy kế đến hết tháng 4 là 412,5 tỷ đồng; tháng 5 là 88,3 tỷ đồng; lũy kế 5 tháng 500,8 tỷ đồng
              tháng 1 đạt 0,93 tỷ m3, ước tháng 2 đạt 0,73 tỷ m3; tính chung 2 tháng 1,66 tỷ m3
              quý I thu 2.150 tỷ đồng, quý II thu 2.430 tỷ đồng; 6 tháng thu 4.580 tỷ đồng
Leaves alone  tháng 10 ước 485,9 tỷ đồng, lũy kế 5.830,5 tỷ đồng: the months before are not stated
"""

import re
from collections import deque
from collections.abc import Iterator

from dondoc.checking.arithmetic.relation import Relation, value_of
from dondoc.checking.names.wording import same_unit
from dondoc.checking.scene import Scene

_WORDS = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10, "mười một": 11}
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_STRETCH = re.compile(
    r"""(?:(?<![0-9/.,])(?P<months>[0-9]{1,2})|\b(?P<word>mười\ một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười))
            \s+tháng(?!\s+[0-9])(?:\s+(?:đầu|(?P<late>cuối))\s+năm)?(?![^\W\d_]*\s+[0-9]{1,2}\s+tháng)
        |(?P<until>đến\s+(?:hết\s+|cuối\s+)?)?(?<![0-9]\s)\btháng\s+(?P<month>[0-9]{1,2})\b
        |\bquý\s+(?P<quarter>iv|i{1,3}|[1-4])\b""",
    re.VERBOSE,
)
_REST = re.compile(r"(?:/[0-9]{4}|,?\s+năm\s+[0-9]{4})?[^;.()0-9]{0,40}\Z")
_REACH = 6


def find(scene: Scene) -> Iterator[Relation]:
    """Yield the stretches of the year against those that make them, all in one paragraph."""
    known: dict[int, dict[tuple[int, int], int]] = {}
    for index in sorted(scene.told_by("tháng", "quý")):
        figure = scene.figures[index]
        if figure.unit in ("%", None) or figure.role in ("change", "plan"):
            continue
        months = _months(scene.before(index, 100).lower())
        if months is None:
            continue
        block = scene.block[index]
        for run in _made_of(months, set(known.get(block, ()))):
            places = [known[block][stretch] for stretch in run]
            if index - min(places) > _REACH or not all(same_unit(scene.figures[at], figure) for at in places):
                continue
            parts = tuple(scene.figures[place] for place in places)
            near = value_of(parts[0]) > 0 and all(scene.sentence[at] == scene.sentence[index] for at in places)
            yield Relation("sum", parts, figure, "sum.cumulative", certain=False, likely=near, tied=near)
            break
        known.setdefault(block, {})[months] = index


def _months(words: str) -> tuple[int, int] | None:
    """The first and the last month that the figure behind ``words``, in small letters, is of."""
    found = next(iter(deque(_STRETCH.finditer(words), maxlen=1)), None)
    if found is None or _REST.fullmatch(words, found.end()) is None:
        return None
    if found["quarter"]:
        last = 3 * _QUARTERS[found["quarter"]]
        return last - 2, last
    if found["month"]:
        last = int(found["month"])
        return (1 if found["until"] else last), last
    many = int(found["months"]) if found["months"] else _WORDS[" ".join(found["word"].split())]
    return (13 - many, 12) if found["late"] else (1, many)


def _made_of(months: tuple[int, int], stretches: set[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """The rows of two and more stretches, one behind the other, that fill ``months``; the longest first one first."""
    for stretch in sorted(stretches, key=lambda one: -one[1]):
        if stretch[0] != months[0] or stretch[1] >= months[1]:
            continue
        rest = stretch[1] + 1, months[1]
        if rest in stretches:
            yield [stretch, rest]
        for following in _made_of(rest, stretches):
            yield [stretch, *following]
