"""How many stand in each range, or went each way, of all there are.

Finds         14/22 xã đạt chuẩn, 4 xã đạt từ 15 - 18 tiêu chí, 4 xã đạt từ 10 - 14 tiêu chí
              Trong 28 đơn vị được giao vốn: 12 đơn vị giải ngân trên 50%; 9 đơn vị từ 30 - 50%; 7 đơn vị dưới 30%
              có 110 xã: 15 xã đạt 19 tiêu chí, 6 xã đạt từ 15 - 18 tiêu chí, 41 xã đạt từ 10 - 14 tiêu chí, ...
              trong 6 mặt hàng có 4 mặt hàng tăng giá và 2 mặt hàng giảm giá
Leaves alone  12 xã đạt trên 10 tiêu chí, 8 xã đạt trên 15 tiêu chí: the second are some of the first
              4 xã đạt từ 15 tiêu chí, 3 xã đạt từ 10 tiêu chí, where nothing says of how many

More than there are cannot be right; fewer may be all that is told.
"""

import re
from collections.abc import Iterator

from dondoc.checking.arithmetic.intervals import is_exact
from dondoc.checking.arithmetic.relation import Relation, value_of
from dondoc.checking.names.exclusive import are_exclusive
from dondoc.checking.names.wording import same_unit
from dondoc.checking.scene import Scene
from dondoc.checking.shares.ratio_places import is_pair

_RANGE = re.compile(
    r"[^,;.()]{0,50}?\b(?:(?P<closed>từ|dưới)|trên|không quá|đạt)\s*(?:\*\*)?\d|[^,;.()\d]{0,20}\bđạt và vượt\b",
    re.IGNORECASE,
)
_AMONG = re.compile(r"\b(?:trong|trên)(?: tổng)?(?: số)?\s+\Z", re.IGNORECASE)
_CLAUSE = re.compile(r"[,;.(]|\svà\s")
_FEWEST, _SURE, _REACH = 2, 3, 14


def find(scene: Scene) -> Iterator[Relation]:
    """Yield the sums of the counts in ranges behind the number of all."""
    done = -1
    among = scene.told_by("trong", "trên")
    for first, figure in enumerate(scene.figures[:-_FEWEST]):
        if first <= done or not is_exact(figure):
            continue
        if is_exact(scene.figures[first + 1]) and is_pair(scene, first):
            run = _run(scene, first + 1)
            if len(run) >= _FEWEST:
                done = first + 1
                yield _relation(scene, first + 1, [first, *run])
        elif figure.role == "count" or first in among:
            run = _partition(scene, first) or (_exclusive(scene, first) if first in among else [])
            if run:
                done = run[-1]
                yield _relation(scene, first, run)


def _partition(scene: Scene, whole: int) -> list[int]:
    """The counts in ranges behind ``whole``, where these do not overlap."""
    run = _run(scene, whole)
    closed = sum(_is_closed(scene, place) for place in run)
    return run if len(run) >= _SURE and closed >= _FEWEST else []


def _is_closed(scene: Scene, place: int) -> bool:
    """Whether a range ends on both sides, or has all below a bound: no part of another one."""
    found = _RANGE.match(scene.after(place, 70) + "0")
    return found is not None and found["closed"] is not None


def _run(scene: Scene, whole: int) -> list[int]:
    """The counts in the unit of ``whole`` behind it, each with a range behind it."""
    run: list[int] = []
    for place in _alike(scene, whole):
        if not _RANGE.match(scene.after(place, 70) + "0"):
            break
        run.append(place)
    return run


def _exclusive(scene: Scene, whole: int) -> list[int]:
    """``trong 6 mặt hàng có 4 mặt hàng tăng giá và 2 mặt hàng giảm giá``: each went another way."""
    if not _AMONG.search(scene.before(whole, 30)):
        return []
    run = list(_alike(scene, whole))
    names = [_CLAUSE.split(scene.after(place, 40))[0] for place in run]
    return run if len(run) >= _FEWEST and are_exclusive(names) else []


def _alike(scene: Scene, whole: int) -> Iterator[int]:
    """The counts of the sentence in the unit of ``whole``, which it names again, behind it."""
    for place in range(whole + 1, min(whole + _REACH, len(scene.figures))):
        if scene.sentence[place] != scene.sentence[whole]:
            return
        figure = scene.figures[place]
        if same_unit(figure, scene.figures[whole]) and is_exact(figure) and figure.role != "change":
            yield place


def _relation(scene: Scene, whole: int, run: list[int]) -> Relation:
    parts = tuple(scene.figures[place] for place in run)
    above = sum(map(value_of, parts)) > value_of(scene.figures[whole])
    return Relation("sum", parts, scene.figures[whole], "sum.ranges", certain=above, held_only=not above)
