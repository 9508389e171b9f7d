"""Forms of what is done to a task: one column, labels above, errors beside the field, nothing typed is lost."""

from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.http import QueryDict
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from dondoc.office.accounts.access import agencies_owed_by, may_confirm
from dondoc.office.accounts.models import User
from dondoc.office.agencies.models import Agency, AgencyGroup
from dondoc.office.agencies.queries import members, resolve_all
from dondoc.office.tasks.actions.arranging import Owed
from dondoc.office.tasks.forms import DAY, DAY_FORMATS
from dondoc.office.tasks.models import AssignmentRole, Grade, Recurrence, Task
from dondoc.office.tasks.rights import agency_roles

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


def long_words(label: "str | _StrPromise", required: bool = True, rows: int = 4) -> forms.CharField:
    """A field for some sentences."""
    return forms.CharField(label=label, required=required, max_length=5000, widget=forms.Textarea(attrs={"rows": rows}))


def day_field(label: "str | _StrPromise", required: bool = True) -> forms.DateField:
    """A field for a day, typed dd/mm/yyyy."""
    return forms.DateField(label=label, required=required, widget=DAY, input_formats=DAY_FORMATS)


class ActForm(forms.Form):
    """What every act asks: ``version`` is the state of the task that the person saw.

    ``lists`` names fields that come repeated, one name each, from a pick-list.
    """

    lists: ClassVar[dict[str, str | Promise]] = {}
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: QueryDict | None = None, files: Any = None, *, task: Task | None, person: User) -> None:
        self.task, self.person = task, person
        super().__init__(data, files, initial=self.begin())
        if task is not None:
            self.initial["version"] = task.version
        self.names = {name: self._names(data, name) for name in self.lists}
        for field in self.fields.values():
            if isinstance(field.widget, forms.CheckboxInput):
                continue
            look = "form-select" if isinstance(field.widget, forms.Select) else "form-control"
            field.widget.attrs.setdefault("class", look)
            if field.required:
                field.widget.attrs.setdefault("aria-required", "true")

    def begin(self) -> dict[str, Any]:
        """What stands in the fields before anybody types."""
        return {}

    def begin_names(self, name: str) -> list[str]:
        """What stands in the list ``name`` before anybody picks."""
        return []

    def _names(self, data: QueryDict | None, name: str) -> list[str]:
        if data is None:
            return self.begin_names(name)
        return list(dict.fromkeys(words for each in data.getlist(name) if (words := " ".join(each.split()))))

    @property
    def name_lists(self) -> list[tuple[str, str | Promise, list[str]]]:
        """The repeated fields for the template: name, label, names."""
        return [(name, label, self.names[name]) for name, label in self.lists.items()]

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


