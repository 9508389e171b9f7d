"""What reading mended in the words of a document: the list, and taking one of them back."""

from collections.abc import Callable

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from dondoc.office.accounts.access import confirmers_only, may_confirm, signed_in
from dondoc.office.documents import access
from dondoc.office.documents.actions import mending
from dondoc.office.documents.mending import mends_of
from dondoc.office.documents.views.answers import says_refusals

PAGE = "trang"
ROWS = 50


@require_safe
def mends(request: HttpRequest, pk: int) -> HttpResponse:
    """The mends of the present reading, in reading order."""
    person = signed_in(request)
    document = access.get(person, pk)
    reading = document.reading
    page = Paginator(reading.repairs if reading else [], ROWS).get_page(request.GET.get(PAGE))
    context = {
        "document": document,
        "page": page,
        "mends": mends_of(reading.content, list(page.object_list)) if reading else [],
        "may_confirm": may_confirm(person),
    }
    return render(request, "documents/mends.html", context)


@require_POST
@confirmers_only
@says_refusals
def take_back(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    """Let the words stand as the file has them."""
    return _decided(request, pk, key, mending.take_back)


@require_POST
@confirmers_only
@says_refusals
def mend_again(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    """Mend again what was taken back."""
    return _decided(request, pk, key, mending.mend_again)


def _decided(request: HttpRequest, pk: int, key: str, act: Callable[..., None]) -> HttpResponse:
    person = signed_in(request)
    document = access.get(person, pk)
    act(document=document, key=key, by=person, now=timezone.now())
    return redirect("documents:document", document.pk)
