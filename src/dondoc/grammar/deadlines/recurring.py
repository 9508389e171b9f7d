"""A deadline that comes back: its first day after the document's date, and how often.

Finds         hằng tháng trước ngày 25 · trước ngày 20 hàng quý · ngày 15 của tháng cuối quý · trước ngày 15/12 hằng năm
              · trước 16 giờ thứ Sáu hằng tuần (no day: by None)
Leaves alone  định kỳ hằng tháng · thường xuyên: a bare frequency bounds nothing
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from dondoc.facts import Deadline
from dondoc.grammar.anchors import anchors, find_near
from dondoc.grammar.context import TimeContext
from dondoc.grammar.dates import make_day
from dondoc.grammar.periods import last_day
from dondoc.text import Span

_EVERY = r"(?:hằng|hàng|mỗi|từng)\s+(?P<unit{n}>tuần|tháng|quý|năm)"
_LIMIT = (
    r"(?P<limit>trước|chậm\s+nhất(?:\s+là)?|muộn\s+nhất|đến|không\s+quá|vào|định\s+kỳ(?:\s+vào)?|xong\s+trước"
    r"|hạn(?:\s+là)?)"
)
_HOUR = r"(?:\s+[0-9]{1,2}\s*(?:giờ|h|g)(?:\s*[0-9]{1,2}(?:\s*phút)?)?,?)?"
_DAY = r"\s+(?:ngày\s+)?(?P<day>[0-9]{1,2})(?:(?:/|\s+tháng\s+)(?P<month>[0-9]{1,2}))?(?![0-9/]|[.-][0-9])"
_OPENING = r"tháng\s+đầu\s+(?:của\s+)?(?:(?:mỗi|hằng|hàng)\s+)?quý(?:\s+(?:sau|tiếp\s+theo|kế\s+tiếp|liền\s+kề))?"
_FIRST = re.compile(
    rf"(?:định\s+kỳ\s+)?{_EVERY.format(n=1)}[^.;\n0-9]{{0,40}}?{_LIMIT}{_HOUR}{_DAY}(?:\s+(?:của\s+)?(?P<last>tháng\s+cuối(?:\s+(?:của\s+)?quý)?))?",
)
_AFTER = re.compile(
    rf"{_LIMIT}{_HOUR}{_DAY}\s*(?:(?:của\s+)?(?P<last>tháng\s+cuối(?:\s+(?:của\s+)?(?:(?:mỗi|hằng|hàng)\s+)?quý)?)|"
    rf"(?:của\s+)?(?P<opening>{_OPENING})|,?\s*(?:của\s+)?{_EVERY.format(n=1)}|(?P<each>của\s+(?:mỗi\s+|"
    rf"từng\s+)?tháng(?=\s*[,.;)\n]))|(?P<next>(?:của\s+)?tháng\s+(?:sau|liền\s+kề|kế\s+tiếp|tiếp\s+theo)))",
)
_TWICE = re.compile(
    rf"{_LIMIT}{_HOUR}{_DAY}\s*(?:và|,)\s+(?:trước\s+)?(?:ngày\s+)?(?P<day2>[0-9]{{1,2}})(?:(?:/|"
    rf"\s+tháng\s+)(?P<month2>[0-9]{{1,2}}))?(?![0-9/])"
    rf"\s*,?\s*{_EVERY.format(n=1)}",
)
_UNLIMITED = re.compile(
    rf"(?<!\w)(?P<limit>ngày)(?=\s+[0-9]){_DAY}\s*(?:(?:của\s+)?(?P<last>tháng\s+cuối\s+(?:của\s+)?quý)"
    rf"|(?:của\s+)?(?P<opening>{_OPENING})|,?\s*{_EVERY.format(n=1)})",
)
_REGULAR = re.compile(r"(?:định\s+kỳ|(?<!\w)(?:báo\s+cáo|gửi|nộp|tổng\s+hợp|giao\s+ban)(?!\w))[^.;\n]{0,50}$")
_WEEKLY = re.compile(
    rf"(?:{_LIMIT}{_HOUR}\s+)?(?:ngày\s+)?(?P<weekday>thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|"
    rf"chủ\s+nhật)\s*,?\s*(?:hằng|hàng|mỗi|của)\s+tuần",
)
_WEEKLY_FIRST = re.compile(
    rf"(?:hằng|hàng|mỗi)\s+tuần[^.;\n]{{0,30}}?{_LIMIT}{_HOUR}\s+(?:ngày\s+)?(?P<weekday>thứ\s+(?:hai|ba|tư|năm|sáu|"
    rf"bảy|[2-7])|chủ\s+nhật)",
)
_DAILY = re.compile(
    rf"(?:{_LIMIT}|lúc)\s+[0-9]{{1,2}}\s*(?:giờ|h|g)(?:\s*[0-9]{{1,2}}(?:\s*phút|['’′])?)?,?\s+(?:hằng|hàng|"
    rf"mỗi)\s+ngày",
)
_END_OF_EACH = re.compile(
    r"(?<!\w)(?:vào\s+|trước\s+)?(?:cuối|chiều|sáng|đầu)\s+(?:(?:mỗi|từng|hằng|hàng)\s+(?P<each>ngày|tuần)|"
    r"thứ\s+(?:hai|ba|tư|năm|sáu|"
    r"bảy|[2-7])\s+(?:hằng|hàng|mỗi)\s+(?P<weekly>tuần))(?!\w)",
)
_EACH = anchors(r"mỗi\s+[nt]", r"từng\s+[nt]", r"hằng\s+[nt]", r"hàng\s+[nt]")
_EVERY_DAY = anchors(r"hằng\s+ngày", r"hàng\s+ngày", r"mỗi\s+ngày")
_OFTEN = anchors(
    *(rf"{every}\s+(?:tháng|quý|năm)" for every in ("hằng", "hàng", "mỗi", "từng")),
    r"tháng\s+(?:đầu|cuối|sau|liền|kế|tiếp)",
    r"của\s+tháng",
)
_WEEK = anchors(r"hằng\s+tuần", r"hàng\s+tuần", r"mỗi\s+tuần", r"của\s+tuần")
_UNITS = {"tuần": "weekly", "tháng": "monthly", "quý": "quarterly", "năm": "yearly"}


def find(low: str, context: TimeContext) -> Iterator[Deadline]:
    """Yield the recurring deadlines of a text in small letters."""
    for match in find_near(_END_OF_EACH, low, low, _EACH, 40, 12):
        often = "daily" if (match["each"] or "") == "ngày" else "weekly"
        yield Deadline(Span(*match.span()), None, f"deadline.strong.{often}", recurrence=often)
    for pattern in (_WEEKLY, _WEEKLY_FIRST):
        for match in find_near(pattern, low, low, _WEEK, 70, 70):
            yield Deadline(Span(*match.span()), None, "deadline.strong.weekly", recurrence="weekly")
    for match in find_near(_DAILY, low, low, _EVERY_DAY, 50, 12):
        yield Deadline(Span(*match.span()), None, "deadline.strong.daily", recurrence="daily")
    for pattern in (_TWICE, _AFTER, _FIRST, _UNLIMITED):
        for match in find_near(pattern, low, low, _OFTEN, 80, 100):
            parts = match.groupdict()
            unit = (
                "quý"
                if parts.get("last") or parts.get("opening")
                else "tháng"
                if parts.get("next") or parts.get("each")
                else (parts.get("unit1") or "")
            )
            if unit == "tuần" or (unit == "tháng" and parts["month"]):
                continue
            month = int(parts["month"]) if parts["month"] else None
            opening = parts.get("opening") is not None
            by = _first(context, unit, int(parts["day"]), month, opening=opening)
            if parts.get("day2"):
                other = _first(context, unit, int(parts["day2"]), int(parts["month2"]) if parts["month2"] else None)
                by = min((day for day in (by, other) if day is not None), default=None)
            if by is not None and match["limit"].endswith("trước"):
                by -= timedelta(days=1)
            bare = pattern is _UNLIMITED and not _REGULAR.search(low, max(0, match.start() - 60), match.start())
            strength = "weak" if bare else "strong"
            yield Deadline(Span(*match.span()), by, f"deadline.{strength}.{_UNITS[unit]}", recurrence=_UNITS[unit])


def _first(context: TimeContext, unit: str, day: int, month: int | None, *, opening: bool = False) -> date | None:
    """The first ``day`` after the document's date: of a month, a quarter's last (``opening``: first) month, a year."""
    reference = context.issued or (last_day(context.period) if context.period else None)
    if reference is None or not 1 <= day <= 31:
        return None
    year, at = reference.year, reference.month
    for _ in range(30):
        wanted = month is None or at == month
        if unit == "quý":
            wanted = at % 3 == (1 if opening else 0)
        elif unit == "năm" and month is None:
            wanted = at == 12
        found = make_day(day, at, year) if wanted else None
        if found is not None and found > reference:
            return found
        year, at = (year, at + 1) if at < 12 else (year + 1, 1)
    return None
