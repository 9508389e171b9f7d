"""Relations between the rows of a table: a group and its rows, a total and everything it totals.

Finds         I = 1 + 2 + 3 · "Tổng cộng" · subtotals of groups · parts ("Trong đó") that exceed their whole
Leaves alone  percentages, prices, yields; groups whose rows do not add up in any column: they are no parts
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dondoc.checking.tables.forms import holds
from dondoc.checking.tables.grid import Entry, Grid

_ADDED = frozenset({"plan", "actual", "cumulative", "count", "part", "change"})
_RATE = re.compile(
    r"năng suất|bình quân|đơn giá|/\s?(?:ha|người|hộ|km|m2|m²|năm|tháng)\b|mật độ|tỷ suất|xếp hạng|thứ hạng",
    re.IGNORECASE,
)
_NOT_ADDED = frozenset(("%", "điểm", "điểm %"))
_FEW = 2
_TELLING = 100
_MARKS_ADDED = re.compile(r"[(=]\s*[\dIVXA-Z]+\s*\+\s*[\dIVXA-Z]+|cộng \(|tổng \(", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class RowSum:
    """``parts`` should give ``whole``. ``strength`` is how sure the table makes it: 2 the family adds up in other
    columns, 1 it is likely to, 0 only a slip would show that it should. ``partial`` parts need not be all;
    ``named`` wholes call themselves a total."""

    parts: tuple[Entry, ...]
    whole: Entry
    row: int
    column: int
    held: bool
    strength: int
    partial: bool = False
    named: bool = False


def find_sums(grid: Grid) -> Iterator[RowSum]:
    """Yield the claims of every group and total, column by column."""
    families = _families(grid)
    tried = {whole: _tried(grid, whole, parts) for whole, parts in families.items()}
    groups = [whole for whole in families if not _is_total(grid, whole) and not _is_partial(grid, families[whole])]
    counted = [(sum(one.held for one in tried[whole]), len(tried[whole])) for whole in groups]
    adding = sum(held for held, _ in counted) * 2 >= sum(count for _, count in counted)
    unadded = _unadded(tried.values())
    for whole, parts in families.items():
        claims = tried[whole]
        held = sum(one.held for one in claims)
        if _is_partial(grid, parts):
            yield from _partial(claims, held)
            continue
        named = _is_total(grid, whole)
        strength = _strength(held, len(claims), named=named, adding=adding and len(groups) > 1)
        if strength < 0:
            continue
        for one in claims:
            doubted = not one.held and (one.column in unadded or _is_average(one))
            yield RowSum(one.parts, one.whole, one.row, one.column, one.held, 0 if doubted else strength, named=named)


def _families(grid: Grid) -> dict[int, list[int]]:
    """Index of the whole → indexes of its parts."""
    found: dict[int, list[int]] = {}
    for index, row in enumerate(grid.rows):
        if row.parent is not None and row.kind != "group":
            found.setdefault(row.parent, []).append(index)
    families: dict[int, list[int]] = {}
    for whole, parts in found.items():
        full = [part for part in parts if not grid.rows[part].partial]
        families[whole] = full or parts
    return {whole: parts for whole, parts in families.items() if len(parts) > 1 or _is_partial(grid, parts)}


def _is_partial(grid: Grid, parts: Sequence[int]) -> bool:
    return all(grid.rows[part].partial for part in parts)


def _is_total(grid: Grid, whole: int) -> bool:
    row = grid.rows[whole]
    return row.kind == "total" or _MARKS_ADDED.search(row.name) is not None


def _tried(grid: Grid, whole: int, parts: Sequence[int]) -> list[RowSum]:
    """The sums of one family, in each column that can be added."""
    found: list[RowSum] = []
    if _RATE.search(grid.rows[whole].name):
        return found
    for column, entries in grid.columns.items():
        head = grid.heads.get(column)
        total = entries.get(whole)
        if (
            total is None
            or grid.compares(column)
            or total.unit in _NOT_ADDED
            or head is None
            or head.role not in _ADDED
            or _RATE.search(" ".join(head.head))
        ):
            continue
        if total.unit is not None and "/" in total.unit:
            continue
        added = tuple(entry for part in parts if (entry := entries.get(part)) is not None)
        if not added or any(_differ(entry.unit, total.unit) for entry in added) or (len(added) < 2 and len(parts) > 1):
            continue
        if total.value == 0 and all(entry.value == 0 for entry in added):
            continue
        found.append(RowSum(added, total, whole, column, bool(holds("sum", added, total)), 0))
    return found


def _unadded(tried: Iterable[Sequence[RowSum]]) -> set[int]:
    """The columns that no family adds up in, of those that several could: prices, ranks, averages without a name."""
    held: dict[int, list[bool]] = {}
    for claims in tried:
        for one in claims:
            held.setdefault(one.column, []).append(one.held)
    return {column for column, outcomes in held.items() if len(outcomes) > 1 and not any(outcomes)}


def _is_average(one: RowSum) -> bool:
    """Whether the total lies among its parts, as an average does and a sum of several does not.

    A sum in which one part has slipped upwards is still no less than the others together.
    """
    values = [part.value for part in one.parts if part.value > 0]
    if len(values) <= _FEW or not min(values) <= one.whole.value <= max(values):
        return False
    return one.whole.value < sum(values) - max(values)


def _differ(first: str | None, second: str | None) -> bool:
    return first != second and first is not None and second is not None


def _strength(held: int, count: int, *, named: bool, adding: bool) -> int:
    """How sure it is that a family adds up; -1 where it does not."""
    if held * 2 >= count and held:
        return 2 if held > 1 or named else 1
    if named:
        return 1 if count <= 2 or held else -1
    if adding and (count <= 2 or held):
        return 1
    return 0 if count == 1 or held else -1


def _partial(claims: Sequence[RowSum], held: int) -> Iterator[RowSum]:
    """Parts that need not be all: they add up where most columns show it, and never exceed the whole."""
    complete = (held >= 2 and held * 4 >= 3 * len(claims)) or _is_hardly_chance(claims, held)
    for one in claims:
        if complete and len(one.parts) > 1:
            yield RowSum(one.parts, one.whole, one.row, one.column, one.held, 1)
        else:
            yield RowSum(one.parts, one.whole, one.row, one.column, one.held, 0, partial=True)


def _is_hardly_chance(claims: Sequence[RowSum], held: int) -> bool:
    """Whether half of a few columns add up exactly, in figures too long to do so by accident."""
    telling = [one for one in claims if one.held and len(one.parts) > 1 and abs(one.whole.value) >= _TELLING]
    return held * 2 >= len(claims) and any(all(part.value for part in one.parts) for one in telling)
