"""Lists of names and bare numbers that make a figure before them, or the total behind them, but for one slip.

Finds         3.852 học sinh ... chia theo cấp: mầm non 907, tiểu học 1.533, THCS 941, THPT 444 (3.825)
              thu 1.251 tỷ đồng ... Theo khoản thu (tỷ đồng): thuế 408,6; lệ phí 151,2; ...
              đầu tư 9 công trình; đã khởi công 6, đang mời thầu 2, còn 2 chưa phê duyệt: more than there are
              287 thủ tục (64 ban hành mới, 159 sửa đổi, bổ sung, 46 bãi bỏ)
              9 huy chương vàng, 11 bạc, 17 đồng, tổng cộng 39 huy chương (37)
Leaves alone  lists of which the figures are told with their units: those are relations of figures · dates, changes
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set
from decimal import Decimal
from typing import NamedTuple

from dondoc.checking.arithmetic.repair import slip_between
from dondoc.checking.draft import Draft
from dondoc.checking.finding import Finding
from dondoc.grammar.anchors import lowered
from dondoc.grammar.numbers import read_number
from dondoc.numerals import format_number
from dondoc.text import Span

_CLAUSE = re.compile(r"[^.\n]+(?:\.(?=\d)[^.\n]*)*")
_BRACKET = re.compile(r"[^,;.:()\d]{0,30}\((?P<list>[0-9][^()\n]{8,200})\)")
_COUNTED = re.compile(r"(?:\A|(?<=[(,;])|(?<=và))\s*(?P<number>[0-9]+(?:\.[0-9]{3})*)\s+(?P<name>[^\W\d_][^,;()\d]*)")
# Each begins with a sign, a letter or a digit, which makes the search fast.
_PART = re.compile(r"[;,v](?:(?<=[;,])(?!\d)|(?<=\sv)à\s)\s*(?:và\s)?")
_NUMBER = re.compile(r"[0-9](?<![\w.,/–-][0-9])[0-9]*(?:[.,][0-9]+)*(?![\w/%]|\s?%|[.,][0-9])")
_PART_ENDS = re.compile(r"[\s)]*(?:[;,.]|và\s|\Z)|[ )]*\n")
# Both are matched against small letters.
_TELLING = re.compile(
    r"(?<!\w)(?:năm|tháng|quý|ngày|tuần|tăng|giảm|so|chiếm|bằng|khoản|điều|lần|thứ|khóa|khoá|từ|đến|hạng|bậc|tỷ lệ|số"
    r"|quyết định|nghị quyết|giai đoạn|khu phố|tổ|ấp|bình quân|trung bình|mỗi|quốc lộ|đường|lớp|khối|cùng kỳ"
    r"|kế hoạch)\s*\Z"
)
_APART = re.compile(
    r"tăng|giảm|so với|cùng kỳ|kế hoạch|bình quân|trung bình|mỗi|tỷ lệ|lũy kế|%|nhất là|một số|riêng|vượt"
)
_TOTAL = re.compile(r"(?:tổng (?:cộng|số)|cộng(?: là)?|cả thảy|tất cả)(?:\s+(?:là|có|được))?\s*\Z", re.IGNORECASE)
_IN_ALL = ("tổng", "cộng", "cả thảy", "tất cả")  # some word of it
_BEHIND = 30
_BACK, _WHOLES, _FEWEST, _LONG = 260, 4, 3, 3
_BUDGET, _TIED = Decimal("0.06"), 5
_OPENS = re.compile(r"\bgồm(?: có)?:?\s|cụ thể:|chia ra:?\s|như sau:", re.IGNORECASE)
_OPENED = 14
_MARKS, _DIGITS, _LENGTHS = 6, 9, 11


class _Item(NamedTuple):
    name: str
    span: Span
    value: Decimal
    step: Decimal
    bare: bool


def find(draft: Draft) -> Iterator[Finding]:
    """Yield the lists of bare numbers that do not make their whole."""
    content, scene = draft.text.content, draft.scene
    low = lowered(content)
    parts_told = (scene.find(ref) for one in draft.checks if one.kind == "sum" for ref in one.args)
    places = {figure.span.start for figure in parts_told if figure is not None}
    yield from _bracketed(draft, places)
    numbers = list(_NUMBER.finditer(content))
    starts = [number.start() for number in numbers]
    for clause in _CLAUSE.finditer(content):
        inside = numbers[bisect_left(starts, clause.start()) : bisect_left(starts, clause.end())]
        if len(inside) >= _FEWEST and (any(map(_is_bare, inside)) or _tells_all(low, *clause.span())):
            for run in _runs(clause, inside):
                first = next((at for at, item in enumerate(run) if item.bare), 0)
                shorter = len(run) - first >= _FEWEST and first and not _TOTAL.search(run[-1].name)
                for parts in (run, run[first:]) if shorter else (run,):
                    if places.isdisjoint(item.span.start for item in parts):
                        yield from _judged(draft, parts)


def _is_bare(number: re.Match[str]) -> bool:
    """Whether its part of a clause ends with a number."""
    return _PART_ENDS.match(number.string, number.end()) is not None


def _tells_all(low: str, start: int, end: int) -> bool:
    """Whether a clause may tell a total."""
    return any(low.find(word, start, end) >= 0 for word in _IN_ALL)


def _bracketed(draft: Draft, taken: Set[int]) -> Iterator[Finding]:
    """``287 thủ tục (64 ban hành mới, 159 sửa đổi, bổ sung, 64 bãi bỏ)``: numbers before their names."""
    content, scene = draft.text.content, draft.scene
    for index, figure in enumerate(scene.figures):
        bracket = _BRACKET.match(content, figure.span.end)
        if bracket is None or figure.unit == "%" or figure.role == "change":
            continue
        number = _NUMBER.search(content, figure.span.start, figure.span.end)
        if number is None:
            continue
        parts = list(_COUNTED.finditer(content, bracket.start("list"), bracket.end("list")))
        every = sum(len(part[0]) + 1 for part in parts) >= len(bracket["list"])
        if len(parts) < _FEWEST - every or any(_APART.search(part["name"].lower()) for part in parts):
            continue
        if not taken.isdisjoint(part.start("number") for part in parts) or scene.block[index] in scene.notes:
            continue
        items = [_Item(part["name"], Span(*part.span("number")), Decimal(part["number"].replace(".", "")), Decimal(1),
                       True) for part in parts]  # fmt: skip
        whole, total = read_number(number[0]).value, sum((item.value for item in items), Decimal(0))
        if whole is None or total == whole:
            continue
        whole_item = _Item("", figure.span, whole, Decimal(1), True)
        slipped = next((item for item in (whole_item, *items) if _slips(item, item.value + whole - total)), None)
        if _slips(whole_item, total):
            yield _finding(items, figure.span, whole, figure.span, total)
        elif slipped is not None and slipped is not whole_item:
            yield _finding(items, figure.span, whole, slipped.span, slipped.value + whole - total)


def _in_bracket(draft: Draft, run: list[_Item], span: Span, value: Decimal) -> Finding | None:
    """``34 nhà (sập 02, hư hỏng nặng 09, phải di dời 23)``: all of the figure that the bracket stands behind."""
    content = draft.text.content
    opens = content.rfind("(", span.end, run[0].span.start)
    close = content.find(")", opens)
    run = [item for item in run if item.span.end <= close]
    if opens < 0 or len(run) < _FEWEST or re.fullmatch(r"[^,;.:()\d]{0,40}", content[span.end : opens]) is None:
        return None
    if content[run[-1].span.end : close].strip():
        return None
    total = sum((item.value for item in run), Decimal(0))
    whole = _Item("", span, value, Decimal(1), True)
    if _slips(whole, total):
        return _finding(run, span, value, span, total)
    slipped = next((item for item in run if _slips(item, item.value + value - total)), None)
    return _finding(run, span, value, slipped.span, slipped.value + value - total) if slipped else None


def _slips(item: _Item, meant: Decimal) -> bool:
    """Whether one slip makes of what is meant what the item says."""
    return meant > 0 and slip_between(str(int(item.value)), str(int(meant))) is not None


def _runs(clause: re.Match[str], numbers: Sequence[re.Match[str]]) -> Iterator[list[_Item]]:
    """The parts of a clause below each other that hold one of its numbers each."""
    run: list[_Item] = []
    begin, first = clause.start(), 0
    for part in (*_PART.finditer(clause.string, clause.start(), clause.end()), None):
        end = part.start() if part is not None else clause.end()
        last = first
        while last < len(numbers) and numbers[last].start() < end:
            last += 1
        if last == first and part is not None:
            continue  # phí, lệ phí và khác 41,6
        item = _item(begin, end, clause.string, numbers[first:last])
        if item is None:
            if len(run) >= _FEWEST:
                yield run
            run = []
        else:
            run.append(item)
        begin, first = part.end() if part is not None else end, last
    if len(run) >= _FEWEST:
        yield run


def _item(begin: int, end: int, content: str, numbers: Sequence[re.Match[str]]) -> _Item | None:
    """The one number of a part of a list, and its name: what stands in a bracket or before a colon is none of it."""
    begin = max(begin, content.rfind(":", begin, end) + 1, content.rfind("(", begin, end) + 1)
    if not numbers or numbers[-1].start() < begin or (len(numbers) > 1 and numbers[-2].start() >= begin):
        return None
    number = numbers[-1]
    name, behind = content[begin : number.start()], content[number.end() : end].rstrip().strip(" )")
    low = name.lower()
    if len(behind) > _BEHIND or _APART.search(low) or _TELLING.search(low):
        return None
    read = read_number(number[0])
    if read.value is None:
        return None
    decimals = len(number[0].partition(",")[2])
    return _Item(name, Span(*number.span()), read.value, Decimal(1).scaleb(-decimals), not behind)


def _judged(draft: Draft, run: list[_Item]) -> Iterator[Finding]:
    if _TOTAL.search(run[-1].name) and len(run) > _FEWEST:
        *parts, whole = run
        total = sum((item.value for item in parts), Decimal(0))
        if total != whole.value and not any(_TOTAL.search(item.name) for item in parts):
            yield _finding(parts, whole.span, whole.value, whole.span, total)
        return
    if not any(item.bare for item in run):
        return
    total = sum((item.value for item in run), Decimal(0))
    wholes = list(_wholes(draft, run[0].span.start))
    if any(total == value for _, value in wholes):
        return
    if wholes and (one := _in_bracket(draft, run, *wholes[0])) is not None:
        yield one
        return
    opened = _OPENS.search(draft.text.content[run[0].span.start - len(run[0].name) - _OPENED : run[0].span.start])
    budget = _BUDGET * (_TIED if opened else 1)
    for tried, (span, value) in enumerate(wholes, start=1):
        if _chance(_Item("", span, value, Decimal(1), True), total) * len(run) * tried <= budget:
            yield _finding(run, span, value, span, total)
            return
        for item in run:
            if _chance(item, value - total + item.value) * len(run) * tried <= budget:
                yield _finding(run, span, value, item.span, value - total + item.value)
                return


def _wholes(draft: Draft, start: int) -> Iterator[tuple[Span, Decimal]]:
    """The figures before a list as they are written, nearest first."""
    scene, content = draft.scene, draft.text.content
    for place in range(bisect_left(scene.starts, start) - 1, -1, -1):
        figure = scene.figures[place]
        if start - figure.span.end > _BACK * 2 or bisect_left(scene.starts, start) - place > _WHOLES:
            return
        number = _NUMBER.search(content, figure.span.start, figure.span.end)
        if number is None or figure.unit == "%" or figure.role in ("change", "rank"):
            continue
        read = read_number(number[0])
        if read.value is not None:
            yield figure.span, read.value


def _chance(item: _Item, meant: Decimal) -> Decimal:
    """How likely one slip makes of what is meant what the item says."""
    if meant <= 0 or item.value <= 0:
        return Decimal(1)
    digits = len(str(int(item.value / item.step)).rstrip("0"))
    if digits < _LONG:
        return Decimal(1)
    ratio = item.value / meant
    if ratio in (10, 100, 1000, Decimal("0.1"), Decimal("0.01"), Decimal("0.001")):
        ways = _MARKS
    else:
        slip = (
            slip_between(str(int(item.value / item.step)), str(int(meant / item.step)))
            if not meant % item.step
            else None
        )
        if slip is None:
            return Decimal(1)
        ways = digits - 1 if slip == "swap" else digits * (_DIGITS if slip == "digit" else _LENGTHS)
    return ways * Decimal(1).scaleb(-digits)


def _finding(parts: Sequence[_Item], whole: Span, value: Decimal, at: Span, meant: Decimal | None) -> Finding:
    worked = " + ".join(format_number(item.value) for item in parts)
    total = format_number(sum((item.value for item in parts), Decimal(0)))
    message = f"{worked} = {total}, văn bản ghi {format_number(value)}"
    mend = None if meant is None else f"sửa thành {format_number(meant)}"
    related = tuple(sorted({whole, *(item.span for item in parts)} - {at}))
    return Finding("SL101", at, "error", message, mend, related)
