"""The share of each row in the total of its column.

Finds         | Tổng số | 19.489 | 100,0 | · | Dịch vụ | 4.332 | 27,2 | (22,2), where the other rows keep it
Leaves alone  a column that most rows do not keep to: it is the share of something else
"""

from collections.abc import Iterator
from typing import NamedTuple

from dondoc.checking.tables.forms import holds
from dondoc.checking.tables.grid import Entry, Grid

_ALL = 100.0
_FEWEST = 3
_SHARE = 0.66


class RowShare(NamedTuple):
    """``part`` of ``whole``, two figures of one column, should be ``result``; ``held`` where it is."""

    part: Entry
    whole: Entry
    result: Entry
    held: bool


def find_shares(grid: Grid, taken: frozenset[int]) -> Iterator[RowShare]:
    """Yield the shares of the rows in their total, for the columns of percentages that are not ``taken``."""
    amounts = grid.amounts()
    for column in grid.shares():
        if column in taken or grid.units[column] != "%":
            continue
        near = [other for other in reversed(amounts) if other < column][:3]
        found = next((shares for other in near if (shares := _of_total(grid, other, column))), [])
        yield from found


def _of_total(grid: Grid, amount: int, share: int) -> list[RowShare]:
    """The shares of one column in the total of another; nothing where too few rows keep to it."""
    amounts, shares = grid.columns[amount], grid.columns[share]
    for total in _totals(grid, amounts, shares):
        rows = [row for row in amounts if row != total and row in shares]
        held = {row: _holds(amounts, row, total, shares) for row in rows}
        tried = [RowShare(amounts[row], amounts[total], shares[row], held[row]) for row in rows]
        telling = [one for one in tried if 0 < one.part.value < one.whole.value and one.result.value not in (0, _ALL)]
        kept = sum(one.held for one in telling)
        if kept >= max(_FEWEST - 1, _SHARE * len(tried)) and len(telling) >= _FEWEST:
            whole = amounts[total]
            off = total in shares and not _holds(amounts, total, total, shares)
            return [*tried, RowShare(whole, whole, shares[total], False)] if off else tried
    return []


def _holds(amounts: dict[int, Entry], row: int, total: int, shares: dict[int, Entry]) -> bool:
    return bool(holds("ratio", (amounts[row], amounts[total]), shares[row]))


def _totals(grid: Grid, amounts: dict[int, Entry], shares: dict[int, Entry]) -> list[int]:
    """The rows that may be the total: the largest ones told to be one, or with a share of a hundred."""
    most = max((entry.value for entry in amounts.values()), default=0.0)
    largest = [row for row, entry in amounts.items() if entry.value == most]
    named = [row for row in largest if grid.rows[row].kind == "total" or (row in shares and shares[row].value == _ALL)]
    return named or largest[:1]
