"""Forms of what the office and leaders do to a task: answering, arranging, instructing, making new ones."""

from typing import Any

from django import forms
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from dondoc.office.agencies.models import Agency, AgencyGroup
from dondoc.office.agencies.queries import resolve_all
from dondoc.office.look.forms import number_field, typed, words_field, work_day_field
from dondoc.office.tasks.act_forms import ROWS, ActForm
from dondoc.office.tasks.actions.arranging import Owed
from dondoc.office.tasks.mentioning import account, named_in, out_of_call, within_call
from dondoc.office.tasks.models import AssignmentRole, Grade, Recurrence


class ExtensionAnswerForm(ActForm):
    """The answer to a wish for more time."""

    grant = forms.ChoiceField(
        label=_("Trả lời"), choices=[("yes", _("Cho gia hạn")), ("no", _("Không gia hạn"))], widget=forms.RadioSelect
    )
    until = work_day_field(_("Gia hạn đến ngày"), required=False)
    words = words_field(_("Ý kiến"), required=False, rows=2)

    def begin(self) -> dict[str, Any]:
        asked = (
            next((each for each in self.task.extensions.all() if each.answer == "pending"), None) if self.task else None
        )
        return {"until": typed(asked.wanted) if asked else ""}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("grant") == "yes" and not cleaned.get("until") and "until" not in self.errors:
            self.add_error("until", _("Hãy ghi hạn mới."))
        if cleaned.get("grant") == "no" and not cleaned.get("words"):
            self.add_error("words", _("Hãy ghi lý do không gia hạn."))
        return cleaned


class AcceptForm(ActForm):
    """Acceptance, with a grade."""

    grade = forms.ChoiceField(label=_("Chất lượng"), choices=Grade.choices, initial=Grade.MET, widget=forms.RadioSelect)
    words = words_field(_("Nhận xét"), required=False, rows=2)

    def begin(self) -> dict[str, Any]:
        return {"grade": Grade.MET}


class ReasonForm(ActForm):
    """An act that needs nothing but its reason."""

    reason = words_field(_("Lý do"), rows=ROWS)


class BareForm(ActForm):
    """An act that only asks to be meant."""


class WaitForm(ActForm):
    """Waiting on a condition, with a day to look again."""

    waiting_for = words_field(_("Đang chờ điều kiện gì"), rows=2)
    look_again = work_day_field(_("Ngày xem lại"))


class InstructForm(ActForm):
    """A leader's word."""

    text = words_field(_("Ý kiến chỉ đạo"), rows=ROWS)
    reply_due = work_day_field(_("Trả lời trước ngày"), required=False)


class ReplyForm(ActForm):
    """The answer to an instruction."""

    instruction = forms.ChoiceField(label=_("Ý kiến chỉ đạo"))
    text = words_field(_("Trả lời"), rows=ROWS)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        waiting = [each for each in self.task.instructions.all() if each.replied_at is None] if self.task else []
        self.fields["instruction"].choices = [(each.pk, str(each)) for each in waiting]  # type: ignore[attr-defined]


class CommentForm(ActForm):
    """A remark, with whom it calls; each of them must see the task."""

    lists = {"people": _("Nhắc ai (nếu cần)")}
    text = words_field(_("Trao đổi"), rows=2)

    @property
    def pick_url(self) -> str:
        """Where people to be called are found while typing."""
        return reverse("tasks:pick_person", args=[self.task.pk]) if self.task else ""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        text: str = cleaned.get("text", "")
        called = named_in(text)
        if self.task is None or not (called or self.names["people"]):
            return cleaned
        today = timezone.localdate()
        people = list(within_call(self.task, today)) if self.names["people"] else []
        accounts = {words: account(words, people) for words in self.names["people"]}
        unknown = [words for words, name in accounts.items() if name is None]
        unknown += [f"@{name}" for name in out_of_call(called, self.task, today)]
        if unknown:
            words = _("Không có ai là %(names)s mà xem được nhiệm vụ này; hãy chọn ở ô “Nhắc ai”, hoặc bỏ tên ấy.")
            raise forms.ValidationError(words % {"names": ", ".join(unknown)})
        cleaned["text"] = " ".join([*(f"@{name}" for name in accounts.values() if name not in called), text])
        return cleaned


