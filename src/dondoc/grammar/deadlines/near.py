"""A deadline named by its distance from the document's own day: tomorrow, this month, the next quarter.

Finds         trong ngày mai · ngay trong hôm nay · trước ngày 15 tháng này · ngay trong tháng tới (its last day)
              · hoàn thành trong quý này, vào cuối tháng (weak) · trong 10 ngày đầu tháng 10
              · trước ngày cuối cùng của tháng 10 · trước thứ Hai (16/9) · trong các ngày 20 và 21/9
Leaves alone  từ trước đến nay · nhiệm vụ trong tháng tới: when, not by when · cuối tháng 9: a month by its number
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from dondoc.facts import Deadline
from dondoc.grammar.anchors import anchors, find_near
from dondoc.grammar.context import TimeContext
from dondoc.grammar.dates import make_day
from dondoc.grammar.periods import last_day, year_of
from dondoc.text import Span

_LIMIT = r"(?P<limit>(?:xong\s+)?trong|chậm\s+nhất(?:\s+(?:là|trong|vào))?|ngay\s+trong|trước|đến(?:\s+hết)?|vào|ngay)"
_DAY = re.compile(
    rf"(?<!\w)(?:{_LIMIT}\s+)(?:[0-9]{{1,2}}\s*(?:giờ|h|g)\s*(?:[0-9]{{2}})?\s*)?(?:(?:sáng|trưa|chiều|tối|đêm)\s+(?:ngày\s+)?(?P<part>mai|nay)"
    r"|ngày\s+(?P<day>mai|hôm\s+nay)|(?P<today>hôm\s+nay))(?!\w)",
)
_IN_MONTH = re.compile(
    rf"(?<!\w){_LIMIT}\s+(?:[0-9]{{1,2}}\s*(?:giờ|h|g)(?:\s*[0-9]{{2}})?,?\s+)?(?:ngày\s+)?(?P<day>[0-9]{{1,2}})\s+(?:của\s+)?tháng\s+này(?!\w)"
)
_PERIOD = re.compile(rf"(?<!\w){_LIMIT}\s+(?P<unit>tháng|quý)\s+(?P<which>này|tới|sau)(?!\w)")
_END = re.compile(
    rf"(?<!\w)(?:{_LIMIT}\s+)?cuối\s+(?P<unit>tháng|quý)(?:\s+này)?(?!\s*(?:[0-9]|[ivx]+\b|trước|sau|tới)|\w)"
)
_MONTH = (
    r"(?:của\s+)?tháng\s+(?P<month>[0-9]{1,2})(?:\s*/\s*(?P<year>20[0-9]{2})|\s+năm\s+(?P<named>20[0-9]{2}))?(?![0-9/])"
)
_EDGE = re.compile(
    rf"(?<!\w){_LIMIT}\s+(?:(?P<count>[0-9]{{1,2}})\s+)?ngày\s+(?:làm\s+việc\s+)?(?P<which>đầu|cuối)(?:\s+(?:tiên|cùng))?\s+{_MONTH}"
)
_DATED = re.compile(
    rf"(?<!\w){_LIMIT}\s+(?P<clock>[0-9]{{1,2}}\s*(?:giờ|h|g)(?:\s*[0-9]{{2}})?,?\s+)?(?:(?:sáng|chiều|trưa|tối)\s+)?(?:ngày\s+)?"
    r"(?:(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\s+nhật)(?:\s*,\s*|\s+|\s*\(\s*)(?:ngày\s+)?|các\s+ngày\s+(?:[0-9]{1,2}(?:,\s*|\s+và\s+))+)"
    r"(?P<day>[0-9]{1,2})\s?[/-]\s?(?P<month>[0-9]{1,2})(?:\s?[/-]\s?(?P<year>20[0-9]{2}))?(?![0-9]|[/.-][0-9])\)?"
)
# The day named last before it: "bão vào ngày 7/9 ... xong trước 19 giờ cùng ngày".
_SAME_DAY = re.compile(
    r"(?<!\w)(?:xong\s+)?(?:trước|chậm\s+nhất(?:\s+(?:là|vào|trong))?|đến|(?:ngay\s+)?trong)\s+"
    r"(?:[0-9]{1,2}\s*(?:giờ|h|g)\s*(?:[0-9]{2}\s*(?:phút)?)?\s*)?(?:(?:sáng|trưa|chiều|tối|đêm)\s+)?cùng\s+ngày(?!\w)"
)
_SAME = anchors(r"cùng\s+ngày")
_NAMED_DAY = re.compile(r"(?<![0-9/])(?P<day>[0-9]{1,2})/(?P<month>[0-9]{1,2})(?:/(?P<year>20[0-9]{2}))?(?![0-9/])")
_SAME_REACH = 600
# A press that writes its days with a full stop: "trước ngày 5.5".
_DOTTED = re.compile(
    rf"(?<!\w){_LIMIT}\s+ngày\s+(?P<day>[0-9]{{1,2}})\.(?P<month>[0-9]{{1,2}})(?![0-9]|[.,/][0-9])(?P<clock>(?!))?(?P<year>(?!))?"
)
_DOTS = anchors(r"ngày\s+[0-9]{1,2}\.[0-9]")
_WEEKDAY = anchors(r"thứ\s+[hbtnsc2-7]", r"chủ\s+nhật", r"các\s+ngày\s+[0-9]")
_TODAY = anchors(
    r"hôm\s+nay", r"ngày\s+mai", *(rf"{part}\s+(?:mai|nay)" for part in ("sáng", "trưa", "chiều", "tối", "đêm"))
)
_AHEAD = anchors(r"tháng\s+(?:này|tới|sau)", r"quý\s+(?:này|tới|sau)")
_LAST = anchors(r"cuối\s+tháng", r"cuối\s+quý")
_EDGES = anchors(r"ngày\s+(?:đầu|cuối)", r"việc\s+(?:đầu|cuối)")
_HALF_YEAR = 5


def find(low: str, context: TimeContext) -> Iterator[Deadline]:
    """Yield the days and periods of a text in small letters that lie near the document's day."""
    for match in find_near(_DAY, low, low, _TODAY, 30, 16):
        yield Deadline(Span(*match.span()), _day(match, context), "deadline.strong.near_day")
    for match in find_near(_SAME_DAY, low, low, _SAME, 40, 10):
        yield Deadline(Span(*match.span()), _day_named_before(low, match.start(), context), "deadline.strong.near_day")
    for match in find_near(_IN_MONTH, low, low, _AHEAD, 40, 10):
        yield Deadline(Span(*match.span()), _day_in_month(match, context), "deadline.strong.near_day")
    for match in find_near(_DATED, low, low, _WEEKDAY, 40, 50):
        yield Deadline(Span(*match.span()), _dated(match, context), "deadline.strong.near_day")
    for match in find_near(_DOTTED, low, low, _DOTS, 24, 12):
        yield Deadline(Span(*match.span()), _dated(match, context), "deadline.strong.near_day")
    for match in find_near(_EDGE, low, low, _EDGES, 40, 50):
        yield Deadline(Span(*match.span()), _edge(match, context), "deadline.strong.near_day")
    for match in find_near(_PERIOD, low, low, _AHEAD, 24, 10):
        strength = "strong"
        if match["limit"] in ("trong", "vào"):
            if context.period is not None and match["which"] == "này":
                continue
            strength = "weak"
        by = _period_end(match["unit"], match["which"], context)
        if match["limit"] == "trước" and by is not None:
            by = _first_day(by, match["unit"]) - timedelta(days=1)
        yield Deadline(Span(*match.span()), by, f"deadline.{strength}.near_period")
    for match in find_near(_END, low, low, _LAST, 24, 10):
        yield Deadline(Span(*match.span()), _period_end(match["unit"], "này", context), "deadline.weak.near_period")


