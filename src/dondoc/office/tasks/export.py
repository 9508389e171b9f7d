"""The task list as an Excel workbook: every task that the filters let through, not only the page shown."""

from collections.abc import Iterator
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from dondoc.office.look.spreadsheets import Value, draft_table
from dondoc.office.tasks.models import Assignment, AssignmentRole, Task
from dondoc.office.tasks.standing import Standing
from dondoc.office.tasks.wording import badge

COLUMNS = (
    (_("Nhiệm vụ"), 70),
    (_("Mục"), 8),
    (_("Chủ trì"), 36),
    (_("Phối hợp"), 36),
    (_("Hạn"), 12),
    (_("Hạn ghi trong văn bản"), 24),
    (_("Tình trạng"), 24),
    (_("Sản phẩm"), 30),
    (_("Căn cứ"), 30),
    (_("Số văn bản"), 16),
    (_("Ngày văn bản"), 13),
    (_("Trích yếu"), 50),
)


def draft_tasks(tasks: QuerySet[Task], today: date) -> bytes:
    """Return the workbook of ``tasks`` (``listing.ordered``), in their order."""
    return draft_table(gettext("Nhiệm vụ"), COLUMNS, _cells(tasks, today))


def _cells(tasks: QuerySet[Task], today: date) -> Iterator[list[Value]]:
    leads, coordinating = _names(tasks, AssignmentRole.LEAD), _names(tasks, AssignmentRole.COORDINATING)
    for task in tasks.prefetch_related(None).prefetch_related("document").iterator(chunk_size=2_000):
        document = task.document
        yield [
            task.text,
            task.item,
            "; ".join(leads.get(task.pk, ())),
            "; ".join(coordinating.get(task.pk, ())),
            task.deadline,
            task.deadline_text,
            badge(Standing(task.standing), task.deadline, today).words,  # type: ignore[attr-defined]
            task.product,
            "; ".join(str(each) for each in task.legal_basis),
            document.number if document else None,
            document.issued if document else None,
            document.title if document else None,
        ]


def _names(tasks: QuerySet[Task], role: AssignmentRole) -> dict[int, list[str]]:
    """Who stands in one role, by task. Plain rows: to make objects of sixty thousand takes as long as all the rest."""
    found: dict[int, list[str]] = {}
    rows = Assignment.objects.filter(role=role, task__in=tasks.order_by().values("pk")).order_by("position", "pk")
    for task, agency, group, written in rows.values_list("task", "agency__name", "group__name", "written").iterator():
        found.setdefault(task, []).append(agency or group or written)
    return found
