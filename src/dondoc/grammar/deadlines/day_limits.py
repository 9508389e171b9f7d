"""A deadline set by a day: a calendar date, a feast, an anniversary.

Finds         trước ngày 30/9/2026 (the 29th) · chậm nhất là ngày 15 tháng 10 · đến hết ngày 30/6 · trước 17 giờ ngày
              25/12 · từ ngày 10 đến 15/3 · vào ngày 09/11/2025 · nhân kỷ niệm 76 năm ngày ... (27/7) · trước Tết
              · áp dụng từ 01/11/2025, kỳ thi bắt đầu từ ngày 25/6: the day on which something begins
Leaves alone  Quyết định số 12/QĐ-UBND ngày 30/9/2025; từ ngày 01/7/2025: a date without a limit
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from dondoc.facts import DateMention, Deadline
from dondoc.grammar.context import TimeContext
from dondoc.grammar.deadlines.limits import is_document_date, limit_before
from dondoc.grammar.lunar import same_lunar_day_next_year
from dondoc.grammar.periods import last_day
from dondoc.text import Span

_YEAR = re.compile(r"(?:19|20)[0-9]{2}|âm|AL|ÂL", re.IGNORECASE)
_JOINED = re.compile(r"[\s(]*(?:[-–:,]|đến(?:\s+hết)?|và|năm|nhằm(?:\s+vào)?|tức(?:\s+là)?)?\s*\(?\s*(?:ngày\s+)?")
_FARTHEST = 60  # an empty row of a table may hold thousands of tabs, each of which the pattern would try in turn
_AND = re.compile(r"\bvà\b|,")
_FROM = re.compile(r"\btừ\s+(?:ngày\s+)?$")
_BEGINS = re.compile(
    r"\b(?:áp\s+dụng|vận\s+hành|hoạt\s+động|thi\s+hành|bắt\s+đầu|diễn\s+ra|khai\s+trương)"
    r"(?:\s+(?:chính\s+thức|thống\s+nhất|đồng\s+loạt|thí\s+điểm))?\s+(?P<from>(?:kể\s+)?từ\s+(?:ngày\s+)?)$"
)
_OCCASION = re.compile(
    r"\b(?:trong\s+dịp\s+|nhân\s+(?!dân)(?:dịp\s+)?|kỷ\s+niệm\s+|chào\s+mừng\s+|dịp\s+|hướng\s+tới\s+)[^.;\n]{0,90}$",
)


def find(text: str, low: str, context: TimeContext, dates: list[DateMention]) -> Iterator[Deadline]:
    """Yield the deadlines that ``dates`` set, in reading order."""
    index = 0
    while index < len(dates):
        group = [dates[index]]
        while index + 1 < len(dates) and _joined(low, group[-1], dates[index + 1]):
            index += 1
            group.append(dates[index])
        index += 1
        deadline = _read(text, low, context, group)
        if deadline is not None:
            yield deadline


def _joined(low: str, one: DateMention, other: DateMention) -> bool:
    start, end = one.span.end, other.span.start
    return end - start <= _FARTHEST and _JOINED.fullmatch(low, start, end) is not None


def _read(text: str, low: str, context: TimeContext, group: list[DateMention]) -> Deadline | None:
    """The deadline of dates that stand together ("27/7/1947 - 27/7/2021", "từ ngày 10 đến 15/3")."""
    first, last = group[0], group[-1]
    limit = limit_before(low, first.span.start)
    bounds = limit is not None and limit.kind in ("before", "latest", "clock", "end")
    occasion = _OCCASION.search(low, max(0, first.span.start - 120), first.span.start)
    months = 1 if bounds else 3 if occasion is not None else 5
    day = roll_over(text[last.span.start : last.span.end], last.day, context, months=months)
    if last.precision != "day":
        return None
    if last.lunar and day is not None and last.day is not None and day != last.day:
        day = same_lunar_day_next_year(last.day)
    end = last.span.end
    if limit is None:
        if is_document_date(text, first.span.start):
            begins = _BEGINS.search(low, max(0, first.span.start - 48), first.span.start)
            if begins is not None and len(group) == 1:
                return Deadline(Span(begins.start("from"), end), day, "deadline.weak.begin")
            if len(group) == 1 or not _FROM.search(low, max(0, first.span.start - 16), first.span.start):
                return None
            return Deadline(Span(_range_start(low, first.span.start), end), day, "deadline.strong.range")
        if occasion is not None:
            return Deadline(
                Span(occasion.start(), _closed(text, occasion.start(), end)), day, "deadline.strong.occasion"
            )
        rule = "deadline.strong.feast" if first.lunar else "deadline.weak.date"
        if len(group) > 1 and _anniversary(group):
            rule = "deadline.strong.anniversary"
        return Deadline(Span(_with_word(low, first.span.start), end), day, rule)
    span = Span(limit.start, _closed(text, limit.start, end))
    if limit.kind == "before":
        same = len(group) > 1 and _anniversary(group)
        several = len(group) > 1 and not same and _AND.search(text, first.span.end, group[1].span.start) is not None
        if several:
            day = roll_over(text[first.span.start : first.span.end], first.day, context, months=months)
        if last.rule.startswith("date.feast") or len(group) == 1 or several or same:
            day = day - timedelta(days=1) if day is not None else None
        return Deadline(span, day, "deadline.strong.before_day")
    return Deadline(span, day, f"deadline.strong.{limit.kind}_day")


def _closed(text: str, start: int, end: int) -> int:
    """``end``, behind the bracket that closes one opened since ``start``."""
    return end + (text.find("(", start, end) >= 0 and text.startswith(")", end))


def _range_start(low: str, start: int) -> int:
    """Where "từ ngày" before the first day of a range begins."""
    match = _FROM.search(low, max(0, start - 12), start)
    return match.start() if match else start


def _anniversary(group: list[DateMention]) -> bool:
    days = [mention.day for mention in group if mention.day is not None]
    return len(days) == len(group) and len({(day.day, day.month) for day in days}) == 1


def _with_word(low: str, start: int) -> int:
    """Where "ngày" before a date begins."""
    return start - 5 if low.endswith("ngày ", max(0, start - 5), start) else start


def roll_over(written: str, day: date | None, context: TimeContext, *, months: int) -> date | None:
    """Put a day without a year into the year after the document's where it would lie ``months`` or more back."""
    reference = context.issued or (last_day(context.period) if context.period else None)
    if day is None or reference is None or _YEAR.search(written) or day.year != reference.year:
        return day
    if reference.month - day.month < months:
        return day
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return None