def _day(match: re.Match[str], context: TimeContext) -> date | None:
    """The document's day or the one behind it; the day before that behind "trước"."""
    if context.issued is None:
        return None
    tomorrow = "mai" in (match["part"], match["day"])
    return context.issued + timedelta(days=tomorrow - (match["limit"] == "trước" and match["day"] == "mai"))


def _day_named_before(low: str, start: int, context: TimeContext) -> date | None:
    """The day named last before ``start``, else the document's own."""
    named = next(reversed([*_NAMED_DAY.finditer(low, max(0, start - _SAME_REACH), start)]), None)
    year = year_of(context)
    if named is None or (year is None and named["year"] is None):
        return context.issued
    return make_day(int(named["day"]), int(named["month"]), int(named["year"] or year or 0))


def _day_in_month(match: re.Match[str], context: TimeContext) -> date | None:
    if context.issued is None:
        return None
    day = make_day(int(match["day"]), context.issued.month, context.issued.year)
    return day - timedelta(days=1) if day is not None and match["limit"] == "trước" else day


def _dated(match: re.Match[str], context: TimeContext) -> date | None:
    """The day behind a weekday, with a year or without; the one before it behind "trước"."""
    year = _year_of(int(match["month"]), match["year"], context)
    day = make_day(int(match["day"]), int(match["month"]), year) if year is not None else None
    early = match["limit"] == "trước" and match["clock"] is None
    return day - timedelta(days=1) if day is not None and early else day


def _year_of(month: int, written: str | None, context: TimeContext) -> int | None:
    """The year that a month without one belongs to: the next where it would lie half a year back."""
    year = int(written) if written else context.year
    issued = context.issued
    if year is None or not 1 <= month <= 12:
        return None
    back = not written and issued is not None and issued.year == year and issued.month - month >= _HALF_YEAR
    return year + back


def _edge(match: re.Match[str], context: TimeContext) -> date | None:
    """The last day of a month, or of its first so many; the day before that behind "trước"."""
    month = int(match["month"])
    year = _year_of(month, match["year"] or match["named"], context)
    if year is None:
        return None
    end = last_day(f"{year}-{month:02d}")
    day = end if match["which"] == "cuối" else make_day(int(match["count"] or 1), month, year)
    return day - timedelta(days=1) if day is not None and match["limit"] == "trước" else day


def _period_end(unit: str, which: str, context: TimeContext) -> date | None:
    """The last day of the document's month or quarter, or of the one behind it."""
    if context.issued is None:
        return None
    year, month = context.issued.year, context.issued.month
    if unit == "quý":
        month += -month % 3
    month += 0 if which == "này" else 3 if unit == "quý" else 1
    return last_day(f"{year + (month > 12)}-{(month - 1) % 12 + 1:02d}")


def _first_day(end: date, unit: str) -> date:
    return date(end.year, end.month - (2 if unit == "quý" else 0), 1)
