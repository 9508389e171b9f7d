"""The parts of a table: title rows, head, row of column numbers, body; which columns mark, name, measure.

Finds         heads of several rows with merged cells · A B 1 2 3=2/1 · STT, TT · group rows without figures
              a table without a head that goes on with the one before it
Leaves alone  tables without figures (lists of tasks, signatures): None
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import NamedTuple

from dondoc.extraction.tables.numerals import is_blank, is_figure
from dondoc.extraction.tables.units import read_table_unit
from dondoc.text import Cell, Table, Text

_MOST_HEAD_ROWS = 8
_MOST_TITLE_ROWS = 6
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_INDEX_HEAD = re.compile(r"(?:s\s?tt|t\.?t\.?|số tt|số thứ tự|thứ tự|mục|[ab]|#)\.?\Z", re.IGNORECASE)
_UNIT_HEAD = re.compile(r"(?:đvt|đơn vị\s*(?:tính|đo)|đ/vị tính|đv tính)\.?\Z", re.IGNORECASE)
_UNIT_OR_OFFICE = re.compile(r"đơn vị\.?\Z", re.IGNORECASE)
_NAME_HEAD = re.compile(
    r"(?:các )?(?:chỉ tiêu|nội dung|danh mục|hạng mục|diễn giải|tên|khoản mục|lĩnh vực|nguồn|ngành|loại|nhóm"
    r"|địa phương"
    r"|địa bàn|huyện|xã|phường|quận|đơn vị|chủ đầu tư|cơ quan|sở|dự án|công trình|chương trình|tiêu chí|cây trồng"
    r"|sản phẩm|mặt hàng|bệnh|tháng|năm|quý)",
    re.IGNORECASE,
)
_ASIDE_HEAD = re.compile(
    r"(?:mã\b|ghi chú|số (?:qđ|quyết định|hiệu|văn bản)|quyết định|thời gian (?:kc|khởi công|thực hiện|hoàn)"
    r"|năm (?:sinh"
    r"|khởi công|hoàn thành)|điện thoại|địa chỉ|số điện thoại|kỳ hạn|thời hạn)",
    re.IGNORECASE,
)
_ASSIGNS = re.compile(r"chủ trì|phối hợp|thời hạn|thời gian (?:hoàn thành|thực hiện)|sản phẩm", re.IGNORECASE)
_MARK = re.compile(r"(?:\d{1,3}(?:\.\d{1,2}){0,3}|[IVXLC]{1,9}|[A-Za-zĐđ]|[-–+*•]|\d{1,2}[a-zđ])[.)]?\Z")
_COLUMN_NUMBER = re.compile(
    r"[\[(]?(?:[A-Za-zĐđ]|\d{1,2}(?:[a-zđ]|,0{1,2})?)[\])]?(?:\s*=.*)?\Z|=.*\d|[\[(]?\d{1,2}[\])]?\s*[=:].*\d.*\Z"
    r"|(?:MS|[Mm]ã số|[Cc]ột(?: số)?)\Z"
)
_TIME_HEAD = re.compile(r"\s*(?:năm|thời gian|thời kỳ|giai đoạn)\b", re.IGNORECASE)
YEAR = re.compile(r"(?:19|20)\d{2}\Z")
_PRINTED = frozenset(("pdf", "image"))


class Place(NamedTuple):
    """A cell with its words in one line, without marks of emphasis."""

    cell: Cell
    words: str


@dataclass(slots=True)
class Layout:
    """A table of figures. ``head`` gives for each column the cells above it, top first; ``numbers`` the words of the
    row of column numbers; ``titles`` the rows above the head that say something of the whole table; ``continues``
    says that a page break cut it off the table before it."""

    number: int
    table: Table
    head: dict[int, list[Place]]
    numbers: dict[int, str]
    body: list[list[Place]]
    titles: list[Place]
    mark: int | None
    name: int
    unit: int | None
    measures: tuple[int, ...]
    assigns: bool = False
    keys: frozenset[int] = field(default=frozenset())
    continues: bool = False


def read_layouts(text: Text) -> list[Layout]:
    """Return the layouts of all tables of figures of ``text``."""
    found: list[Layout] = []
    for number, table in enumerate(text.tables):
        layout = _layout(text, number, table, found[-1] if found and found[-1].number == number - 1 else None)
        if layout is not None:
            found.append(layout)
    return found


def _rows(text: Text, table: Table) -> list[list[Place]]:
    """The cells with words, row by row."""
    content = text.content
    rows: dict[int, list[Place]] = {}
    for cell in table.cells:
        start, end = cell.span
        if end > start:
            words = content[start:end]
            if "*" in words or "\n" in words or "  " in words or words[0] == " " or words[-1] == " ":
                words = " ".join(words.replace("*", " ").split())
            if words:
                rows.setdefault(cell.row, []).append(Place(cell, words))
    for places in rows.values():
        if any(a.cell.column > b.cell.column for a, b in pairwise(places)):
            places.sort(key=lambda place: place.cell.column)
    return [rows[row] for row in sorted(rows)]


def _layout(text: Text, number: int, table: Table, before: Layout | None) -> Layout | None:
    rows = _rows(text, table)
    near = before is not None and not text.content[before.table.span.end : table.span.start].strip()
    if len(rows) < 2:
        return _continued(number, table, rows, before) if rows and near else None
    first = _first_head(rows)
    last = _head_end(rows, first)
    if last == first or last - first > _MOST_HEAD_ROWS:
        found = _continued(number, table, rows, before)
        return replace(found, continues=near) if found else None
    numbers = {}
    head_rows = rows[first:last]
    if last < len(rows) and _is_number_row(rows[last]):
        numbers = {place.cell.column: place.words for place in rows[last]}
        last += 1
    head = _head(head_rows)
    body = rows[last:]
    layout = Layout(
        number=number,
        table=table,
        head=head,
        numbers=numbers,
        body=body,
        titles=[place for row in rows[:first] for place in row],
        mark=None,
        name=0,
        unit=None,
        measures=(),
    )
    found = _with_columns(layout)
    if found is not None and before is not None and near and text.format in _PRINTED:
        return replace(found, continues=_words_of(found) == _words_of(before))
    return found


def _words_of(layout: Layout) -> list[list[str]]:
    return [[place.words for place in layout.head[column]] for column in sorted(layout.head)]


def _continued(number: int, table: Table, rows: list[list[Place]], before: Layout | None) -> Layout | None:
    """A table without a head that has the columns of the one before it: a page break cut it in two."""
    if before is None:
        return None
    columns = {place.cell.column for row in rows for place in row}
    if not columns <= {*before.head} or max(columns) != max(before.measures, default=-1):
        return None
    layout = replace(before, number=number, table=table, body=rows, titles=[], continues=len(rows) < 2)
    return layout if any(_has_figures(layout, row) for row in rows) else None


def _first_head(rows: Sequence[Sequence[Place]]) -> int:
    """The first row of the head: the rows before it hold one cell each."""
    for index, row in enumerate(rows[:_MOST_TITLE_ROWS]):
        if len(row) > 1:
            return index
    return 0


def _head_end(rows: Sequence[Sequence[Place]], first: int) -> int:
    """The row behind the head: that of column numbers, or the first of the body."""
    base = rows[first][0].cell.row
    until = base
    for index in range(first, min(len(rows), first + _MOST_HEAD_ROWS + 1)):
        row = rows[index]
        if _is_number_row(row) and index > first:
            return index
        at = row[0].cell.row
        figures = [place for place in row if is_figure(place.words)]
        years = all(YEAR.match(place.words) for place in figures)
        if figures and not years and any(_LETTERS.search(place.words) for place in row) and len(row) > len(figures):
            return index
        if figures and not (years and len(figures) == len(row)) and at > until:
            return index
        if at > until and index > first and _is_group(row, rows[first]):
            return index
        until = max(until, *(place.cell.row + place.cell.rowspan - 1 for place in row))
    return len(rows)


def _is_group(row: Sequence[Place], head: Sequence[Place]) -> bool:
    """Whether a row without figures only names what follows: nothing stands right of its name."""
    columns = [place.cell.column for place in row]
    if len(row) == 1:
        return True
    return len(row) == 2 and columns[1] <= head[0].cell.column + 1 and _MARK.match(row[0].words) is not None


def _is_number_row(row: Sequence[Place]) -> bool:
    """``A | B | 1 | 2 | 3=2/1``: every cell a column's letter or number, in order."""
    if len(row) < 3 or not all(len(place.words) < 30 and _COLUMN_NUMBER.match(place.words) for place in row):
        return False
    plain = [int(match[0]) for place in row if (match := re.search(r"\d{1,2}", place.words.split("=")[0]))]
    rising = sum(b == a + 1 for a, b in pairwise(plain))
    return len(plain) > 1 and rising * 2 >= len(plain) - 1 and min(plain) <= 3


