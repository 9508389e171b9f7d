"""Phase, day handed in and document too beside the keys of tasks: what standings and documents are told by.

The leads stay out, for the reason that ``0012_narrow`` gives. Only PostgreSQL needs it.
"""

from django.db import migrations

BEFORE, NOW = "state, due", "state, due, phase, submitted_on, document_id"


def _made_of(columns):
    def make(apps, schema_editor):
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute("DROP INDEX IF EXISTS task_narrow")
            schema_editor.execute(f"CREATE INDEX task_narrow ON tasks_task (id) INCLUDE ({columns})")

    return make


class Migration(migrations.Migration):

    dependencies = [
        ("tasks", "0013_seen_phase_with_leads"),
    ]

    operations = [migrations.RunPython(_made_of(NOW), _made_of(BEFORE))]