class RecurringForm(ActForm):
    """A form of a task with a deadline, which may come back."""

    deadline = work_day_field(_("Hạn"), required=False)
    recurrence = forms.ChoiceField(
        label=_("Lặp lại"), required=False, choices=[("", _("Không lặp lại")), *Recurrence.choices]
    )
    recurs_on = number_field(
        _("Vào ngày (hằng tuần: 1 là thứ Hai … 7 là Chủ nhật; để trống thì theo ngày của hạn)"), 1, 31, required=False
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        every, on, deadline = (cleaned.get(name) for name in ("recurrence", "recurs_on", "deadline"))
        if not every:
            # The page hides the field then: what was left in it says nothing.
            cleaned["recurs_on"] = None
            self.errors.pop("recurs_on", None)
        elif on is None and deadline is not None:
            cleaned["recurs_on"] = deadline.isoweekday() if every == Recurrence.WEEKLY else deadline.day
        elif on is None and not {"recurs_on", "deadline"} & set(self.errors):
            self.add_error("recurs_on", _("Hãy ghi ngày lặp lại, hoặc ghi hạn của lần đầu."))
        if every == Recurrence.WEEKLY and on is not None and on > 7:
            self.add_error("recurs_on", _("Hằng tuần thì ghi từ 1 (thứ Hai) đến 7 (Chủ nhật)."))
        return cleaned


class EditForm(RecurringForm):
    """The parts of a task that the office words."""

    text = words_field(_("Nội dung"), rows=ROWS)
    product = forms.CharField(label=_("Sản phẩm"), required=False, max_length=1000)
    reason = words_field(_("Lý do sửa (bắt buộc khi đổi thời hạn đã có)"), required=False, rows=2)
    field_order = ("text", "product", "deadline", "recurrence", "recurs_on", "reason")

    def begin(self) -> dict[str, Any]:
        task = self.task
        if task is None:
            return {}
        return {
            "text": task.text,
            "product": task.product,
            "deadline": typed(task.deadline),
            "recurrence": task.recurrence,
            "recurs_on": task.recurs_on,
        }


AGENCY_LISTS: dict[str, str | Promise] = {
    AssignmentRole.LEAD.value: _("Chủ trì"),
    AssignmentRole.COORDINATING.value: _("Phối hợp"),
}


class OwedForm(ActForm):
    """A form with the agencies that lead and that coordinate."""

    lists = AGENCY_LISTS

    def owed(self) -> list[Owed]:
        """The agencies and groups picked; what fits no record stays as written, for the office to clear."""
        found = resolve_all([each for names in self.names.values() for each in names], timezone.localdate())
        rows = []
        for role in (AssignmentRole.LEAD, AssignmentRole.COORDINATING):
            for name in self.names.get(role, ()):
                record = found[name]
                agency = record if isinstance(record, Agency) else None
                group = record if isinstance(record, AgencyGroup) else None
                rows.append(Owed(role, agency, group, name))
        return rows


class ReassignForm(OwedForm):
    """Who leads and who coordinates from now on."""

    def begin(self) -> dict[str, Any]:
        rows = self.task.assignments.all() if self.task else []
        return {role: [row.name for row in rows if row.role == role] for role in self.lists}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not self.names[AssignmentRole.LEAD.value]:
            self.add_error(None, _("Hãy chọn ít nhất một cơ quan chủ trì."))
        return cleaned


class PartForm(OwedForm):
    """A part of a task, which whoever leads the whole leads too unless told."""

    text = words_field(_("Nội dung nhiệm vụ"), rows=ROWS)
    product = forms.CharField(label=_("Sản phẩm"), required=False, max_length=1000)
    deadline = work_day_field(_("Hạn"), required=False)

    def begin(self) -> dict[str, Any]:
        lead = AssignmentRole.LEAD
        rows = self.task.assignments.all() if self.task else []
        return {lead.value: [row.name for row in rows if row.role == lead]}


class NewTaskForm(RecurringForm, PartForm):
    """A task that stands in no document."""

    field_order = ("text", "product", "deadline", "recurrence", "recurs_on")
