"""Lines of a plain text that are the rows of a table: what most of them show of their columns, the others show too.

Finds         1) Sở Y tế | 206,0 | 84,5 | 41,0 ... 2) Sở Giáo dục | 158,0 | 93,2 | 91,4: a share in all others
              Tổng cộng | 5.310,0 | 3.982,5 | 75,0: the rows above it add up in one column, but for one slip in another
              Xi măng 84 nghìn tấn; 80 nghìn tấn; +5,0% ... Bia 28,5 triệu lít; 30 triệu lít; +5,0%: it fell
              - Xã An Phú: kế hoạch 120 ha, thực hiện 114 ha, đạt 95%: lines with as many figures each
Leaves alone  tables that were read as such · prose below the rows with as many figures
              columns of which no more than half show the same relation
"""

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from itertools import pairwise, permutations
from typing import NamedTuple

from dondoc.checking.arithmetic.repair import slip_between
from dondoc.checking.draft import Draft
from dondoc.checking.finding import Finding
from dondoc.checking.scene import Scene
from dondoc.grammar.numbers import read_number
from dondoc.numerals import format_number
from dondoc.text import Span

_MARK = re.compile(r"\s*(?:[-–+*•]|\(?(?:\d{1,2}|[a-zđ]|[ivx]{1,4})[.)])\s+", re.IGNORECASE)
# Begins with a sign or a digit, which makes the search fast.
_NUMBER = re.compile(r"[-0-9](?<![\w.,/].)(?:(?<=-)[0-9]+|(?<=[0-9])[0-9]*)(?:[.,][0-9]+)*(?![\w/])")
_DAY = re.compile(r"(?<![0-9.,])[0-9]{1,2}/[0-9]{1,2}(?![0-9.,])")
_OF_NAME = re.compile(r"\b(?:tháng|ngày|năm|quý|số|lần|thứ)\s\Z", re.IGNORECASE)
_BETWEEN = re.compile(r"(?<=[0-9])/(?=[0-9])")
_MOVED = re.compile(r"\b(?:tăng|(?P<fall>giảm))\s+\Z", re.IGNORECASE)
_TOTAL = re.compile(
    r"\s*(?:[-–+*•]\s*)?(?:tổng(?: số| cộng)?|cộng|toàn (?:tỉnh|huyện|xã|ngành|thành phố))\b", re.IGNORECASE
)
_FEWEST, _MOST_COLUMNS, _LONGEST, _SHORT = 4, 6, 260, 20
_MOSTLY_NOT = 0.3
# The words between two figures of a row, where other rows say something else there; prose says more.
_LONGEST_JOINT = 24
_HALF, _HUNDRED = Decimal("0.5"), Decimal(100)


class _Cell(NamedTuple):
    span: Span
    value: Decimal
    step: Decimal
    signed: bool


class Row(NamedTuple):
    """A line: its name and its figures."""

    name: str
    cells: tuple[_Cell, ...]
    ruled: bool = False
    joints: tuple[str, ...] = ()

    @property
    def is_total(self) -> bool:
        """Whether it is the total of the others."""
        return _TOTAL.match(self.name) is not None

    def is_beside(self, other: "Row") -> bool:
        """Whether the two may be rows of one table: as many figures, set off in the same way."""
        if len(self.cells) != len(other.cells) or self.ruled != other.ruled:
            return False
        if self.name.rstrip().endswith(":") != other.name.rstrip().endswith(":"):
            return False
        return all(
            len(mine) <= _LONGEST_JOINT or mine == theirs
            for mine, theirs in zip(self.joints, other.joints, strict=True)
        )


class _Shape(NamedTuple):
    """How a column comes of two others, and how it is written by hand."""

    gives: Callable[[Decimal, Decimal], Decimal]
    sign: str


_SHAPES = (
    _Shape(lambda a, b: b / a * _HUNDRED, "/"),
    _Shape(lambda a, b: (b - a) / a * _HUNDRED, "%"),
    _Shape(lambda a, b: a + b, "+"),
    _Shape(lambda a, b: b - a, "-"),
)


def find(draft: Draft) -> Iterator[Finding]:
    """Yield the figures of rows that are not what the other rows show."""
    for rows in draft.scene.once(rows_of):
        body = [row for row in rows if not row.is_total]
        yield from _across(body, rows)
        for row in rows:
            if row.is_total:
                yield from _down(body, row)


def rows_of(scene: Scene) -> list[list[Row]]:
    """The lines below each other that hold as many figures."""
    text = scene.facts.text
    content, cells = text.content, {block.span.start for block in text.blocks if block.kind == "cell"}
    runs: list[list[Row]] = []
    run: list[Row] = []
    for block in text.blocks:
        words = content[block.span.start : block.span.end]
        row = _row(words, block.span.start) if len(words) <= _LONGEST and block.span.start not in cells else None
        if run and (row is None or not row.is_beside(run[0])):
            runs.append(run)
            run = []
        if row is not None and 2 <= len(row.cells) <= _MOST_COLUMNS:
            run.append(row)
    return [run for run in (*runs, run) if len(run) >= _FEWEST]


