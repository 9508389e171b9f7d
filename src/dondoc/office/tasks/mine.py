"""What waits for one person today: only what that person can move.

Each heap is a filter of the task list, so that its number is the number of rows behind its link.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from urllib.parse import urlencode

from django.db.models import BooleanField, ExpressionWrapper, Q, QuerySet
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from dondoc.office.accounts.access import agencies_looked_after, agencies_owed_by, may_confirm
from dondoc.office.accounts.models import User
from dondoc.office.agencies.queries import standpoint
from dondoc.office.tasks import access, listing, needs, queries, relations
from dondoc.office.tasks.actions.extending import may_answer
from dondoc.office.tasks.forms import TaskFilter
from dondoc.office.tasks.lines import Line, lines
from dondoc.office.tasks.models import Phase, Task
from dondoc.office.tasks.needs import Need
from dondoc.office.tasks.relations import Relation
from dondoc.office.tasks.rights import may_instruct
from dondoc.office.tasks.sight import sight
from dondoc.office.tasks.standing import Standing, conditions

SHOWN = 8
RUNNING = (Phase.OPEN, Phase.LACKING, Phase.SUBMITTED, Phase.WAITING)


@dataclass(frozen=True, slots=True)
class Waiting:
    """One heap of work: what it is, how many, the first of them, and where all are."""

    title: str | Promise
    icon: str
    number: int
    rows: tuple[Line, ...]
    url: str
    pressing: bool


@dataclass(frozen=True, slots=True)
class _Heap:
    """A heap before it is counted; ``filters`` are those of ``listing.filtered``. ``few``: none has an index."""

    title: str | Promise
    icon: str
    filters: dict[str, str]
    pressing: bool = False
    few: bool = False

    @property
    def url(self) -> str:
        """The address of the list that shows just these."""
        named = {TaskFilter.addresses[name]: value for name, value in self.filters.items()}
        return f"{reverse('tasks:list')}?{urlencode(named)}"


# How many, and the keys of the first.
Found = tuple[int, list[int]]


def waiting_for(person: User, today: date) -> list[Waiting]:
    """The heaps of ``person`` that hold anything, the most pressing first."""
    in_sight = access.visible(person)
    owed = iter(_owed_by(person, today))
    heaps: list[tuple[_Heap, Found]] = []
    for heap in _heaps(person):
        if heap.filters.get("mine") in (Relation.LED, Relation.HELPED):
            found = next(owed)
        else:
            found = _found(listing.filtered(in_sight, heap.filters, today, person), heap.few)
        if found[0]:
            heaps.append((heap, found))
    found_lines = lines({key for _heap, (_number, keys) in heaps for key in keys}, today)
    return [
        Waiting(
            heap.title,
            heap.icon,
            number,
            tuple(found_lines[key] for key in keys if key in found_lines),
            heap.url,
            heap.pressing,
        )
        for heap, (number, keys) in heaps
    ]


def _found(tasks: QuerySet[Task], few: bool) -> Found:
    if few:
        return queries.counted(tasks, SHOWN)
    number = queries.number_of(tasks)
    return number, queries.by_due(tasks, 0, SHOWN) if number else []


def _owed_by(person: User, today: date) -> Iterator[Found]:
    """Of what one's own agency leads each heap, then what it helps with: all of it in one's sight, found at once."""
    if not (agencies := agencies_owed_by(person)):
        return
    place = standpoint(*agencies)
    kinds = {f"kind{number}": _kind(heap.filters, today) for number, heap in enumerate(_OF_A_LEAD)}
    led = relations.led(Task.objects.filter(phase__in=RUNNING), place).order_by().annotate(**kinds)
    rows = sorted(led.values_list("due", "pk", *kinds))
    for number in range(len(kinds)):
        keys = [row[1] for row in rows if row[2 + number]]
        yield len(keys), keys[:SHOWN]
    # What names the agency and is not led by it, it helps with.
    named = sight(place).tasks().exclude(state__in=relations.ENDED)
    leads = {row[1] for row in rows}
    read = queries.read_at_once(named)
    first = (key for key in queries.by_due(named, 0, SHOWN + len(leads), read=read) if key not in leads)
    yield queries.number_of(named, read) - len(leads), list(islice(first, SHOWN))


def _kind(filters: dict[str, str], today: date) -> "ExpressionWrapper[Q]":
    wanted = Q()
    if standing := filters.get("standing"):
        wanted &= conditions(today)[Standing(standing)]
    if need := filters.get("need"):
        wanted &= needs.wanted(Need(need), today)
    return ExpressionWrapper(wanted, output_field=BooleanField())


def _heaps(person: User) -> Iterator[_Heap]:
    if agencies_owed_by(person):
        yield from _OF_A_LEAD
    if may_confirm(person):
        yield from _TO_ACCEPT
    if may_answer(person):
        yield _Heap(_("Đề nghị gia hạn chờ trả lời"), "calendar-due", {"mine": Relation.TO_GRANT}, few=True)
    if may_instruct(person):
        yield _Heap(_("Ý kiến chỉ đạo quá hạn trả lời"), "message", {"mine": Relation.UNHEARD}, True, few=True)
    if may_confirm(person):
        if agencies_looked_after(person):
            yield _IN_FIELD
        yield from _OF_THE_OFFICE
    if agencies_owed_by(person):
        yield _Heap(_("Cơ quan bạn phối hợp"), "users", {"mine": Relation.HELPED})
    yield _Heap(_("Bạn đang theo dõi"), "eye", {"mine": Relation.WATCHED}, few=True)


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
_IN_FIELD = _Heap(
    _("Quá hạn nghiêm trọng, lĩnh vực bạn phụ trách"),
    "clock-exclamation",
    _of_mine(Relation.IN_FIELD, need=Need.BADLY_OVERDUE),
    True,
    few=True,
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
    _Heap(_("Có gợi ý minh chứng hoặc nối tiếp"), "bulb", {"need": Need.OFFERED}, few=True),
    _Heap(_("Đến ngày xem lại điều kiện"), "clock-pause", {"need": Need.LOOK_AGAIN}, True, few=True),
    _Heap(
        _("Quá hạn, bạn theo dõi"),
        "clock-exclamation",
        _of_mine(Relation.FOLLOWED, standing=Standing.OVERDUE),
        True,
    ),
    _Heap(_("Cần làm rõ"), "zoom-question", {"standing": Standing.NEEDS_CLEARING}),
    _Heap(_("Sắp đến hạn, bạn theo dõi"), "calendar-due", _of_mine(Relation.FOLLOWED, standing=Standing.DUE_SOON)),
)
