"""What waits for one person today: only what that person can move.

Each heap is a filter of the task list, so that its number is the number of rows behind its link.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from dondoc.office.accounts.access import agencies_owed_by, may_confirm
from dondoc.office.accounts.models import User
from dondoc.office.tasks import access, listing, queries
from dondoc.office.tasks.actions.extending import may_answer
from dondoc.office.tasks.forms import TaskFilter
from dondoc.office.tasks.listing import Row
from dondoc.office.tasks.models import Task
from dondoc.office.tasks.needs import Need
from dondoc.office.tasks.relations import Relation
from dondoc.office.tasks.rights import may_instruct
from dondoc.office.tasks.standing import Standing

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
    """A heap before it is counted; ``filters`` are those of ``listing.filtered``."""

    title: str | Promise
    icon: str
    filters: dict[str, str]
    pressing: bool = False

    @property
    def url(self) -> str:
        """The address of the list that shows just these."""
        named = {TaskFilter.addresses[name]: value for name, value in self.filters.items()}
        return f"{reverse('tasks:list')}?{urlencode(named)}"


def waiting_for(person: User, today: date) -> list[Waiting]:
    """The heaps of ``person`` that hold anything, the most pressing first."""
    in_sight, heaps = access.visible(person), []
    for heap in _heaps(person):
        # What one's own agency owes is in one's sight: asked twice, it takes twice as long.
        owed = heap.filters.get("mine") in (Relation.LED, Relation.HELPED)
        tasks = listing.filtered(Task.objects.all() if owed else in_sight, heap.filters, today, person)
        number, keys = queries.counted(tasks, SHOWN) if owed else (queries.number_of(tasks), [])
        if number:
            heaps.append((heap, number, keys or queries.by_due(tasks, 0, SHOWN)))
    shown = queries.of_keys({key for _heap, _number, keys in heaps for key in keys}, today)
    rows = {row.task.pk: row for row in listing.rows(shown, today)}
    return [
        Waiting(heap.title, heap.icon, number, tuple(rows[key] for key in keys if key in rows), heap.url, heap.pressing)
        for heap, number, keys in heaps
    ]


def _heaps(person: User) -> Iterator[_Heap]:
    if agencies_owed_by(person):
        yield from _OF_A_LEAD
    if may_confirm(person):
        yield from _TO_ACCEPT
    if may_answer(person):
        yield _Heap(_("Đề nghị gia hạn chờ trả lời"), "calendar-due", {"mine": Relation.TO_GRANT})
    if may_instruct(person):
        yield _Heap(_("Ý kiến chỉ đạo quá hạn trả lời"), "message", {"mine": Relation.UNHEARD}, True)
    if may_confirm(person):
        yield from _OF_THE_OFFICE
    if agencies_owed_by(person):
        yield _Heap(_("Cơ quan bạn phối hợp"), "users", {"mine": Relation.HELPED})
    yield _Heap(_("Bạn đang theo dõi"), "eye", {"mine": Relation.WATCHED})


def _of_mine(relation: Relation, **more: str) -> dict[str, str]:
    return {"mine": relation, **more}


_OF_A_LEAD = (
    _Heap(_("Ý kiến chỉ đạo chờ trả lời"), "message", _of_mine(Relation.LED, need=Need.UNANSWERED), True),
    _Heap(_("Bị trả lại, cần bổ sung"), "arrow-back-up", _of_mine(Relation.LED, need=Need.RETURNED), True),
    _Heap(_("Quá hạn"), "clock-exclamation", _of_mine(Relation.LED, standing=Standing.OVERDUE), True),
    _Heap(_("Sắp đến hạn"), "calendar-due", _of_mine(Relation.LED, standing=Standing.DUE_SOON)),
    _Heap(_("Chờ nghiệm thu"), "mail-forward", _of_mine(Relation.LED, need=Need.HANDED_IN)),
    _Heap(_("Trong hạn"), "clock", _of_mine(Relation.LED, standing=Standing.IN_TIME)),
    _Heap(_("Chờ văn phòng làm rõ"), "zoom-question", _of_mine(Relation.LED, standing=Standing.NEEDS_CLEARING)),
)
_TO_ACCEPT = (
    _Heap(
        _("Chậm ở khâu nghiệm thu"),
        "hourglass",
        _of_mine(Relation.TO_ACCEPT, standing=Standing.LATE_ACCEPTANCE),
        True,
    ),
    _Heap(_("Kết quả chờ bạn nghiệm thu"), "mail-forward", _of_mine(Relation.TO_ACCEPT)),
)
_OF_THE_OFFICE = (
    _Heap(_("Có gợi ý minh chứng hoặc nối tiếp"), "bulb", {"need": Need.OFFERED}),
    _Heap(_("Đến ngày xem lại điều kiện"), "clock-pause", {"need": Need.LOOK_AGAIN}, True),
    _Heap(
        _("Quá hạn, bạn theo dõi"),
        "clock-exclamation",
        _of_mine(Relation.FOLLOWED, standing=Standing.OVERDUE),
        True,
    ),
    _Heap(_("Cần làm rõ"), "zoom-question", {"standing": Standing.NEEDS_CLEARING}),
    _Heap(_("Sắp đến hạn, bạn theo dõi"), "calendar-due", _of_mine(Relation.FOLLOWED, standing=Standing.DUE_SOON)),
)
