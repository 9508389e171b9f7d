"""The task list as a board, as a month, as bars over time; the same filters, the same address."""

from datetime import date, timedelta
from urllib.parse import quote

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from dondoc.office.look.addresses import changed
from dondoc.office.look.spreadsheets import as_download
from dondoc.office.tasks import layouts
from dondoc.office.tasks.board import board as board_of
from dondoc.office.tasks.layout_drawing import CardPen, DuePen, SpanPen
from dondoc.office.tasks.layout_export import draft_board, draft_month, draft_timeline
from dondoc.office.tasks.models import Phase, Task
from dondoc.office.tasks.rights import may_comment
from dondoc.office.tasks.saving import MONTH
from dondoc.office.tasks.views.chosen import Chosen, chosen, frame

GOING = (Phase.OPEN, Phase.LACKING, Phase.SUBMITTED, Phase.WAITING)


@require_safe
def board(request: HttpRequest) -> HttpResponse:
    """A column a standing."""
    found = chosen(request)
    context = frame(request, found, "tasks:board")
    columns = board_of(found.tasks, found.today)
    lists = [(column, reverse("tasks:list") + changed(request.GET, "tinh-trang", column.value)) for column in columns]
    any_task = any(column.number for column in columns)
    moves = any_task and may_comment(found.person)
    pen = CardPen(moves, quote(context["query"], safe=""))
    context |= {"columns": lists, "any_task": any_task, "moves": moves, "pen": pen}
    return render(request, "tasks/board.html", context)


@require_safe
def month(request: HttpRequest) -> HttpResponse:
    """The deadlines of one month."""
    found = chosen(request)
    first = _month(request.GET.get(MONTH, ""), found.today)
    weeks = layouts.month(found.tasks, first, found.today)
    before = request.GET.copy()
    after = request.GET.copy()
    before[MONTH] = f"{first - timedelta(days=1):%Y-%m}"
    after[MONTH] = f"{first + timedelta(days=32):%Y-%m}"
    context = frame(request, found, "tasks:month") | {
        "first": first,
        "is_now": first == found.today.replace(day=1),
        "weeks": weeks,
        "pen": DuePen(),
        "any_due": any(day.rows for week in weeks for day in week if day.inside),
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
    found = chosen(request)
    span = layouts.timeline(_going(found), found.today)
    context = frame(request, found, "tasks:timeline") | {"span": span, "pen": SpanPen(span) if span else None}
    return render(request, "tasks/timeline.html", context)


def _going(found: Chosen) -> QuerySet[Task]:
    # What has ended is looked at only when it is asked for: else the oldest of it would fill the page.
    return found.tasks if found.form.chosen().get("standing") else found.tasks.filter(phase__in=GOING)


@require_safe
def export_board(request: HttpRequest) -> HttpResponse:
    """The board as .xlsx."""
    found = chosen(request)
    return as_download(draft_board(found.tasks, found.scope, found.today), "nhiem-vu-theo-tinh-trang.xlsx")


@require_safe
def export_month(request: HttpRequest) -> HttpResponse:
    """The month as .xlsx."""
    found = chosen(request)
    first = _month(request.GET.get(MONTH, ""), found.today)
    weeks = layouts.month(found.tasks, first, found.today)
    return as_download(draft_month(weeks, first, found.scope, found.today), f"nhiem-vu-thang-{first:%Y-%m}.xlsx")


@require_safe
def export_timeline(request: HttpRequest) -> HttpResponse:
    """The bars as .xlsx."""
    found = chosen(request)
    span = layouts.timeline(_going(found), found.today)
    return as_download(draft_timeline(span, found.scope, found.today), "nhiem-vu-theo-thoi-gian.xlsx")
