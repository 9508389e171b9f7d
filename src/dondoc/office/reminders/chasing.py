"""Letters to agencies that are late (công văn đôn đốc): which agencies, which tasks, the file."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import QuerySet

from dondoc.drafting.official import Head, Signature
from dondoc.drafting.reminder import Owed, draft_reminder
from dondoc.office.agencies.models import Agency
from dondoc.office.agencies.queries import successor
from dondoc.office.rules.models import Rules
from dondoc.office.rules.queries import Calendar
from dondoc.office.tasks.leading import of_agencies
from dondoc.office.tasks.models import Assignment, AssignmentRole, Task, TaskState
from dondoc.office.tasks.standing import overdue

DAYS_TO_REPLY = 5


@dataclass(frozen=True, slots=True)
class Late:
    """An agency that is late: ``number`` overdue tasks, the most belated since ``oldest``."""

    agency: Agency
    number: int
    oldest: date
    today: date
    records: tuple[int, ...]

    @property
    def file_name(self) -> str:
        """What the file of the letter is called."""
        return f"don-doc-{self.agency.code}-{self.today:%Y-%m-%d}.docx"

    @property
    def longest(self) -> int:
        """Days by which the most belated task is late."""
        return (self.today - self.oldest).days


def late_agencies(tasks: QuerySet[Task], today: date) -> list[Late]:
    """Agencies that lead overdue tasks, the most belated first; an agency that has ended stands as its heir."""
    found = of_agencies(overdue(tasks, today), lambda way: {"number": way.number(), "oldest": way.first_due()})
    heaps: dict[int, list[Agency]] = defaultdict(list)
    heirs: dict[int, Agency] = {}
    for agency in Agency.objects.filter(pk__in=found):
        heir = successor(agency, today)
        heirs[heir.pk] = heir
        heaps[heir.pk].append(agency)
    late = [
        Late(
            heirs[pk],
            sum(found[each.pk]["number"] for each in heap),
            min(found[each.pk]["oldest"] for each in heap),
            today,
            tuple(each.pk for each in heap),
        )
        for pk, heap in heaps.items()
    ]
    return sorted(late, key=lambda one: (one.oldest, one.agency.name))


def late_tasks(tasks: QuerySet[Task], late: Late) -> list[Task]:
    """The overdue tasks of one late agency, the most belated first."""
    rows = Assignment.objects.filter(role=AssignmentRole.LEAD, agency__in=late.records)
    found = tasks.filter(state=TaskState.OPEN, due__lt=late.today, pk__in=rows.values("task"))
    return list(found.select_related("document").order_by("deadline", "pk"))


def letter(late: Late, tasks: Sequence[Task], rules: Rules, calendar: Calendar) -> bytes:
    """The letter to one agency; it asks for an answer within five working days."""
    reply_by = late.today
    for _ in range(DAYS_TO_REPLY):
        reply_by += timedelta(days=1)
        while not calendar.works(reply_by):
            reply_by += timedelta(days=1)
    owed = [
        Owed(task.text, _given_by(task), task.deadline, (late.today - task.deadline).days, task.product)
        for task in tasks
        if task.deadline is not None
    ]
    head, signature, unit = head_and_foot(rules, late.today)
    return draft_reminder(head, late.agency.name, owed, late.today, reply_by, signature, unit)


def head_and_foot(rules: Rules, day: date) -> tuple[Head, Signature, str]:
    """Head and signature of the office's letters, and the unit that keeps the copy."""
    head = Head(rules.letter_parent, rules.letter_issuer, rules.letter_symbol, rules.letter_place or "……", day)
    lines = tuple(line for line in (rules.letter_authority, rules.letter_position) if line)
    return head, Signature(lines, rules.letter_signer), rules.letter_symbol.rpartition("-")[2]


def _given_by(task: Task) -> str:
    document = task.document
    if document is None:
        return ""
    day = f" ngày {document.issued:%d/%m/%Y}" if document.issued else ""
    return f"{document.get_kind_display()} số {document.number}{day}" if document.number else document.title[:80]
