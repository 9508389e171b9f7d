"""What can be done through a link: the acts of a focal person that need no account. The actions are those of tasks."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from dondoc.office.agencies.models import Agency
from dondoc.office.agencies.queries import Standpoint
from dondoc.office.answering import forms
from dondoc.office.tasks.actions import extending, finishing, reporting
from dondoc.office.tasks.actions.creating import today_of
from dondoc.office.tasks.actions.reporting import Progress, Proof
from dondoc.office.tasks.models import AssignmentRole, Task, TaskState
from dondoc.office.tasks.rights import roles_at

OPEN = (TaskState.OPEN, TaskState.WAITING)


@dataclass(frozen=True, slots=True)
class LinkAct:
    """One thing that can be done; ``lead_only``: by the agency that leads the task."""

    name: str | Promise
    icon: str
    form: type[forms.Signed]
    does: Callable[[Task, Agency, Any, datetime], object]
    done: str | Promise
    lead_only: bool = False


def _report(task: Task, agency: Agency, form: forms.SignedReport, now: datetime) -> None:
    said = form.cleaned_data
    progress = Progress(said["text"], said["share"], said["obstacles"], said["proposals"], part_done=said["part_done"])
    reporting.report_progress(task=task, progress=progress, agency=agency, by=None, now=now, signed=form.signed)


def _prove(task: Task, agency: Agency, form: Any, now: datetime) -> None:
    said = form.cleaned_data
    proof = Proof(said["day"] or today_of(now), said["file"], said["number"], said["title"])
    reporting.add_evidence(task=task, proof=proof, agency=agency, by=None, now=now, signed=form.signed)


@transaction.atomic
def _submit(task: Task, agency: Agency, form: forms.SignedSubmit, now: datetime) -> None:
    if form.has_proof:
        _prove(task, agency, form, now)
    finishing.submit(
        task=task, summary=form.cleaned_data["summary"], agency=agency, by=None, now=now, signed=form.signed,
        version=form.cleaned_data["version"],
    )  # fmt: skip


def _extend(task: Task, agency: Agency, form: forms.SignedExtension, now: datetime) -> None:
    said = form.cleaned_data
    extending.ask_extension(
        task=task, wanted=said["wanted"], reason=said["reason"], agency=agency, by=None, now=now, signed=form.signed,
        version=said["version"],
    )  # fmt: skip


ACTS: dict[str, LinkAct] = {
    "bao-cao": LinkAct(_("Báo cáo tiến độ"), "message", forms.SignedReport, _report, _("Đã ghi báo cáo tiến độ.")),
    "minh-chung": LinkAct(_("Thêm minh chứng"), "paperclip", forms.SignedEvidence, _prove, _("Đã thêm minh chứng.")),
    "nop-ket-qua": LinkAct(
        _("Nộp kết quả"), "send", forms.SignedSubmit, _submit, _("Đã nộp kết quả, chờ nghiệm thu."), lead_only=True
    ),
    "xin-gia-han": LinkAct(
        _("Xin gia hạn"), "calendar-due", forms.SignedExtension, _extend, _("Đã gửi đề nghị gia hạn."), lead_only=True
    ),
}


def offered(task: Task, place: Standpoint) -> list[tuple[str, LinkAct]]:
    """What the agency that stands at ``place`` can do to ``task`` now; ``task`` comes with what belongs to it."""
    if task.state not in OPEN:
        return []
    leads = AssignmentRole.LEAD in roles_at(place, task)
    asked = any(each.answer == "pending" for each in task.extensions.all())
    found = []
    for slug, act in ACTS.items():
        if (act.lead_only and not leads) or (slug == "xin-gia-han" and (asked or task.deadline is None)):
            continue
        found.append((slug, act))
    return found
