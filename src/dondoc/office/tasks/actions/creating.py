"""Making tasks from confirmed sentences, and taking back one that was made by mistake."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import prefetch_related_objects
from django.utils import timezone
from django.utils.translation import gettext

from dondoc.office.accounts.models import User
from dondoc.office.agencies.living import still_there
from dondoc.office.agencies.models import Agency, AgencyGroup
from dondoc.office.agencies.queries import resolve_all
from dondoc.office.audit.actions import record, record_created
from dondoc.office.documents.models import Document, Fact
from dondoc.office.folding import fold
from dondoc.office.refusal import Refusal
from dondoc.office.reminders.telling import tell_of_new
from dondoc.office.tasks.actions.acting import lock
from dondoc.office.tasks.models import Assignment, AssignmentRole, Recurrence, Task, TaskState


@dataclass(frozen=True, slots=True)
class Origin:
    """The sentence a task comes from."""

    document: Document
    fact: Fact
    start: int
    end: int
    sentence: str


@dataclass(frozen=True, slots=True)
class TaskDraft:
    """The values of a new task. Agencies are names as written with the name to look up."""

    text: str
    item: str
    lead: tuple[tuple[str, str], ...]
    coordinating: tuple[tuple[str, str], ...]
    deadline: date | None
    deadline_text: str
    recurrence: str
    legal_basis: tuple[str, ...]
    product: str
    origin: Origin


@transaction.atomic
def create_tasks(*, drafts: Sequence[TaskDraft], on: date, by: User, now: datetime) -> list[Task]:
    """Make one open task a draft, with its assignments; names are resolved to the agencies of the day ``on``."""
    names = {name for draft in drafts for _written, name in (*draft.lead, *draft.coordinating)}
    records = resolve_all(names, on)
    still_there(each for each in records.values() if isinstance(each, Agency))
    tasks = Task.objects.bulk_create([_task(draft, by, now) for draft in drafts])
    assignments: list[Assignment] = []
    for task, draft in zip(tasks, drafts, strict=True):
        assignments += _assignments(task, draft, records)
    Assignment.objects.bulk_create(assignments)
    prefetch_related_objects(tasks, "assignments")
    record_created(by=by, now=now, action="task.create", created=[(task, snapshot(task)) for task in tasks])
    tell_of_new(tasks=tasks, by=by, now=now)
    return tasks


def _task(draft: TaskDraft, by: User, now: datetime) -> Task:
    origin = draft.origin
    number = f"{origin.document.number} {origin.document.symbol}"
    names = " ".join(written for written, _name in (*draft.lead, *draft.coordinating))
    return Task(
        text=draft.text,
        item=draft.item[:40],
        document=origin.document,
        fact=origin.fact,
        start=origin.start,
        end=origin.end,
        sentence=origin.sentence,
        product=draft.product,
        deadline=draft.deadline,
        deadline_text=draft.deadline_text[:300],
        first_deadline=draft.deadline,
        **turns(draft.recurrence, draft.deadline),
        legal_basis=list(draft.legal_basis),
        follower=by,
        created_by=by,
        created_at=now,
        changed_at=now,
        folded=fold(f"{draft.text} {names} {number}"),
    )


def turns(recurrence: str, deadline: date | None) -> dict[str, Any]:
    """How often a task falls due again, and on which day: that of its first deadline; nothing where none is known."""
    if deadline is None or recurrence not in Recurrence.values:
        return {}
    weekly = recurrence == Recurrence.WEEKLY
    return {"recurrence": recurrence, "recurs_on": deadline.isoweekday() if weekly else deadline.day}


def _assignments(task: Task, draft: TaskDraft, records: dict[str, Agency | AgencyGroup | None]) -> list[Assignment]:
    rows: list[Assignment] = []
    taken: set[int] = set()
    listed = [(AssignmentRole.LEAD, pair) for pair in draft.lead]
    listed += [(AssignmentRole.COORDINATING, pair) for pair in draft.coordinating]
    for position, (role, (written, name)) in enumerate(listed):
        found = records[name]
        agency = found if isinstance(found, Agency) else None
        if agency is not None and agency.pk in taken:
            continue
        if agency is not None:
            taken.add(agency.pk)
        group = found if isinstance(found, AgencyGroup) else None
        rows.append(
            Assignment(task=task, role=role, written=written[:300], agency=agency, group=group, position=position)
        )
    return rows


def untouched(task: Task) -> bool:
    """Whether nothing was done with the task since it was made: then its confirmation can be taken back."""
    return (
        task.state == TaskState.OPEN
        and task.changed_at == task.created_at
        and not any(row.progress for row in task.assignments.all())
    )


@transaction.atomic
def withdraw_task(*, task: Task, by: User, now: datetime) -> None:
    """Take back a task that was made by mistake and with which nothing was done."""
    task = lock(task)
    if not untouched(task):
        raise Refusal(
            gettext("Không hoàn tác được: nhiệm vụ “%(text)s” đã được xử lý; hãy dừng nhiệm vụ ở trang Nhiệm vụ.")
            % {"text": task.text[:60]}
        )
    record(by=by, now=now, action="task.withdraw", target=task, before=snapshot(task))
    task.delete()


def snapshot(task: Task) -> dict[str, Any]:
    """The values of a task for the audit."""
    return {
        "text": task.text,
        "document": task.document_id,
        "fact": task.fact_id,
        "deadline": task.deadline.isoformat() if task.deadline else None,
        "product": task.product,
        "state": task.state,
        "assignments": [
            {"role": row.role, "written": row.written, "agency": row.agency_id, "group": row.group_id}
            for row in task.assignments.all()
        ],
    }


def today_of(now: datetime) -> date:
    """The day in Việt Nam at ``now``."""
    return timezone.localtime(now).date()
