"""The ways round the first rules: REPLACE (SQLite deletes the old row without a trigger) and TRUNCATE (PostgreSQL)."""

from django.db import migrations

SQLITE_ON = (
    "CREATE TRIGGER audit_entry_no_replace BEFORE INSERT ON audit_entry "
    "WHEN EXISTS (SELECT 1 FROM audit_entry WHERE id = NEW.id) "
    "BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END",
)
SQLITE_OFF = ("DROP TRIGGER audit_entry_no_replace",)
# An empty table may be truncated: nothing is lost, and tests empty all tables at once.
POSTGRESQL_ON = (
    "CREATE FUNCTION audit_entry_not_emptied() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN IF EXISTS (SELECT 1 FROM audit_entry) THEN "
    "RAISE EXCEPTION 'audit is append-only' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NULL; "
    "END $$",
    "CREATE TRIGGER audit_entry_no_truncate BEFORE TRUNCATE ON audit_entry "
    "FOR EACH STATEMENT EXECUTE FUNCTION audit_entry_not_emptied()",
)
POSTGRESQL_OFF = (
    "DROP TRIGGER audit_entry_no_truncate ON audit_entry",
    "DROP FUNCTION audit_entry_not_emptied()",
)


def run(statements):
    def step(apps, schema_editor):
        for statement in statements[schema_editor.connection.vendor]:
            schema_editor.execute(statement)

    return step


class Migration(migrations.Migration):
    dependencies = [("audit", "0002_append_only")]
    operations = [
        migrations.RunPython(
            run({"sqlite": SQLITE_ON, "postgresql": POSTGRESQL_ON}),
            run({"sqlite": SQLITE_OFF, "postgresql": POSTGRESQL_OFF}),
        )
    ]
