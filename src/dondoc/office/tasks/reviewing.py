"""Rà soát nhiệm vụ: the official two by two, by agency.

Counted is what each agency owes: a task of two leads counts for both, a task for a group for each member, and a member
that has not reported as done is not done. The rate of completion divides by what was due, not by everything.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.db.models import Case, Count, F, Q, QuerySet, Value, When
from django.utils.timezone import localdate

from dondoc.office.agencies.models import AgencyGroup
from dondoc.office.agencies.queries import members
from dondoc.office.tasks.models import Assignment, AssignmentRole, ProgressReport, Task, TaskState

CELLS = ("on_time", "late", "running", "overdue", "no_deadline")
LATE_SHOWN = 500


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
    chosen = tasks.exclude(state=TaskState.CANCELLED).order_by()
    leads = Assignment.objects.filter(role=AssignmentRole.LEAD, task__in=chosen.values("pk"))
    lines: dict[tuple[str, int | None], Line] = {}
    for name, agency, cells in _counted(leads, chosen, today):
        before = lines.get((name, agency), Line(name, agency))
        lines[name, agency] = _plus(before, cells)
    ordered = sorted(lines.values(), key=lambda line: (-line.overdue, -line.whole, line.name))
    return Review(tuple(ordered), total_of(ordered), tuple(_late(leads, today)))


def _counted(
    leads: QuerySet[Assignment], chosen: QuerySet[Task], today: date
) -> Iterator[tuple[str, int | None, dict[str, int]]]:
    """Name, agency and cells: of each agency that leads, each member of a group, each name that is no record."""
    numbers = {cell: Count("pk", filter=condition) for cell, condition in _cells("task__", today).items()}
    alone = Case(When(agency__isnull=True, group__isnull=True, then=F("written")), default=Value(""))
    rows = leads.order_by().annotate(alone=alone).values("agency", "agency__name", "group", "alone").annotate(**numbers)
    for row in rows:
        cells: dict[str, int] = {cell: row[cell] for cell in CELLS}  # type: ignore[literal-required]
        if row["group"] is None:
            yield row["agency__name"] or row["alone"], row["agency"], cells
        else:
            yield from _of_members(row["group"], cells, leads, today)
    nobody = chosen.exclude(pk__in=leads.values("task"))
    counted = nobody.aggregate(**{cell: Count("pk", filter=each) for cell, each in _cells("", today).items()})
    if any(counted.values()):
        yield "", None, counted


def _cells(to_task: str, today: date) -> dict[str, Q]:
    """What puts a task into each cell; every task is in exactly one."""
    done = Q(**{f"{to_task}state": TaskState.DONE})
    dated = Q(**{f"{to_task}deadline__isnull": False})
    late = dated & Q(**{f"{to_task}finished_on__gt": F(f"{to_task}deadline")})
    passed = Q(**{f"{to_task}deadline__lt": today})
    return {
        "on_time": done & ~late,
        "late": done & late,
        "running": ~done & dated & ~passed,
        "overdue": ~done & passed,
        "no_deadline": ~done & ~dated,
    }


def _of_members(
    group: int, cells: dict[str, int], leads: QuerySet[Assignment], today: date
) -> Iterator[tuple[str, int | None, dict[str, int]]]:
    """Every member has the group's cells; a task that a member reports as done moves over for that member alone."""
    moved: dict[int, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    reports = ProgressReport.objects.filter(
        part_done=True, agency__isnull=False, task__in=leads.filter(group=group).values("task")
    ).exclude(task__state=TaskState.DONE)
    seen = set()
    for agency, task, deadline, at in reports.order_by("at").values_list("agency", "task", "task__deadline", "at"):
        if (agency, task) in seen:
            continue
        seen.add((agency, task))
        moved[agency]["on_time" if deadline is None or localdate(at) <= deadline else "late"] += 1
        moved[agency]["no_deadline" if deadline is None else "overdue" if deadline < today else "running"] -= 1
    for member in members(AgencyGroup.objects.get(pk=group), today):
        yield member.name, member.pk, {cell: cells[cell] + moved[member.pk][cell] for cell in CELLS}


def _late(leads: QuerySet[Assignment], today: date) -> Iterator[LateTask]:
    """The most belated tasks; a group stands once for all its members."""
    overdue = leads.exclude(task__state=TaskState.DONE).filter(task__deadline__lt=today)
    rows = overdue.select_related("agency", "group", "task").order_by("task__deadline", "task_id", "position")
    for row in rows[:LATE_SHOWN]:
        assert row.task.deadline is not None
        days = (today - row.task.deadline).days
        yield LateTask(row.task_id, row.task.text, row.name, row.task.deadline.isoformat(), days)


def _plus(line: Line, cells: dict[str, int]) -> Line:
    return Line(line.name, line.agency, **{cell: getattr(line, cell) + cells[cell] for cell in CELLS})


def total_of(lines: Iterable[Line]) -> Line:
    """The sum of the lines: every number of the whole is the sum of its parts."""
    rows = list(lines)
    return Line("", None, **{cell: sum(getattr(row, cell) for row in rows) for cell in CELLS})
