"""Rà soát nhiệm vụ: the official two by two, by agency.

Counted is what each agency owes: a task of two leads counts for both, a task for a group for each member, and a member
that has not reported as done is not done. The rate of completion divides by what was due, not by everything.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.db.models import Prefetch, QuerySet

from dondoc.office.agencies.models import Agency
from dondoc.office.agencies.queries import members
from dondoc.office.tasks.models import Assignment, AssignmentRole, ProgressReport, Task, TaskState


@dataclass(frozen=True, slots=True)
class Line:
    """One agency's numbers. ``on_time`` to ``overdue`` are the two by two; ``no_deadline`` stands beside it."""

    name: str
    agency: int | None
    on_time: int = 0
    late: int = 0
    running: int = 0
    overdue: int = 0
    no_deadline: int = 0

    @property
    def done(self) -> int:
        return self.on_time + self.late

    @property
    def open(self) -> int:
        return self.running + self.overdue

    @property
    def whole(self) -> int:
        """Everything with a deadline, or done."""
        return self.done + self.open

    @property
    def due(self) -> int:
        """What had to be done by now."""
        return self.done + self.overdue

    @property
    def rate(self) -> float | None:
        """Share of what was due that is done, in percent; None where nothing was due."""
        return 100 * self.done / self.due if self.due else None


@dataclass(frozen=True, slots=True)
class LateTask:
    """A task that is late, for the list below the numbers."""

    task: int
    text: str
    agency: str
    deadline: str
    days: int


@dataclass(frozen=True, slots=True)
class Review:
    """The numbers of one day."""

    lines: tuple[Line, ...]
    total: Line
    late: tuple[LateTask, ...]

    def frozen(self) -> dict[str, Any]:
        """The review as plain JSON."""
        return {
            "rows": [asdict(line) for line in self.lines],
            "total": asdict(self.total),
            "late": [asdict(task) for task in self.late],
        }


def thawed(rows: list[dict[str, Any]], total: dict[str, Any], late: list[dict[str, Any]]) -> Review:
    """The review that ``frozen`` wrote down."""
    return Review(tuple(Line(**row) for row in rows), Line(**total), tuple(LateTask(**task) for task in late))


def review(tasks: QuerySet[Task], today: date) -> Review:
    """Count ``tasks`` as they stand on ``today``; stopped tasks are left out."""
    counts: dict[tuple[str, int | None], dict[str, int]] = defaultdict(lambda: defaultdict(int))
    late: list[LateTask] = []
    groups: dict[int, list[Agency]] = {}
    leads = Assignment.objects.filter(role=AssignmentRole.LEAD).select_related("agency", "group")
    reports = ProgressReport.objects.filter(part_done=True).only("task_id", "agency_id", "at")
    chosen = tasks.exclude(state=TaskState.CANCELLED).prefetch_related(
        Prefetch("assignments", queryset=leads, to_attr="leads"), Prefetch("reports", queryset=reports, to_attr="ended")
    )
    for task in chosen.order_by("pk").iterator(chunk_size=2000):
        ended = {report.agency_id: report.at.date() for report in task.ended}
        for name, agency, member in _owing(task.leads, groups, today):
            finished = task.finished_on if task.state == TaskState.DONE else ended.get(agency) if member else None
            cell = _cell(task, finished, today)
            counts[name, agency][cell] += 1
            if cell == "overdue" and task.deadline is not None:
                days = (today - task.deadline).days
                late.append(LateTask(task.pk, task.text, name, task.deadline.isoformat(), days))
    lines = [Line(name, agency, **cells) for (name, agency), cells in counts.items()]
    lines.sort(key=lambda line: (-line.overdue, -line.whole, line.name))
    late.sort(key=lambda task: (-task.days, task.agency, task.task))
    return Review(tuple(lines), total_of(lines), tuple(late))


def _owing(
    leads: Iterable[Assignment], groups: dict[int, list[Agency]], today: date
) -> list[tuple[str, int | None, bool]]:
    found: list[tuple[str, int | None, bool]] = []
    for row in leads:
        if row.group is not None:
            if row.group.pk not in groups:
                groups[row.group.pk] = list(members(row.group, today))
            found += [(each.name, each.pk, True) for each in groups[row.group.pk]]
        else:
            found.append((row.name, row.agency_id, False))
    return found or [("", None, False)]


def _cell(task: Task, finished: date | None, today: date) -> str:
    if finished is not None:
        return "on_time" if task.deadline is None or finished <= task.deadline else "late"
    if task.deadline is None:
        return "no_deadline"
    return "overdue" if task.deadline < today else "running"


def total_of(lines: Iterable[Line]) -> Line:
    """The sum of the lines: every number of the whole is the sum of its parts."""
    rows = list(lines)
    names = ("on_time", "late", "running", "overdue", "no_deadline")
    return Line("", None, **{name: sum(getattr(row, name) for row in rows) for name in names})
