"""A figure whose footnote lists its parts by name.

Finds         xảy ra 03 ổ dịch tại 02 xã¹ with ¹ Xã An Lộc (02 ổ), xã Sông Cầu (01 ổ)
              cháy 112,3 ha rừng² with ² Đăk Mâm 41,2 ha, Ea Hrao 33,7 ha, Krông Púk 22,9 ha, Cư Lơ 14,5 ha
Leaves alone  footnotes that tell of something else, compare with another time, or hold one figure
"""

import re
from collections.abc import Iterator
from itertools import groupby

from dondoc.checking.arithmetic.relation import Relation
from dondoc.checking.names.wording import same_unit
from dondoc.checking.scene import Scene

_NEXT = re.compile(r"\s*\)?\s*(?:[,;]|\svà\s)[^;.\d]{0,40}")
_FIRST = re.compile(r"[^;.\d]{0,45}\Z")
_OPENED = re.compile(r"\b(?:trong đó|gồm)\b", re.IGNORECASE)
_ANY = re.compile(r"[^;.\d]{0,70}(?:[,;]|\svà\s)[^;.\d]{0,40}")
_OTHER = re.compile(r"tăng|giảm|so với|kế hoạch|lũy kế|cùng kỳ|bình quân", re.IGNORECASE)
_SLASH = re.compile(r"\s*/\s*")
_BEFORE = 6


def find(scene: Scene) -> Iterator[Relation]:
    """Yield one relation for each footnote that is a list of parts."""
    if not scene.anchor:
        return
    by_block = {
        block: [i for i, _ in group] for block, group in groupby(enumerate(scene.block), key=lambda pair: pair[1])
    }
    for block, anchor in scene.anchor.items():
        run = _run(scene, by_block.get(block, []))
        if len(run) < 2:
            continue
        for place in range(anchor, max(anchor - _BEFORE, -1), -1):
            if scene.sentence[place] != scene.sentence[anchor]:
                break
            if scene.figures[place].unit != "%" and same_unit(scene.figures[run[0]], scene.figures[place]):
                over = place > 0 and _SLASH.fullmatch(scene.between(place - 1, place)) is not None
                parts = tuple(scene.figures[index] for index in run)
                whole = scene.figures[place - over]
                yield Relation("sum", parts, whole, "sum.note-list", certain=False, likely=True)
                break


def _run(scene: Scene, indexes: list[int]) -> list[int]:
    """The figures of the first sentence of a footnote, all in one unit, each under its name; else none."""
    run: list[int] = []
    opened = False
    for index in indexes:
        if scene.sentence[index] != scene.sentence[indexes[0]]:
            break
        figure = scene.figures[index]
        gap = scene.between(index - 1, index) if run else scene.before(index, 60).rpartition("\n")[2]
        opened = opened or (not run and _OPENED.search(gap) is not None)
        follows = (_ANY if opened else _NEXT).fullmatch(gap) if run else _FIRST.search(gap)
        if follows is None or _OTHER.search(gap) or figure.unit in ("%", None) or figure.role == "change":
            return []
        if run and not same_unit(figure, scene.figures[run[0]]):
            return []
        run.append(index)
    return run
