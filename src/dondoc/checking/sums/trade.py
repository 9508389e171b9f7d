"""What is sold and what is bought abroad, and both together.

Finds         xuất khẩu đạt 145,13 tỷ USD, tăng 7,5%; nhập khẩu 143,34 tỷ USD. Tổng trị giá xuất nhập khẩu 288,47 tỷ USD
Leaves alone  kim ngạch xuất nhập khẩu of which the paragraph does not tell both sides
"""

import re
from collections.abc import Iterator

from dondoc.checking.arithmetic.relation import Relation
from dondoc.checking.names.wording import same_unit
from dondoc.checking.scene import Scene

_BOTH = re.compile(r"xuất(?:,| -|-)?\s?nhập khẩu(?:[^;.()\d]|\([^()\d]{1,9}\)){0,50}\Z", re.IGNORECASE)
_SIDE = re.compile(
    r"(?P<side>xuất|nhập) khẩu(?:[^;.()\d]|\([^()\d]{1,9}\)|(?<=tháng )\d\d?|(?<=năm )\d{4}){0,60}\Z", re.IGNORECASE
)
_REACH, _BESIDE = 9, 5


def find(scene: Scene) -> Iterator[Relation]:
    """Yield the sum of the two sides that stand about each total in its paragraph."""
    sides = scene.told_by("khẩu")
    for index in sorted(sides):
        total = scene.figures[index]
        if total.unit in ("%", None) or total.role == "change" or not _BOTH.search(scene.before(index, 80)):
            continue
        found: dict[str, int] = {}
        for place in sorted(range(index - _REACH, index + _REACH + 1), key=lambda one: abs(one - index)):
            if place == index or place not in sides or scene.block[place] != scene.block[index]:
                continue
            figure, words = scene.figures[place], scene.before(place, 80)
            if figure.role == "change" or not same_unit(figure, total) or _BOTH.search(words):
                continue
            side = _SIDE.search(words)
            if side is not None:
                found.setdefault(side["side"].lower(), place)
        if len(found) > 1:
            parts = (scene.figures[found["xuất"]], scene.figures[found["nhập"]])
            near = max(abs(found[side] - index) for side in found) <= _BESIDE
            yield Relation("sum", parts, total, "sum.trade", certain=False, likely=near)
