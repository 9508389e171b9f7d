"""What can be done to a task: for each act its name, its form, who may, when it fits, and what it does.

The page of a task offers exactly the acts that fit; one view serves them all.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.shortcuts import get_object_or_404
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from dondoc.office.accounts.models import User
from dondoc.office.tasks import act_forms as forms
from dondoc.office.tasks import arranging_forms as office
from dondoc.office.tasks import rights
from dondoc.office.tasks.actions import arranging, extending, finishing, reporting, talking
from dondoc.office.tasks.actions.creating import today_of
from dondoc.office.tasks.actions.reporting import Progress, Proof
from dondoc.office.tasks.models import Grade, Task, TaskState

OPEN = frozenset({TaskState.OPEN, TaskState.WAITING})
Does = Callable[[Task, User, Any, datetime], object]


@dataclass(frozen=True, slots=True)
class Act:
    """One thing that can be done. ``states``: where the task must stand; ``fits``: what else must hold."""

    name: str | Promise
    icon: str
    form: type[forms.ActForm]
    may: Callable[[User, Task], bool]
    does: Does
    done: str | Promise
    states: frozenset[str] = OPEN
    fits: Callable[[Task], bool] = lambda task: True
    help: str | Promise = ""
    ends: bool = False

    def offered(self, person: User, task: Task) -> bool:
        """Whether ``person`` may do it now."""
        return task.state in self.states and self.fits(task) and self.may(person, task)


def _arranges(person: User, task: Task) -> bool:
    return rights.may_arrange(person)


def _asked(task: Task) -> bool:
    return any(each.answer == "pending" for each in task.extensions.all())


def _report(task: Task, person: User, form: forms.ReportForm, now: datetime) -> None:
    said = form.cleaned_data
    progress = Progress(said["text"], said["share"], said["obstacles"], said["proposals"], part_done=said["part_done"])
    reporting.report_progress(task=task, progress=progress, agency=form.chosen_agency(), by=person, now=now)


def _prove(task: Task, person: User, form: forms.EvidenceForm, now: datetime) -> None:
    said = form.cleaned_data
    proof = Proof(said["day"] or today_of(now), said["file"], said["number"], said["title"])
    reporting.add_evidence(task=task, proof=proof, agency=form.chosen_agency(), by=person, now=now)


@transaction.atomic
def _submit(task: Task, person: User, form: forms.SubmitForm, now: datetime) -> None:
    if form.has_proof:
        _prove(task, person, form, now)
    finishing.submit(
        task=task,
        summary=form.cleaned_data["summary"],
        agency=form.chosen_agency(),
        by=person,
        now=now,
        version=form.cleaned_data["version"],
    )


def _ask_extension(task: Task, person: User, form: forms.ExtensionForm, now: datetime) -> None:
    said = form.cleaned_data
    extending.ask_extension(
        task=task, wanted=said["wanted"], reason=said["reason"], agency=form.chosen_agency(), by=person, now=now,
        version=said["version"],
    )  # fmt: skip


def _answer_extension(task: Task, person: User, form: office.ExtensionAnswerForm, now: datetime) -> None:
    said = form.cleaned_data
    if said["grant"] == "yes":
        extending.grant_extension(
            task=task, until=said["until"], words=said["words"], by=person, now=now, version=said["version"]
        )
    else:
        extending.refuse_extension(task=task, reason=said["words"], by=person, now=now, version=said["version"])


def _accept(task: Task, person: User, form: office.AcceptForm, now: datetime) -> None:
    said = form.cleaned_data
    finishing.accept(
        task=task, grade=Grade(said["grade"]), words=said["words"], by=person, now=now, version=said["version"]
    )


def _with_reason(action: Callable[..., object]) -> Does:
    def does(task: Task, person: User, form: office.ReasonForm, now: datetime) -> None:
        said = form.cleaned_data
        action(task=task, reason=said["reason"], by=person, now=now, version=said["version"])

    return does


def _bare(action: Callable[..., object]) -> Does:
    def does(task: Task, person: User, form: office.BareForm, now: datetime) -> None:
        action(task=task, by=person, now=now, version=form.cleaned_data["version"])

    return does


def _wait(task: Task, person: User, form: office.WaitForm, now: datetime) -> None:
    said = form.cleaned_data
    arranging.wait(
        task=task, waiting_for=said["waiting_for"], look_again=said["look_again"], by=person, now=now,
        version=said["version"],
    )  # fmt: skip


def _instruct(task: Task, person: User, form: office.InstructForm, now: datetime) -> None:
    said = form.cleaned_data
    talking.instruct(task=task, text=said["text"], reply_due=said["reply_due"], by=person, now=now)


def _reply(task: Task, person: User, form: office.ReplyForm, now: datetime) -> None:
    instruction = get_object_or_404(task.instructions.all(), pk=form.cleaned_data["instruction"])
    talking.reply(instruction=instruction, text=form.cleaned_data["text"], by=person, now=now)


def _comment(task: Task, person: User, form: office.CommentForm, now: datetime) -> None:
    talking.comment(task=task, text=form.cleaned_data["text"], by=person, now=now)


def _edit(task: Task, person: User, form: office.EditForm, now: datetime) -> None:
    said = form.cleaned_data
    values = {name: said[name] for name in ("text", "product", "deadline", "recurrence", "recurs_on")}
    arranging.edit(task=task, by=person, now=now, version=said["version"], reason=said["reason"], **values)


def _reassign(task: Task, person: User, form: office.ReassignForm, now: datetime) -> None:
    arranging.reassign(task=task, owed=form.owed(), by=person, now=now, version=form.cleaned_data["version"])


def _divide(task: Task, person: User, form: office.PartForm, now: datetime) -> None:
    said = form.cleaned_data
    arranging.create_task(
        text=said["text"], owed=form.owed(), parent=task, product=said["product"], deadline=said["deadline"],
        by=person, now=now,
    )  # fmt: skip


ANY = frozenset(TaskState.values)
SUBMITTED = frozenset({TaskState.SUBMITTED.value})
ENDED = frozenset({TaskState.DONE.value, TaskState.CANCELLED.value})

ACTS: dict[str, Act] = {
    "nghiem-thu": Act(
        _("Nghiệm thu"), "circle-check", office.AcceptForm, rights.may_accept, _accept, _("Đã nghiệm thu."), SUBMITTED
    ),
    "tra-lai": Act(
        _("Trả lại"), "arrow-back-up", office.ReasonForm, rights.may_accept, _with_reason(finishing.return_result),
        _("Đã trả lại để bổ sung."), SUBMITTED, help=_("Nhiệm vụ mở lại và thời hạn vẫn tính tiếp."),
    ),
    "nop-ket-qua": Act(
        _("Nộp kết quả"), "send", forms.SubmitForm, rights.may_submit, _submit, _("Đã nộp kết quả, chờ nghiệm thu."),
        help=_("Cần ít nhất một minh chứng: tệp, hoặc số và ngày văn bản. Ngày của minh chứng quyết định đúng hạn."),
    ),
    "bao-cao": Act(
        _("Báo cáo tiến độ"), "message", forms.ReportForm, rights.may_report, _report, _("Đã ghi báo cáo tiến độ.")
    ),
    "minh-chung": Act(
        _("Thêm minh chứng"), "paperclip", forms.EvidenceForm, rights.may_report, _prove, _("Đã thêm minh chứng.")
    ),
    "xin-gia-han": Act(
        _("Xin gia hạn"), "calendar-due", forms.ExtensionForm, rights.may_submit, _ask_extension,
        _("Đã gửi đề nghị gia hạn."), fits=lambda task: task.deadline is not None and not _asked(task),
    ),
    "tra-loi-gia-han": Act(
        _("Trả lời gia hạn"), "calendar-due", office.ExtensionAnswerForm,
        lambda person, task: extending.may_answer(person), _answer_extension, _("Đã trả lời đề nghị gia hạn."),
        fits=_asked,
    ),
    "rut-ket-qua": Act(
        _("Rút kết quả lại"), "arrow-back-up", office.BareForm, rights.may_submit, _bare(finishing.take_back),
        _("Đã rút kết quả lại."), SUBMITTED,
    ),
    "chi-dao": Act(
        _("Ghi ý kiến chỉ đạo"), "message", office.InstructForm, lambda person, task: rights.may_instruct(person),
        _instruct, _("Đã ghi ý kiến chỉ đạo."),
    ),
    "tra-loi": Act(
        _("Trả lời ý kiến"), "message", office.ReplyForm, rights.may_report, _reply, _("Đã trả lời ý kiến chỉ đạo."),
        ANY, fits=lambda task: any(each.replied_at is None for each in task.instructions.all()),
    ),
    "trao-doi": Act(
        _("Trao đổi"), "message", office.CommentForm, lambda person, task: rights.may_comment(person), _comment,
        _("Đã gửi."), ANY, help=_("Người được nhắc nhận thông báo ngay."),
    ),
    "sua": Act(_("Sửa"), "pencil", office.EditForm, _arranges, _edit, _("Đã lưu.")),
    "giao-lai": Act(_("Giao lại"), "users", office.ReassignForm, _arranges, _reassign, _("Đã giao lại.")),
    "chia-viec": Act(
        _("Chia nhiệm vụ con"), "arrows-split", office.PartForm, _arranges, _divide, _("Đã thêm nhiệm vụ con."),
        help=_("Hạn của nhiệm vụ con không được sau hạn của nhiệm vụ này."),
    ),
    "cho": Act(
        _("Chờ điều kiện"), "clock-pause", office.WaitForm, _arranges, _wait, _("Đã chuyển sang chờ điều kiện."),
        frozenset({TaskState.OPEN.value}),
    ),
    "tiep-tuc": Act(
        _("Tiếp tục thực hiện"), "clock", office.BareForm, _arranges, _bare(arranging.resume), _("Đã tiếp tục."),
        frozenset({TaskState.WAITING.value}),
    ),
    "dung": Act(
        _("Dừng"), "player-stop", office.ReasonForm, _arranges, _with_reason(arranging.cancel), _("Đã dừng nhiệm vụ."),
        ends=True,
    ),
    "mo-lai": Act(
        _("Mở lại"), "history", office.ReasonForm, _arranges, _with_reason(finishing.reopen), _("Đã mở lại nhiệm vụ."),
        ENDED,
    ),
}  # fmt: skip


def offered(person: User, task: Task) -> list[tuple[str, Act]]:
    """What ``person`` can do to ``task`` now, the most pressing first. ``task`` comes with what belongs to it."""
    return [(slug, act) for slug, act in ACTS.items() if act.offered(person, task)]
