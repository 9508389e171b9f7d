"""Periods in texts that report on none: until the day they were written, for the rest of its year, for that year.

Finds         Đến nay, tỉnh đã giải ngân 2.140 tỷ đồng (2024-01..2024-08 in a notice of August 2024)
              trong những tháng còn lại của năm phải giải ngân 3.060 tỷ đồng (2024-09..2024-12), mỗi tháng 765 tỷ đồng
              đã phân bổ chi tiết 5.100 tỷ đồng, đạt 98% số vốn được giao (2024, both)
Leaves alone  tổng mức đầu tư 1.650 tỷ đồng, kế hoạch trung hạn: made for no year
"""

import re

from dondoc.extraction.quantities.figures import CLAUSE_REACH, Figure, Sentence
from dondoc.extraction.quantities.periods.accruing import so_far
from dondoc.extraction.quantities.periods.calendar import Calendar
from dondoc.extraction.quantities.signals import DISBURSED
from dondoc.grammar.period_arithmetic import months_of

_NOW = re.compile(
    r"\b(?:đến nay|tới nay|đến thời điểm (?:này|hiện)|tính đến|"
    r"(?<!thực )(?<!thể )(?<!phát )(?<!biểu )hiện (?:nay|có|đang|còn|đã))\b"
)
_NEW_YEAR = re.compile(r"\btừ đầu năm\b(?! học)")
_MONTHS_LEFT = re.compile(
    r"\b(?:những|các|\d+|hai|ba|bốn|năm|sáu) (?:tháng|quý) còn lại\b[^;.]*\Z|"
    r"\b(?:còn lại|còn)? ?phải\b[^;.\d]{0,60}\btừ nay (?:đến|tới) (?:hết|cuối) (?:năm|niên độ)\b[^;.\d]{0,30}\Z"
)
_REST = ("còn lại", "từ nay")
_A_MONTH = re.compile(
    r",? (?:tương đương |tức )?(?:(?:bình quân )?mỗi (?:tháng|tuần|ngày)|chiếm|bằng)"
    r"(?: (?:phải|trên|khoảng|gần|hơn|giải ngân))*\s*"
)
_YEARLY = re.compile(
    r"\bphân bổ\b|kế hoạch (?:vốn|đầu tư công)|dự toán|\bthu ngân sách|tăng trưởng (?:kinh tế|grdp)|\bgrdp\b"
)
_OF_TERM = re.compile(r"giai đoạn|trung hạn|tổng mức|nhiệm kỳ|\bđến năm\b")
_LEFT_REACH, _DECEMBER = 120, 12


def tells_now(words: str) -> bool:
    """Whether ``words`` say that something is told up to now."""
    return _NOW.search(words) is not None


def until_now(figure: Figure, sentence: Sentence, period: str | None, calendar: Calendar) -> str | None:
    """``Đến nay, tỉnh đã giải ngân 2.140 tỷ đồng`` in a text that reports on no time: until the day it was written."""
    at = figure.measure.span.start - sentence.span.start
    told = sentence.low[max(0, at - CLAUSE_REACH) : at]
    spoken = tells_now(told)
    first = figure.previous
    of_plan = first is not None and first.role == "plan" and first.over is None and figure.role == "share_of_plan"
    if of_plan and not spoken:
        return first.period if first is not None else None
    now = period or (calendar.issued if spoken else None)
    since_new_year = figure.cues_so_far & DISBURSED or _NEW_YEAR.search(told)
    return so_far(figure, None, now, None) if now and since_new_year else now


def since_new_year(figure: Figure, sentence: Sentence, period: str | None, calendar: Calendar) -> str | None:
    """``Từ đầu năm đến nay, có 1.169 doanh nghiệp mới`` in news of July about the year: the month they were written."""
    issued = calendar.issued or ""
    if period is None or len(period) != len("2018") or not issued.startswith(period):
        return None
    at = figure.measure.span.start - sentence.span.start
    told = sentence.low[max(0, at - CLAUSE_REACH) : at]
    return issued if _NEW_YEAR.search(told) and tells_now(told) else None


def rest_of_year(figure: Figure, sentence: Sentence, calendar: Calendar) -> str | None:
    """``số vốn còn phải giải ngân từ nay đến cuối năm là 65 tỷ đồng``: from the month after the one told of."""
    if not any(map(sentence.low.__contains__, _REST)) or figure.role in ("change", "rank"):
        return None
    about = calendar.period if calendar.period and len(calendar.period) > len("2018") else calendar.issued
    first = figure.previous
    if first is not None and first.period and _A_MONTH.fullmatch(figure.low_before) and first.period.endswith("-12"):
        return first.period
    at = figure.measure.span.start - sentence.span.start
    if about is None or _MONTHS_LEFT.search(sentence.low[max(0, at - _LEFT_REACH) : at]) is None:
        return None
    year, month = months_of(about)[1]
    return f"{year}-{month + 1:02}..{year}-{_DECEMBER}" if month + 1 < _DECEMBER else None


def is_of_year(figure: Figure) -> bool:
    """``phân bổ chi tiết 5.100 tỷ đồng vốn``, ``mục tiêu 100% giải ngân``: a plan that is made for a year."""
    words = figure.low_before[-CLAUSE_REACH:]
    return _YEARLY.search(words) is not None and not _OF_TERM.search(words)
