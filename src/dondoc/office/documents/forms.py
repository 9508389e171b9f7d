"""Forms of documents: the filters of the list, and the correction of a task or a figure."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, ClassVar

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from dondoc.office.documents.cards import Card
from dondoc.office.documents.measuring import typed_measure
from dondoc.office.documents.models import DocumentKind, Fact, FactKind
from dondoc.office.documents.stored import plain
from dondoc.office.indicators.models import ObservationBase, ObservationRole
from dondoc.office.look.addresses import AddressForm
from dondoc.office.tasks.models import Recurrence

STATES = [
    ("dang-doc", _("Đang đọc")),
    ("khong-doc-duoc", _("Không đọc được")),
    ("con-cho", _("Còn sự kiện chờ xác nhận")),
    ("da-xac-nhan", _("Đã xác nhận hết")),
    ("can-xem", _("Có số liệu cần xem")),
    ("chua-soat", _("Chưa soát toàn văn")),
    ("da-soat", _("Đã soát toàn văn")),
]
DAY_FORMATS = ["%d/%m/%Y", "%d-%m-%Y", "%Y-%m-%d"]


class DocumentFilter(AddressForm):
    """What the list of documents shows."""

    addresses: ClassVar[Mapping[str, str]] = {
        "q": "tim",
        "kind": "loai",
        "state": "tinh-trang",
        "year": "nam",
        "issuer": "noi-ban-hanh",
    }

    q = forms.CharField(label=_("Tìm"), required=False, max_length=200)
    kind = forms.ChoiceField(label=_("Loại"), required=False, choices=[("", _("Mọi loại")), *DocumentKind.choices])
    state = forms.ChoiceField(label=_("Tình trạng"), required=False, choices=[("", _("Mọi tình trạng")), *STATES])
    year = forms.ChoiceField(label=_("Năm"), required=False)
    issuer = forms.ChoiceField(label=_("Nơi ban hành"), required=False)

    def offer(self, years: list[int], issuers: list[str]) -> None:
        """Offer the years and issuers that the person's documents have."""
        year, issuer = self.fields["year"], self.fields["issuer"]
        if isinstance(year, forms.ChoiceField) and isinstance(issuer, forms.ChoiceField):
            year.choices = [("", str(_("Mọi năm"))), *((str(each), str(each)) for each in years)]
            issuer.choices = [("", str(_("Mọi nơi"))), *((each, each) for each in issuers)]


