"""The daily round: every task that the calendar has brought to somebody's attention, told once to the right people."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext

from dondoc.office.reminders.models import Level, Notice, Round
from dondoc.office.reminders.webhooks import queue
from dondoc.office.reminders.whom import People, read_people, told
from dondoc.office.rules.models import Rules
from dondoc.office.rules.queries import Calendar, calendar, current
from dondoc.office.tasks.actions.creating import today_of
from dondoc.office.tasks.models import Assignment, Task, TaskState

BATCH = 2000


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
    people, clock = read_people(), Clock(today, current(), office)
    made = 0
    for batch in _batches(clock):
        made += _tell(batch, clock, now, people)
    Round.objects.update_or_create(day=today, defaults={"at": now, "made": made})
    return made


def _batches(clock: Clock) -> Iterator[list[Task]]:
    due = Q(state=TaskState.OPEN, deadline__lte=clock.today + timedelta(days=clock.rules.due_soon_days))
    unanswered = Q(state=TaskState.SUBMITTED, submitted_on__lt=clock.today)
    again = Q(state=TaskState.WAITING, look_again__lte=clock.today)
    tasks = Task.objects.filter(due | unanswered | again).only(
        "pk", "text", "state", "deadline", "submitted_on", "look_again", "follower_id"
    )
    last = 0
    while batch := list(tasks.filter(pk__gt=last).order_by("pk")[:BATCH]):
        last = batch[-1].pk
        yield batch


def _tell(batch: list[Task], clock: Clock, now: datetime, people: People) -> int:
    leads: dict[int, list[Assignment]] = {}
    for row in Assignment.objects.filter(task__in=[task.pk for task in batch]).only(
        "task_id", "role", "agency", "group"
    ):
        leads.setdefault(row.task_id, []).append(row)
    notices = []
    for task in batch:
        found = level_of(task, clock)
        if found is None:
            continue
        level, occasion, words = found
        text = f"{words}: {task.text}"[:400]
        notices += [
            Notice(person_id=person, task_id=task.pk, level=level, occasion=occasion, text=text, at=now)
            for person in told(people, level, task, leads.get(task.pk, []))
        ]
    with transaction.atomic():
        before = Notice.objects.filter(at=now).count()
        Notice.objects.bulk_create(notices, ignore_conflicts=True, batch_size=500)
        made = Notice.objects.filter(at=now).count() - before
        queue(made_at=now, tasks=[task.pk for task in batch])
        return made


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
