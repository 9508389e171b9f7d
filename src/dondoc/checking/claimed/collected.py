"""What the members of a list come to together, told behind them: "ba loại này", "năm mặt hàng nêu trên".

Finds         đàn trâu 1.520 con, đàn bò 2.310 con, đàn lợn 5.440 con; tổng đàn ba loại này là 9.720 con (9.270)
              nhất là phường A 4,1 tỷ đồng, phường B 2,3 tỷ đồng, phường C 1,9 tỷ đồng; ba nơi này góp 3,8 tỷ đồng
Leaves alone  lists that have more or fewer members than the words say · hai nhóm này tăng 2%: nothing is added
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from dondoc.checking.arithmetic.relation import Relation, holds, value_of
from dondoc.checking.names.additive import adds_up
from dondoc.checking.names.wording import same_unit
from dondoc.checking.nearest.known import Known
from dondoc.checking.scene import Scene

_WORDS = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9, "mười": 10}
_THESE = re.compile(
    rf"(?<![\w.,/])(?P<number>\d{{1,2}}|{'|'.join(_WORDS)})\s(?P<noun>[^\W\d_]+(?:\s[^\W\d_]+){{0,3}}?)\s"
    r"(?:dẫn đầu |đứng đầu )?(?:này|(?:nêu|kể|nói) trên|vừa (?:nêu|kể|nói))\b",
    re.IGNORECASE,
)
_MEAN = re.compile(r"(?:bình quân|trung bình)[^,;.]{0,25}\Z", re.IGNORECASE)
_CHANGED = re.compile(r"\b(?:tăng|giảm|chiếm|bằng|đạt tỷ lệ|còn|mới|thêm)\b", re.IGNORECASE)
_REACH, _FAR, _BACK = 14, 45, 40


class Collection(NamedTuple):
    """How many members the words name, where they stand, the members, and what they come to or have in the mean."""

    number: int
    noun: str
    start: int
    end: int
    members: list[int]
    result: int | None
    is_mean: bool


def collections(scene: Scene) -> Iterator[Collection]:
    """Yield the lists that words behind them sum up, with the members of the unit of what they come to."""
    content = scene.facts.text.content
    for match in _THESE.finditer(content):
        number = _WORDS.get(match["number"].lower()) or int(match["number"])
        first = bisect_left(scene.starts, match.end())
        own = bisect_left(scene.starts, match.start())
        result = None
        if first < len(scene.figures) and scene.starts[first] - match.end() <= _FAR:
            words = content[match.end() : scene.starts[first]]
            if scene.is_amount(first) and not re.search(r"[;.(]", words) and not _CHANGED.search(words):
                result = first
        members = _members(scene, own, result)
        mean = _MEAN.search(content[max(match.start() - _BACK, 0) : match.start()]) is not None
        mean = mean or (result is not None and _MEAN.search(content[match.end() : scene.starts[result]]) is not None)
        yield Collection(number, match["noun"], match.start(), match.end(), members, result, mean)


def _members(scene: Scene, own: int, result: int | None) -> list[int]:
    """The figures in the unit of the result right before, of one sentence."""
    found: list[int] = []
    if result is None:
        return found
    for place in range(own - 1, max(own - 1 - _REACH, -1), -1):
        if found and scene.sentence[place] != scene.sentence[found[-1]]:
            break
        if scene.sentence[own - 1] - scene.sentence[place] > 0 and not found:
            break
        figure = scene.figures[place]
        if figure.role in ("change", "rank") or scene.has_closed(place, own - 1 if place < own - 1 else own):
            continue
        if not same_unit(figure, scene.figures[result]):
            continue
        found.append(place)
    return found[::-1]


def find(scene: Scene, known: Known) -> Iterator[Relation]:
    """Yield the sums of lists that the words behind them count and that do not come out."""
    for one in collections(scene):
        if one.result is None or one.is_mean or len(one.members) < max(one.number, 2):
            continue
        result = scene.figures[one.result]
        if result.id in known.by_result or result.id in known.wrong or not adds_up(scene, one.result):
            continue
        members = [scene.figures[place] for place in one.members]
        if any(holds(Relation("sum", tuple(members[at:]), result, "")) for at in range(len(members) - 1)):
            continue
        parts = tuple(members[-one.number :])
        total = sum(map(value_of, parts), Decimal(0))
        if max(map(value_of, parts)) < value_of(result) <= 2 * total:
            yield Relation("sum", parts, result, "sum.these", tied=True, likely=True, certain=True)
