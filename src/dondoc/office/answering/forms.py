"""Forms of a link: of the office that makes it, and of whoever answers through it and signs by name."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dondoc.office.accounts.models import Role, User
from dondoc.office.agencies.models import Agency
from dondoc.office.look.forms import PlainForm
from dondoc.office.tasks.act_forms import ActForm, EvidenceForm, ExtensionForm, ReportForm, SubmitForm
from dondoc.office.tasks.models import Task


class LinkForm(PlainForm):
    """Which tasks, for how long, for whom."""

    tasks = forms.ModelMultipleChoiceField(
        label=_("Nhiệm vụ"), queryset=Task.objects.none(), widget=forms.CheckboxSelectMultiple
    )
    days = forms.IntegerField(
        label=_("Hiệu lực (ngày)"), min_value=1, max_value=90, initial=14,
        widget=forms.NumberInput(attrs={"inputmode": "numeric", "class": "form-control dd-short"}),
    )  # fmt: skip
    note = forms.CharField(
        label=_("Gửi cho"),
        required=False,
        max_length=200,
        help_text=_("Họ tên, chức vụ người nhận, để nhớ đã gửi cho ai."),
    )

    def offer(self, tasks: list[Task]) -> None:
        """Offer these tasks."""
        field = self.fields["tasks"]
        field.queryset = Task.objects.filter(pk__in=[task.pk for task in tasks])  # type: ignore[attr-defined]
        field.choices = [  # type: ignore[attr-defined]
            (task.pk, f"{task.text[:160]} · {task.deadline:%d/%m/%Y}" if task.deadline else task.text[:160])
            for task in tasks
        ]


class Signed(ActForm):
    """What somebody without an account says of themselves."""

    signer = forms.CharField(label=_("Họ và tên người báo cáo"), max_length=100)
    position = forms.CharField(label=_("Chức vụ"), max_length=90)

    @property
    def signed(self) -> str:
        """Name and position in one."""
        return f"{self.cleaned_data['signer'].strip()}, {self.cleaned_data['position'].strip()}"


class SignedReport(Signed, ReportForm):
    """Progress, signed."""

    field_order = ("text", "share", "obstacles", "proposals", "part_done", "signer", "position")


class SignedEvidence(Signed, EvidenceForm):
    """Evidence, signed."""

    field_order = ("file", "number", "day", "title", "signer", "position")


class SignedSubmit(Signed, SubmitForm):
    """The result, signed."""

    field_order = (  # type: ignore[assignment]
        "summary",
        "file",
        "number",
        "day",
        "title",
        "signer",
        "position",
    )


class SignedExtension(Signed, ExtensionForm):
    """A wish for more time, signed."""

    field_order = ("wanted", "reason", "signer", "position")


def stand_in(agency: Agency) -> User:
    """A focal person of ``agency`` who exists only for the forms; it is never saved and can sign in nowhere."""
    return User(username="", role=Role.FOCAL, agency=agency)


def begin(form: type[Signed], task: Task, agency: Agency, data: Any = None, files: Any = None) -> Signed:
    """A form of ``form`` for the agency of a link."""
    return form(data, files, task=task, person=stand_in(agency))
