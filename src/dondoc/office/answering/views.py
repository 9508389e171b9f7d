"""Answering through a link, without signing in; and the office's pages of its links."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from dondoc.office.accounts.access import confirmers_only, signed_in
from dondoc.office.accounts.limits import address_of, too_many
from dondoc.office.agencies import access as agencies_access
from dondoc.office.answering import actions, acts, queries
from dondoc.office.answering.forms import LinkForm, begin
from dondoc.office.answering.models import TaskLink
from dondoc.office.look.addresses import PAGE
from dondoc.office.refusal import Refusal
from dondoc.office.tasks.actions.acting import Overtaken
from dondoc.office.tasks.models import Task
from dondoc.office.tasks.standing import Standing
from dondoc.office.tasks.wording import badge

SIGNER = "answering.signer"
MISSES, MISS_SECONDS = 30, 600


def _opened(request: HttpRequest, token: str) -> TaskLink | HttpResponse:
    """The link, or the answer to somebody who has none that works."""
    now = timezone.now()
    link = queries.link_of(token)
    if link is None:
        if too_many("task-link", address_of(request), most=MISSES, seconds=MISS_SECONDS):
            return render(request, "answering/closed.html", {"busy": True}, status=429)
        raise Http404
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
    today = timezone.localdate()
    actions.note_use(link=link, act="open", task=None, signed="", address=address_of(request), now=timezone.now())
    rows = []
    for task in queries.tasks_of(link, today):
        stood = badge(Standing(task.standing), task.deadline, today)  # type: ignore[attr-defined]
        own = [each for each in task.reports.all() if each.agency_id == link.agency_id][:3]
        evidence = [
            each for each in task.evidence.all() if each.agency_id == link.agency_id and each.withdrawn_at is None
        ]
        rows.append(
            {
                "task": task,
                "badge": stood,
                "reports": own,
                "evidence": evidence,
                "acts": acts.offered(task, link.agency),
            }
        )
    answered = render(request, "answering/answer.html", {"link": link, "rows": rows, "token": token, "today": today})
    answered["X-Robots-Tag"] = "noindex"
    return answered


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_not_required
def answer_act(request: HttpRequest, token: str, pk: int, slug: str) -> HttpResponse:
    """The form of one act through a link, and the act itself."""
    link = _opened(request, token)
    if isinstance(link, HttpResponse):
        return link
    task = next((each for each in queries.tasks_of(link, timezone.localdate()) if each.pk == pk), None)
    if task is None or slug not in acts.ACTS:
        raise Http404
    act = dict(acts.offered(task, link.agency)).get(slug)
    if act is None:
        words = gettext("Nhiệm vụ đang ở tình trạng “%(state)s” nên không làm được việc này.")
        messages.warning(request, words % {"state": task.get_state_display()})
        return redirect("answering:answer", token)
    form = begin(act.form, task, link.agency, request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            act.does(task, link.agency, form, timezone.now())
        except Refusal as refusal:
            form.add_error(None, str(refusal))
            if isinstance(refusal, Overtaken):
                task.refresh_from_db()
                form.data = {**dict(form.data.items()), "version": str(task.version)}
            return _drawn(request, link, token, task, act, form, 409)
        actions.note_use(
            link=link, act=slug, task=task, signed=form.signed, address=address_of(request), now=timezone.now()
        )
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


@require_http_methods(["GET", "HEAD", "POST"])
@confirmers_only
def new(request: HttpRequest, agency_pk: int) -> HttpResponse:
    """A link for one agency; its address is shown once."""
    person = signed_in(request)
    agency = agencies_access.get(person, agency_pk)
    tasks = queries.offered(agency, timezone.localdate())
    form = LinkForm(request.POST or None, initial={"tasks": request.GET.getlist("nhiem-vu"), "days": 14})
    form.offer(tasks)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            link, token = actions.create_link(
                agency=agency, tasks=list(said["tasks"]), days=said["days"], note=said["note"], by=person,
                now=timezone.now(),
            )  # fmt: skip
            address = request.build_absolute_uri(reverse("answering:answer", args=[token]))
            made = render(request, "answering/made.html", {"link": link, "address": address})
            made["Cache-Control"] = "no-store"
            return made
        except Refusal as refusal:
            form.add_error(None, str(refusal))
    context = {"agency": agency, "form": form, "tasks": tasks}
    return render(request, "answering/new.html", context, status=422 if form.errors else 200)


@require_safe
@confirmers_only
def link(request: HttpRequest, pk: int) -> HttpResponse:
    """One link: its tasks and every use."""
    found = get_object_or_404(TaskLink.objects.select_related("agency", "created_by", "revoked_by"), pk=pk)
    uses = Paginator(found.uses.select_related("task"), 50).get_page(request.GET.get(PAGE))
    names = {slug: act.name for slug, act in acts.ACTS.items()} | {"open": gettext("Mở liên kết")}
    rows = [(use, names.get(use.act, use.act)) for use in uses.object_list]
    context = {
        "link": found,
        "page": uses,
        "rows": rows,
        "tasks": found.tasks.all(),
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
