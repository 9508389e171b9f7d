"""The daily round: every task that the calendar has brought to somebody's attention, told once to the right people."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext

from dondoc.office.reminders.models import Level, Notice, Round
from dondoc.office.reminders.noting import note
from dondoc.office.reminders.webhooks import queue
from dondoc.office.reminders.whom import People, Untold, read_people, told
from dondoc.office.rules.models import Rules
from dondoc.office.rules.queries import Calendar, calendar, current
from dondoc.office.tasks.actions.creating import today_of
from dondoc.office.tasks.models import Assignment, AssignmentRole, Task, TaskState

# So many tasks in one transaction: fewer write the same pages of the indexes over and over.
BATCH = 10_000
BY_THE_CALENDAR = (Level.SOON, Level.OVERDUE, Level.BADLY_OVERDUE, Level.ACCEPTANCE, Level.LOOK_AGAIN)


@dataclass(frozen=True, slots=True)
class Clock:
    """Today under the rules and the calendar of this office; working days since a deadline are counted once."""

    today: date
    rules: Rules
    office: Calendar
    counted: dict[date, int] = field(default_factory=dict)

    def worked_since(self, day: date) -> int:
        """Working days after ``day`` up to today."""
        if day not in self.counted:
            self.counted[day] = self.office.working_days_between(day, self.today)
        return self.counted[day]


def remind(*, now: datetime) -> int:
    """Go through the calendar of today, once. How many notices were made; none on a day off.

    A round that was cut short begins again; what was told already is not told twice.
    """
    today = today_of(now)
    office = calendar()
    if not office.works(today) or Round.objects.filter(day=today).exists():
        return 0
    made = 0
    for found in untold(Clock(today, current(), office)):
        with transaction.atomic():
            made += note(found, now)
            queue(made_at=now, found=found)
    Round.objects.update_or_create(day=today, defaults={"at": now, "made": made})
    return made


def next_day(after: date) -> date:
    """The first day after ``after`` on which people are reminded."""
    office, day = calendar(), after + timedelta(days=1)
    while not office.works(day):
        day += timedelta(days=1)
    return day


def untold(clock: Clock) -> Iterator[list[Untold]]:
    """What the calendar of that day brings and somebody has not heard, some thousand tasks at a time; saves nothing."""
    people = read_people(clock.today)
    for batch in _batches(clock):
        if found := list(_untold(batch, clock, people)):
            yield found


def in_question(clock: Clock) -> QuerySet[Task]:
    """The tasks that the calendar of that day may say something about, whoever has heard of it."""
    due = Q(state=TaskState.OPEN, deadline__lte=clock.today + timedelta(days=clock.rules.due_soon_days))
    unanswered = Q(state=TaskState.SUBMITTED, submitted_on__lt=clock.today)
    again = Q(state=TaskState.WAITING, look_again__lte=clock.today)
    return Task.objects.filter(due | unanswered | again)


def _batches(clock: Clock) -> Iterator[list[Task]]:
    tasks = in_question(clock).only("pk", "text", "state", "deadline", "submitted_on", "look_again", "follower_id")
    last = 0
    while batch := list(tasks.filter(pk__gt=last).order_by("pk")[:BATCH]):
        last = batch[-1].pk
        yield batch


def _untold(batch: list[Task], clock: Clock, people: People) -> Iterator[Untold]:
    keys = [task.pk for task in batch]
    leads: dict[int, list[tuple[int | None, int | None]]] = defaultdict(list)
    rows = Assignment.objects.filter(task__in=keys, role=AssignmentRole.LEAD).order_by()
    for task, agency, group in rows.values_list("task", "agency", "group"):
        leads[task].append((agency, group))
    before: dict[tuple[int, str, str], set[int]] = defaultdict(set)
    known = Notice.objects.filter(task__in=keys, level__in=BY_THE_CALENDAR).order_by()
    for task, level, occasion, person in known.values_list("task", "level", "occasion", "person"):
        before[task, level, occasion].add(person)
    for each in batch:
        if (found := level_of(each, clock)) is None:
            continue
        level, occasion, words = found
        new = told(people, level, each, leads.get(each.pk, ())) - before.get((each.pk, level.value, occasion), set())
        if new:
            yield Untold(each.pk, level, occasion, f"{words}: {each.text}"[:400], frozenset(new))


def level_of(task: Task, clock: Clock) -> tuple[Level, str, str] | None:
    """The level, what makes it once, and the words; None where nothing needs to be said today."""
    if task.state == TaskState.SUBMITTED and task.submitted_on is not None:
        waited = (clock.today - task.submitted_on).days
        if waited <= clock.rules.acceptance_days:
            return None
        words = gettext("Chờ nghiệm thu đã %(days)d ngày") % {"days": waited}
        return Level.ACCEPTANCE, task.submitted_on.isoformat(), words
    if task.state == TaskState.WAITING and task.look_again is not None:
        return Level.LOOK_AGAIN, task.look_again.isoformat(), gettext("Đến ngày xem lại điều kiện")
    if task.deadline is None:
        return None
    occasion = task.deadline.isoformat()
    left = (task.deadline - clock.today).days
    if left >= 0:
        words = gettext("Đến hạn hôm nay") if left == 0 else gettext("Còn %(days)d ngày đến hạn") % {"days": left}
        return Level.SOON, occasion, words
    worked = clock.worked_since(task.deadline)
    words = gettext("Quá hạn %(days)d ngày làm việc") % {"days": worked}
    return (Level.BADLY_OVERDUE if worked > clock.rules.badly_overdue_days else Level.OVERDUE), occasion, words
