"""Lines of pages to a :class:`dondoc.text.Text`: for .pdf files and scans, whose lines know where they stand.

``Text.source`` is the lines of the pages, a form feed between pages; ``places`` names "page:<n>".
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from dondoc.reading.assembly import Dropped
from dondoc.reading.cleaning import Cleaned
from dondoc.reading.flow import assemble
from dondoc.reading.frames import doubts_of, frame_of
from dondoc.reading.pdfflow import find_noise, join, mark_note, measure
from dondoc.reading.pdflines import PdfLine
from dondoc.text import Frame, OffsetMap, Page, Place, Span, Text


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
    common = measure([line for index, line in enumerate(lines) if index not in noise])
    lines = [mark_note(line, common) for line in lines]
    kept = [line for index, line in enumerate(lines) if index not in noise]
    source, starts, places = _written(lines)
    spans = [Span(start, start + len(line.words)) for start, line in zip(starts, lines, strict=True)]
    dropped = [Dropped(starts[index], lines[index].words, "page-edge") for index in sorted(noise)]
    cleaned = Cleaned(source, OffsetMap.identity(len(source)))
    paragraphs = join(kept, [span for index, span in enumerate(spans) if index not in noise], common)
    text = assemble(cleaned, paragraphs, source, form=form, places=places, warnings=tuple(warnings), dropped=dropped)
    doubts = [(at + a, at + b, sure) for at, line in zip(starts, lines, strict=True) for a, b, sure in line.doubts]
    pages = _pages(sheets, lines, starts)
    return replace(text, pages=pages, doubts=tuple(doubts_of(doubts, text.origin.runs)))


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
