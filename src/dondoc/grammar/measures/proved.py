"""Bare numbers behind names that arithmetic proves to be counts or amounts of what a figure before them tells.

Finds         312 chi hội: xuất sắc 96 (30,8%), khá 178 (57,1%), yếu 38 (12,2%): they make it, or are the share told
              biên chế 148 người, hiện có 141, còn thiếu 07 · vốn 168.420 triệu đồng, gồm tỉnh 71.350, xã 97.070
              ban hành 142 kiến nghị, được tiếp thu 139 (97,89%) · 96 tổ (chỉ tiêu 80, vượt 16 tổ)
              thành lập 2.914 doanh nghiệp, tăng 31,6% (cùng kỳ 2.214): what the growth is reckoned from
Leaves alone  điều 12, khoản 3 · tháng 8, quý III: numbers of names; what comes to no figure before it
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from heapq import merge
from itertools import accumulate

from dondoc.facts import Measure
from dondoc.grammar.numbers import read_number
from dondoc.text import Span

# Behind a bare number its phrase ends, a bracket opens or a share is told.
_ENDS = re.compile(r"[,;.)\n](?!\d)|\s?\(|\s*\Z|\s?=\s|\s(?:và|chiếm|đạt|bằng|tỷ lệ)\s|\s[-–]\s")
_NUMBERED = frozenset(
    {"mục", "điều", "khoản", "điểm", "lục", "số", "trang", "bảng", "biểu", "quý", "tháng", "năm", "ngày", "phường"}
    | {"quận", "tổ", "thứ", "khóa", "lần", "đợt", "lộ", "ql", "thôn", "ấp", "khu", "xóm", "phố"}
)
_LAST_WORD = re.compile(
    r"(?P<long>\d (?:năm|tháng|ngày|tuổi|giờ))\s\Z|(?P<word>[^\W\d_]+)(?: là| có| được| với)?[:+]?\s\Z"
)
_SHARE = re.compile(
    r"\s?\((?:[^\d()%;]{0,24})|[,;]?\s(?:(?:đã )?(?:đạt|chiếm|bằng|tương đương|tức|tỷ lệ|tỉ lệ|hay|=)\s?){1,3}"
    r"(?:(?:tỷ lệ|khoảng|là)\s){0,2}"
)
_TIMES = (
    r"(?:cùng kỳ|ck|năm (?:trước|ngoái|20\d\d)|kỳ trước|tháng trước|quý trước|đầu năm|kh|kế hoạch|chỉ tiêu|dự toán|"
    r"nghị quyết|tháng \d{1,2}|quý [iv]+)"
)
_BASE = re.compile(
    rf"[^.\n]{{0,120}}?(?:\((?:so (?:với )?)?{_TIMES}[^\d();]{{0,24}}|\b{_TIMES}[^\d(),;.]{{0,20}} \()\s?",
    re.IGNORECASE,
)
_SEPARATED = re.compile(r"[,;]\s|\svà\s|\s[-–]\s")
_BROKEN = re.compile(r"[.:!?]\s|\n")
_BRACKETED = re.compile(r"\([^()]*\)")
# What is left of the brackets of numbers that stand in them alone.
_ALONE = re.compile(r"\A\s?\)|\(\Z")
_KIND = re.compile(r"(?: [^\W\d]+){0,4} \((?:[^\W\d]+ ){1,5}")
_YEAR = re.compile(r"(?:19|20)\d\d")
_STEP_REACH, _FAR_APART, _REACH, _SHARE_REACH = 110, 300, 600, 40
_BEFORE, _NEAR, _FAR, _MOST, _LEAST = 14, 6, 40, 14, 8
_HALF = Decimal("0.5")
_HUNDRED = Decimal(100)
_NOUN_BEFORE = "measure.noun_before"
_GUESSED = frozenset({_NOUN_BEFORE, "measure.outcome", "measure.labelled", "measure.list", "measure.part"})


@dataclass(slots=True)
class _Told:
    """A figure, or a bare number, as it is written: ``number`` before a word like "triệu" multiplies it."""

    start: int
    end: int
    number: Decimal
    depth: int = 0
    measure: Measure | None = None
    half: Decimal = _HALF
    whole: "_Told | None" = None

    @property
    def unit(self) -> str | None:
        return self.measure.unit if self.measure is not None else None

    @property
    def open(self) -> bool:
        """Whether its unit is yet to be found, or was only guessed from words before it."""
        return self.measure is None or (
            self.measure.rule in _GUESSED and self.measure.span == self.measure.number and self.measure.unit != "%"
        )


def with_proved(text: str, found: list[Measure], passed: Sequence[Span]) -> list[Measure]:
    """``found`` with those of the bare numbers ``passed`` that a figure before them proves, in reading order."""
    bare = [span for span in passed if _is_bare(text, span)]
    guessed = [one.span for one in found if one.rule == _NOUN_BEFORE]
    if not bare and not guessed:
        return found
    told = _told(text, _near(found, sorted((*bare, *guessed))), bare)
    for place, one in enumerate(told):
        if one.whole is None and (one.measure is None or one.measure.rule == _NOUN_BEFORE):
            _prove(text, told, place)
    proved = [one for one in told if one.whole is not None]
    if not proved:
        return found
    taken = {one.start for one in proved}
    kept = (one for one in found if one.span.start not in taken and one.span.end + 1 not in taken)
    return list(merge(kept, (_measure(one) for one in proved), key=lambda one: one.span.start))


def _is_bare(text: str, span: Span) -> bool:
    if _ENDS.match(text, span.end) is None or _YEAR.fullmatch(text, *span):
        return False
    if text[span.start - 1 : span.start] == "(":
        return True
    word = _LAST_WORD.search(text, max(0, span.start - 24), span.start)
    return word is not None and (word["long"] is not None or word["word"].lower() not in _NUMBERED)


def _near(found: Sequence[Measure], places: Sequence[Span]) -> Iterator[Measure]:
    """Those of ``found`` that stand shortly before one of ``places`` or right behind it."""
    begins = [one.span.start for one in found]
    last = 0
    for start, end in places:
        low = max(last, bisect_left(begins, start - _REACH - _FAR_APART))
        last = max(low, bisect_left(begins, end + _FAR_APART))
        yield from found[low:last]


def _told(text: str, found: Iterable[Measure], bare: Sequence[Span]) -> list[_Told]:
    """The figures ``found`` and the bare numbers of ``text`` in reading order, with the depth of their brackets."""
    told = []
    for measure in found:
        number = read_number(text[measure.number.start : measure.number.end], share=measure.unit == "%").value
        if number is not None and measure.value:
            told.append(_Told(measure.span.start, measure.span.end, abs(number), measure=measure))
    for span in bare:
        read = read_number(text[span.start : span.end])
        if read.value and read.warning is None:
            told.append(_Told(span.start, span.end, read.value, half=read.half_step))
    told.sort(key=lambda one: one.start)
    depth = at = 0
    for one in told:
        gap = text[at : one.start]
        depth = 0 if "\n" in gap else max(0, depth + gap.count("(") - gap.count(")"))
        alone = depth and gap.endswith("(") and text.startswith(")", one.end)
        one.depth, at = depth - bool(alone), one.start
    behind = [*told[1:], None]
    return [one for one, after in zip(told, behind, strict=False) if not _is_in_name(text, one, after)]


def _is_in_name(text: str, one: _Told, behind: _Told | None) -> bool:
    """Whether a length of time is in the name of the number right behind it: "dưới 3 tháng 5.100"."""
    if behind is None or behind.measure is not None or behind.start - one.end != 1:
        return False
    return one.measure is not None and _LAST_WORD.search(text, one.start, behind.start) is not None


def _prove(text: str, told: Sequence[_Told], place: int) -> None:
    """Give the bare number at ``place``, and those beside it in its list, the figure that proves them."""
    run = list(_run(text, told, place))
    first = run[0]
    wholes = _wholes(told, first)
    one = told[place]
    if _prove_sum([told[at] for at in run], run.index(place), wholes) or one.measure is not None:
        return
    before = _wholes(told, place)
    one.whole = (
        _whole_of_share(text, told, place, before)
        or _compared(text, told, place, before)
        or _kind_of(text, one, before)
    )


def _wholes(told: Sequence[_Told], place: int) -> list[_Told]:
    """The last figures before ``place`` that can be divided."""
    start = told[place].start
    found: list[_Told] = []
    for one in reversed(told[max(0, place - _FAR) : place]):
        if start - one.end > _REACH or len(found) == _BEFORE:
            break
        if one.unit is not None and one.unit != "%":
            found.append(one)
    return found[::-1]


def _run(text: str, told: Sequence[_Told], place: int) -> Iterator[int]:
    """The places of the figures of one list around ``place``: one after the other, as deep, without shares."""
    behind: list[int] = []
    for step, places in ((-1, behind), (1, [])):
        last = place
        at = place + step
        while 0 <= at < len(told) and len(places) < _MOST:
            one = told[at]
            if max(one.start - told[last].end, told[last].start - one.end) > _FAR_APART:
                break
            if one.depth == told[place].depth and one.unit != "%":
                low, high = sorted((at, last))
                if not _goes_on(text[told[low].end : told[high].start]):
                    break
                places.append(at)
                last = at
            elif one.depth < told[place].depth:
                break
            at += step
        if step < 0:
            yield from reversed(behind)
            yield place
        else:
            yield from places


def _goes_on(gap: str) -> bool:
    """Whether ``gap`` is that between two figures of a list: a comma and the name of the next."""
    if "(" in gap or ")" in gap:
        gap = _BRACKETED.sub("", gap)
    gap = _ALONE.sub("", gap)
    if len(gap) > _STEP_REACH or "(" in gap or ")" in gap:
        return False
    return _SEPARATED.search(gap) is not None and _BROKEN.search(gap) is None


def _prove_sum(run: Sequence[_Told], place: int, wholes: Sequence[_Told]) -> bool:
    """Whether figures of ``run`` around ``place`` make one of ``wholes``, or one before them in the run."""
    sums = list(accumulate((one.number for one in run), initial=Decimal(0)))
    numbers = {one.number for one in (*wholes, *run)}
    for start in range(place + 1):
        for end in range(len(run), max(place + 1, start + 2) - 1, -1):
            total = sums[end] - sums[start]
            if total not in numbers or (end - start < 3 and total < _LEAST):
                continue
            some = run[start:end]
            for whole in reversed((*wholes, *run[:start])):
                if whole.number == total and _are_alike(some, whole):
                    for one in some:
                        one.whole = whole if one.open else None
                    return True
    return False


def _are_alike(some: Sequence[_Told], whole: _Told) -> bool:
    factor = _factor(whole)
    alike = (one.open or (one.unit == whole.unit and _factor(one) == factor) for one in some)
    return whole.unit is not None and all(alike)


def _kind_of(text: str, one: _Told, before: Sequence[_Told]) -> _Told | None:
    """The figure of ``before`` of which a bracket right behind it tells one kind: "8.716 lượt (nội trú 1.204)"."""
    if not before or before[-1].number <= one.number or "." not in text[one.start : one.end]:
        return None
    told = _KIND.fullmatch(text, before[-1].end, one.start) is not None and text.startswith(")", one.end)
    return before[-1] if told else None


def _factor(one: _Told) -> Decimal:
    value = one.measure.value if one.measure is not None else None
    return abs(value) / one.number if value else Decimal(1)


def _whole_of_share(text: str, told: Sequence[_Told], place: int, wholes: Sequence[_Told]) -> _Told | None:
    """The figure of ``wholes`` of which the one at ``place`` is the share told right behind it."""
    one = told[place]
    share = next((other for other in told[place + 1 : place + 2] if other.unit == "%"), None)
    if share is None or share.start - one.end > _SHARE_REACH or share.measure is None:
        return None
    if _SHARE.fullmatch(text, one.end, share.start) is None:
        return None
    return next((whole for whole in reversed(wholes) if _is_rate(one.number, whole.number, share)), None)


def _is_rate(part: Decimal, whole: Decimal, share: _Told) -> bool:
    half = share.measure.half_step if share.measure is not None else _HALF
    return abs(part * _HUNDRED / whole - share.number) <= half


def _compared(text: str, told: Sequence[_Told], place: int, before: Sequence[_Told]) -> _Told | None:
    """The figure of ``before`` that a bracket compares with the one at ``place``: a rate or a difference shows it."""
    one = told[place]
    if not before:
        return None
    near = [*told[max(0, place - 3) : place], *told[place + 1 : place + 2]]
    for now in reversed(before[-_NEAR:]):
        if _BASE.fullmatch(text, now.end, one.start) is None:
            continue
        for by in near:
            if by is now or by.measure is None:
                continue
            grown = now.number * _HUNDRED / one.number
            if by.unit == "%" and any(
                abs(abs(grown - less) - by.number) <= by.measure.half_step for less in (Decimal(0), _HUNDRED)
            ):
                return now
            if by.unit == now.unit and abs(now.number - one.number) == by.number:
                return now
    return None


def _measure(one: _Told) -> Measure:
    whole = one.whole
    while whole is not None and whole.measure is None:
        whole = whole.whole
    factor = _factor(whole) if whole is not None else Decimal(1)
    span = Span(one.start, one.end)
    unit = whole.unit if whole is not None else None
    return Measure(span, span, one.number * factor, unit, one.half * factor, None, "measure.list")
