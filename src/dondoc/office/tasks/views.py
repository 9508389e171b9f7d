"""The task list, its export, and the page of one task."""

from dataclasses import dataclass

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from dondoc.office.accounts.access import signed_in
from dondoc.office.look.addresses import PAGE, SORT, headings
from dondoc.office.look.spreadsheets import as_download
from dondoc.office.tasks import access, listing, queries, timeline
from dondoc.office.tasks.export import draft_tasks
from dondoc.office.tasks.forms import TaskFilter
from dondoc.office.tasks.models import Task

ROWS = 50
COLUMNS = {"noi-dung": _("Nhiệm vụ"), "han": _("Hạn"), "van-ban": _("Văn bản")}


@require_safe
def task_list(request: HttpRequest) -> HttpResponse:
    """Tasks by standing, agency, document, deadline and words; the address holds the whole state."""
    in_sight = access.visible(signed_in(request))
    today = timezone.localdate()
    form = TaskFilter(request.GET)
    form.offer(in_sight)
    tasks = listing.filtered(in_sight, form.chosen(), today)
    page = Paginator(listing.ordered(tasks, request.GET.get(SORT), today), ROWS).get_page(request.GET.get(PAGE))
    context = {
        "form": form,
        "chips": form.chips(request.GET),
        "heads": headings(request.GET, COLUMNS, listing.FIRST_ORDER),
        "page": page,
        "rows": list(listing.rows(page.object_list, today)),
        "export_url": f"{reverse('tasks:export')}?{request.GET.urlencode()}",
    }
    return render(request, "tasks/list.html", context)


@require_safe
def export(request: HttpRequest) -> HttpResponse:
    """What the list shows under the same address, all pages, as .xlsx."""
    in_sight = access.visible(signed_in(request))
    today = timezone.localdate()
    form = TaskFilter(request.GET)
    form.offer(in_sight)
    tasks = listing.ordered(listing.filtered(in_sight, form.chosen(), today), request.GET.get(SORT), today)
    return as_download(draft_tasks(tasks, today), f"nhiem-vu-{today:%Y-%m-%d}.xlsx")


@require_safe
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """One task: who owes what by when, the sentence it came from, and what was done since."""
    in_sight = access.visible(signed_in(request))
    access.get(signed_in(request), pk)
    today = timezone.localdate()
    task = (
        queries.for_list(in_sight, today)
        .select_related("fact__reading", "created_by", "document", "follower")
        .get(pk=pk)
    )
    context = {
        "row": next(listing.rows([task], today)),
        "quote": _quote(task),
        "missing": queries.missing_parts(task),
        "timeline": timeline.of(task),
    }
    return render(request, "tasks/show.html", context)


@dataclass(frozen=True, slots=True)
class Quote:
    """The paragraph that a task stands in, cut round its own words."""

    before: str
    words: str
    after: str


def _quote(task: Task) -> Quote | None:
    if task.fact is None or task.start is None or task.end is None:
        return Quote("", task.sentence, "") if task.sentence else None
    content = task.fact.reading.content
    begin = content.rfind("\n", 0, task.start) + 1
    end = content.find("\n", task.end)
    return Quote(
        content[begin : task.start], content[task.start : task.end], content[task.end : end if end >= 0 else None]
    )
