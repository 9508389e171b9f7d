"""Figures of an earlier time, and figures that share the time of another one.

Finds         đạt 58,0% kế hoạch, thấp hơn cùng kỳ (61,3%) · giảm từ 10,85% xuống còn 1,31%: the time before
              (cùng kỳ quý I/2024 tăng 6,3%) · ; cùng kỳ 2016 giảm 45% · , cùng kỳ năm trước tăng 10%: named by a clause
              lũy kế 726 vụ, 1.222 đối tượng, tăng 103 vụ: a change shares the time of what it is about
Leaves alone  tăng 2% so với tháng trước, cùng kỳ tăng 5%: a change of now
              từ 49,2% (năm 2010) lên 52,6%: its own bracket says when
"""

import re

from dondoc.extraction.quantities.beyond import compared_level
from dondoc.extraction.quantities.figures import Figure
from dondoc.extraction.quantities.periods.calendar import MONTH, Calendar
from dondoc.extraction.quantities.periods.levels import is_level, year_moved
from dondoc.extraction.quantities.signals import SAME_PERIOD
from dondoc.grammar.period_arithmetic import previous_period

_AGAINST_YEAR = re.compile(r"\A[%\s*]*so (?:với )?năm (?P<year>20\d\d)")
_SAME = (
    r"(?:cùng kỳ|\bck)(?: (?:(?:của )?năm (?:trước|ngoái)"
    r"|(?:(?:năm|qu[ýí] [iv\d]+|tháng \d+|\d+ tháng)[ /.-]?(?:năm )?)?20\d\d))"
)
_VALUE = r"(?:[:,]?\s*(?:đạt|là|tăng|giảm|có|chỉ|được|ở mức|mức|mới|thu|gần|hơn|trên|khoảng))*:?\s*\Z"
_SAME_PERIOD = re.compile(rf"\((?:[^()\d]{{0,40}}\b(?:của|ứng|với) )?\s*{_SAME}?{_VALUE}")
# "tín dụng tăng 11,5% so với cuối năm 2016, cùng kỳ năm trước tăng 10,2%".
_IN_CLAUSE = re.compile(
    rf"(?:;|,|trong khi(?: đó)?,?|(?:,|và) còn)\s+(?:con số (?:này )?(?:của )?|ở |trong )?{_SAME}{_VALUE}"
)
_IN_CLAUSE_BARE = re.compile(rf"(?:;|,|\bvà) cùng kỳ{_VALUE}")
_ONLY_VERB = re.compile(r";\s*(?:và\s+)?(?:đạt|bằng|tăng|giảm|vượt)(?:\s+(?:khoảng|gần|hơn|trên))?\s*\Z")
_AGAINST_SAME = re.compile(
    r"(?:so (?:với )?|(?:cao|thấp|nhiều|ít|nhanh|chậm) hơn )cùng kỳ(?: năm (?:trước|ngoái|20\d\d))?[\s*]*"
    r"\([\s*]*(?:(?:là|đạt|chỉ|mới) )*\Z"
)
_TO_NOW = re.compile(
    r" (?:\((?:năm|qu[ýí]|tháng) [^()]*\)|(?:năm|qu[ýí]|tháng) [^,;.()]{1,12}?) (?:giảm |tăng )?(?:lên|xuống|còn)\b"
)
_OF_SAME = re.compile(r"\s*(?:của|ở|trong) cùng kỳ\b")
# "so với mức lỗ 116 tỷ đồng cùng kỳ năm ngoái"
_THAN = re.compile(r"\bso (?:với )?(?:[^\s,;.()\d]+ ){0,4}\Z")
_SAME_BEHIND = re.compile(r"\s*(?:(?:của|ở|trong) )?cùng kỳ\b")
_FROM = (" từ", " từ mức")
_UP_OR_DOWN = re.compile(r"\s*(?:giảm |tăng |nâng )?(?:xuống|lên|còn)\b")
_MONTH_OR_YEAR = re.compile(r"\d{4}(?:-\d\d)?\Z")
# "riêng năm 2024 là 214,5 tỷ đồng, chiếm 62,4% tổng nhu cầu".
_MAKES = re.compile(r",? (?:chiếm|tương đương|bằng)(?: (?:tỷ lệ|khoảng|gần|hơn|trên))*\s*")
_FAR = 3
_REACH = 75


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


def is_of_year_before(figure: Figure) -> bool:
    """``so với 420 tỷ đồng cùng kỳ``, ``mức tăng 5,99% của cùng kỳ``: a figure of then, told beside one of now."""
    return (year_before(figure) or _of_same(figure)) is not None


