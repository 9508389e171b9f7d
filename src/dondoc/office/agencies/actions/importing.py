"""Taking agencies in from a file: what would change, and the change itself, all or nothing."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext

from dondoc.office.accounts.models import User
from dondoc.office.agencies.actions.editing import make_aliases, said
from dondoc.office.agencies.actions.moving import portions
from dondoc.office.agencies.exchange import Fault, ImportRow
from dondoc.office.agencies.models import Agency, AgencyAlias, Succession
from dondoc.office.audit.actions import record_created, record_rows
from dondoc.office.refusal import Refusal
from dondoc.office.tasks.leading import follow_names

WRITTEN = ["name", "short_name", "kind", "level", "valid_from", "valid_to", "parent", "key", "folded"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a file does: how many agencies are new, changed, the same; and the rows that cannot go in."""

    created: int
    changed: int
    same: int
    faults: tuple[Fault, ...]


def faults_between(rows: Sequence[ImportRow]) -> list[Fault]:
    """What rows say of other agencies that neither the file nor the office knows, and rings of parents."""
    known = set(Agency.objects.values_list("code", flat=True)) | {row.code for row in rows}
    found = []
    above = dict(Agency.objects.values_list("code", "parent__code")) | {row.code: row.parent or None for row in rows}
    for row in rows:
        words = gettext("Không có cơ quan mã “%(code)s”.")
        unknown = [code for code in (row.parent, *row.later) if code and code not in known]
        found += [Fault(row.line, words % {"code": code}) for code in unknown]
        if row.code in row.later:
            found.append(Fault(row.line, gettext("Cơ quan không thể tự kế thừa mình.")))
        if row.later and not row.valid_to:
            found.append(Fault(row.line, gettext("Có cơ quan kế thừa thì phải ghi “Đến hết ngày”.")))
        step, seen = row.parent or None, {row.code}
        while step is not None and step not in seen:
            seen.add(step)
            step = above.get(step)
        if step is not None:
            found.append(Fault(row.line, gettext("Cơ quan cấp trên tạo thành vòng tròn; hãy sửa lại.")))
    return found


def dry_run(rows: Sequence[ImportRow], faults: Sequence[Fault]) -> Outcome:
    """What taking ``rows`` in would do."""
    there = {agency.code: agency for agency in _agencies()}
    rows = [_completed(row, there.get(row.code)) for row in rows]
    created = sum(row.code not in there for row in rows)
    changed = sum(row.code in there and _shape(there[row.code]) != _row_shape(row) for row in rows)
    every = sorted([*faults, *faults_between(rows)], key=lambda fault: fault.line)
    return Outcome(created, changed, len(rows) - created - changed, tuple(every))


@transaction.atomic
def import_agencies(*, rows: Sequence[ImportRow], by: User | None, now: datetime) -> Outcome:
    """Take every row in, or none. An agency is known by its code; rows that say nothing new write nothing."""
    there = {agency.code: agency for agency in _agencies()}
    rows = [_completed(row, there.get(row.code)) for row in rows]
    wrong = faults_between(rows)
    if wrong:
        raise Refusal(gettext("Dòng %(line)d: %(words)s") % {"line": wrong[0].line, "words": wrong[0].words})
    shapes = {code: _shape(agency) for code, agency in there.items()}
    news = [row for row in rows if row.code not in there]
    changes = [row for row in rows if row.code in there and shapes[row.code] != _row_shape(row)]
    there |= _create(news)
    for row in news:
        there[row.code].parent = there[row.parent] if row.parent else None
    Agency.objects.bulk_update([there[row.code] for row in news], ["parent"], batch_size=500)
    AgencyAlias.objects.bulk_create(
        [alias for row in news for alias in make_aliases(there[row.code], (row.short_name, *row.aliases))],
        batch_size=500,
    )
    _change(changes, there, by, now)
    _succeed(news, changes, there)
    record_created(
        by=by, now=now, action="agency.import", created=[(there[row.code], row.plain()) for row in news]
    )  # fmt: skip
    return Outcome(len(news), len(changes), len(rows) - len(news) - len(changes), ())


def _create(rows: Sequence[ImportRow]) -> dict[str, Agency]:
    made = []
    for row in rows:
        agency = Agency(code=row.code)
        _fill(agency, row)
        made.append(agency)
    Agency.objects.bulk_create(made, batch_size=500)
    return {agency.code: agency for agency in made}


