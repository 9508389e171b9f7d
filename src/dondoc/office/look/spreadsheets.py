"""A table as an Excel workbook: what a list shows, for those who go on in Excel."""

import io
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django.http import HttpResponse
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
Value = str | int | float | date | Decimal | None


def draft_table(title: str, columns: Sequence[tuple[str, int]], rows: Iterable[Sequence[Value]]) -> bytes:
    """Return a workbook of one sheet; ``columns`` are (head, width). Numbers stay numbers, dates dates.

    Words that begin with "=" stay words: a cell never becomes a formula.
    """
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet(title)
    sheet.freeze_panes = "B2"
    for index, (_, width) in enumerate(columns, start=1):
        sheet.column_dimensions[get_column_letter(index)].width = width

    def cell(value: Value, *, head: bool = False) -> Any:
        made: Any = WriteOnlyCell(sheet, value=value)  # type: ignore[arg-type]
        if isinstance(value, str):
            made.data_type = "s"
        elif isinstance(value, date):
            made.number_format = "dd/mm/yyyy"
        made.alignment = Alignment(vertical="top", wrap_text=isinstance(value, str))
        if head:
            made.font = Font(bold=True)
            made.fill = PatternFill("solid", fgColor="E4EEF6")
        return made

    sheet.append([cell(name, head=True) for name, _ in columns])
    count = 1
    for row in rows:
        sheet.append([cell(value) for value in row])
        count += 1
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{count}"
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def as_download(content: bytes, name: str) -> HttpResponse:
    """An answer that the browser saves as ``name``."""
    response = HttpResponse(content, content_type=MEDIA_TYPE)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
