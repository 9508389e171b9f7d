"""A deadline set by a number of days: from the document's day, or from an event that has none.

Finds         trong vòng 10 ngày · trong 2 tháng tới · trong thời hạn 05 ngày làm việc kể từ ngày ký
              · không quá 15 ngày kể từ khi đủ hồ sơ
Leaves alone  12 ngày công · kéo dài 3 ngày · sau 5 năm: no time within which something must be done
              trong 09 ngày nghỉ Tết: how long a feast lasts
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from dondoc.facts import Deadline
from dondoc.grammar.anchors import anchors, find_near
from dondoc.grammar.context import TimeContext
from dondoc.grammar.dates import find_dates
from dondoc.grammar.periods import last_day
from dondoc.grammar.working_days import add_working_days
from dondoc.text import Span

_WORDS = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10,
    "mười lăm": 15, "hai mươi": 20, "ba mươi": 30,
}  # fmt: skip
_NUMBER_WORDS = "|".join(word.replace(" ", r"\s+") for word in sorted(_WORDS, key=len, reverse=True))
_COUNT = re.compile(
    rf"""(?:trong\s+(?:vòng|thời\s+hạn|thời\s+gian)|(?:chậm\s+nhất|muộn\s+nhất)(?:\s+(?:là|trong|sau))*|không\s+quá|tối\s+đa|thời\s+hạn(?:\s+là|:)?|trong|sau)
        (?:\s+(?:không\s+quá|tối\s+đa|là))?\s+(?P<count>[0-9]{{1,3}}|{_NUMBER_WORDS})(?:\s*\([^)\n]{{1,20}}\))?\s+(?P<unit>ngày|tuần|tháng)(?P<work>\s+làm\s+việc)?
        (?P<from>,?\s*(?:kể\s+)?từ\s+(?P<event>[^,.;\n()]{{2,90}})|\s+sau\s+(?:khi\s+)?(?P<after>[^,.;\n()]{{2,90}}))?(?=\W|$)(?!\s?/\s?[^\W\d])(?!\s+(?:đầu|cuối|còn|nghỉ|lễ|tết|diễn\s+ra)\s)""",
    re.VERBOSE,
)
# The last letters of the words for numbers.
_ENDINGS = "|".join(rf"{letters}\s" for letters in ("ột", "ai", "ba", "ốn", "ăm", "áu", "ảy", "ám", "ín", "ời", "ơi"))
_DAYS = anchors(
    *(rf"(?<=[\d\W]\s){unit}" for unit in ("ngày", "tuần", "tháng")),
    *(rf"(?<={_ENDINGS}){unit}" for unit in ("ngày", "tuần", "tháng")),
)
_OWN_DAY = re.compile(
    r"(?:nay|(?:khi\s+|ngày\s+|thời\s+điểm\s+)*(?:ký|ban\s+hành|có\s+hiệu\s+lực|nhận\s+được|phát\s+hành|được\s+ký)?(?:\s+ban\s+hành)?\s*"
    r"(?:(?:văn\s+bản|thông\s+báo|công\s+văn|quyết\s+định|kế\s+hoạch|chỉ\s+thị|kết\s+luận|công\s+điện)(?:\s+(?:này|kết\s+luận|kết\s+luận\s+này))?)?)\s*",
    re.IGNORECASE,
)
# Months without more may be those reported on; these lie ahead: "trong 2 tháng tới".
_AHEAD = re.compile(r"\s+(?:tới|nữa|tiếp\s+theo)(?!\w)")
# When it took place: "trong 2 ngày 22 và 23/4", "trong hai ngày 5-6/3".
_NAMED_DAYS = re.compile(r"\s*,?\s*(?:\(\s*)?\d{1,2}(?:[/.-]\d{1,2})?\s*(?:và|,|-|–|đến)\s*\d{1,2}[/.-]\d")
_DAY_IN_EVENT = re.compile(r"\bngày\s+[0-9]{1,2}[/.-]", re.IGNORECASE)


def find(text: str, low: str, context: TimeContext) -> Iterator[Deadline]:
    """Yield deadlines of so many days, weeks or months."""
    for match in find_near(_COUNT, low, low, _DAYS, 90, 120):
        unit, words = match["unit"], match[0]
        event = text[slice(*match.span("event" if match["event"] else "after"))]
        if words.startswith("sau") and not match["event"]:
            continue
        if _NAMED_DAYS.match(low, match.end()) is not None:
            continue
        months = unit == "tháng" and not event and words.startswith("trong") and "vòng" not in words
        if months and _AHEAD.match(low, match.end()) is None:
            continue
        count = _WORDS.get(" ".join(match["count"].split())) or int(match["count"])
        by = _add(_first_day(match, event, context), count, unit, match["work"] is not None)
        condition = None if by is not None else (event or "chưa rõ ngày bắt đầu").strip()
        yield Deadline(Span(*match.span()), by, "deadline.strong.day_count", condition=condition)


def _first_day(match: re.Match[str], event: str, context: TimeContext) -> date | None:
    """The day from which is counted: one that the text names, or the document's own; None for another event."""
    if not event or (match["event"] and _OWN_DAY.fullmatch(event.strip())):
        return context.issued
    named = find_dates(event, context) if _DAY_IN_EVENT.search(event) else []
    return named[0].day if named else None


def _add(start: date | None, count: int, unit: str, working: bool) -> date | None:
    """``start`` and so many days; working days pass over days of rest and public holidays."""
    if start is None:
        return None
    if unit == "tháng":
        month = start.month + count
        year, month = start.year + (month - 1) // 12, (month - 1) % 12 + 1
        return min(date(year, month, 1) + timedelta(days=start.day - 1), last_day(f"{year}-{month:02}"))
    if not working:
        return start + timedelta(days=count * (7 if unit == "tuần" else 1))
    return add_working_days(start, count)
