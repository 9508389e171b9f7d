"""Letters to agencies that are late."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from dondoc.office.accounts.access import confirmers_only, signed_in
from dondoc.office.exports.answers import file_or_wait
from dondoc.office.look.downloads import DOCX, download
from dondoc.office.reminders.chasing import late_agencies, late_tasks, letter
from dondoc.office.rules.queries import calendar, current
from dondoc.office.tasks import access


@require_safe
@confirmers_only
def chase(request: HttpRequest) -> HttpResponse:
    """Agencies that are late, each with its letter."""
    today = timezone.localdate()
    late = late_agencies(access.visible(signed_in(request)), today)
    return render(request, "reminders/chase.html", {"late": late, "today": today})


@require_safe
@confirmers_only
def chase_letter(request: HttpRequest, pk: int) -> HttpResponse:
    """The letter to one agency as .docx."""
    tasks = access.visible(signed_in(request))
    late = late_agencies(tasks, timezone.localdate())
    one = next((each for each in late if each.agency.pk == pk), None)
    if one is None:
        raise Http404
    return download(letter(one, late_tasks(tasks, one), current(), calendar()), one.file_name, DOCX)


@require_safe
@confirmers_only
def chase_letters(request: HttpRequest) -> HttpResponse:
    """All letters in one .zip."""
    return file_or_wait(request, "letters")
