"""Shares told side by side of one whole: what most of them are of, the others are of too, whatever their words.

Finds         320 hồ sơ ...: mức một 96 hồ sơ (30%), mức hai 144 hồ sơ (54%), mức ba 80 hồ sơ (25%): 45
              trang trại 82 con, đạt 34,17%; hợp tác xã 108 con (54%); còn lại 50 con (20,83%): of 240 all of them
              trồng mới 436 ha ... keo 123 ha (36,2%), quế 94 ha (27,6%), hồi 123 ha (36,2%): all of 340
Leaves alone  shares that another figure near them gives · wholes that one slip does not explain · two shares of few
              digits, which many a figure would be the whole of
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from dondoc.checking.arithmetic.intervals import Interval, interval_of, is_exact, telling_digits
from dondoc.checking.arithmetic.relation import Relation, computed_interval, needed_interval, value_of
from dondoc.checking.arithmetic.repair import find_repair
from dondoc.checking.claimed.bound_shares import is_explained, is_told_of
from dondoc.checking.claimed.slips import chance_of_slip, ways_of
from dondoc.checking.names.wording import same_unit
from dondoc.checking.nearest.known import Known
from dondoc.checking.nearest.shares import OF_OTHERS, THAT_IS, is_open
from dondoc.checking.scene import Scene

PARALLEL = "ratio.parallel"
_NEAR, _BACK, _AHEAD, _FEWEST, _MOST = 6, 30, 4, 2, 12
_LIKELY, _EXACT, _RARE = Decimal("0.15"), Decimal("0.02"), Decimal("0.0005")


class _Told(NamedTuple):
    """Where a share stands and the part that it is told of."""

    share: int
    part: int


class _Alike(NamedTuple):
    """The shares of a row that are of one whole, what that is, and how likely others would agree so."""

    shares: frozenset[_Told]
    whole: Interval
    chance: Decimal


def find(scene: Scene, known: Known) -> Iterator[Relation]:
    """Yield the shares that are not of the whole of those beside them, and those of a whole that has slipped."""
    for row in _rows(scene):
        alike = _alike(scene, row)
        if alike is None:
            continue
        wholes = [place for place in _near(scene, row) if alike.whole.meets(interval_of(scene.figures[place]))]
        if not wholes:
            yield from _of_slipped(scene, known, row, alike)
            continue
        for told in row:
            if told not in alike.shares and _is_untold(scene, known, told):
                yield from _of_others(scene, told, wholes, alike)


def _of_others(scene: Scene, told: _Told, wholes: Sequence[int], alike: _Alike) -> Iterator[Relation]:
    """A share that is not of what those beside it are of, where one slip explains it and no other figure does."""
    for whole in wholes:
        relation = _ratio(scene, told, whole)
        if is_explained(scene, relation):
            return
        if _may_have_slipped(scene, relation, alike):
            yield relation
            return


def _may_have_slipped(scene: Scene, relation: Relation, alike: _Alike) -> bool:
    """Whether one slip in the share or its part explains it: any, where many others or exact ones are of the whole."""
    if len(alike.shares) == _FEWEST and alike.chance > _EXACT:
        return chance_of_slip(scene, relation, frozenset((relation.args[1].id,))) <= _LIKELY
    spans = (relation.result, computed_interval(relation)), (relation.args[0], needed_interval(relation, 0))
    repairs = (find_repair(scene.facts.text, figure, span) for figure, span in spans if span is not None)
    return any(repair is not None and not repair.cost for repair in repairs)


def _rows(scene: Scene) -> Iterator[list[_Told]]:
    """The shares told beside amounts of one unit, near each other and all behind them or all before."""
    row: list[_Told] = []
    for index, figure in enumerate(scene.figures):
        told = _told(scene, index) if figure.unit == "%" else None
        if told is None:
            continue
        if row and not (_goes_on(scene, row[-1], told) and len(row) < _MOST):
            if len(row) >= _FEWEST:
                yield row
            row = []
        row.append(told)
    if len(row) >= _FEWEST:
        yield row


def _told(scene: Scene, index: int) -> _Told | None:
    """The share at ``index`` with the amount right before it, or the one behind that words tie to it."""
    share, behind = scene.figures[index], index + 1
    if share.role == "change" or share.approx is not None or not value_of(share) > 0:
        return None
    if index and is_told_of(scene, index):
        return None if OF_OTHERS.search(scene.before(index, 60)) else _Told(index, index - 1)
    if behind == len(scene.figures) or scene.sentence[behind] != scene.sentence[index] or not scene.is_amount(behind):
        return None
    tied = OF_OTHERS.search(scene.before(index, 60)) is None
    return _Told(index, behind) if tied and THAT_IS.fullmatch(scene.between(index, behind).lstrip(") ")) else None


def _goes_on(scene: Scene, last: _Told, told: _Told) -> bool:
    first = min(told)
    line = scene.block[first] - scene.block[last.share] == 1 and scene.block[first - 1] != scene.block[first]
    near = told.share - last.share <= _NEAR and (scene.sentence[told.share] == scene.sentence[last.share] or line)
    same = told.share - told.part == last.share - last.part
    return near and same and same_unit(scene.figures[last.part], scene.figures[told.part])


def _alike(scene: Scene, row: Sequence[_Told]) -> _Alike | None:
    """Most of the shares of a row that may be of one whole."""
    spans = {told: span for told in row if (span := needed_interval(_ratio(scene, told, told.part), 1)) is not None}
    best: _Alike | None = None
    for first in spans:
        low, high, chance = spans[first].low, spans[first].high, Decimal(1)
        shares = [first]
        for told, span in spans.items():
            if told != first and span.low <= high and low <= span.high:
                chance *= min(Decimal(1), (span.high - span.low + high - low) / high)
                low, high = max(low, span.low), min(high, span.high)
                shares.append(told)
        several = len({scene.figures[told.part].value for told in shares}) >= _FEWEST
        if several and (best is None or len(shares) > len(best.shares)):
            best = _Alike(frozenset(shares), Interval(low, high), chance)
    return best if best is not None and 2 * len(best.shares) >= len(row) else None


def _near(scene: Scene, row: Sequence[_Told]) -> Iterator[int]:
    """The amounts before a row and behind it that its shares may be of, nearest first."""
    part, first, last = scene.figures[row[0].part], min(row[0]), max(row[-1])
    counted = is_exact(part)
    ahead = [place for place in range(last + 1, min(last + _AHEAD, len(scene.figures)))
             if scene.sentence[place] == scene.sentence[last]]  # fmt: skip
    for place in (*range(first - 1, max(first - _BACK, -1), -1), *ahead):
        figure = scene.figures[place]
        alike = figure.unit == part.unit or (counted and is_exact(figure))
        if alike and scene.is_amount(place) and figure.role != "rank":
            yield place


def _of_slipped(scene: Scene, known: Known, row: Sequence[_Told], alike: _Alike) -> Iterator[Relation]:
    """The shares of a figure that one slip keeps from being their whole."""
    if not all(_is_untold(scene, known, told) for told in alike.shares):
        return
    size = alike.whole.high - alike.whole.low
    for tried, place in enumerate(_near(scene, row), start=1):
        whole = scene.figures[place]
        if place > row[0].part or whole.id in known.reckoned or whole.id in known.shares or whole.id in known.by_result:
            continue
        repair = find_repair(scene.facts.text, whole, alike.whole)
        if repair is None or repair.cost:
            continue
        room = max(size / alike.whole.high, Decimal(1).scaleb(-telling_digits(whole)))
        if alike.chance * ways_of(repair.slip, telling_digits(whole)) * room * tried <= _RARE:
            of_whole = [_ratio(scene, told, place) for told in sorted(alike.shares)]
            yield from (one for one in of_whole if not is_explained(scene, one))
            return


def _is_untold(scene: Scene, known: Known, told: _Told) -> bool:
    return scene.figures[told.share].id not in known.wrong and is_open(scene, known, told.share)


def _ratio(scene: Scene, told: _Told, whole: int) -> Relation:
    args = scene.figures[told.part], scene.figures[whole]
    return Relation("ratio", args, scene.figures[told.share], PARALLEL)
