"""How many times another figure a figure is.

Finds         86.400 lượt, gấp 1,8 lần so với cùng kỳ (48.000 lượt) · bằng 1,5 lần kế hoạch (1.200 ha)
              năm 2019 đạt 48.000 lượt, năm 2020 đạt 86.400 lượt, gấp 1,8 lần
Leaves alone  gấp 1,8 lần so với cùng kỳ, whose figure is not told · gấp rưỡi, gấp đôi ·
               tăng 1,8 lần where 2,8 times would be meant
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from dondoc.checking.arithmetic.relation import Relation, holds
from dondoc.checking.names.wording import BEFORE_BASE, same_unit
from dondoc.checking.scene import Scene
from dondoc.checking.shares.ratio_places import top_of

_TIMES = re.compile(r"\b(?P<way>gấp|bằng|tăng)\s+(?:hơn\s+|gần\s+|trên\s+|khoảng\s+)?\Z", re.IGNORECASE)
_BARE = re.compile(r"[^,;.()\d]{0,30}\(\s*[^,;.()\d]{0,25}")


def find(scene: Scene) -> Iterator[Relation]:
    """Yield the figures that are told as so many times another."""
    for index, figure in enumerate(scene.figures):
        if figure.unit == "lần" and scene.facts.text[figure.span][:1].isdecimal():
            told = _TIMES.search(scene.before(index, 30))
            if told is not None:
                yield from _of_base(scene, index, told["way"].lower())


def _of_base(scene: Scene, index: int, way: str) -> Iterator[Relation]:
    times, following = scene.figures[index], index + 1
    top = top_of(scene, index)
    if top is None:
        return
    now = scene.figures[top]
    if following < len(scene.figures) and scene.sentence[following] == scene.sentence[index]:
        gap, base = scene.between(index, following), scene.figures[following]
        if same_unit(now, base) and (BEFORE_BASE.fullmatch(gap) or _BARE.fullmatch(gap)) and gap.rstrip()[-1:] != ",":
            relation = Relation("times", (now, base), times, "ratio.times", certain=False, likely=True, tied=True)
            if holds(replace(relation, args=(base, now))):
                return  # từ 12 ha đã tăng 10 lần (118 ha): what it became
            if way != "tăng" or holds(relation) or not _is_more(relation):
                yield relation


def _is_more(relation: Relation) -> bool:
    """Whether ``tăng 1,8 lần`` is meant as 2,8 times what there was."""
    now, base = relation.args
    if now.value is None or not base.value or relation.result.value is None:
        return True
    return abs(now.value / base.value - 1 - relation.result.value) <= relation.result.half_step * 2
