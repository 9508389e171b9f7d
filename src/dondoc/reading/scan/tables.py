"""Ruled tables of a scanned page: each read for itself, its rules painted over, every word put into its cell.

Finds         grids of ruling lines, merged cells where a line is left out
Leaves alone  frames, underlines, tables without lines, what stands between the cells
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from PIL import Image

from dondoc.reading.pdflines import PdfLine
from dondoc.reading.ruling import RuledCell, Segment, grids
from dondoc.reading.scan.engine import Word
from dondoc.reading.scan.figures import read_again
from dondoc.reading.scan.oddities import with_doubts
from dondoc.reading.scan.rules import Rules, rules_of, without_rules
from dondoc.reading.scan.words import lines_of

_MOST_TABLES = 1_000
_FEWEST = 3
_MARGIN = 6
ENLARGED = 1.4
_SPECKS = "_|`´¦~"

Recogniser = Callable[[Image.Image], list[Word]]


@dataclass(frozen=True, slots=True)
class ScannedTable:
    """A table: the words by cell, from the top left on, in pixels of the page."""

    homes: Mapping[RuledCell, Sequence[Word]]

    @property
    def words(self) -> Iterator[Word]:
        """All words in the table."""
        return chain.from_iterable(self.homes.values())


def tables_of(
    image: Image.Image, scale: float, words_of: Recogniser, figures_of: Recogniser
) -> tuple[Image.Image, list[ScannedTable]]:
    """``image`` with its tables painted over, and the tables in it; ``scale``: points a pixel.

    ``words_of`` reads a table as a whole, ``figures_of`` a column of figures cut out of it.
    """
    rules = rules_of(image)
    if len(rules.horizontal) < _FEWEST or len(rules.vertical) < _FEWEST:
        return image, []
    clean = without_rules(image, rules)
    rest = image.copy()
    tables = []
    for cells in grids(*_segments(rules, image.height, scale)):
        box = _box(cells, image, scale)
        words = [_on_page(word, *box[:2]) for word in words_of(_enlarged(clean.crop(box)))]
        homes = _by_cell(cells, words, image.height, scale)
        tables.append(ScannedTable(read_again(homes, clean, scale, figures_of)))
        rest.paste(255, box)
    return rest, tables


def with_tables(
    lines: list[PdfLine], tables: Sequence[ScannedTable], image: Image.Image, scale: float, page: int
) -> list[PdfLine]:
    """``lines`` of a page with those of its ``tables`` cell by cell, each table behind what stands above it."""
    for number, table in enumerate(tables):
        top = max(cell.top for cell in table.homes)
        above = [index for index, line in enumerate(lines, 1) if line.bottom >= top and line.cell is None]
        at = max(above, default=0)
        while at < len(lines) and lines[at].cell is not None:
            at += 1
        inside = with_doubts(list(_lines_in(table, image, scale, page, page * _MOST_TABLES + number)))
        lines = [*lines[:at], *inside, *lines[at:]]
    return lines


def _segments(rules: Rules, height: int, scale: float) -> tuple[list[Segment], list[Segment]]:
    """``rules`` in points from the page's foot."""
    horizontal = [
        Segment((height - (rule.first + rule.last) / 2) * scale, rule.start * scale, rule.end * scale)
        for rule in rules.horizontal
    ]
    vertical = [
        Segment((rule.first + rule.last) / 2 * scale, (height - rule.end) * scale, (height - rule.start) * scale)
        for rule in rules.vertical
    ]
    return horizontal, vertical


def _box(cells: Sequence[RuledCell], image: Image.Image, scale: float) -> tuple[int, int, int, int]:
    left, right = min(cell.left for cell in cells) / scale, max(cell.right for cell in cells) / scale
    top = image.height - max(cell.top for cell in cells) / scale
    bottom = image.height - min(cell.bottom for cell in cells) / scale
    return (
        max(round(left) - _MARGIN, 0),
        max(round(top) - _MARGIN, 0),
        min(round(right) + _MARGIN, image.width),
        min(round(bottom) + _MARGIN, image.height),
    )


def _enlarged(image: Image.Image) -> Image.Image:
    """A table is set smaller than the text around it, and Tesseract reads it better larger."""
    return image.resize((round(image.width * ENLARGED), round(image.height * ENLARGED)), Image.Resampling.BICUBIC)


def _on_page(word: Word, left: int, top: int) -> Word:
    """``word`` of an enlarged table in pixels of the page; without the specks of ink that hold on to it."""
    return replace(
        word,
        text=word.text.strip(_SPECKS) or word.text,
        left=left + round(word.left / ENLARGED),
        right=left + round(word.right / ENLARGED),
        top=top + round(word.top / ENLARGED),
        bottom=top + round(word.bottom / ENLARGED),
    )


def _by_cell(
    cells: Sequence[RuledCell], words: Sequence[Word], height: int, scale: float
) -> dict[RuledCell, list[Word]]:
    """The ``words`` in each of ``cells``, those that stand in none left out."""
    homes: dict[RuledCell, list[Word]] = {cell: [] for cell in cells}
    for word in words:
        x, y = (word.left + word.right) / 2 * scale, (height - (word.top + word.bottom) / 2) * scale
        home = next((cell for cell in cells if cell.left <= x <= cell.right and cell.bottom <= y <= cell.top), None)
        if home is not None:
            homes[home].append(word)
    return homes


def _lines_in(table: ScannedTable, image: Image.Image, scale: float, page: int, number: int) -> Iterator[PdfLine]:
    """Yield the lines of the cells, from the top left on."""
    for cell, words in table.homes.items():
        place = (number, cell.row, cell.column, cell.rowspan, cell.colspan)
        for line in lines_of(words, image, scale, page):
            yield replace(line, column=0, cell=place)
