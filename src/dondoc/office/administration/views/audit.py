"""The audit: a page of it, and what is shown as an Excel workbook."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.decorators.http import require_safe

from dondoc.office.accounts.access import administrators_only
from dondoc.office.administration import queries
from dondoc.office.administration.audit_export import NEWEST
from dondoc.office.administration.forms import AuditFilter
from dondoc.office.audit.changes import said
from dondoc.office.exports.answers import file_or_wait
from dondoc.office.look.addresses import PAGE

ENTRIES = 50


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
    return file_or_wait(request, "audit")
