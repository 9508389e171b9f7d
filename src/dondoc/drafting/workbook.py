"""The facts of one or more documents as an Excel workbook: one sheet each for documents, tasks, figures and checks."""

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from dondoc.facts import Check, Facts, Quantity

CellValue: TypeAlias = str | int | float | date | Decimal | None

ROLES = {
    "actual": "thực hiện",
    "plan": "kế hoạch",
    "share_of_plan": "tỷ lệ so kế hoạch",
    "change": "tăng, giảm",
    "cumulative": "lũy kế",
    "part": "trong đó",
    "rate": "tỷ lệ",
    "count": "số đếm",
    "rank": "thứ hạng",
}
BASES = {"previous": "kỳ trước", "same_period": "cùng kỳ", "plan": "kế hoạch", "other": "khác"}
KINDS = {
    "ratio": "tỷ lệ",
    "sum": "tổng",
    "difference": "hiệu",
    "growth": "tốc độ tăng",
    "equal": "nêu hai lần",
    "order": "thứ tự",
}
VERDICTS = {"consistent": "khớp", "inconsistent": "không khớp", "doubtful": "cần xem"}


def plain_words(words: str) -> str:
    """``words`` without the control characters that a workbook cannot hold."""
    return ILLEGAL_CHARACTERS_RE.sub("", words)


@dataclass(frozen=True, slots=True)
class Drafted:
    """One document to be written out: its name for the reader, its facts, its checks."""

    name: str
    facts: Facts
    checks: Sequence[Check]


def draft_workbook(documents: Iterable[Drafted]) -> bytes:
    """Return an .xlsx workbook of everything found in ``documents``; values are numbers, dates are dates."""
    workbook = Workbook()
    first = workbook.active
    assert isinstance(first, Worksheet)
    drafted = list(documents)
    _fill(first, "Văn bản", DOCUMENT_COLUMNS, (_document_row(one) for one in drafted))
    _fill(workbook.create_sheet(), "Nhiệm vụ", TASK_COLUMNS, (row for one in drafted for row in _task_rows(one)))
    _fill(workbook.create_sheet(), "Số liệu", FIGURE_COLUMNS, (row for one in drafted for row in _figure_rows(one)))
    _fill(workbook.create_sheet(), "Đối chiếu", CHECK_COLUMNS, (row for one in drafted for row in _check_rows(one)))
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


DOCUMENT_COLUMNS = {
    "Tệp": 30,
    "Loại": 18,
    "Số, ký hiệu": 16,
    "Cơ quan ban hành": 34,
    "Ngày": 12,
    "Kỳ báo cáo": 12,
    "Trích yếu": 70,
    "Nhiệm vụ": 10,
    "Số liệu": 10,
    "Không khớp": 11,
    "Cần xem": 10,
}
TASK_COLUMNS = {
    "Tệp": 30,
    "Mục": 8,
    "Nhiệm vụ": 80,
    "Chủ trì": 34,
    "Phối hợp": 34,
    "Hạn": 12,
    "Hạn (nguyên văn)": 26,
    "Căn cứ": 30,
    "Dòng": 8,
    "Quy tắc": 24,
}
FIGURE_COLUMNS = {
    "Tệp": 30,
    "Chỉ tiêu": 48,
    "Giá trị": 22,
    "Đơn vị": 16,
    "Kỳ": 18,
    "Vai trò": 18,
    "So với": 12,
    "Ước": 8,
    "Nguyên văn": 26,
    "Câu": 70,
    "Dòng": 8,
    "Quy tắc": 24,
}
CHECK_COLUMNS = {"Tệp": 30, "Loại": 14, "Kết luận": 14, "Phép tính": 70, "Cách sửa": 40, "Dòng": 8, "Quy tắc": 24}


def _document_row(one: Drafted) -> list[CellValue]:
    header, verdicts = one.facts.header, [check.verdict for check in one.checks]
    return [
        one.name,
        header.type,
        header.number or header.symbol,
        header.issuer,
        header.issued,
        header.period,
        header.subject,
        len(one.facts.directives),
        len(one.facts.quantities),
        verdicts.count("inconsistent"),
        verdicts.count("doubtful"),
    ]


def _task_rows(one: Drafted) -> Iterable[list[CellValue]]:
    text = one.facts.text
    for directive in one.facts.directives:
        deadline = directive.deadline
        yield [
            one.name,
            directive.item,
            text[directive.span],
            "; ".join(agency.name for agency in directive.lead),
            "; ".join(agency.name for agency in directive.coordinating),
            deadline.by if deadline else None,
            text[deadline.span] if deadline else None,
            "; ".join(reference.text for reference in directive.references),
            text.line_of(directive.span),
            directive.rule,
        ]


def _figure_rows(one: Drafted) -> Iterable[list[CellValue]]:
    text = one.facts.text
    for quantity in one.facts.quantities:
        yield [
            one.name,
            quantity.indicator,
            quantity.value,
            quantity.unit,
            quantity.period,
            ROLES[quantity.role],
            BASES[quantity.base] if quantity.base else None,
            "ước" if quantity.estimate else None,
            text[quantity.span],
            _around(one.facts, quantity),
            text.line_of(quantity.span),
            quantity.rule,
        ]


def _around(facts: Facts, quantity: Quantity, reach: int = 90) -> str:
    """The words about a figure, cut at the block that holds it."""
    content = facts.text.content
    start = max(content.rfind("\n", 0, quantity.span.start) + 1, quantity.span.start - reach)
    end = content.find("\n", quantity.span.end)
    end = min(end if end >= 0 else len(content), quantity.span.end + reach)
    return content[start:end].strip()


def _check_rows(one: Drafted) -> Iterable[list[CellValue]]:
    spans = {quantity.id: quantity.span for quantity in one.facts.quantities}
    for check in one.checks:
        at = spans.get(check.result or check.args[0])
        yield [
            one.name,
            KINDS[check.kind],
            VERDICTS[check.verdict],
            check.reason,
            check.repair,
            one.facts.text.line_of(at) if at else None,
            check.rule,
        ]


def _fill(sheet: Worksheet, title: str, columns: dict[str, int], rows: Iterable[Sequence[CellValue]]) -> None:
    sheet.title = title
    sheet.append(list(columns))
    for row in rows:
        sheet.append([plain_words(value) if isinstance(value, str) else value for value in row])
    for index, width in enumerate(columns.values(), start=1):
        sheet.column_dimensions[get_column_letter(index)].width = width
    for cell in sheet[1]:
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor="E8EEF4")
    for row_cells in sheet.iter_rows(min_row=2):
        for cell in row_cells:
            cell.alignment = Alignment(vertical="top", wrap_text=isinstance(cell.value, str))
            if isinstance(cell.value, str):
                cell.data_type = "s"  # words of a document never become a formula
            elif isinstance(cell.value, date):
                cell.number_format = "dd/mm/yyyy"
            elif isinstance(cell.value, Decimal):
                cell.number_format = "#,##0" if cell.value == cell.value.to_integral_value() else "#,##0.######"
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
