"""How the rows of a table stand to each other: marks, groups and what they hold, totals, "Trong đó".

Finds         A, I, 1, 1.1, a), -, + as levels · Tổng cộng · Cộng (I + II) · Trong đó: ... · group rows without figures
Leaves alone  whether parts add up: that is for checking to see
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from dondoc.extraction.tables.layout import YEAR, Layout, Place, figures_of
from dondoc.extraction.tables.numerals import holds_figure

RowKind = Literal["item", "group", "total", "part"]

_TOTAL = re.compile(
    r"(?:tổng (?:cộng|số|chung|toàn)|cộng(?: chung| toàn)?|tổng|t[oổ]ng cộng|toàn (?:tỉnh|huyện|xã|thành phố"
    r"|ngành|quận|thị xã|phường)"
    r"|cả (?:nước|tỉnh|năm|vùng)|tc)(?=\W|\Z)",
    re.IGNORECASE,
)
_PURE_TOTAL = re.compile(
    r"(?:tổng (?:cộng|số|chung)|cộng|tổng|toàn (?:tỉnh|huyện|xã|thành phố|ngành)|cả (?:nước|tỉnh"
    r"|năm))\s*(?:[:.(\[=].*|các .*|toàn .*|cả .*|mục .*)?\Z",
    re.IGNORECASE,
)
_OF_WHICH = re.compile(r"(?:trong đó|tr\.? ?đó|bao gồm|gồm|chia ra|t\.?đ|riêng)\b\s*[:;,.]?\s*", re.IGNORECASE)
_ROMAN = re.compile(r"[IVXLC]{1,9}\Z")
_DECIMAL = re.compile(r"\d{1,3}(?:\.\d{1,3}){0,4}\Z")
_PREFIX = re.compile(
    r"(?:(?P<mark>\d{1,3}(?:\.\d{1,3}){0,3}|[IVXLC]{1,9}|[A-ZĐ]|[a-zđ])(?:[.)/]|\s*[-–](?=\s))\s*"
    r"|(?P<dash>[-–+*•])\s*)(?=\S)"
)
_RANK = {"A": 0, "I": 1, "1": 2, "1.1": 3, "1.1.1": 4, "1.1.1.1": 5, "a": 6, "-": 7, "+": 8, "*": 9, "•": 9}
_ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_LETTERS = re.compile(r"[^\W\d_]{2,}")


@dataclass(slots=True)
class RowMeaning:
    """A row of the body. ``parent`` is the index of the row it is a part of (or stands under), ``partial`` says that
    such parts need not be all; ``path`` the names of the groups above it, outermost first."""

    index: int
    mark: str | None
    name: str
    place: Place
    kind: RowKind = "item"
    level: int = 0
    parent: int | None = None
    partial: bool = False
    path: tuple[str, ...] = ()
    cells: list[Place] = field(default_factory=list)


@dataclass(slots=True)
class _Open:
    style: str
    row: int
    value: str


def read_rows(layout: Layout) -> list[RowMeaning]:
    """Return the rows of the body that have a name, in order."""
    rows: list[RowMeaning] = []
    stack: list[_Open] = []
    section: str | None = None
    marked = _is_marked(layout)
    of_which: int | None = None
    for index, places in enumerate(layout.body):
        row = _row(layout, index, places)
        if row is None:
            continue
        at = len(rows)
        rows.append(row)
        match = _OF_WHICH.match(row.name)
        if match is not None and row.kind != "group":
            row.kind, row.partial = "part", True
            row.name = row.name[match.end() :].strip() or row.name
        if row.kind == "group" and match is not None:
            of_which = _holder(rows, stack, at)
            row.parent, row.level = of_which, len(stack)
            continue
        style = _style(row.mark, stack)
        if style is None:
            section, of_which = _place_unmarked(rows, at, stack, section, of_which, marked)
            continue
        while stack and not _goes_below(stack, style):
            stack.pop()
        if style not in "-+*•":
            of_which = None
        row.level = len(stack)
        row.parent = stack[-1].row if stack else None
        if of_which is not None:
            row.partial = True
            row.parent = of_which if row.parent is None else row.parent
        row.path = _path(rows, row.parent, section)
        stack.append(_Open(style, at, row.mark or ""))
    _give_totals(rows)
    return rows


def _row(layout: Layout, index: int, places: Sequence[Place]) -> RowMeaning | None:
    by_column = {place.cell.column: place for place in places}
    named = by_column.get(layout.name)
    if named is None or not (_LETTERS.search(named.words) or YEAR.match(named.words)):
        named = next(
            (place for place in places if place.cell.column <= layout.name and _LETTERS.search(place.words)), None
        )
    cells = list(figures_of(layout, places))
    if named is None:
        return None
    if not any(place is not named and holds_figure(place.words) for place in cells):
        cells = []
    mark: str | None = None
    marking = by_column.get(layout.mark) if layout.mark is not None else None
    if marking is not None and marking is not named:
        mark = marking.words.rstrip(".) ") or None
    name = named.words
    prefix = _PREFIX.match(name)
    if prefix is not None and (mark is None or prefix["dash"]):
        mark = prefix["mark"] or prefix["dash"]
        name = name[prefix.end() :]
    kind: RowKind = "item" if cells else "group"
    if cells and _TOTAL.match(name) and (mark is None or _PURE_TOTAL.match(name)):
        kind = "total"
    return RowMeaning(index, mark, name.strip(" :;"), named, kind, cells=cells)


def _is_marked(layout: Layout) -> bool:
    """Whether most rows carry a mark."""
    rows = [row for index, places in enumerate(layout.body) if (row := _row(layout, index, places)) is not None]
    return sum(row.mark is not None for row in rows) * 2 > len(rows)


def _style(mark: str | None, stack: Sequence[_Open]) -> str | None:
    """The kind of a mark: "A", "I", "1", "1.1", "a", "-", "+"."""
    if not mark:
        return None
    if mark in "-–":
        return "-"
    if mark in "+*•":
        return mark
    if _DECIMAL.match(mark):
        return ".".join("1" * (mark.count(".") + 1)) if mark.count(".") < 4 else "1.1.1.1"
    if _ROMAN.match(mark):
        return _roman_or_letter(mark, stack)
    if len(mark) == 1 and mark.isalpha():
        return "A" if mark.isupper() else "a"
    if re.match(r"\d{1,2}[a-zđ]\Z", mark):
        return "a"
    return None


def _roman_or_letter(mark: str, stack: Sequence[_Open]) -> str:
    """``I``, ``V``, ``C`` alone may be a numeral or a letter: what comes next in its list decides."""
    numeral = next((one for one in reversed(stack) if one.style == "I"), None)
    if len(mark) > 1 or (numeral is not None and _roman(mark) == _roman(numeral.value) + 1):
        return "I"
    letter = next((one for one in reversed(stack) if one.style == "A"), None)
    return "A" if letter is not None and ord(mark) == ord(letter.value[-1:] or " ") + 1 else "I"


def _roman(mark: str) -> int:
    values = [_ROMAN_DIGITS.get(letter, 0) for letter in mark]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))


def _goes_below(stack: Sequence[_Open], style: str) -> bool:
    if any(one.style == style for one in stack):
        return False
    return _RANK[style] > _RANK[stack[-1].style]


def _place_unmarked(
    rows: list[RowMeaning], at: int, stack: list[_Open], section: str | None, of_which: int | None, marked: bool
) -> tuple[str | None, int | None]:
    """Put a row without a mark: a total, a section, or something under the row above."""
    row = rows[at]
    if row.kind == "total":
        return section, None
    if row.kind == "group":
        stack.clear()
        return row.name, None
    if row.kind == "part":
        of_which = of_which if of_which is not None else _holder(rows, stack, at)
    if of_which is not None and not marked and _first_word(row) == _first_word(rows[of_which]):
        of_which = None  # "Số vụ", "Trong đó", ..., "Số người chết": another item
    if of_which is not None:
        row.parent, row.partial, row.level = of_which, True, rows[of_which].level + 1
    elif marked and stack and not row.name.isupper():
        row.parent, row.partial, row.level = stack[-1].row, True, len(stack)
    elif marked:
        row.kind = "total" if at == 0 or not stack else row.kind
        stack.clear()
        return (section if row.kind == "total" else None), None
    row.path = _path(rows, row.parent, section)
    return section, of_which


def _first_word(row: RowMeaning) -> str:
    return row.name.split()[0].lower() if row.name else ""


def _holder(rows: Sequence[RowMeaning], stack: Sequence[_Open], at: int) -> int | None:
    """The row that "Trong đó" below speaks of: the nearest one with figures that is no part itself."""
    for place in range(at - 1, max(at - 40, -1), -1):
        if rows[place].cells and rows[place].kind != "part" and not rows[place].partial:
            return place
    return stack[-1].row if stack else None


def _path(rows: Sequence[RowMeaning], parent: int | None, section: str | None) -> tuple[str, ...]:
    if parent is None:
        return (section,) if section else ()
    return (*rows[parent].path, rows[parent].name)


def _give_totals(rows: list[RowMeaning]) -> None:
    """Totals are the parents of what they total: everything, or what stands between them and the total before."""
    grand: int | None = None
    waiting: list[RowMeaning] = []
    subtotals: list[RowMeaning] = []
    for at, row in enumerate(rows):
        if not row.cells or not _is_top(rows, row):
            continue
        if row.kind != "total":
            waiting.append(row)
        elif waiting:
            _adopt(waiting, at)
            waiting = []
            subtotals.append(row)
        elif subtotals:
            _adopt(subtotals, at)
            subtotals = [row]
        elif grand is None:
            grand = at
    if grand is not None:
        _adopt([*subtotals, *waiting], grand)


def _is_top(rows: Sequence[RowMeaning], row: RowMeaning) -> bool:
    """Whether no row above this one holds figures that it could be a part of."""
    parent = row.parent
    while parent is not None:
        if rows[parent].cells:
            return False
        parent = rows[parent].parent
    return True


def _adopt(parts: Sequence[RowMeaning], whole: int) -> None:
    for part in parts:
        part.parent = whole
