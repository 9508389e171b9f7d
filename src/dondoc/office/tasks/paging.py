"""Orders of the task list that an index holds, and reading them a page at a time however many tasks there are."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import overload

from django.db.models import F, OrderBy, Q, QuerySet

from dondoc.office.tasks.models import NEVER, Task
from dondoc.office.tasks.queries import NOTHING, Read, by_due, in_order, number_of, read_at_once
from dondoc.office.tasks.standing import URGENCY, conditions

FIRST_ORDER = "han"
ORDERS: dict[str, tuple[OrderBy, ...]] = {
    "han": (F("due").asc(), F("pk").asc()),
    "-han": (F("deadline").desc(nulls_last=True), F("pk").desc()),
    "noi-dung": (F("begins").asc(), F("pk").asc()),
    "-noi-dung": (F("begins").desc(), F("pk").desc()),
    "van-ban": (
        F("document__issued").asc(nulls_last=True),
        F("document_id").asc(nulls_last=True),
        F("start").asc(),
        F("pk").asc(),
    ),
    "-van-ban": (
        F("document__issued").desc(nulls_last=True),
        F("document_id").desc(nulls_last=True),
        F("start").asc(),
        F("pk").asc(),
    ),
}
_LAST_FIRST = ("-due", "-pk")
_BY_DUE = (ORDERS["han"], _LAST_FIRST)
_DATED = Q(document__issued__isnull=False)
_UNDATED = Q(document__isnull=False, document__issued__isnull=True)
_NO_DOCUMENT = Q(document__isnull=True)


class Pages:
    """``tasks`` for ``Paginator``: the keys of one page, which an index holds, then of these the rows of ``drawn``.

    The order is that of ``parts``, one after the other: what has no day comes last, and no index holds that.
    """

    def __init__(self, tasks: QuerySet[Task], parts: Sequence[QuerySet[Task]], drawn: QuerySet[Task]) -> None:
        self._tasks, self._parts, self._drawn = tasks, parts, drawn
        self._read: Read = NOTHING
        self._number: int | None = None

    def __len__(self) -> int:
        if len(self._parts) == 1 and self._parts[0].query.order_by in _BY_DUE:
            self._read = read_at_once(self._tasks)
        self._number = number_of(self._tasks, self._read)
        return self._number

    def __iter__(self) -> Iterator[Task]:
        return iter(self[: len(self)])

    @overload
    def __getitem__(self, cut: int) -> Task: ...

    @overload
    def __getitem__(self, cut: slice) -> list[Task]: ...

    def __getitem__(self, cut: int | slice) -> Task | list[Task]:
        if isinstance(cut, int):
            return self[cut : cut + 1][0]
        keys = list(self._keys(cut.start or 0, cut.stop))
        found = {task.pk: task for task in self._drawn.filter(pk__in=keys)}
        return [found[key] for key in keys if key in found]

    def _keys(self, start: int, stop: int) -> Iterator[int]:
        before = 0
        for part in self._parts:
            skipped, end = max(0, start - before), stop - before
            keys = _stretch(part, skipped, end, self._read, self._number)
            yield from keys
            if len(keys) == end - skipped:
                return
            before += skipped + len(keys) if keys or not skipped else number_of(part)


def _stretch(tasks: QuerySet[Task], start: int, stop: int, read: Read, number: int | None) -> list[int]:
    order = tasks.query.order_by
    if order in _BY_DUE:
        return by_due(tasks, start, stop, last_first=order == _LAST_FIRST, read=read, number=number)
    return list(in_order(tasks, stop, number).values_list("pk", flat=True)[start:stop])


def order_of(sort: str | None) -> tuple[OrderBy, ...]:
    """The columns that ``sort`` of an address orders by; by the deadline where it names none."""
    return ORDERS.get(sort or "", ORDERS[FIRST_ORDER])


def parts(tasks: QuerySet[Task], sort: str | None, by: str, today: date) -> list[QuerySet[Task]]:
    """``tasks`` in the order ``sort``, those of a group of ``grouping`` together; each part by one index."""
    order = order_of(sort)
    if by == "chu-tri":
        return [tasks.order_by(F("led_by").asc(nulls_last=True), *order)]
    if by == "tinh-trang":
        stands = conditions(today)
        return [tasks.filter(stands[each]).order_by(*order) for each in URGENCY]
    if by == "van-ban":
        return [
            tasks.filter(_DATED).order_by("-document__issued", "-document_id", *order),
            tasks.filter(_UNDATED).order_by("-document_id", *order),
            tasks.filter(_NO_DOCUMENT).order_by(*order),
        ]
    return _alone(tasks, sort or FIRST_ORDER, order)


def _alone(tasks: QuerySet[Task], sort: str, order: tuple[OrderBy, ...]) -> list[QuerySet[Task]]:
    if sort == "-han":
        return [tasks.filter(due__lt=NEVER).order_by(*_LAST_FIRST), tasks.filter(due=NEVER).order_by("-pk")]
    if sort.removeprefix("-") == "van-ban":
        sign = "-" if sort.startswith("-") else ""
        return [
            tasks.filter(_DATED).order_by(f"{sign}document__issued", f"{sign}document_id", "start", "pk"),
            tasks.filter(_UNDATED).order_by(f"{sign}document_id", "start", "pk"),
            tasks.filter(_NO_DOCUMENT).order_by("pk"),
        ]
    return [tasks.order_by(*order)]