def _is_from(figure: Figure) -> bool:
    """``từ 10,85% xuống còn 1,31%``: the first of the two."""
    return figure.low_before.rstrip().endswith(_FROM) and _UP_OR_DOWN.match(figure.low_after) is not None


def _of_same(figure: Figure) -> str | None:
    """``tăng 12% của cùng kỳ``: what follows says that it is the figure of the year before."""
    previous = figure.previous
    if previous is None or previous.period is None or previous.unit != figure.unit:
        return None
    of_then = _OF_SAME if not _THAN.search(figure.low_before[-_REACH:]) else _SAME_BEHIND
    return year_moved(previous.period) if of_then.match(figure.low_after) else None


def year_before(figure: Figure) -> str | None:
    """``(cùng kỳ năm 2024 đạt 58,4%)``: the figure of the same period of the year before."""
    period = figure.previous.period if figure.previous is not None else None
    if period is None or figure.over is not None:
        return None
    if not figure.cues_before & SAME_PERIOD or (figure.role == "change" and figure.unit != "%"):
        return None
    words = figure.low_before[-_REACH:]
    if not figure.depth:
        named = _in_clause(figure, words)
    else:
        against = figure.role != "change" and _AGAINST_SAME.search(words)
        named = bool(against or _SAME_PERIOD.search(words) or _in_clause(figure, words))
    return year_moved(period) if named else None


def _in_clause(figure: Figure, words: str) -> bool:
    """``..., cùng kỳ năm trước tăng 10,2%``: a clause that tells the figure of the year before."""
    clause = _IN_CLAUSE.search(words)
    if clause is None and figure.role != "change" and figure.unit == (figure.previous or figure).unit:
        return _IN_CLAUSE_BARE.search(words) is not None
    return clause is not None and (figure.role == "change" or figure.unit == (figure.previous or figure).unit)


def _tells_year_before(figure: Figure) -> bool:
    """Whether a figure in brackets is that of the year before: what follows in them is about the one before it."""
    if figure.role == "change" or not figure.cues_before & SAME_PERIOD:
        return False
    words = figure.low_before[-_REACH:]
    told = _SAME_PERIOD.search(words) or _AGAINST_SAME.search(words)
    return told is not None or (not figure.depth and _in_clause(figure, words))


def is_against_year_before(figure: Figure, year: str | None) -> bool:
    compared = _AGAINST_YEAR.match(figure.low_after)
    return compared is not None and int(compared["year"]) + 1 == int(year or 0)


def inherited_from(figure: Figure) -> Figure | None:
    """The figure whose period this one shares: its whole, or the figure that its change or share is about."""
    whole = figure.whole if figure.role == "part" else None
    if whole is not None and figure.over is None and whole is not figure.under:
        known = whole.number < figure.number and whole.role != "count" and whole.unit != "chỉ tiêu"
        return whole if known else None
    previous = figure.previous
    if previous is None or figure.role not in ("change", "share_of_plan", "rate"):
        return None
    if ";" in figure.before and not _ONLY_VERB.search(figure.low_before):
        return None
    if _TO_NOW.match(figure.before) or (_is_from(previous) and _UP_OR_DOWN.match(figure.low_before)):
        return None
    skips = figure.role == "change" and _is_from(previous)
    if previous.previous is not None and (skips or _of_same(previous)):
        previous = previous.previous
    beside = previous.depth or _IN_CLAUSE_BARE.search(previous.low_before[-_REACH:])
    beside = beside and not (figure.depth and figure.owner is previous.owner)
    before = figure.role in ("change", "share_of_plan") and beside and _tells_year_before(previous)
    if is_level(previous) and previous.previous is None:
        return None
    before = before or is_level(previous)
    if before or (figure.role == "change" and compared_level(previous) is not None):
        previous = previous.previous or previous
    aside = previous.role == "plan" or _has_own_time(previous)
    if aside and previous.opens and figure.role in ("change", "rate") and not figure.depth:
        previous = previous.owner
    if (
        previous is not None
        and previous.role == "plan"
        and figure.role == "rate"
        and figure.unit == "%"
        and _MAKES.fullmatch(figure.low_before)
    ):
        return previous
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


def _has_own_time(figure: Figure) -> bool:
    """``tỷ lệ 0,66% (cuối năm 2019: 0,41%), tăng ...``: a figure in a bracket that names another time for it."""
    bracket = figure.measure.span.start - len(figure.before.rpartition("(")[2])
    told = [one.span for one in figure.evidence if one.rule == "period.stated" and one.span is not None]
    return figure.opens and any(span.start >= bracket for span in told)


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
