"""The filters of the task list, as they stand in its address."""

from collections.abc import Iterable

from django import forms
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from dondoc.office.agencies.models import Agency
from dondoc.office.documents.models import Document
from dondoc.office.look.addresses import AddressForm
from dondoc.office.look.forms import day_field
from dondoc.office.look.selects import LongSelect
from dondoc.office.tasks.given import ADDRESS, Given, read_given
from dondoc.office.tasks.models import Assignment, Task
from dondoc.office.tasks.models.parts import giving, of_part, parts_of
from dondoc.office.tasks.needs import Need
from dondoc.office.tasks.relations import Relation
from dondoc.office.tasks.standing import LABELS

DOCUMENTS = 100
FIRST = 1_000


class TaskFilter(AddressForm):
    """Words, standing, agency, document, the range of deadlines.

    By links only what is amiss, the lead, "mine", and what was given at once.
    """

    addresses = {
        "words": "q",
        "standing": "tinh-trang",
        "agency": "co-quan",
        "document": "van-ban",
        "due_from": "tu",
        "due_to": "den",
        "need": "vuong",
        "lead": "chu-tri",
        "mine": "cua-toi",
        "given": ADDRESS,
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
        widget=LongSelect,
    )
    document = forms.ModelChoiceField(
        label=_("Văn bản"),
        required=False,
        queryset=Document.objects.none(),
        empty_label=_("Tất cả"),
        widget=LongSelect,
    )
    due_from = day_field(_("Hạn từ ngày"), required=False)
    due_to = day_field(_("Hạn đến ngày"), required=False)
    need = forms.ChoiceField(
        label=_("Vướng ở"),
        required=False,
        choices=[("", ""), *((each.value, each.label) for each in Need)],
        widget=forms.HiddenInput,
    )
    lead = forms.ModelChoiceField(
        label=_("Chủ trì"), required=False, queryset=Agency.objects.none(), widget=forms.HiddenInput
    )
    mine = forms.ChoiceField(
        label=_("Của tôi"),
        required=False,
        choices=[("", ""), *((each.value, each.label) for each in Relation)],
        widget=forms.HiddenInput,
    )
    given = forms.CharField(label=_("Giao lúc"), required=False, max_length=40, widget=forms.HiddenInput)

    def clean_given(self) -> Given | None:
        """The tasks of one act; what is no such thing filters nothing."""
        return read_given(self.cleaned_data["given"])

    def offer(self, tasks: QuerySet[Task]) -> None:
        """Offer only agencies and documents that the tasks in sight name; of documents the latest, and the chosen."""
        # One that is asked for is offered too: a group or a predecessor may be named in its stead.
        agencies = Agency.objects.filter(named_in(tasks) | Q(pk__in=self._asked("co-quan"))).only("pk", "name")
        leads = Agency.objects.filter(pk__in=self._asked("chu-tri"))
        documents = Document.objects.filter(giving(tasks, "pk")).only("pk", "subject", "original_name")
        self.fields["agency"].queryset = agencies  # type: ignore[attr-defined]
        _entries(self.fields["agency"], agencies.values_list("pk", "name"))
        self.fields["lead"].queryset = leads  # type: ignore[attr-defined]
        self.fields["document"].queryset = documents  # type: ignore[attr-defined]
        offered = latest(tasks, DOCUMENTS)
        if missing := set(self._asked("van-ban")) - {each.pk for each in offered}:
            offered += documents.filter(pk__in=missing)
        _entries(self.fields["document"], ((each.pk, each.title) for each in offered))

    def _asked(self, name: str) -> list[int]:
        """The key that stands in the address under ``name``, where it is one."""
        words = self.data.get(name, "")
        return [int(words)] if words.isdecimal() and len(words) < 19 else []


def _entries(field: forms.Field, picks: Iterable[tuple[int, str]]) -> None:
    assert isinstance(field.widget, LongSelect)
    field.widget.entries = [("", _("Tất cả")), *picks]


def named_in(tasks: QuerySet[Task]) -> Q:
    """Agencies that ``tasks`` name."""
    found = Q()
    for part in parts_of(tasks):
        if part.narrow is None and part.whole.query.where:
            rows = Assignment.objects.filter(task__in=part.any.order_by().values("pk"), agency__isnull=False)
            found |= Q(pk__in=rows.order_by().values("agency"))
            continue
        # So many tasks that each agency is soon found in one.
        rows = Assignment.objects.filter(agency=OuterRef("pk"))
        if part.narrow is not None:
            # The first thousand name nearly all; only the rest of the agencies have to be looked for one by one.
            first = part.narrow.order_by("due", "task").values("task")[:FIRST]
            some = Assignment.objects.filter(task__in=first, agency__isnull=False).order_by()
            found |= Q(pk__in=some.values("agency"))
            rows = rows.filter(Exists(part.narrow.filter(task=OuterRef("task"))))
        found |= Q(Exists(rows))
    return found


def latest(tasks: QuerySet[Task], most: int) -> list[Document]:
    """The documents uploaded last that gave any of ``tasks``; a query a part.

    A part that has no index of its own by document is asked only about documents as late as those that another gave.
    """
    found: dict[int, Document] = {}
    parts = sorted(parts_of(tasks), key=lambda part: part.narrow is None)
    for part in parts:
        given = Document.objects.filter(of_part(part, "pk"))
        if len(found) == most:
            given = given.filter(uploaded_at__gte=min(each.uploaded_at for each in found.values()))
        given = given.only("pk", "subject", "original_name", "uploaded_at").order_by("-uploaded_at", "-pk")
        found |= {each.pk: each for each in given[:most]}
        last_first = sorted(found.values(), key=lambda each: (each.uploaded_at, each.pk), reverse=True)
        found = {each.pk: each for each in last_first[:most]}
    return list(found.values())
