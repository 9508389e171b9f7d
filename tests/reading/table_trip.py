"""How well ruled tables survive the scanner: the own appendices printed in several sizes, sealed, scanned, read again.

``python -m tests.reading.table_trip [NAME ...] [--show]`` prints for each paper how many cells came back in place, how
many figures came back otherwise, and how many of those nobody is warned of.
"""

import re
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.shared import Cm, Pt

from dondoc import read
from dondoc.text import Span, Text
from tests.extraction.tables import appendices
from tests.extraction.tables.appendices import Appendix, shown
from tests.reading.round_trip import printed
from tests.reading.scanned import scan

SIZES = ((10, True), (12, True), (11, False))  # letters in points, whether on a landscape page with centred cells
_FIGURE = re.compile(r"-?\d[\d.,]*")
Place = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Trip:
    """What became of one table: cells, those that came back in place, figures, those that changed, those unmarked."""

    cells: int
    placed: int
    figures: int
    wrong: tuple[tuple[str, str], ...]
    unmarked: tuple[tuple[str, str], ...]


def paper(appendix: Appendix, folder: Path, name: str, size: int, landscape: bool) -> bytes:
    """``appendix`` printed as .pdf, its letters ``size`` points."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    if landscape:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Cm(29.7), Cm(21)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2)
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(size)
    style.paragraph_format.space_after = Pt(0)
    for line in appendix.above:
        document.add_paragraph(line)
    formats = dict(appendix.formats)
    table = document.add_table(len(appendix.rows), max(map(len, appendix.rows)), "Table Grid")
    for row, values in enumerate(appendix.rows):
        for column, value in enumerate(values):
            cell = table.cell(row, column)
            cell.text = shown(value, formats.get(column, "#,##0"))
            if landscape:
                cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    for first, left, last, right in appendix.merges:
        table.cell(first, left).merge(table.cell(last, right))
    path = folder / f"{name}-typed.docx"
    document.save(str(path))
    return printed(path.read_bytes(), folder, name)


def compare(before: Text, after: Text) -> Trip:
    """What the scan ``after`` says otherwise than the print ``before``."""
    right, seen = _cells(before), _cells(after)
    figures = {place: before[span] for place, span in right.items() if _FIGURE.fullmatch(before[span])}
    wrong, unmarked = [], []
    for place, words in figures.items():
        span = seen.get(place, Span(0, 0))
        if after[span] != words:
            wrong.append((words, after[span]))
            if place in seen and not any(doubt.span.overlaps(span) for doubt in after.doubts):
                unmarked.append(wrong[-1])
    return Trip(len(right), len(right.keys() & seen.keys()), len(figures), tuple(wrong), tuple(unmarked))


def _cells(text: Text) -> dict[Place, Span]:
    return {
        (number, cell.row, cell.column, cell.rowspan, cell.colspan): cell.span
        for number, table in enumerate(text.tables)
        for cell in table.cells
        if cell.span.end > cell.span.start
    }


def trips(wanted: list[str]) -> Iterator[tuple[str, Trip]]:
    """Yield each paper's name and what became of it."""
    kept = {name.lower(): one for name, one in vars(appendices).items() if isinstance(one, Appendix)}
    with tempfile.TemporaryDirectory() as folder:
        for name, appendix in kept.items():
            for size, landscape in SIZES if not wanted or name in wanted else ():
                data = paper(appendix, Path(folder), f"{name}-{size}", size, landscape)
                yield f"{name}-{size}", compare(read(data, name="a.pdf"), read(scan(data), name="a.pdf"))


def main() -> None:
    """Print the figures."""
    found = []
    for name, trip in trips([given for given in sys.argv[1:] if not given.startswith("-")]):
        found.append(trip)
        said = f"cells {trip.placed}/{trip.cells}  figures {trip.figures}  wrong {len(trip.wrong)}"
        print(f"{name:16} {said}  unmarked {len(trip.unmarked)}", flush=True)
        for right, seen in trip.unmarked if "--show" in sys.argv else ():
            print(f"    {right} -> {seen}")
    cells, placed = sum(trip.cells for trip in found), sum(trip.placed for trip in found)
    figures, wrong = sum(trip.figures for trip in found), sum(len(trip.wrong) for trip in found)
    unmarked = sum(len(trip.unmarked) for trip in found)
    print(f"{placed}/{cells} cells in place; of {figures} figures {wrong} read otherwise, {unmarked} of them unmarked")


if __name__ == "__main__":
    main()
