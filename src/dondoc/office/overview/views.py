"""The overview."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from dondoc.office.accounts.access import confirmers_only, may_confirm, signed_in
from dondoc.office.documents import access as documents_access
from dondoc.office.documents.queries import flagged, latest
from dondoc.office.exports.answers import file_or_wait
from dondoc.office.indicators import access as indicators_access
from dondoc.office.look.downloads import DOCX, download
from dondoc.office.overview import queries
from dondoc.office.overview.exceptions import exceptions
from dondoc.office.overview.exceptions_export import draft_letter
from dondoc.office.rules.queries import current
from dondoc.office.tasks import access as tasks_access
from dondoc.office.tasks.lines import lines
from dondoc.office.tasks.queries import by_standing, next_deadlines

LINES = 8


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """How tasks stand, next deadlines, figures that do not add up, newest documents."""
    person = signed_in(request)
    today = timezone.localdate()
    tasks = tasks_access.visible(person)
    documents = documents_access.visible(person)
    counted = by_standing(tasks, today)
    found, findings = flagged(documents, LINES)
    context = {
        "today": today,
        "tiles": queries.tiles(counted),
        "total": sum(counted.values()),
        "next": lines(next_deadlines(tasks, today, LINES), today).values(),
        "flagged": findings,
        "flagged_count": found,
        "documents": latest(documents, LINES),
        "by_lead": queries.by_lead(tasks, today),
        "plan": queries.plan_reached(
            indicators_access.visible(person), indicators_access.visible_observations(person), today
        ),
        "may_confirm": may_confirm(request.user),
    }
    return render(request, "overview/home.html", context)


@require_safe
@confirmers_only
def exceptional(request: HttpRequest) -> HttpResponse:
    """Exceptions only, for leaders and the office."""
    today = timezone.localdate()
    found = exceptions(tasks_access.visible(signed_in(request)), today)
    return render(request, "overview/exceptions.html", {"today": today, "found": found})


@require_safe
@confirmers_only
def exceptions_sheet(request: HttpRequest) -> HttpResponse:
    """The exceptions as .xlsx."""
    return file_or_wait(request, "exceptions")


@require_safe
@confirmers_only
def exceptions_letter(request: HttpRequest) -> HttpResponse:
    """The exceptions as a report in .docx."""
    today, tasks = timezone.localdate(), tasks_access.visible(signed_in(request))
    found = exceptions(tasks, today)
    return download(draft_letter(found, tasks, today, current()), f"ngoai-le-{today:%Y-%m-%d}.docx", DOCX)
