"""The audit: a page of it, and what is shown as an Excel workbook."""

from collections.abc import Iterator

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from dondoc.office.accounts.access import administrators_only
from dondoc.office.administration import queries
from dondoc.office.administration.forms import AuditFilter
from dondoc.office.audit.changes import said
from dondoc.office.look.addresses import PAGE
from dondoc.office.look.spreadsheets import Column, Value, as_download, draft_table

ENTRIES = 50
NEWEST = 10_000
COLUMNS: tuple[Column, ...] = (
    (_("Ngày"), 12), (_("Giờ"), 8), (_("Ai"), 26), (_("Việc"), 30), (_("Với"), 44), (_("Trước → sau"), 90),
)  # fmt: skip


class NewestPaginator(Paginator):  # type: ignore[type-arg]
    """Pages of the newest entries only: to count a log of millions takes longer than anybody waits."""

    @cached_property
    def count(self) -> int:
        return queries.number_up_to(self.object_list, NEWEST)


@require_safe
@administrators_only
def audit(request: HttpRequest) -> HttpResponse:
    """Who did what when, the newest entries; older ones by the filters."""
    form = AuditFilter(request.GET)
    page = NewestPaginator(queries.entries(form.chosen()), ENTRIES).get_page(request.GET.get(PAGE))
    context = {"form": form, "chips": form.chips(request.GET), "page": page, "rows": said(page.object_list)}
    context["export_url"] = f"{reverse('admin:export_audit')}?{request.GET.urlencode()}"
    return render(request, "administration/audit.html", context)


@require_safe
@administrators_only
def export_audit(request: HttpRequest) -> HttpResponse:
    """The newest entries that the filters let through, as many as the page can be turned to."""
    content = draft_table(gettext("Nhật ký"), COLUMNS, _written(AuditFilter(request.GET)))
    return as_download(content, f"nhat-ky-{timezone.localdate():%Y-%m-%d}.xlsx")


def _written(form: AuditFilter) -> Iterator[tuple[Value, ...]]:
    nobody = gettext("Hệ thống")
    for row in said(queries.entries(form.chosen())[:NEWEST]):
        at = timezone.localtime(row.entry.at)
        changes = "\n".join(map(str, row.lines))
        yield at.date(), f"{at:%H:%M}", str(row.entry.by or nobody), row.entry.words, row.target, changes
