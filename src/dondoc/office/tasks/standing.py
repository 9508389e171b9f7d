"""How a task stands today: computed from what people decided, never stored.

Exactly one standing holds. In the order in which they are asked:
dừng, chờ điều kiện, hoàn thành đúng hạn / quá hạn (by the date of the evidence), chậm ở khâu nghiệm thu (handed in on
time, unanswered after the deadline and the time for acceptance), chờ nghiệm thu, quá hạn, sắp đến hạn, cần làm rõ (no
lead, no deadline or no product), trong hạn. A missed deadline is shown even where a part is missing; a task that lacks
a part is never called "in time".
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TypedDict

from django.db.models import BooleanField, Case, CharField, ExpressionWrapper, F, Q, QuerySet, Value, When
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import WithAnnotations

from dondoc.office.rules.queries import USUAL as NO_DECISIONS
from dondoc.office.rules.queries import Calendar, calendar, current
from dondoc.office.tasks.models import NEVER, Phase, Task, TaskState


@dataclass(frozen=True, slots=True)
class Clocks:
    """Working days before a deadline that count as soon, and days that an approver has for an answer."""

    due_soon: int = 5
    acceptance: int = 5
    office: Calendar = NO_DECISIONS

    def soon(self, today: date) -> date:
        """The last day that is soon on ``today``: over a long feast people are warned before it begins."""
        return self.office.within(today, self.due_soon)


USUAL = Clocks()


class Standing(StrEnum):
    """How a task stands; values are stable and used in addresses."""

    IN_TIME = "trong-han"
    DUE_SOON = "sap-den-han"
    OVERDUE = "qua-han"
    AWAITING_ACCEPTANCE = "cho-nghiem-thu"
    LATE_ACCEPTANCE = "cham-nghiem-thu"
    DONE_ON_TIME = "hoan-thanh-dung-han"
    DONE_LATE = "hoan-thanh-qua-han"
    NEEDS_CLEARING = "can-lam-ro"
    WAITING = "cho-dieu-kien"
    STOPPED = "dung"

    @property
    def label(self) -> str | Promise:
        """The words shown to people."""
        return LABELS[self]


LABELS: dict[Standing, str | Promise] = {
    Standing.IN_TIME: _("Trong hạn"),
    Standing.DUE_SOON: _("Sắp đến hạn"),
    Standing.OVERDUE: _("Quá hạn"),
    Standing.AWAITING_ACCEPTANCE: _("Chờ nghiệm thu"),
    Standing.LATE_ACCEPTANCE: _("Chậm ở khâu nghiệm thu"),
    Standing.DONE_ON_TIME: _("Hoàn thành đúng hạn"),
    Standing.DONE_LATE: _("Hoàn thành quá hạn"),
    Standing.NEEDS_CLEARING: _("Cần làm rõ"),
    Standing.WAITING: _("Chờ điều kiện"),
    Standing.STOPPED: _("Dừng"),
}
# What presses most comes first.
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
class Decided:
    """What people decided about a task, as far as its standing depends on it."""

    state: str
    deadline: date | None
    submitted_on: date | None
    finished_on: date | None
    has_lead: bool
    has_product: bool


def clocks() -> Clocks:
    """The days that the rules of this office give."""
    rules = current()
    return Clocks(rules.due_soon_days, rules.acceptance_days, calendar())


def standing(task: Decided, today: date, given: Clocks = USUAL) -> Standing:
    """The one standing of ``task`` on ``today``."""
    if task.state == TaskState.CANCELLED:
        return Standing.STOPPED
    if task.state == TaskState.WAITING:
        return Standing.WAITING
    if task.state == TaskState.DONE:
        late = task.deadline is not None and task.finished_on is not None and task.finished_on > task.deadline
        return Standing.DONE_LATE if late else Standing.DONE_ON_TIME
    if task.state == TaskState.SUBMITTED:
        return _at_the_approver(task, today, given)
    if task.deadline is not None and task.deadline < today:
        return Standing.OVERDUE
    if task.deadline is not None and task.deadline <= given.soon(today):
        return Standing.DUE_SOON
    if task.deadline is None or not task.has_lead or not task.has_product:
        return Standing.NEEDS_CLEARING
    return Standing.IN_TIME


def _at_the_approver(task: Decided, today: date, given: Clocks) -> Standing:
    handed_in = task.submitted_on
    if handed_in is None or handed_in >= today - timedelta(days=given.acceptance):
        return Standing.AWAITING_ACCEPTANCE
    on_time_and_due = task.deadline is None or handed_in <= task.deadline < today
    return Standing.LATE_ACCEPTANCE if on_time_and_due else Standing.AWAITING_ACCEPTANCE


class Stood(TypedDict):
    """What ``with_standing`` adds to a task."""

    standing: str
    has_lead: bool


def days_left(deadline: date | None, today: date) -> int | None:
    """Days until the deadline, negative after it; None without one."""
    return None if deadline is None else (deadline - today).days


def conditions(today: date) -> dict[Standing, Q]:
    """When the database finds each standing: exactly one condition holds of a task. Indexes know ``phase`` and ``due``.

    ``with_standing`` decides the same for tasks that were chosen otherwise; this is for choosing and counting them.
    """
    given = clocks()
    soon = given.soon(today)
    waited = Q(phase=Phase.SUBMITTED, submitted_on__lt=today - timedelta(days=given.acceptance))
    late = waited & (Q(due=NEVER) | Q(submitted_on__lte=F("due"), due__lt=today))
    return {
        Standing.IN_TIME: Q(phase=Phase.OPEN, due__gt=soon),
        Standing.DUE_SOON: Q(state=TaskState.OPEN, due__gte=today, due__lte=soon),
        Standing.OVERDUE: Q(state=TaskState.OPEN, due__lt=today),
        Standing.AWAITING_ACCEPTANCE: Q(phase=Phase.SUBMITTED) & ~late,
        Standing.LATE_ACCEPTANCE: late,
        Standing.DONE_ON_TIME: Q(phase=Phase.DONE),
        Standing.DONE_LATE: Q(phase=Phase.DONE_LATE),
        Standing.NEEDS_CLEARING: Q(phase=Phase.LACKING, due__gt=soon),
        Standing.WAITING: Q(phase=Phase.WAITING),
        Standing.STOPPED: Q(phase=Phase.CANCELLED),
    }


def overdue(tasks: QuerySet[Task], today: date) -> QuerySet[Task]:
    """Those of ``tasks`` that are overdue, for counting them by who leads: the index of that knows the phase."""
    return tasks.filter(phase__in=(Phase.OPEN, Phase.LACKING), due__lt=today).order_by()


def standing_so(tasks: QuerySet[Task], each: Standing, today: date) -> QuerySet[Task]:
    """Those of ``tasks`` that stand so."""
    return tasks.filter(conditions(today)[each])


def with_standing(tasks: QuerySet[Task], today: date) -> "QuerySet[WithAnnotations[Task, Stood]]":
    """The same decision made by the database, as the annotation ``standing`` and ``has_lead``; rows of ``Seen`` too."""
    given = clocks()
    soon = given.soon(today)
    unanswered = Q(phase=Phase.SUBMITTED, submitted_on__lt=today - timedelta(days=given.acceptance))
    on_time_and_due = Q(due=NEVER) | Q(submitted_on__lte=F("due"), due__lt=today)
    cases = [
        When(phase=Phase.CANCELLED, then=Value(Standing.STOPPED.value)),
        When(phase=Phase.WAITING, then=Value(Standing.WAITING.value)),
        When(phase=Phase.DONE_LATE, then=Value(Standing.DONE_LATE.value)),
        When(phase=Phase.DONE, then=Value(Standing.DONE_ON_TIME.value)),
        When(unanswered & on_time_and_due, then=Value(Standing.LATE_ACCEPTANCE.value)),
        When(phase=Phase.SUBMITTED, then=Value(Standing.AWAITING_ACCEPTANCE.value)),
        When(due__lt=today, then=Value(Standing.OVERDUE.value)),
        When(due__lte=soon, then=Value(Standing.DUE_SOON.value)),
        When(phase=Phase.LACKING, then=Value(Standing.NEEDS_CLEARING.value)),
    ]
    has_lead = ExpressionWrapper(Q(leads__gt=0), output_field=BooleanField())
    return tasks.annotate(has_lead=has_lead).annotate(
        standing=Case(*cases, default=Value(Standing.IN_TIME.value), output_field=CharField())
    )
