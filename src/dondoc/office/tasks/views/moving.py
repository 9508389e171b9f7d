"""Where a card of the board can go: every column with the act that leads there, or with why none does."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from dondoc.office.accounts.access import signed_in
from dondoc.office.tasks import access, queries
from dondoc.office.tasks.dropping import Move, moves
from dondoc.office.tasks.saving import address
from dondoc.office.tasks.standing import Standing
from dondoc.office.tasks.wording import badge

COLUMN, BACK = "den", "ve"


@require_safe
def choose(request: HttpRequest, pk: int) -> HttpResponse:
    """The columns to choose from; a column that the address names leads straight to the form, or back with why not."""
    person = signed_in(request)
    access.get(person, pk)
    task = queries.whole(queries.for_list(access.visible(person), timezone.localdate())).get(pk=pk)
    found = moves(person, task)
    back = request.GET.get(BACK, "")
    if column := request.GET.get(COLUMN):
        return _dropped(request, pk, next((move for move in found if move.to == column), None), back)
    lines = [(badge(move.to), move, _form(pk, move, back)) for move in found]
    context = {
        "task": task,
        "stands": badge(Standing(task.standing)),
        "ways": [line for line in lines if line[1].slug],
        "walls": [line for line in lines if not line[1].slug],
        "back": address("tasks:board", back),
    }
    part = request.headers.get("HX-Request") == "true"
    return render(request, "tasks/_moves.html" if part else "tasks/moves.html", context)


def _form(pk: int, move: Move, back: str) -> str:
    """The address of the form of the act."""
    if not move.slug:
        return ""
    return f"{reverse('tasks:act', args=[pk, move.slug])}?{urlencode({COLUMN: move.to.value, BACK: back})}"


def _dropped(request: HttpRequest, pk: int, move: Move | None, back: str) -> HttpResponse:
    if move is None:
        raise Http404
    if move.slug:
        return redirect(_form(pk, move, back))
    messages.warning(request, str(move.why))
    return redirect(address("tasks:board", back))
