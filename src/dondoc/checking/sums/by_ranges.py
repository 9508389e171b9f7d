"""How many stand in each range, of all there are.

Finds         14/22 xã đạt chuẩn, 4 xã đạt từ 15 - 18 tiêu chí, 4 xã đạt từ 10 - 14 tiêu chí
              Trong 28 đơn vị được giao vốn: 12 đơn vị giải ngân trên 50%; 9 đơn vị từ 30 - 50%; 7 đơn vị dưới 30%
Leaves alone  4 xã đạt từ 15 tiêu chí, 3 xã đạt từ 10 tiêu chí, where nothing says of how many

More than there are cannot be right; fewer may be all that is told.
"""

import re
from collections.abc import Iterator

from dondoc.checking.arithmetic.intervals import is_exact
from dondoc.checking.arithmetic.relation import Relation, value_of
from dondoc.checking.names.wording import same_unit
from dondoc.checking.scene import Scene
from dondoc.checking.shares.ratio_places import is_pair

_RANGE = re.compile(r"[^,;.()]{0,50}?\b(?:từ|trên|dưới|không quá|đạt)\s*(?:\*\*)?\d", re.IGNORECASE)
_FEWEST, _REACH = 2, 14


def find(scene: Scene) -> Iterator[Relation]:
    """Yield the sums of the counts in ranges behind the number of all."""
    for first in range(len(scene.figures) - _FEWEST):
        if is_exact(scene.figures[first + 1]) and is_pair(scene, first):
            run = _run(scene, first + 1)
            if len(run) >= _FEWEST:
                yield _relation(scene, first + 1, [first, *run])


def _run(scene: Scene, whole: int) -> list[int]:
    """The counts in the unit of ``whole`` behind it, each with a range behind it."""
    run: list[int] = []
    for place in range(whole + 1, min(whole + _REACH, len(scene.figures))):
        if scene.sentence[place] != scene.sentence[whole]:
            break
        figure = scene.figures[place]
        if same_unit(figure, scene.figures[whole]) and is_exact(figure) and figure.role != "change":
            if not _RANGE.match(scene.after(place, 70) + "0"):
                break
            run.append(place)
    return run


def _relation(scene: Scene, whole: int, run: list[int]) -> Relation:
    parts = tuple(scene.figures[place] for place in run)
    above = sum(map(value_of, parts)) > value_of(scene.figures[whole])
    return Relation("sum", parts, scene.figures[whole], "sum.ranges", certain=above, held_only=not above)
