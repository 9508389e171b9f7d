"""Parts of which each is told with two figures: how many, and how much.

Finds         465 dự án, tổng vốn 33,103 tỷ USD (trong KCN 229 dự án, vốn 15,408 tỷ USD; ngoài KCN 236 dự án, vốn 17,695
              tỷ USD) · 12 dự án với vốn 1,247 tỷ USD. Trong đó, 8 dự án cấp mới, vốn 1,132 tỷ USD. 4 dự án tăng vốn ...
Leaves alone  rows of which one lacks a figure · sums of which none holds and no slip explains the difference

Where one column adds up, the rows are all there is, and the other column must add up as well.
"""

import re
from collections.abc import Iterator

from dondoc.checking.arithmetic.intervals import is_exact
from dondoc.checking.arithmetic.relation import Relation, holds, is_nearly_exact, value_of
from dondoc.checking.names.wording import same_unit
from dondoc.checking.scene import Scene

_OPENS = re.compile(
    r"(?:trong (?:đó|số đó|số này)|(?:bao )?gồm|chia ra|cụ thể|như sau|:|\()[^.;()\d]{0,60}\Z", re.IGNORECASE
)
_OTHER = re.compile(r"tăng|giảm|so với|cùng kỳ|kế hoạch|lũy kế|luỹ kế", re.IGNORECASE)
_HELD = ("actual", "count", "cumulative", "part", "plan")
_REACH, _ROWS = 8, 8


def find(scene: Scene) -> Iterator[Relation]:
    """Yield the two sums of each list of rows, where one of them holds or a slip explains why not."""
    for first in sorted(scene.told_by("trong đó", "trong số", "gồm", "chia ra", "cụ thể", "như sau", ":", "(")):
        if first < 2 or not _is_row(scene, first) or _OPENS.search(scene.between(first - 1, first)) is None:
            continue
        whole = _whole(scene, first)
        if whole is None:
            continue
        rows = _rows(scene, whole, first)
        if len(rows) < 2:
            continue
        sums = [_sum(scene, whole[column], [row[column] for row in rows]) for column in (0, 1)]
        exact = [_adds_up(one) for one in sums]
        for one, other_is_exact in zip(sums, reversed(exact), strict=True):
            if other_is_exact or holds(one):
                yield one


def _sum(scene: Scene, whole: int, places: list[int]) -> Relation:
    return Relation("sum", tuple(scene.figures[place] for place in places), scene.figures[whole], "sum.rows")


def _adds_up(relation: Relation) -> bool:
    """Whether counts add up, or amounts do within the rounding of their figures."""
    if all(map(is_exact, (*relation.args, relation.result))):
        return sum(map(value_of, relation.args)) == value_of(relation.result)
    return is_nearly_exact(relation)


def _is_row(scene: Scene, place: int) -> bool:
    """Whether a count of things and an amount stand side by side."""
    if place < 0 or place + 1 >= len(scene.figures) or scene.sentence[place] != scene.sentence[place + 1]:
        return False
    count, amount = scene.figures[place : place + 2]
    plain = count.role in _HELD and amount.role in _HELD and amount.unit not in ("%", None) and count.unit is not None
    if not plain or not is_exact(count) or not _is_amount(scene, place + 1) or "/" in (amount.unit or ""):
        return False
    gap = scene.between(place, place + 1)
    return ";" not in gap and len(gap) < 80 and _OTHER.search(gap) is None and "/" not in gap


def _is_amount(scene: Scene, place: int) -> bool:
    return scene.figures[place].unit in ("đồng", "USD", "EUR", "ha", "tấn")


def _whole(scene: Scene, first: int) -> tuple[int, int] | None:
    """The row before the list, without what is said of it."""
    for place in range(first - 2, max(first - _REACH, -1), -1):
        if scene.sentence[first] - scene.sentence[place] > 1 or scene.block[first] - scene.block[place] > 1:
            return None
        if _is_row(scene, place) and not scene.has_closed(place, first):
            return place, place + 1
    return None


def _rows(scene: Scene, whole: tuple[int, int], first: int) -> list[tuple[int, int]]:
    """The rows from ``first`` on in the units of the whole, with what is said of each left out."""
    rows: list[tuple[int, int]] = []
    place, last = first, first
    while place + 1 < len(scene.figures) and len(rows) < _ROWS:
        if scene.block[place] - scene.block[last] > 1 or scene.sentence[place] - scene.sentence[last] > 1:
            break
        alike = _is_row(scene, place) and all(
            same_unit(scene.figures[place + column], scene.figures[whole[column]]) for column in (0, 1)
        )
        if alike:
            rows.append((place, place + 1))
            last, place = place + 1, place + 2
        elif rows and _is_said(scene, place):
            place += 1
        else:
            break
    return rows


def _is_said(scene: Scene, place: int) -> bool:
    figure = scene.figures[place]
    base = scene.between(place - 1, place).rstrip().endswith("(") and ")" in scene.after(place, 30)
    base = base or _OTHER.search(scene.between(place - 1, place)) is not None
    return figure.unit in ("%", "lần") or figure.role == "change" or base
