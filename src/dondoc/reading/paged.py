"""Lines of pages to a :class:`dondoc.text.Text`: for .pdf files and scans, whose lines know where they stand.

``Text.source`` is the lines of the pages, a form feed between pages; ``places`` names "page:<n>".
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from dondoc.reading.assembly import Dropped
from dondoc.reading.cleaning import Cleaned
from dondoc.reading.flow import assemble
from dondoc.reading.frames import frame_of, in_content
from dondoc.reading.pdfflow import find_noise, join, mark_note, measure
from dondoc.reading.pdflines import PdfLine
from dondoc.text import Cell, Doubt, Frame, OffsetMap, Page, Place, Repair, Span, Table, Text


@dataclass(slots=True)
class Sheet:
    """A page that was read: its size in points, its lines, how it was turned to read it."""

    width: float
    height: float
    lines: list[PdfLine] = field(default_factory=list)
    turn: int = 0
    tilt: float = 0.0
    scanned: bool = False


def to_text(sheets: Sequence[Sheet], *, form: str, warnings: Sequence[str] = ()) -> Text:
    """Return the text that the lines of ``sheets`` make up; at least one must have lines."""
    lines = [line for sheet in sheets for line in sheet.lines]
    noise = find_noise(lines, [sheet.height for sheet in sheets])
    noise = noise if len(noise) < len(lines) else set()
    told = [line for index, line in enumerate(lines) if index not in noise]
    common = measure([line for line in told if line.cell is None] or told)
    lines = [mark_note(line, common) if line.cell is None else line for line in lines]
    kept = [line for index, line in enumerate(lines) if index not in noise]
    source, starts, places = _written(lines)
    spans = [Span(start, start + len(line.words)) for start, line in zip(starts, lines, strict=True)]
    dropped = [Dropped(starts[index], lines[index].words, "page-edge") for index in sorted(noise)]
    cleaned = Cleaned(source, OffsetMap.identity(len(source)))
    paragraphs = join(kept, [span for index, span in enumerate(spans) if index not in noise], common)
    text = assemble(cleaned, paragraphs, source, form=form, places=places, warnings=tuple(warnings), dropped=dropped)
    placed = list(zip(starts, lines, strict=True))
    doubts = [(Span(at + a, at + b), sure) for at, line in placed for a, b, sure in line.doubts]
    mends = [(Span(at + a, at + b), was) for at, line in placed for a, b, was in line.mends]
    runs = text.origin.runs
    return replace(
        text,
        pages=_pages(sheets, lines, starts),
        tables=_tables(text, lines, starts),
        doubts=tuple(Doubt(span, sure) for span, sure in in_content(doubts, runs)),
        repairs=tuple(
            sorted(
                [*text.repairs, *(Repair("ocr-slip", at, was, text[at]) for at, was in in_content(mends, runs))],
                key=lambda repair: repair.span,
            )
        ),
    )


def _tables(text: Text, lines: Sequence[PdfLine], starts: Sequence[int]) -> tuple[Table, ...]:
    """The tables that the blocks of ``text`` are cells of, empty cells put in where nothing was written."""
    found: dict[int, list[Cell]] = {}
    for block in text.blocks:
        if block.kind == "cell":
            line = lines[max(bisect_right(starts, text.to_source(block.span).start) - 1, 0)]
            if line.cell is not None:
                table, row, column, rowspan, colspan = line.cell
                found.setdefault(table, []).append(Cell(row, column, block.span, rowspan, colspan))
    return tuple(Table(Span(cells[0].span.start, cells[-1].span.end), _filled(cells)) for cells in found.values())


def _filled(cells: Sequence[Cell]) -> tuple[Cell, ...]:
    """``cells`` with empty ones in the places that none of them covers."""
    covered = {
        (cell.row + down, cell.column + right)
        for cell in cells
        for down in range(cell.rowspan)
        for right in range(cell.colspan)
    }
    height, width = max(row for row, _ in covered) + 1, max(column for _, column in covered) + 1
    empty = [(row, column) for row in range(height) for column in range(width) if (row, column) not in covered]
    everything = sorted(
        [*cells, *(Cell(row, column, Span(-1, -1)) for row, column in empty)], key=lambda c: (c.row, c.column)
    )
    filled: list[Cell] = []
    at = cells[0].span.start
    for cell in everything:
        filled.append(replace(cell, span=Span(at, at)) if cell.span.start < 0 else cell)
        at = filled[-1].span.end
    return tuple(filled)


def _written(lines: Sequence[PdfLine]) -> tuple[str, list[int], tuple[Place, ...]]:
    """The source that ``lines`` make up, where each of them begins, and where the pages do."""
    pieces: list[str] = []
    starts: list[int] = []
    places: list[Place] = []
    at = page = 0
    for line in lines:
        if line.page != page:
            if page:
                pieces.append("\f")
                at += 1
            page = line.page
            places.append(Place(at, f"page:{page}"))
        starts.append(at)
        pieces.append(line.words + "\n")
        at += len(line.words) + 1
    return "".join(pieces), starts, tuple(places)


def _pages(sheets: Sequence[Sheet], lines: Sequence[PdfLine], starts: Sequence[int]) -> tuple[Page, ...]:
    sizes = [(sheet.width, sheet.height) for sheet in sheets]
    frames: list[list[Frame]] = [[] for _ in sheets]
    for line, start in zip(lines, starts, strict=True):
        frames[line.page - 1].append(frame_of(line, start, sizes[line.page - 1]))
    return tuple(
        Page(sheet.width, sheet.height, tuple(own), sheet.turn, sheet.tilt, sheet.scanned)
        for sheet, own in zip(sheets, frames, strict=True)
    )
