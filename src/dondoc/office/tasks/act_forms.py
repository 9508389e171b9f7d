"""Forms of what is done to a task, and those of an agency: progress, evidence, the result, more time."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from dondoc.office.accounts.access import agencies_owed_by, may_confirm
from dondoc.office.accounts.models import User
from dondoc.office.agencies.models import Agency
from dondoc.office.agencies.queries import members
from dondoc.office.look.forms import PlainForm, number_field, words_field, work_day_field
from dondoc.office.tasks.models import AssignmentRole, Task
from dondoc.office.tasks.rights import agency_roles

ROWS = 4


class ActForm(PlainForm):
    """What every act asks: ``version`` is the state of the task that the person saw.

    ``start``: what stands in the fields because of where the person came from; ``begin`` because of the task.
    """

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(
        self,
        data: QueryDict | None = None,
        files: Any = None,
        *,
        task: Task | None,
        person: User,
        start: Mapping[str, object] | None = None,
    ) -> None:
        self.task, self.person = task, person
        seen = {} if task is None else {"version": task.version}
        super().__init__(data, files, initial={**self.begin(), **(start or {}), **seen})

    def begin(self) -> dict[str, Any]:
        """What stands in the fields before anybody types."""
        return {}


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

    text = words_field(_("Kết quả đến nay"), rows=ROWS)
    share = number_field(_("Mức độ hoàn thành (%)"), 0, 100, required=False)
    obstacles = words_field(_("Khó khăn, vướng mắc"), required=False, rows=2)
    proposals = words_field(_("Đề xuất, kiến nghị"), required=False, rows=2)
    part_done = forms.BooleanField(label=_("Cơ quan đã xong phần việc của mình"), required=False)


class EvidenceForm(ForAgencyForm):
    """A file, or a document by its number and date."""

    file = forms.FileField(label=_("Tệp minh chứng"), required=False)
    number = forms.CharField(label=_("Hoặc số, ký hiệu văn bản"), required=False, max_length=100)
    day = work_day_field(_("Ngày văn bản"), required=False)
    title = forms.CharField(label=_("Nội dung minh chứng"), required=False, max_length=300)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("number") and not cleaned.get("day") and "day" not in self.errors:
            self.add_error("day", _("Hãy ghi ngày của văn bản."))
        return cleaned

    @property
    def has_proof(self) -> bool:
        """Whether the form names evidence."""
        return bool(self.cleaned_data.get("file") or self.cleaned_data.get("number"))


class SubmitForm(EvidenceForm):
    """The result, with evidence where there is none yet."""

    summary = words_field(_("Kết quả thực hiện"), rows=ROWS)

    def begin(self) -> dict[str, Any]:
        """What the lead reported last, to go on from."""
        if self.task is None:
            return {}
        leads = {row.agency_id for row in self.task.assignments.all() if row.role == AssignmentRole.LEAD}
        told = (report.text for report in self.task.reports.all() if report.agency_id in leads)
        return {"summary": next(told, "")}

    field_order = ("agency", "summary", "file", "number", "day", "title")


class ExtensionForm(ForAgencyForm):
    """More time, with a reason."""

    wanted = work_day_field(_("Xin gia hạn đến ngày"))
    reason = words_field(_("Lý do xin gia hạn"), rows=ROWS)
