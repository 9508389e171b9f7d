"""The page that a person opens in the morning."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from dondoc.office.accounts.access import may_confirm, signed_in
from dondoc.office.documents import access as documents_access
from dondoc.office.documents.queries import in_state, latest
from dondoc.office.tasks.mine import waiting_for

DOCUMENTS = 8


@require_safe
def my_work(request: HttpRequest) -> HttpResponse:
    """What waits for the person today, and documents whose facts wait for a decision."""
    person = signed_in(request)
    today = timezone.localdate()
    waiting = in_state(documents_access.visible(person), "con-cho") if may_confirm(person) else None
    context = {
        "today": today,
        "heaps": waiting_for(person, today),
        "documents": latest(waiting, DOCUMENTS) if waiting is not None else [],
        "document_count": waiting.count() if waiting is not None else 0,
    }
    return render(request, "tasks/mine.html", context)
