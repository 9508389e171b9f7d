"""The period of a column: what its head names, else that of the table, moved where the head says "cùng kỳ" or the like.

Finds         TH tháng 10 · 11T/2026 · Năm 2025 · Giải ngân đến 30/11/2026 · Cùng kỳ 2025 · Lũy kế đến tháng trước
Leaves alone  what a comparison is made with: so với cùng kỳ · Kỳ trước chuyển sang: of this period, not of the last
"""

import re

from dondoc.extraction.tables.head_words import TO_PREVIOUS, TO_SAME
from dondoc.extraction.tables.heads import YEAR, Head
from dondoc.facts import Base, Role
from dondoc.grammar.context import TimeContext
from dondoc.grammar.periods import find_periods, months_of, months_so_far, previous_period, same_period_last_year

_UNTIL = re.compile(
    r"đến (?:hết |thời điểm |cuối )*(?:ngày )?(?:\d{1,2}\s?/\s?(?P<month>\d{1,2})(?:\s?/\s?(?P<year>20\d\d))?"
    r"|\d{1,2} tháng (?P<month2>\d{1,2})(?: năm (?P<year2>20\d\d))?)"
)
_AGAINST = re.compile(r"so với|so sánh|\bso\b|\bsv\b|/(?!\d)|tăng|giảm")
_BASE_ONLY = re.compile(r"cùng kỳ|(?:tháng|quý|năm|kỳ) trước|năm ngoái")
_CARRIED = re.compile(r"chuyển sang|chuyển qua|tồn (?:đầu|kỳ)|đầu kỳ")


def own_period(head: Head, context: TimeContext, role: Role, base: Base | None) -> str | None:
    """The period that the head names itself: of what is compared, not what it is compared with."""
    if role in ("change", "rate", "share_of_plan") or base is not None:
        compared = (_AGAINST.split(low, maxsplit=1)[0] for low in reversed(head.low))
        for low in compared:
            named = [one.period for one in find_periods(low, context) if not _BASE_ONLY.match(low[one.span.start :])]
            if named:
                return named[-1]
        return None
    for low in reversed(head.low):
        found = _named_period(low, context, role, so_far="lũy kế" in head.joined or "cộng dồn" in head.joined)
        if found is not None:
            return found
    return None


def _named_period(low: str, context: TimeContext, role: Role, *, so_far: bool) -> str | None:
    """The period that one line of a head names; None for "cùng kỳ" alone, which stands beside another column."""
    until = until_day(low, context)
    if until is not None:
        return until[:4] if role == "plan" else until
    if _CARRIED.search(low):
        return None
    mentions = [one for one in find_periods(low, context) if "cùng kỳ" not in low[one.span.start : one.span.end]]
    if mentions:
        found = mentions[-1].period
        if TO_SAME.search(low) and len(found) == 4:
            return None
        if role == "plan":
            return found[:4]
        return months_so_far(found) if so_far and len(found) == 7 and found[5].isdecimal() else found
    years = YEAR.findall(low)
    return str(years[0]) if len(years) == 1 and not TO_SAME.search(low) else None


def until_day(low: str, context: TimeContext) -> str | None:
    """The months of the year up to a day: "đến 30/11/2026"."""
    match = _UNTIL.search(low)
    if match is None:
        return None
    month = int(match["month"] or match["month2"])
    year = match["year"] or match["year2"] or context.year
    return months_so_far(f"{year}-{month:02}") if year and 1 <= month <= 12 else None


def default_period(head: Head, role: Role, reported: str | None, period: str | None) -> str | None:
    """The period of a column whose head names none: that of the table, or beside it, or a year before."""
    known = reported if role != "plan" and TO_SAME.search(head.joined) and reported else period
    if known is None:
        return None
    if role == "plan":
        return known[:4]
    if role in ("actual", "cumulative") and TO_SAME.search(head.joined):
        years = YEAR.findall(head.joined)
        return _in_year(known, str(years[0])) if years else same_period_last_year(known)
    if role in ("actual", "cumulative") and TO_PREVIOUS.search(head.joined) and not _CARRIED.search(head.joined):
        before = previous_period(known if ".." not in known else known[-7:])
        return months_so_far(before) if before and role == "cumulative" else before
    if role == "cumulative" and len(known) == 7 and known[5].isdecimal():
        return months_so_far(known)
    return known


def _in_year(period: str, year: str) -> str:
    """``period`` in another year."""
    return "..".join(year + part[4:] for part in period.split(".."))


def ends(period: str | None) -> tuple[int, int]:
    """The last month of ``period``, to tell the later of two."""
    return months_of(period)[1] if period is not None else (0, 0)


def base_between(period: str, others: set[str]) -> Base:
    """What a plain "Tăng, giảm" compares ``period`` with: the other column that is given."""
    if same_period_last_year(period) in others:
        return "same_period"
    return "previous" if previous_period(period) in others else "other"