class ForAgencyForm(ActForm):
    """An act in an agency's name: a focal person's own, or the one that the office acts for."""

    agency = forms.ModelChoiceField(label=_("Thay mặt cơ quan"), queryset=Agency.objects.none(), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not may_confirm(self.person) or self.task is None:
            del self.fields["agency"]
            return
        rows = list(self.task.assignments.all())
        known = {row.agency_id for row in rows if row.agency_id}
        today = timezone.localdate()
        for group in (row.group for row in rows if row.group):
            known |= set(members(group, today).values_list("pk", flat=True))
        self.fields["agency"].queryset = Agency.objects.filter(pk__in=known)  # type: ignore[attr-defined]
        lead = next((row.agency_id for row in rows if row.role == AssignmentRole.LEAD and row.agency_id), None)
        self.initial.setdefault("agency", lead)

    def chosen_agency(self) -> Agency | None:
        """The agency in whose name the act is done."""
        if not may_confirm(self.person):
            owed = agencies_owed_by(self.person)
            named = (each for each in owed if self.task is not None and agency_roles(each, task=self.task))
            return next(named, self.person.agency)
        chosen: Agency | None = self.cleaned_data.get("agency")
        return chosen


class ReportForm(ForAgencyForm):
    """Progress of an agency's part."""

    text = long_words(_("Kết quả đến nay"))
    share = forms.IntegerField(
        label=_("Mức độ hoàn thành (%)"), required=False, min_value=0, max_value=100,
        widget=forms.NumberInput(attrs={"inputmode": "numeric", "class": "form-control dd-short"}),
    )  # fmt: skip
    obstacles = long_words(_("Khó khăn, vướng mắc"), required=False, rows=2)
    proposals = long_words(_("Đề xuất, kiến nghị"), required=False, rows=2)
    part_done = forms.BooleanField(label=_("Cơ quan đã xong phần việc của mình"), required=False)


class EvidenceForm(ForAgencyForm):
    """A file, or a document by its number and date."""

    file = forms.FileField(label=_("Tệp minh chứng"), required=False)
    number = forms.CharField(label=_("Hoặc số, ký hiệu văn bản"), required=False, max_length=100)
    day = day_field(_("Ngày văn bản"), required=False)
    title = forms.CharField(label=_("Nội dung minh chứng"), required=False, max_length=300)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("number") and not cleaned.get("day"):
            self.add_error("day", _("Hãy ghi ngày của văn bản."))
        return cleaned

    @property
    def has_proof(self) -> bool:
        """Whether the form names evidence."""
        return bool(self.cleaned_data.get("file") or self.cleaned_data.get("number"))


class SubmitForm(EvidenceForm):
    """The result, with evidence where there is none yet."""

    summary = long_words(_("Kết quả thực hiện"))
    field_order = ("agency", "summary", "file", "number", "day", "title")


class ExtensionForm(ForAgencyForm):
    """More time, with a reason."""

    wanted = day_field(_("Xin gia hạn đến ngày"))
    reason = long_words(_("Lý do xin gia hạn"))


class ExtensionAnswerForm(ActForm):
    """The answer to a wish for more time."""

    grant = forms.ChoiceField(
        label=_("Trả lời"), choices=[("yes", _("Cho gia hạn")), ("no", _("Không gia hạn"))], widget=forms.RadioSelect
    )
    until = day_field(_("Gia hạn đến ngày"), required=False)
    words = long_words(_("Ý kiến"), required=False, rows=2)

    def begin(self) -> dict[str, Any]:
        asked = (
            next((each for each in self.task.extensions.all() if each.answer == "pending"), None) if self.task else None
        )
        return {"until": f"{asked.wanted:%d/%m/%Y}" if asked else ""}

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
    words = long_words(_("Nhận xét"), required=False, rows=2)

    def begin(self) -> dict[str, Any]:
        return {"grade": Grade.MET}


class ReasonForm(ActForm):
    """An act that needs nothing but its reason."""

    reason = long_words(_("Lý do"))


class BareForm(ActForm):
    """An act that only asks to be meant."""


class WaitForm(ActForm):
    """Waiting on a condition, with a day to look again."""

    waiting_for = long_words(_("Đang chờ điều kiện gì"), rows=2)
    look_again = day_field(_("Ngày xem lại"))


class InstructForm(ActForm):
    """A leader's word."""

    text = long_words(_("Ý kiến chỉ đạo"))
    reply_due = day_field(_("Trả lời trước ngày"), required=False)


class ReplyForm(ActForm):
    """The answer to an instruction."""

    instruction = forms.ChoiceField(label=_("Ý kiến chỉ đạo"))
    text = long_words(_("Trả lời"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        waiting = [each for each in self.task.instructions.all() if each.replied_at is None] if self.task else []
        self.fields["instruction"].choices = [(each.pk, str(each)) for each in waiting]  # type: ignore[attr-defined]


class CommentForm(ActForm):
    """A remark."""

    text = long_words(_("Trao đổi"), rows=2)


class EditForm(ActForm):
    """The parts of a task that the office words."""

    text = long_words(_("Nội dung"))
    product = forms.CharField(label=_("Sản phẩm"), required=False, max_length=1000)
    deadline = day_field(_("Hạn"), required=False)
    recurrence = forms.ChoiceField(
        label=_("Lặp lại"), required=False, choices=[("", _("Không lặp lại")), *Recurrence.choices]
    )
    recurs_on = forms.IntegerField(
        label=_("Vào ngày (hằng tuần: 1 là thứ Hai … 7 là Chủ nhật)"), required=False, min_value=1, max_value=31,
        widget=forms.NumberInput(attrs={"inputmode": "numeric", "class": "form-control dd-short"}),
    )  # fmt: skip
    reason = long_words(_("Lý do sửa (bắt buộc khi đổi thời hạn đã có)"), required=False, rows=2)

    def begin(self) -> dict[str, Any]:
        task = self.task
        if task is None:
            return {}
        return {
            "text": task.text,
            "product": task.product,
            "deadline": _typed(task.deadline),
            "recurrence": task.recurrence,
            "recurs_on": task.recurs_on,
        }

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        on = cleaned.get("recurs_on")
        if cleaned.get("recurrence") and on is None and "recurs_on" not in self.errors:
            self.add_error("recurs_on", _("Hãy ghi ngày lặp lại."))
        if cleaned.get("recurrence") == Recurrence.WEEKLY and on is not None and on > 7:
            self.add_error("recurs_on", _("Hằng tuần thì ghi từ 1 (thứ Hai) đến 7 (Chủ nhật)."))
        if not cleaned.get("recurrence"):
            cleaned["recurs_on"] = None
        return cleaned


AGENCY_LISTS: dict[str, str | Promise] = {
    AssignmentRole.LEAD.value: _("Chủ trì"),
    AssignmentRole.COORDINATING.value: _("Phối hợp"),
}


class ReassignForm(ActForm):
    """Who leads and who coordinates from now on."""

    lists = AGENCY_LISTS

    def begin_names(self, name: str) -> list[str]:
        return [row.name for row in self.task.assignments.all() if row.role == name] if self.task else []

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not self.names[AssignmentRole.LEAD.value]:
            self.add_error(None, _("Hãy chọn ít nhất một cơ quan chủ trì."))
        return cleaned


class NewTaskForm(ActForm):
    """A task that stands in no document, or a part of one."""

    lists = AGENCY_LISTS
    text = long_words(_("Nội dung nhiệm vụ"))
    product = forms.CharField(label=_("Sản phẩm"), required=False, max_length=1000)
    deadline = day_field(_("Hạn"), required=False)


def _typed(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else ""
