"""Stretches between two days that are named, as the months that they are counted by.

Finds         từ ngày 01/01/2025 đến ngày 30/9/2025 · từ 01/7 đến 24/9 (of the year that the paper is of) ·
              từ 16/4 đến 15/5: May, as offices count that close in the middle of a month
Leaves alone  từ 24/12 đến 15/01 without a year: which of two years it begins in
"""

import re

from dondoc.grammar.period_arithmetic import stretch

FROM_DAY = re.compile(
    r"từ\s+(?:ngày\s+)?(?P<day>\d{1,2})/(?P<first>\d{1,2})(?:/(?P<of>20\d\d))?\s*(?:đến|-)\s*"
    r"(?:nay\b|(?:hết\s+)?(?:ngày\s+)?(?P<to>\d{1,2})/(?P<last>\d{1,2})(?:/(?P<until>20\d\d))?)"
)
_MONTH = re.compile(r"\d{4}-\d\d")
_MIDDLE, _LAST_DAYS, _DECEMBER = 14, 28, 12


def months_from(found: re.Match[str], period: str | None, of: str | None) -> str | None:
    """Return the months between the days of ``found``, a match of ``FROM_DAY``.

    ``period`` is what is reported on: "đến nay" goes up to it where it is a month, and days without a year that close
    with it tell of it. ``of`` is the year of the paper, which other days without a year are of.
    """
    if int(found["first"]) > _DECEMBER or int(found["last"] or 1) > _DECEMBER:
        return None
    until = period if period and _MONTH.fullmatch(period) else None
    year = found["of"] or found["until"] or (until[:4] if until and not found["last"] else None)
    if year is None:
        if of is None or not found["last"] or int(found["last"]) < int(found["first"]):
            return None
        year = of
        if period == stretch(int(of), int(found["first"]), int(found["last"])):
            return None
    counted = _counted_months(found, year)
    if counted is not None:
        return counted
    if _is_whole(found) and (found["until"] or year) == year:
        return stretch(int(year), int(found["first"]), int(found["last"]))
    first = f"{year}-{int(found['first']):02}"
    last = f"{found['until'] or year}-{int(found['last']):02}" if found["last"] else until
    return f"{first}..{last}" if last is not None and first < last else first


def _is_whole(found: re.Match[str]) -> bool:
    """``từ 01/7 đến 30/9``: whole months, from the first day of one to the last of another."""
    return int(found["day"]) == 1 and int(found["to"] or 0) >= _LAST_DAYS and int(found["first"]) <= int(found["last"])


def _counted_months(found: re.Match[str], of: str) -> str | None:
    """``từ 15/12/2023 đến 14/3/2024``: the months as offices count them that close on the middle of each."""
    if not found["last"] or int(found["day"]) < _MIDDLE or int(found["to"]) + 1 != int(found["day"]):
        return None
    month, last, year = int(found["first"]) % 12 + 1, int(found["last"]), int(found["until"] or of)
    same = int(found["of"] or year) + (found["first"] == "12") == year
    return stretch(year, month, last) if same and month <= last <= _DECEMBER else None
