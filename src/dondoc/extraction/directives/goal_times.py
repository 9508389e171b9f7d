"""Times without a word of limit that bound a task by the goal to be reached in them, or by the day it begins.

Finds         cuối năm nâng tỷ lệ lên 50% · năm nay phải hoàn thành 800 căn · hết 6 tháng giải ngân phải đạt 50%
              · trong tháng, under a heading "NHIỆM VỤ TRỌNG TÂM THÁNG 11" (30 November)
              · kéo giảm quý II ít nhất 5% · bảo đảm tháng 3 khai thác tối thiểu 2 triệu tấn
              · đến năm 2025 có 65% hộ · áp dụng từ 01/11/2025 (still to come)
Leaves alone  năm nay tỉnh được giao 800 căn · hết 6 tháng đã giải ngân 40%: nothing is to be reached
"""

import re
from dataclasses import replace
from datetime import date

from dondoc.facts import Deadline
from dondoc.grammar.periods import last_day
from dondoc.text import Span

# "đến năm 2025 có 65% hộ ...": a goal of that year.
_REACHED_BY = re.compile(
    r",?\s+(?:toàn (?:tỉnh|huyện|xã|quốc)\s+)?(?:(?:tỷ lệ|tỉ lệ|số|diện tích|độ che phủ|thu nhập|"
    r"tổng)(?:\s[^\s\d,;.]+){1,7}\s)?"
    r"(?:phải\s+|sẽ\s+|cơ bản\s+)?(?:đạt|"
    r"có(?= (?:ít nhất |trên |tối thiểu |từ )?\d)|hoàn thành|tối thiểu|ít nhất|trên|"
    r"\d[\d.,]*\s?%|giảm (?:còn|xuống)|không còn|nâng)(?!\w)",
    re.IGNORECASE,
)
# "..., cuối năm 2022 nâng tỷ lệ hồ sơ trực tuyến lên 50%": what is reached by the end of a time.
_RAISED_BY = re.compile(
    r"\s+(?:còn |ở mức )?(?:dưới|không quá) \d|"
    r"\s+(?:phấn đấu\s+)?(?:phải\s+)?(?:nâng|giảm (?:còn|xuống)|đạt|có (?:ít nhất|trên|thêm|tối thiểu)|"
    r"không còn)\s[^,;.]{0,60}?\d|"
    r"(?:\s(?!đã\s|vừa\s|mới\s|chỉ\s)[^\s\d,;.:]+){0,9}?\sphải (?:hoàn thành|đạt|có|giải ngân|thu|tăng|giảm|xong|"
    r"nâng)\s[^,;.]{0,60}?\d"
)
# "kéo giảm số vụ quý II ít nhất 5%", "năm 2011 đưa đi ít nhất 250 lao động".
_AT_LEAST = re.compile(r"\s+(?:phải\s+|đưa(?: đi)?\s+)?(?:ít nhất|tối thiểu)\s(?:là )?\d")
# What opens a goal, before its time, and what is to be reached behind it: "bảo đảm tháng 3 khai thác tối thiểu 2 triệu
# tấn", "để cuối năm có 6 xã đạt chuẩn", "phấn đấu thu 6 tháng đạt 52% dự toán".
_SOUGHT = re.compile(
    r"(?<!\w)(?:bảo đảm|đảm bảo|phấn đấu|quyết tâm|để)\s(?:(?!đã\s)[^\s\d,;.:()]+\s){0,9}(?:đến\s)?\Z", re.IGNORECASE
)
_REACHES = re.compile(
    r"\s(?:(?!đã\s|được\s|mới\s|chỉ\s|vừa\s)[^\s\d,;.:()]+\s){0,7}?(?:đạt|có|tối thiểu|ít nhất|đủ|trên|dưới|lên|thêm|"
    r"còn|hoàn thành)\s(?:[^\s\d,;.:()]+\s){0,3}?\d"
)
_STRIVEN = re.compile(r"\s+(?:phấn đấu|quyết tâm)\s[^,;.]{0,60}?\d")
_SOUGHT_REACH = 90
_TIMES = tuple(f"deadline.weak.{kind}" for kind in ("month", "quarter", "half", "year"))
_GOAL_TIMES = tuple(f"deadline.weak.{kind}" for kind in ("month", "quarter", "half", "year_end", "so_far"))
_ENDS_OF_TIMES = tuple(f"deadline.weak.{kind}" for kind in ("year_end", "quarter", "half", "named", "this_year"))


def bounds_goal(content: str, clause: Span, deadline: Deadline, issued: date | None) -> bool:
    """Whether ``deadline``, a weak one, is the time of a goal that ``clause`` sets, or the day from which it holds."""
    start, end = deadline.span
    begins = start == clause.start or content.endswith((", ", "; ", ", cả "), clause.start, start)
    if begins and deadline.rule in _ENDS_OF_TIMES and _RAISED_BY.match(content, end, clause.end):
        return True
    ahead = deadline.by is not None and (issued is None or deadline.by >= issued)
    if ahead and deadline.rule in _TIMES and _AT_LEAST.match(content, end, clause.end):
        return True
    if ahead and begins and deadline.rule == "deadline.weak.year" and _STRIVEN.match(content, end, clause.end):
        return True
    if ahead and deadline.rule in _GOAL_TIMES and _REACHES.match(content, end, clause.end):
        return _SOUGHT.search(content, max(clause.start, start - _SOUGHT_REACH), start) is not None
    if ahead and deadline.rule == "deadline.weak.begin":
        return True
    return deadline.rule == "deadline.weak.until_year" and _REACHED_BY.match(content, end, clause.end) is not None


# The month that a heading gives to the tasks below it: "NHIỆM VỤ TRỌNG TÂM THÁNG 11", matched against small letters.
_TASKS_OF_MONTH = re.compile(
    r"\n(?=[^\n]{4,140}(?:\n|\Z))[^\n]{0,60}?(?:nhiệm vụ|phương hướng|giải pháp|kế hoạch|chương trình công tác|"
    r"trọng tâm)(?:(?! tháng)[^\n]){0,60} tháng (?P<month>\d{1,2})(?!\d)(?:\s?/\s?(?P<year>20\d\d)|"
    r" năm (?P<named>20\d\d))?"
)
_HEADING_REACH = 12_000


def in_month_of_heading(low: str, deadline: Deadline, issued: date | None) -> Deadline:
    """``deadline``, put into the month of the heading that it stands under where its words only say "trong tháng".

    A month that was over when the document was issued is not meant: then it is the document's own.
    """
    start, end = deadline.span
    if deadline.rule != "deadline.weak.this_period" or deadline.by is None or low[start:end] != "trong tháng":
        return deadline
    heading = None
    for heading in _TASKS_OF_MONTH.finditer(low, max(0, start - _HEADING_REACH), start):  # noqa: B007
        pass
    month = int(heading["month"]) if heading is not None else 0
    if heading is None or not 1 <= month <= 12:
        over = issued is not None and deadline.by < issued
        return replace(deadline, by=last_day(f"{issued:%Y-%m}")) if over else deadline
    year = int(heading["year"] or heading["named"] or deadline.by.year + (deadline.by.month - month > 5))
    return replace(deadline, by=last_day(f"{year}-{month:02}"))