def _fill(agency: Agency, row: ImportRow) -> None:
    agency.name, agency.short_name, agency.kind, agency.level = row.name, row.short_name, row.kind, row.level
    agency.valid_from, agency.valid_to = _day(row.valid_from), _day(row.valid_to)
    agency.clean_keys()


def _change(rows: Sequence[ImportRow], there: dict[str, Agency], by: User | None, now: datetime) -> None:
    """Make agencies that are there what the rows say: a handful of statements, however many rows."""
    agencies = [there[row.code] for row in rows]
    before = [json.dumps(_said(agency, agency.aliases.all())) for agency in agencies]
    names = {agency.pk: agency.name for agency in agencies}
    for row in rows:
        _fill(there[row.code], row)
        there[row.code].parent = there[row.parent] if row.parent else None
    Agency.objects.bulk_create(
        agencies, batch_size=500, update_conflicts=True, unique_fields=["id"], update_fields=WRITTEN
    )
    aliases = {row.code: make_aliases(there[row.code], (row.short_name, *row.aliases)) for row in rows}
    for some in portions(names, 500):
        AgencyAlias.objects.filter(agency__in=some).delete()
    AgencyAlias.objects.bulk_create([alias for made in aliases.values() for alias in made], batch_size=500)
    follow_names([agency.pk for agency in agencies if agency.name != names[agency.pk]])
    after = [json.dumps(_said(there[row.code], aliases[row.code])) for row in rows]
    written = zip(names, before, after, strict=True)
    record_rows(by=by, now=now, action="agency.import_change", kind=Agency, rows=written)


def _said(agency: Agency, aliases: Iterable[AgencyAlias]) -> dict[str, Any]:
    return said(agency, sorted(alias.name for alias in aliases))


def _completed(row: ImportRow, agency: Agency | None) -> ImportRow:
    """The row with what the agency has in the columns that the file lacks."""
    if agency is None or not row.absent:
        return row
    steps = list(agency.successions.all())
    known: dict[str, Any] = {
        "short_name": agency.short_name,
        "parent": agency.parent.code if agency.parent else "",
        "aliases": tuple(alias.name for alias in agency.aliases.all()),
        "valid_from": agency.valid_from.isoformat() if agency.valid_from else "",
        "valid_to": agency.valid_to.isoformat() if agency.valid_to else "",
        "later": tuple(step.later.code for step in steps),
        "decree": _decree(steps),
    }
    return replace(row, **{key: known[key] for key in row.absent})


def _decree(steps: Sequence[Succession]) -> str:
    return next((step.decree for step in steps if step.decree), "")


def _succeed(news: Sequence[ImportRow], changes: Sequence[ImportRow], there: dict[str, Agency]) -> None:
    """The successions are those of the rows: what a changed row does not name any more goes."""
    gone = [
        step.pk for row in changes for step in there[row.code].successions.all() if step.later.code not in row.later
    ]
    for some in portions(gone, 500):
        Succession.objects.filter(pk__in=some).delete()
    steps = []
    for row in (*news, *changes):
        last = _day(row.valid_to)
        if last is not None:
            steps += [
                Succession(
                    earlier=there[row.code], later=there[code], day=last + timedelta(days=1), decree=row.decree[:200]
                )
                for code in row.later
            ]
    Succession.objects.bulk_create(
        steps, batch_size=500, update_conflicts=True, unique_fields=["earlier", "later"],
        update_fields=["day", "decree"],
    )  # fmt: skip


def _agencies() -> list[Agency]:
    return list(Agency.objects.select_related("parent").prefetch_related("aliases", "successions__later"))


def _shape(agency: Agency) -> tuple[object, ...]:
    return (
        agency.name, agency.short_name, agency.kind, agency.level, agency.parent.code if agency.parent else "",
        frozenset(alias.key for alias in agency.aliases.all()), agency.valid_from, agency.valid_to,
        frozenset(step.later.code for step in agency.successions.all()), _decree(list(agency.successions.all()))[:200],
    )  # fmt: skip


def _row_shape(row: ImportRow) -> tuple[object, ...]:
    named = Agency(name=row.name, short_name=row.short_name)
    named.clean_keys()
    return (
        row.name, row.short_name, row.kind, row.level, row.parent,
        frozenset(alias.key for alias in make_aliases(named, (row.short_name, *row.aliases))),
        _day(row.valid_from), _day(row.valid_to),
        frozenset(row.later), row.decree[:200] if row.later else "",
    )  # fmt: skip


def _day(words: str) -> date | None:
    return date.fromisoformat(words) if words else None
