"""What a leader has to know and nothing else: who is late, what waits for whom, what is missing.

Every number counts tasks that the list behind its link shows again.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db.models import Count, F, Min, Prefetch, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from dondoc.office.agencies.queries import names_of
from dondoc.office.rules.models import Granter
from dondoc.office.rules.queries import current
from dondoc.office.tasks.heirs import Heirs, heirs_on
from dondoc.office.tasks.leading import of_agencies
from dondoc.office.tasks.listing import Row
from dondoc.office.tasks.listing import rows as drawn
from dondoc.office.tasks.models import NEVER, Assignment, AssignmentRole, Extension, Instruction, Submission, Task
from dondoc.office.tasks.needs import ENDED, LABELS, Need, needing
from dondoc.office.tasks.queries import counted, for_rows, named_by, number_of
from dondoc.office.tasks.standing import Standing, conditions, overdue

AGENCIES = 50
TASKS = 10
AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Late:
    """An agency's overdue tasks that it leads, and by how many days the oldest is late.

    ``formerly``: ended agencies under whose names some of them still stand. ``length``: of its bar, in percent.
    """

    agency: int | None
    name: str
    number: int
    days: int
    address: str
    formerly: tuple[str, ...] = ()
    length: float = 0


@dataclass(frozen=True, slots=True)
class Item:
    """A task with what makes it an exception: the days, what is missing or asked, and who has to move."""

    row: Row
    days: int | None
    what: str
    who: str


@dataclass(frozen=True, slots=True)
class Heap:
    """One kind of exception: how many, the most pressing of them, the filter of the list that shows all."""

    need: Need
    title: str | Promise
    number: int
    items: tuple[Item, ...]

    @property
    def address(self) -> str:
        """The list's address of just these."""
        return f"vuong={self.need.value}"


@dataclass(frozen=True, slots=True)
class Lack:
    """How many tasks lack one part."""

    title: str | Promise
    number: int
    address: str


@dataclass(frozen=True, slots=True)
class Exceptions:
    """The leader's page."""

    overdue: int
    late: tuple[Late, ...]
    heaps: tuple[Heap, ...]
    clearing: int
    lacks: tuple[Lack, ...]
    badly_after: int
    acceptance_days: int
    grants: str | Promise

    @property
    def shown(self) -> tuple[Late, ...]:
        """The agencies that the page has room for, and what no single agency leads."""
        agencies = [each for each in self.late if each.agency is not None]
        return (*agencies[:AGENCIES], *self.late[len(agencies) :])

    @property
    def others(self) -> int:
        """How many agencies have no room."""
        return len(self.late) - len(self.shown)

    @property
    def any(self) -> bool:
        """Whether anything is out of the ordinary."""
        return bool(self.overdue or self.clearing or any(heap.number for heap in self.heaps))


def exceptions(tasks: QuerySet[Task], today: date) -> Exceptions:
    """What is out of the ordinary among ``tasks``, in a fixed number of queries."""
    rules, heirs = current(), heirs_on(today)
    stands = conditions(today)
    late, clearing = overdue(tasks, today), tasks.filter(stands[Standing.NEEDS_CLEARING])
    lacking = {
        Need.NO_LEAD: Count("due", filter=Q(leads=0)),
        Need.NO_DEADLINE: Count("due", filter=Q(due=NEVER)),
    }
    numbers = clearing.order_by().aggregate(number=Count("*"), **{need.name: each for need, each in lacking.items()})
    numbers[Need.NO_PRODUCT.name] = clearing.filter(product="").order_by().count()
    return Exceptions(
        overdue=number_of(late),
        late=_late(late, heirs, today),
        heaps=tuple(_heaps(tasks, heirs, today)),
        clearing=numbers["number"],
        lacks=tuple(
            Lack(LABELS[need], numbers[need.name], f"tinh-trang={Standing.NEEDS_CLEARING}&vuong={need.value}")
            for need in (*lacking, Need.NO_PRODUCT)
        ),
        badly_after=rules.badly_overdue_days,
        acceptance_days=rules.acceptance_days,
        grants=Granter(rules.extension_by).label,
    )


