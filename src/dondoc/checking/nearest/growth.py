"""By how many per cent a figure rose or fell, of figures that stand further off or behind.

Finds         thu 1.284,6 tỷ đồng, bằng 55,6% dự toán năm là 2.310 tỷ đồng và tăng 11,5% so với cùng kỳ (1.152,3 tỷ)
              956 doanh nghiệp với vốn 8.640 tỷ đồng, giảm 6,6% về số doanh nghiệp (cùng kỳ 1.024 doanh nghiệp)
              đạt 114.334 ha, tăng 0,74% so với cùng kỳ (bằng 837,2 ha)
              1.462 hộ với vốn 218,4 tỷ đồng; so với cùng kỳ tăng 187 hộ, tương ứng tăng 14,67%
Leaves alone  growth that another rule has told · growth of few digits that some pair of many would give by chance
"""

from collections.abc import Iterator
from decimal import Decimal

from dondoc.checking.arithmetic.relation import Form, Relation, holds, value_of
from dondoc.checking.names.called import are_called_otherwise, called
from dondoc.checking.nearest.known import Known, chance_of_share, count_alike
from dondoc.checking.scene import Scene

_BEFORE, _BEHIND = 8, 4
_BUDGET = Decimal("0.03")
_HUNDRED, _CLOSE = 100, 0.2


def find(scene: Scene, known: Known) -> Iterator[Relation]:
    """Yield the relative changes that no rule has told and that two figures near them give."""
    for index, rate in enumerate(scene.figures):
        if rate.unit != "%" or rate.role != "change" or rate.id in known.by_result or not rate.value:
            continue
        name = scene.of(index, called)
        for tried, (now, other) in enumerate(candidates(scene, index), start=1):
            if are_called_otherwise(name, scene.of(now, called)):
                continue  # giảm 8,4% số người chết: not of the cases
            relation = _grown(scene, known, now, other, index)
            if relation is not None and holds(relation) and chance_of_share(relation) * tried <= _BUDGET:
                yield relation
                break


def _grown(scene: Scene, known: Known, now: int, other: int, index: int) -> Relation | None:
    """The growth of one figure against another, which is its change or what it was; None where it is far off."""
    moved = scene.figures[other].role == "change"
    rate, came = float(value_of(scene.figures[index])), known.amounts.values[now]
    by = known.amounts.values[other]
    if moved:
        by = by if rate > 0 else -by
        grown = by / (came - by) if came != by else 0.0
    else:
        grown = (came - by) / by
    if abs(grown * _HUNDRED - rate) > abs(rate) * _CLOSE:
        return None
    args = scene.figures[now], scene.figures[other]
    form: Form = "growth" if moved else "growth_of"
    return Relation(form, args, scene.figures[index], "growth.nearest", certain=False, held_only=True)


def candidates(scene: Scene, index: int) -> Iterator[tuple[int, int]]:
    """The figures that may have changed so, nearest first, each with its change or what it was."""
    others = list(_around(scene, index))
    if not others:
        return
    for now in range(index - 1, max(index - _BEFORE - 1, -1), -1):
        if scene.sentence[index] - scene.sentence[now] > 1 or scene.block[index] != scene.block[now]:
            return
        figure = scene.figures[now]
        if not scene.is_amount(now) or scene.has_closed(now, index):
            continue
        for place in others:
            other = scene.figures[place]
            if place == now or not other.value or other.value == figure.value or not count_alike(figure, other):
                continue
            if other.role == "plan" and "cùng kỳ" not in scene.before(place, 60).lower():
                continue
            if other.role == "change" and value_of(other) * value_of(scene.figures[index]) < 0:
                continue
            yield now, place


def _around(scene: Scene, index: int) -> Iterator[int]:
    """The amounts behind a rate and before it, in its sentence."""
    for place in (*range(index + 1, index + _BEHIND + 1), *range(index - 1, index - _BEHIND - 1, -1)):
        if not 0 <= place < len(scene.figures) or scene.sentence[place] != scene.sentence[index]:
            continue
        if scene.figures[place].unit not in ("%", None) and scene.figures[place].role != "rank":
            yield place
