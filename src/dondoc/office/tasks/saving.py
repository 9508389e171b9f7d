"""Saved views: a person's own ways of looking at tasks, as a table, a board, a month, bars, or a review."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext

from dondoc.office.accounts.models import User
from dondoc.office.look.addresses import PAGE
from dondoc.office.refusal import Refusal
from dondoc.office.tasks.models import SavedView

MOST = 20
PICKED = "chon"
MONTH = "thang"
LIST = "tasks:list"
# The pages that views are kept of, each with its icon.
PAGES = {
    LIST: "table",
    "tasks:board": "layout-kanban",
    "tasks:month": "calendar",
    "tasks:timeline": "timeline",
    "tasks:reviews": "report-analytics",
}


@dataclass(frozen=True, slots=True)
class View:
    """A saved view above the tasks; ``current`` where the address shows just that."""

    pk: int
    name: str
    icon: str
    url: str
    current: bool


def kept(query: QueryDict) -> str:
    """The part of an address that a view keeps: not the page or month, not what is ticked, nothing empty; in order."""
    copy = query.copy()
    for name in (PAGE, PICKED, MONTH):
        copy.pop(name, None)
    for name in sorted(copy):
        values = [value for value in copy.pop(name) if value]
        if values:
            copy.setlist(name, values)
    return copy.urlencode()


def address(page: str, query: str) -> str:
    """The address of ``page`` under ``query``."""
    return f"{reverse(page)}?{query}" if query else reverse(page)


def views_of(person: User, page: str, query: QueryDict) -> list[View]:
    """All views of the person, for the page ``page`` that stands under ``query``."""
    now = (page, kept(query))
    saved = SavedView.objects.filter(person=person, page__in=PAGES)
    return [
        View(each.pk, each.name, PAGES[each.page], address(each.page, each.query), (each.page, each.query) == now)
        for each in saved
    ]


@transaction.atomic
def save_view(*, person: User, page: str, name: str, query: str, now: datetime) -> SavedView:
    """Keep ``query`` of ``page`` under ``name``; a view of that name is replaced, whatever page it was of."""
    name = " ".join(name.split())
    if not name:
        raise Refusal(gettext("Hãy đặt tên cho cách xem rồi lưu lại."))
    if len(name) > 60:
        raise Refusal(gettext("Tên cách xem dài quá 60 chữ; hãy đặt tên ngắn hơn."))
    short = kept(QueryDict(query))
    if len(short) > 1000:
        raise Refusal(gettext("Bộ lọc dài quá nên không lưu được; hãy rút ngắn từ cần tìm."))
    own = SavedView.objects.filter(person=person, page__in=PAGES)
    others = own.exclude(name=name)
    if others.count() >= MOST:
        raise Refusal(gettext("Đã có %(most)d cách xem; hãy bỏ bớt một cách xem rồi lưu.") % {"most": MOST})
    own.filter(name=name).delete()
    return SavedView.objects.create(person=person, page=page, name=name, query=short, at=now)
