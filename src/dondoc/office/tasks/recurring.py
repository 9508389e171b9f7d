"""When a task that comes back falls due next."""

from calendar import monthrange
from datetime import date, timedelta

from dondoc.office.tasks.models import Recurrence

_MONTHS = {Recurrence.MONTHLY: 1, Recurrence.QUARTERLY: 3, Recurrence.YEARLY: 12}


def next_day(recurrence: str, recurs_on: int, after: date) -> date:
    """The first day after ``after`` on which the task falls due again; the 31st of a short month is its last day.

    >>> next_day("monthly", 25, date(2026, 11, 25))
    datetime.date(2026, 12, 25)
    """
    if recurrence == Recurrence.WEEKLY:
        ahead = (recurs_on - after.isoweekday()) % 7 or 7
        return after + timedelta(days=ahead)
    step = _MONTHS[Recurrence(recurrence)]
    ahead = 0
    while True:
        months = after.year * 12 + after.month - 1 + ahead
        year, month = divmod(months, 12)
        day = date(year, month + 1, min(recurs_on, monthrange(year, month + 1)[1]))
        if day > after:
            return day
        ahead += step
