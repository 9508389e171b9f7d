"""What is done of each part and of all: pairs in a list behind a pair.

Finds         38/61 trường đạt chuẩn (mầm non 12/20, tiểu học 17/24, THCS 9/17)
              đã giải quyết 65/74 đơn, gồm: khiếu nại 12/15 đơn; tố cáo 4/5 đơn; kiến nghị 49/54 đơn
Leaves alone  14/21 xã (đạt 66,7%) · 38/61 trường; năm trước 36/61 trường: two pairs are no list
"""

from collections.abc import Iterator
from dataclasses import replace

from dondoc.checking.arithmetic.relation import Relation, holds
from dondoc.checking.names.wording import counts_alike
from dondoc.checking.scene import Scene
from dondoc.checking.shares.ratio_places import is_pair

_OPENS = ("(", ":", "trong đó", "gồm")
_FEWEST, _MOST = 2, 12


def find(scene: Scene) -> Iterator[Relation]:
    """Yield the sums of what is done and of what there is."""
    for index in range(len(scene.figures) - _FEWEST):
        if is_pair(scene, index):
            pairs = _pairs(scene, index)
            if len(pairs) >= _FEWEST:
                yield from _sums(scene, index, pairs)


def _pairs(scene: Scene, index: int) -> list[int]:
    """Where the pairs stand that a bracket or a colon opens behind the pair at ``index``."""
    pairs: list[int] = []
    place = index + 2
    while place + 1 < len(scene.figures) and len(pairs) < _MOST and scene.sentence[place] == scene.sentence[index]:
        if scene.figures[place].unit == "%":
            place += 1
            continue
        words = scene.between(place - 1, place).lower()
        if not is_pair(scene, place) or (not pairs and not any(word in words for word in _OPENS)):
            break
        if pairs and (")" in words or ("(" in words and ")" not in words)):
            break
        if not counts_alike(scene.figures[place], scene.figures[index]):
            break
        pairs.append(place)
        place += 2
    return pairs


def _sums(scene: Scene, index: int, pairs: list[int]) -> Iterator[Relation]:
    """Both sums; where one of them holds, the list is all of it, and so must the other be."""
    done, there = (
        Relation(
            "sum",
            tuple(scene.figures[place + offset] for place in pairs),
            scene.figures[index + offset],
            "sum.pairs",
            certain=False,
            likely=True,
        )
        for offset in (0, 1)
    )
    whole = holds(done) or holds(there)
    if whole or len(pairs) > _FEWEST:
        yield replace(done, certain=whole)
        yield replace(there, certain=whole)
