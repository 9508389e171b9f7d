"""Migrations that make pages fast go forth and back over tasks that are there, and change nothing of them."""

import pytest
from django.core.management import call_command
from django.db import connection

from dondoc.office.documents.models import Document
from dondoc.office.documents.queries import flagged
from dondoc.office.tasks.keeping import is_right, keep_audiences
from dondoc.office.tasks.models import Audience, Task
from tests.office.office_cast import NOW
from tests.office.random_office import make_office


def indexes() -> set[str]:
    kept = "pg_indexes WHERE schemaname = 'public'"
    asked = (
        "name FROM sqlite_master WHERE type = 'index'" if connection.vendor == "sqlite" else f"indexname FROM {kept}"
    )
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {asked}")
        return {name for (name,) in cursor.fetchall()}


@pytest.mark.django_db(transaction=True)
def test_indexes_go_forth_and_back_over_an_office_that_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(keep_audiences.__kwdefaults__ or {}, "many", 0)
    make_office(2)
    keep_audiences(now=NOW)
    kept = set(Audience.objects.values_list("key", flat=True))
    before = list(Task.objects.order_by("pk").values())
    found = flagged(Document.objects.all(), 8)[0]
    try:
        call_command("migrate", "tasks", "0011", verbosity=0)
        call_command("migrate", "documents", "0003", verbosity=0)
        assert "task_narrow" not in indexes()
        assert "fact_by_verdict" not in indexes()
        assert list(Task.objects.order_by("pk").values()) == before
        assert not Audience.objects.exists()
    finally:
        call_command("migrate", verbosity=0)
    for name in ("task_narrow", "tasks_task_unled_words"):
        assert (name in indexes()) == (connection.vendor == "postgresql"), name
    assert "fact_by_verdict" in indexes()
    assert list(Task.objects.order_by("pk").values()) == before
    assert flagged(Document.objects.all(), 8)[0] == found
    # Migrations drop what is kept, for tables are made anew; it is there again when they are over.
    assert set(Audience.objects.values_list("key", flat=True)) == kept != set()
    assert all(is_right(audience) for audience in Audience.objects.all())
