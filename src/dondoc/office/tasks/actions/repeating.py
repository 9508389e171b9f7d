"""A task that comes back: when one turn ends, the next is made, tied to it."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Q

from dondoc.office.accounts.models import User
from dondoc.office.reminders.telling import sum_up
from dondoc.office.tasks.actions.acting import write
from dondoc.office.tasks.actions.creating import today_of
from dondoc.office.tasks.given import given_at_once
from dondoc.office.tasks.models import Assignment, Task, TaskState
from dondoc.office.tasks.recurring import next_day
from dondoc.office.tasks.timeline import words_of


@transaction.atomic
def make_next_turns(*, now: datetime, by: User | None = None, most: int = 500) -> list[Task]:
    """The next turn of every recurring task whose deadline has passed or that is done, where there is none yet."""
    today = today_of(now)
    ended = Q(state=TaskState.DONE) | Q(deadline__lt=today)
    due = Task.objects.filter(ended, recurs_on__isnull=False, continuations__isnull=True)
    due = due.exclude(state=TaskState.CANCELLED)
    locked = list(due.select_for_update(of=("self",)).prefetch_related("assignments").order_by("pk")[:most])
    # Asked again now that nobody else can make them: another server may have, while this one waited for the locks.
    has_turn = set(Task.objects.filter(continues__in=locked).values_list("continues", flat=True))
    made = [_next_turn(task, by, now) for task in locked if task.pk not in has_turn]
    link = given_at_once(made)
    sum_up(tasks=made, words=words_of("repeat"), links=lambda person: link, now=now)
    return made


def _next_turn(task: Task, by: User | None, now: datetime) -> Task:
    deadline = _next_deadline(task, today_of(now))
    turn = Task.objects.create(
        text=task.text,
        item=task.item,
        document=task.document,
        start=task.start,
        end=task.end,
        sentence=task.sentence,
        product=task.product,
        deadline=deadline,
        deadline_text=task.deadline_text,
        first_deadline=deadline,
        legal_basis=task.legal_basis,
        follower=task.follower,
        continues=task,
        recurrence=task.recurrence,
        recurs_on=task.recurs_on,
        created_by=by,
        created_at=now,
        changed_at=now,
        folded=task.folded,
    )
    Assignment.objects.bulk_create(
        [
            Assignment(
                task=turn, role=row.role, written=row.written, agency=row.agency, group=row.group, position=row.position
            )
            for row in task.assignments.all()
        ]
    )
    write(turn, {}, action="repeat", by=by, now=now, continues=task, deadline=deadline)
    return turn


def _next_deadline(task: Task, today: date) -> date:
    """The day on which ``task`` falls due again; turns that nobody worked on are passed over, up to ``today``.

    Counted from deadline to deadline: what is due at the end of March and every quarter is next due at the end of June.
    """
    following = next_day(task.recurrence, task.recurs_on or 1, task.deadline or today)
    while task.state != TaskState.DONE and following <= today:
        following = next_day(task.recurrence, task.recurs_on or 1, following)
    return following
