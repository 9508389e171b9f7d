"""Where the tables of a sheet are, and which words above, between and below them only name, explain or sign them.

Finds         title, "ĐVT: triệu đồng", rows of a table with its heads and group rows, notes, signatures; several tables
              in one sheet, with blank rows between and inside
Leaves alone  what the figures mean: a table here is only rows and columns
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dondoc.reading.layout import is_layout
from dondoc.reading.sheets.grid import Sheet, SheetCell

_HEAD_WORDS = re.compile(
    r"(?:s?tt|số tt|số thứ tự|stt\.?|chỉ tiêu|nội dung|danh mục|hạng mục|tên .*|diễn giải|đơn vị(?: tính)?|đvt|lĩnh vực"
    r"|nhiệm vụ|cơ quan.*|địa phương|địa bàn|huyện.*|xã.*|chủ đầu tư|ghi chú|kế hoạch.*|dự toán.*|thực hiện.*|mã số)\Z",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"\(?\s*(?:đvt|đơn vị(?: tính)?\s*:|biểu\b|phụ lục\b|bảng\b|mẫu (?:số|biểu)\b|ghi chú|nguồn\s*:|\*|\()",
    re.IGNORECASE,
)
_PAGE_WORDS = re.compile(
    r"số\s*:|.{0,40}ngày\s.{0,8}\btháng\s.{0,8}\bnăm\b|(?:người|cán bộ) lập|lập biểu|kế toán(?: trưởng)?\Z"
    r"|thủ trưởng|(?:phó )?(?:giám đốc|chủ tịch|cục trưởng|chi cục trưởng)\b|xác nhận|\(ký",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d{2}\Z")
_WIDEST_PAGE = 4


@dataclass(slots=True)
class Region:
    """Consecutive rows of a sheet: ``is_table``, or words in which each cell is a paragraph of its own."""

    is_table: bool
    rows: list[list[SheetCell]]


@dataclass(slots=True)
class _Row:
    cells: list[SheetCell]
    single: bool
    numbers: bool
    head: bool
    page: bool
    gap: int


def find_regions(sheet: Sheet) -> list[Region]:
    """Return the regions of ``sheet`` from top to bottom; every cell is in exactly one."""
    rows = list(_rows(sheet))
    following = _following(rows)
    found: list[Region] = []
    table: Region | None = None
    for index, row in enumerate(rows):
        if row.page or (row.single and not (table and _belongs(row, following[index]))):
            table = None
            _words(found).rows.append(row.cells)
            continue
        if table is not None and not row.single and row.head and (row.gap or rows[index - 1].single or row.numbers):
            table = None
        if table is None:
            table = Region(True, [])
            found.append(table)
        table.rows.append(row.cells)
    return [region if _is_table(region) else Region(False, region.rows) for region in found]


def _rows(sheet: Sheet) -> Iterator[_Row]:
    """The rows with content, with what can be said of each alone."""
    covers: list[int] = []
    last = -1
    lines = list(sheet.rows.items())
    final = max((row for row, cells in lines if any(cell.number for cell in cells)), default=-1)
    for row, cells in lines:
        covers = [until for until in covers if until >= row]
        width = len(cells) + len(covers)
        covers += [cell.row + cell.rowspan - 1 for cell in cells if cell.rowspan > 1]
        numbers = any(cell.number and _YEAR.match(cell.words) is None for cell in cells)
        gap = row - last - 1 if last >= 0 else 0
        last = row
        yield _Row(
            cells,
            single=width == 1 and not numbers,
            numbers=numbers,
            head=not numbers and sum(_HEAD_WORDS.match(" ".join(cell.words.split())) is not None for cell in cells) > 1,
            page=not numbers and _is_page(cells, width, row > final),
            gap=gap,
        )


def _is_page(cells: Sequence[SheetCell], width: int, below: bool) -> bool:
    """Whether the row is part of the page around the table: issuer and motto, number and place, who signs."""
    if width > _WIDEST_PAGE:
        return False
    words = "\n".join(cell.words for cell in cells)
    if width > 1 and is_layout(1, 2, 2, words):
        return True
    signs = [cell for cell in cells if _PAGE_WORDS.match(cell.words.strip())]
    return bool(signs) and (below or width <= 2) and len(signs) * 2 >= len(cells) and not cells[0].words.isdecimal()


def _following(rows: Sequence[_Row]) -> list[_Row | None]:
    """For each row, the next one below that is not single."""
    found: list[_Row | None] = [None] * len(rows)
    below: _Row | None = None
    for index in range(len(rows) - 1, -1, -1):
        found[index] = below
        if not rows[index].single:
            below = rows[index]
    return found


def _belongs(row: _Row, below: _Row | None) -> bool:
    """Whether a row with one cell heads a group of the table above, and is no title of another one."""
    if below is None or below.page or below.head or (row.gap and not below.numbers):
        return False
    return _CAPTION.match(row.cells[0].words.strip()) is None


def _words(found: list[Region]) -> Region:
    if not found or found[-1].is_table:
        found.append(Region(False, []))
    return found[-1]


def _is_table(region: Region) -> bool:
    columns = {cell.column for row in region.rows for cell in row}
    return region.is_table and len(region.rows) > 1 and len(columns) > 1
