"""A deadline set by the end of a named time: its days stand in brackets, or its months are told from the new year on.

Finds         đến hết năm ngân sách (31/01/2026) · trong Tháng hành động ... (15/4 - 15/5/2016): the last day
              phấn đấu hết 6 tháng · đến hết 9 tháng: 30 June, 30 September
Leaves alone  Nghị quyết số 12 (ngày 05/3/2024) · hết 6 tháng tới: no end of a time
"""

import re
from collections.abc import Iterator
from datetime import date

from dondoc.facts import Deadline
from dondoc.grammar.anchors import anchors, find_near
from dondoc.grammar.context import TimeContext
from dondoc.grammar.periods import last_day, year_of
from dondoc.text import Span

_DAY = r"[0-9]{1,2}/[0-9]{1,2}(?:/20[0-9]{2})?"
_BRACKETED = re.compile(
    r"(?P<limit>(?:đến\s+hết|đến|hết|trong|trước\s+khi\s+kết\s+thúc)\s+)(?:năm\s+ngân\s+sách|niên\s+độ|năm\s+học|"
    r"tháng\s+hành\s+động"
    r"|tháng\s+cao\s+điểm|tháng|tuần\s+lễ|đợt|chiến\s+dịch|mùa|vụ|học\s+kỳ|kỳ)(?!\w)[^,;.:()\n]{0,70}"
    rf"\s\((?:từ\s+)?(?:ngày\s+)?(?:{_DAY}\s*(?:-|–|đến(?:\s+hết)?)\s*(?:ngày\s+)?)?"
    r"(?P<day>[0-9]{1,2})/(?P<month>[0-9]{1,2})(?:/(?P<year>20[0-9]{2}))?\)"
)
_BRACKETS = anchors(r"\((?=(?:từ |ngày |từ ngày )?[0-9]{1,2}/[0-9])")
_SO_MANY = re.compile(
    r"(?:đến\s+)?hết\s+(?P<months>0?3|0?6|0?9|ba|sáu|chín)\s+tháng(?!\w)(?!\s+(?:tới|nữa|cuối|kể|sau|còn))"
    r"(?:\s+đầu\s+năm)?(?:\s+(?:năm\s+)?(?P<year>20[0-9]{2}))?"
)
_MONTHS = anchors(r"hết (?=[0-9bsc])")
_WORDS = {"ba": 3, "sáu": 6, "chín": 9}


def find(low: str, context: TimeContext) -> Iterator[Deadline]:
    """Yield the deadlines of named times, in no order."""
    for match in find_near(_BRACKETED, low, low, _BRACKETS, 110, 40):
        year = int(match["year"]) if match["year"] else year_of(context)
        by = _day(year, int(match["month"]), int(match["day"]))
        if by is not None:
            yield Deadline(Span(*match.span()), by, "deadline.strong.named")
    for match in find_near(_SO_MANY, low, low, _MONTHS, 6, 40):
        year = int(match["year"]) if match["year"] else year_of(context)
        months = _WORDS.get(match["months"]) or int(match["months"])
        if year is not None:
            yield Deadline(Span(*match.span()), last_day(f"{year}-{months:02}"), "deadline.weak.named")


def _day(year: int | None, month: int, day: int) -> date | None:
    """That day; None where there is none, or no year is known."""
    try:
        return date(year, month, day) if year is not None else None
    except ValueError:
        return None
