"""Rows of Rich Text tables put together: cells by the edges that each row states, merges resolved."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from dondoc.reading.items import Item, ItemCell, ItemTable

_MOST_CELLS = 200


@dataclass(slots=True)
class Row:
    """A row: the right edge and the merges of each cell as stated, and the paragraphs of each cell."""

    edges: list[tuple[int, frozenset[str]]] = field(default_factory=list)
    cells: list[list[Item]] = field(default_factory=list)


def put_together(items: Iterable[Item | Row]) -> list[Item | ItemTable]:
    """``items`` with neighbouring rows made a table."""
    found: list[Item | ItemTable] = []
    for is_row, group in groupby(items, key=lambda item: isinstance(item, Row)):
        if is_row:
            found.append(_table([item for item in group if isinstance(item, Row)]))
        else:
            found.extend(item for item in group if isinstance(item, Item))
    return found


def _table(rows: Sequence[Row]) -> ItemTable:
    stops = sorted({edge for row in rows for edge, _ in row.edges})
    columns = {edge: number + 1 for number, edge in enumerate(stops)}
    table = ItemTable()
    above: dict[int, ItemCell] = {}
    for number, row in enumerate(rows):
        at = 0
        last: ItemCell | None = None
        for index, items in enumerate(row.cells[:_MOST_CELLS]):
            edge, merges = row.edges[index] if index < len(row.edges) else (0, frozenset[str]())
            end = max(columns.get(edge, at + 1), at + 1)
            upper = above.get(at)
            if "clvmrg" in merges and upper is not None:
                upper.rowspan = number - upper.row + 1
                upper.items.extend(items)
            elif "clmrg" in merges and last is not None:
                last.colspan = end - last.column
                last.items.extend(items)
            else:
                last = ItemCell(number, at, 1, end - at, items)
                table.cells.append(last)
                above[at] = last
            at = end
    return table
