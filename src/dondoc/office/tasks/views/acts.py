"""Doing something to a task: one page a form, one view for all acts (``tasks.acts``)."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from dondoc.office.accounts.access import confirmers_only, signed_in
from dondoc.office.audit.models import Entry
from dondoc.office.refusal import Refusal
from dondoc.office.tasks import access, queries, timeline
from dondoc.office.tasks.act_forms import ActForm
from dondoc.office.tasks.actions import arranging, reporting, talking
from dondoc.office.tasks.actions.acting import Overtaken, plain
from dondoc.office.tasks.actions.offering import decline_offer, take_offer
from dondoc.office.tasks.acts import ACTS, Act
from dondoc.office.tasks.arranging_forms import NewTaskForm
from dondoc.office.tasks.dropping import start_of
from dondoc.office.tasks.mentioning import chosen_as, found, within_call
from dondoc.office.tasks.models import Task
from dondoc.office.tasks.rights import may_report
from dondoc.office.tasks.saving import address
from dondoc.office.tasks.views.moving import BACK, COLUMN


@require_http_methods(["GET", "HEAD", "POST"])
def act(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    """The form of one act, and the act itself."""
    person = signed_in(request)
    access.get(person, pk)
    task = queries.whole(queries.for_list(access.visible(person), timezone.localdate())).get(pk=pk)
    chosen = ACTS.get(slug)
    if chosen is None:
        raise Http404
    if not chosen.may(person, task):
        raise PermissionDenied(
            gettext("Bạn không có quyền làm việc này với nhiệm vụ; hãy nhờ văn phòng hoặc cơ quan chủ trì.")
        )
    if not chosen.offered(person, task):
        messages.warning(
            request,
            gettext("Nhiệm vụ đang ở tình trạng “%(state)s” nên không làm được việc “%(act)s”.")
            % {"state": task.get_state_display(), "act": chosen.name},
        )
        return redirect(_back(request, task))
    start = start_of(task, slug, request.GET.get(COLUMN, ""), timezone.localdate())
    form = chosen.form(request.POST or None, request.FILES or None, task=task, person=person, start=start)
    if request.method == "POST" and form.is_valid():
        try:
            chosen.does(task, person, form, timezone.now())
        except Refusal as refusal:
            events = _say(form, refusal, task)
            return _drawn(request, form, task, chosen, 409, events)
        messages.success(request, str(chosen.done))
        return redirect(_back(request, task))
    return _drawn(request, form, task, chosen, 422 if form.is_bound else 200)


def _back(request: HttpRequest, task: Task | None) -> str:
    """Where the person came from: the board, the task, or the list."""
    if BACK in request.GET:
        return address("tasks:board", request.GET[BACK])
    return reverse("tasks:show", args=[task.pk]) if task else reverse("tasks:list")


def _say(form: ActForm, refusal: Refusal, task: Task) -> list[timeline.Event]:
    """Put the refusal into the form; where somebody else was quicker, what they changed."""
    if not isinstance(refusal, Overtaken):
        form.add_error(None, str(refusal))
        return []
    # What was typed stays; sent again after a look at it, it goes through.
    task.refresh_from_db()
    changes = timeline.changed_since(task, form.cleaned_data["version"])
    form.data = {**dict(form.data.items()), **_left_alone(form, changes), "version": str(task.version)}
    form.add_error(None, str(refusal))
    return timeline.told(changes)


def _left_alone(form: ActForm, changes: Sequence[Entry]) -> dict[str, object]:
    """Fields in which the person left what stood there, as others changed them: nobody undoes that unawares."""
    seen = {name: value for entry in changes for name, value in (entry.before or {}).items()}
    now, typed = form.begin(), form.cleaned_data
    return {name: now[name] for name in seen if name in now and name in typed and plain(typed[name]) == seen[name]}


def _drawn(
    request: HttpRequest,
    form: ActForm,
    task: Task | None,
    chosen: Act | None,
    status: int,
    events: Sequence[timeline.Event] = (),
) -> HttpResponse:
    context: dict[str, Any] = {
        "form": form, "task": task, "act": chosen, "back": _back(request, task), "events": events,
    }  # fmt: skip
    return render(request, "tasks/act.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@confirmers_only
def new(request: HttpRequest) -> HttpResponse:
    """A task that stands in no document."""
    person = signed_in(request)
    form = NewTaskForm(request.POST or None, task=None, person=person)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            task = arranging.create_task(
                text=said["text"], owed=form.owed(), product=said["product"], deadline=said["deadline"],
                recurrence=said["recurrence"], recurs_on=said["recurs_on"], by=person, now=timezone.now(),
            )  # fmt: skip
        except Refusal as refusal:
            form.add_error(None, str(refusal))
            return _drawn(request, form, None, None, 409)
        messages.success(request, gettext("Đã thêm nhiệm vụ."))
        if task.deadline is not None and task.deadline < timezone.localdate():
            words = gettext("Hạn %(day)s đã qua nên nhiệm vụ quá hạn ngay; ghi nhầm thì bấm Sửa.")
            messages.warning(request, words % {"day": task.deadline.strftime("%d/%m/%Y")})
        return redirect("tasks:show", task.pk)
    return _drawn(request, form, None, None, 422 if form.is_bound else 200)


@require_safe
def pick_person(request: HttpRequest, pk: int) -> HttpResponse:
    """People who can be called in the talk about a task, by what is typed."""
    task = access.get(signed_in(request), pk)
    people = within_call(task, timezone.localdate()).select_related("agency")
    picks = [
        (chosen_as(each), chosen_as(each), each.agency or each.get_role_display())
        for each in found(people, request.GET.get("q", "")[:200])
    ]
    return render(request, "documents/_picks.html", {"picks": picks})


@require_POST
def watch(request: HttpRequest, pk: int) -> HttpResponse:
    """Begin or end watching."""
    person = signed_in(request)
    task = access.get(person, pk)
    on = request.POST.get("bat") == "1"
    talking.watch(task=task, on=on, by=person, now=timezone.now())
    messages.success(
        request, gettext("Bạn sẽ được báo khi nhiệm vụ có thay đổi.") if on else gettext("Đã thôi theo dõi.")
    )
    return redirect("tasks:show", pk)


@require_safe
def evidence_file(request: HttpRequest, pk: int, evidence_pk: int) -> FileResponse:
    """The file of a piece of evidence, always as a download."""
    task = access.get(signed_in(request), pk)
    evidence = get_object_or_404(task.evidence.exclude(file=""), pk=evidence_pk)
    answer = FileResponse(evidence.file.open("rb"), as_attachment=True, filename=evidence.original_name)
    answer["Content-Type"] = "application/octet-stream"
    return answer


@require_POST
def withdraw_evidence(request: HttpRequest, pk: int, evidence_pk: int) -> HttpResponse:
    """Say that a piece of evidence proves nothing."""
    person = signed_in(request)
    task = access.get(person, pk)
    if not may_report(person, task):
        raise PermissionDenied(gettext("Chỉ cơ quan thực hiện hoặc văn phòng bỏ được minh chứng."))
    evidence = get_object_or_404(task.evidence.filter(withdrawn_at__isnull=True), pk=evidence_pk)
    try:
        reporting.withdraw_evidence(evidence=evidence, by=person, now=timezone.now())
        messages.success(request, gettext("Đã bỏ minh chứng."))
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return redirect("tasks:show", pk)


@require_POST
@confirmers_only
def answer_offer(request: HttpRequest, pk: int, offer_pk: int) -> HttpResponse:
    """Take an offer or decline it."""
    person = signed_in(request)
    task = access.get(person, pk)
    offer = get_object_or_404(task.offers.all(), pk=offer_pk)
    answer = take_offer if request.POST.get("nhan") == "1" else decline_offer
    try:
        answer(offer=offer, by=person, now=timezone.now())
        messages.success(request, gettext("Đã ghi nhận."))
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return redirect("tasks:show", pk)
