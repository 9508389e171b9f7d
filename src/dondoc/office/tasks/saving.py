"""Saved views: a person's own, of one list each."""

from dataclasses import dataclass
from datetime import datetime

from django.http import QueryDict
from django.utils.translation import gettext

from dondoc.office.accounts.models import User
from dondoc.office.look.addresses import PAGE
from dondoc.office.refusal import Refusal
from dondoc.office.tasks.models import SavedView

MOST = 20
PICKED = "chon"


@dataclass(frozen=True, slots=True)
class View:
    """A saved view above its list; ``current`` where the address shows just that."""

    pk: int
    name: str
    query: str
    current: bool


def kept(query: QueryDict) -> str:
    """The part of an address that a view keeps: not the page, not what is ticked, nothing empty; in one order."""
    copy = query.copy()
    for name in (PAGE, PICKED):
        copy.pop(name, None)
    for name in sorted(copy):
        values = [value for value in copy.pop(name) if value]
        if values:
            copy.setlist(name, values)
    return copy.urlencode()


def views_of(person: User, page: str, query: QueryDict) -> list[View]:
    """The person's views of the list ``page``."""
    now = kept(query)
    saved = SavedView.objects.filter(person=person, page=page)
    return [View(each.pk, each.name, each.query, each.query == now) for each in saved]


def save_view(*, person: User, page: str, name: str, query: str, now: datetime) -> SavedView:
    """Keep ``query`` under ``name``; a view of that name is replaced."""
    name = " ".join(name.split())
    if not name:
        raise Refusal(gettext("Hãy đặt tên cho cách xem rồi lưu lại."))
    if len(name) > 60:
        raise Refusal(gettext("Tên cách xem dài quá 60 chữ; hãy đặt tên ngắn hơn."))
    address = kept(QueryDict(query))
    if len(address) > 1000:
        raise Refusal(gettext("Bộ lọc dài quá nên không lưu được; hãy rút ngắn từ cần tìm."))
    others = SavedView.objects.filter(person=person, page=page).exclude(name=name)
    if others.count() >= MOST:
        raise Refusal(gettext("Đã có %(most)d cách xem; hãy bỏ bớt một cách xem rồi lưu.") % {"most": MOST})
    view, _made = SavedView.objects.update_or_create(
        person=person, page=page, name=name, defaults={"query": address, "at": now}
    )
    return view
