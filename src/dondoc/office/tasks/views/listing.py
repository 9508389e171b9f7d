"""The task list and its export."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from dondoc.office.accounts.access import may_confirm, signed_in
from dondoc.office.look.addresses import PAGE, SORT, headings
from dondoc.office.look.spreadsheets import as_download
from dondoc.office.tasks import access, listing
from dondoc.office.tasks.export import draft_tasks
from dondoc.office.tasks.forms import TaskFilter

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
        "layout": "list",
        "query": request.GET.urlencode(),
        "page": page,
        "rows": list(listing.rows(page.object_list, today)),
        "may_add": may_confirm(signed_in(request)),
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
