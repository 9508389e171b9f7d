"""The same tasks laid out otherwise than as a table: a board by standing, a month, and bars over time."""

from calendar import Calendar
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, F, QuerySet, Window
from django.db.models.functions import RowNumber

from dondoc.office.rules.queries import calendar
from dondoc.office.tasks import listing, queries
from dondoc.office.tasks.listing import Row
from dondoc.office.tasks.models import NEVER, Task
from dondoc.office.tasks.standing import Standing, conditions
from dondoc.office.tasks.wording import Badge, badge

CARDS = 30
A_DAY = 4
BARS = 60
MONTH_NAMES = 8
COLUMNS = (
    Standing.NEEDS_CLEARING,
    Standing.IN_TIME,
    Standing.DUE_SOON,
    Standing.OVERDUE,
    Standing.AWAITING_ACCEPTANCE,
    Standing.LATE_ACCEPTANCE,
    Standing.WAITING,
    Standing.DONE_ON_TIME,
    Standing.DONE_LATE,
    Standing.STOPPED,
)


@dataclass(frozen=True, slots=True)
class Column:
    """One standing of the board: how many tasks, and the first of them."""

    badge: Badge
    value: str
    number: int
    rows: tuple[Row, ...]

    @property
    def more(self) -> int:
        """How many are not shown."""
        return self.number - len(self.rows)


def board(tasks: QuerySet[Task], today: date) -> list[Column]:
    """A column a standing; a query a column finds its cards, one more reads them all."""
    numbers, stands = queries.by_standing(tasks, today), conditions(today)
    wanted: list[int] = []
    for each in COLUMNS:
        wanted += tasks.filter(stands[each]).order_by("due", "pk").values_list("pk", flat=True)[:CARDS]
    heaps: dict[str, list[Row]] = {}
    cards = queries.for_list(Task.objects.filter(pk__in=wanted), today).order_by("due", "pk")
    for row in listing.rows(cards, today):
        heaps.setdefault(row.task.standing, []).append(row)  # type: ignore[attr-defined]
    return [Column(badge(each), each.value, numbers[each], tuple(heaps.get(each.value, ()))) for each in COLUMNS]


@dataclass(frozen=True, slots=True)
class Day:
    """One day of a month: the tasks due on it; ``more`` are not shown."""

    day: date
    rows: tuple[Row, ...]
    more: int
    inside: bool
    works: bool
    today: bool


def month(tasks: QuerySet[Task], first: date, today: date) -> list[list[Day]]:
    """The weeks of the month that ``first`` begins, Monday first, with the tasks due on each day."""
    office = calendar()
    days = list(Calendar().itermonthdates(first.year, first.month))
    within = tasks.filter(due__gte=days[0], due__lte=days[-1])
    numbers = dict(within.order_by().values_list("due").annotate(Count("pk")))
    place = Window(RowNumber(), partition_by=F("due"), order_by=F("pk").asc())
    shown = within.order_by().annotate(place=place).filter(place__lte=A_DAY).values("pk")
    heaps: dict[date | None, list[Row]] = {}
    due = queries.for_list(Task.objects.filter(pk__in=list(shown.values_list("pk", flat=True))), today)
    for row in listing.rows(due.order_by("due", "pk"), today):
        heaps.setdefault(row.task.deadline, []).append(row)
    laid = [
        Day(
            day,
            tuple(heaps.get(day, ())),
            numbers.get(day, 0) - len(heaps.get(day, ())),
            inside=day.month == first.month,
            works=office.works(day),
            today=day == today,
        )
        for day in days
    ]
    return [laid[start : start + 7] for start in range(0, len(laid), 7)]


@dataclass(frozen=True, slots=True)
class Bar:
    """A task as a bar from the day it was given to its deadline; lengths in percent."""

    row: Row
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
    shown = list(listing.rows(queries.for_list(dated, today).order_by("due", "pk")[:BARS], today))
    if not shown:
        return None
    begun = [_begun(row) for row in shown]
    first = min([*begun, today]).replace(day=1)
    last = max(row.task.deadline or today for row in shown)
    last = max(last, today) + timedelta(days=7)
    whole = (last - first).days or 1

    def place(day: date) -> float:
        return round((day - first).days * 100 / whole, 2)

    bars = []
    for row, start in zip(shown, begun, strict=True):
        end = row.task.deadline or start
        moved = row.task.first_deadline
        bars.append(
            Bar(
                row,
                place(start),
                max(0.4, place(end) - place(start)),
                place(moved) if moved and moved != row.task.deadline else None,
            )
        )
    return Span(
        tuple(bars), place(today), tuple((day, place(day)) for day in _months(first, last)), dated.count() - len(bars)
    )


def _begun(row: Row) -> date:
    document = row.task.document
    given = document.issued if document is not None and document.issued else row.task.created_at.date()
    deadline = row.task.deadline or given
    return min(given, deadline)


def _months(first: date, last: date) -> Iterable[date]:
    """The first days of months, so many apart that their names have room."""
    step = 1 + ((last - first).days // 30) // MONTH_NAMES
    number = first.year * 12 + first.month - 1
    while (month := date(number // 12, number % 12 + 1, 1)) <= last:
        yield month
        number += step
