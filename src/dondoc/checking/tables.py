"""Relations that hold down the rows of a table: a share column, a total row.

Finds         kế hoạch 620 | giải ngân 310 | tỷ lệ 55,0, where in the other rows the third is the second to the first
              the row "Tổng cộng", where its other columns are the sums of the rows between
Leaves alone  a table in which most rows do not keep the relation: it states another one

That a column is the ratio of two others is never read from its head alone: most of the rows must keep it.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import permutations

from dondoc.checking.intervals import interval_of
from dondoc.checking.relation import Relation, computed_interval, value_of
from dondoc.checking.scene import Scene
from dondoc.facts import Quantity
from dondoc.text import Table

_TOTAL = re.compile(r"(?:tổng (?:cộng|số)|cộng|tổng|toàn (?:tỉnh|huyện|thành phố|ngành))\b", re.IGNORECASE)
_NESTED = re.compile(r"trong đó|[-+–•]", re.IGNORECASE)
_KEPT = 0.6
_TRIED = 12
_WIDEST = 12

Grid = list[dict[int, Quantity]]


def find(scene: Scene) -> Iterator[Relation]:
    """Yield the ratios and sums of all tables, row by row."""
    cells = {figure.span.start: figure for figure in scene.figures if figure.rule == "table.cell"}
    if not cells:
        return
    for table in scene.facts.text.tables:
        grid = _grid(table, cells)
        yield from _ratios(grid)
        yield from _totals(grid)


def _grid(table: Table, cells: dict[int, Quantity]) -> Grid:
    """The figures of each row by column."""
    rows: dict[int, dict[int, Quantity]] = {}
    for cell in table.cells:
        figure = next(
            (cells[at] for at in range(cell.span.start, min(cell.span.end, cell.span.start + 4)) if at in cells), None
        )
        if figure is not None:
            rows.setdefault(cell.row, {})[cell.column] = figure
    return [row for _, row in sorted(rows.items())]


def _ratios(grid: Grid) -> Iterator[Relation]:
    columns = sorted({column for row in grid for column in row})[:_WIDEST]
    shares = [c for c in columns if any(row[c].unit == "%" for row in grid if c in row)]
    amounts = [c for c in columns if c not in shares]
    for share in shares:
        pair = _pair_of(grid, share, amounts)
        if pair is None:
            continue
        for row in grid:
            relation = _ratio(row, share, *pair)
            if relation is not None:
                yield relation


def _pair_of(grid: Grid, share: int, amounts: Sequence[int]) -> tuple[int, int] | None:
    """The two columns whose ratio most rows give in the column ``share``."""
    best: tuple[float, tuple[int, int]] | None = None
    for pair in permutations(amounts, 2):
        relations = [_ratio(row, share, *pair) for row in grid[:_TRIED]]
        tried = [relation for relation in relations if relation is not None]
        kept = sum(_holds(relation) for relation in tried)
        if kept > 1 and kept >= _KEPT * len(tried) and (best is None or kept / len(tried) > best[0]):
            best = (kept / len(tried), pair)
    return best[1] if best else None


def _ratio(row: dict[int, Quantity], share: int, top: int, bottom: int) -> Relation | None:
    if not {share, top, bottom} <= row.keys() or row[top].unit != row[bottom].unit or value_of(row[bottom]) == 0:
        return None
    return Relation("ratio", (row[top], row[bottom]), row[share], "table.ratio")


def _holds(relation: Relation) -> bool:
    computed = computed_interval(relation)
    return computed is not None and computed.meets(interval_of(relation.result))


def _totals(grid: Grid) -> Iterator[Relation]:
    """The total row against the plain rows above it (or below, where it comes first)."""
    place = next((i for i, row in enumerate(grid) if _TOTAL.match(_name(row))), None)
    if place is None or len(grid) < 3 or place not in (0, len(grid) - 1):
        return
    others = [row for i, row in enumerate(grid) if i != place]
    if any(_NESTED.match(_name(row)) for row in others):
        return
    sums = []
    for column, total in grid[place].items():
        parts = tuple(row[column] for row in others if column in row)
        if total.unit != "%" and len(parts) > 1 and all(part.unit == total.unit for part in parts):
            sums.append(Relation("sum", parts, total, "table.total"))
    held = [relation for relation in sums if _holds(relation)]
    if held and 2 * len(held) >= len(sums):
        yield from sums


def _name(row: dict[int, Quantity]) -> str:
    return next(iter(row.values())).indicator or ""
