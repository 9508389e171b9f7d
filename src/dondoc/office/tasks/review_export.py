"""A review as an Excel workbook: every line, and the sum below them."""

from collections.abc import Sequence

from django.utils.translation import gettext

from dondoc.office.look.spreadsheets import draft_table
from dondoc.office.tasks.reviewing import CELLS, Line, Review

NAME, NUMBER, RATE = 44, 14, 18


def draft_review_sheet(found: Review, title: str, above: Sequence[str] = ()) -> bytes:
    """``found`` as one sheet; ``above``: what was counted, and when."""
    columns = [
        (found.way.label, NAME),
        (gettext("Hoàn thành đúng hạn"), NUMBER),
        (gettext("Hoàn thành quá hạn"), NUMBER),
        (gettext("Chưa hoàn thành, trong hạn"), NUMBER),
        (gettext("Chưa hoàn thành, quá hạn"), NUMBER),
        (gettext("Chưa có thời hạn"), NUMBER),
        (gettext("Tỷ lệ hoàn thành trên số đến hạn (%)"), RATE),
    ]
    named = [*((line.name or gettext("Chưa rõ chủ trì"), line) for line in found.lines)]
    rows = [_cells(name, line) for name, line in (*named, (gettext("Tổng số"), found.total))]
    return draft_table(title, columns, rows, above=above)


def _cells(name: str, line: Line) -> list[str | int | float | None]:
    rate = round(line.rate, 1) if line.rate is not None else None
    return [name, *(getattr(line, cell) for cell in CELLS), rate]
