"""The task list as an Excel workbook: every task that the filters let through, in columns and groups as on the page."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.db.models import QuerySet
from django.utils.translation import gettext

from dondoc.office.exports.progress import Progress
from dondoc.office.look.numbers import number
from dondoc.office.look.spreadsheets import Band, Value, draft_table
from dondoc.office.tasks import columns as known
from dondoc.office.tasks.columns import Column
from dondoc.office.tasks.grouping import key_of, name_of
from dondoc.office.tasks.models import Assignment, AssignmentRole, Task
from dondoc.office.tasks.progress import newest_reports
from dondoc.office.tasks.standing import LABELS, URGENCY, Standing
from dondoc.office.tasks.wording import badge

Names = Mapping[int, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside the tasks in other tables, by task; empty where no column shows it."""

    today: date
    leads: Names
    coordinating: Names
    reports: Mapping[int, str]


def draft_tasks(
    tasks: QuerySet[Task], columns: Sequence[Column], by: str, today: date, progress: Progress | None = None
) -> bytes:
    """The workbook of ``tasks`` (``grouping.together``) in their order; ``by`` gives each group a head and a sum."""
    shown = (known.TASK, *columns)
    heads = [(column.sheet_head, column.width) for column in shown]
    keys = {column.key for column in shown}
    beside = Beside(
        today,
        _names(tasks, AssignmentRole.LEAD) if "chu-tri" in keys else {},
        _names(tasks, AssignmentRole.COORDINATING) if "phoi-hop" in keys else {},
        newest_reports(tasks) if "bao-cao" in keys else {},
    )
    cells = [CELLS[column.key] for column in shown]
    needed = [name for key, name in (("nguoi-theo-doi", "follower"),) if key in keys]
    read = tasks.prefetch_related(None).prefetch_related("document", *needed).iterator(chunk_size=2_000)
    read = (progress or Progress()).over(read)
    rows = _grouped(read, by, cells, beside) if by else ([cell(task, beside) for cell in cells] for task in read)
    return draft_table(gettext("Nhiệm vụ"), heads, rows)


Cell = Callable[[Task, Beside], Value]


def _standing(task: Task, beside: Beside) -> str:
    return badge(Standing(task.standing), task.deadline, beside.today).words  # type: ignore[attr-defined]


CELLS: dict[str, Cell] = {
    known.FIRST: lambda task, beside: task.text,
    "chu-tri": lambda task, beside: "; ".join(beside.leads.get(task.pk, ())),
    "phoi-hop": lambda task, beside: "; ".join(beside.coordinating.get(task.pk, ())),
    "san-pham": lambda task, beside: task.product,
    "han": lambda task, beside: task.deadline,
    "han-ghi": lambda task, beside: task.deadline_text,
    "tinh-trang": _standing,
    "bao-cao": lambda task, beside: beside.reports.get(task.pk),
    "nguoi-theo-doi": lambda task, beside: str(task.follower or ""),
    "van-ban": lambda task, beside: task.document.number if task.document else None,
    "ngay-van-ban": lambda task, beside: task.document.issued if task.document else None,
    "trich-yeu": lambda task, beside: task.document.title if task.document else None,
    "muc": lambda task, beside: task.item,
    "can-cu": lambda task, beside: "; ".join(str(each) for each in task.legal_basis),
}


def _grouped(tasks: Iterable[Task], by: str, cells: Sequence[Cell], beside: Beside) -> Iterator[Sequence[Value] | Band]:
    whole: Counter[str] = Counter()
    for _key, part in groupby(tasks, lambda task: key_of(task, by)):
        group: Counter[str] = Counter()
        for task in part:
            if not group:
                yield Band(str(name_of(task, by)))
            group[task.standing] += 1  # type: ignore[attr-defined]
            yield [cell(task, beside) for cell in cells]
        yield Band(_sum(gettext("Cộng"), group), opens=False)
        whole += group
    yield Band(_sum(gettext("Tổng cộng"), whole), opens=False)


def _sum(name: str, counted: Counter[str]) -> str:
    """``Cộng: 5 nhiệm vụ (Quá hạn 2, Trong hạn 3)``."""
    parts = ", ".join(f"{LABELS[each]} {number(counted[each])}" for each in URGENCY if counted[each])
    words = gettext("%(name)s: %(number)s nhiệm vụ") % {"name": name, "number": number(counted.total())}
    return f"{words} ({parts})" if parts else words


def _names(tasks: QuerySet[Task], role: AssignmentRole) -> Names:
    """Who stands in one role, by task. Plain rows: to make objects of sixty thousand takes as long as all the rest."""
    found: dict[int, list[str]] = {}
    rows = Assignment.objects.filter(role=role, task__in=tasks.order_by().values("pk")).order_by("position", "pk")
    for task, agency, group, written in rows.values_list("task", "agency__name", "group__name", "written").iterator():
        found.setdefault(task, []).append(agency or group or written)
    return found
