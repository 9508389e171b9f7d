"""Shares told with their part, their whole and what is left: three of the four figures show which one has slipped.

Finds         giao đất cho 164 hộ ...; có 741 hộ nhận đất (86%), 23 hộ chưa nhận: 141
              kiểm tra 420 mẫu, có 407 mẫu đạt chuẩn (96,9%), 13 mẫu không đạt, of 402 mẫu written for 420
              đã lắp 57 trạm ...; so với nhu cầu 160 trạm mới đạt 35,6%, còn 103 trạm, whichever of them
Leaves alone  shares that two figures near them give · figures of which one slip does not make what the others ask
"""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import permutations

from dondoc.checking.arithmetic.intervals import interval_of, telling_digits
from dondoc.checking.arithmetic.relation import Relation, holds, value_of
from dondoc.checking.claimed.slips import exact_slip, ways_of
from dondoc.checking.names.wording import same_unit
from dondoc.checking.nearest.known import Known
from dondoc.checking.nearest.shares import is_open
from dondoc.checking.scene import Scene
from dondoc.facts import Quantity

REMAINDER = "ratio.remainder"
_BACK, _AHEAD, _MOST = 8, 5, 7
_RARE, _HUNDRED, _CLOSE = Decimal("0.01"), Decimal(100), 0.1


def find(scene: Scene, known: Known) -> Iterator[Relation]:
    """Yield the shares that one slip in their part or whole keeps from holding, and what is left from being it."""
    for index in range(1, len(scene.figures)):
        share = scene.figures[index]
        if share.unit != "%" or share.approx is not None or share.id in known.wrong:
            continue
        if value_of(share) < _HUNDRED and is_open(scene, known, index, planned=True):
            relation = _slipped(scene, known, index)
            if relation is not None:
                yield relation


def _slipped(scene: Scene, known: Known, index: int) -> Relation | None:
    """The share of a figure beside it and another near it that a third one of their unit shows."""
    near, values, share = _near(scene, index), known.amounts.values, known.amounts.values[index]
    best, least, tried = None, _RARE, 0
    for own in near:
        if abs(own - index) > 1:
            continue
        alike = [place for place in near if place != own and same_unit(scene.figures[place], scene.figures[own])]
        for other, left in permutations(alike, 2):
            tried += 1
            for part, whole in ((own, other), (other, own)):
                some, all_, rest = values[part], values[whole], values[left]
                if not _may_give(share, some, some + rest) and not _may_give(share, all_ - rest, all_):
                    continue
                chance = _chance(scene, part, whole, left, index) * tried
                if chance <= least:
                    best, least = _ratio(scene, part, whole, index), chance
    return best if best is not None and not _is_given(scene, near, index) else None


def _may_give(share: float, part: float, whole: float) -> bool:
    return abs(part * 100 - share * whole) <= _CLOSE * share * whole


def _is_given(scene: Scene, near: list[int], index: int) -> bool:
    """Whether two figures near a share give it, of which it stands right behind one."""
    own = index - 1
    alike = [at for at in near if own in near and at != own and same_unit(scene.figures[at], scene.figures[own])]
    return any(holds(_ratio(scene, *pair, index)) for at in alike for pair in ((own, at), (at, own)))


def _near(scene: Scene, index: int) -> list[int]:
    """The amounts near a share, nearest first, in its sentence and the one before."""
    places = []
    around = (*range(index - 1, max(index - _BACK, -1), -1), *range(index + 1, min(index + _AHEAD, len(scene.figures))))
    for place in sorted(around, key=lambda at: abs(at - index)):
        figure = scene.figures[place]
        apart = scene.sentence[index] - scene.sentence[place]
        fits = 0 <= apart <= 1 and scene.block[place] == scene.block[index] and figure.role != "rank"
        if fits and scene.is_amount(place) and value_of(figure) > 0:
            places.append(place)
    return places[:_MOST]


def _chance(scene: Scene, part: int, whole: int, left: int, index: int) -> Decimal:
    """How likely a share and what is left would by chance agree that one slip stands in the part or the whole."""
    some, all_, rest = scene.figures[part], scene.figures[whole], scene.figures[left]
    found = Decimal(1)
    for figure, meant in ((all_, value_of(some) + value_of(rest)), (some, value_of(all_) - value_of(rest))):
        slip = exact_slip(figure, meant) if meant > 0 and figure.approx is None else None
        if slip not in ("digit", "swap"):
            continue
        mended = replace(figure, value=meant)
        args = (some, mended) if figure is all_ else (mended, all_)
        relation = Relation("ratio", args, scene.figures[index], REMAINDER)
        if holds(relation):
            digits = telling_digits(figure)
            found = min(found, ways_of(slip, digits) * Decimal(1).scaleb(-digits) * _room(relation))
    return found


def _room(relation: Relation) -> Decimal:
    """How large a part of all shares are the one that is told, as exactly as its figures are."""
    told = interval_of(relation.result)
    return (told.high - told.low) / _HUNDRED + 1 / value_of(relation.args[1])


def _ratio(scene: Scene, part: int, whole: int, index: int) -> Relation:
    args: tuple[Quantity, Quantity] = scene.figures[part], scene.figures[whole]
    return Relation("ratio", args, scene.figures[index], REMAINDER)
