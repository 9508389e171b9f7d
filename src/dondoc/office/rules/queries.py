"""The rules in force, and which days are worked under them."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from dondoc.grammar.working_days import is_working_day
from dondoc.office.asked_once import asked_once
from dondoc.office.rules.models import Rules, SpecialDay

_DAY = timedelta(days=1)


def current() -> Rules:
    """The rules of this office; the defaults where nobody has changed any."""
    return asked_once("rules", lambda: Rules.objects.filter(pk=1).first() or Rules(pk=1))


@dataclass(frozen=True, slots=True)
class Calendar:
    """The calendar of offices with the days that this one decided otherwise."""

    off: frozenset[date]
    worked: frozenset[date]

    def works(self, day: date) -> bool:
        """Whether the office works on ``day``."""
        return day in self.worked or (day not in self.off and is_working_day(day))

    def working_days_between(self, start: date, end: date) -> int:
        """Working days after ``start`` up to and including ``end``; negative where ``end`` lies before ``start``."""
        if end < start:
            return -self.working_days_between(end, start)
        return sum(self.works(start + _DAY * ahead) for ahead in range(1, (end - start).days + 1))

    def within(self, start: date, number: int) -> date:
        """The last day to which ``number`` working days lead after ``start``, with the days off behind it."""
        return _within(self, start, number)


@lru_cache(maxsize=256)
def _within(office: Calendar, start: date, number: int) -> date:
    day = start
    while number or not office.works(day + _DAY):
        day += _DAY
        number -= office.works(day)
    return day


# The usual holidays, where nobody decided anything else.
USUAL = Calendar(frozenset(), frozenset())


def calendar() -> Calendar:
    """The calendar with the special days of the database."""
    return asked_once("calendar", _calendar)


def _calendar() -> Calendar:
    off: set[date] = set()
    worked: set[date] = set()
    for special in SpecialDay.objects.all():
        (worked if special.worked else off).add(special.day)
    return Calendar(frozenset(off), frozenset(worked))
