"""Figures in a row that make the one before or behind them, whatever words stand between them.

Finds         3.842 tàu cá; trong đó tàu dưới 6m là 1.124 chiếc, từ 6m đến dưới 12m là 1.206 chiếc, ...
              Số thu đạt 1.284,36 tỷ đồng. So với chỉ tiêu (1.950 tỷ đồng) đạt 65,9%. Cụ thể: thuế xuất khẩu 84,26 ...
Leaves alone  figures of few digits, which some of many make by chance
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from dondoc.checking.arithmetic.intervals import telling_digits
from dondoc.checking.arithmetic.relation import Relation, value_of
from dondoc.checking.names.additive import adds_up
from dondoc.checking.nearest.known import Amounts, Known
from dondoc.checking.scene import Scene

_STARTS, _NEARLY = 6, 1.0000001
_FEWEST, _DIGITS = 3, 3
_BUDGET, _TOLD = Decimal("0.0006"), Decimal("0.006")
_OPENS = re.compile(r"trong đó|gồm|chia ra|phân|cụ thể|như sau|[:(]", re.IGNORECASE)


def find(scene: Scene, known: Known) -> Iterator[Relation]:
    """Yield the sums of three figures and more that stand in a row behind their whole, or before it."""
    amounts = known.amounts
    for index in amounts.places:
        told = known.by_result.get(scene.figures[index].id)
        if (told is not None and told.form == "sum") or scene.figures[index].role == "change":
            continue
        for near in (amounts.behind[index], amounts.before[index]):
            relation = _row(scene, amounts, index, near) if len(near) >= _FEWEST else None
            if relation is not None:
                if not known.tells(relation):
                    yield relation
                break


def _row(scene: Scene, amounts: Amounts, index: int, near: list[int]) -> Relation | None:
    """The shortest row of figures on one side of a whole that makes it."""
    places = [place for place in near if scene.figures[place].role != "change"]
    values, tried = [amounts.values[place] for place in places], 0
    least, most = amounts.values[index] / _NEARLY, amounts.values[index] * _NEARLY
    for start in range(min(_STARTS, len(places) - _FEWEST + 1)):
        total = 0.0
        for end in range(start, len(places)):
            total += values[end]
            tried += 1
            if total >= least:
                if total <= most and end - start + 1 >= _FEWEST:
                    relation = _told(scene, index, sorted(places[start : end + 1]), tried)
                    if relation is not None:
                        return relation
                break
    return None


def _told(scene: Scene, index: int, row: list[int], tried: int) -> Relation | None:
    whole, parts = scene.figures[index], tuple(scene.figures[place] for place in row)
    digits = telling_digits(whole)
    if digits < _DIGITS or sum(map(value_of, parts)) != value_of(whole) or not adds_up(scene, index):
        return None
    opened = row[0] > index and _OPENS.search(scene.between(row[0] - 1, row[0])) is not None
    if Decimal(tried).scaleb(-digits) > (_TOLD if opened else _BUDGET):
        return None
    return Relation("sum", parts, whole, "sum.nearest-row", certain=False, held_only=True)
