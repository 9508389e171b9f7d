"""Figures of an earlier time, and figures that share the time of another one.

Finds         (cùng kỳ năm 2024 đạt 58,4%) · tăng 10% so cùng kỳ (10.482 tỷ đồng) · mức 1,46 tỷ USD của cùng kỳ năm 2019
              403 tấn, so với cùng kỳ 371 tấn · giảm từ 10,85% xuống còn 1,31%: the month or the year before
              lũy kế 726 vụ, 1.222 đối tượng, tăng 103 vụ: a change shares the time of what it is about
Leaves alone  từ 49,2% (năm 2010) lên 52,6%: its own bracket says when
"""

import re

from dondoc.extraction.quantities.calendar import MONTH, Calendar
from dondoc.extraction.quantities.figures import Figure
from dondoc.extraction.quantities.signals import SAME_PERIOD
from dondoc.grammar.period_arithmetic import previous_period

_AGAINST_YEAR = re.compile(r"\A[%\s*]*so (?:với )?(?:cuối )?năm (?P<year>20\d\d)")
_SAME_PERIOD = re.compile(
    r"\(\s*cùng kỳ(?:\s+(?:năm\s+(?:trước|ngoái|20\d\d)|20\d\d))?(?:\s*(?:đạt|là|tăng|giảm|:|có))*\s*\Z"
)
_ONLY_VERB = re.compile(r";\s*(?:và\s+)?(?:đạt|bằng|tăng|giảm|vượt)(?:\s+(?:khoảng|gần|hơn|trên))?\s*\Z")
_AGAINST_SAME = re.compile(r"so (?:với )?cùng kỳ(?: năm (?:trước|ngoái|20\d\d))?[\s*]*\([\s*]*\Z")
_YEAR = re.compile(r"\d{4}(?=-|\Z|\.)")
_TO_NOW = re.compile(
    r" (?:\((?:năm|qu[ýí]|tháng) [^()]*\)|(?:năm|qu[ýí]|tháng) [^,;.()]{1,12}?) (?:giảm |tăng )?(?:lên|xuống|còn)\b"
)
_OF_SAME = re.compile(r"\s*(?:của|ở|trong) cùng kỳ\b")
_WITH_SAME = re.compile(r"so (?:với )?cùng kỳ(?: năm (?:trước|ngoái|20\d\d))?(?: (?:là|đạt|chỉ))?\s*\Z")
_FROM = (" từ", " từ mức")
_UP_OR_DOWN = re.compile(r"\s*(?:giảm |tăng |nâng )?(?:xuống|lên|còn)\b")
_MONTH_OR_YEAR = re.compile(r"\d{4}(?:-\d\d)?\Z")
_FAR = 3


def read_earlier(figure: Figure, calendar: Calendar) -> str | None:
    """The earlier period that the words around ``figure`` put it in, None where they say nothing of the kind."""
    if figure.role == "change" and not _OF_SAME.match(figure.low_after):
        return year_before(figure)
    if _is_from(figure):
        if figure.task:
            return calendar.period or calendar.issued
        about = calendar.period
        return previous_period(about) if about is not None and _MONTH_OR_YEAR.match(about) else None
    return year_before(figure) or _of_same(figure)


def _is_from(figure: Figure) -> bool:
    """``từ 10,85% xuống còn 1,31%``: the first of the two."""
    return figure.low_before.rstrip().endswith(_FROM) and _UP_OR_DOWN.match(figure.low_after) is not None


def _of_same(figure: Figure) -> str | None:
    previous = figure.previous
    if previous is None or previous.period is None or previous.unit != figure.unit:
        return None
    with_same = figure.role == "actual" and figure.cues_before & SAME_PERIOD and _WITH_SAME.search(figure.low_before)
    if with_same or _OF_SAME.match(figure.low_after):
        return _one_year_back(previous.period)
    return None


def _one_year_back(period: str) -> str:
    return _YEAR.sub(lambda year: str(int(year.group()) - 1), period)


def year_before(figure: Figure) -> str | None:
    """``(cùng kỳ năm 2024 đạt 58,4%)``: the figure of the same period of the year before."""
    period = figure.previous.period if figure.previous is not None else None
    if not figure.depth or period is None or figure.over is not None or not figure.cues_before & SAME_PERIOD:
        return None
    against = figure.role != "change" and _AGAINST_SAME.search(figure.low_before[-45:])
    named = against or _SAME_PERIOD.search(figure.low_before[-45:])
    if not named or (figure.role == "change" and figure.unit != "%"):
        return None
    return _one_year_back(period)


def _tells_year_before(figure: Figure) -> bool:
    """Whether a figure in brackets is that of the year before: what follows in them is about the one before it."""
    if figure.role == "change" or not figure.cues_before & SAME_PERIOD:
        return False
    words = figure.low_before[-45:]
    return _SAME_PERIOD.search(words) is not None or _AGAINST_SAME.search(words) is not None


def is_against_year_before(figure: Figure, year: str | None) -> bool:
    compared = _AGAINST_YEAR.match(figure.low_after)
    return compared is not None and int(compared["year"]) + 1 == int(year or 0)


def inherited_from(figure: Figure) -> Figure | None:
    """The figure whose period this one shares: its whole, or the figure that its change or share is about."""
    if figure.role == "part" and figure.whole is not None and figure.over is None and figure.under is None:
        known = figure.whole.number < figure.number and figure.whole.role != "count"
        return figure.whole if known else None
    previous = figure.previous
    if previous is None or figure.role not in ("change", "share_of_plan", "rate"):
        return None
    if ";" in figure.before and not _ONLY_VERB.search(figure.low_before):
        return None
    if _TO_NOW.match(figure.before) or (_is_from(previous) and _UP_OR_DOWN.match(figure.low_before)):
        return None
    if figure.role == "change" and previous.previous is not None and (_is_from(previous) or _of_same(previous)):
        previous = previous.previous
    if figure.role == "change" and previous.depth and _tells_year_before(previous):
        previous = previous.previous or previous
    if previous.role == "plan" and previous.opens and figure.role == "change" and not figure.depth:
        previous = previous.owner
    if previous is not None and previous.role == "plan":
        previous = previous.over
    if previous is not None and figure.role == "change" and previous.indicator != figure.indicator:
        previous = _same_unit(figure, previous)
    elif previous is not None and previous.indicator != figure.indicator:
        return None
    if previous is None or previous.role in ("plan", "rank"):
        return None
    month = MONTH.match(previous.period or "") is not None and previous.role != "cumulative"
    so_far = figure.role != "share_of_plan" or not month
    return previous if so_far else None


def _same_unit(figure: Figure, nearest: Figure) -> Figure | None:
    """``lũy kế 726 vụ, 1.222 đối tượng, tăng 103 vụ``: the figure not far before that is counted alike."""
    other: Figure | None = nearest
    for _ in range(_FAR):
        if other is None or ";" in other.after:
            return None
        if other.unit == figure.unit and other.unit != "%" and other.role == "cumulative":
            return other
        other = other.previous
    return None
