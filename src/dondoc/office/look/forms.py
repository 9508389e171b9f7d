"""What all forms share: one column, labels above, days as dd/mm/yyyy, lists of names picked one by one."""

from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    Words = str | _StrPromise

DAY_FORMATS = ["%d/%m/%Y", "%Y-%m-%d"]
FIRST, LAST = date(2000, 1, 1), date(2100, 12, 31)
# What Django shows where nothing is chosen.
HYPHENS = "---------"
WRONG = {
    "required": _("Ô này còn trống; hãy điền."),
    "invalid_choice": _("Không có lựa chọn này; hãy chọn trong danh sách."),
    "null_characters_not_allowed": _("Có ký tự không đọc được; hãy xóa đi rồi gõ lại."),
    "max_length": _("Dài quá %(limit_value)d ký tự (đang có %(show_value)d); hãy viết gọn lại."),
}


def day_field(label: "Words", required: bool = True, help_text: "Words" = "") -> forms.DateField:
    """A field for a day, typed dd/mm/yyyy."""
    look = forms.DateInput(attrs={"placeholder": "dd/mm/yyyy", "inputmode": "numeric"}, format="%d/%m/%Y")
    return forms.DateField(
        label=label,
        required=required,
        widget=look,
        input_formats=DAY_FORMATS,
        help_text=help_text,
        error_messages={"invalid": _("Không có ngày này; hãy gõ ngày/tháng/năm, ví dụ 31/12/2026.")},
    )


def work_day_field(label: "Words", required: bool = True, help_text: "Words" = "") -> forms.DateField:
    """A field for a day of the office's work: 01/01/1970 and 30/11/2206 are slips, and said to be."""
    field = day_field(label, required, help_text)
    words = _("Năm từ %(first)d đến %(last)d; hãy xem lại năm đã gõ.") % {"first": FIRST.year, "last": LAST.year}
    field.validators += [MinValueValidator(FIRST, words), MaxValueValidator(LAST, words)]
    return field


def words_field(label: "Words", required: bool = True, rows: int = 3) -> forms.CharField:
    """A field for some lines."""
    field = forms.CharField(
        label=label, required=required, max_length=5000, widget=forms.Textarea(attrs={"rows": rows})
    )
    # A browser would cut off what is pasted without a word; told how long it is, a person shortens it.
    del field.widget.attrs["maxlength"]
    return field


class PlainForm(forms.Form):
    """A form of one column. ``lists`` names fields that come repeated, one name each, from a pick-list."""

    lists: ClassVar[dict[str, str | Promise]] = {}

    def __init__(self, data: QueryDict | None = None, files: Any = None, **kwargs: Any) -> None:
        super().__init__(data, files, **kwargs)
        self.names = {name: self._names(data, name) for name in self.lists}
        for field in self.fields.values():
            field.error_messages |= WRONG
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
    field = forms.IntegerField(label=label, required=required, min_value=least, max_value=most, widget=look)
    words = _("Hãy ghi một số nguyên từ %(least)d đến %(most)d.") % {"least": least, "most": most}
    field.error_messages |= dict.fromkeys(("invalid", "min_value", "max_value"), words)
    return field


def typed(day: date | None) -> str:
    """A day as a person types it."""
    return f"{day:%d/%m/%Y}" if day else ""
