"""Answering through a link, without signing in; and the office's pages of its links."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from dondoc.office.accounts.access import confirmers_only, signed_in
from dondoc.office.accounts.limits import address_of, too_many
from dondoc.office.agencies.queries import Standpoint, standpoint
from dondoc.office.answering import actions, acts, queries
from dondoc.office.answering.forms import begin
from dondoc.office.answering.models import TaskLink
from dondoc.office.look.addresses import PAGE
from dondoc.office.refusal import Refusal
from dondoc.office.tasks.actions.acting import Overtaken
from dondoc.office.tasks.models import Task
from dondoc.office.tasks.queries import search
from dondoc.office.tasks.standing import Standing
from dondoc.office.tasks.wording import badge

SIGNER = "answering.signer"
MISSES, MISS_SECONDS = 30, 600
ROWS, SHOWN = 20, 50


def _opened(request: HttpRequest, token: str) -> TaskLink | HttpResponse:
    """The link, or the answer to somebody who has none that works."""
    now = timezone.now()
    link = queries.link_of(token)
    if link is None:
        if too_many("task-link", address_of(request), most=MISSES, seconds=MISS_SECONDS):
            return render(request, "answering/closed.html", {"busy": True}, status=429)
        return render(request, "answering/closed.html", status=404)
    if not link.works(now):
        return render(request, "answering/closed.html", {"link": link}, status=410)
    if queries.used_up(link, now):
        return render(request, "answering/closed.html", {"busy": True}, status=429)
    return link


@require_safe
@never_cache
@login_not_required
def answer(request: HttpRequest, token: str) -> HttpResponse:
    """The tasks of a link, each with what was reported and what can be done."""
    link = _opened(request, token)
    if isinstance(link, HttpResponse):
        return link
    today, place = timezone.localdate(), standpoint(link.agency)
    actions.note_use(link=link, act="open", task=None, signed="", address=address_of(request), now=timezone.now())
    words = request.GET.get("q", "")[:200]
    tasks = queries.tasks_of(link)
    page = Paginator(queries.drawn(search(tasks, words), today), ROWS).get_page(request.GET.get(PAGE))
    rows = [_row(link, place, task, today) for task in page.object_list]
    context = {"link": link, "rows": rows, "page": page, "token": token, "words": words, "number": tasks.count()}
    answered = render(request, "answering/answer.html", context)
    answered["X-Robots-Tag"] = "noindex"
    return answered


def _row(link: TaskLink, place: Standpoint, task: Task, today: date) -> dict[str, Any]:
    own = [each for each in task.evidence.all() if each.agency_id == link.agency_id and each.withdrawn_at is None]
    return {
        "task": task,
        "badge": badge(Standing(task.standing), task.deadline, today),  # type: ignore[attr-defined]
        "reports": [each for each in task.reports.all() if each.agency_id == link.agency_id][:3],
        "evidence": own,
        "acts": acts.offered(task, place),
    }


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_not_required
def answer_act(request: HttpRequest, token: str, pk: int, slug: str) -> HttpResponse:
    """The form of one act through a link, and the act itself."""
    link = _opened(request, token)
    if isinstance(link, HttpResponse):
        return link
    task = queries.drawn(queries.tasks_of(link).filter(pk=pk), timezone.localdate()).first()
    if task is None or slug not in acts.ACTS:
        raise Http404
    act = dict(acts.offered(task, standpoint(link.agency))).get(slug)
    if act is None:
        words = gettext("Nhiệm vụ đang ở tình trạng “%(state)s” nên không làm được việc này.")
        messages.warning(request, words % {"state": task.get_state_display()})
        return redirect("answering:answer", token)
    form = begin(act.form, task, link.agency, request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            with transaction.atomic():
                act.does(task, link.agency, form, timezone.now())
                actions.note_use(
                    link=link, act=slug, task=task, signed=form.signed, address=address_of(request), now=timezone.now()
                )
        except Refusal as refusal:
            form.add_error(None, str(refusal))
            if isinstance(refusal, Overtaken):
                task.refresh_from_db()
                form.data = {**dict(form.data.items()), "version": str(task.version)}
            return _drawn(request, link, token, task, act, form, 409)
        request.session[SIGNER] = [form.cleaned_data["signer"], form.cleaned_data["position"]]
        messages.success(request, str(act.done))
        return redirect("answering:answer", token)
    form.initial.update(zip(("signer", "position"), request.session.get(SIGNER, ()), strict=False))
    return _drawn(request, link, token, task, act, form, 422 if form.is_bound else 200)


def _drawn(
    request: HttpRequest, link: TaskLink, token: str, task: Task, act: acts.LinkAct, form: Any, status: int
) -> HttpResponse:
    context = {"link": link, "token": token, "task": task, "act": act, "form": form}
    return render(request, "answering/act.html", context, status=status)


@require_safe
@confirmers_only
def links(request: HttpRequest) -> HttpResponse:
    """Every link that the office has made, the newest first."""
    page = Paginator(TaskLink.objects.select_related("agency", "created_by"), 50).get_page(request.GET.get(PAGE))
    return render(request, "answering/links.html", {"page": page, "now": timezone.now()})


@require_safe
@confirmers_only
def link(request: HttpRequest, pk: int) -> HttpResponse:
    """One link: its tasks and every use."""
    found = get_object_or_404(TaskLink.objects.select_related("agency", "created_by", "revoked_by"), pk=pk)
    uses = Paginator(found.uses.select_related("task"), 50).get_page(request.GET.get(PAGE))
    names = {slug: act.name for slug, act in acts.ACTS.items()} | {"open": gettext("Mở liên kết")}
    rows = [(use, names.get(use.act, use.act)) for use in uses.object_list]
    number = found.tasks.count()
    context = {
        "link": found,
        "page": uses,
        "rows": rows,
        "number": number,
        "tasks": found.tasks.all()[:SHOWN],
        "more": max(0, number - SHOWN),
        "works": found.works(timezone.now()),
    }
    return render(request, "answering/link.html", context)


@require_POST
@confirmers_only
def revoke(request: HttpRequest, pk: int) -> HttpResponse:
    """Close a link at once."""
    try:
        actions.revoke_link(link=get_object_or_404(TaskLink, pk=pk), by=signed_in(request), now=timezone.now())
        messages.success(request, gettext("Đã thu hồi; liên kết không mở được nữa."))
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return redirect("answering:link", pk)
