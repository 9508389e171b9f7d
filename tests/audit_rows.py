"""Emptying what nothing may empty: only so can a test that commits leave the database as it found it."""

from importlib import import_module

from django.db import connection


def empty_audit() -> None:
    """Take the rule away, delete every row, put the rule back."""
    rule = import_module("dondoc.office.audit.migrations.0002_append_only")
    off, on = (
        (rule.SQLITE_OFF, rule.SQLITE_ON)
        if connection.vendor == "sqlite"
        else (rule.POSTGRESQL_OFF, rule.POSTGRESQL_ON)
    )
    with connection.cursor() as cursor:
        for statement in (*off, "DELETE FROM audit_entry", *on):
            cursor.execute(statement)
