"""Two figures that make the one told before or behind them, wherever they stand in its paragraphs.

Finds         sản lượng thủy sản ước đạt 804,1 nghìn tấn ...; khai thác 356,0 nghìn tấn, giảm 0,4%; nuôi trồng 448,1
              nghìn tấn · 1,247 tỷ USD ... cấp mới 1,132 tỷ USD ... điều chỉnh tăng vốn 115,2 triệu USD
              đầu năm 825.922,3 tỷ đồng ... bổ sung 87.293,9 tỷ đồng ... được giao là 913.216,2 tỷ đồng
Leaves alone  short figures whose names do not shut each other out · sums that are off by more than their rounding

The figures tie themselves: told where they hold. Beside their whole, two that shut each other out claim to be it all.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from dondoc.checking.arithmetic.intervals import telling_digits
from dondoc.checking.arithmetic.relation import Relation, holds, is_nearly_exact, value_of
from dondoc.checking.names.additive import adds_up
from dondoc.checking.names.exclusive import Nature, exclude_each_other, nature_of
from dondoc.checking.names.wording import SIDES, same_unit
from dondoc.checking.scene import Scene
from dondoc.facts import Quantity

_HELD = ("actual", "count", "cumulative", "part", "plan")
_REACH, _BLOCKS, _BESIDE = 20, 3, 5
_LONG, _TELLING = 6, 3
_STEPS = 10**_LONG // 5  # half steps in the least figure of six digits
_STOP = re.compile(r"[;.]\s")


def find(scene: Scene) -> Iterator[Relation]:
    """Yield one relation for each figure that two others make."""
    sided = sorted(scene.told_by(*SIDES))
    names = _Names(scene)
    for index in sided:
        yield from _of_side(scene, index, sided, names)
    yield from _of_long(scene)


class _Names:
    """What the figures are called, each read once."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._known: dict[int, Nature] = {}

    def exclude(self, first: int, second: int) -> bool:
        """Whether the names of two figures shut each other out."""
        return exclude_each_other([self._of(first), self._of(second)])

    def _of(self, index: int) -> Nature:
        if index not in self._known:
            self._known[index] = nature_of(_name(self._scene, index))
        return self._known[index]


def _of_side(scene: Scene, first: int, sided: Sequence[int], names: _Names) -> Iterator[Relation]:
    """The figure of one side with the next of another side that shuts it out, and the whole before them."""
    if not _is_amount(scene, first):
        return
    for second in sided[bisect_left(sided, first + 1) :]:
        if second - first > _REACH or scene.block[second] - scene.block[first] > _BLOCKS:
            return
        if not _is_amount(scene, second) or not same_unit(scene.figures[first], scene.figures[second]):
            continue
        if names.exclude(first, second):
            found = _of_two(scene, first, second) or _beside(scene, first, second, names)
            if found is not None:
                yield found
                return


def _of_two(scene: Scene, first: int, second: int) -> Relation | None:
    parts = scene.figures[first], scene.figures[second]
    for place in range(first - 1, max(first - _REACH, -1), -1):
        whole = scene.figures[place]
        if scene.block[first] - scene.block[place] > _BLOCKS:
            return None
        if not _is_amount(scene, place) or not same_unit(whole, parts[0]) or whole.id in (parts[0].of, parts[1].of):
            continue
        relation = Relation("sum", parts, whole, "sum.complements", certain=False, held_only=True)
        if telling_digits(whole) >= _TELLING and is_nearly_exact(relation) and holds(relation):
            return relation
    return None


def _beside(scene: Scene, first: int, second: int, names: _Names) -> Relation | None:
    """The two and the whole right before them, each with nothing but its own change behind it."""
    whole = first - 1
    while whole > 0 and _is_told(scene, whole):
        whole -= 1
    between = all(_is_told(scene, place) for place in range(first + 1, second))
    if whole < 0 or not between or not _is_amount(scene, whole) or scene.block[whole] != scene.block[second]:
        return None
    total, parts = scene.figures[whole], (scene.figures[first], scene.figures[second])
    if names.exclude(whole, first) or names.exclude(whole, second):
        return None  # it is one of the sides itself
    if scene.sentence[second] - scene.sentence[whole] > 2 or not same_unit(total, parts[0]):
        return None
    if (
        telling_digits(total) < _TELLING
        or any(figure.approx for figure in (total, *parts))
        or not adds_up(scene, whole)
    ):
        return None
    return Relation("sum", parts, total, "sum.complements", certain=False, likely=True)


def _is_told(scene: Scene, place: int) -> bool:
    return scene.figures[place].unit == "%" or scene.figures[place].role == "change"


def _of_long(scene: Scene) -> Iterator[Relation]:
    """Figures of six digits and more that two before them make to the last digit."""
    long = [at for at, figure in enumerate(scene.figures) if _is_long(figure) and _is_amount(scene, at)]
    for place, index in enumerate(long):
        total = scene.figures[index]
        near: dict[object, int] = {}
        for other in long[max(place - _REACH, 0) : place + _BESIDE]:
            figure = scene.figures[other]
            if other == index or abs(scene.block[other] - scene.block[index]) > 2 * _BLOCKS:
                continue
            if figure.unit != total.unit or value_of(figure) >= value_of(total):
                continue
            partner = near.get(value_of(total) - value_of(figure))
            if partner is not None:
                parts = scene.figures[partner], figure
                yield Relation("sum", parts, total, "sum.long-figures", certain=False, held_only=True)
                break
            near[value_of(figure)] = other


def _is_amount(scene: Scene, index: int) -> bool:
    figure = scene.figures[index]
    return figure.role in _HELD and figure.unit not in ("%", None)


def _name(scene: Scene, index: int) -> str:
    before = _STOP.split(scene.before(index, 60))[-1]
    return f"{before} {scene.figures[index].indicator or ''}"


def _is_long(figure: Quantity) -> bool:
    return value_of(figure) >= figure.half_step * _STEPS and telling_digits(figure) >= _LONG
