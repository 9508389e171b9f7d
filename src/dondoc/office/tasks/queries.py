"""Reading tasks for lists and boards. Every function takes what the person may see (``access.visible``)."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from heapq import merge
from itertools import islice
from typing import NamedTuple, cast

from django.db.models import Count, Prefetch, Q, QuerySet, Value, Window
from django.db.models.functions import Coalesce
from django.utils.translation import gettext
from django_stubs_ext import WithAnnotations

from dondoc.office import searching
from dondoc.office.documents.models import Document
from dondoc.office.searching import holding
from dondoc.office.tasks.models import NEVER, Assignment, AssignmentRole, Offer, Task, TaskState, Worded
from dondoc.office.tasks.models.parts import Part, TaskQuerySet, parts_of, walked_if_common
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

# So many keys are read and put in order sooner than they are counted and the first of them found.
FEW = 8_000
# Words that so many tasks hold are looked for in one after the other, in order, until a page is full; but where other
# filters leave few, or a page after the first ``WALKED`` is asked for, all that hold them are found.
COMMON, WALKED = 4_000, 500


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


class Named(NamedTuple):
    """An agency or group that a task names, or a name that is neither."""

    task: int
    role: str
    agency_id: int | None
    name: str


# What a row of the list shows of a task and of its document.
ROW = (
    "text", "item", "fact", "product", "deadline", "deadline_text", "legal_basis", "follower", "state", "led_by",
    "submitted_on", "document__number", "document__subject", "document__original_name", "document__issued",
)  # fmt: skip


def for_rows(tasks: QuerySet[Task], today: date) -> "QuerySet[WithAnnotations[Task, Stood]]":
    """Tasks with ``standing`` and no more than rows show, their document beside them, in one query."""
    return with_standing(tasks, today).select_related("document").only(*ROW)


def named_by(tasks: Iterable[Task]) -> dict[int, list[Named]]:
    """Whom each of ``tasks`` names, in their order, in one query."""
    rows = Assignment.objects.filter(task__in=[task.pk for task in tasks]).order_by("role", "position", "pk")
    called = Coalesce("agency__name", "group__name", "written")
    found: dict[int, list[Named]] = defaultdict(list)
    for row in rows.values_list("task", "role", "agency", called):
        found[row[0]].append(Named(*row))
    return found


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
    table, parts = Task._meta.db_table, getattr(tasks, "parts", ())
    found = cast(TaskQuerySet, holding(tasks, words))
    looked_for = searching.looked_for(table, words)
    if parts:
        asked = zip(parts, found.parts, strict=True)
        found.parts = tuple(_holding(part, many, looked_for, table, words) for part, many in asked)
        found.walked = cast(TaskQuerySet, tasks.filter(looked_for))
    elif (number := searching.number_by_index(tasks.db, table, words, COMMON)) is not None:
        found.words = "" if tasks.query.where else words
        if number < COMMON:
            found.parts = (Part(found.all(), few=True),)
        else:
            found = cast(TaskQuerySet, tasks.filter(searching.held(tasks.db, table, words, "pk__among_many")))
            found.walked = cast(TaskQuerySet, tasks.filter(looked_for))
            found.words = "" if tasks.query.where else words
            if found.words and searching.is_counted_beside(tasks.db, table):
                narrow = Worded.objects.filter(looked_for)
                found.parts = (Part(found.all(), narrow, dear=True, common=True),)
    return found


def _holding(part: Part, asked: Part, looked_for: Q, table: str, words: str) -> Part:
    """``part`` with only the tasks that hold ``words``; ``asked``: the same, by an index of words."""
    if part.few:
        # Of a few each is looked at sooner than an index finds all that hold the words.
        return part.filtered(looked_for)
    index = searching.by_index(part.whole.db, table, words)
    if part.narrow is None or index is None or index.rest:
        return asked
    return replace(asked, narrow=part.narrow.filter(task__in=index.keys), dear=True)


def by_standing(
    tasks: QuerySet[Task], today: date, read: "Mapping[Standing, Read] | None" = None
) -> dict[Standing, int]:
    """How many tasks have each standing; every standing is there, zero or not; a query a part that was not ``read``."""
    numbers: Counter[str] = Counter()
    for place, part in enumerate(parts_of(tasks)):
        if read is not None and place in read[Standing.OVERDUE]:
            numbers.update({each.value: len(read[each][place]) for each in Standing})
        else:
            numbers.update(_standings(part, today))
    return {each: numbers[each.value] for each in Standing}


def _standings(part: Part, today: date) -> dict[str, int]:
    if part.dear or (part.narrow is None and part.tally is None and part.whole.query.where):
        # Chosen already: each task once, its standing computed.
        counted = with_standing(part.rows, today).order_by().values("standing").annotate(number=Count("*"))
        return {row["standing"]: row["number"] for row in counted}
    # Each standing is a stretch of an index, and nothing has to be computed.
    asked = []
    for each, condition in conditions(today).items():
        rows, number = part.filtered(condition).counted
        asked.append(rows.values(standing=Value(each.value)).annotate(number=number))
    first, *rest = asked
    return {row["standing"]: row["number"] for row in first.union(*rest, all=True)}


# Of each part that no index holds in order, by its place: all its deadlines and keys in order.
Read = Mapping[int, Sequence[tuple[date, int]]]
NOTHING: Read = {}


def read_at_once(tasks: QuerySet[Task]) -> Read:
    """Parts of ``tasks`` that are few, read whole: to count them and to find the first of them takes one query then."""
    found: dict[int, Sequence[tuple[date, int]]] = {}
    for place, part in enumerate(getattr(tasks, "parts", ())):
        if read_sooner(part):
            rows = list(part.rows.order_by().values_list("due", part.key)[: FEW + 1])
            if len(rows) <= FEW:
                found[place] = sorted(rows)
    return found


def read_sooner(part: Part) -> bool:
    """Whether all of ``part`` are read at once, where they are not too many."""
    return not part.common and (part.narrow is None or part.dear)


def number_of(tasks: QuerySet[Task], read: Read = NOTHING) -> int:
    """How many tasks."""
    if words := getattr(tasks, "words", ""):
        number = searching.number_by_index(tasks.db, Task._meta.db_table, words)
        if number is not None:
            return number
    parts = enumerate(parts_of(tasks))
    return sum(len(read[place]) if place in read else _how_many(part) for place, part in parts)


def _how_many(part: Part) -> int:
    rows, number = part.counted
    return int(rows.aggregate(number=number)["number"])


def in_order(tasks: QuerySet[Task], stop: int, number: int | None) -> QuerySet[Task]:
    """``tasks``, asked as the first ``stop`` by an order are sooner found; ``number``: how many there are, if known."""
    walked = walked_if_common(tasks)
    if walked is None or number is None:
        return tasks
    return tasks if number < 2 * stop or stop > WALKED else walked


def by_due(
    tasks: QuerySet[Task],
    start: int,
    stop: int,
    last_first: bool = False,
    read: Read = NOTHING,
    number: int | None = None,
) -> list[int]:
    """The keys of a stretch of ``tasks``, nearest deadline first; what an index of each part holds, put together.

    ``number``: how many ``tasks`` there are, if known.
    """
    if number == 0:
        return []
    sign, parts = "-" if last_first else "", parts_of(in_order(tasks, stop, number))
    if len(parts) == 1 and not read:
        rows, key = parts[0].rows, parts[0].key
        return list(rows.order_by(f"{sign}due", f"{sign}{key}").values_list(key, flat=True)[start:stop])
    stretches = [
        (reversed(read[place]) if last_first else read[place]) if place in read else _first(part, sign, stop)
        for place, part in enumerate(parts)
    ]
    both = merge(*stretches, reverse=last_first)
    return [key for _due, key in islice(both, start, stop)]


def _first(part: Part, sign: str, stop: int) -> list[tuple[date, int]]:
    rows = part.rows.order_by().values_list("due", part.key)
    if part.few:
        return sorted(rows, reverse=bool(sign))[:stop]
    return list(rows.order_by(f"{sign}due", f"{sign}{part.key}")[:stop])


def counted(tasks: QuerySet[Task], most: int | None) -> tuple[int, list[int]]:
    """How many tasks, and the keys of the first by deadline, in one query: for tasks that no index holds in order."""
    rows = (
        tasks.order_by("due__out_of_order", "pk")
        .annotate(number=Window(Count("pk")))
        .values_list("pk", "number")[:most]
    )
    found = list(rows)
    return (found[0][1] if found else 0), [key for key, _number in found]


def next_deadlines(tasks: QuerySet[Task], today: date, most: int) -> list[int]:
    """The keys of open tasks with a deadline from ``today`` on, nearest first."""
    return by_due(tasks.filter(state=TaskState.OPEN, due__gte=today, due__lt=NEVER), 0, most)


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
