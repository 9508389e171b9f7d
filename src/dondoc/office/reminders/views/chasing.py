"""Letters to agencies that are late."""

import zipfile
from io import BytesIO

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from dondoc.office.accounts.access import confirmers_only, signed_in
from dondoc.office.look.downloads import DOCX, ZIP, download
from dondoc.office.reminders.chasing import Late, late_agencies, late_tasks, letter
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
    return download(letter(one, late_tasks(tasks, one), current(), calendar()), _name(one), DOCX)


@require_safe
@confirmers_only
def chase_letters(request: HttpRequest) -> HttpResponse:
    """All letters in one .zip."""
    tasks = access.visible(signed_in(request))
    late = late_agencies(tasks, timezone.localdate())
    rules, office = current(), calendar()
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        for one in late:
            package.writestr(_name(one), letter(one, late_tasks(tasks, one), rules, office))
    return download(packed.getvalue(), f"don-doc-{timezone.localdate():%Y-%m-%d}.zip", ZIP)


def _name(late: Late) -> str:
    return f"don-doc-{late.agency.code}-{late.today:%Y-%m-%d}.docx"