def _late(tasks: QuerySet[Task], heirs: Heirs, today: date) -> tuple[Late, ...]:
    """Agencies by the number of their overdue tasks; last, those that no single agency leads."""
    leads = Assignment.objects.filter(role=AssignmentRole.LEAD, agency__isnull=False, task__in=tasks.values("pk"))
    counted = of_agencies(tasks, lambda way: {"number": way.number(), "first": way.first_due()})
    names = names_of(counted.keys())
    left: dict[str, Any] = {}
    ended = {agency: names[agency] for agency in counted if agency in heirs.later}
    merged = {heir for agency in ended for heir in heirs.of(agency)}
    found = [
        _line(agency, names[agency], row["number"], row["first"], today)
        for agency, row in counted.items()
        if agency not in ended and agency not in merged
    ]
    for heir in merged:
        borne = Q(agency__in=heirs.borne(heir))
        left |= {f"number{heir}": Count("task", distinct=True, filter=borne)}
        left |= {f"first{heir}": Min("task__deadline", filter=borne)}
    numbers = leads.order_by().aggregate(**left) if left else {}
    for heir in merged:
        formerly = tuple(sorted(name for agency, name in ended.items() if heir in heirs.of(agency)))
        name = heirs.names.get(heir) or ended[heir]
        found.append(_line(heir, name, numbers[f"number{heir}"], numbers[f"first{heir}"], today, formerly))
    found.sort(key=lambda late: (-late.number, -late.days, late.name))
    everybody = (*found, *_of_nobody(tasks, today))
    longest = max((each.number for each in everybody), default=1)
    return tuple(replace(each, length=each.number * 100 / longest) for each in everybody)


def _line(agency: int, name: str, number: int, first: date, today: date, formerly: tuple[str, ...] = ()) -> Late:
    address = f"tinh-trang={Standing.OVERDUE}&chu-tri={agency}"
    return Late(agency, name, number, (today - first).days, address, tuple(each for each in formerly if each != name))


def _of_nobody(tasks: QuerySet[Task], today: date) -> Iterator[Late]:
    nobody = needing(tasks, Need.LEAD_NO_AGENCY, today).aggregate(number=Count("*"), first=Min("due"))
    if nobody["number"]:
        address = f"tinh-trang={Standing.OVERDUE}&vuong={Need.LEAD_NO_AGENCY.value}"
        days = (today - nobody["first"]).days
        yield Late(None, _("Giao cho nhóm cơ quan, hoặc chưa rõ chủ trì"), nobody["number"], days, address)


def _heaps(tasks: QuerySet[Task], heirs: Heirs, today: date) -> Iterator[Heap]:
    found = {need: _first(tasks, need, today, TASKS) for need in _ITEMS}
    rows = _rows({key for _number, keys in found.values() for key in keys}, today)
    for need, (number, keys) in found.items():
        yield Heap(need, LABELS[need], number, tuple(_items(need, keys, rows, heirs, today)))


def every_item(tasks: QuerySet[Task], need: Need, today: date, most: int | None = None) -> Iterator[Item]:
    """All exceptions of one kind, or ``most``, the most pressing first; read by and by, for there may be very many."""
    heirs = heirs_on(today)
    _number, keys = _first(tasks, need, today, most)
    for start in range(0, len(keys), AT_ONCE):
        some = keys[start : start + AT_ONCE]
        yield from _items(need, some, _rows(some, today), heirs, today)


def _rows(keys: Collection[int], today: date) -> dict[int, Row]:
    whole = list(for_rows(Task.objects.filter(pk__in=keys), today).prefetch_related("follower", *_PREFETCHED))
    return {row.task.pk: row for row in drawn(whole, today, named_by(whole))}


