"""Two figures that make the one told before or behind them, wherever they stand in its paragraphs.

Finds         sản lượng thủy sản ước đạt 804,1 nghìn tấn ...; khai thác 356,0 nghìn tấn, giảm 0,4%; nuôi trồng 448,1
              nghìn tấn · 1,247 tỷ USD ... cấp mới 1,132 tỷ USD ... điều chỉnh tăng vốn 115,2 triệu USD
Leaves alone  short figures whose names do not shut each other out · sums that are off by more than their rounding

The figures tie themselves: told where they hold. Beside their whole, two that shut each other out claim to be it all.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from dondoc.checking.arithmetic.intervals import is_round, telling_digits
from dondoc.checking.arithmetic.relation import Relation, holds, is_nearly_exact
from dondoc.checking.names.additive import adds_up
from dondoc.checking.names.exclusive import Nature, exclude_each_other
from dondoc.checking.names.wording import POINTS, SIDES, same_unit
from dondoc.checking.scene import Scene

_HELD = ("actual", "count", "cumulative", "part", "plan")
_REACH, _BLOCKS = 20, 3
_TELLING, _MANY = 3, 4
_STOP = re.compile(r"[;.]\s")


def find(scene: Scene) -> Iterator[Relation]:
    """Yield one relation for each figure that two others make."""
    sided = sorted(scene.told_by(*SIDES))
    names = _Names(scene)
    for index in sided:
        yield from _of_side(scene, index, sided, names)


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
            self._known[index] = Nature(_name(self._scene, index))
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
            found = (
                _of_two(scene, first, second)
                or _beside(scene, first, second, names)
                or _of_nearest(scene, first, second, names)
            )
            if found is not None:
                yield found
                return


def _wholes(scene: Scene, first: int, second: int) -> Iterator[int]:
    """The figures before two parts that they may be of."""
    parts = scene.figures[first], scene.figures[second]
    for place in range(first - 1, max(first - _REACH, -1), -1):
        whole = scene.figures[place]
        if scene.block[first] - scene.block[place] > _BLOCKS:
            return
        if _is_amount(scene, place) and same_unit(whole, parts[0]) and whole.id not in (parts[0].of, parts[1].of):
            yield place


def _of_two(scene: Scene, first: int, second: int) -> Relation | None:
    """The two of the whole before them that they make."""
    parts = scene.figures[first], scene.figures[second]
    for place in _wholes(scene, first, second):
        relation = Relation("sum", parts, scene.figures[place], "sum.complements", certain=False, held_only=True)
        if telling_digits(relation.result) >= _TELLING and is_nearly_exact(relation) and holds(relation):
            return relation
    return None


def _of_nearest(scene: Scene, first: int, second: int, names: _Names) -> Relation | None:
    """Long figures of the nearest whole before them, which one slip may keep them from making."""
    parts = scene.figures[first], scene.figures[second]
    if (parts[0].role == "cumulative") != (parts[1].role == "cumulative"):
        return None
    for place in _wholes(scene, first, second):
        whole = scene.figures[place]
        if whole.role == "part" or names.exclude(place, first) or names.exclude(place, second):
            continue
        if not all(telling_digits(one) >= _MANY for one in (*parts, whole)) or not adds_up(scene, place):
            return None
        return Relation("sum", parts, whole, "sum.complements", certain=False)
    return None


def _beside(scene: Scene, first: int, second: int, names: _Names) -> Relation | None:
    """The two, and what goes on with a third side, of the whole right before them; between, what is told of each."""
    whole = first - 1
    while whole > 0 and (_is_told(scene, whole) or scene.has_closed(whole, first)):
        whole -= 1
    between = all(_is_told(scene, place) or scene.has_closed(place, second) for place in range(first + 1, second))
    if whole < 0 or not between or not _is_amount(scene, whole) or scene.block[whole] != scene.block[second]:
        return None
    run = _with_others_of(scene, whole, _with_more(scene, whole, [first, second], names))
    total, parts = scene.figures[whole], tuple(scene.figures[place] for place in run)
    if any(names.exclude(whole, place) for place in run):
        return None  # it is one of the sides itself
    if scene.sentence[second] - scene.sentence[whole] > 2 or not same_unit(total, parts[0]):
        return None
    if telling_digits(total) < _TELLING or any(map(is_round, (total, *parts))) or not adds_up(scene, whole):
        return None
    return Relation("sum", parts, total, "sum.complements", certain=False, likely=True)


def _with_more(scene: Scene, whole: int, run: list[int], names: _Names) -> list[int]:
    """``run`` and the figures behind it that are of yet other sides."""
    for place in range(run[-1] + 1, min(run[-1] + _REACH, len(scene.figures))):
        if scene.block[place] != scene.block[whole] or scene.sentence[place] - scene.sentence[whole] > 2:
            break
        if _is_told(scene, place) or scene.has_closed(run[-1], place) or _is_aside(scene, place):
            continue
        alike = _is_amount(scene, place) and same_unit(scene.figures[place], scene.figures[whole])
        if not alike or not all(names.exclude(place, other) for other in run):
            break
        run = [*run, place]
    return run


def _with_others_of(scene: Scene, whole: int, run: list[int]) -> list[int]:
    """``run`` and the parts of the whole that its paragraph goes on with, whatever they are called."""
    total, place = scene.figures[whole], run[-1] + 1
    while place < len(scene.figures) and scene.block[place] == scene.block[whole]:
        part = scene.figures[place]
        if part.of == total.id and same_unit(part, total) and not _is_aside(scene, place):
            run = [*run, place]
        place += 1
    return run


def _is_aside(scene: Scene, place: int) -> bool:
    """Whether a figure stands in a bracket that opens right before it."""
    return "(" in scene.between(place - 1, place) and ")" in scene.after(place)


def _is_told(scene: Scene, place: int) -> bool:
    figure = scene.figures[place]
    return figure.unit in ("%", *POINTS) or figure.role == "change"


def _is_amount(scene: Scene, index: int) -> bool:
    figure = scene.figures[index]
    return figure.role in _HELD and figure.unit not in ("%", None)


def _name(scene: Scene, index: int) -> str:
    before = _STOP.split(scene.before(index, 120))[-1]
    return f"{before} {scene.figures[index].indicator or ''}"
