"""Answers that the pages of documents share: both columns, a card, a refusal."""

import json
from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from dondoc.office.accounts.access import may_confirm, signed_in
from dondoc.office.documents.actions.deciding import last_decision
from dondoc.office.documents.actions.decisions import Change, present_facts
from dondoc.office.documents.cards import card_of, counters_of, marks_of, panel_of
from dondoc.office.documents.layout import lay_out
from dondoc.office.documents.letterhead import set_letterhead
from dondoc.office.documents.models import Document, Fact, FactKind
from dondoc.office.documents.pageimages import pages_of
from dondoc.office.refusal import Refusal

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]


def panels_context(request: HttpRequest, document: Document) -> dict[str, Any]:
    """Everything that the two columns of the document page show."""
    person = signed_in(request)
    facts = list(present_facts(document)) if document.reading_id else []
    return {
        "document": document,
        "paper": set_letterhead(lay_out(document.reading, marks_of(facts)) if document.reading else []),
        "pages": list(pages_of(document.reading)) if document.reading else [],
        "panel": panel_of(facts),
        "counters": counters_of(facts, document.reviewed_at is not None),
        "may_confirm": may_confirm(person),
        "may_undo": may_confirm(person) and last_decision(document, person) is not None,
    }


def panels(request: HttpRequest, document: Document, change: Change) -> HttpResponse:
    """Both columns anew, after a decision that changed which facts there are."""
    document = Document.objects.select_related("reading", "reviewed_by").get(pk=document.pk)
    context = {**panels_context(request, document), "focus": change.focus}
    response = render(request, "documents/_panels.html", context)
    response["HX-Retarget"] = "#panels"
    response["HX-Reswap"] = "outerHTML"
    # Both columns come anew with their states, and a header must stay small.
    return _with_news(response, replace(change, facts=()), context["counters"])


def card(request: HttpRequest, document: Document, change: Change) -> HttpResponse:
    """The card of the one fact that changed."""
    facts = list(present_facts(document))
    fact = next(each for each in facts if each.pk == change.focus)
    context = {
        "card": card_among(fact, facts),
        "document": document,
        "may_confirm": may_confirm(signed_in(request)),
    }
    response = render(request, "documents/_fact.html", context)
    return _with_news(response, change, counters_of(facts, document.reviewed_at is not None))


def card_among(fact: Fact, facts: list[Fact]) -> Any:
    """The card of ``fact``; a finding names its figures from ``facts``."""
    return card_of(fact, {each.key: each for each in facts if each.kind == FactKind.QUANTITY})


def _with_news(response: HttpResponse, change: Change, counters: Any) -> HttpResponse:
    names = ("found", "confirmed", "open", "rejected", "tasks", "figures", "findings", "reviewed")
    news = {
        "states": {str(fact.pk): fact.state for fact in change.facts if fact.pk is not None},
        "counters": {name: getattr(counters, name) for name in names},
        "focus": change.focus,
        "message": change.message,
    }
    response["HX-Trigger"] = json.dumps({"facts-changed": news})
    return response


def refused(sentence: str, status: int = 409) -> HttpResponse:
    """A refusal: its sentence as plain text, and the same as an event for the page."""
    response = HttpResponse(sentence, status=status, content_type="text/plain; charset=utf-8")
    response["HX-Trigger"] = json.dumps({"refused": {"message": sentence}})
    return response


def says_refusals(view: View[P]) -> View[P]:
    """Turn a ``Refusal`` of an action into an answer 409."""

    @wraps(view)
    def answering(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except Refusal as refusal:
            return refused(str(refusal))

    return answering


def whole_number(words: str | None) -> int:
    """A number of a form or address; anything else is a wrong address."""
    try:
        return int(words or "")
    except ValueError:
        raise Http404 from None
