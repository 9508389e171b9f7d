"""The wizard of a merger: who and when, what would move, then all of it at once; and the way back."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from dondoc.office.accounts.access import administrators_only, signed_in
from dondoc.office.agencies.actions import merging
from dondoc.office.agencies.actions.planning import plan_merger
from dondoc.office.agencies.actions.queueing import QUICK, queue_merger, queue_undo, rows_of
from dondoc.office.agencies.forms import MergerForm
from dondoc.office.agencies.merging import Moves, Plan, moves
from dondoc.office.agencies.models import Merger, MergerJob
from dondoc.office.agencies.planned import planned
from dondoc.office.look.form_pages import done
from dondoc.office.look.undoing import say_undoable
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
    """The form; with it sent, the preview; with the preview sent, the merger, or the page that waits for it.

    A merger of a day to come is only planned.
    """
    today = timezone.localdate()
    form = MergerForm(request.POST or None, today=today)
    context: dict[str, Any] = {"form": form, "mergers": _mergers(), "jobs": _jobs(), "planned": planned()}
    if (plan := done(form, lambda: form.plan(today))) is not None:
        found = moves(plan.earlier)
        if request.POST.get("buoc") == "lam":
            answer = done(form, lambda: _carry_out(request, plan, found.number))
            if answer is not None:
                return answer
        context |= {"plan": plan, "sections": _sections(found), "shown": SHOWN, "large": found.number > QUICK}
        context["to_come"] = plan.day > today
    return render(request, "agencies/merger.html", context, status=422 if form.errors else 200)


def _carry_out(request: HttpRequest, plan: Plan, rows: int) -> HttpResponse:
    by, now, chosen = signed_in(request), timezone.now(), _chosen(request)
    if plan.day > timezone.localdate(now):
        return redirect("agencies:merger_job", plan_merger(plan=plan, chosen=chosen, rows=rows, by=by, now=now).pk)
    if rows > QUICK:
        return redirect("agencies:merger_job", queue_merger(plan=plan, chosen=chosen, rows=rows, by=by, now=now).pk)
    merger = merging.merge(plan=plan, chosen=chosen, by=by, now=now)
    words = gettext("Đã sáp nhập. Có thể hoàn tác trong 30 ngày.")
    say_undoable(request, words, reverse("agencies:undo_merger", args=[merger.pk]), {})
    return redirect("agencies:show", plan.later.pk)


@require_safe
@administrators_only
def merger_job(request: HttpRequest, pk: int) -> HttpResponse:
    """A merger that the worker does: planned, or under way; looks again by itself until it has ended."""
    known = MergerJob.objects.select_related("merger__later", "undo_of__later", "by", "cancelled_by")
    job = get_object_or_404(known, pk=pk)
    template = "agencies/_merger_job.html" if request.headers.get("HX-Request") else "agencies/merger_job.html"
    return render(request, template, {"job": job, "plan": Plan.from_plain(job.asked) if job.day else None})


def _sections(found: Moves) -> list[tuple[str, int, list[MovingRow]]]:
    def rows(kind: str, pairs: Iterable[tuple[int, str, str]]) -> list[MovingRow]:
        return [MovingRow(f"{kind}-{pk}", words, owner) for pk, words, owner in pairs]

    tasks = rows("task", ((row.pk, row.task.text, str(row.agency)) for row in found.assignments[:SHOWN]))
    indicators = rows("indicator", ((each.pk, each.name, str(each.owner)) for each in found.indicators[:SHOWN]))
    people = rows("person", ((each.pk, str(each), str(each.agency)) for each in found.people[:SHOWN]))
    return [
        (gettext("Nhiệm vụ đang làm"), found.assignments.count(), tasks),
        (gettext("Chỉ tiêu"), found.indicators.count(), indicators),
        (gettext("Người dùng"), found.people.count(), people),
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
    carried_out = Merger.objects.select_related("later", "by", "undone_by").prefetch_related("earlier")[:20]
    return [(each, merging.may_undo(each, now)) for each in carried_out]


def _jobs() -> list[MergerJob]:
    """What the worker is at, and what was refused in the last days."""
    recent = Q(failure__gt="", ended_at__gte=timezone.now() - timedelta(days=7))
    at_it = Q(ended_at__isnull=True) & (Q(day__isnull=True) | Q(queued_at__isnull=False))
    return list(MergerJob.objects.filter(at_it | recent).select_related("by")[:10])


@require_POST
@administrators_only
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a merger back; a large one is handed to the worker."""
    merger = get_object_or_404(Merger, pk=pk)
    if rows_of(merger) > QUICK and merging.may_undo(merger, timezone.now()):
        job = queue_undo(merger=merger, by=signed_in(request), now=timezone.now())
        return redirect("agencies:merger_job", job.pk)
    try:
        merging.undo_merger(merger=merger, by=signed_in(request), now=timezone.now())
        messages.success(request, gettext("Đã hoàn tác sáp nhập: cơ quan cũ hoạt động lại, việc trở về chỗ cũ."))
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return redirect("agencies:merge")
