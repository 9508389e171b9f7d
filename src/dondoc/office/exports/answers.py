"""What a page answers that is asked for a file: the file, or where there is much in it the page that waits for it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from dondoc.office.accounts.access import signed_in
from dondoc.office.exports.actions import ask_for
from dondoc.office.exports.kinds import KINDS, Asked
from dondoc.office.exports.progress import Progress
from dondoc.office.look.downloads import download


def file_or_wait(request: HttpRequest, name: str) -> HttpResponse:
    """The file of the kind ``name`` under the address of ``request``."""
    kind, asked = KINDS[name], Asked(signed_in(request), request.GET, timezone.localdate())
    rows = kind.rows(asked)
    if rows <= kind.at_once:
        return download(kind.draft(asked, Progress()), kind.name_of(asked), kind.media_type)
    return redirect("exports:show", ask_for(kind=name, asked=asked, rows=rows, now=timezone.now()).pk)
