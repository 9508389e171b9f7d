"""The task list and its export."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from dondoc.office.accounts.access import may_confirm
from dondoc.office.exports.answers import file_or_wait
from dondoc.office.exports.kinds import WHOLE
from dondoc.office.look.addresses import PAGE, SORT, changed, headings
from dondoc.office.tasks import columns, drawing, grouping, listing, paging, queries, saving
from dondoc.office.tasks.actions.together import Together
from dondoc.office.tasks.models import Task
from dondoc.office.tasks.progress import newest_reports
from dondoc.office.tasks.rights import may_arrange
from dondoc.office.tasks.views.chosen import Chosen, chosen, frame
from dondoc.office.tasks.views.saved import OPEN

ROWS = 50
ICONS = {
    Together.FOLLOWER: "user-check",
    Together.DEADLINE: "calendar-due",
    Together.CANCEL: "player-stop",
    Together.WATCH: "eye",
}
SORTED_BY: dict[str, str | Promise] = {"noi-dung": _("Nhiệm vụ"), "han": _("Hạn"), "van-ban": _("Văn bản")}


@require_safe
def task_list(request: HttpRequest) -> HttpResponse:
    """Tasks by standing, agency, document, deadline and words; the address holds the whole state."""
    found = chosen(request)
    shown = columns.columns_of(found.person, request.GET)
    by = grouping.chosen_group(request.GET.get(grouping.GROUP))
    page = Paginator(_pages(request, found, by, shown), ROWS).get_page(request.GET.get(PAGE))
    rows = list(listing.rows(page.object_list, found.today, queries.named_by(page.object_list)))
    acts = [(each, ICONS[each]) for each in Together] if may_arrange(found.person) else []
    ticked = saving.PICKED in request.GET
    table = drawing.Table(drawing.Page(shown, bool(acts), ticked, _reports(rows, shown)))
    context = frame(request, found, saving.LIST) | {
        "heads": headings(request.GET, SORTED_BY, paging.FIRST_ORDER),
        "page": page,
        "rows": rows,
        "table": table,
        "groups": grouping.groups(rows, found.tasks, by, found.today),
        "group_picks": _picks(request.GET, by),
        "columns": shown,
        "width": len(shown) + 1 + bool(acts),
        "column_picks": columns.offered(shown),
        "choosing": request.GET.get(OPEN) == columns.COLUMNS_KEY,
        "acts": acts,
        "all_ticked": ticked,
        "tick_all_url": _tick_all(request.GET),
        "may_add": may_confirm(found.person),
        "export_url": f"{reverse('tasks:export')}?{request.GET.urlencode()}",
        "export_all_url": f"{reverse('tasks:export')}{changed(request.GET, WHOLE, '1')}",
    }
    return render(request, "tasks/list.html", context)


def _pages(request: HttpRequest, found: Chosen, by: str, shown: tuple[columns.Column, ...]) -> paging.Pages:
    drawn = queries.for_rows(Task.objects.all(), found.today)
    if any(column.key == "nguoi-theo-doi" for column in shown):
        drawn = drawn.prefetch_related("follower")
    return paging.Pages(found.tasks, paging.parts(found.tasks, request.GET.get(SORT), by, found.today), drawn)


def _reports(rows: list[listing.Row], shown: tuple[columns.Column, ...]) -> dict[int, str]:
    if all(column.key != "bao-cao" for column in shown):
        return {}
    return newest_reports(Task.objects.filter(pk__in=[row.task.pk for row in rows]))


def _picks(query: QueryDict, by: str) -> list[tuple[str | Promise, str, bool]]:
    """The ways to group: name, address, whether it is the one shown."""
    ways = {"": _("Không nhóm"), **grouping.NAMES}
    return [(name, changed(query, grouping.GROUP, key or None), key == by) for key, name in ways.items()]


def _tick_all(query: QueryDict) -> str:
    """The address of the same page with every row ticked, or with none where all are."""
    copy = query.copy()
    if copy.pop(saving.PICKED, None) is None:
        copy[saving.PICKED] = "trang"
    return "?" + copy.urlencode()


@require_safe
def export(request: HttpRequest) -> HttpResponse:
    """What the list shows under the same address, all pages, as .xlsx; or every column in one run, to be imported."""
    return file_or_wait(request, "tasks")
