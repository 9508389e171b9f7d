"""Arithmetic with periods: YYYY, YYYY-Hn, YYYY-Qn, YYYY-MM, and stretches of them joined by ".."."""

from calendar import monthrange
from datetime import date

from dondoc.grammar.context import TimeContext


def year_of(context: TimeContext) -> int | None:
    """The year that words without a year belong to."""
    if context.year is not None:
        return context.year
    if context.period is not None:
        return int(context.period[:4])
    return context.issued.year if context.issued else None


def stretch(year: int, first: int, last: int) -> str:
    """The shortest name of the months ``first`` to ``last`` of ``year``."""
    if (first, last) == (1, 12):
        return str(year)
    if (first, last) in ((1, 6), (7, 12)):
        return f"{year}-H{1 if first == 1 else 2}"
    if last - first == 2 and first % 3 == 1:
        return f"{year}-Q{last // 3}"
    if first == last:
        return f"{year}-{first:02}"
    return f"{year}-{first:02}..{year}-{last:02}"


def months_of(period: str) -> tuple[tuple[int, int], tuple[int, int]]:
    """The first and the last (year, month) of ``period``."""
    if ".." in period:
        first, last = period.split("..")
        return months_of(first)[0], months_of(last)[1]
    year, part = int(period[:4]), period[5:]
    if not part:
        return (year, 1), (year, 12)
    if part[0] == "H":
        return ((year, 1), (year, 6)) if part == "H1" else ((year, 7), (year, 12))
    if part[0] == "Q":
        return (year, int(part[1]) * 3 - 2), (year, int(part[1]) * 3)
    return (year, int(part)), (year, int(part))


def first_day(period: str) -> date:
    """The first day of ``period``."""
    year, month = months_of(period)[0]
    return date(year, month, 1)


def last_day(period: str) -> date:
    """The last day of ``period``."""
    year, month = months_of(period)[1]
    return date(year, month, monthrange(year, month)[1])


def previous_period(period: str | None) -> str | None:
    """The period of the same length just before: 2023-01 → 2022-12, 2023-Q1 → 2022-Q4; None for a stretch of months."""
    if period is None or ".." in period:
        return None
    year, part = int(period[:4]), period[5:]
    if not part:
        return str(year - 1)
    letter = part[0] if part[0] in "HQ" else ""
    number, most = int(part.lstrip("HQ")), {"H": 2, "Q": 4, "": 12}[letter]
    year, number = (year, number - 1) if number > 1 else (year - 1, most)
    return f"{year}-{letter}{number}" if letter else f"{year}-{number:02}"


def same_period_last_year(period: str) -> str:
    """The same period one year before."""
    return "..".join(f"{int(part[:4]) - 1}{part[4:]}" for part in period.split(".."))


def last_month(period: str) -> str | None:
    """The month that ``period`` ends with: 2023-H1 → 2023-06; None for a whole year or none."""
    if len(period) == len("2023"):
        return None
    year, month = months_of(period)[1]
    return f"{year}-{month:02}"


def months_so_far(period: str) -> str:
    """From January to the end of ``period``: 2023-09 → 2023-01..2023-09, 2023-06 → 2023-H1."""
    year, month = months_of(period)[1]
    return stretch(year, 1, month)


def over_years(period: str) -> bool:
    """Whether a period reaches over several years (a plan's term, a season): no period of a figure."""
    return ".." in period and period[:4] != period[9:13]


def is_whole_behind(wider: str, period: str) -> bool:
    """``tháng 3 và quý I``, ``quý IV và cả năm``: whether ``wider`` is the quarter, half or year that ``period`` ends.

    Mere months so far are none: a report on "tháng 8 và 8 tháng" is one on the month.
    """
    if ".." in wider or ".." in period or wider == period:
        return False
    (first, last), (begins, ends) = months_of(wider), months_of(period)
    return last == ends and first < begins
