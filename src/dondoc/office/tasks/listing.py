"""The task list: filters and order of its address applied, rows ready to be drawn."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, F, OrderBy, OuterRef, Q, QuerySet

from dondoc.office.agencies.models import Agency
from dondoc.office.agencies.queries import standpoint
from dondoc.office.look.links import sentence_url
from dondoc.office.tasks import queries
from dondoc.office.tasks.models import Assignment, AssignmentRole, Task
from dondoc.office.tasks.needs import Need, needing
from dondoc.office.tasks.standing import Standing, with_standing
from dondoc.office.tasks.wording import Badge, badge

FIRST_ORDER = "han"
ORDERS: dict[str, tuple[OrderBy, ...]] = {
    "han": (F("deadline").asc(nulls_last=True), F("pk").asc()),
    "-han": (F("deadline").desc(nulls_last=True), F("pk").desc()),
    "noi-dung": (F("folded").asc(), F("pk").asc()),
    "-noi-dung": (F("folded").desc(), F("pk").desc()),
    "van-ban": (F("document__issued").asc(nulls_last=True), F("start").asc(), F("pk").asc()),
    "-van-ban": (F("document__issued").desc(nulls_last=True), F("start").asc(), F("pk").asc()),
}


@dataclass(frozen=True, slots=True)
class Row:
    """A task as a line of a list."""

    task: Task
    badge: Badge
    leads: tuple[Assignment, ...]
    coordinating: tuple[Assignment, ...]

    @property
    def sentence_url(self) -> str:
        """The address of the sentence that the task comes from; empty without one."""
        return sentence_url(self.task.document_id, self.task.fact_id)


def filtered(tasks: QuerySet[Task], chosen: Mapping[str, Any], today: date) -> QuerySet[Task]:
    """The tasks that every filter of ``chosen`` (``TaskFilter.chosen``) lets through."""
    if words := chosen.get("words"):
        tasks = queries.search(tasks, words)
    if standing := chosen.get("standing"):
        tasks = with_standing(tasks, today).filter(standing=standing)
    if agency := chosen.get("agency"):
        tasks = tasks.filter(_names(agency))
    if document := chosen.get("document"):
        tasks = tasks.filter(document=document)
    if due_from := chosen.get("due_from"):
        tasks = tasks.filter(deadline__gte=due_from)
    if due_to := chosen.get("due_to"):
        tasks = tasks.filter(deadline__lte=due_to)
    if need := chosen.get("need"):
        tasks = needing(tasks, Need(need), today)
    if lead := chosen.get("lead"):
        leads = Assignment.objects.filter(task=OuterRef("pk"), agency=lead, role=AssignmentRole.LEAD)
        tasks = tasks.filter(Exists(leads))
    return tasks


def _names(agency: Agency) -> Q:
    """Tasks that name the agency, one it succeeded, or a group that it belongs to."""
    place = standpoint(agency)
    named = Assignment.objects.filter(Q(agency__in=place.agencies) | Q(group__in=place.groups))
    return Q(pk__in=named.values("task"))


def ordered(tasks: QuerySet[Task], order: str | None, today: date) -> QuerySet[Task]:
    """The tasks in the order of the address, with all that a row needs, in a fixed number of queries."""
    return queries.for_list(tasks, today).order_by(*ORDERS.get(order or "", ORDERS[FIRST_ORDER]))


def rows(tasks: Iterable[Task], today: date) -> Iterator[Row]:
    """Rows of tasks that ``ordered`` made."""
    for task in tasks:
        named = list(task.assignments.all())
        yield Row(
            task=task,
            badge=badge(Standing(task.standing), task.deadline, today),  # type: ignore[attr-defined]
            leads=tuple(each for each in named if each.role == AssignmentRole.LEAD),
            coordinating=tuple(each for each in named if each.role == AssignmentRole.COORDINATING),
        )
