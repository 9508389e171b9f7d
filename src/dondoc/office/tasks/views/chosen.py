"""What every page of tasks begins with: the tasks that its address lets through, the filters, the saved views."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, QueryDict
from django.utils import timezone

from dondoc.office.accounts.access import signed_in
from dondoc.office.accounts.models import User
from dondoc.office.look.addresses import Chip
from dondoc.office.tasks import access, listing, saving
from dondoc.office.tasks.forms import TaskFilter
from dondoc.office.tasks.models import Task


@dataclass(frozen=True, slots=True)
class Chosen:
    """Who looks, on which day, through which filters, at which tasks."""

    person: User
    today: date
    form: TaskFilter
    chips: list[Chip]
    tasks: QuerySet[Task]

    @property
    def scope(self) -> str:
        """The filters in words; empty where there are none."""
        return "; ".join(f"{chip.name}: {chip.value}" for chip in self.chips)


def chosen(request: HttpRequest, by_the_way: bool = False) -> Chosen:
    """The tasks in the person's sight that the address lets through (``by_the_way``: see ``listing.filtered``)."""
    return choose(signed_in(request), request.GET, timezone.localdate(), by_the_way=by_the_way)


def choose(person: User, query: QueryDict, today: date, by_the_way: bool = False) -> Chosen:
    """The same for ``person`` under the address ``query``."""
    in_sight = access.visible(person)
    form = TaskFilter(query)
    form.offer(in_sight)
    tasks = listing.filtered(in_sight, form.chosen(), today, person, by_the_way=by_the_way)
    return Chosen(person, today, form, form.chips(query), tasks)


def frame(request: HttpRequest, found: Chosen, page: str) -> dict[str, Any]:
    """What the head of the page ``page`` needs: tabs, filters, chips, saved views."""
    return {
        "page_name": page,
        "form": found.form,
        "chips": found.chips,
        "query": request.GET.urlencode(),
        "saved": saving.views_of(found.person, page, request.GET),
        "keepable": saving.kept(request.GET),
    }
