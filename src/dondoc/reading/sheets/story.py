"""Writes the words and tables of sheets into a :class:`dondoc.text.Text`.

The source is the words of the cells with the separators of the content, so that the two run side by side and the map
between them needs a new run only where a cell had to be cleaned.
"""

import unicodedata
from collections.abc import Sequence

from dondoc.reading.assembly import kind_of, single_spaced, through
from dondoc.reading.cleaning import clean
from dondoc.reading.sheets.grid import SheetCell, address
from dondoc.text import Block, BlockKind, Cell, OffsetMap, Place, Run, Span, Table, Text

_FILLED = 4
_SPARSE = 1_000


class SheetStory:
    """A text in the making."""

    def __init__(self) -> None:
        self._content: list[str] = []
        self._source: list[str] = []
        self._length = self._source_length = 0
        self._runs: list[Run] = []
        self._run = (0, 0)
        self._blocks: list[Block] = []
        self._places: list[Place] = []
        self._tables: list[Table] = []

    def paragraph(self, part: str, words: str, kind: BlockKind | None = None) -> None:
        """Write ``words`` as a block of its own."""
        if not words.strip():
            return
        if self._length:
            self._separate("\n")
        span = self._put(part, words)
        if span.end > span.start:
            shown = "".join(self._content[-1:]) if kind is None else ""
            self._blocks.append(Block(kind or kind_of(shown), span, 0 if kind == "heading" else None))

    def table(self, name: str, rows: Sequence[Sequence[SheetCell]]) -> None:
        """Write ``rows`` of the sheet ``name``, empty cells as well where the table is not mostly empty."""
        top, left = rows[0][0].row, min(row[0].column for row in rows)
        right = max(row[-1].column for row in rows)
        fills = (right - left + 1) * len(rows) <= _FILLED * sum(map(len, rows)) + _SPARSE
        cells: list[Cell] = []
        covered: dict[int, int] = {}
        for row in rows:
            here = {cell.column: cell for cell in row}
            at = row[0].row
            separator = "\n" if self._length else ""
            for column in range(left, right + 1) if fills else sorted(here):
                cell = here.get(column)
                if cell is None and covered.get(column, -1) >= at:
                    continue
                if separator:
                    self._separate(separator)
                separator = "\t"
                if cell is None:
                    cells.append(Cell(at - top, column - left, Span(self._length, self._length)))
                    continue
                if cell.rowspan > 1 or cell.colspan > 1:
                    covered |= dict.fromkeys(range(column, column + cell.colspan), at + cell.rowspan - 1)
                span = self._put(f"cell:{name}!{address(at, column)}", cell.words)
                if span.end > span.start:
                    self._blocks.append(Block("cell", span))
                cells.append(Cell(at - top, column - left, span, cell.rowspan, cell.colspan))
        self._tables.append(Table(Span(cells[0].span.start, self._length), tuple(cells)))

    def _separate(self, separator: str) -> None:
        self._content.append(separator)
        self._source.append(separator)
        self._length += 1
        self._source_length += 1

    def _put(self, part: str, words: str) -> Span:
        start = self._length
        self._places.append(Place(self._source_length, part))
        self._source.append(words)
        if (words.isascii() and words.isprintable() and words == words.strip() and "  " not in words) or _is_clean(
            words
        ):
            self._content.append(words)
            self._length += len(words)
        else:
            self._clean(words)
        self._source_length += len(words)
        return Span(start, self._length)

    def _clean(self, words: str) -> None:
        """Put ``words`` as they read: composed, single spaces, one line."""
        self._close()
        cleaned = clean(words, markup=False)
        text = cleaned.text.replace("\n", " ")
        local: list[Run] = []
        pieces: list[str] = []
        length = self._length
        for piece, a, b, _ in single_spaced(text, len(text) - len(text.lstrip()), len(text.rstrip())):
            if piece:
                pieces.append(piece)
                local.append(Run(length, length + len(piece), a, b))
                length += len(piece)
        self._content.append("".join(pieces))
        self._length = length
        for run in through(local, cleaned.origin):
            shift = self._source_length
            self._runs.append(Run(run.start, run.end, run.source_start + shift, run.source_end + shift))
        self._run = (self._length, self._source_length + len(words))

    def _close(self) -> None:
        start, source = self._run
        if self._length > start:
            self._runs.append(Run(start, self._length, source, self._source_length))

    def text(self, form: str, warnings: tuple[str, ...]) -> Text:
        """The finished text."""
        self._close()
        return Text(
            content="".join(self._content),
            blocks=tuple(self._blocks),
            source="".join(self._source),
            origin=OffsetMap(self._runs),
            tables=tuple(self._tables),
            places=tuple(self._places),
            format=form,
            warnings=warnings,
        )


def _is_clean(words: str) -> bool:
    """Whether ``words`` can stand as they are."""
    return (
        words.isprintable() and words == words.strip() and "  " not in words and unicodedata.is_normalized("NFC", words)
    )
