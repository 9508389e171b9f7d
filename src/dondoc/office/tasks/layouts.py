"""The same tasks laid out otherwise than as a table: a month, and bars over time. The board is ``tasks.board``."""

from calendar import Calendar
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, F, QuerySet, Window
from django.db.models.functions import RowNumber

from dondoc.office.rules.queries import calendar
from dondoc.office.tasks import queries
from dondoc.office.tasks.lines import Line, lines
from dondoc.office.tasks.models import NEVER, Task
from dondoc.office.tasks.models.parts import each_looked_at, parts_of

A_DAY = 4
BARS = 60
MONTH_NAMES = 8


@dataclass(frozen=True, slots=True)
class Day:
    """One day of a month: the tasks due on it; ``more`` are not shown."""

    day: date
    rows: tuple[Line, ...]
    more: int
    inside: bool
    works: bool
    today: bool


def month(tasks: QuerySet[Task], first: date, today: date) -> list[list[Day]]:
    """The weeks of the month that ``first`` begins, Monday first, with the tasks due on each day."""
    office = calendar()
    days = list(Calendar().itermonthdates(first.year, first.month))
    within = tasks.filter(due__gte=days[0], due__lte=days[-1])
    numbers, first_of_days = _of_days(within)
    heaps: dict[date | None, list[Line]] = {}
    for row in lines(first_of_days, today).values():
        heaps.setdefault(row.deadline, []).append(row)
    laid = [
        Day(
            day,
            tuple(heaps.get(day, ())),
            numbers[day] - len(heaps.get(day, ())),
            inside=day.month == first.month,
            works=office.works(day),
            today=day == today,
        )
        for day in days
    ]
    return [laid[start : start + 7] for start in range(0, len(laid), 7)]


def _of_days(tasks: QuerySet[Task]) -> tuple[Counter[date], list[int]]:
    """How many tasks are due on each day, and the keys of the first of each; at once where no index has them."""
    numbers: Counter[date] = Counter()
    found: dict[date, list[int]] = defaultdict(list)
    searched = each_looked_at(tasks) is not tasks
    for part in parts_of(tasks):
        dear = searched or part.dear or part.few
        rows = list(part.rows.order_by().values_list("due", part.key)[: queries.FEW + 1]) if dear else []
        if dear and len(rows) <= queries.FEW:
            numbers.update(due for due, _key in rows)
        else:
            numbers.update(dict(part.rows.order_by().values_list("due").annotate(number=Count("*"))))
            place = Window(RowNumber(), partition_by=F("due"), order_by=F(part.key).asc())
            placed = part.rows.order_by().annotate(place=place).filter(place__lte=A_DAY)
            rows = list(placed.values_list("due", part.key))
        for due, key in rows:
            found[due].append(key)
    return numbers, [key for keys in found.values() for key in sorted(keys)[:A_DAY]]


@dataclass(frozen=True, slots=True)
class Bar:
    """A task as a bar from the day it was given to its deadline; lengths in percent."""

    row: Line
    start: float
    length: float
    first: float | None


@dataclass(frozen=True, slots=True)
class Span:
    """Bars over a stretch of days, with where today and each month begin, in percent."""

    bars: tuple[Bar, ...]
    today: float
    months: tuple[tuple[date, float], ...]
    more: int


def timeline(tasks: QuerySet[Task], today: date) -> Span | None:
    """Tasks with a deadline as bars, nearest deadline first; None where there is none."""
    dated = tasks.filter(due__lt=NEVER)
    shown = list(lines(queries.by_due(dated, 0, BARS), today, nobody="").values())
    if not shown:
        return None
    first = min([*(row.begun for row in shown), today]).replace(day=1)
    last = max(row.deadline or today for row in shown)
    last = max(last, today) + timedelta(days=7)
    whole = (last - first).days or 1

    def place(day: date) -> float:
        return round((day - first).days * 100 / whole, 2)

    bars = []
    for row in shown:
        start, moved = place(row.begun), row.first_deadline
        length = max(0.4, place(row.deadline or row.begun) - start)
        bars.append(Bar(row, start, length, place(moved) if moved and moved != row.deadline else None))
    return Span(
        tuple(bars),
        place(today),
        tuple((day, place(day)) for day in _months(first, last)),
        queries.number_of(dated) - len(bars),
    )


def _months(first: date, last: date) -> Iterable[date]:
    """The first days of months, so many apart that their names have room."""
    step = 1 + ((last - first).days // 30) // MONTH_NAMES
    number = first.year * 12 + first.month - 1
    while (month := date(number // 12, number % 12 + 1, 1)) <= last:
        yield month
        number += step
