"""Tables that share out work: a row is a task, with who leads, who coordinates, by when and what is to be delivered.

Finds         | Nội dung | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian hoàn thành | Sản phẩm |
Leaves alone  tables of figures or without a column for the lead; rows that head a group of tasks ("I | HẠ TẦNG SỐ");
              tables that say how tasks were done ("Kết quả thực hiện")
"""

import re
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
    grid = _grid(table)
    head = next((found for row in range(_HEAD_ROWS) if (found := _columns(page, grid, row))), None)
    if head is None:
        return
    first, columns = head
    for row in range(first + 1, max((row for row, _ in grid), default=-1) + 1):
        cells = {name: grid.get((row, column)) for name, column in columns.items()}
        task, leader = cells["task"], cells["lead"]
        if task is None or leader is None or task is leader or task.row != row:
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


def _grid(table: Table) -> dict[tuple[int, int], Cell]:
    """Each place of the table with the cell that covers it."""
    return {
        (row, column): cell
        for cell in table.cells
        for row in range(cell.row, cell.row + cell.rowspan)
        for column in range(cell.column, cell.column + cell.colspan)
    }


def _columns(page: Page, grid: dict[tuple[int, int], Cell], row: int) -> tuple[int, dict[str, int]] | None:
    """The row and the column of each heading, where ``row`` heads a table of tasks."""
    found: dict[str, int] = {}
    for (at, column), cell in sorted(grid.items()):
        words = page[cell.span]
        if at != row or len(words.split()) > 10:
            continue
        if _DONE.search(words):
            return None
        name = next((name for name, pattern in _COLUMNS.items() if pattern.search(words)), None)
        if name is not None:
            found.setdefault(name, column)
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
