"""What a person decides about facts: each view checks the right, then asks one action."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from dondoc.office.accounts.access import confirmers_only, may_confirm, signed_in
from dondoc.office.documents import access
from dondoc.office.documents.actions import deciding, reading, reshaping, uploading
from dondoc.office.documents.actions.decisions import Change, present_facts
from dondoc.office.documents.cards import card_of, counters_of
from dondoc.office.documents.forms import form_for
from dondoc.office.documents.views.answers import card, panels, refused, says_refusals, whole_number
from dondoc.office.refusal import Refusal


def _one(request: HttpRequest, pk: int, fact_pk: int, act: Callable[..., Change]) -> HttpResponse:
    person = signed_in(request)
    document = access.get(person, pk)
    change = act(document=document, fact_pk=fact_pk, by=person, now=timezone.now())
    return panels(request, document, change) if change.anew else card(request, document, change)


@require_POST
@confirmers_only
@says_refusals
def confirm(request: HttpRequest, pk: int, fact_pk: int) -> HttpResponse:
    """Confirm one fact."""
    return _one(request, pk, fact_pk, deciding.confirm)


@require_POST
@confirmers_only
@says_refusals
def reject(request: HttpRequest, pk: int, fact_pk: int) -> HttpResponse:
    """Say that a fact is none."""
    return _one(request, pk, fact_pk, deciding.reject)


@require_POST
@confirmers_only
@says_refusals
def answer_finding(request: HttpRequest, pk: int, fact_pk: int) -> HttpResponse:
    """Say what became of a finding."""
    person = signed_in(request)
    document = access.get(person, pk)
    change = deciding.answer_finding(
        document=document,
        fact_pk=fact_pk,
        answer=request.POST.get("answer", ""),
        reason=request.POST.get("reason", "")[:1000],
        by=person,
        now=timezone.now(),
    )
    return card(request, document, change)


@require_POST
@confirmers_only
@says_refusals
def reopen(request: HttpRequest, pk: int, fact_pk: int) -> HttpResponse:
    """Make a decided fact a draft again."""
    return _one(request, pk, fact_pk, deciding.reopen)


@require_http_methods(["GET", "HEAD", "POST"])
@confirmers_only
@says_refusals
def edit(request: HttpRequest, pk: int, fact_pk: int) -> HttpResponse:
    """The form that corrects a fact, and its answer."""
    person = signed_in(request)
    document = access.get(person, pk)
    shown = card_of(access.get_fact(document, fact_pk))
    form = form_for(shown, request.POST if request.method == "POST" else None)
    if form is None:
        return refused(gettext("Chỉ sửa được nhiệm vụ và số liệu."))
    if request.method == "POST" and form.is_valid():
        change = deciding.edit(document=document, fact_pk=fact_pk, values=form.values(), by=person, now=timezone.now())
        return card(request, document, change)
    context = {"card": shown, "form": form, "document": document}
    return render(request, "documents/_fact_form.html", context, status=422 if request.method == "POST" else 200)


@require_POST
@confirmers_only
@says_refusals
def split(request: HttpRequest, pk: int, fact_pk: int) -> HttpResponse:
    """Cut a task in several."""
    person = signed_in(request)
    document = access.get(person, pk)
    at = [whole_number(each) for each in request.POST.getlist("at")]
    change = reshaping.split(document=document, fact_pk=fact_pk, at=at, by=person, now=timezone.now())
    return panels(request, document, change)


@require_POST
@confirmers_only
@says_refusals
def merge_with_next(request: HttpRequest, pk: int, fact_pk: int) -> HttpResponse:
    """Make one task of two."""
    person = signed_in(request)
    document = access.get(person, pk)
    change = reshaping.merge_with_next(document=document, fact_pk=fact_pk, by=person, now=timezone.now())
    return panels(request, document, change)


@require_POST
@confirmers_only
def add_fact(request: HttpRequest, pk: int) -> HttpResponse:
    """Add a task or a figure from marked words."""
    person = signed_in(request)
    document = access.get(person, pk)
    start, end = whole_number(request.POST.get("start")), whole_number(request.POST.get("end"))
    kind = request.POST.get("kind", "")
    try:
        change = reshaping.add_fact(document=document, kind=kind, start=start, end=end, by=person, now=timezone.now())
    except Refusal as refusal:
        return refused(str(refusal), status=422)
    return panels(request, document, change)


@require_POST
@confirmers_only
@says_refusals
def confirm_all(request: HttpRequest, pk: int) -> HttpResponse:
    """Confirm all that remains."""
    person = signed_in(request)
    document = access.get(person, pk)
    return panels(request, document, deciding.confirm_all(document=document, by=person, now=timezone.now()))


@require_POST
@confirmers_only
@says_refusals
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back the person's last decision."""
    person = signed_in(request)
    document = access.get(person, pk)
    return panels(request, document, deciding.undo(document=document, by=person, now=timezone.now()))


@require_POST
@confirmers_only
@says_refusals
def mark_reviewed(request: HttpRequest, pk: int) -> HttpResponse:
    """Note that the whole text was reviewed, or take the note back."""
    person = signed_in(request)
    document = access.get(person, pk)
    reviewed = request.POST.get("reviewed", "1") == "1"
    deciding.mark_reviewed(document=document, reviewed=reviewed, by=person, now=timezone.now())
    document.refresh_from_db()
    context = {
        "document": document,
        "counters": counters_of(present_facts(document), document.reviewed_at is not None),
        "may_confirm": may_confirm(person),
        "may_undo": deciding.last_decision(document, person) is not None,
    }
    return render(request, "documents/_counters.html", context)


@require_POST
@confirmers_only
@says_refusals
def read_again(request: HttpRequest, pk: int) -> HttpResponse:
    """Queue another reading."""
    person = signed_in(request)
    document = access.get(person, pk)
    reading.read_again(document=document, by=person, now=timezone.now())
    return _go(request, "documents:document", pk)


@require_POST
@confirmers_only
@says_refusals
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Take out a document that could not be read."""
    person = signed_in(request)
    uploading.remove_failed(document=access.get(person, pk), by=person, now=timezone.now())
    return _go(request, "documents:list")


def _go(request: HttpRequest, name: str, *args: int) -> HttpResponse:
    answer = redirect(name, *args)
    if request.headers.get("HX-Request") != "true":
        return answer
    response = HttpResponse(status=204)
    response["HX-Redirect"] = answer["Location"]
    return response
