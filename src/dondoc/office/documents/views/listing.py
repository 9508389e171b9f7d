"""The list of documents."""

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from dondoc.office.accounts.access import may_confirm, signed_in
from dondoc.office.documents import access, queries
from dondoc.office.documents.forms import DocumentFilter
from dondoc.office.documents.models import Document, DocumentStatus
from dondoc.office.look.addresses import PAGE, SORT, headings

ROWS = 50
COLUMNS = {"van-ban": _("Văn bản"), "ngay": _("Ngày ban hành"), "tai-len": _("Tải lên")}
WORKING = (DocumentStatus.WAITING, DocumentStatus.READING)


@require_safe
def document_list(request: HttpRequest) -> HttpResponse:
    """Documents by words, kind, state, year and issuer; the address holds the whole state."""
    in_sight = access.visible(signed_in(request))
    form = DocumentFilter(request.GET)
    form.offer(*queries.years_and_issuers(in_sight))
    documents = queries.ordered(queries.filtered(in_sight, form.chosen()), request.GET.get(SORT))
    page: Page[Document] = Paginator(queries.Pages(documents), ROWS).get_page(request.GET.get(PAGE))
    shown = list(page.object_list)
    context = {
        "documents": shown,
        "form": form,
        "chips": form.chips(request.GET),
        "heads": headings(request.GET, COLUMNS, queries.FIRST_ORDER),
        "page": page,
        "may_confirm": may_confirm(signed_in(request)),
        "working": any(document.status in WORKING for document in shown),
    }
    partial = getattr(request, "htmx", False) and not getattr(request.htmx, "boosted", False)  # type: ignore[attr-defined]
    return render(request, "documents/_rows.html" if partial else "documents/list.html", context)
