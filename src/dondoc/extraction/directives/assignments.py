"""Tables that share out work: a row is a task, with who leads, who coordinates, by when and what is to be delivered.

Finds         | Nội dung | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian hoàn thành | Sản phẩm |
Leaves alone  tables of figures or without a column for the lead; rows that head a group of tasks ("I | HẠ TẦNG SỐ");
              tables that say how tasks were done ("Kết quả thực hiện")
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from dondoc.extraction.directives.actors import rows_in
from dondoc.extraction.directives.page import Agencies, Page
from dondoc.facts import AgencyMention, Deadline, Evidence
from dondoc.text import Cell, Span, Table

_COLUMNS = {
    "coordinating": re.compile(r"phối hợp", re.IGNORECASE),
    "lead": re.compile(
        r"chủ trì|(?:đơn vị|cơ quan|người|bộ phận)\s+(?:thực hiện|chịu trách nhiệm|phụ trách|được giao|tham mưu)|"
        r"phân công|đầu mối",
        re.IGNORECASE,
    ),
    "time": re.compile(r"thời gian|thời hạn|tiến độ|hoàn thành|hạn ", re.IGNORECASE),
    "product": re.compile(r"sản phẩm|kết quả|hình thức văn bản", re.IGNORECASE),
    "task": re.compile(r"nội dung|nhiệm vụ|công việc|hoạt động|tên (?:đề án|văn bản|dự án)|giải pháp", re.IGNORECASE),
}
_DONE = re.compile(r"(?:kết quả|tình hình)\s+(?:thực hiện|triển khai)|đã\s+(?:hoàn thành|thực hiện)", re.IGNORECASE)
_HEAD_ROWS = 3
_FEWEST_WORDS = 3


@dataclass(frozen=True, slots=True)
class Assignment:
    """One row: the words of the task and what its columns say."""

    span: Span
    lead: Agencies
    coordinating: Agencies
    deadline: Deadline | None
    product: Span | None
    evidence: Evidence


def find_assignments(page: Page) -> Iterator[Assignment]:
    """Yield the tasks of the tables that share out work, in reading order."""
    for table in page.text.tables:
        yield from _read(page, table)


def _read(page: Page, table: Table) -> Iterator[Assignment]:
    head = next((found for row in range(_HEAD_ROWS) if (found := _columns(page, table, row))), None)
    if head is None:
        return
    first, columns = head
    below = {name: _Column(table, column) for name, column in columns.items()}
    for task in below["task"].cells:
        if task.row <= first:
            continue
        cells = {name: column.at(task.row) for name, column in below.items()}
        leader = cells["lead"]
        if leader is None or task is leader:
            continue
        words = page[task.span].strip()
        lead = _agencies(page, leader.span)
        if len(words.split()) < _FEWEST_WORDS or not lead:
            continue
        product = cells.get("product")
        yield Assignment(
            task.span,
            lead,
            tuple(one for one in _agencies(page, _span(cells.get("coordinating"))) if one not in lead),
            _due(page, _span(cells.get("time"))),
            product.span if product is not None and page[product.span].strip() else None,
            Evidence("lead", "lead.table", leader.span),
        )


class _Column:
    """The cells that cover one column, from the top. Spans are looked up, never spread over the places they cover."""

    def __init__(self, table: Table, column: int) -> None:
        covering = [cell for cell in table.cells if cell.column <= column < cell.column + cell.colspan]
        self.cells = sorted(covering, key=lambda cell: cell.row)
        self._rows = [cell.row for cell in self.cells]

    def at(self, row: int) -> Cell | None:
        """The cell that covers ``row``."""
        before = bisect_right(self._rows, row) - 1
        cell = self.cells[before] if before >= 0 else None
        return cell if cell is not None and row < cell.row + cell.rowspan else None


def _columns(page: Page, table: Table, row: int) -> tuple[int, dict[str, int]] | None:
    """The row and the column of each heading, where ``row`` heads a table of tasks."""
    found: dict[str, int] = {}
    heads = [cell for cell in table.cells if cell.row <= row < cell.row + cell.rowspan]
    for cell in sorted(heads, key=lambda cell: cell.column):
        words = page[cell.span]
        if len(words.split()) > 10:
            continue
        if _DONE.search(words):
            return None
        name = next((name for name, pattern in _COLUMNS.items() if pattern.search(words)), None)
        if name is not None:
            found.setdefault(name, cell.column)
    return (row, found) if "task" in found and "lead" in found else None


def _span(cell: Cell | None) -> Span:
    return cell.span if cell is not None else Span(0, 0)


def _agencies(page: Page, span: Span) -> Agencies:
    """The agencies of a cell; its words as they are where no list knows them."""
    named = tuple(agency for row in rows_in(page, span) for agency in row.everyone)
    words = page[span].strip()
    if named or not any(letter.isalpha() for letter in words):
        return named
    start = span.start + page[span].find(words)
    return (AgencyMention(Span(start, start + len(words)), words, words, "unnamed", False, "agency.cell"),)


def _due(page: Page, span: Span) -> Deadline | None:
    found = page.deadlines_in(span)
    dated = [one for one in found if one.by is not None]
    return dated[-1] if dated else (found[-1] if found else None)
