"""Rà soát nhiệm vụ: the official two by two, by agency, by document or by the month in which tasks are due.

By agency counted is what each owes: a task of two leads counts for both, a task for a group for each member, and a
member that has not reported as done is not done. By document and by month each task counts once, with the document that
gave it and the month of its deadline.
The rate of completion divides by what was due, not by everything.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from django.db.models import Aggregate, Exists, OuterRef, Prefetch, Q, QuerySet
from django.utils.functional import Promise
from django.utils.timezone import localdate
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from dondoc.office.agencies.models import AgencyGroup
from dondoc.office.agencies.queries import members, names_of
from dondoc.office.documents.models import Document
from dondoc.office.tasks.forms import latest
from dondoc.office.tasks.leading import Counting, led
from dondoc.office.tasks.models import NEVER, Assignment, AssignmentRole, Phase, ProgressReport, Task, TaskState
from dondoc.office.tasks.models.parts import each_looked_at, parts_of, walked_if_common

CELLS = ("on_time", "late", "running", "overdue", "no_deadline")
# How many, by cell; given to a line by its names.
Cells = dict[str, Any]
Counted = Iterator[tuple[str, int | None, Cells]]
LATE_SHOWN = 500


class Way(StrEnum):
    """What the lines of a review are; values are stable and used in addresses."""

    AGENCY = "co-quan"
    DOCUMENT = "van-ban"
    MONTH = "thang"

    @property
    def label(self) -> str | Promise:
        """The words shown to people."""
        return {Way.AGENCY: _("Cơ quan"), Way.DOCUMENT: _("Văn bản"), Way.MONTH: _("Tháng đến hạn")}[self]


@dataclass(frozen=True, slots=True)
class Line:
    """One agency's, document's or month's numbers: ``on_time`` to ``overdue`` are the two by two."""

    name: str
    agency: int | None
    on_time: int = 0
    late: int = 0
    running: int = 0
    overdue: int = 0
    no_deadline: int = 0
    document: int | None = None
    month: str = ""

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

    @property
    def way(self) -> Way:
        """What its lines are."""
        if any(line.month for line in self.lines):
            return Way.MONTH
        return Way.DOCUMENT if any(line.document for line in self.lines) else Way.AGENCY

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
    found: dict[tuple[str, int | None], Cells] = {}
    for name, agency, cells in (*_owned(tasks, chosen, today), *_named(chosen, today)):
        before = found.get((name, agency))
        found[name, agency] = cells if before is None else {cell: before[cell] + cells[cell] for cell in CELLS}
    lines = [Line(name, agency, **cells) for (name, agency), cells in found.items()]
    ordered = sorted(lines, key=lambda line: (-line.overdue, -line.whole, line.name))
    return Review(tuple(ordered), total_of(ordered), tuple(_late(chosen, today, late)))


def review_by_document(tasks: QuerySet[Task], today: date, most: int | None = None, late: int = LATE_SHOWN) -> Review:
    """The same by the document that gave each task, the last one first; what is not of the ``most`` last in one line.

    Tasks of no document have a line of their own behind them.
    """
    chosen = tasks.exclude(phase=Phase.CANCELLED).order_by()
    shown = None if most is None else _last_documents(tasks, most)
    some = chosen
    if shown is not None:
        looked_at = walked_if_common(chosen)
        some = (chosen if looked_at is None else looked_at).filter(Q(document__in=shown) | Q(document__isnull=True))
    found = _by(some, today, "document")
    whole = _sum(found.values()) if shown is None else _by(chosen, today)[None]
    alone = found.pop(None, None)
    documents = Document.objects.all() if most is None else Document.objects.filter(pk__one_of=found)
    rows = documents.order_by("-uploaded_at", "-pk").values_list("pk", "number", "subject", "original_name")
    lines = [
        Line(f"{number} {subject or file}".strip(), None, document=pk, **found[pk])
        for pk, number, subject, file in rows[:most]
        if pk in found
    ]
    if alone:
        lines.append(Line(gettext("Không từ văn bản nào"), None, **alone))
    told = asdict(total_of(lines))
    rest = {cell: whole[cell] - told[cell] for cell in CELLS}
    if any(rest.values()):
        lines.insert(len(lines) - bool(alone), Line(gettext("Các văn bản khác"), None, **rest))
    return Review(tuple(lines), total_of(lines), tuple(_late(chosen, today, late)))


def review_by_month(tasks: QuerySet[Task], today: date, late: int = LATE_SHOWN) -> Review:
    """The same by the month of the deadline, the last one first; tasks without one have a line of their own behind."""
    chosen = tasks.exclude(phase=Phase.CANCELLED).order_by()
    of_days: dict[date, Cells] = _by(chosen, today, "due")
    of_months: dict[str, list[Cells]] = defaultdict(list)
    for day, cells in of_days.items():
        of_months["" if day == NEVER else f"{day:%Y-%m}"].append(cells)
    undated = of_months.pop("", [])
    lines = [
        Line(gettext("Tháng %(month)s") % {"month": f"{month[5:]}/{month[:4]}"}, None, month=month, **_sum(rows))
        for month, rows in sorted(of_months.items(), reverse=True)
    ]
    if undated:
        lines.append(Line(gettext("Chưa có thời hạn"), None, **_sum(undated)))
    return Review(tuple(lines), total_of(lines), tuple(_late(chosen, today, late)))


def review_so(
    way: Way, tasks: QuerySet[Task], today: date, *, late: int = LATE_SHOWN, most: int | None = None
) -> Review:
    """The review whose lines are ``way``; by document only the ``most`` last."""
    if way is Way.DOCUMENT:
        return review_by_document(tasks, today, most, late=late)
    return (review_by_month if way is Way.MONTH else review)(tasks, today, late=late)


