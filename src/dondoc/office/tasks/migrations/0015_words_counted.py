"""The words that PostgreSQL keeps beside the tasks are made anew after this, with what tasks are counted by.

``searching.after_migrations`` makes them. Forth and back the table only goes: what is older makes its own.
"""

import django.db.models.deletion
from django.db import migrations, models


def take_away(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP FUNCTION IF EXISTS tasks_task_words_follow CASCADE")
        schema_editor.execute("DROP TABLE IF EXISTS tasks_task_words")


def _seen_at(model):
    return models.ForeignKey(
        db_constraint=False,
        null=True,
        on_delete=django.db.models.deletion.DO_NOTHING,
        related_name="+",
        to=model,
    )


class Migration(migrations.Migration):

    dependencies = [
        ("agencies", "0003_merger_jobs"),
        ("documents", "0004_found_by_verdict"),
        ("tasks", "0014_narrow_with_phase"),
    ]

    operations = [
        migrations.RunPython(take_away, take_away),
        migrations.CreateModel(
            name="Worded",
            fields=[
                (
                    "task",
                    models.OneToOneField(
                        db_column="id",
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="tasks.task",
                    ),
                ),
                ("folded", models.TextField()),
                ("state", models.CharField(max_length=10)),
                ("phase", models.CharField(max_length=10)),
                ("due", models.DateField()),
                ("submitted_on", models.DateField(null=True)),
                ("leads", models.PositiveSmallIntegerField()),
                ("document", _seen_at("documents.document")),
                ("lead_agency", _seen_at("agencies.agency")),
                ("lead_group", _seen_at("agencies.agencygroup")),
            ],
            options={"db_table": "tasks_task_words", "managed": False},
        ),
    ]
