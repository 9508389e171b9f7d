"""What an audit row changed, in words: a line a value that is not as it was."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext

from dondoc.office.audit.fields import ORDER, UNSAID, field_of
from dondoc.office.audit.models import Entry
from dondoc.office.audit.values import Names

MISSING = "—"
SUFFIX = "_before"


@dataclass(frozen=True, slots=True)
class Line:
    """One value: its label, what it was, what it is. ``before`` is empty where the row only says something."""

    label: str
    before: str
    after: str

    def __str__(self) -> str:
        return f"{self.label}: {self.before} → {self.after}" if self.before else f"{self.label}: {self.after}"


@dataclass(frozen=True, slots=True)
class Said:
    """An entry with the name of what it was done to and the lines of what it changed."""

    entry: Entry
    target: str
    lines: tuple[Line, ...]


def said(entries: Iterable[Entry], unsaid: Collection[str] = ()) -> list[Said]:
    """The entries in words, but for the values named in ``unsaid``. Names of rows are read together."""
    entries, names = list(entries), Names()
    for asking in entries:
        _target(asking, names)
        _lines(asking, names, unsaid)
    names.read()
    return [Said(entry, _target(entry, names), tuple(_lines(entry, names, unsaid))) for entry in entries]


def _target(entry: Entry, names: Names) -> str:
    if not entry.page:
        return entry.object_words
    names.of(entry.object_type, entry.object_id)
    name = names.known.get((entry.object_type, entry.object_id))
    return f"{entry.kind_words}: {name}" if name else entry.object_words


def _lines(entry: Entry, names: Names, unsaid: Collection[str]) -> list[Line]:
    before, after = (
        {name: value for name, value in (values or {}).items() if name not in unsaid}
        for values in (entry.before, entry.after)
    )
    if entry.action.startswith("fact."):
        return _facts(before, after, names)
    for name in [name for name in after if name.endswith(SUFFIX)]:
        before[name.removesuffix(SUFFIX)] = after.pop(name)
    if entry.action.endswith((".merger", ".merger_undone")):
        before, after = {"from": after.get("from")}, {"from": after.get("to"), "valid_from": after.get("day")}
    if after.get("reason") == after.get("returned_reason"):
        after.pop("reason", None)
    return _changed(entry.object_type, before, after, names, both=entry.before is not None)


def _changed(kind: str, before: Mapping[str, Any], after: Mapping[str, Any], names: Names, both: bool) -> list[Line]:
    lines = []
    for name in sorted({*before, *after}, key=lambda name: (ORDER.get(name, len(ORDER)), name)):
        if name in UNSAID or (name in before and name in after and before[name] == after[name]):
            continue
        field = field_of(kind, name)
        was, is_now = (field.written(values.get(name), names) for values in (before, after))
        if was == is_now:
            continue
        changes = name in before and both
        lines.append(Line(str(field.label), (was or MISSING) if changes or was else "", is_now or MISSING))
    return lines


def _facts(before: Mapping[str, Any], after: Mapping[str, Any], names: Names) -> list[Line]:
    """Facts of a document: those to which the same happened are said once, with their number."""
    found: dict[tuple[Line, ...], list[str]] = {}
    for key, values in after.items():
        was, is_now = (_fact(each) for each in (before.get(key), values))
        lines = tuple(_changed("documents.document", was, is_now, names, both=bool(was)))
        found.setdefault(lines, []).append(key)
    shown = []
    for lines, keys in found.items():
        first = names.of("documents.fact", int(keys[0]))
        shown.append(Line(gettext("Sự kiện"), "", first) if len(keys) == 1 else _number(len(keys)))
        shown += lines
    return shown


def _number(of_facts: int) -> Line:
    return Line(gettext("Số sự kiện"), "", str(of_facts))


def _fact(values: Mapping[str, Any] | None) -> dict[str, Any]:
    if values is None:
        return {}
    return {"state": values["state"], **(values.get("edited") or {})}
