"""A drop-down list of many entries."""

from collections.abc import Iterator, Sequence
from typing import Any

from django import forms
from django.forms.utils import flatatt
from django.utils.functional import Promise
from django.utils.html import conditional_escape, escape, format_html
from django.utils.safestring import SafeString, mark_safe


class LongSelect(forms.Select):
    """A drop-down of hundreds of entries: written at once, not with a template an entry, which takes a page's time.

    ``entries`` are its choices, taken as they are; forms look through all of ``choices`` whenever they are set.
    """

    entries: Sequence[tuple[Any, str | Promise]] | None = None

    def render(self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None) -> SafeString:
        """The element as HTML, the same as that of ``forms.Select``; entries in groups it knows not."""
        own = self.build_attrs(self.attrs, {**(attrs or {}), "name": name})
        picked = set(self.format_value(value))
        options = mark_safe("".join(self._options(picked)))  # noqa: S308 - each part is escaped below
        return format_html("<select{}>{}</select>", flatatt(own), options)

    def _options(self, picked: set[str]) -> Iterator[str]:
        for value, words in self.choices if self.entries is None else self.entries:
            key = "" if value is None else str(value)
            chosen = " selected" if key in picked else ""
            yield f'<option value="{escape(key)}"{chosen}>{conditional_escape(str(words))}</option>'
