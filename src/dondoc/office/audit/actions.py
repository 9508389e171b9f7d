"""Writing the audit, inside the transaction of the write itself."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db import connection, models

from dondoc.office.accounts.models import User
from dondoc.office.audit.models import Entry


def record(
    *,
    by: User | None,
    now: datetime,
    action: str,
    target: models.Model,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
) -> Entry:
    """Note that ``by`` (None: the system) did ``action`` to ``target``; values must be plain JSON.

    Outside a transaction it raises: an audit row that outlives a write that failed would be a lie.
    """
    entry = _entry(by, now, action, target, before, after)
    entry.save(force_insert=True)
    return entry


def record_created(
    *, by: User | None, now: datetime, action: str, created: Iterable[tuple[models.Model, Mapping[str, Any]]]
) -> None:
    """Note many objects that one act made, each with its values, in one statement."""
    Entry.objects.bulk_create(
        [_entry(by, now, action, target, None, after) for target, after in created], batch_size=500
    )


def _entry(
    by: User | None,
    now: datetime,
    action: str,
    target: models.Model,
    before: Mapping[str, Any] | None,
    after: Mapping[str, Any] | None,
) -> Entry:
    if not connection.in_atomic_block:
        raise RuntimeError("audit.record outside a transaction: open transaction.atomic() around the write")
    return Entry(
        at=now,
        by=by,
        action=action,
        object_type=target._meta.label_lower,
        object_id=target.pk,
        before=dict(before) if before is not None else None,
        after=dict(after) if after is not None else None,
    )
