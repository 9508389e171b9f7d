"""How the pages of a document look, and where a fact stands on them."""

from django.http import FileResponse, Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from dondoc.office.accounts.access import signed_in
from dondoc.office.documents import access
from dondoc.office.documents.pageimages import boxes_of, image_of, pages_of
from dondoc.reading import ReadingError
from dondoc.text import Span

A_DAY = 24 * 60 * 60


@require_safe
def page_image(request: HttpRequest, pk: int, number: int) -> HttpResponse | FileResponse:
    """One page as an image; the same page of the same file never looks another way."""
    document = access.get(signed_in(request), pk)
    page = get_object_or_404(pages_of(document.reading), number=number)
    try:
        path = image_of(document, page)
    except ReadingError as problem:
        raise Http404(str(problem)) from problem
    response = FileResponse(path.open("rb"), content_type="image/webp")
    response["Cache-Control"] = f"private, max-age={A_DAY}"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response


@require_safe
def fact_places(request: HttpRequest, pk: int, fact_pk: int) -> JsonResponse:
    """Where the words of a fact stand: ``boxes`` [[page, left, top, right, bottom]] in ten-thousandths of the page."""
    document = access.get(signed_in(request), pk)
    fact = access.get_fact(document, fact_pk)
    placed = boxes_of(fact.reading, Span(fact.start, fact.end)) if fact.reading.pages.exists() else ()
    return JsonResponse({"boxes": [[page, *box] for page, box in placed]})