class TaskForm(forms.Form):
    """Corrects a task. ``lead`` and ``coordinating`` come as repeated fields, one name each, from the pick-list."""

    lists: ClassVar[tuple[str, ...]] = ("lead", "coordinating", "references")

    text = forms.CharField(label=_("Nội dung"), widget=forms.Textarea, max_length=5000)
    deadline = forms.DateField(label=_("Hạn"), required=False, input_formats=DAY_FORMATS)
    deadline_text = forms.CharField(label=_("Hạn ghi trong văn bản"), required=False, max_length=300)
    recurrence = forms.ChoiceField(
        label=_("Lặp lại"), required=False, choices=[("", _("Không lặp lại")), *Recurrence.choices]
    )
    product = forms.CharField(label=_("Sản phẩm"), required=False, max_length=1000)

    def __init__(self, data: QueryDict | None = None, *, card: Card) -> None:
        super().__init__(
            data,
            initial={
                "text": card.text,
                "deadline": f"{card.deadline:%d/%m/%Y}" if card.deadline else "",
                "deadline_text": card.deadline_text,
                "recurrence": card.recurrence,
                "product": card.product,
            },
        )
        self.card = card
        found = {"lead": card.lead, "coordinating": card.coordinating, "references": card.references}
        self.names: dict[str, list[str]] = {
            name: _given(data, name) if data is not None else list(found[name]) for name in self.lists
        }

    @property
    def lead(self) -> list[str]:
        return self.names["lead"]

    @property
    def coordinating(self) -> list[str]:
        return self.names["coordinating"]

    @property
    def references(self) -> list[str]:
        return self.names["references"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if any(len(name) > 300 for names in self.names.values() for name in names):
            self.add_error(None, _("Tên cơ quan hoặc căn cứ dài quá 300 ký tự; hãy rút gọn."))
        return cleaned

    def values(self) -> dict[str, Any]:
        """The fields of the fact's data that the form states."""
        fact = self.card.fact
        by: date | None = self.cleaned_data["deadline"]
        deadline_text: str = self.cleaned_data["deadline_text"]
        product: str = self.cleaned_data["product"]
        present = fact.current
        old = present["deadline"] or {}
        deadline = {**old, "text": deadline_text or old.get("text"), "by": by.isoformat() if by else None}
        if "recurrence" in self.data:
            deadline["recurrence"] = self.cleaned_data["recurrence"] or None
        return {
            "text": self.cleaned_data["text"],
            "lead": _agencies(self.lead, fact, "lead"),
            "coordinating": _agencies(self.coordinating, fact, "coordinating"),
            "references": _kept(self.references, present["references"], "text"),
            "deadline": deadline if by or deadline_text else None,
            "product": _product(product, present["product"]),
        }


def _product(words: str, present: dict[str, Any] | None) -> dict[str, Any] | None:
    if not words:
        return None
    return present if present and present["text"] == words else {"text": words}


def _given(data: Mapping[str, Any] | QueryDict, name: str) -> list[str]:
    listed = data.getlist(name) if isinstance(data, QueryDict) else data.get(name, [])
    return [words for words in (" ".join(str(each).split()) for each in listed) if words]


def _agencies(names: list[str], fact: Fact, role: str) -> list[dict[str, Any]]:
    known = [*fact.current["lead"], *fact.current["coordinating"], *fact.data[role]]
    return _kept(names, known, "name")


def _kept(names: list[str], known: list[dict[str, Any]], key: str) -> list[dict[str, Any]]:
    """What was found keeps its place in the text; what a person typed is a name alone."""
    found = {each[key]: each for each in known}
    return [found.get(name, {key: name}) for name in dict.fromkeys(names)]


class FigureForm(forms.Form):
    """Corrects a figure. ``value`` is typed as documents write it: 1.097 tỷ đồng · 118,5% · -3,2."""

    value = forms.CharField(label=_("Giá trị"), max_length=100)
    unit = forms.CharField(label=_("Đơn vị"), required=False, max_length=60)
    indicator = forms.CharField(label=_("Chỉ tiêu"), max_length=300)
    period = forms.RegexField(
        label=_("Kỳ"),
        required=False,
        regex=r"^\d{4}(-(0[1-9]|1[0-2]|Q[1-4]|H[12])(\.\.\d{4}-(0[1-9]|1[0-2]))?)?$",
        error_messages={"invalid": _("Kỳ viết là 2026, 2026-H1, 2026-Q3, 2026-09 hoặc 2026-01..2026-09.")},
    )
    role = forms.ChoiceField(label=_("Loại số"), choices=ObservationRole.choices)
    base = forms.ChoiceField(label=_("So với"), required=False, choices=[("", "—"), *ObservationBase.choices])
    estimate = forms.BooleanField(label=_("Ước"), required=False)

    def __init__(self, data: QueryDict | None = None, *, card: Card) -> None:
        super().__init__(
            data,
            initial={
                "value": _shown(card),
                "unit": card.unit,
                "indicator": card.indicator,
                "period": card.period,
                "role": card.role,
                "base": card.base,
                "estimate": card.estimate,
            },
        )
        self.card = card

    def clean_value(self) -> tuple[Decimal, str | None]:
        typed = typed_measure(self.cleaned_data["value"])
        if typed is None:
            raise forms.ValidationError(_("Chưa đọc được giá trị; hãy viết như 1.097 tỷ đồng, 118,5% hoặc 250 ha."))
        return typed

    def values(self) -> dict[str, Any]:
        """The fields of the fact's data that the form states."""
        value, unit = self.cleaned_data["value"]
        return {
            "value": plain(value),
            "unit": unit or self.cleaned_data["unit"] or None,
            "indicator": self.cleaned_data["indicator"],
            "period": self.cleaned_data["period"] or None,
            "role": self.cleaned_data["role"],
            "base": self.cleaned_data["base"] or None,
            "estimate": self.cleaned_data["estimate"],
        }


def _shown(card: Card) -> str:
    from dondoc.numerals import format_amount

    return format_amount(card.value, card.unit or None) if card.value is not None else card.text


def form_for(card: Card, data: QueryDict | None = None) -> TaskForm | FigureForm | None:
    """The form that corrects the fact of ``card``; findings and mentions have none."""
    if card.kind == FactKind.DIRECTIVE:
        return TaskForm(data, card=card)
    if card.kind == FactKind.QUANTITY:
        return FigureForm(data, card=card)
    return None
