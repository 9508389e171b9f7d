"""What a report without head and title is about: the month, quarter or months that its paragraphs keep naming.

Finds         2. Công nghiệp: IIP tháng 10 tăng 2,1%; 10 tháng tăng 7,2%. 3. Thương mại: tháng 10 đạt ... (the month)
              1. Kinh tế: GTSX quý I đạt ..., tăng 8% so với quý I năm 2018 (the quarter, a year later)
              26.08.2014 ... Tính đến trung tuần tháng 8, diện tích ... (the month, in the year of its day)
Leaves alone  II. NHIỆM VỤ THÁNG 9, kế hoạch quý IV: ahead · so với tháng 9, cùng kỳ: compared with
"""

import re
from collections import Counter

from dondoc.extraction.header.reported import named_periods, period_of, year_behind

_AHEAD = re.compile(
    r"(?:nhiệm vụ|phương hướng|(?<!sở )(?<!bộ )kế hoạch|giải pháp|dự kiến|phấn đấu|mục tiêu|trước|từ|sau|dự báo)"
    r"[^.;\n]{0,50}\Z",
    re.IGNORECASE,
)
# "chi trong tháng 12 tỷ đồng": no month.
_COUNTS = re.compile(r"\s*(?:[.,]\d|%|(?:tỷ|tỉ|triệu|nghìn|ngàn|ha|tấn|lượt|vụ|hộ|người|dự án|doanh nghiệp)(?!\w))")
_NEAR = 60
_REACH = 6000
_MONTH = len("2014-08")
_DAY = re.compile(r"(?<!\d)[0-3]?\d[/.-](?:1[0-2]|0?[1-9])[/.-](?P<year>20\d\d)(?!\d)")


def _year_of(words: str, start: int, named: str) -> str | None:
    """The year of the period ``named`` at ``start``: that of a day, the one behind it, or the one after its own."""
    again = re.compile(rf"so (?:với )?(?:cùng kỳ )?{re.escape(named)}(?: năm |/)(?P<year>20\d\d)", re.IGNORECASE)
    compared = again.search(words, start)
    if compared is not None:
        return str(int(compared["year"]) + 1)
    day = _DAY.search(words)
    return day["year"] if day is not None else year_behind(words, start)


def _is_ahead(period: str, issued: str | None) -> bool:
    """Whether ``period`` ends in a month behind the day on which the page was issued."""
    last = period[-_MONTH:]
    return issued is not None and last[-2:].isdecimal() and last > issued[:_MONTH]


def read_throughout(content: str, issued: str | None) -> str | None:
    """Return the period that ``content`` names most often of itself, None where it names none."""
    words = content[:_REACH]
    year = issued[:4] if issued else None
    named: Counter[str] = Counter()
    for start, _, kind, match in sorted(named_periods(words, cued=False), key=lambda one: one[0]):
        if kind == "year" or _AHEAD.search(words, max(0, start - _NEAR), start) or _COUNTS.match(words, match.end()):
            continue
        told = match["year"] or year or _year_of(words, start, match.group())
        period = period_of(kind, match, told) if told else None
        if period is not None and not _is_ahead(period, issued):
            named[period] += 1
    if not named:
        return None
    most = named.most_common(1)[0][0]
    last = most[-_MONTH:]
    return last if last in named else most
