"""The task list: filters and order of its address applied, rows ready to be drawn."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext

from dondoc.office.accounts.models import User
from dondoc.office.agencies.queries import standpoint
from dondoc.office.look.addresses import address_of
from dondoc.office.look.links import sentence_url
from dondoc.office.tasks import access, queries
from dondoc.office.tasks.heirs import heirs_on
from dondoc.office.tasks.models import NEVER, Assignment, AssignmentRole, Task
from dondoc.office.tasks.needs import Need, needing
from dondoc.office.tasks.paging import order_of
from dondoc.office.tasks.queries import Named
from dondoc.office.tasks.relations import Relation, concerning
from dondoc.office.tasks.standing import Standing, standing_so
from dondoc.office.tasks.wording import Badge, badge, cut

TICKED = 80


@dataclass(frozen=True, slots=True)
class Row:
    """A task as a line of a list. ``sentence_url``: the sentence that it comes from; ``helped``: by how many.

    Both are empty where there is none.
    """

    task: Task
    badge: Badge
    leads: tuple[Assignment | Named, ...]
    coordinating: tuple[Assignment | Named, ...]
    url: str
    sentence_url: str
    tick_label: str
    helped: str


def filtered(
    tasks: QuerySet[Task], chosen: Mapping[str, Any], today: date, person: User, *, by_the_way: bool = False
) -> QuerySet[Task]:
    """The tasks that every filter of ``chosen`` (``TaskFilter.chosen``) lets through; ``person`` is who looks.

    ``by_the_way``: deadlines only narrow down what is counted by something else.
    """
    due = "due__by_the_way" if by_the_way else "due"
    if agency := chosen.get("agency"):
        tasks = access.of_place(tasks, standpoint(agency))
    if words := chosen.get("words"):
        tasks = queries.search(tasks, words)
    if standing := chosen.get("standing"):
        tasks = standing_so(tasks, Standing(standing), today)
    if document := chosen.get("document"):
        tasks = tasks.filter(document=document)
    if due_from := chosen.get("due_from"):
        tasks = tasks.filter(**{f"{due}__gte": due_from, f"{due}__lt": NEVER})
    if due_to := chosen.get("due_to"):
        tasks = tasks.filter(**{f"{due}__lte": due_to})
    if need := chosen.get("need"):
        tasks = needing(tasks, Need(need), today)
    if lead := chosen.get("lead"):
        borne = heirs_on(today).borne(lead.pk)
        leads = Assignment.objects.filter(agency__in=borne, role=AssignmentRole.LEAD)
        tasks = tasks.filter(pk__in=leads.order_by().values("task"))
    if given := chosen.get("given"):
        tasks = given.of(tasks)
    if mine := chosen.get("mine"):
        tasks = concerning(tasks, Relation(mine), person, today)
    return tasks


def ordered(tasks: QuerySet[Task], order: str | None, today: date) -> QuerySet[Task]:
    """The tasks in the order of the address, with all that a row needs, in a fixed number of queries."""
    return queries.for_list(tasks, today).order_by(*order_of(order))


def rows(tasks: Iterable[Task], today: date, named_by: Mapping[int, Sequence[Named]] | None = None) -> Iterator[Row]:
    """Rows of tasks that ``ordered`` made; ``named_by``: whom they name, where they come without their assignments."""
    url, document_url = address_of("tasks:show"), address_of("documents:document")
    tick_label, helped = gettext("Chọn: %(text)s"), gettext("phối hợp %(number)d")
    for task in tasks:
        named = list(task.assignments.all()) if named_by is None else named_by.get(task.pk, ())
        coordinating = tuple(each for each in named if each.role == AssignmentRole.COORDINATING)
        yield Row(
            task=task,
            badge=badge(Standing(task.standing), task.deadline, today),  # type: ignore[attr-defined]
            leads=tuple(each for each in named if each.role == AssignmentRole.LEAD),
            coordinating=coordinating,
            url=url(task.pk),
            sentence_url=sentence_url(task.document_id, task.fact_id, document_url),
            tick_label=tick_label % {"text": cut(task.text, TICKED)},
            helped=helped % {"number": len(coordinating)} if coordinating else "",
        )
