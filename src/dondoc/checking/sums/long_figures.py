"""Figures so long that two of them make a third by no chance, however far apart they stand.

Finds         đầu năm 825.922,3 tỷ đồng ... bổ sung 87.293,9 tỷ đồng ... được giao là 913.216,2 tỷ đồng
              giao 5.604,227 tỷ đồng ... đã phân bổ 5.547,911 tỷ đồng ...; còn 56,316 tỷ đồng chưa phân bổ
Leaves alone  figures of fewer than six digits · sums that do not hold to the last digit
"""

from collections.abc import Iterator, Sequence

from dondoc.checking.arithmetic.intervals import telling_digits
from dondoc.checking.arithmetic.relation import Relation, value_of
from dondoc.checking.scene import Scene
from dondoc.facts import Quantity

_HELD = ("actual", "count", "cumulative", "part", "plan")
_REACH, _BLOCKS, _BESIDE = 20, 6, 5
_LONG = 6
_STEPS = 10**_LONG // 5  # half steps in the least figure of six digits


def find(scene: Scene) -> Iterator[Relation]:
    """Yield the long figures that two others make."""
    long = [at for at, figure in enumerate(scene.figures) if _is_long(figure)]
    for place, index in enumerate(long if len(long) > 1 else ()):
        held = _held(scene, index, long[max(place - _REACH, 0) : place + _BESIDE])
        if held is not None:
            yield held


def _held(scene: Scene, index: int, others: Sequence[int]) -> Relation | None:
    """The two figures about it that make the one at ``index`` to the last digit."""
    total = scene.figures[index]
    near: dict[object, int] = {}
    for other in others:
        figure = scene.figures[other]
        if other == index or abs(scene.block[other] - scene.block[index]) > _BLOCKS:
            continue
        if figure.unit != total.unit or value_of(figure) >= value_of(total):
            continue
        partner = near.get(value_of(total) - value_of(figure))
        if partner is not None:
            parts = scene.figures[partner], figure
            return Relation("sum", parts, total, "sum.long-figures", certain=False, held_only=True)
        near[value_of(figure)] = other
    return None


def _is_long(figure: Quantity) -> bool:
    if figure.role not in _HELD or figure.unit in ("%", None) or figure.half_step <= 0:
        return False
    return value_of(figure) >= figure.half_step * _STEPS and telling_digits(figure) >= _LONG
