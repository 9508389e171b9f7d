"""What a leader has to know and nothing else: who is late, what waits for whom, what is missing.

Every number counts tasks that the list behind its link shows again.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, Min, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from dondoc.office.rules.models import Granter
from dondoc.office.rules.queries import current
from dondoc.office.tasks.listing import Row
from dondoc.office.tasks.listing import rows as drawn
from dondoc.office.tasks.models import Assignment, AssignmentRole, Extension, Instruction, Submission, Task, TaskState
from dondoc.office.tasks.needs import LABELS, Need, needing
from dondoc.office.tasks.queries import for_list
from dondoc.office.tasks.standing import Standing, with_standing

AGENCIES = 50
TASKS = 10


@dataclass(frozen=True, slots=True)
class Late:
    """An agency's overdue tasks that it leads, and by how many days the oldest is late."""

    agency: int | None
    name: str
    number: int
    days: int
    address: str


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
    def any(self) -> bool:
        """Whether anything is out of the ordinary."""
        return bool(self.overdue or self.clearing or any(heap.number for heap in self.heaps))


def exceptions(tasks: QuerySet[Task], today: date) -> Exceptions:
    """What is out of the ordinary among ``tasks``, in a fixed number of queries."""
    rules = current()
    overdue = tasks.filter(state=TaskState.OPEN, deadline__lt=today).order_by()
    # Only open tasks can need clearing: said apart, the index leaves out all that have ended.
    clearing = with_standing(tasks.filter(state=TaskState.OPEN), today)
    clearing = clearing.filter(standing=Standing.NEEDS_CLEARING).order_by()
    lacking = {
        Need.NO_LEAD: Count("pk", filter=Q(has_lead=False)),
        Need.NO_DEADLINE: Count("pk", filter=Q(deadline__isnull=True)),
        Need.NO_PRODUCT: Count("pk", filter=Q(product="")),
    }
    counted = clearing.aggregate(number=Count("pk"), **{need.name: each for need, each in lacking.items()})
    return Exceptions(
        overdue=overdue.count(),
        late=tuple(_late(overdue, today)),
        heaps=tuple(_heaps(tasks, today)),
        clearing=counted["number"],
        lacks=tuple(
            Lack(LABELS[need], counted[need.name], f"tinh-trang={Standing.NEEDS_CLEARING}&vuong={need.value}")
            for need in lacking
        ),
        badly_after=rules.badly_overdue_days,
        acceptance_days=rules.acceptance_days,
        grants=Granter(rules.extension_by).label,
    )


def _late(overdue: QuerySet[Task], today: date) -> Iterator[Late]:
    """Agencies by the number of their overdue tasks; last, those that no single agency leads."""
    leads = Assignment.objects.filter(role=AssignmentRole.LEAD, agency__isnull=False, task__in=overdue.values("pk"))
    counted = (
        leads.order_by().values("agency", "agency__name").annotate(number=Count("pk"), first=Min("task__deadline"))
    )
    standing = f"tinh-trang={Standing.OVERDUE}"
    for each in counted.order_by("-number", "first", "agency__name")[:AGENCIES]:
        days = (today - each["first"]).days
        address = f"{standing}&chu-tri={each['agency']}"
        yield Late(each["agency"], each["agency__name"], each["number"], days, address)
    nobody = needing(overdue, Need.LEAD_NO_AGENCY, today).aggregate(number=Count("pk"), first=Min("deadline"))
    if nobody["number"]:
        address = f"{standing}&vuong={Need.LEAD_NO_AGENCY.value}"
        days = (today - nobody["first"]).days
        yield Late(None, _("Giao cho nhóm cơ quan, hoặc chưa rõ chủ trì"), nobody["number"], days, address)


def _heaps(tasks: QuerySet[Task], today: date) -> Iterator[Heap]:
    for need, order, item in (
        (Need.BADLY_OVERDUE, "deadline", _badly_overdue),
        (Need.LONG_AT_APPROVER, "submitted_on", _at_approver),
        (Need.WANTS_TIME, "deadline", _wants_time),
        (Need.UNANSWERED, "deadline", _unanswered),
    ):
        found = needing(tasks, need, today).order_by()
        shown = for_list(found, today).select_related("follower").prefetch_related(*_PREFETCHED.get(need, ()))
        if need is Need.UNANSWERED:
            silent = Instruction.objects.filter(task=OuterRef("pk"), replied_at__isnull=True)
            shown = shown.annotate(
                due=Subquery(silent.order_by(F("reply_due").asc(nulls_last=True)).values("reply_due")[:1])
            )
            order = "due"
        rows = drawn(shown.order_by(F(order).asc(nulls_last=True), "pk")[:TASKS], today)
        yield Heap(need, LABELS[need], found.count(), tuple(item(row, today) for row in rows))


_PREFETCHED = {
    Need.LONG_AT_APPROVER: (Prefetch("submissions", Submission.objects.filter(answer="pending"), to_attr="pending"),),
    Need.WANTS_TIME: (
        Prefetch("extensions", Extension.objects.filter(answer="pending").select_related("agency"), to_attr="asked"),
    ),
    Need.UNANSWERED: (
        Prefetch(
            "instructions",
            Instruction.objects.filter(replied_at__isnull=True)
            .select_related("by")
            .order_by(F("reply_due").asc(nulls_last=True), "at"),
            to_attr="silent",
        ),
    ),
}


def _leads(row: Row) -> str:
    return ", ".join(each.name for each in row.leads) or _("Chưa rõ chủ trì")


def _badly_overdue(row: Row, today: date) -> Item:
    task = row.task
    what = _("Chưa có: %(product)s") % {"product": task.product} if task.product else _("Chưa ghi phải có sản phẩm gì")
    return Item(row, (today - task.deadline).days if task.deadline else 0, what, _leads(row))


def _at_approver(row: Row, today: date) -> Item:
    task = row.task
    waiting = [each.by_id for each in task.pending]  # type: ignore[attr-defined]
    # Nobody accepts what they handed in themselves.
    alone = task.follower is None or task.follower_id in waiting
    who = _("Văn phòng hoặc lãnh đạo") if alone else str(task.follower)
    days = (today - task.submitted_on).days if task.submitted_on else 0
    return Item(row, days, _("%(lead)s đã nộp kết quả") % {"lead": _leads(row)}, who)


def _wants_time(row: Row, today: date) -> Item:
    asked = row.task.asked[0]  # type: ignore[attr-defined]
    what = _("Xin đến %(day)s: %(reason)s") % {"day": f"{asked.wanted:%d/%m/%Y}", "reason": asked.reason}
    return Item(row, (today - asked.at.date()).days, what, "")


def _unanswered(row: Row, today: date) -> Item:
    said = row.task.silent[0]  # type: ignore[attr-defined]
    days = max(0, (today - said.reply_due).days) if said.reply_due else None
    what = _("%(who)s: %(words)s") % {"who": said.by or "—", "words": said.text}
    return Item(row, days, what, _leads(row))
