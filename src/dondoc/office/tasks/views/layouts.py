"""The task list as a board, as a month, as bars over time; the same filters, the same address."""

from datetime import date, timedelta
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from dondoc.office.accounts.access import signed_in
from dondoc.office.tasks import access, layouts, listing
from dondoc.office.tasks.forms import TaskFilter
from dondoc.office.tasks.models import Task

MONTH = "thang"


def _chosen(request: HttpRequest, today: date) -> tuple[QuerySet[Task], dict[str, Any]]:
    in_sight = access.visible(signed_in(request))
    form = TaskFilter(request.GET)
    form.offer(in_sight)
    tasks = listing.filtered(in_sight, form.chosen(), today)
    return tasks, {"form": form, "chips": form.chips(request.GET), "query": request.GET.urlencode()}


@require_safe
def board(request: HttpRequest) -> HttpResponse:
    """A column a standing."""
    today = timezone.localdate()
    tasks, context = _chosen(request, today)
    return render(request, "tasks/board.html", {**context, "layout": "board", "columns": layouts.board(tasks, today)})


@require_safe
def month(request: HttpRequest) -> HttpResponse:
    """The deadlines of one month."""
    today = timezone.localdate()
    tasks, context = _chosen(request, today)
    first = _month(request.GET.get(MONTH, ""), today)
    before = request.GET.copy()
    after = request.GET.copy()
    before[MONTH] = f"{first - timedelta(days=1):%Y-%m}"
    after[MONTH] = f"{first + timedelta(days=32):%Y-%m}"
    context |= {
        "layout": "month",
        "first": first,
        "weeks": layouts.month(tasks, first, today),
        "before": before.urlencode(),
        "after": after.urlencode(),
    }
    return render(request, "tasks/month.html", context)


def _month(words: str, today: date) -> date:
    try:
        year, number = (int(part) for part in words.split("-"))
        return date(year, number, 1) if 1900 < year < 9000 else today.replace(day=1)
    except ValueError:
        return today.replace(day=1)


@require_safe
def timeline(request: HttpRequest) -> HttpResponse:
    """Bars from the day a task was given to its deadline."""
    today = timezone.localdate()
    tasks, context = _chosen(request, today)
    return render(
        request, "tasks/timeline.html", {**context, "layout": "timeline", "span": layouts.timeline(tasks, today)}
    )
