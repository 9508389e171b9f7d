"""The database itself refuses UPDATE and DELETE on the audit."""

from django.db import migrations

SQLITE_ON = (
    "CREATE TRIGGER audit_entry_no_update BEFORE UPDATE ON audit_entry "
    "BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END",
    "CREATE TRIGGER audit_entry_no_delete BEFORE DELETE ON audit_entry "
    "BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END",
)
SQLITE_OFF = ("DROP TRIGGER audit_entry_no_update", "DROP TRIGGER audit_entry_no_delete")
POSTGRESQL_ON = (
    "CREATE FUNCTION audit_entry_append_only() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION 'audit is append-only' USING ERRCODE = 'integrity_constraint_violation'; END $$",
    "CREATE TRIGGER audit_entry_no_change BEFORE UPDATE OR DELETE ON audit_entry "
    "FOR EACH ROW EXECUTE FUNCTION audit_entry_append_only()",
)
POSTGRESQL_OFF = ("DROP TRIGGER audit_entry_no_change ON audit_entry", "DROP FUNCTION audit_entry_append_only()")


def run(statements):
    def step(apps, schema_editor):
        for statement in statements[schema_editor.connection.vendor]:
            schema_editor.execute(statement)

    return step


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]
    operations = [
        migrations.RunPython(
            run({"sqlite": SQLITE_ON, "postgresql": POSTGRESQL_ON}),
            run({"sqlite": SQLITE_OFF, "postgresql": POSTGRESQL_OFF}),
        )
    ]
