"""Tasks as short lines: no more of each than is drawn, for pages that show hundreds."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import NamedTuple

from django.utils.translation import gettext

from dondoc.office.look.addresses import address_of
from dondoc.office.tasks.leading import names_of_leads
from dondoc.office.tasks.models import Task
from dondoc.office.tasks.standing import Standing, with_standing
from dondoc.office.tasks.wording import Badge, badge


class Line(NamedTuple):
    """A task; ``leads`` in one string. ``begun``: the day it was given, by its document, else by who made it."""

    key: int
    url: str
    text: str
    leads: str
    deadline: date | None
    first_deadline: date | None
    begun: date
    badge: Badge


_FIELDS = (
    "pk", "text", "deadline", "leads", "led_by", "standing", "first_deadline", "document__issued", "created_at",
)  # fmt: skip


def lines(keys: Iterable[int], today: date, nobody: str | None = None) -> dict[int, Line]:
    """The tasks of ``keys`` in two queries, nearest deadline first; ``nobody``: what stands where none leads."""
    tasks = with_standing(Task.objects.filter(pk__in=list(keys)), today).order_by("due__out_of_order", "pk")
    found = list(tasks.values_list(*_FIELDS))
    several = names_of_leads(key for key, _text, _deadline, leads, *_rest in found if leads > 1)
    url = address_of("tasks:show")
    none = gettext("Chưa rõ chủ trì") if nobody is None else nobody
    badges: dict[tuple[str, date | None], Badge] = {}
    drawn = {}
    for key, text, deadline, _leads, led_by, standing, first, issued, made in found:
        if (look := badges.get((standing, deadline))) is None:
            look = badges[standing, deadline] = badge(Standing(standing), deadline, today)
        names = ", ".join(several.get(key, ())) or led_by or none
        drawn[key] = Line(key, url(key), text, names, deadline, first, _begun(issued, made, deadline), look)
    return drawn


def _begun(issued: date | None, made: datetime, deadline: date | None) -> date:
    given = issued or made.date()
    return min(given, deadline) if deadline else given
