"""Rà soát nhiệm vụ: the official two by two, by agency.

Counted is what each agency owes: a task of two leads counts for both, a task for a group for each member, and a member
that has not reported as done is not done. The rate of completion divides by what was due, not by everything.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.db.models import Aggregate, Count, Prefetch, Q, QuerySet
from django.utils.timezone import localdate

from dondoc.office.agencies.models import Agency, AgencyGroup
from dondoc.office.agencies.queries import members
from dondoc.office.tasks.leading import led
from dondoc.office.tasks.models import NEVER, Assignment, AssignmentRole, Phase, ProgressReport, Task, TaskState
from dondoc.office.tasks.models.parts import parts_of

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


def review(tasks: QuerySet[Task], today: date, late: int = LATE_SHOWN) -> Review:
    """Count ``tasks`` as they stand on ``today``, with the ``late`` most belated; stopped tasks are left out."""
    chosen = tasks.exclude(phase=Phase.CANCELLED).order_by()
    lines: dict[tuple[str, int | None], Line] = {}
    for name, agency, cells in (*_owned(chosen, today), *_named(chosen, today)):
        before = lines.get((name, agency), Line(name, agency))
        lines[name, agency] = _plus(before, cells)
    ordered = sorted(lines.values(), key=lambda line: (-line.overdue, -line.whole, line.name))
    return Review(tuple(ordered), total_of(ordered), tuple(_late(chosen, today, late)))


Counted = Iterator[tuple[str, int | None, dict[str, int]]]


def _owned(chosen: QuerySet[Task], today: date) -> Counted:
    """Name, agency and cells: of each agency that leads, and each member of a group that does."""
    of_agencies: dict[int, Counter[str]] = defaultdict(Counter)
    of_groups: dict[int, Counter[str]] = defaultdict(Counter)
    for row in led(chosen, lambda way: _numbers(way, today), "phase"):
        owner = of_groups[row["group"]] if row["group"] is not None else of_agencies[row["agency"]]
        if row["group"] is not None or row["agency"] is not None:
            owner.update(_cells(row))
    for agency, name in Agency.objects.filter(pk__in=of_agencies).values_list("pk", "name"):
        yield name, agency, of_agencies[agency]
    for group, cells in of_groups.items():
        leads = Assignment.objects.filter(role=AssignmentRole.LEAD, group=group).order_by()
        yield from _of_members(group, cells, chosen.filter(pk__in=leads.values("task")), today)


def _named(chosen: QuerySet[Task], today: date) -> Counted:
    """The same of each name that is no record, and of the tasks that nobody leads."""
    alone = chosen.filter(leads__lte=1, lead_agency__isnull=True, lead_group__isnull=True)
    for part in parts_of(alone):
        for row in part.whole.order_by().values("led_by", "phase").annotate(**_numbers("", today)):
            yield row["led_by"] or "", None, _cells(row)
    unknown = Assignment.objects.filter(role=AssignmentRole.LEAD, agency__isnull=True, group__isnull=True).order_by()
    for part in parts_of(chosen.filter(leads__gt=1)):
        several = unknown.filter(task__in=part.rows.order_by().values(part.key))
        for other in several.values("written", "task__phase").annotate(**_numbers("task__", today)):
            yield other["written"], None, _cells({**other, "phase": other["task__phase"]})


def _numbers(way: str, today: date) -> dict[str, Aggregate]:
    """How many, how many with a deadline that has passed, how many without one."""
    passed, undated = Q(**{f"{way}due__lt": today}), Q(**{f"{way}due": NEVER})
    return {
        "whole": Count("*"),
        "passed": Count(f"{way}due", filter=passed),
        "undated": Count(f"{way}due", filter=undated),
    }


def _cells(row: Mapping[str, Any]) -> dict[str, int]:
    """The cells that the tasks of one phase belong to; each is in exactly one."""
    whole, passed, undated = row["whole"], row["passed"], row["undated"]
    if row["phase"] == Phase.DONE:
        return {"on_time": whole}
    if row["phase"] == Phase.DONE_LATE:
        return {"late": whole}
    return {"running": whole - passed - undated, "overdue": passed, "no_deadline": undated}


def _of_members(group: int, cells: Mapping[str, int], led: QuerySet[Task], today: date) -> Counted:
    """Every member has the group's cells; a task that a member reports as done moves over for that member alone."""
    moved: dict[int, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    reports = ProgressReport.objects.filter(part_done=True, agency__isnull=False, task__in=led.values("pk")).exclude(
        task__state=TaskState.DONE
    )
    seen = set()
    for agency, task, deadline, at in reports.order_by("at").values_list("agency", "task", "task__deadline", "at"):
        if (agency, task) in seen:
            continue
        seen.add((agency, task))
        moved[agency]["on_time" if deadline is None or localdate(at) <= deadline else "late"] += 1
        moved[agency]["no_deadline" if deadline is None else "overdue" if deadline < today else "running"] -= 1
    for member in members(AgencyGroup.objects.get(pk=group), today):
        yield member.name, member.pk, {cell: cells[cell] + moved[member.pk][cell] for cell in CELLS}


def _late(chosen: QuerySet[Task], today: date, most: int) -> Iterator[LateTask]:
    """The most belated tasks; a group stands once for all its members."""
    leads = Assignment.objects.filter(role=AssignmentRole.LEAD).select_related("agency", "group").order_by("position")
    overdue = chosen.filter(due__lt=today).exclude(state=TaskState.DONE).order_by("due", "pk").only("text", "deadline")
    for task in overdue.filter(leads__gt=0).prefetch_related(Prefetch("assignments", leads))[:most]:
        assert task.deadline is not None
        for row in task.assignments.all():
            days = (today - task.deadline).days
            yield LateTask(task.pk, task.text, row.name, task.deadline.isoformat(), days)


def _plus(line: Line, cells: Mapping[str, int]) -> Line:
    return Line(line.name, line.agency, **{cell: getattr(line, cell) + cells.get(cell, 0) for cell in CELLS})


def total_of(lines: Iterable[Line]) -> Line:
    """The sum of the lines: every number of the whole is the sum of its parts."""
    rows = list(lines)
    return Line("", None, **{cell: sum(getattr(row, cell) for row in rows) for cell in CELLS})
