"""What the members of a list come to together, told behind them: "ba loại này", "năm mặt hàng nêu trên".

Finds         đàn trâu 1.520 con, đàn bò 2.310 con, đàn lợn 5.440 con; tổng đàn ba loại này là 9.720 con (9.270)
              nhất là phường A 4,1 tỷ đồng, phường B 2,3 tỷ đồng, phường C 1,9 tỷ đồng; ba nơi này góp 3,8 tỷ đồng
Leaves alone  lists that have more or fewer members than the words say · hai nhóm này tăng 2%: nothing is added
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from decimal import Decimal

from dondoc.checking.arithmetic.relation import Relation, holds, value_of
from dondoc.checking.names.additive import adds_up
from dondoc.checking.names.counted import COUNT, count_of
from dondoc.checking.names.wording import same_unit
from dondoc.checking.nearest.known import Known
from dondoc.checking.scene import Scene
from dondoc.grammar.anchors import anchors, find_near, lowered

# Matched against small letters.
_THESE = re.compile(
    rf"(?<![\w.,/])(?P<number>{COUNT})\s[^\W\d_]+(?:\s[^\W\d_]+){{0,3}}?\s"
    r"(?:dẫn đầu |đứng đầu )?(?:này|(?:nêu|kể|nói) trên|vừa (?:nêu|kể|nói))\b"
)
_ENDS = anchors("này", "trên", "vừa")
_MEAN = re.compile(r"(?:bình quân|trung bình)[^,;.]{0,25}\Z", re.IGNORECASE)
_CHANGED = re.compile(r"\b(?:tăng|giảm|chiếm|bằng|đạt tỷ lệ|còn|mới|thêm)\b", re.IGNORECASE)
_REACH, _FAR, _BACK = 14, 45, 40


def _collections(scene: Scene) -> Iterator[tuple[int, list[int], int]]:
    """The lists that words behind them sum up: how many members these name, the members, what they come to."""
    content = scene.facts.text.content
    low = lowered(content)
    for match in find_near(_THESE, low, low, _ENDS, 90, 12):
        result = bisect_left(scene.starts, match.end())
        if result == len(scene.figures) or scene.starts[result] - match.end() > _FAR:
            continue
        words = content[match.end() : scene.starts[result]]
        if not scene.is_amount(result) or re.search(r"[;.(]", words) or _CHANGED.search(words):
            continue
        if not (_MEAN.search(content[max(match.start() - _BACK, 0) : match.start()]) or _MEAN.search(words)):
            members = _members(scene, bisect_left(scene.starts, match.start()), result)
            yield count_of(match["number"]), members, result


def _members(scene: Scene, own: int, result: int) -> list[int]:
    """The figures in the unit of the result right before, of one sentence."""
    found: list[int] = []
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
    for number, places, at_result in _collections(scene):
        if len(places) < max(number, 2):
            continue
        result = scene.figures[at_result]
        if result.id in known.by_result or result.id in known.wrong or not adds_up(scene, at_result):
            continue
        members = [scene.figures[place] for place in places]
        if any(holds(Relation("sum", tuple(members[at:]), result, "")) for at in range(len(members) - 1)):
            continue
        parts = tuple(members[-number:])
        total = sum(map(value_of, parts), Decimal(0))
        if max(map(value_of, parts)) < value_of(result) <= 2 * total:
            yield Relation("sum", parts, result, "sum.these", tied=True, likely=True, certain=True)
