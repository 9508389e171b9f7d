"""The document page, and its parts that are only read."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from dondoc.office.accounts.access import may_confirm, signed_in
from dondoc.office.documents import access, queries
from dondoc.office.documents.actions.decisions import present_facts
from dondoc.office.documents.mending import number_to_see
from dondoc.office.documents.models import DocumentStatus
from dondoc.office.documents.views.answers import card_among, panels_context
from dondoc.office.indicators.models import ObservationBase, ObservationRole


@require_safe
def document_page(request: HttpRequest, pk: int) -> HttpResponse:
    """The text on the left, its facts on the right."""
    document = access.get(signed_in(request), pk)
    context = panels_context(request, document)
    same_number = [
        gettext("Trùng số %(number)s với văn bản “%(title)s” (%(file)s); hãy kiểm tra lại.")
        % {"number": document.number, "title": twin.title[:120], "file": twin.original_name}
        for twin in queries.twins(access.visible(signed_in(request)), document)[:3]
    ]
    context["warnings"] = [*same_number, *(document.reading.warnings if document.reading else [])]
    context["mended"] = number_to_see(document.reading.repairs) if document.reading else 0
    context["picks"] = {"roles": ObservationRole.choices, "bases": ObservationBase.choices}
    return render(request, "documents/document.html", context)


@require_safe
def status(request: HttpRequest, pk: int) -> HttpResponse:
    """How far reading has come; when it has ended the browser is told to load the page."""
    document = access.get(signed_in(request), pk)
    if document.status in (DocumentStatus.READ, DocumentStatus.FAILED):
        response = HttpResponse(status=204)
        response["HX-Refresh"] = "true"
        return response
    return render(request, "documents/_status.html", {"document": document})


@require_safe
def fact_card(request: HttpRequest, pk: int, fact_pk: int) -> HttpResponse:
    """The card of one fact."""
    person = signed_in(request)
    document = access.get(person, pk)
    fact = access.get_fact(document, fact_pk)
    facts = list(present_facts(document))
    fact = next(each for each in facts if each.pk == fact.pk)
    context = {"card": card_among(fact, facts), "document": document, "may_confirm": may_confirm(person)}
    return render(request, "documents/_fact.html", context)
