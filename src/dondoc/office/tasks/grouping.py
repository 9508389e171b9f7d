"""The task list in groups: the order that keeps a group together, heads, and how many tasks the whole group holds."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from django.db.models import Case, Count, F, Q, QuerySet, Value, When
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from dondoc.office.tasks import queries
from dondoc.office.tasks.listing import Row
from dondoc.office.tasks.models import Task
from dondoc.office.tasks.models.parts import parts_of
from dondoc.office.tasks.standing import LABELS, URGENCY, Standing

GROUP = "nhom"
NAMES: dict[str, str | Promise] = {
    "chu-tri": _("Chủ trì"),
    "van-ban": _("Văn bản"),
    "tinh-trang": _("Tình trạng"),
}


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
        return tasks.order_by(
            F("document__issued").desc(nulls_last=True), F("document_id").desc(nulls_last=True), *order
        )
    if by == "tinh-trang":
        whens = [When(standing=each.value, then=Value(place)) for place, each in enumerate(URGENCY)]
        return tasks.annotate(place=Case(*whens, default=Value(len(URGENCY)))).order_by("place", *order)
    return tasks.order_by(F("led_by").asc(nulls_last=True), *order)


def groups(rows: Iterable[Row], tasks: QuerySet[Task], by: str, today: date) -> list[Group]:
    """The rows of one page in their groups; one query counts the whole groups of ``tasks`` (all that are filtered)."""
    if not by:
        return [Group("", 0, tuple(rows))]
    found = [(value, tuple(part)) for value, part in groupby(rows, lambda row: key_of(row.task, by))]
    numbers = _numbers(tasks.order_by(), by, [value for value, _rows in found], today)
    return [Group(name_of(part[0].task, by), numbers.get(value, 0), part) for value, part in found]


_FIELDS = {"van-ban": "document", "tinh-trang": "standing", "chu-tri": "led_by"}


def key_of(task: Task, by: str) -> Any:
    """What tasks of one group have in common."""
    return task.document_id if by == "van-ban" else getattr(task, _FIELDS[by])


def _numbers(tasks: QuerySet[Task], by: str, values: list[Any], today: date) -> dict[Any, int]:
    field = _FIELDS[by]
    if by == "tinh-trang":
        return {each.value: number for each, number in queries.by_standing(tasks, today).items()}
    wanted = Q(**{f"{field}__in": [value for value in values if value is not None]})
    if None in values:
        wanted |= Q(**{f"{field}__isnull": True})
    numbers: Counter[Any] = Counter()
    for part in parts_of(tasks.filter(wanted)):
        counted = part.rows.order_by().values(field).annotate(number=Count("*"))
        numbers.update({each[field]: each["number"] for each in counted})
    return numbers


def name_of(task: Task, by: str) -> str | Promise:
    """What the group of ``task`` is called."""
    if by == "tinh-trang":
        return LABELS[Standing(key_of(task, by))]
    if by == "chu-tri":
        return key_of(task, by) or gettext("Chưa rõ chủ trì")
    document = task.document
    return f"{document.number} {document.title}".strip() if document else gettext("Không từ văn bản nào")
