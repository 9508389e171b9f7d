"""Headings that are nothing but a time after the one that a paper reports on: tasks stand below them.

Finds         III/ Quý IV · 5. Tháng 10: · III. 6 tháng cuối năm · D. NĂM HỌC 2026-2027 · Năm 2027
Leaves alone  Tháng 9: (the month reported on), Quý I: (one before it) · Năm 2027 phấn đấu ...: a sentence
"""

import re

from dondoc.grammar.period_arithmetic import months_of

_HEADS = re.compile(
    r"[\s*_#]*(?:(?:phần thứ \w+|[IVX]{1,4}|\d{1,2}|[A-H])[\s.)/:–-]+)?(?:(?:trong|kế hoạch|chương trình)\s+)?"
    r"(?:(?P<school>năm\s+học)\s+(?P<opens>20\d\d)\s*[-–]\s*20\d\d|tháng\s+(?P<month>\d{1,2})|"
    r"qu[ýí]\s+(?P<quarter>I{1,3}|IV|[1-4])|(?P<half>6|0?6)\s+tháng\s+cuối\s+năm|"
    r"(?P<left>(?:các|những|0?\d|1[01])\s+tháng\s+(?:cuối\s+năm|còn\s+lại))|(?=năm\s+20))"
    r"(?:\s*(?:/|,?\s*năm)?\s*(?P<year>20\d\d))?[\s*_.:]*",
    re.IGNORECASE,
)
# Papers that tell what came about before they tell what is to be done.
REPORTING = frozenset({"report", "news", "other"})
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_LONGEST = 60
_SCHOOL_OPENS, _DECEMBER = 9, 12


def heads_time_ahead(words: str, period: str | None) -> bool:
    """Whether ``words`` name a time after ``period``, or after the month of the paper, and nothing else."""
    if period is None or len(words) > _LONGEST:
        return False
    found = _HEADS.fullmatch(words)
    if found is None:
        return False
    last = months_of(period)[1]
    begins = _begin(found, last[0])
    return last < begins <= (last[0] + 1, _DECEMBER)


def _begin(found: re.Match[str], reported: int) -> tuple[int, int]:
    """The year and month with which the time of a heading begins."""
    if found["school"]:
        return int(found["opens"]), _SCHOOL_OPENS
    year = int(found["year"] or reported)
    if found["month"]:
        return year, int(found["month"])
    if found["quarter"]:
        quarter = found["quarter"].lower()
        return year, 3 * _QUARTERS.get(quarter, 0 if not quarter.isdecimal() else int(quarter)) - 2
    if found["half"]:
        return year, 7
    return (year, _DECEMBER) if found["left"] else (year, 1)
