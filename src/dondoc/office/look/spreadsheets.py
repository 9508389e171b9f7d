"""A table as an Excel workbook: what a list shows, for those who go on in Excel."""

import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.http import HttpResponse
from django.utils.functional import Promise
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from dondoc.office.look.downloads import XLSX

BAND = "EEF1F4"
Column = tuple[str | Promise, int]
Value = str | int | float | date | Decimal | None


@dataclass(frozen=True, slots=True)
class Band:
    """A row of words across the table: the head of a group, whose rows Excel can fold away, or its sum."""

    words: str
    opens: bool = True


def draft_table(
    title: str, columns: Sequence[Column], rows: Iterable[Sequence[Value] | Band], above: Sequence[str] = ()
) -> bytes:
    """Return a workbook of one sheet; ``columns`` are (head, width). Numbers stay numbers, dates dates.

    ``above``: lines over the table, such as the filters it was made under.
    Words that begin with "=" stay words: a cell never becomes a formula.
    """
    workbook = Workbook(write_only=True)
    add_sheet(workbook, title, columns, rows, above)
    return saved(workbook)


def add_sheet(
    workbook: Workbook,
    title: str,
    columns: Sequence[Column],
    rows: Iterable[Sequence[Value] | Band],
    above: Sequence[str] = (),
) -> None:
    """Write one more sheet of a write-only ``workbook``; its head stays in sight and can be filtered by."""
    sheet = workbook.create_sheet(title)
    head = len(above) + 1
    sheet.freeze_panes = f"B{head + 1}"
    sheet.sheet_properties.outlinePr.summaryBelow = False
    for index, (_name, width) in enumerate(columns, start=1):
        sheet.column_dimensions[get_column_letter(index)].width = width
    for place, line in enumerate(above):
        cell = WriteOnlyCell(sheet, value=line)
        cell.data_type = "s"
        cell.font = Font(bold=place == 0)
        sheet.append([cell])
    sheet.append(_heads(sheet, columns))
    last, level = head, 0
    written = _written(sheet, len(columns))
    for row in rows:
        last += 1
        if isinstance(row, Band):
            level = int(row.opens)
        elif level:
            sheet.row_dimensions[last].outlineLevel = level
        sheet.append(written(row))
    sheet.auto_filter.ref = f"A{head}:{get_column_letter(len(columns))}{last}"


def saved(workbook: Workbook) -> bytes:
    """The workbook as a file."""
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def _heads(sheet: Any, columns: Sequence[Column]) -> list[Any]:
    made = [WriteOnlyCell(sheet, value=str(name)) for name, _width in columns]
    for cell in made:
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor="E4EEF6")
        cell.alignment = Alignment(vertical="top", wrap_text=True)
    return made


def _written(sheet: Any, width: int) -> Callable[[Sequence[Value] | Band], Iterator[Any]]:
    """How a row becomes cells, written one at a time: a few cells are styled once and filled anew for every value.

    A style costs more than the value it is for: twenty thousand rows with a style of each cell's own take 15 s.
    """
    words, days, figures, band = (WriteOnlyCell(sheet) for _kind in range(4))
    words.alignment = Alignment(vertical="top", wrap_text=True)
    days.alignment = figures.alignment = Alignment(vertical="top")
    days.number_format = "dd/mm/yyyy"
    band.font = Font(bold=True)
    band.fill = PatternFill("solid", fgColor=BAND)

    def fill(row: Sequence[Value] | Band) -> Iterator[Any]:
        if isinstance(row, Band):
            for place in range(width):
                band.value = None if place else row.words
                band.data_type = "n" if place else "s"
                yield band
            return
        for value in row:
            if value is None or value == "":
                yield None
                continue
            cell = words if isinstance(value, str) else days if isinstance(value, date) else figures
            cell.value = value
            if cell is words:
                cell.data_type = "s"
            yield cell

    return fill


def as_download(content: bytes, name: str) -> HttpResponse:
    """An answer that the browser saves as ``name``."""
    response = HttpResponse(content, content_type=XLSX)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
