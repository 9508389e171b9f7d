"""The grids that ruling lines make on a page: their cells, and what each spans where a line is left out.

Lengths are points from the page's lower left corner. Frames and underlines make none: it takes three lines each way,
or four upright ones round the only row that a page break left of a table.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

NEAR = 2.5
_MOST_EDGES = 150
_OF_ONE_ROW = 4


class Segment(NamedTuple):
    """A ruling line: ``at`` is its y (horizontal) or x (vertical), from ``start`` to ``end`` along the other axis."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class RuledCell:
    """A cell of a ruled table, in points from the page's lower left corner."""

    row: int
    column: int
    rowspan: int
    colspan: int
    left: float
    bottom: float
    right: float
    top: float


def grids(horizontal: Sequence[Segment], vertical: Sequence[Segment]) -> Iterator[list[RuledCell]]:
    """Yield the cells of each grid that the ruling lines make, from the top of the page down."""
    found = [
        grid for rows, columns in _bands(horizontal, vertical) if (grid := cells_of(rows, columns)) and len(grid) > 3
    ]
    yield from sorted(found, key=lambda cells: -max(cell.top for cell in cells))


def _bands(horizontal: Sequence[Segment], vertical: Sequence[Segment]) -> Iterator[tuple[list[Segment], list[Segment]]]:
    """The lines of each grid: vertical lines that touch or overlap in height, and what crosses them."""
    groups: list[tuple[float, float, list[Segment]]] = []
    for line in sorted(vertical, key=lambda segment: -segment.end):
        if groups and line.end >= groups[-1][0] - NEAR:
            low, high, members = groups[-1]
            members.append(line)
            groups[-1] = (min(low, line.start), high, members)
        else:
            groups.append((line.start, line.end, [line]))
    for low, high, members in groups:
        left, right = min(line.at for line in members), max(line.at for line in members)
        rows = [
            line
            for line in horizontal
            if low - NEAR <= line.at <= high + NEAR and line.start < right + NEAR and line.end > left - NEAR
        ]
        yield rows, members


def cells_of(rows: Sequence[Segment], columns: Sequence[Segment]) -> list[RuledCell]:
    ys = _clustered(line.at for line in rows)[::-1]
    xs = _clustered(line.at for line in columns)
    fewest = 2 if len(xs) >= _OF_ONE_ROW else 3
    if not (3 <= len(xs) <= _MOST_EDGES and fewest <= len(ys) <= _MOST_EDGES):
        return []
    walls = _by_edge(columns, xs)
    floors = _by_edge(rows, ys[::-1])
    found: list[RuledCell] = []
    taken: set[tuple[int, int]] = set()
    height, width = len(ys) - 1, len(xs) - 1

    def walled(row: int, edge: int) -> bool:
        return _covers(walls[edge], (ys[row] + ys[row + 1]) / 2)

    def floored(edge: int, column: int) -> bool:
        return _covers(floors[len(ys) - 1 - edge], (xs[column] + xs[column + 1]) / 2)

    for row in range(height):
        for column in range(width):
            if (row, column) in taken:
                continue
            right = column + 1
            while right < width and (row, right) not in taken and not walled(row, right):
                right += 1
            below = row + 1
            while below < height and not any(floored(below, place) for place in range(column, right)):
                below += 1
            taken.update((r, c) for r in range(row, below) for c in range(column, right))
            found.append(RuledCell(row, column, below - row, right - column, xs[column], ys[below], xs[right], ys[row]))
    return found


def _clustered(values: Iterable[float]) -> list[float]:
    """``values`` in order, those that are nearly the same once."""
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > NEAR:
            found.append(value)
    return found


def _by_edge(lines: Sequence[Segment], edges: Sequence[float]) -> list[list[Segment]]:
    """The lines that run along each edge (edges rising)."""
    found: list[list[Segment]] = [[] for _ in edges]
    for line in lines:
        at = bisect_left(edges, line.at - NEAR)
        if at < len(edges) and abs(edges[at] - line.at) <= NEAR + 0.01:
            found[at].append(line)
    return found


def _covers(lines: Sequence[Segment], at: float) -> bool:
    return any(line.start - NEAR <= at <= line.end + NEAR for line in lines)
