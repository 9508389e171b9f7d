"""What keeps ``Seen`` right: triggers of the database, so that no way of writing tasks or assignments passes them by.

SQLite makes a table anew to change it, loses its triggers with the old one, and refuses while triggers of others name
it: they are dropped before migrations, with all that is kept, and made again after.
"""

from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper

TABLE = "tasks_seen"
COLUMNS = ("document_id", "state", "phase", "due", "submitted_on", "leads", "lead_agency_id", "lead_group_id")
_COLUMNS = ", ".join(COLUMNS)
_DECIDING = "document_id, state, deadline, finished_on, submitted_on, product, leads, lead_agency_id, lead_group_id"

_OF_TASK = ", ".join(f"t.{name}" for name in COLUMNS)
_SET = ", ".join(f"{name} = NEW.{name}" for name in COLUMNS)

_ADD = (
    f"INSERT INTO tasks_seen (audience_id, task_id, {_COLUMNS}) "
    f"SELECT DISTINCT p.audience_id, t.id, {_OF_TASK} FROM tasks_audienceplace p, tasks_task t "
    "WHERE t.id = NEW.task_id AND (p.agency_id = NEW.agency_id OR p.group_id = NEW.group_id) "
    "ON CONFLICT DO NOTHING"
)
_DROP = (
    "DELETE FROM tasks_seen WHERE task_id = OLD.task_id AND NOT EXISTS (SELECT 1 FROM tasks_assignment a, "
    "tasks_audienceplace p WHERE a.task_id = OLD.task_id AND p.audience_id = tasks_seen.audience_id "
    "AND (p.agency_id = a.agency_id OR p.group_id = a.group_id))"
)
_NEW = ", ".join(f"NEW.{name}" for name in COLUMNS)
_SAME = f"UPDATE tasks_seen SET {_SET} WHERE task_id = NEW.id AND ({_COLUMNS}) {{differs}} ({_NEW})"
_PLACED = "task_id, agency_id, group_id"
_SQLITE = (
    ("tasks_seen_named", f"AFTER INSERT ON tasks_assignment BEGIN {_ADD}; END"),
    ("tasks_seen_renamed", f"AFTER UPDATE OF {_PLACED} ON tasks_assignment BEGIN {_DROP}; {_ADD}; END"),
    ("tasks_seen_unnamed", f"AFTER DELETE ON tasks_assignment BEGIN {_DROP}; END"),
    ("tasks_seen_decided", f"AFTER UPDATE OF {_DECIDING} ON tasks_task BEGIN {_SAME.format(differs='IS NOT')}; END"),
)
# Two people who name and unname agencies of one task at once must see each other's rows: one waits for the other.
_WAIT = "PERFORM 1 FROM tasks_task WHERE id = {row}.task_id FOR NO KEY UPDATE;"
_POSTGRESQL = (
    "CREATE OR REPLACE FUNCTION tasks_seen_place() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
    "IF NOT EXISTS (SELECT 1 FROM tasks_audience) THEN RETURN NULL; END IF; "
    f"IF TG_OP <> 'INSERT' THEN {_WAIT.format(row='OLD')} {_DROP}; END IF; "
    f"IF TG_OP <> 'DELETE' THEN {_WAIT.format(row='NEW')} {_ADD}; END IF; RETURN NULL; END $$",
    "CREATE OR REPLACE FUNCTION tasks_seen_decide() RETURNS trigger LANGUAGE plpgsql AS "
    f"$$ BEGIN {_SAME.format(differs='IS DISTINCT FROM')}; RETURN NULL; END $$",
    "CREATE OR REPLACE TRIGGER tasks_seen_placed AFTER INSERT OR DELETE OR UPDATE OF "
    f"{_PLACED} ON tasks_assignment FOR EACH ROW EXECUTE FUNCTION tasks_seen_place()",
    f"CREATE OR REPLACE TRIGGER tasks_seen_decided AFTER UPDATE OF {_DECIDING} ON tasks_task "
    "FOR EACH ROW EXECUTE FUNCTION tasks_seen_decide()",
)
_POSTGRESQL_OFF = (
    "DROP TRIGGER IF EXISTS tasks_seen_placed ON tasks_assignment",
    "DROP TRIGGER IF EXISTS tasks_seen_decided ON tasks_task",
)


def switch_on(connection: BaseDatabaseWrapper) -> None:
    """Make the triggers that are not there."""
    statements: tuple[str, ...] = _POSTGRESQL
    if connection.vendor == "sqlite":
        statements = tuple(f"CREATE TRIGGER IF NOT EXISTS {name} {rest}" for name, rest in _SQLITE)
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def switch_off(connection: BaseDatabaseWrapper) -> None:
    """Drop the triggers, and every row that they would have kept right."""
    off: tuple[str, ...] = _POSTGRESQL_OFF
    if connection.vendor == "sqlite":
        off = tuple(f"DROP TRIGGER IF EXISTS {name}" for name, _rest in _SQLITE)
    with connection.cursor() as cursor:
        for statement in (
            *off,
            "DELETE FROM tasks_seen",
            "DELETE FROM tasks_audienceplace",
            "DELETE FROM tasks_audience",
        ):
            cursor.execute(statement)


def before_migrations(plan: Any = (), using: str = DEFAULT_DB_ALIAS, **_signal: Any) -> None:
    """Migrations begin: where there are any, nothing is kept until they are over."""
    connection = connections[using]
    if plan and TABLE in connection.introspection.table_names():
        switch_off(connection)


def after_migrations(using: str = DEFAULT_DB_ALIAS, **_signal: Any) -> None:
    """Migrations are over."""
    connection = connections[using]
    if TABLE in connection.introspection.table_names():
        switch_on(connection)