def _items(need: Need, keys: Iterable[int], rows: Mapping[int, Row], heirs: Heirs, today: date) -> Iterator[Item]:
    return (_ITEMS[need](rows[key], _leads(rows[key], heirs), today) for key in keys if key in rows)


def _first(tasks: QuerySet[Task], need: Need, today: date, most: int | None) -> tuple[int, list[int]]:
    """How many tasks of one kind, and the keys of the most pressing; of all where there is no ``most``."""
    if need is Need.UNANSWERED:
        return _silent(tasks, most)
    found = needing(tasks, need, today).order_by()
    if need is Need.WANTS_TIME:
        return counted(found, most)
    order = "submitted_on" if need is Need.LONG_AT_APPROVER else "due"
    return number_of(found), list(found.order_by(order, "pk").values_list("pk", flat=True)[:most])


def _silent(tasks: QuerySet[Task], most: int | None) -> tuple[int, list[int]]:
    """How many of ``tasks`` have an instruction without a reply, and the keys of those whose reply is due first."""
    rows = Instruction.objects.filter(replied_at__isnull=True).exclude(task__state__in=ENDED).order_by()
    if tasks.query.where:
        rows = rows.filter(task__in=tasks.values("pk"))
    first = rows.values_list("task").annotate(first=Min("reply_due"))
    found = sorted((due or date.max, task) for task, due in first)
    return len(found), [task for _due, task in found[:most]]


_PREFETCHED = (
    Prefetch("submissions", Submission.objects.filter(answer="pending"), to_attr="pending"),
    Prefetch("extensions", Extension.objects.filter(answer="pending").select_related("agency"), to_attr="asked"),
    Prefetch(
        "instructions",
        Instruction.objects.filter(replied_at__isnull=True)
        .select_related("by")
        .order_by(F("reply_due").asc(nulls_last=True), "at"),
        to_attr="silent",
    ),
)


def _leads(row: Row, heirs: Heirs) -> str:
    """Who leads, by who bears it today."""
    named = []
    for each in row.leads:
        heir = heirs.said(each.agency_id) if each.agency_id else ""
        words = _("%(heir)s (trước là %(earlier)s)") % {"heir": heir, "earlier": each.name}
        named.append(words if heir else each.name)
    return ", ".join(named) or _("Chưa rõ chủ trì")


def _badly_overdue(row: Row, lead: str, today: date) -> Item:
    task = row.task
    what = _("Chưa có: %(product)s") % {"product": task.product} if task.product else _("Chưa ghi phải có sản phẩm gì")
    return Item(row, (today - task.deadline).days if task.deadline else 0, what, lead)


def _at_approver(row: Row, lead: str, today: date) -> Item:
    task = row.task
    waiting = [each.by_id for each in task.pending]  # type: ignore[attr-defined]
    # Nobody accepts what they handed in themselves.
    alone = task.follower is None or task.follower_id in waiting
    who = _("Văn phòng hoặc lãnh đạo") if alone else str(task.follower)
    days = (today - task.submitted_on).days if task.submitted_on else 0
    return Item(row, days, _("%(lead)s đã nộp kết quả") % {"lead": lead}, who)


def _wants_time(row: Row, lead: str, today: date) -> Item:
    asked = row.task.asked[0]  # type: ignore[attr-defined]
    what = _("Xin đến %(day)s: %(reason)s") % {"day": f"{asked.wanted:%d/%m/%Y}", "reason": asked.reason}
    return Item(row, (today - asked.at.date()).days, what, "")


def _unanswered(row: Row, lead: str, today: date) -> Item:
    said = row.task.silent[0]  # type: ignore[attr-defined]
    days = max(0, (today - said.reply_due).days) if said.reply_due else None
    what = _("%(who)s: %(words)s") % {"who": said.by or "—", "words": said.text}
    return Item(row, days, what, lead)


_ITEMS = {
    Need.BADLY_OVERDUE: _badly_overdue,
    Need.LONG_AT_APPROVER: _at_approver,
    Need.WANTS_TIME: _wants_time,
    Need.UNANSWERED: _unanswered,
}
