"""A whole named behind its parts: "... trên tổng số 38 chủ đầu tư".

Finds         giỏi 2.163 em (21,3%), khá 4.482 em (44,1%), trung bình 3.518 em (34,6%) trên tổng số 10.163 em
              12 đơn vị đạt trên 60%; 15 đơn vị đạt từ 30% đến 60%; 11 đơn vị dưới 30%, trong tổng số 38 đơn vị
Leaves alone  1.348 cơ sở đạt trên tổng số 1.536 cơ sở: one part, a share · trong tổng số 40 hộ, 12 hộ ...: a whole told
              before its parts · parts of another unit, a plan or a change among them

Parts that fall short of the whole need not be all of it; parts that exceed it cannot be right.
"""

import re
from collections.abc import Iterator

from dondoc.checking.arithmetic.doubts import NOT_ALL
from dondoc.checking.arithmetic.relation import Relation, value_of
from dondoc.checking.names.wording import same_unit
from dondoc.checking.scene import Scene

_CLOSES = re.compile(r"[^.;:\n\d]{0,80}\b(?:trên|trong)\s+tổng\s+(?:số\s+|cộng\s+|thể\s+)?(?:là\s+)?\Z", re.IGNORECASE)
_OPENS_LIST = re.compile(r":[^:;,]*\Z")
_APART = re.compile(r"tăng|giảm|kế hoạch|cùng kỳ|lũy kế|luỹ kế|ngoài ra|đồng thời", re.IGNORECASE)
_FEWEST = 3
_REACH = 24


def find(scene: Scene) -> Iterator[Relation]:
    """Yield the sum of the parts before each closing whole; the shares of the parts are found as any other."""
    for index in sorted(scene.told_by("tổng")):
        whole = scene.figures[index]
        if whole.unit == "%" or not _CLOSES.fullmatch(scene.before(index)):
            continue
        run = _parts(scene, index)
        if len(run) < _FEWEST:
            continue
        parts = tuple(scene.figures[place] for place in run)
        exceeds = sum(map(value_of, parts)) > value_of(whole)
        doubt = None if exceeds else NOT_ALL
        yield Relation("sum", parts, whole, "sum.closing", certain=exceeds, likely=True, doubt=doubt, complete=False)


def _parts(scene: Scene, index: int) -> list[int]:
    """Where the parts stand, in reading order: the figures in the unit of the whole, back to a colon."""
    whole = scene.figures[index]
    run: list[int] = []
    for place in range(index - 1, max(index - _REACH, -1), -1):
        if scene.sentence[place] != scene.sentence[index]:
            break
        part = scene.figures[place]
        if part.unit != "%":
            if not same_unit(part, whole) or part.role in ("plan", "change") or value_of(part) > value_of(whole):
                return []
            run.append(place)
        words = scene.before(place, 120)
        if _OPENS_LIST.search(words):
            break
        if run and _APART.search(words):
            return []
    return run[::-1]
