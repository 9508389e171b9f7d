"""Tables of a .pdf page by their ruling lines: cells, what they span, their words line by line.

Finds         grids of lines or of thin rectangles, merged cells where a line is left out
Leaves alone  pages with few lines (no cost), frames, underlines, tables without lines, pages that are turned
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from ctypes import byref, c_double, c_float
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from dondoc.reading.cleaning import clean
from dondoc.reading.pdflines import PdfLine

_THIN = 3.0
_NEAR = 2.5
_SHORTEST = 4.0
_FEWEST_PATHS = 4
_MOST_SEGMENTS = 12_000
_MOST_EDGES = 150
_MOST_TABLES = 1_000
_KEPT = 0.9
_LINE_HEIGHT = 0.75
_TALLEST = 14.0


class Segment(NamedTuple):
    """A ruling line: ``at`` is its y (horizontal) or x (vertical), from ``start`` to ``end`` along the other axis."""

    at: float
    start: float
    end: float


class _Letter(NamedTuple):
    """A letter, its middle, and the white space before it ("" none, " " or a line break)."""

    letter: str
    x: float
    y: float
    gap: str


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


def with_tables(page: Any, textpage: Any, lines: list[PdfLine], number: int) -> list[PdfLine]:
    """``lines`` of a page, those in ruled tables replaced by the lines of each cell, in reading order."""
    horizontal, vertical = _segments(page)
    if len(horizontal) < 3 or len(vertical) < 3:
        return lines
    tables = list(_tables(horizontal, vertical))
    letters = _letters(textpage) if tables else []
    for table, cells in enumerate(tables):
        lines = _placed(letters, lines, cells, number * _MOST_TABLES + table)
    return lines


def _segments(page: Any) -> tuple[list[Segment], list[Segment]]:
    """The horizontal and the vertical ruling lines of a page."""
    horizontal: list[Segment] = []
    vertical: list[Segment] = []
    raw = page.raw
    count = pdfium.FPDFPage_CountObjects(raw)
    paths = [
        found
        for index in range(count)
        if pdfium.FPDFPageObj_GetType(found := pdfium.FPDFPage_GetObject(raw, index)) == pdfium.FPDF_PAGEOBJ_PATH
    ]
    if len(paths) < _FEWEST_PATHS or len(paths) > _MOST_SEGMENTS:
        return [], []
    edges = [c_float() for _ in range(4)]
    for path in paths:
        if not pdfium.FPDFPageObj_GetBounds(path, *(byref(edge) for edge in edges)):
            continue
        left, bottom, right, top = (edge.value for edge in edges)
        width, height = right - left, top - bottom
        if height <= _THIN and width > _SHORTEST:
            horizontal.append(Segment((bottom + top) / 2, left, right))
        elif width <= _THIN and height > _SHORTEST:
            vertical.append(Segment((left + right) / 2, bottom, top))
        elif width > _SHORTEST and height > _SHORTEST and _is_stroked(path):
            horizontal += [Segment(bottom, left, right), Segment(top, left, right)]
            vertical += [Segment(left, bottom, top), Segment(right, bottom, top)]
    return horizontal, vertical


def _is_stroked(path: Any) -> bool:
    fill, stroke = pdfium.c_int(), pdfium.c_int()
    return bool(pdfium.FPDFPath_GetDrawMode(path, byref(fill), byref(stroke))) and bool(stroke.value)


def _tables(horizontal: Sequence[Segment], vertical: Sequence[Segment]) -> Iterator[list[RuledCell]]:
    """Yield the cells of each grid, from the top of the page down."""
    grids = [
        grid for rows, columns in _bands(horizontal, vertical) if (grid := _cells(rows, columns)) and len(grid) > 3
    ]
    yield from sorted(grids, key=lambda cells: -max(cell.top for cell in cells))


def _bands(horizontal: Sequence[Segment], vertical: Sequence[Segment]) -> Iterator[tuple[list[Segment], list[Segment]]]:
    """The lines of each grid: vertical lines that touch or overlap in height, and what crosses them."""
    groups: list[tuple[float, float, list[Segment]]] = []
    for line in sorted(vertical, key=lambda segment: -segment.end):
        if groups and line.end >= groups[-1][0] - _NEAR:
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
            if low - _NEAR <= line.at <= high + _NEAR and line.start < right + _NEAR and line.end > left - _NEAR
        ]
        yield rows, members


def _cells(rows: Sequence[Segment], columns: Sequence[Segment]) -> list[RuledCell]:
    ys = _clustered(line.at for line in rows)[::-1]
    xs = _clustered(line.at for line in columns)
    if not (3 <= len(xs) <= _MOST_EDGES and 3 <= len(ys) <= _MOST_EDGES):
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
        if not found or value - found[-1] > _NEAR:
            found.append(value)
    return found


def _by_edge(lines: Sequence[Segment], edges: Sequence[float]) -> list[list[Segment]]:
    """The lines that run along each edge (edges rising)."""
    found: list[list[Segment]] = [[] for _ in edges]
    for line in lines:
        at = bisect_left(edges, line.at - _NEAR)
        if at < len(edges) and abs(edges[at] - line.at) <= _NEAR + 0.01:
            found[at].append(line)
    return found


def _covers(lines: Sequence[Segment], at: float) -> bool:
    return any(line.start - _NEAR <= at <= line.end + _NEAR for line in lines)


def _placed(letters: Sequence[_Letter], lines: list[PdfLine], cells: Sequence[RuledCell], table: int) -> list[PdfLine]:
    """``lines`` with those inside the table taken out and the lines of its cells in their place."""
    left, right = min(cell.left for cell in cells) - _NEAR, max(cell.right for cell in cells) + _NEAR
    bottom, top = min(cell.bottom for cell in cells), max(cell.top for cell in cells)
    inside = [
        index
        for index, line in enumerate(lines)
        if bottom <= line.bottom + line.size / 2 <= top and line.left >= left and line.right <= right
    ]
    if not inside:
        return lines
    words = _words_of(letters, cells)
    written = [line for cell in cells for line in _lines_of(words.get(cell, ""), cell, lines[inside[0]], table)]
    before = sum(len(lines[index].words.replace(" ", "")) for index in inside)
    if sum(len(line.words.replace(" ", "")) for line in written) < _KEPT * before:
        return lines  # words between the cells: this is no table, or not one that we see whole
    dropped = set(inside)
    behind = [line for index, line in enumerate(lines[inside[0] :], inside[0]) if index not in dropped]
    return [*lines[: inside[0]], *written, *behind]


def _letters(textpage: Any) -> list[_Letter]:
    """The letters of a page in the order of its text layer, with the middle of each and what stood before it."""
    text = textpage.get_text_range()
    found: list[_Letter] = []
    edges = [c_double() for _ in range(4)]
    references = [byref(edge) for edge in edges]
    gap = ""
    for index, letter in enumerate(text):
        if letter.isspace():
            gap = "\n" if letter in "\r\n" or gap == "\n" else " "
            continue
        if pdfium.FPDFText_GetCharBox(textpage.raw, index, *references):
            left, right, bottom, top = (edge.value for edge in edges)
            found.append(_Letter(letter, (left + right) / 2, (bottom + top) / 2, gap))
            gap = ""
    return found


def _words_of(letters: Sequence[_Letter], cells: Sequence[RuledCell]) -> dict[RuledCell, str]:
    """The words in each cell; the text layer says where a word or a line ends."""
    tops = sorted({cell.top for cell in cells}, reverse=True)
    rows: list[list[RuledCell]] = [[] for _ in tops]
    falling = [-top for top in tops]
    for cell in cells:
        for number in range(bisect_left(falling, -cell.top), bisect_left(falling, -cell.bottom)):
            rows[number].append(cell)
    pieces: dict[RuledCell, list[str]] = {}
    last: RuledCell | None = None
    for letter in letters:
        row = bisect_left(falling, -letter.y) - 1
        home = next((cell for cell in rows[row] if cell.left <= letter.x <= cell.right), None) if row >= 0 else None
        if home is not None and letter.y >= home.bottom:
            own = pieces.setdefault(home, [])
            gap = letter.gap if home is last else "\n"
            own.append(gap + letter.letter if own else letter.letter)
            last = home
    return {cell: "".join(own) for cell, own in pieces.items()}


def _lines_of(words: str, cell: RuledCell, like: PdfLine, table: int) -> Iterator[PdfLine]:
    """The words of a cell, line by line, spread over its height."""
    found = [cleaned for line in words.split("\n") if (cleaned := _tidy(line))]
    if not found:
        return
    step = (cell.top - cell.bottom) / len(found)
    size = min(step * _LINE_HEIGHT, _TALLEST)
    place = (table, cell.row, cell.column, cell.rowspan, cell.colspan)
    for number, line in enumerate(found):
        yield replace(
            like,
            words=line,
            left=cell.left,
            right=cell.right,
            bottom=cell.top - step * (number + 0.5) - size / 2,
            size=size,
            column=0,
            stops=(),
            cell=place,
        )


def _tidy(line: str) -> str:
    return " ".join(clean(line.replace("\x02", "-").replace("\ufffe", "-"), markup=False).text.split())
