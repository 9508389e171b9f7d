"""What an office had decided in days is kept in working days."""

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor


@pytest.mark.django_db(transaction=True)
def test_soon_becomes_as_many_working_days() -> None:
    executor = MigrationExecutor(connection)
    latest = executor.loader.graph.leaf_nodes()
    before = executor.migrate([("rules", "0003_second_factor")]).apps
    before.get_model("rules", "Rules").objects.create(pk=1, due_soon_days=14)
    executor = MigrationExecutor(connection)
    after = executor.migrate([("rules", "0004_soon_in_working_days")]).apps
    assert after.get_model("rules", "Rules").objects.get().due_soon_days == 10
    MigrationExecutor(connection).migrate(latest)
