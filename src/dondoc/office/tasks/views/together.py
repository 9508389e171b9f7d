"""One act on many tasks: what it needs, what would change and what is refused, then the act."""

from dataclasses import dataclass
from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from dondoc.office.accounts.access import confirmers_only, signed_in
from dondoc.office.look.numbers import day
from dondoc.office.tasks import access
from dondoc.office.tasks.actions.together import Outcome, Together, Wanted, do_to_all, foresee
from dondoc.office.tasks.models import Task, TaskState
from dondoc.office.tasks.together_forms import FORMS, TogetherForm

MOST = 200
NAMED = 3


@dataclass(frozen=True, slots=True)
class Line:
    """A task of the preview: how it is, how it would be, or why it stays."""

    task: Task
    before: str | Promise
    after: str | Promise
    refused: str


@require_POST
@confirmers_only
def together(request: HttpRequest) -> HttpResponse:
    """The steps: ``sua`` what the act needs, ``xem`` what it would do, ``lam`` do it."""
    kind = FORMS.get(request.POST.get("viec", ""))
    picked = _picked(request.POST.getlist("nv"))
    tasks = list(access.visible(signed_in(request)).filter(pk__in=picked).select_related("follower").order_by("pk"))
    if kind is None or not tasks:
        messages.warning(request, gettext("Chưa chọn nhiệm vụ nào; hãy đánh dấu ô ở đầu dòng rồi chọn việc cần làm."))
        return _back(request)
    step = request.POST.get("buoc", "" if kind.base_fields else "xem")
    form = kind(request.POST if step else None)
    if step not in ("xem", "lam") or not form.is_valid():
        wrong = step in ("xem", "lam")
        return _drawn(request, form, [Line(task, "", "", "") for task in tasks], "sua", 422 if wrong else 200)
    wanted = form.wanted()
    now, person = timezone.now(), signed_in(request)
    if step == "xem":
        lines = [_line(each, wanted) for each in foresee(tasks=tasks, wanted=wanted, by=person, now=now)]
        return _drawn(request, form, lines, "xem", 200)
    done = do_to_all(
        tasks=tasks,
        wanted=wanted,
        by=person,
        now=now,
        versions={pk: version for pk, version in picked.items() if version},
    )
    _say(request, wanted.act, done)
    return _back(request)


def _picked(values: list[str]) -> dict[int, int]:
    """The tasks ticked, with the version seen where the preview gave one: ``12`` or ``12.3``."""
    found: dict[int, int] = {}
    for value in values[:MOST]:
        pk, _dot, version = value.partition(".")
        if pk.isdecimal() and len(pk) < 19:
            found[int(pk)] = int(version) if version.isdecimal() and len(version) < 10 else 0
    return found


def _line(outcome: Outcome, wanted: Wanted) -> Line:
    task = outcome.task
    shown: dict[Together, tuple[str | Promise, str | Promise]] = {
        Together.FOLLOWER: (str(task.follower or "—"), str(wanted.follower)),
        Together.DEADLINE: (day(task.deadline), day(wanted.deadline)),
        Together.CANCEL: (task.get_state_display(), TaskState.CANCELLED.label),
        Together.WATCH: ("—", gettext("bạn theo dõi")),
    }
    return Line(task, *shown[wanted.act], outcome.refused)


def _say(request: HttpRequest, act: Together, done: list[Outcome]) -> None:
    good = sum(not each.refused for each in done)
    if good:
        messages.success(
            request, gettext("Đã làm việc “%(act)s” với %(good)d nhiệm vụ.") % {"act": act.label, "good": good}
        )
    if refused := [each for each in done if each.refused]:
        named = "; ".join(f"{each.task}: {each.refused}" for each in refused[:NAMED])
        messages.warning(
            request,
            gettext("%(number)d nhiệm vụ không đổi. %(named)s") % {"number": len(refused), "named": named},
        )


def _drawn(request: HttpRequest, form: TogetherForm, lines: list[Line], step: str, status: int) -> HttpResponse:
    context = {
        "form": form,
        "act": form.act,
        "step": step,
        "said": _typed(form) if step == "xem" else [],
        "good": [line for line in lines if not line.refused],
        "refused": [line for line in lines if line.refused],
        "lines": lines,
        "back": request.POST.get("tro-lai", ""),
    }
    return render(request, "tasks/together.html", context, status=status)


def _typed(form: TogetherForm) -> list[tuple[str, str, str]]:
    """What was typed, for the preview: the field's name, its label, its value in words."""
    found = []
    for name, value in form.cleaned_data.items():
        words = day(value) if isinstance(value, date) else str(value)
        found.append((name, str(form.fields[name].label), words))
    return found


def _back(request: HttpRequest) -> HttpResponse:
    query = request.POST.get("tro-lai", "")
    return redirect(f"{reverse('tasks:list')}?{query}" if query else reverse("tasks:list"))
