"""The tally of all tasks (``Tally``): triggers keep it, whoever writes tasks; it is put together, compared and mended.

A task that changes adds a row that takes it away from where it counted and one that puts it where it counts now. On
PostgreSQL a statement that changes many tasks adds them up first.
"""

import logging
from typing import Any

from django.db import DEFAULT_DB_ALIAS, OperationalError, connection, connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

logger = logging.getLogger("dondoc.tallying")
TABLE = "tasks_tally"
# So many rows more than there need be are put together.
LOOSE = 2_000
COLUMNS = ("state", "phase", "due")
_ALIKE = ", ".join(COLUMNS)
_ADD = f"INSERT INTO {TABLE} ({_ALIKE}, many)"
_FILL = f"{_ADD} SELECT {_ALIKE}, COUNT(*) FROM tasks_task GROUP BY {_ALIKE}"

_OLD, _NEW = (", ".join(f"{row}.{name}" for name in COLUMNS) for row in ("OLD", "NEW"))
_MORE, _FEWER = f"{_ADD} VALUES ({_NEW}, 1)", f"{_ADD} VALUES ({_OLD}, -1)"
_SQLITE = {
    "added": f"AFTER INSERT ON tasks_task BEGIN {_MORE}; END",
    "changed": f"AFTER UPDATE ON tasks_task WHEN ({_OLD}) IS NOT ({_NEW}) BEGIN {_FEWER}; {_MORE}; END",
    "gone": f"AFTER DELETE ON tasks_task BEGIN {_FEWER}; END",
}
_BOTH = f"SELECT {_ALIKE}, 1 AS many FROM after UNION ALL SELECT {_ALIKE}, -1 FROM before"
_SUM = "{add} SELECT {alike}, SUM(many) FROM ({rows}) AS each GROUP BY {alike} HAVING SUM(many) <> 0"
_POSTGRESQL_FUNCTION = (
    f"CREATE OR REPLACE FUNCTION {TABLE}_follow() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
    f"IF TG_OP = 'INSERT' THEN {_ADD} SELECT {_ALIKE}, COUNT(*) FROM after GROUP BY {_ALIKE}; "
    f"ELSIF TG_OP = 'DELETE' THEN {_ADD} SELECT {_ALIKE}, -COUNT(*) FROM before GROUP BY {_ALIKE}; "
    f"ELSIF TG_OP = 'UPDATE' THEN {_SUM.format(add=_ADD, alike=_ALIKE, rows=_BOTH)}; "
    f"ELSE DELETE FROM {TABLE}; END IF; RETURN NULL; END $$"
)
_POSTGRESQL = {
    "added": "AFTER INSERT ON tasks_task REFERENCING NEW TABLE AS after",
    "changed": "AFTER UPDATE ON tasks_task REFERENCING OLD TABLE AS before NEW TABLE AS after",
    "gone": "AFTER DELETE ON tasks_task REFERENCING OLD TABLE AS before",
    "emptied": "AFTER TRUNCATE ON tasks_task",
}
# One statement: who counts meanwhile sees all rows as they were or as they are then.
_PUT_TOGETHER = (
    f"WITH gone AS (DELETE FROM {TABLE} RETURNING {_ALIKE}, many) "
    + _SUM.format(add=_ADD, alike=_ALIKE, rows="SELECT * FROM gone")
)  # fmt: skip
_KEPT_AND_TRUE = f"SELECT {_ALIKE}, many FROM {TABLE} UNION ALL SELECT {_ALIKE}, -1 FROM tasks_task"
_WRONG = f"SELECT SUM(many) FROM ({_KEPT_AND_TRUE}) AS each GROUP BY {_ALIKE} HAVING SUM(many) <> 0"


def switch_on(connection: BaseDatabaseWrapper) -> None:
    """Make the triggers that are not there."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            for act, does in _SQLITE.items():
                cursor.execute(f"CREATE TRIGGER IF NOT EXISTS {TABLE}_{act} {does}")
            return
        cursor.execute(_POSTGRESQL_FUNCTION)
        for act, when in _POSTGRESQL.items():
            does = f"{when} FOR EACH STATEMENT EXECUTE FUNCTION {TABLE}_follow()"
            cursor.execute(f"CREATE OR REPLACE TRIGGER {TABLE}_{act} {does}")


def switch_off(connection: BaseDatabaseWrapper) -> None:
    """Drop the triggers, and every row that they would have kept right."""
    of_table = " ON tasks_task" if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        for act in _POSTGRESQL:
            cursor.execute(f"DROP TRIGGER IF EXISTS {TABLE}_{act}{of_table}")
        cursor.execute(f"DELETE FROM {TABLE}")


def before_migrations(plan: Any = (), using: str = DEFAULT_DB_ALIAS, **_signal: Any) -> None:
    """Migrations begin: SQLite makes tables anew, and loses their triggers (``tasks.triggers``)."""
    connection = connections[using]
    if plan and TABLE in connection.introspection.table_names():
        switch_off(connection)


def after_migrations(using: str = DEFAULT_DB_ALIAS, **_signal: Any) -> None:
    """Migrations are over, or all tables were emptied."""
    connection = connections[using]
    if TABLE in connection.introspection.table_names():
        switch_on(connection)
        mend(using)


def wrong_rows(using: str = DEFAULT_DB_ALIAS) -> int:
    """How many tasks are counted where they are not, or not counted where they are."""
    with connections[using].cursor() as cursor:
        cursor.execute(_WRONG)
        wrong = [int(many) for (many,) in cursor.fetchall()]
    return max(sum(many for many in wrong if many > 0), -sum(many for many in wrong if many < 0))


def mend(using: str = DEFAULT_DB_ALIAS) -> int:
    """Put the tally right; how many tasks it counted wrongly."""
    if not wrong_rows(using):
        return 0
    with transaction.atomic(using=using), connections[using].cursor() as cursor:
        if connections[using].vendor == "postgresql":
            cursor.execute("LOCK TABLE tasks_task IN SHARE MODE")
        wrong = wrong_rows(using)
        cursor.execute(f"DELETE FROM {TABLE}")
        cursor.execute(_FILL)
    return wrong


def put_together() -> int:
    """Put rows that are alike together, where there are many more than need be; how many rows fewer there are."""
    from dondoc.office.tasks.models import Tally

    rows = Tally.objects.count()
    if rows - Tally.objects.order_by().values(*COLUMNS).distinct().count() < LOOSE:
        return 0
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            _sum_up(cursor)
        if not connection.in_atomic_block:
            with connection.cursor() as cursor:
                cursor.execute(f"ANALYZE {TABLE}" if connection.vendor == "sqlite" else f"VACUUM ANALYZE {TABLE}")
    except OperationalError as problem:
        logger.info("the tally is put together the next time, others are writing: %s", problem)
    return rows - Tally.objects.count()


def _sum_up(cursor: Any) -> None:
    if connection.vendor == "postgresql":
        cursor.execute(_PUT_TOGETHER)
        return
    # Nobody else writes meanwhile.
    cursor.execute(f"SELECT MAX(id) FROM {TABLE}")
    (last,) = cursor.fetchone()
    rows = f"SELECT {_ALIKE}, many FROM {TABLE}"
    cursor.execute(_SUM.format(add=_ADD, alike=_ALIKE, rows=rows))
    cursor.execute(f"DELETE FROM {TABLE} WHERE id <= %s", [last])
