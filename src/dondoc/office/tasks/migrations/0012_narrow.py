"""State and day of tasks beside their keys: PostgreSQL then joins some thousand tasks without reading their rows.

No more than these: with the leads it would be taken for counting by them, which has an index in their order.

SQLite finds a row by its key at once, and needs no such index.
"""

from django.db import migrations

COLUMNS = "state, due"


def make(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(f"CREATE INDEX IF NOT EXISTS task_narrow ON tasks_task (id) INCLUDE ({COLUMNS})")


def drop(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP INDEX IF EXISTS task_narrow")


class Migration(migrations.Migration):

    dependencies = [
        ("tasks", "0011_fewer_pages"),
    ]

    operations = [migrations.RunPython(make, drop)]
