"""The filters of the task list, as they stand in its address."""

from django import forms
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from dondoc.office.agencies.models import Agency
from dondoc.office.documents.models import Document
from dondoc.office.look.addresses import AddressForm
from dondoc.office.tasks.models import Assignment, Task
from dondoc.office.tasks.needs import Need
from dondoc.office.tasks.standing import LABELS

DOCUMENTS = 100
DAY_FORMATS = ["%d/%m/%Y", "%Y-%m-%d"]
DAY = forms.DateInput(attrs={"placeholder": "dd/mm/yyyy", "inputmode": "numeric"}, format="%d/%m/%Y")


class TaskFilter(AddressForm):
    """Words, standing, agency, document, the range of deadlines; by links only what is amiss, and the lead."""

    addresses = {
        "words": "q",
        "standing": "tinh-trang",
        "agency": "co-quan",
        "document": "van-ban",
        "due_from": "tu",
        "due_to": "den",
        "need": "vuong",
        "lead": "chu-tri",
    }
    words = forms.CharField(
        label=_("Tìm"), required=False, max_length=200, widget=forms.TextInput(attrs={"type": "search"})
    )
    standing = forms.ChoiceField(
        label=_("Tình trạng"),
        required=False,
        choices=[("", _("Tất cả")), *((each.value, label) for each, label in LABELS.items())],
    )
    agency = forms.ModelChoiceField(
        label=_("Cơ quan"),
        required=False,
        queryset=Agency.objects.none(),
        empty_label=_("Tất cả"),
    )
    document = forms.ModelChoiceField(
        label=_("Văn bản"),
        required=False,
        queryset=Document.objects.none(),
        empty_label=_("Tất cả"),
    )
    due_from = forms.DateField(label=_("Hạn từ ngày"), required=False, widget=DAY, input_formats=DAY_FORMATS)
    due_to = forms.DateField(label=_("Hạn đến ngày"), required=False, widget=DAY, input_formats=DAY_FORMATS)
    need = forms.ChoiceField(
        label=_("Vướng ở"),
        required=False,
        choices=[("", ""), *((each.value, each.label) for each in Need)],
        widget=forms.HiddenInput,
    )
    lead = forms.ModelChoiceField(
        label=_("Chủ trì"), required=False, queryset=Agency.objects.none(), widget=forms.HiddenInput
    )

    def offer(self, tasks: QuerySet[Task]) -> None:
        """Offer only agencies and documents that the tasks in sight name; of documents the latest, and the chosen."""
        in_sight = tasks.order_by().values("pk")
        named = Assignment.objects.filter(agency=OuterRef("pk"), task__in=in_sight)
        agency = self.data.get("co-quan", "")
        # One that is asked for is offered too: a group or a predecessor may be named in its stead.
        asked = Q(pk=int(agency)) if agency.isdecimal() and len(agency) < 19 else Q()
        agencies = Agency.objects.filter(Exists(named) | asked if asked else Exists(named)).only("pk", "name")
        documents = Document.objects.filter(Exists(tasks.order_by().filter(document=OuterRef("pk"))))
        documents = documents.only("pk", "subject", "original_name")
        self.fields["agency"].queryset = agencies  # type: ignore[attr-defined]
        self.fields["lead"].queryset = Agency.objects.filter(Exists(named))  # type: ignore[attr-defined]
        self.fields["document"].queryset = documents  # type: ignore[attr-defined]
        offered = list(documents.order_by("-uploaded_at", "-pk")[:DOCUMENTS])
        chosen = self.data.get("van-ban", "")
        if chosen.isdecimal() and len(chosen) < 19 and int(chosen) not in {each.pk for each in offered}:
            offered += documents.filter(pk=int(chosen))
        picks = [("", _("Tất cả")), *((each.pk, each.title) for each in offered)]
        self.fields["document"].widget.choices = picks
