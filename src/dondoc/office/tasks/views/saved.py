"""Keeping the filters of the task list under a name, and dropping them; one's own only."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from dondoc.office.accounts.access import signed_in
from dondoc.office.refusal import Refusal
from dondoc.office.tasks.models import SavedView
from dondoc.office.tasks.saving import save_view

LIST = "tasks:list"


@require_POST
def save(request: HttpRequest) -> HttpResponse:
    """Keep what the address shows."""
    query = request.POST.get("dia-chi", "")
    name = request.POST.get("ten", "")
    try:
        view = save_view(person=signed_in(request), page=LIST, name=name, query=query, now=timezone.now())
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect(_list(query))
    messages.success(request, gettext("Đã lưu cách xem “%(name)s”.") % {"name": view.name})
    return redirect(_list(view.query))


@require_POST
def drop(request: HttpRequest, pk: int) -> HttpResponse:
    """Drop a view; the tasks stay as they are."""
    view = get_object_or_404(SavedView, pk=pk, person=signed_in(request))
    view.delete()
    messages.success(request, gettext("Đã bỏ cách xem “%(name)s”.") % {"name": view.name})
    return redirect(_list(request.POST.get("dia-chi", "")))


def _list(query: str) -> str:
    return f"{reverse(LIST)}?{query}" if query else reverse(LIST)
