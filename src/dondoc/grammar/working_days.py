"""Working days of offices: Monday to Friday without public holidays, the New Year and days off in place of them."""

from datetime import date, timedelta
from functools import cache

from dondoc.grammar.lunar import solar_day
from dondoc.lexicon.holidays import holidays

_DAY = timedelta(days=1)
_HOLIDAYS = holidays()


def add_working_days(start: date, count: int) -> date | None:
    """The ``count``-th working day after ``start``; None past the end of the calendar.

    >>> add_working_days(date(2025, 1, 20), 5)
    datetime.date(2025, 2, 3)
    """
    day = start
    try:
        while count > 0:
            day += _DAY
            count -= is_working_day(day)
    except OverflowError:
        return None
    return day


def is_working_day(day: date) -> bool:
    """Whether offices work on ``day``."""
    if day in _HOLIDAYS.worked:
        return True
    return day.weekday() < 5 and day not in days_off(day.year)


@cache
def days_off(year: int) -> frozenset[date]:
    """The days of ``year`` on which offices rest besides Saturdays and Sundays."""
    off = {day for day in (*_HOLIDAYS.announced, *_HOLIDAYS.exchanged) if day.year == year}
    named = [date(year, month, day) for day, month in _HOLIDAYS.solar]
    named += [found for day, month in _HOLIDAYS.lunar if (found := solar_day(day, month, year)) is not None]
    named += [day for day in _HOLIDAYS.announced if day.year == year]
    named += _new_year(year)
    taken = set(named) | off
    for holiday in sorted(named):
        if holiday.weekday() < 5:
            off.add(holiday)
            continue
        made_up = holiday
        while made_up.weekday() >= 5 or made_up in taken:
            made_up += _DAY
        taken.add(made_up)
        off.add(made_up)
    return frozenset(off)


def _new_year(year: int) -> list[date]:
    first = solar_day(1, 1, year)
    rule = next(((before, after) for since, before, after in _HOLIDAYS.new_year if year >= since), None)
    if first is None or rule is None:
        return []
    before, after = rule
    return [first + timedelta(days=offset) for offset in range(-before, after)]
