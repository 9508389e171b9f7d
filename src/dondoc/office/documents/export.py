"""The facts of a document as a workbook: one sheet of tasks, one of figures, one of findings."""

import io
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font

from dondoc.office.documents.cards import panel_of
from dondoc.office.documents.models import Fact

Value = str | int | Decimal | date | None
TASKS = (
    ("Mục", 8),
    ("Nhiệm vụ", 80),
    ("Chủ trì", 36),
    ("Phối hợp", 36),
    ("Hạn", 12),
    ("Hạn ghi", 24),
    ("Trạng thái", 16),
)
FIGURES = (
    ("Chỉ tiêu", 50),
    ("Giá trị", 20),
    ("Đơn vị", 12),
    ("Ghi trong văn bản", 24),
    ("Kỳ", 12),
    ("Loại", 16),
    ("So với", 16),
    ("Ước", 6),
    ("Trạng thái", 16),
)
FINDINGS = (("Kết luận", 16), ("Lý do", 80), ("Gợi ý sửa", 60), ("Trạng thái", 16))


def facts_sheet(facts: Sequence[Fact]) -> bytes:
    """The workbook. Words that begin with "=" stay words: no cell becomes a formula."""
    panel = panel_of(facts)
    workbook = Workbook(write_only=True)
    tasks: Iterable[Sequence[Value]] = (
        (
            card.item,
            card.text,
            "; ".join(card.lead),
            "; ".join(card.coordinating),
            card.deadline,
            card.deadline_text,
            card.fact.get_state_display(),
        )
        for card in panel.tasks
    )
    figures: Iterable[Sequence[Value]] = (
        (
            card.indicator,
            card.value,
            card.unit,
            card.text,
            card.period,
            card.role_label,
            card.base_label,
            "ước" if card.estimate else "",
            card.fact.get_state_display(),
        )
        for card in panel.figures
    )
    findings: Iterable[Sequence[Value]] = (
        (card.verdict_label, card.text, card.repair, card.fact.get_state_display()) for card in panel.findings
    )
    for title, columns, rows in (
        ("Nhiệm vụ", TASKS, tasks),
        ("Số liệu", FIGURES, figures),
        ("Cần xem", FINDINGS, findings),
    ):
        _sheet(workbook, title, columns, rows)
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def _sheet(workbook: Workbook, title: str, columns: Sequence[tuple[str, int]], rows: Iterable[Sequence[Value]]) -> None:
    sheet = workbook.create_sheet(title)
    sheet.freeze_panes = "A2"
    for number, (_name, width) in enumerate(columns):
        sheet.column_dimensions["ABCDEFGHI"[number]].width = width
    sheet.append([_cell(sheet, name, head=True) for name, _width in columns])
    for row in rows:
        sheet.append([_cell(sheet, value) for value in row])


def _cell(sheet: Any, value: Any, head: bool = False) -> Any:
    cell = WriteOnlyCell(sheet, value=value)
    if isinstance(value, str):
        cell.data_type = "s"
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    elif isinstance(value, date):
        cell.number_format = "dd/mm/yyyy"
    if head:
        cell.font = Font(bold=True)
    return cell