def _head(rows: Sequence[Sequence[Place]]) -> dict[int, list[Place]]:
    head: dict[int, list[Place]] = {}
    for row in rows:
        for place in row:
            for column in range(place.cell.column, place.cell.column + place.cell.colspan):
                head.setdefault(column, []).append(place)
    return head


def _with_columns(layout: Layout) -> Layout | None:
    """Tell the columns apart by their heads and by what stands in them."""
    words: dict[int, int] = {}
    figures: dict[int, int] = {}
    marks: dict[int, int] = {}
    for row in layout.body:
        for place in row:
            column = place.cell.column
            if is_figure(place.words):
                figures[column] = figures.get(column, 0) + 1
            elif _LETTERS.search(place.words):
                words[column] = words.get(column, 0) + 1
            if _MARK.match(place.words):
                marks[column] = marks.get(column, 0) + 1
    heads = {column: " ".join(place.words for place in places) for column, places in layout.head.items()}
    columns = sorted({*heads, *words, *figures})
    layout.mark = next(
        (c for c in columns[:2] if _INDEX_HEAD.match(heads.get(c, "")) or _is_marks(c, columns, marks, words, figures)),
        None,
    )
    layout.unit = _unit_column(layout, columns, heads, words)
    names = _naming(layout, columns, words, figures) or _years_named(layout, heads, words)
    if not names:
        return None
    named = [c for c in names if _NAME_HEAD.match(heads.get(c, "")) and words[c] * 2 >= words[names[0]]]
    layout.name = named[0] if named else names[0]
    layout.measures = tuple(
        column
        for column in columns
        if column not in (layout.mark, layout.name, layout.unit)
        and column in heads
        and figures.get(column, 0) > words.get(column, 0)
        and not _ASIDE_HEAD.match(layout.head[column][-1].words)
    )
    layout.keys = frozenset(c for c in (layout.mark, layout.name, layout.unit) if c is not None)
    layout.assigns = any(_ASSIGNS.search(words) for words in heads.values())
    return layout if layout.measures else None


