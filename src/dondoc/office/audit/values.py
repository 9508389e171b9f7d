"""A value of an audit row in words: no code, no key of a row, days as an office writes them."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from itertools import groupby
from typing import Any

from django.apps import apps
from django.db.models import Model
from django.utils.functional import Promise
from django.utils.text import Truncator
from django.utils.translation import gettext

from dondoc.office.look import numbers

CODES = {"agencies.agency": "code", "accounts.user": "username"}
# Rows that are heavy, or named by other rows: no more is read of them than their names.
NARROW: dict[str, Callable[[Any], Any]] = {
    "agencies.merger": lambda found: found.select_related("later").only("day", "later__name"),
    "answering.tasklink": lambda found: found.select_related("agency").only("created_at", "agency__name"),
    "documents.document": lambda found: found.only("subject", "original_name"),
    "documents.fact": lambda found: found.only("data", "key", "kind"),
    "tasks.task": lambda found: found.only("text"),
}
LONGEST = 80


class Names:
    """Names of rows by their keys or codes: asked for while nothing is known, read together, then told."""

    def __init__(self) -> None:
        self.wanted: dict[str, set[Any]] = {}
        self.known: dict[tuple[str, Any], str] = {}

    def of(self, model: str, key: Any) -> str:
        """The name of the row; where it is gone, its key."""
        self.wanted.setdefault(model, set()).add(key)
        return self.known.get((model, key)) or gettext("số %(key)s (không còn)") % {"key": key}

    def listed(self, model: str, value: Any) -> str:
        """The names of one row or of many."""
        keys = value if isinstance(value, list) else [value]
        return ", ".join(self.of(model, key) for key in keys if key not in (None, ""))

    def read(self) -> None:
        """Read every name that was asked for: two queries a model at most."""
        for model, wanted in self.wanted.items():
            found = NARROW.get(model, lambda found: found)(apps.get_model(model)._default_manager.order_by())
            for field, keys in (("pk", _numbers(wanted)), (CODES.get(model), _words(wanted))):
                if field and keys:
                    rows = found.in_bulk(keys, field_name=field)
                    self.known |= {(model, key): Truncator(_name(row)).chars(LONGEST) for key, row in rows.items()}


def plain(value: Any, names: Names) -> str:
    """Any value: days turned round, yes and no said, lists joined by commas."""
    if isinstance(value, bool):
        return gettext("có") if value else gettext("không")
    if isinstance(value, list):
        return ", ".join(filter(None, (plain(each, names) for each in value)))
    if isinstance(value, dict):
        return plain(value.get("name") or value.get("text") or list(value.values()), names)
    if isinstance(value, (int, float)):
        return numbers.number(value)
    return _day(str(value)) if value is not None else ""


def chosen(value: Any, choices: Mapping[Any, str | Promise]) -> str:
    """One choice, or several."""
    some = value if isinstance(value, list) else [value]
    return ", ".join(str(choices.get(each, each)) for each in some if each not in (None, ""))


def either(yes: str | Promise, no: str | Promise) -> Callable[[Any, Names], str]:
    """Words for true and for false."""
    return lambda value, names: "" if value is None else str(yes if value else no)


def owed(value: Any, names: Names) -> str:
    """Who was given a task: pairs of role and name, or rows that have both."""
    said = {"lead": gettext("Chủ trì"), "coordinating": gettext("Phối hợp")}
    pairs = [(row["role"], row["written"]) if isinstance(row, dict) else tuple(row) for row in value or []]
    pairs.sort(key=lambda pair: pair[0] != "lead")
    groups = groupby(pairs, key=lambda pair: pair[0])
    return "; ".join(f"{said.get(role, role)}: {', '.join(name for _r, name in some)}" for role, some in groups)


def deadline(value: Any, names: Names) -> str:
    """A day, or a deadline as reading found it: its words and its day."""
    if not isinstance(value, dict):
        return plain(value, names)
    return " – ".join(filter(None, (_day(value.get("by") or ""), value.get("text") or "")))


def period(value: Any, names: Names) -> str:
    """A period as an office names it."""
    return numbers.period(value) if value else ""


def figure(value: Any, names: Names) -> str:
    """A number that was kept as words, so that no digit is lost."""
    try:
        return numbers.number(Decimal(value)) if value is not None else ""
    except (InvalidOperation, TypeError, ValueError):
        return plain(value, names)


def share(value: Any, names: Names) -> str:
    """A share of the whole."""
    return f"{numbers.number(value)}%" if value is not None else ""


def number_of(value: Any, names: Names) -> str:
    """How many there are."""
    return numbers.number(len(value)) if isinstance(value, list) else plain(value, names)


def _name(row: Model) -> str:
    """What the row is called: by its words, a fact by those of the document; whole, for they are cut later."""
    data = getattr(row, "data", None) or {}
    return str(data.get("text") or data.get("reason") or getattr(row, "text", "") or row)


def _day(words: str) -> str:
    """``2026-11-10`` → ``10/11/2026``; a moment with its hour; other words as they are."""
    if not words[:4].isdecimal() or words[4:5] != "-":
        return words
    try:
        return numbers.day(date.fromisoformat(words)) if len(words) == 10 else _moment(words)
    except ValueError:
        return words


def _moment(words: str) -> str:
    return numbers.moment(datetime.fromisoformat(words))


def _numbers(keys: Iterable[Any]) -> list[int]:
    return [key for key in keys if isinstance(key, int)]


def _words(keys: Iterable[Any]) -> list[str]:
    return [key for key in keys if isinstance(key, str)]
