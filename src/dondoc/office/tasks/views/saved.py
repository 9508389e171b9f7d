"""Keeping what an address of tasks shows under a name, and dropping it; which columns a person sees. One's own only."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from dondoc.office.accounts.access import signed_in
from dondoc.office.look.addresses import PAGE
from dondoc.office.look.undoing import say_undoable
from dondoc.office.refusal import Refusal
from dondoc.office.tasks.columns import COLUMNS_KEY, SEPARATOR, keep_columns, moved, read_columns, written
from dondoc.office.tasks.models import SavedView
from dondoc.office.tasks.saving import LIST, PAGES, address, save_view

OPEN = "mo"
AGAIN = "khoi-phuc"


@require_POST
def save(request: HttpRequest) -> HttpResponse:
    """Keep what the address shows."""
    page, query = _looked_at(request)
    name = request.POST.get("ten", "")
    try:
        view = save_view(person=signed_in(request), page=page, name=name, query=query, now=timezone.now())
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect(address(page, query))
    said = (
        gettext("Đã khôi phục cách xem “%(name)s”.")
        if AGAIN in request.POST
        else gettext("Đã lưu cách xem “%(name)s”.")
    )
    messages.success(request, said % {"name": view.name})
    return redirect(address(page, view.query))


@require_POST
def drop(request: HttpRequest, pk: int) -> HttpResponse:
    """Drop a view; the tasks stay as they are. To take that back is to save it again as it was."""
    view = get_object_or_404(SavedView, pk=pk, person=signed_in(request))
    view.delete()
    words = gettext("Đã bỏ cách xem “%(name)s”.") % {"name": view.name}
    kept = {"ten": view.name, "noi": view.page, "dia-chi": view.query, AGAIN: "1"}
    say_undoable(request, words, reverse("tasks:save_view"), kept)
    return redirect(address(*_looked_at(request)))


def _looked_at(request: HttpRequest) -> tuple[str, str]:
    """The page and the address that the person came from."""
    page = request.POST.get("noi", "")
    return page if page in PAGES else LIST, request.POST.get("dia-chi", "")


@require_POST
def columns(request: HttpRequest) -> HttpResponse:
    """Show these columns in this order, now and from now on; a button of a column only moves it."""
    order = request.POST.getlist("thu-tu")
    for button, by in (("len", -1), ("xuong", 1)):
        order = moved(order, request.POST.get(button, ""), by)
    shown = set(request.POST.getlist(COLUMNS_KEY))
    chosen = read_columns(SEPARATOR.join(each for each in order if each in shown))
    if "mac-dinh" in request.POST:
        chosen = ()
    keep_columns(person=signed_in(request), columns=chosen, now=timezone.now())
    query = QueryDict(request.POST.get("dia-chi", ""), mutable=True)
    for name in (COLUMNS_KEY, PAGE, OPEN):
        query.pop(name, None)
    if chosen:
        query[COLUMNS_KEY] = written(chosen)
    if "len" in request.POST or "xuong" in request.POST:
        query[OPEN] = COLUMNS_KEY
    return redirect(address(LIST, query.urlencode()))
