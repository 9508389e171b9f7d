"""What all forms share: one column, labels above, days as dd/mm/yyyy, lists of names picked one by one."""

from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    Words = str | _StrPromise

DAY_FORMATS = ["%d/%m/%Y", "%Y-%m-%d"]
# What Django shows where nothing is chosen.
HYPHENS = "---------"


def day_field(label: "Words", required: bool = True, help_text: "Words" = "") -> forms.DateField:
    """A field for a day, typed dd/mm/yyyy."""
    look = forms.DateInput(attrs={"placeholder": "dd/mm/yyyy", "inputmode": "numeric"}, format="%d/%m/%Y")
    return forms.DateField(label=label, required=required, widget=look, input_formats=DAY_FORMATS, help_text=help_text)


def words_field(label: "Words", required: bool = True, rows: int = 3) -> forms.CharField:
    """A field for some lines."""
    return forms.CharField(label=label, required=required, max_length=5000, widget=forms.Textarea(attrs={"rows": rows}))


class PlainForm(forms.Form):
    """A form of one column. ``lists`` names fields that come repeated, one name each, from a pick-list."""

    lists: ClassVar[dict[str, str | Promise]] = {}

    def __init__(self, data: QueryDict | None = None, files: Any = None, **kwargs: Any) -> None:
        super().__init__(data, files, **kwargs)
        self.names = {name: self._names(data, name) for name in self.lists}
        for field in self.fields.values():
            if isinstance(field, forms.ModelChoiceField) and field.empty_label == HYPHENS:
                field.empty_label = _("Không chọn")
            if isinstance(field.widget, (forms.CheckboxInput, forms.RadioSelect, forms.CheckboxSelectMultiple)):
                continue
            look = "form-select" if isinstance(field.widget, forms.Select) else "form-control"
            field.widget.attrs.setdefault("class", look)
            if field.required:
                field.widget.attrs.setdefault("aria-required", "true")

    def _names(self, data: QueryDict | None, name: str) -> list[str]:
        given = self.initial.get(name, []) if data is None else data.getlist(name)
        return list(dict.fromkeys(words for each in given if (words := " ".join(str(each).split()))))

    @property
    def name_lists(self) -> list[tuple[str, str | Promise, list[str]]]:
        """The repeated fields for the template: name, label, names."""
        return [(name, label, self.names[name]) for name, label in self.lists.items()]


def number_field(label: "Words", least: int, most: int, required: bool = True) -> forms.IntegerField:
    """A field for a small whole number."""
    look = forms.NumberInput(attrs={"inputmode": "numeric", "class": "form-control dd-short"})
    return forms.IntegerField(label=label, required=required, min_value=least, max_value=most, widget=look)


def typed(day: date | None) -> str:
    """A day as a person types it."""
    return f"{day:%d/%m/%Y}" if day else ""
