"""The wizard of a merger: who and when, what would move, then all of it at once; and the way back."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from dondoc.office.accounts.access import administrators_only, signed_in
from dondoc.office.agencies.actions import merging
from dondoc.office.agencies.forms import MergerForm
from dondoc.office.agencies.merging import Moves, Plan, moves
from dondoc.office.agencies.models import Merger
from dondoc.office.refusal import Refusal

SHOWN = 300


@dataclass(frozen=True, slots=True)
class MovingRow:
    """One row of the preview: ``field`` is its name in the form."""

    field: str
    words: str
    owner: str


@require_http_methods(["GET", "HEAD", "POST"])
@administrators_only
def merge(request: HttpRequest) -> HttpResponse:
    """The form; with it sent, the preview; with the preview sent, the merger."""
    today = timezone.localdate()
    form = MergerForm(request.POST or None, today=today)
    context: dict[str, Any] = {"form": form, "mergers": _mergers()}
    if request.method == "POST" and form.is_valid():
        earlier, others = form.picked("earlier", today), form.picked("others", today)
        if form.is_valid():
            said = form.cleaned_data
            plan = Plan(tuple(earlier), said["later"], tuple(others), said["day"], said["decree"])
            if request.POST.get("buoc") == "lam":
                try:
                    merging.merge(plan=plan, chosen=_chosen(request), by=signed_in(request), now=timezone.now())
                    messages.success(request, gettext("Đã sáp nhập. Có thể hoàn tác trong 30 ngày."))
                    return redirect("agencies:show", plan.later.pk)
                except Refusal as refusal:
                    form.add_error(None, str(refusal))
            context |= {"plan": plan, "sections": _sections(moves(plan.earlier)), "shown": SHOWN}
    return render(request, "agencies/merger.html", context, status=422 if form.errors else 200)


def _sections(found: Moves) -> list[tuple[str, int, list[MovingRow]]]:
    def rows(kind: str, pairs: Iterable[tuple[int, str, str]]) -> list[MovingRow]:
        return [MovingRow(f"{kind}-{pk}", words, owner) for pk, words, owner in pairs]

    tasks = rows("task", ((row.pk, row.task.text, str(row.agency)) for row in found.assignments[:SHOWN]))
    indicators = rows("indicator", ((each.pk, each.name, str(each.owner)) for each in found.indicators[:SHOWN]))
    people = rows("person", ((each.pk, str(each), str(each.agency)) for each in found.people[:SHOWN]))
    return [
        (gettext("Nhiệm vụ đang làm"), len(found.assignments), tasks),
        (gettext("Chỉ tiêu"), len(found.indicators), indicators),
        (gettext("Người dùng"), len(found.people), people),
    ]


def _chosen(request: HttpRequest) -> dict[tuple[str, int], int]:
    found = {}
    for name, value in request.POST.items():
        kind, _, pk = name.partition("-")
        if kind in ("task", "indicator", "person") and pk.isdecimal() and str(value).isdecimal():
            found[kind, int(pk)] = int(str(value))
    return found


def _mergers() -> list[tuple[Merger, bool]]:
    now = timezone.now()
    done = Merger.objects.select_related("later", "by", "undone_by").prefetch_related("earlier")[:20]
    return [(each, merging.may_undo(each, now)) for each in done]


@require_POST
@administrators_only
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a merger back."""
    merger = get_object_or_404(Merger, pk=pk)
    try:
        merging.undo_merger(merger=merger, by=signed_in(request), now=timezone.now())
        messages.success(request, gettext("Đã hoàn tác sáp nhập: cơ quan cũ hoạt động lại, việc trở về chỗ cũ."))
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return redirect("agencies:merge")
