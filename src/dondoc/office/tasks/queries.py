"""Reading tasks for lists and boards. Every function takes what the person may see (``access.visible``)."""

from datetime import date

from django.db.models import Count, Prefetch, QuerySet, Value
from django.utils.translation import gettext
from django_stubs_ext import WithAnnotations

from dondoc.office.documents.models import Document
from dondoc.office.folding import fold
from dondoc.office.tasks.models import NEVER, Assignment, AssignmentRole, Offer, Task, TaskState
from dondoc.office.tasks.standing import (
    USUAL,
    Clocks,
    Decided,
    Standing,
    Stood,
    conditions,
    days_left,
    standing,
    with_standing,
)


def for_list(tasks: QuerySet[Task], today: date) -> "QuerySet[WithAnnotations[Task, Stood]]":
    """Tasks with ``standing`` and ``has_lead``, their document and their assignments, in a fixed number of queries."""
    # Few agencies and documents stand beside many tasks: looked up apart, each is made once and not once a row.
    assignments = (
        Assignment.objects.prefetch_related("agency", "group").defer("progress").order_by("role", "position", "pk")
    )
    documents = Document.objects.defer("folded_content", "folded")
    return (
        with_standing(tasks, today)
        .defer("folded")
        .prefetch_related(Prefetch("document", queryset=documents), Prefetch("assignments", queryset=assignments))
    )


def whole(tasks: "QuerySet[WithAnnotations[Task, Stood]]") -> "QuerySet[WithAnnotations[Task, Stood]]":
    """Tasks with everything that was reported, answered and said about them, in a fixed number of queries."""
    return tasks.select_related("fact__reading", "created_by", "document", "follower").prefetch_related(
        "reports__agency",
        "reports__by",
        "evidence__agency",
        "evidence__by",
        "evidence__document",
        "submissions__agency",
        "submissions__by",
        "submissions__answered_by",
        "extensions__by",
        "extensions__answered_by",
        "instructions__by",
        "instructions__replied_by",
        "comments__by",
        "watches",
        Prefetch("offers", queryset=Offer.objects.filter(state="open").select_related("earlier", "document")),
    )


def search(tasks: QuerySet[Task], words: str) -> QuerySet[Task]:
    """Tasks that hold every word typed, marks or not: in their text, the names of agencies, the document's number."""
    for word in fold(words).split():
        tasks = tasks.filter(folded__contains=word)
    return tasks


def by_standing(tasks: QuerySet[Task], today: date) -> dict[Standing, int]:
    """How many tasks have each standing; every standing is there, zero or not; one query."""
    if tasks.query.where:
        # Chosen already: each task once, its standing computed.
        counted = with_standing(tasks, today).order_by().values("standing").annotate(number=Count("pk"))
        numbers = {row["standing"]: row["number"] for row in counted}
    else:
        # All tasks: each standing is a stretch of an index, and nothing has to be computed.
        first, *rest = (
            tasks.filter(condition).order_by().values(standing=Value(each.value)).annotate(number=Count("pk"))
            for each, condition in conditions(today).items()
        )
        numbers = {row["standing"]: row["number"] for row in first.union(*rest, all=True)}
    return {each: numbers.get(each.value, 0) for each in Standing}


def next_deadlines(tasks: QuerySet[Task], today: date) -> "QuerySet[WithAnnotations[Task, Stood]]":
    """Open tasks with a deadline from ``today`` on, nearest first."""
    dated = tasks.filter(state=TaskState.OPEN, due__gte=today, due__lt=NEVER)
    return for_list(dated, today).order_by("due", "pk")


def decided(task: Task) -> Decided:
    """What the standing of ``task`` depends on; uses prefetched assignments where there are."""
    return Decided(
        state=task.state,
        deadline=task.deadline,
        submitted_on=task.submitted_on,
        finished_on=task.finished_on,
        has_lead=any(row.role == AssignmentRole.LEAD for row in task.assignments.all()),
        has_product=bool(task.product),
    )


def standing_of(task: Task, today: date, given: Clocks = USUAL) -> Standing:
    """The standing of one task."""
    return standing(decided(task), today, given)


def missing_parts(task: Task) -> list[str]:
    """What the office still has to clear: of "chủ trì", "thời hạn", "sản phẩm" those that the task lacks."""
    facts = decided(task)
    parts = (
        (gettext("chủ trì"), facts.has_lead),
        (gettext("thời hạn"), facts.deadline is not None),
        (gettext("sản phẩm"), facts.has_product),
    )
    return [name for name, there in parts if not there]


__all__ = [
    "by_standing",
    "days_left",
    "decided",
    "for_list",
    "missing_parts",
    "next_deadlines",
    "search",
    "standing_of",
    "whole",
]
