"""How far each agency has come with its part. A group counts each member; who has not reported is not done."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from dondoc.office.agencies.models import Agency
from dondoc.office.agencies.queries import members
from dondoc.office.tasks.models import Assignment, AssignmentRole, ProgressReport, Task, TaskState


@dataclass(frozen=True, slots=True)
class Part:
    """One agency's part: its newest report, or None where it has said nothing."""

    name: str
    agency: Agency | None
    report: ProgressReport | None
    member: bool

    @property
    def done(self) -> bool:
        """Whether the agency says that its part is done."""
        return self.report is not None and self.report.part_done


@dataclass(frozen=True, slots=True)
class Assigned:
    """An assignment with its parts: one, or for a group one a member."""

    row: Assignment
    parts: tuple[Part, ...]

    @property
    def reported(self) -> int:
        """How many of the parts have reported."""
        return sum(part.report is not None for part in self.parts)

    @property
    def shown(self) -> list[Part]:
        """The parts that stand in a line of their own: all but the members of a group that have said nothing."""
        return [part for part in self.parts if part.report is not None or not part.member]

    @property
    def silent(self) -> list[Part]:
        """The members of a group that have said nothing."""
        return [part for part in self.parts if part.report is None and part.member]

    @property
    def finished(self) -> int:
        """How many of the parts are done."""
        return sum(part.done for part in self.parts)


def parts_of(task: Task, today: date) -> list[Assigned]:
    """The assignments of ``task`` with what each agency last reported; groups as they are on ``today``.

    A task that has ended keeps the members of the day on which it ended.
    """
    newest: dict[int | None, ProgressReport] = {}
    for report in task.reports.all():
        newest.setdefault(report.agency_id, report)
    day = task.finished_on if task.state == TaskState.DONE and task.finished_on else today
    found = []
    for row in sorted(task.assignments.all(), key=lambda row: row.role != AssignmentRole.LEAD):
        if row.group is None:
            found.append(Assigned(row, (Part(row.name, row.agency, newest.get(row.agency_id), member=False),)))
            continue
        parts = [Part(each.name, each, newest.get(each.pk), member=True) for each in members(row.group, day)]
        found.append(Assigned(row, tuple(parts)))
    return found


def newest_reports(tasks: QuerySet[Task]) -> dict[int, str]:
    """What was last reported about each of ``tasks``, with its share, by task; one query."""
    found: dict[int, str] = {}
    rows = ProgressReport.objects.filter(task__in=tasks.order_by().values("pk")).order_by("at", "pk")
    for task, text, share in rows.values_list("task", "text", "share").iterator():
        found[task] = text if share is None else f"{text} ({share}%)"
    return found
