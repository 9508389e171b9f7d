"""The task list in groups: the order that keeps a group together, heads, and how many tasks the whole group holds."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from django.db.models import Case, Count, F, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from dondoc.office.tasks.listing import Row
from dondoc.office.tasks.models import Assignment, AssignmentRole, Task
from dondoc.office.tasks.standing import LABELS, Standing, with_standing

GROUP = "nhom"
NAMES: dict[str, str | Promise] = {
    "chu-tri": _("Chủ trì"),
    "van-ban": _("Văn bản"),
    "tinh-trang": _("Tình trạng"),
}
URGENCY = (
    Standing.OVERDUE,
    Standing.DUE_SOON,
    Standing.LATE_ACCEPTANCE,
    Standing.AWAITING_ACCEPTANCE,
    Standing.NEEDS_CLEARING,
    Standing.IN_TIME,
    Standing.WAITING,
    Standing.DONE_ON_TIME,
    Standing.DONE_LATE,
    Standing.STOPPED,
)


@dataclass(frozen=True, slots=True)
class Group:
    """Rows that stand together; ``number`` counts the whole group, other pages too. One without a name has no head."""

    name: str | Promise
    number: int
    rows: tuple[Row, ...]


def chosen_group(value: str | None) -> str:
    """The grouping of the address; empty where it names none."""
    return value if value in NAMES else ""


def together(tasks: QuerySet[Task], by: str) -> QuerySet[Task]:
    """``tasks`` (``listing.ordered``) so that groups stay together, each in the order that ``tasks`` had."""
    if not by:
        return tasks
    order = tasks.query.order_by
    if by == "van-ban":
        return tasks.order_by(F("document__issued").desc(nulls_last=True), "document", *order)
    if by == "tinh-trang":
        whens = [When(standing=each.value, then=Value(place)) for place, each in enumerate(URGENCY)]
        return tasks.annotate(place=Case(*whens, default=Value(len(URGENCY)))).order_by("place", *order)
    return _led(tasks).order_by(F("led_by").asc(nulls_last=True), *order)


def _led(tasks: QuerySet[Task]) -> QuerySet[Task]:
    """Each task with the name of its first lead, as the annotation ``led_by``."""
    first = Assignment.objects.filter(task=OuterRef("pk"), role=AssignmentRole.LEAD).order_by("position", "pk")
    named = first.annotate(called=Coalesce("agency__name", "group__name", "written"))
    return tasks.annotate(led_by=Subquery(named.values("called")[:1]))


def groups(rows: Iterable[Row], tasks: QuerySet[Task], by: str, today: date) -> list[Group]:
    """The rows of one page in their groups; one query counts the whole groups of ``tasks`` (all that are filtered)."""
    if not by:
        return [Group("", 0, tuple(rows))]
    key = _KEYS[by]
    found = [(value, tuple(part)) for value, part in groupby(rows, key)]
    numbers = _numbers(tasks.order_by(), by, [value for value, _rows in found], today)
    return [Group(_name(by, value, part[0]), numbers.get(value, 0), part) for value, part in found]


_KEYS: dict[str, Callable[[Row], Any]] = {
    "van-ban": lambda row: row.task.document_id,
    "tinh-trang": lambda row: row.task.standing,  # type: ignore[attr-defined]
    "chu-tri": lambda row: row.task.led_by,  # type: ignore[attr-defined]
}


def _numbers(tasks: QuerySet[Task], by: str, values: list[Any], today: date) -> dict[Any, int]:
    field = {"van-ban": "document", "tinh-trang": "standing", "chu-tri": "led_by"}[by]
    if by == "tinh-trang":
        tasks = with_standing(tasks, today)
    elif by == "chu-tri":
        tasks = _led(tasks)
    wanted = Q(**{f"{field}__in": [value for value in values if value is not None]})
    if None in values:
        wanted |= Q(**{f"{field}__isnull": True})
    counted = tasks.filter(wanted).values(field).annotate(number=Count("pk"))
    return {each[field]: each["number"] for each in counted}


def _name(by: str, value: Any, row: Row) -> str | Promise:
    if by == "tinh-trang":
        return LABELS[Standing(value)]
    if by == "chu-tri":
        return str(value) if value else gettext("Chưa rõ chủ trì")
    document = row.task.document
    return f"{document.number} {document.title}".strip() if document else gettext("Không từ văn bản nào")
