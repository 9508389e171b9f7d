"""The daily round: every task that the calendar has brought to somebody's attention, told once to the right people."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Q, QuerySet

from dondoc.office.reminders.levels import BY_THE_CALENDAR, Clock, level_of
from dondoc.office.reminders.models import Hearers, Level, Notice, Round, Summed
from dondoc.office.reminders.noting import note
from dondoc.office.reminders.summing import share
from dondoc.office.reminders.webhooks import queue
from dondoc.office.reminders.whom import InQuestion, Leads, People, Untold, read_people, told
from dondoc.office.rules.queries import calendar, current
from dondoc.office.tasks.actions.creating import today_of
from dondoc.office.tasks.models import Assignment, AssignmentRole, Task, TaskState

# What is told of a task once: the task, the level, the day that it is about.
Once = tuple[int, str, str]
NOBODY: frozenset[int] = frozenset()


def remind(*, now: datetime) -> int:
    """Go through the calendar of today, once. How many notices were made; none on a day off.

    All of it or nothing: a round that was cut short begins again.
    """
    today = today_of(now)
    office = calendar()
    if not office.works(today) or Round.objects.filter(day=today).exists():
        return 0
    clock = Clock(today, current(), office)
    people = read_people(today)
    found = list(untold(clock, people))
    shared = share(found, people)
    with transaction.atomic():
        this, new = Round.objects.get_or_create(day=today, defaults={"at": now})
        if not new:
            return 0
        this.made = note(shared, clock, now)
        this.save(update_fields=["made"])
        queue(made_at=now, found=found, clock=clock)
    return this.made


def next_day(after: date) -> date:
    """The first day after ``after`` on which people are reminded."""
    office, day = calendar(), after + timedelta(days=1)
    while not office.works(day):
        day += timedelta(days=1)
    return day


def in_question(clock: Clock) -> QuerySet[Task]:
    """The tasks that the calendar of that day may say something about, whoever has heard of it."""
    due = Q(state=TaskState.OPEN, deadline__lte=clock.office.within(clock.today, clock.rules.due_soon_days))
    unanswered = Q(state=TaskState.SUBMITTED, submitted_on__lt=clock.today)
    again = Q(state=TaskState.WAITING, look_again__lte=clock.today)
    return Task.objects.filter(due | unanswered | again).order_by()


def untold(clock: Clock, people: People) -> Iterator[Untold]:
    """What the calendar of that day brings and somebody has not heard; saves nothing."""
    tasks = in_question(clock)
    several, before, heard = _leads_of_several(tasks), _told_alone(tasks), _told_together(tasks)
    hearing: dict[tuple[Level, int | None, Leads], frozenset[int]] = {}
    # Equal people are one object: they are counted together, and comparing them costs nothing.
    alike: dict[frozenset[int], frozenset[int]] = {}
    for row in tasks.order_by("pk").values_list(*InQuestion._fields).iterator(chunk_size=5_000):
        task = InQuestion._make(row)
        if (found := level_of(task, clock)) is None:
            continue
        level, day = found
        leads = several[task.pk] if task.leads > 1 else ((task.lead_agency, task.lead_group),) if task.leads else ()
        if (who := hearing.get((level, task.follower, leads))) is None:
            who = frozenset(told(people, level, task.follower, leads))
            who = hearing[level, task.follower, leads] = alike.setdefault(who, who)
        once = (task.pk, level.value, day.isoformat())
        already = heard.get(once, NOBODY)
        if known := before.get(once, NOBODY) | already:
            who = who - known
            who = alike.setdefault(who, who)
        if who:
            yield Untold(task.pk, level, day, task.follower, who, already)


def _leads_of_several(tasks: QuerySet[Task]) -> dict[int, Leads]:
    """Who leads each task that more than one leads; of others it stands with the task."""
    leads: dict[int, Leads] = defaultdict(tuple)
    rows = Assignment.objects.filter(task__in=tasks.filter(leads__gt=1).values("pk"), role=AssignmentRole.LEAD)
    for task, agency, group in rows.order_by().values_list("task", "agency", "group"):
        leads[task] += ((agency, group),)
    return leads


def _told_alone(tasks: QuerySet[Task]) -> dict[Once, set[int]]:
    """Who had a notice of one task."""
    before: dict[Once, set[int]] = defaultdict(set)
    known = Notice.objects.filter(task__in=tasks.values("pk"), level__in=BY_THE_CALENDAR).order_by()
    for task, level, occasion, person in known.values_list("task", "level", "occasion", "person").iterator():
        before[task or 0, level, occasion].add(person)
    return before


def _told_together(tasks: QuerySet[Task]) -> dict[Once, frozenset[int]]:
    """Who heard of a task in a notice of many."""
    people = {pk: frozenset(who) for pk, who in Hearers.objects.values_list("pk", "people")}
    rows = Summed.objects.filter(task__in=tasks.values("pk")).order_by()
    found = rows.values_list("task", "level", "occasion", "hearers").iterator()
    return {(task, level, occasion): people[hearers] for task, level, occasion, hearers in found}
