"""Forms whose fields stand in the address: Vietnamese names without marks, chips for what is chosen, sorting links."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms
from django.http import QueryDict
from django.urls import reverse
from django.utils.functional import Promise

from dondoc.office.look.forms import WRONG

PAGE = "trang"
SORT = "sap"
_ANY = 987654321


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter that is on: what it is, its value in words, and the address without it."""

    name: str | Promise
    value: str
    without: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A column head that sorts: ``order`` is "ascending", "descending" or "" for other columns."""

    name: str | Promise
    url: str
    order: str


def address_of(route: str, *more: str) -> Callable[[int], str]:
    """The address of a record of ``route`` by its key: for hundreds on a page, each of which is not looked up anew.

    ``more``: what the route takes after the key.
    """
    before, _, after = reverse(route, args=[_ANY, *more]).partition(str(_ANY))
    return lambda key: f"{before}{key}{after}"


class AddressForm(forms.Form):
    """A form that is sent by GET; ``addresses`` gives the name each field has in the address."""

    addresses: ClassVar[Mapping[str, str]] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.error_messages |= WRONG
            look = "form-select" if isinstance(field.widget, forms.Select) else "form-control"
            field.widget.attrs.setdefault("class", look)

    def add_prefix(self, field_name: str) -> str:
        """The field's name in the address."""
        return self.addresses.get(field_name, field_name)

    def chosen(self) -> dict[str, object]:
        """The values that were given and are valid; a wrong one is left out and its error shown."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value not in (None, "")}

    def chips(self, query: QueryDict) -> list[Chip]:
        """One chip a filter that is on."""
        found = []
        for name, value in self.chosen().items():
            field = self.fields[name]
            words = str(value)
            if isinstance(field, forms.DateField):
                words = f"{value:%d/%m/%Y}"
            elif isinstance(field, forms.ChoiceField) and not isinstance(field, forms.ModelChoiceField):
                words = str(dict(field.choices).get(value, value))  # type: ignore[arg-type]
            found.append(Chip(field.label or name, words, changed(query, self.add_prefix(name), None)))
        return found


def changed(query: QueryDict, name: str, value: str | None) -> str:
    """The address with one parameter set (None: taken out), on its first page."""
    copy = query.copy()
    copy.pop(PAGE, None)
    copy.pop(name, None)
    if value is not None:
        copy[name] = value
    return "?" + copy.urlencode()


def headings(query: QueryDict, columns: Mapping[str, str | Promise], first: str) -> dict[str, Heading]:
    """Sorting heads for ``columns``; a second click turns the order round. ``first`` sorts where nothing is chosen."""
    now = query.get(SORT) or first
    found = {}
    for key, name in columns.items():
        order = "ascending" if now == key else "descending" if now == f"-{key}" else ""
        found[key] = Heading(name, changed(query, SORT, f"-{key}" if now == key else key), order)
    return found
