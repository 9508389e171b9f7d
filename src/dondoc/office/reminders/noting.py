"""Writing down what a round told: a few statements, however many people hear of however many tasks.

Not with ``bulk_create``: a morning may bring a hundred thousand rows, and a model instance for each takes longer than
everything else.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, TypeVar

from django.db import connection, models

from dondoc.office.reminders.levels import Clock, words_of
from dondoc.office.reminders.models import Hearers, Notice, Summed
from dondoc.office.reminders.summing import Shared
from dondoc.office.reminders.whom import Untold
from dondoc.office.tasks.models import Task

Row = TypeVar("Row")
AT_ONCE = 10_000
_NOTICE = {
    "task_id": "bigint", "person_id": "bigint", "level": "text", "occasion": "text", "text": "text",
    "number": "integer", "link": "text", "at": "timestamptz",
}  # fmt: skip
_SUMMED = {"task_id": "bigint", "level": "text", "occasion": "text", "hearers_id": "bigint"}
_ONCE = "ON CONFLICT DO NOTHING"
_NEWEST = "ON CONFLICT (task_id, level, occasion) DO UPDATE SET hearers_id = excluded.hearers_id"


def note(shared: Shared, clock: Clock, now: datetime) -> int:
    """Make the notices of ``shared``, unless they are there, and keep who heard of what in a sum; how many notices."""
    at = connection.ops.adapt_datetimefield_value(now)
    day = clock.today.isoformat()
    rows: list[tuple[Any, ...]] = []
    rows += [(None, each.person, each.level.value, day, each.text, each.number, each.link, at) for each in shared.sums]
    said = texts(shared.alone, clock)
    for each, text in zip(shared.alone, said, strict=True):
        rows += [(each.task, person, each.level.value, each.occasion, text, 1, "", at) for person in each.people]
    # By person: the indexes that begin with the person are then written page by page.
    rows.sort(key=lambda row: row[1])
    _insert(Notice, _NOTICE, rows, _ONCE)
    _keep(shared.together)
    return len(rows)


def texts(found: Sequence[Untold], clock: Clock) -> list[str]:
    """What is said of each task."""
    own: dict[int, str] = {}
    for some in _batches([each.task for each in found]):
        own |= Task.objects.filter(pk__in=some).order_by().values_list("pk", "text")
    return [f"{words_of(each, clock)}: {own.get(each.task, '')}"[:400] for each in found]


def _keep(together: Sequence[Untold]) -> None:
    """Whoever heard of a task in a sum stands with it."""
    everybody: dict[tuple[frozenset[int], frozenset[int]], frozenset[int]] = {}
    for each in together:
        everybody.setdefault((each.people, each.heard), each.people | each.heard)
    known = _hearers(set(everybody.values()))
    rows = [
        (each.task, each.level.value, each.occasion, known[everybody[each.people, each.heard]]) for each in together
    ]
    _insert(Summed, _SUMMED, rows, _NEWEST)
    if any(each.heard for each in together):
        Hearers.objects.exclude(pk__in=Summed.objects.order_by().values("hearers")).delete()


def _hearers(wanted: set[frozenset[int]]) -> dict[frozenset[int], int]:
    """The keys of these people taken together; made where they are not there yet."""
    listed = {who: sorted(who) for who in wanted}
    digests = {who: hashlib.sha256(repr(people).encode()).hexdigest() for who, people in listed.items()}
    there = set(Hearers.objects.values_list("key", flat=True))
    new = [Hearers(key=digests[who], people=people) for who, people in listed.items() if digests[who] not in there]
    Hearers.objects.bulk_create(new, batch_size=500, ignore_conflicts=True)
    keys = dict(Hearers.objects.values_list("key", "pk"))
    return {who: keys[digest] for who, digest in digests.items()}


def _insert(model: type[models.Model], columns: Mapping[str, str], rows: Sequence[tuple[Any, ...]], again: str) -> None:
    table = connection.ops.quote_name(model._meta.db_table)
    into = f"INSERT INTO {table} ({', '.join(columns)})"
    with connection.cursor() as cursor:
        for some in _batches(rows):
            if connection.vendor == "postgresql":
                arrays = ", ".join(f"%s::{kind}[]" for kind in columns.values())
                values = [list(column) for column in zip(*some, strict=True)]
                cursor.execute(f"{into} SELECT * FROM unnest({arrays}) {again}", values)
            else:
                places = ", ".join(["%s"] * len(columns))
                cursor.executemany(f"{into} VALUES ({places}) {again}", some)


def _batches(rows: Sequence[Row]) -> Iterator[Sequence[Row]]:
    for start in range(0, len(rows), AT_ONCE):
        yield rows[start : start + AT_ONCE]
