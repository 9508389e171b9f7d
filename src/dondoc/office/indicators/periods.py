"""Periods as keys: YYYY, YYYY-Hn, YYYY-Qn, YYYY-MM, YYYY-MM..YYYY-MM. What came before, and the same one last year.

Leaves alone  anything else: an unknown form has no neighbours (None), so nothing is compared with it.
"""

import re
from functools import lru_cache
from typing import Literal, NamedTuple

Form = Literal["year", "half", "quarter", "month", "to_date", "range"]
_SINGLE = re.compile(r"(\d{4})(?:-(?:(H)([12])|(Q)([1-4])|(\d\d)))?")
_RANGE = re.compile(r"(\d{4})-(\d\d)\.\.(\d{4})-(\d\d)")
_STEPS: dict[str, int] = {"half": 2, "quarter": 4, "month": 12}


class Period(NamedTuple):
    """A period taken apart: ``number`` is the half, quarter, month, or the last month of months so far (year: 0)."""

    form: Form
    year: int
    number: int = 0
    text: str = ""


@lru_cache(maxsize=4096)
def parse(text: str) -> Period | None:
    """``2026-10`` → month 10 of 2026; ``2026-01..2026-10`` → the ten months so far."""
    if match := _RANGE.fullmatch(text):
        start_year, start, end_year, end = (int(part) for part in match.groups())
        if start == 1 and start_year == end_year:
            return Period("to_date", end_year, end, text)
        return Period("range", end_year, end, text)
    match = _SINGLE.fullmatch(text)
    if match is None:
        return None
    year, half, quarter, month = int(match[1]), match[3], match[5], match[6]
    if half:
        return Period("half", year, int(half), text)
    if quarter:
        return Period("quarter", year, int(quarter), text)
    return Period("month", year, int(month), text) if month else Period("year", year, 0, text)


def last_month(period: Period) -> int:
    """The month in which the period ends: what sorts periods of one year."""
    return {"year": 12, "half": period.number * 6, "quarter": period.number * 3}.get(period.form, period.number)


def write(form: Form, year: int, number: int) -> str:
    """The key of a period."""
    return {
        "year": f"{year}",
        "half": f"{year}-H{number}",
        "quarter": f"{year}-Q{number}",
        "month": f"{year}-{number:02}",
        "to_date": f"{year}-01..{year}-{number:02}",
    }[form]


def before(text: str) -> str | None:
    """The period of the same length just before; none for months so far, which begin anew every year."""
    period = parse(text)
    if period is None or period.form in ("to_date", "range"):
        return None
    if period.form == "year":
        return write("year", period.year - 1, 0)
    if period.number > 1:
        return write(period.form, period.year, period.number - 1)
    return write(period.form, period.year - 1, _STEPS[period.form])


def year_before(text: str) -> str | None:
    """The same period of the year before."""
    period = parse(text)
    if period is None or period.form == "range":
        return None
    return write(period.form, period.year - 1, period.number)


def from_january(text: str) -> bool:
    """Whether the period begins with its year, so that a figure of it can be held against the year's plan."""
    period = parse(text)
    return period is not None and (
        period.form in ("year", "to_date") or (period.form in ("half", "quarter", "month") and period.number == 1)
    )


def newest_first(texts: list[str]) -> list[str]:
    """Known periods by their end, newest first; months so far before the month alone; unknown forms last."""
    order: dict[Form, int] = {"year": 5, "to_date": 4, "half": 3, "quarter": 2, "month": 1, "range": 0}

    def key(text: str) -> tuple[int, int, int]:
        period = parse(text)
        return (period.year, last_month(period), order[period.form]) if period else (0, 0, 0)

    return sorted(texts, key=key, reverse=True)


def twin(text: str) -> str | None:
    """The month for the months so far that end with it, and the other way round."""
    period = parse(text)
    if period is None or period.form not in ("month", "to_date"):
        return None
    return write("to_date" if period.form == "month" else "month", period.year, period.number)


def home(text: str, *, cumulative: bool, point: bool) -> str:
    """The period under which a figure belongs: one cumulated "in October" is one of the ten months so far.

    A figure at a point in time is one of the month in which the time ends, whatever stretch the document names.
    """
    period = parse(text)
    if period is None:
        return text
    if point and period.form == "to_date":
        return write("month", period.year, period.number)
    if cumulative and not point and period.form == "month":
        return write("to_date", period.year, period.number)
    return text
