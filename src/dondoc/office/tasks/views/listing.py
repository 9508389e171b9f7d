"""The task list and its export."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from dondoc.office.accounts.access import may_confirm, signed_in
from dondoc.office.look.addresses import PAGE, SORT, changed, headings
from dondoc.office.look.spreadsheets import as_download
from dondoc.office.tasks import access, grouping, listing, saving
from dondoc.office.tasks.actions.together import Together
from dondoc.office.tasks.export import draft_tasks
from dondoc.office.tasks.forms import TaskFilter
from dondoc.office.tasks.rights import may_arrange

ROWS = 50
LIST = "tasks:list"
ICONS = {
    Together.FOLLOWER: "user-check",
    Together.DEADLINE: "calendar-due",
    Together.CANCEL: "player-stop",
    Together.WATCH: "eye",
}
COLUMNS: dict[str, str | Promise] = {"noi-dung": _("Nhiệm vụ"), "han": _("Hạn"), "van-ban": _("Văn bản")}


@require_safe
def task_list(request: HttpRequest) -> HttpResponse:
    """Tasks by standing, agency, document, deadline and words; the address holds the whole state."""
    person = signed_in(request)
    in_sight = access.visible(person)
    today = timezone.localdate()
    form = TaskFilter(request.GET)
    form.offer(in_sight)
    tasks = listing.filtered(in_sight, form.chosen(), today)
    by = grouping.chosen_group(request.GET.get(grouping.GROUP))
    ordered = grouping.together(listing.ordered(tasks, request.GET.get(SORT), today), by)
    page = Paginator(ordered, ROWS).get_page(request.GET.get(PAGE))
    rows = list(listing.rows(page.object_list, today))
    context = {
        "form": form,
        "chips": form.chips(request.GET),
        "heads": headings(request.GET, COLUMNS, listing.FIRST_ORDER),
        "layout": "list",
        "query": request.GET.urlencode(),
        "page": page,
        "rows": rows,
        "groups": grouping.groups(rows, tasks, by, today),
        "group_picks": _picks(request.GET, by),
        "saved": saving.views_of(person, LIST, request.GET),
        "keepable": saving.kept(request.GET),
        "acts": [(each, ICONS[each]) for each in Together] if may_arrange(person) else [],
        "all_ticked": saving.PICKED in request.GET,
        "tick_all_url": _tick_all(request.GET),
        "may_add": may_confirm(person),
        "export_url": f"{reverse('tasks:export')}?{request.GET.urlencode()}",
    }
    return render(request, "tasks/list.html", context)


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
    """What the list shows under the same address, all pages, as .xlsx."""
    in_sight = access.visible(signed_in(request))
    today = timezone.localdate()
    form = TaskFilter(request.GET)
    form.offer(in_sight)
    tasks = listing.ordered(listing.filtered(in_sight, form.chosen(), today), request.GET.get(SORT), today)
    return as_download(draft_tasks(tasks, today), f"nhiem-vu-{today:%Y-%m-%d}.xlsx")
