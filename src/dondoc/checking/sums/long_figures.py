"""Figures so long that two of them make a third by no chance, however far apart they stand.

Finds         đầu năm 825.922,3 tỷ đồng ... bổ sung 87.293,9 tỷ đồng ... được giao là 913.216,2 tỷ đồng
              giao 5.604,227 tỷ đồng ... đã phân bổ 5.547,911 tỷ đồng ...; còn 56,316 tỷ đồng chưa phân bổ
Leaves alone  figures of fewer than six digits · sums that no one slip explains

Told where they hold to the last digit; behind a word for a total or a rest, where one slip of the pen explains why not.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from dondoc.checking.arithmetic.intervals import telling_digits
from dondoc.checking.arithmetic.relation import Relation, value_of
from dondoc.checking.arithmetic.repair import slip_between
from dondoc.checking.scene import Scene
from dondoc.facts import Quantity

_HELD = ("actual", "count", "cumulative", "part", "plan")
_FOCAL = ("tổng", "còn", "cộng", "tính", "trừ", "như vậy", "nâng")
_REACH, _BLOCKS, _BESIDE = 20, 6, 5
_NEAR = 12
_LONG, _LEAST = 6, 5
_STEPS = 10**_LONG // 5  # half steps in the least figure of six digits
_TOTALS = ("tổng", "cộng", "nâng")


def find(scene: Scene) -> Iterator[Relation]:
    """Yield the long figures that two others make, or would but for one slip."""
    long = [at for at, figure in enumerate(scene.figures) if _is_long(figure)]
    if len(long) < 2:
        return
    focal = scene.told_by(*_FOCAL)
    totals = scene.told_by(*_TOTALS)
    done: set[int] = set()
    for place, index in enumerate(long):
        held = _held(scene, index, long[max(place - _REACH, 0) : place + _BESIDE])
        if held is not None:
            done.add(index)
            yield held
    for index in sorted(focal):
        if telling_digits(scene.figures[index]) >= _LEAST and scene.figures[index].role in _HELD and index not in done:
            place = bisect_left(long, index)
            slipped = _slipped(scene, index, long[max(place - _NEAR, 0) : place], index in totals)
            if slipped is not None:
                yield slipped


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


def _slipped(scene: Scene, index: int, before: Sequence[int], is_total: bool) -> Relation | None:
    """The relation of two figures before and the one at ``index`` that one slip keeps from holding: the only one."""
    figure = scene.figures[index]
    near = [
        scene.figures[other]
        for other in before
        if scene.figures[other].unit == figure.unit and scene.block[index] - scene.block[other] <= _BLOCKS
    ]
    found: list[Relation] = []
    for first, second in combinations(near, 2):
        larger, less = (first, second) if value_of(first) > value_of(second) else (second, first)
        if is_total:
            if _is_slip((first, second), figure):
                found.append(Relation("sum", (first, second), figure, "sum.long-figures", certain=False))
        elif _is_slip((less, figure), larger):
            found.append(Relation("difference", (larger, less), figure, "difference.long-figures", certain=False))
    return found[0] if len(found) == 1 else None


def _is_slip(parts: tuple[Quantity, Quantity], total: Quantity) -> bool:
    """Whether one digit or two that changed places, in any of the three, is all that is wrong."""
    step = max(figure.half_step for figure in (*parts, total)) * 2
    sizes = [_steps(value_of(figure), step) for figure in (*parts, total)]
    apart = sizes[0] + sizes[1] - sizes[2]
    if not apart or not _is_round(abs(apart)):
        return False
    meant = (sizes[0] - apart, sizes[1] - apart, sizes[2] + apart)
    return any(
        right > 0 and slip_between(str(written), str(right)) in ("digit", "swap")
        for written, right in zip(sizes, meant, strict=True)
    )


def _is_round(apart: int) -> bool:
    """Whether a number is what one digit, or two neighbours that changed places, can be off by: 300, 27000."""
    digits = str(apart).rstrip("0")
    return len(digits) == 1 or int(digits) in _SWAPS


_SWAPS = frozenset(9 * apart for apart in range(1, 10))


def _steps(value: Decimal, step: Decimal) -> int:
    return int((value / step).to_integral_value())


def _is_long(figure: Quantity) -> bool:
    if figure.role not in _HELD or figure.unit in ("%", None) or figure.half_step <= 0:
        return False
    return value_of(figure) >= figure.half_step * _STEPS and telling_digits(figure) >= _LONG