def _unit_column(layout: Layout, columns: Sequence[int], heads: dict[int, str], words: dict[int, int]) -> int | None:
    """The column of units. "Đơn vị" heads units right of the names that they measure, else the names of offices."""
    sure = next((c for c in columns if _UNIT_HEAD.match(heads.get(c, "")) and words.get(c)), None)
    if sure is not None:
        return sure
    vague = next((c for c in columns if _UNIT_OR_OFFICE.match(heads.get(c, "")) and words.get(c)), None)
    if vague is None or not any(words.get(c, 0) * 2 >= words[vague] for c in columns if c < vague and c != layout.mark):
        return None
    held = (place.words for row in layout.body for place in row if place.cell.column == vague)
    return vague if any((unit := read_table_unit(one)) and unit.known for one in held) else None


def _naming(layout: Layout, columns: Sequence[int], words: dict[int, int], figures: dict[int, int]) -> list[int]:
    """The columns of words that may name the rows; that of units only where there is no other."""
    names = [c for c in columns if c != layout.mark and words.get(c, 0) > figures.get(c, 0)]
    if layout.unit in names and len(names) > 1:
        names.remove(layout.unit)
    elif layout.unit in names:
        layout.unit = None  # "Đơn vị" heads the names of offices
    return names


def _years_named(layout: Layout, heads: dict[int, str], words: dict[int, int]) -> list[int]:
    """The column of years that name the rows of a table without other names."""
    for column, head in heads.items():
        held = [place.words for row in layout.body for place in row if place.cell.column == column]
        if _TIME_HEAD.match(head) and len(held) > 1 and all(map(YEAR.match, held)):
            words[column] = len(held)
            return [column]
    return []


def _is_marks(
    column: int, columns: Sequence[int], marks: dict[int, int], words: dict[int, int], figures: dict[int, int]
) -> bool:
    """Whether the first column holds list marks: it has nothing else, and names stand right of it."""
    if column != columns[0] or len(columns) < 3:
        return False
    held = words.get(column, 0) + figures.get(column, 0)
    following = columns[1]
    return marks.get(column, 0) >= max(2, held) and words.get(following, 0) > figures.get(following, 0)


def _has_figures(layout: Layout, row: Sequence[Place]) -> bool:
    return any(place.cell.column in layout.measures and is_figure(place.words) for place in row)


def figures_of(layout: Layout, row: Sequence[Place]) -> Iterator[Place]:
    """The cells of ``row`` that hold a figure of a measuring column."""
    measures = layout.measures
    for place in row:
        if place.cell.column in measures and (len(place.words) > 3 or not is_blank(place.words)):
            yield place
