"""Forms of a link: of the office that makes it, and of whoever answers through it and signs by name."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dondoc.office.accounts.models import Role, User
from dondoc.office.agencies.models import Agency
from dondoc.office.answering.actions import MOST_DAYS
from dondoc.office.look.addresses import AddressForm
from dondoc.office.look.forms import PlainForm, day_field, number_field
from dondoc.office.tasks.act_forms import ActForm, EvidenceForm, ExtensionForm, ReportForm, SubmitForm
from dondoc.office.tasks.models import Task


class LinkForm(PlainForm):
    """For how long, for whom. Which tasks was chosen before."""

    days = number_field(_("Hiệu lực (ngày)"), 1, MOST_DAYS)
    note = forms.CharField(
        label=_("Gửi cho"),
        required=False,
        max_length=200,
        help_text=_("Họ tên, chức vụ người nhận, để nhớ đã gửi cho ai."),
    )


class ChoiceForm(AddressForm):
    """Which of the agency's open tasks are shown to choose from."""

    addresses = {"words": "q", "due_from": "tu", "due_to": "den"}
    words = forms.CharField(
        label=_("Tìm"), required=False, max_length=200, widget=forms.TextInput(attrs={"type": "search"})
    )
    due_from = day_field(_("Hạn từ ngày"), required=False)
    due_to = day_field(_("Hạn đến ngày"), required=False)


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
