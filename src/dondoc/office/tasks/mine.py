"""What waits for one person today: only what that person can move. Every number is a list behind a link."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from dondoc.office.accounts.access import agencies_owed_by, may_confirm
from dondoc.office.accounts.models import User
from dondoc.office.agencies.queries import standpoint
from dondoc.office.tasks import access, listing, queries
from dondoc.office.tasks.actions.extending import may_answer
from dondoc.office.tasks.listing import Row
from dondoc.office.tasks.models import (
    Assignment,
    AssignmentRole,
    Extension,
    Instruction,
    Offer,
    Submission,
    Task,
    TaskState,
)
from dondoc.office.tasks.rights import may_instruct
from dondoc.office.tasks.standing import Standing, with_standing

SHOWN = 8


@dataclass(frozen=True, slots=True)
class Waiting:
    """One heap of work: what it is, how many, the first of them, and where all are."""

    title: str | Promise
    icon: str
    number: int
    rows: tuple[Row, ...]
    url: str
    pressing: bool


@dataclass(frozen=True, slots=True)
class _Heap:
    title: str | Promise
    icon: str
    tasks: QuerySet[Task]
    address: str
    pressing: bool = False


def waiting_for(person: User, today: date) -> list[Waiting]:
    """The heaps of ``person`` that hold anything, the most pressing first."""
    found = []
    for heap in _heaps(person, access.visible(person), today):
        number = heap.tasks.count()
        if not number:
            continue
        first = queries.for_list(heap.tasks, today).order_by("deadline", "pk")[:SHOWN]
        rows = tuple(listing.rows(first, today))
        url = f"{reverse('tasks:list')}?{heap.address}" if heap.address else ""
        found.append(Waiting(heap.title, heap.icon, number, rows, url, heap.pressing))
    return found


def _heaps(person: User, tasks: QuerySet[Task], today: date) -> Iterator[_Heap]:
    unanswered = Instruction.objects.filter(task=OuterRef("pk"), replied_at__isnull=True)
    stood = with_standing(tasks, today)
    if agencies_owed_by(person):
        own = _led(person, tasks)
        stood = with_standing(own, today)
        yield _Heap(_("Ý kiến chỉ đạo chờ trả lời"), "message", own.filter(Exists(unanswered)), "", True)
        yield _Heap(_("Bị trả lại, cần bổ sung"), "arrow-back-up", _open(own).exclude(returned_reason=""), "", True)
        yield _Heap(
            _("Quá hạn"), "clock-exclamation", stood.filter(standing=Standing.OVERDUE), _at(Standing.OVERDUE), True
        )
        yield _Heap(_("Sắp đến hạn"), "calendar-due", stood.filter(standing=Standing.DUE_SOON), _at(Standing.DUE_SOON))
        yield _Heap(
            _("Chờ nghiệm thu"),
            "mail-forward",
            own.filter(state=TaskState.SUBMITTED),
            _at(Standing.AWAITING_ACCEPTANCE),
        )
    if may_confirm(person):
        mine = Submission.objects.filter(task=OuterRef("pk"), answer="pending", by=person)
        to_accept = tasks.filter(state=TaskState.SUBMITTED).exclude(Exists(mine))
        late = with_standing(to_accept, today).filter(standing=Standing.LATE_ACCEPTANCE)
        yield _Heap(_("Chậm ở khâu nghiệm thu"), "hourglass", late, _at(Standing.LATE_ACCEPTANCE), True)
        yield _Heap(_("Kết quả chờ bạn nghiệm thu"), "mail-forward", to_accept, _at(Standing.AWAITING_ACCEPTANCE))
    if may_answer(person):
        asked = Extension.objects.filter(task=OuterRef("pk"), answer="pending")
        yield _Heap(_("Đề nghị gia hạn chờ trả lời"), "calendar-due", _open(tasks).filter(Exists(asked)), "")
    if may_instruct(person):
        silent = unanswered.filter(by=person, reply_due__lt=today)
        yield _Heap(_("Ý kiến chỉ đạo quá hạn trả lời"), "message", tasks.filter(Exists(silent)), "", True)
    if may_confirm(person):
        offered = tasks.filter(Exists(Offer.objects.filter(task=OuterRef("pk"), state="open")))
        yield _Heap(_("Có gợi ý minh chứng hoặc nối tiếp"), "bulb", offered, "")
        again = tasks.filter(state=TaskState.WAITING, look_again__lte=today)
        followed = stood.filter(follower=person)
        yield _Heap(_("Đến ngày xem lại điều kiện"), "clock-pause", again, _at(Standing.WAITING), True)
        yield _Heap(
            _("Quá hạn, bạn theo dõi"), "clock-exclamation", followed.filter(standing=Standing.OVERDUE), "", True
        )
        clearing = stood.filter(standing=Standing.NEEDS_CLEARING)
        yield _Heap(_("Cần làm rõ"), "zoom-question", clearing, _at(Standing.NEEDS_CLEARING))
        yield _Heap(_("Sắp đến hạn, bạn theo dõi"), "calendar-due", followed.filter(standing=Standing.DUE_SOON), "")
    watched = tasks.filter(watches__person=person).exclude(state__in=(TaskState.DONE, TaskState.CANCELLED))
    yield _Heap(_("Bạn đang theo dõi"), "eye", watched, "")


def _led(person: User, tasks: QuerySet[Task]) -> QuerySet[Task]:
    place = standpoint(*agencies_owed_by(person))
    lead = Assignment.objects.filter(
        Q(agency__in=place.agencies) | Q(group__in=place.groups), task=OuterRef("pk"), role=AssignmentRole.LEAD
    )
    return tasks.filter(Exists(lead))


def _open(tasks: QuerySet[Task]) -> QuerySet[Task]:
    return tasks.filter(state__in=(TaskState.OPEN, TaskState.WAITING))


def _at(standing: Standing) -> str:
    return f"tinh-trang={standing.value}"