def _last_documents(tasks: QuerySet[Task], most: int) -> list[int] | None:
    """The documents uploaded last that gave any; None where all tasks are sooner counted than these are found."""
    parts = getattr(tasks, "parts", ())
    if (walked := walked_if_common(tasks)) is not None:
        gave = Document.objects.filter(Exists(walked.order_by().filter(document=OuterRef("pk"))))
        return list(gave.order_by("-uploaded_at", "-pk").values_list("pk", flat=True)[:most])
    if parts and all(part.few or part.dear for part in parts):
        return None
    return [document.pk for document in latest(tasks, most)]


def _sum(rows: Iterable[Cells]) -> Cells:
    whole = dict.fromkeys(CELLS, 0)
    for cells in rows:
        for cell in CELLS:
            whole[cell] += cells[cell]
    return whole


def _by(tasks: QuerySet[Task], today: date, *key: str) -> dict[Any, Cells]:
    """The cells of each value of ``key``; of all together, under None, where there is none."""
    found: dict[Any, Cells] = defaultdict(lambda: dict.fromkeys(CELLS, 0))
    for part in parts_of(tasks):
        counted = part.rows.order_by().values_list(*key, "phase").annotate(**_numbers(Counting(), today))
        for *value, phase, whole, passed, undated in counted:
            _add(found[value[0] if value else None], phase, whole, passed, undated)
    return found


def _owned(tasks: QuerySet[Task], chosen: QuerySet[Task], today: date) -> Counted:
    """Name, agency and cells: of each agency that leads, and each member of a group that does."""
    of_agencies: dict[int, Cells] = defaultdict(lambda: dict.fromkeys(CELLS, 0))
    of_groups: dict[int, Cells] = defaultdict(lambda: dict.fromkeys(CELLS, 0))
    # Stopped tasks are few: leaving them out here is less work than having the database ask it of every task.
    for agency, group, phase, *numbers in led(tasks, lambda way: _numbers(way, today), "phase", today=today):
        if phase == Phase.CANCELLED:
            continue
        if group is not None:
            _add(of_groups[group], phase, *numbers)
        elif agency is not None:
            _add(of_agencies[agency], phase, *numbers)
    for agency, name in names_of(of_agencies.keys()).items():
        yield name, agency, of_agencies[agency]
    for key, group in AgencyGroup.objects.in_bulk(of_groups).items():
        leads = Assignment.objects.filter(role=AssignmentRole.LEAD, group=group).order_by()
        led_by_it = each_looked_at(chosen).filter(pk__in=leads.values("task"))
        yield from _of_members(group, of_groups[key], led_by_it, today)


def _named(chosen: QuerySet[Task], today: date) -> Counted:
    """The same of each name that is no record, and of the tasks that nobody leads."""
    chosen = each_looked_at(chosen)
    alone = chosen.filter(leads__lte=1, lead_agency__isnull=True, lead_group__isnull=True)
    for part in parts_of(alone):
        for name, *numbers in (
            part.begun_narrow.order_by().values_list("led_by", "phase").annotate(**_numbers(Counting(), today))
        ):
            yield name or "", None, _cells(*numbers)
    unknown = Assignment.objects.filter(role=AssignmentRole.LEAD, agency__isnull=True, group__isnull=True).order_by()
    for part in parts_of(chosen.filter(leads__gt=1)):
        several = unknown.filter(task__in=part.rows.order_by().values(part.key))
        for name, *numbers in several.values_list("written", "task__phase").annotate(
            **_numbers(Counting("task__"), today)
        ):
            yield name, None, _cells(*numbers)


def _numbers(way: Counting, today: date) -> dict[str, Aggregate]:
    """How many, how many with a deadline that has passed, how many without one; of tasks done only how many matters."""
    return {"whole": way.number(), "passed": way.number(due__lt=today), "undated": way.number(due=NEVER)}


def _cells(phase: str, whole: int, passed: int, undated: int) -> Cells:
    cells = dict.fromkeys(CELLS, 0)
    _add(cells, phase, whole, passed, undated)
    return cells


def _add(cells: Cells, phase: str, whole: int, passed: int, undated: int) -> None:
    """Put the tasks of one phase into the cells that they belong to; each is in exactly one."""
    if phase == Phase.DONE:
        cells["on_time"] += whole
    elif phase == Phase.DONE_LATE:
        cells["late"] += whole
    else:
        cells["running"] += whole - passed - undated
        cells["overdue"] += passed
        cells["no_deadline"] += undated


def _of_members(group: AgencyGroup, cells: Cells, led: QuerySet[Task], today: date) -> Counted:
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
    for agency, name in members(group, today).order_by().values_list("pk", "name"):
        own = moved.get(agency)
        yield name, agency, dict(cells) if own is None else {cell: cells[cell] + own[cell] for cell in CELLS}


def _late(chosen: QuerySet[Task], today: date, most: int) -> Iterator[LateTask]:
    """The most belated tasks; a group stands once for all its members."""
    leads = Assignment.objects.filter(role=AssignmentRole.LEAD).select_related("agency", "group").order_by("position")
    overdue = chosen.filter(due__lt=today).exclude(state=TaskState.DONE).order_by("due", "pk").only("text", "deadline")
    for task in overdue.filter(leads__gt=0).prefetch_related(Prefetch("assignments", leads))[:most]:
        assert task.deadline is not None
        for row in task.assignments.all():
            days = (today - task.deadline).days
            yield LateTask(task.pk, task.text, row.name, task.deadline.isoformat(), days)


def total_of(lines: Iterable[Line]) -> Line:
    """The sum of the lines: every number of the whole is the sum of its parts."""
    rows = list(lines)
    return Line("", None, **{cell: sum(getattr(row, cell) for row in rows) for cell in CELLS})