def _row(line: str, start: int) -> Row | None:
    mark = _MARK.match(line)
    begin = mark.end() if mark else 0
    cells = []
    if "/" in line and not _DAY.search(line):
        line = _BETWEEN.sub(" ", line)  # 11,43/19,0: two figures
    for match in _NUMBER.finditer(line, begin):
        if _OF_NAME.search(line, max(begin, match.start() - _SHORT), match.start()):
            continue
        number = read_number(match[0])
        if number.value is None:
            return None
        decimals = len(match[0].partition(",")[2])
        moved = _MOVED.search(line, max(begin, match.start() - _SHORT), match.start())
        value = -number.value if moved is not None and moved["fall"] else number.value
        signed = moved is not None or match[0].startswith("-") or line.startswith("+", match.start() - 1)
        span = Span(start + match.start(), start + match.end())
        cells.append(_Cell(span, value, Decimal(1).scaleb(-decimals), signed))
    first = _NUMBER.search(line, begin)
    ruled = "|" in line or "\t" in line
    joints = tuple(line[one.span.end - start : other.span.start - start].lower() for one, other in pairwise(cells))
    return Row(line[begin : first.start()], tuple(cells), ruled, joints) if first is not None else None


def _across(body: Sequence[Row], rows: Sequence[Row]) -> Iterator[Finding]:
    """What most rows show of three of their columns."""
    if len(body) < _FEWEST - 1:
        return
    told: set[int] = set()
    last_first = range(len(body[0].cells) - 1, -1, -1)  # what is reckoned stands behind what it is reckoned from
    for target, first, second in permutations(last_first, 3):
        for shape in _SHAPES:
            if target in told or (shape.sign == "+" and first > second):
                continue
            wrong = _wrong(shape, rows, target, first, second)
            if wrong is None:
                continue
            told.add(target)
            for row in wrong:
                yield _finding(shape, row, target, first, second)


def _wrong(shape: _Shape, rows: Sequence[Row], target: int, first: int, second: int) -> list[Row] | None:
    """The rows that do not show a relation; None where most do not."""
    wrong: list[Row] = []
    most = min(len(rows) - _FEWEST + 1, int(len(rows) * _MOSTLY_NOT))
    for row in rows:
        if not _holds(shape, row, target, first, second):
            wrong.append(row)
            if len(wrong) > most:
                return None
    return wrong


def _come(shape: _Shape, row: Row, first: int, second: int) -> Decimal | None:
    try:
        return shape.gives(row.cells[first].value, row.cells[second].value)
    except (ArithmeticError, InvalidOperation):
        return None


def _holds(shape: _Shape, row: Row, target: int, first: int, second: int) -> bool:
    come, cell = _come(shape, row, first, second), row.cells[target]
    if come is None or shape.sign not in "/%":
        return come is not None and abs(come) == abs(cell.value)
    if cell.signed and come * cell.value < 0 and abs(come) > cell.step:
        return False  # 28 triệu lít; 30 triệu lít; +6,7%
    a, b = row.cells[first], row.cells[second]
    loose = sum((one.step / abs(one.value) for one in (a, b) if one.value), Decimal(0)) * _HALF
    rounded = loose * abs(b.value / a.value) * _HUNDRED
    return abs(abs(come) - abs(cell.value)) <= cell.step + rounded


def _finding(shape: _Shape, row: Row, target: int, first: int, second: int) -> Finding:
    come, cell = _come(shape, row, first, second), row.cells[target]
    a, b = format_number(row.cells[first].value), format_number(row.cells[second].value)
    shown = "không tính được" if come is None else format_number(come.quantize(cell.step, ROUND_HALF_UP))
    way = {"/": f"{b} / {a} = {shown}%", "%": f"({b} - {a}) / {a} = {shown}%", "+": f"{a} + {b} = {shown}"}
    worked = way.get(shape.sign, f"{b} - {a} = {shown}")
    code = "SL102" if shape.sign in "/%" else "SL101"
    message = f"{worked}, dòng này ghi {format_number(cell.value)} (các dòng khác đều khớp)"
    related = (row.cells[first].span, row.cells[second].span)
    return Finding(code, cell.span, "error", message, None, related)


def _down(body: Sequence[Row], total: Row) -> Iterator[Finding]:
    """A column that one slip keeps from adding up where another one does, or where all of a long one but one would."""
    sums = [sum((row.cells[at].value for row in body), Decimal(0)) for at in range(len(total.cells))]
    held = [at for at, cell in enumerate(total.cells) if sums[at] == cell.value]
    for at, cell in enumerate(total.cells):
        if at in held or len(body) < 2:
            continue
        for row in body:
            part = row.cells[at]
            meant = part.value + cell.value - sums[at]
            if held and meant > 0 and _is_slip(part, meant):
                said = (
                    f"cộng {len(body)} dòng được {format_number(sums[at])}, dòng tổng ghi {format_number(cell.value)}"
                )
                mend = f"sửa {format_number(part.value)} thành {format_number(meant)}"
                yield Finding("SL101", part.span, "error", said, mend, (cell.span,))
                break
        else:
            if held and _is_slip(cell, sums[at]):
                said = (
                    f"cộng {len(body)} dòng được {format_number(sums[at])}, dòng tổng ghi {format_number(cell.value)}"
                )
                yield Finding("SL101", cell.span, "error", said, f"sửa thành {format_number(sums[at])}")


def _is_slip(cell: _Cell, meant: Decimal) -> bool:
    """Whether one slip turns ``meant`` into what the cell says."""
    if cell.value <= 0 or meant <= 0:
        return False
    if cell.value / meant in (10, 100, 1000, Decimal("0.1"), Decimal("0.01"), Decimal("0.001")):
        return True
    digits = (str(int(value / cell.step)) for value in (cell.value, meant))
    return meant % cell.step == 0 and slip_between(*digits) is not None
