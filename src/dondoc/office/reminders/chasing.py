"""Letters to agencies that are late (công văn đôn đốc): which agencies, which tasks, the file."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import QuerySet

from dondoc.drafting.official import Head, Signature
from dondoc.drafting.reminder import Owed, draft_reminder
from dondoc.office.agencies.models import Agency
from dondoc.office.agencies.queries import successor
from dondoc.office.rules.models import Rules
from dondoc.office.rules.queries import Calendar
from dondoc.office.tasks.models import Assignment, AssignmentRole, Task, TaskState

DAYS_TO_REPLY = 5


@dataclass(frozen=True, slots=True)
class Late:
    """An agency with its overdue tasks, the longest overdue first."""

    agency: Agency
    tasks: tuple[Task, ...]
    today: date

    @property
    def longest(self) -> int:
        """Days by which the most belated task is late."""
        return max((self.today - task.deadline).days for task in self.tasks if task.deadline)


def late_agencies(tasks: QuerySet[Task], today: date) -> list[Late]:
    """Agencies that lead overdue tasks, the most belated first; an agency that has ended stands as its heir."""
    overdue = tasks.filter(state=TaskState.OPEN, deadline__lt=today)
    rows = (
        Assignment.objects.filter(role=AssignmentRole.LEAD, agency__isnull=False, task__in=overdue.order_by())
        .select_related("agency", "task__document")
        .order_by("task__deadline", "task_id")
    )
    heirs: dict[int, Agency] = {}
    heaps: dict[int, list[Task]] = defaultdict(list)
    agencies: dict[int, Agency] = {}
    for row in rows:
        assert row.agency is not None
        heir = heirs.setdefault(row.agency.pk, successor(row.agency, today))
        agencies[heir.pk] = heir
        heaps[heir.pk].append(row.task)
    found = [Late(agencies[pk], tuple(dict.fromkeys(heap)), today) for pk, heap in heaps.items()]
    return sorted(found, key=lambda late: (-late.longest, late.agency.name))


def letter(late: Late, rules: Rules, calendar: Calendar) -> bytes:
    """The letter to one agency; it asks for an answer within five working days."""
    reply_by = late.today
    for _ in range(DAYS_TO_REPLY):
        reply_by += timedelta(days=1)
        while not calendar.works(reply_by):
            reply_by += timedelta(days=1)
    owed = [
        Owed(task.text, _given_by(task), task.deadline, (late.today - task.deadline).days, task.product)
        for task in late.tasks
        if task.deadline is not None
    ]
    head = Head(rules.letter_parent, rules.letter_issuer, rules.letter_symbol, rules.letter_place or "……", late.today)
    lines = tuple(line for line in (rules.letter_authority, rules.letter_position) if line)
    signature = Signature(lines, rules.letter_signer)
    unit = rules.letter_symbol.rpartition("-")[2]
    return draft_reminder(head, late.agency.name, owed, late.today, reply_by, signature, unit)


def _given_by(task: Task) -> str:
    document = task.document
    if document is None:
        return ""
    day = f" ngày {document.issued:%d/%m/%Y}" if document.issued else ""
    return f"{document.get_kind_display()} số {document.number}{day}" if document.number else document.title[:80]
