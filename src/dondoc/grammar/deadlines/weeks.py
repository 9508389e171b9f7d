"""A deadline set by a week: its last day.

Finds         trong tuần đầu tháng 12 (7 December) · trong tuần thứ 3 của tháng 9 · tuần cuối của tháng 3/2024 (weak)
              · xong trong tuần này (Sunday) · trước thứ Sáu tuần này · trong tuần 45/2025 · chậm nhất thứ Sáu
Leaves alone  thứ Sáu hằng tuần · thứ Hai (16/9): a date · tuần qua · tuần lễ Quốc gia · mỗi tuần
              tuần đầu năm học: no month to count in
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from dondoc.facts import Deadline
from dondoc.grammar.anchors import anchors, find_near
from dondoc.grammar.context import TimeContext
from dondoc.grammar.periods import last_day
from dondoc.text import Span

_LIMIT = r"(?P<limit>(?:xong\s+)?trong|chậm\s+nhất(?:\s+(?:là|trong|vào))?|ngay\s+trong|trước)"
_OF_MONTH = re.compile(
    rf"(?<!\w)(?:(?:{_LIMIT}|vào|đến(?:\s+hết)?)\s+)?tuần\s+(?:lễ\s+)?(?:thứ\s+)?"
    r"(?P<which>đầu(?:\s+tiên)?|nhất|hai|ba|tư|[1-4]|cuối(?:\s+cùng)?)\s+(?:của\s+|trong\s+)?"
    r"tháng\s+(?P<month>[0-9]{1,2})(?:\s*/\s*(?P<year>20[0-9]{2})|\s+năm\s+(?P<named>20[0-9]{2}))?(?![0-9/])",
)
_NEAR = re.compile(rf"(?<!\w){_LIMIT}\s+tuần\s+(?P<which>này|tới|sau)(?!\w)")
_NUMBERED = re.compile(
    rf"(?<!\w){_LIMIT}\s+tuần\s+(?:thứ\s+)?(?P<week>[0-9]{{1,2}})(?:\s*/\s*(?P<year>20[0-9]{{2}})|\s+năm\s+(?P<named>20[0-9]{{2}}))?"
    r"(?![0-9/]|\s+(?:của\s+|trong\s+)?tháng)"
)
_WEEKDAY = re.compile(
    rf"(?<!\w)(?:{_LIMIT}|vào)\s+(?P<clock>[0-9]{{1,2}}\s*(?:giờ|h|g)(?:\s*[0-9]{{2}})?,?\s+)?(?:ngày\s+)?"
    r"thứ\s+(?P<day>hai|ba|tư|năm|sáu|bảy|[2-7])(?:\s+tuần\s+(?P<which>này|tới|sau)(?!\w)"
    r"|(?!\w|,?\s+(?:hằng|hàng|mỗi|tuần|ngày|và)|,?\s*\(?[0-9]))"
)
_DAYS = {"hai": 0, "ba": 1, "tư": 2, "năm": 3, "sáu": 4, "bảy": 5}
_WEEK = anchors(r"tuần\s+[đntbcsl0-9]")
_DAY = anchors(r"thứ\s+[hbtns2-7]")
_ENDS = {"đ": 7, "n": 7, "h": 14, "b": 21, "t": 28, "1": 7, "2": 14, "3": 21, "4": 28}
_HALF_YEAR = 5


def find(low: str, context: TimeContext) -> Iterator[Deadline]:
    """Yield the weeks of a text in small letters that bound an action."""
    for match in find_near(_OF_MONTH, low, low, _WEEK, 24, 60):
        strength = "weak" if match[0].startswith("tuần") else "strong"
        yield Deadline(Span(*match.span()), _end_in_month(match, context), f"deadline.{strength}.week")
    for match in find_near(_NEAR, low, low, _WEEK, 24, 16):
        yield Deadline(Span(*match.span()), _end_near(match, context), "deadline.strong.week")
    for match in find_near(_NUMBERED, low, low, _WEEK, 24, 24):
        yield Deadline(Span(*match.span()), _end_numbered(match, context), "deadline.strong.week")
    for match in find_near(_WEEKDAY, low, low, _DAY, 36, 24):
        yield Deadline(Span(*match.span()), _weekday(match, context), "deadline.strong.week")


def _end_in_month(match: re.Match[str], context: TimeContext) -> date | None:
    month, written = int(match["month"]), match["year"] or match["named"]
    year = int(written) if written else context.year
    if year is None or not 1 <= month <= 12:
        return None
    issued = context.issued
    if not written and issued is not None and issued.year == year and issued.month - month >= _HALF_YEAR:
        year += 1
    which = match["which"]
    by = last_day(f"{year}-{month:02d}") if which.startswith("cuối") else date(year, month, _ENDS[which[0]])
    return by - timedelta(days=7) if match["limit"] == "trước" else by


def _weekday(match: re.Match[str], context: TimeContext) -> date | None:
    """That day of the document's week or of the next, the nearest one where none is named; the day before behind
    "trước" without an hour."""
    if context.issued is None:
        return None
    day = _DAYS.get(match["day"])
    day = int(match["day"]) - 2 if day is None else day
    today = context.issued.weekday()
    ahead = match["which"] in ("tới", "sau") or (match["which"] is None and day < today)
    early = match["limit"] == "trước" and match["clock"] is None
    return context.issued + timedelta(days=day - today + 7 * ahead - early)


def _end_numbered(match: re.Match[str], context: TimeContext) -> date | None:
    """The Sunday of a week of the year by its number; the one before it behind "trước"."""
    written = match["year"] or match["named"]
    year, week = int(written) if written else context.year, int(match["week"])
    if year is None or not 1 <= week <= date(year, 12, 28).isocalendar().week:
        return None
    return date.fromisocalendar(year, week, 7) - timedelta(days=7 * (match["limit"] == "trước"))


def _end_near(match: re.Match[str], context: TimeContext) -> date | None:
    """The Sunday of the document's week or of the next."""
    if context.issued is None:
        return None
    weeks = (0 if match["which"] == "này" else 1) - (match["limit"] == "trước")
    return context.issued + timedelta(days=6 - context.issued.weekday() + 7 * weeks)
