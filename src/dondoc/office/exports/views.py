"""The files that a person asked for: how far each has come, and the file itself. Nobody sees those of others."""

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from dondoc.office.accounts.access import signed_in
from dondoc.office.exports.kinds import KINDS
from dondoc.office.exports.models import KEPT_FOR, Export
from dondoc.office.exports.progress import done_of
from dondoc.office.exports.sight import sight_of
from dondoc.office.look.addresses import PAGE
from dondoc.office.look.downloads import attached

ROWS = 50


@require_safe
def export_list(request: HttpRequest) -> HttpResponse:
    """One's files that are still kept."""
    kept = signed_in(request).exports.filter(at__gte=timezone.now() - KEPT_FOR)
    page = Paginator(kept, ROWS).get_page(request.GET.get(PAGE))
    return render(request, "exports/list.html", {"page": page, "rows": [(each, KINDS[each.kind]) for each in page]})


@require_safe
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """One file: looks again by itself until it is there."""
    export = _kept(request, pk)
    done = min(done_of(pk), export.rows) if export.ended_at is None else export.rows
    kind = KINDS[export.kind]
    context = {"export": export, "done": done, "kind": kind, "may": _may_take(request, export)}
    context["again"] = f"{reverse(kind.route)}?{export.query}" if kind.may(export.person) else ""
    template = "exports/_export.html" if request.headers.get("HX-Request") else "exports/export.html"
    return render(request, template, context)


@require_safe
def take(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The file itself, for whoever asked for it and still sees what is in it."""
    export = _kept(request, pk)
    if not export.file:
        raise Http404
    if not _may_take(request, export):
        raise PermissionDenied(gettext("Quyền của bạn đã thay đổi từ lúc lập tệp này; hãy xuất lại."))
    address = reverse("exports:show", args=[pk])
    signed_in(request).notices.filter(link=address, read_at__isnull=True).update(read_at=timezone.now())
    return attached(FileResponse(export.file.open("rb"), content_type=KINDS[export.kind].media_type), export.name)


def _kept(request: HttpRequest, pk: int) -> Export:
    return get_object_or_404(signed_in(request).exports, pk=pk, at__gte=timezone.now() - KEPT_FOR)


def _may_take(request: HttpRequest, export: Export) -> bool:
    person = signed_in(request)
    return KINDS[export.kind].may(person) and export.sight == sight_of(person)
