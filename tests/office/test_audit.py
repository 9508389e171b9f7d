"""What was written down stays as it was written."""

from typing import Any

import pytest
from django.db import Error, connection, transaction

from dondoc.office.audit.actions import record, record_created
from dondoc.office.audit.models import Entry
from tests.office.office_cast import NOW, Cast


def test_an_entry_can_be_neither_changed_nor_deleted(cast: Cast) -> None:
    entry = record(by=cast.office, now=NOW, action="test", target=cast.health, before=None, after={"a": 1})
    with pytest.raises(Error, match="append-only"), transaction.atomic():
        Entry.objects.filter(pk=entry.pk).update(action="other")
    with pytest.raises(Error, match="append-only"), transaction.atomic():
        entry.delete()
    with pytest.raises(Error, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM audit_entry")
    entry.refresh_from_db()
    assert (entry.action, entry.after) == ("test", {"a": 1})


def test_nor_put_in_the_place_of_another(cast: Cast) -> None:
    entry = record(by=cast.office, now=NOW, action="test", target=cast.health)
    columns = "id, at, action, object_type, object_id"
    values: list[Any] = [entry.pk, NOW, "other", "agencies.agency", 1]
    instead = {
        "sqlite": f"INSERT OR REPLACE INTO audit_entry ({columns}) VALUES (%s, %s, %s, %s, %s)",
        "postgresql": f"INSERT INTO audit_entry ({columns}) VALUES (%s, %s, %s, %s, %s) "
        "ON CONFLICT (id) DO UPDATE SET action = EXCLUDED.action",
    }[connection.vendor]
    with pytest.raises(Error, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(instead, values)
    assert Entry.objects.get(pk=entry.pk).action == "test"
    assert record(by=None, now=NOW, action="next", target=cast.health).pk > entry.pk


@pytest.mark.postgresql
def test_nor_emptied_at_once(cast: Cast) -> None:
    record(by=cast.office, now=NOW, action="test", target=cast.health)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        with pytest.raises(Error, match="append-only"), transaction.atomic():
            cursor.execute("TRUNCATE audit_entry")
    assert Entry.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_no_entry_outside_the_transaction_of_the_write(transactional_db: None) -> None:
    with pytest.raises(RuntimeError, match="outside a transaction"):
        record(by=None, now=NOW, action="test", target=Entry(pk=1))
    with pytest.raises(RuntimeError, match="outside a transaction"):
        record_created(by=None, now=NOW, action="test", created=[(Entry(pk=1), {})])
