"""Tables of a .pdf page by their ruling lines: cells, what they span, their words line by line.

Finds         grids of lines or of thin rectangles, merged cells where a line is left out
Leaves alone  pages with few lines (no cost), frames, underlines, tables without lines, pages that are turned
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from ctypes import byref, c_double, c_float
from dataclasses import replace
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from dondoc.reading.cleaning import clean
from dondoc.reading.pdflines import PdfLine
from dondoc.reading.ruling import NEAR, RuledCell, Segment, grids

_THIN = 3.0
_SHORTEST = 4.0
_FEWEST_PATHS = 4
_MOST_SEGMENTS = 12_000
_MOST_TABLES = 1_000
_KEPT = 0.9
_LINE_HEIGHT = 0.75
_TALLEST = 14.0


class _Letter(NamedTuple):
    """A letter, its middle, and the white space before it ("" none, " " or a line break)."""

    letter: str
    x: float
    y: float
    gap: str


def with_tables(page: Any, textpage: Any, lines: list[PdfLine], number: int) -> list[PdfLine]:
    """``lines`` of a page, those in ruled tables replaced by the lines of each cell, in reading order."""
    horizontal, vertical = _segments(page)
    if len(horizontal) < 2 or len(vertical) < 3:
        return lines
    tables = list(grids(horizontal, vertical))
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


def _placed(letters: Sequence[_Letter], lines: list[PdfLine], cells: Sequence[RuledCell], table: int) -> list[PdfLine]:
    """``lines`` with those inside the table taken out and the lines of its cells in their place."""
    left, right = min(cell.left for cell in cells) - NEAR, max(cell.right for cell in cells) + NEAR
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
