"""The queue of names that fit nothing, and what a person says about them."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from dondoc.office.accounts.access import confirmers_only, signed_in
from dondoc.office.agencies import unmatched
from dondoc.office.agencies.actions import learning
from dondoc.office.agencies.forms import OwnerForm
from dondoc.office.agencies.models import NotAgency
from dondoc.office.look.addresses import PAGE
from dondoc.office.refusal import Refusal

ROWS = 30


@require_safe
@confirmers_only
def queue(request: HttpRequest) -> HttpResponse:
    """The names, the most frequent first, each with the agencies most like it."""
    waiting = unmatched.waiting()
    page = Paginator(waiting, ROWS).get_page(request.GET.get(PAGE))
    guessed = unmatched.guesses(page.object_list, timezone.localdate())
    context = {
        "page": page,
        "rows": [(each, guessed[each.key]) for each in page.object_list],
        "rows_waiting": sum(each.number for each in waiting),
        "refused": NotAgency.objects.select_related("by")[:100],
    }
    return render(request, "agencies/queue.html", context)


@require_POST
@confirmers_only
def learn(request: HttpRequest) -> HttpResponse:
    """A name means an agency or a group."""
    form = OwnerForm(request.POST)
    if not form.is_valid():
        messages.error(request, gettext("Hãy chọn cơ quan hoặc nhóm cho tên này."))
        return redirect("agencies:queue")
    owner = form.found(timezone.localdate())
    if owner is None:
        words = gettext("Không có cơ quan hay nhóm tên “%(name)s”; hãy chọn trong danh sách gợi ý.")
        messages.error(request, words % {"name": form.cleaned_data["owner"]})
        return redirect("agencies:queue")
    name = form.cleaned_data["name"]
    try:
        number = learning.learn_name(name=name, owner=owner, by=signed_in(request), now=timezone.now())
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect("agencies:queue")
    words = gettext("“%(name)s” là %(owner)s: đã gán %(number)d dòng; lần sau tự nhận ra.")
    messages.success(request, words % {"name": name, "owner": owner.name, "number": number})
    return redirect("agencies:queue")


@require_POST
@confirmers_only
def refuse(request: HttpRequest) -> HttpResponse:
    """A name is nobody who can owe a task."""
    name = " ".join(request.POST.get("name", "").split())[:300]
    if name:
        learning.not_an_agency(name=name, by=signed_in(request), now=timezone.now())
        messages.success(request, gettext("“%(name)s” không phải cơ quan; không hỏi lại nữa.") % {"name": name})
    return redirect("agencies:queue")


@require_POST
@confirmers_only
def ask_again(request: HttpRequest, pk: int) -> HttpResponse:
    """A name comes back into the queue."""
    refused = get_object_or_404(NotAgency, pk=pk)
    learning.ask_again(refused=refused, by=signed_in(request), now=timezone.now())
    messages.success(request, gettext("Đã đưa “%(name)s” trở lại hàng chờ.") % {"name": refused.name})
    return redirect("agencies:queue")
