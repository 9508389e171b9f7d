"""Table cells as quantities: the row names them, the head of the column says in which role.

Finds         | Nguồn vốn | Kế hoạch (tỷ đồng) | Giải ngân (tỷ đồng) | Tỷ lệ (%) |
              | Vốn nước ngoài (ODA) | 620 | 310 | 50,0 |  (plan, actual, share_of_plan of Vốn nước ngoài (ODA))
              the unit of the caption where the column names none: Đơn vị tính: triệu đồng
Leaves alone  the column of running numbers; cells with words; cells whose figure the text rules have read already
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from dondoc.facts import Evidence, Quantity, Role
from dondoc.grammar.numbers import read_number
from dondoc.text import Cell, Span, Table, Text

_NUMBER = re.compile(r"[-–−+]?\s*\d[\d.,]*")
_HEADS = 4
_CAPTION = re.compile(r"(?:đơn vị(?: tính)?|đvt)\s*:?\s*(?P<unit>[^\n;()]{1,30})", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\((?:đvt\s*:?\s*)?(?P<unit>[^()\d]{1,25})\)", re.IGNORECASE)
_INDEX = re.compile(r"(?:s?tt|số tt|số thứ tự|a|b)\Z", re.IGNORECASE)
_SHARE = re.compile(r"tỷ lệ|tỉ lệ|%|đạt|so (?:với )?(?:kế hoạch|kh|dự toán)|th/kh", re.IGNORECASE)
_AGAINST = re.compile(r"cùng kỳ|năm trước|tháng trước|svck|so với năm", re.IGNORECASE)
_PLAN = re.compile(r"kế hoạch|dự toán|chỉ tiêu|\bkh\b|vốn giao|được giao", re.IGNORECASE)
_SO_FAR = re.compile(r"l[uũ]y kế|luỹ kế|cộng dồn|\d+ tháng|từ đầu năm", re.IGNORECASE)
_SCALES = {"nghìn": 3, "ngàn": 3, "triệu": 6, "tỷ": 9, "tỉ": 9}
_MONEY = {"đồng": "đồng", "usd": "USD", "đ": "đồng"}


@dataclass(frozen=True, slots=True)
class _Column:
    head: str
    unit: str | None
    scale: int
    role: Role


def table_quantities(text: Text, period: str | None, known: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """Return the figures of all tables that ``known`` does not hold, ids from the next one after ``known`` on."""
    starts = sorted(quantity.span.start for quantity in known)
    found: list[Quantity] = []
    for table in text.tables:
        head, rows = _rows(text, table)
        if not rows:
            continue
        columns = _columns(text, table, head)
        for row in rows:
            found += _read_row(text, row, columns, period, starts, len(known) + len(found))
    return tuple(found)


def _rows(text: Text, table: Table) -> tuple[list[Cell], list[list[Cell]]]:
    """The cells of the head, and the rows below it: the head ends before the first row with two figures."""
    by_row: dict[int, list[Cell]] = {}
    for cell in table.cells:
        by_row.setdefault(cell.row, []).append(cell)
    rows = [sorted(cells, key=lambda cell: cell.column) for _, cells in sorted(by_row.items())]
    first = next((i for i, cells in enumerate(rows) if sum(_is_number(text, cell) for cell in cells) > 1), len(rows))
    if first == 0 or first > _HEADS:
        return [], []
    return [cell for cells in rows[:first] for cell in cells], rows[first:]


def _is_number(text: Text, cell: Cell) -> bool:
    return _NUMBER.fullmatch(text[cell.span].strip(" *%\n")) is not None


def _columns(text: Text, table: Table, head: Sequence[Cell]) -> dict[int, _Column]:
    caption = None
    for caption in _CAPTION.finditer(text.content[max(0, table.span.start - 200) : table.span.start]):  # noqa: B007
        pass
    shared = caption["unit"].strip(" *.") if caption else ""
    words: dict[int, list[str]] = {}
    for cell in head:
        for column in range(cell.column, cell.column + cell.colspan):
            words.setdefault(column, []).append(" ".join(text[cell.span].replace("*", "").split()))
    return {column: _column(" ".join(parts), shared) for column, parts in words.items()}


def _column(head: str, shared: str) -> _Column:
    bracket = _IN_BRACKETS.search(head)
    percent = "%" in head or "tỷ lệ" in head.lower() or "tỉ lệ" in head.lower()
    unit, scale = ("%", 0) if percent else _unit(bracket["unit"] if bracket else shared)
    if percent:
        role: Role = "rate" if _AGAINST.search(head) or not _SHARE.search(head) else "share_of_plan"
    elif _PLAN.search(head) and not re.search(r"thực hiện|giải ngân", head, re.IGNORECASE):
        role = "plan"
    else:
        role = "cumulative" if _SO_FAR.search(head) else "actual"
    return _Column(head, unit, scale, role)


def _unit(words: str) -> tuple[str | None, int]:
    parts = words.lower().strip().split()
    scale = 0
    while parts and parts[0] in _SCALES:
        scale += _SCALES[parts.pop(0)]
    name = " ".join(parts)
    return _MONEY.get(name, name or None), scale


def _read_row(
    text: Text,
    row: Sequence[Cell],
    columns: dict[int, _Column],
    period: str | None,
    starts: Sequence[int],
    count: int,
) -> list[Quantity]:
    names = [cell for cell in row if re.search(r"[^\W\d_]{2,}", text[cell.span])]
    found: list[Quantity] = []
    if not names:
        return found
    name = " ".join(text[names[0].span].replace("*", "").split())
    for cell in row:
        column = columns.get(cell.column)
        match = _NUMBER.search(text[cell.span])
        if column is None or cell.column <= names[0].column or not _is_number(text, cell) or match is None:
            continue
        span = Span(cell.span.start + match.start(), cell.span.start + match.end())
        index = bisect_left(starts, cell.span.start)
        if _INDEX.match(column.head) or (index < len(starts) and starts[index] < cell.span.end):
            continue
        number = read_number(match.group().lstrip("-–−+ "))
        if number.value is None:
            continue
        sign = -1 if match.group()[0] in "-–−" else 1
        factor = Decimal(1).scaleb(column.scale)
        found.append(
            Quantity(
                id=f"q{count + len(found) + 1}",
                span=span,
                value=sign * number.value * factor,
                unit=column.unit,
                half_step=number.half_step * factor,
                indicator=name,
                period=(period or "")[:4] or None if column.role == "plan" else period,
                role=column.role,
                base=None,
                of=None,
                approx=None,
                estimate="ước" in column.head.lower(),
                rule="table.cell",
                indicator_span=names[0].span,
                warning=number.warning,
                evidence=(Evidence("role", "table.column", _head_span(row, cell)),),
            )
        )
    return found


def _head_span(row: Sequence[Cell], cell: Cell) -> Span | None:
    return next((other.span for other in row if other.column == cell.column), None)


__all__ = ["table_quantities"]
