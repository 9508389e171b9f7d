"""The tallies of all tasks (``models.tally``): triggers keep them, whoever writes; put together, compared, mended.

A task that changes adds a row that takes it away from where it counted and one that puts it where it counts now. On
PostgreSQL a statement that changes many tasks adds them up first.
"""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import DEFAULT_DB_ALIAS, OperationalError, connection, connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

logger = logging.getLogger("dondoc.tallying")
# So many rows more than there need be are put together.
LOOSE = 2_000
_MONTH = {"sqlite": "substr({row}due, 1, 8) || '01'", "postgresql": "date_trunc('month', {row}due)::date"}
_OF_MONTH = (
    "CASE WHEN {row}phase IN ('done', 'done_late', 'cancelled') OR {row}due = '9999-12-31' THEN '9999-12-31' "
    "ELSE %s END"
)


@dataclass(frozen=True, slots=True)
class Kept:
    """One tally: its table, its columns with what of a task stands in them, which tasks count in it, told as SQL."""

    table: str
    columns: dict[str, str]
    where: str = ""

    @property
    def names(self) -> str:
        """The columns in which rows are alike."""
        return ", ".join(self.columns)

    @property
    def into(self) -> str:
        """The beginning of what adds rows."""
        return f"INSERT INTO {self.table} ({self.names}, many)"

    def of(self, rows: str, many: str, vendor: str) -> str:
        """What of ``rows`` of tasks counts, ``many`` each: OLD, NEW or a table."""
        row = f"{rows}." if rows in ("OLD", "NEW") else ""
        month = _OF_MONTH % _MONTH[vendor]
        values = ", ".join(
            f"{(month if how == 'month' else how).format(row=row)} AS {name}" for name, how in self.columns.items()
        )
        source = "" if row else f" FROM {rows}"
        return f"SELECT {values}, {many} AS many{source}" + (
            f" WHERE {self.where.format(row=row)}" if self.where else ""
        )

    def summed(self, rows: str) -> str:
        """``rows`` that are alike put together, and none where nothing is left."""
        return f"SELECT {self.names}, SUM(many) FROM ({rows}) AS each GROUP BY {self.names} HAVING SUM(many) <> 0"


ALL = Kept("tasks_tally", {name: f"{{row}}{name}" for name in ("state", "phase", "due")})
LED = Kept(
    "tasks_ledtally",
    {**{name: f"{{row}}{name}" for name in ("lead_agency_id", "lead_group_id", "phase")}, "due": "month"},
    "{row}leads = 1",
)
TALLIES = (ALL, LED)
_DECIDING = ("state", "phase", "due", "leads", "lead_agency_id", "lead_group_id")
_OLD, _NEW = (", ".join(f"{row}.{name}" for name in _DECIDING) for row in ("OLD", "NEW"))
_ACTS = {"added": "INSERT", "changed": "UPDATE", "gone": "DELETE", "emptied": "TRUNCATE"}
_SEEN = {
    "added": "NEW TABLE AS after",
    "changed": "OLD TABLE AS before NEW TABLE AS after",
    "gone": "OLD TABLE AS before",
}


def _sqlite() -> Iterator[str]:
    more = "".join(f"{each.into} {each.of('NEW', '1', 'sqlite')}; " for each in TALLIES)
    fewer = "".join(f"{each.into} {each.of('OLD', '-1', 'sqlite')}; " for each in TALLIES)
    does = {"added": more, "changed": fewer + more, "gone": fewer}
    for act, said in does.items():
        when = f" WHEN ({_OLD}) IS NOT ({_NEW})" if act == "changed" else ""
        name = f"CREATE TRIGGER IF NOT EXISTS tasks_tally_{act}"
        yield f"{name} AFTER {_ACTS[act]} ON tasks_task{when} BEGIN {said}END"


def _postgresql() -> Iterator[str]:
    does: dict[str, str] = dict.fromkeys(_ACTS, "")
    for each in TALLIES:
        more, fewer = each.of("after", "1", "postgresql"), each.of("before", "-1", "postgresql")
        does["added"] += f"{each.into} {each.summed(more)}; "
        does["changed"] += f"{each.into} {each.summed(f'{more} UNION ALL {fewer}')}; "
        does["gone"] += f"{each.into} {each.summed(fewer)}; "
        does["emptied"] += f"DELETE FROM {each.table}; "
    for act, said in does.items():
        name = f"tasks_tally_{act}"
        body = f"BEGIN {said}RETURN NULL; END"
        yield f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ {body} $$"
        when = f"AFTER {_ACTS[act]} ON tasks_task" + (f" REFERENCING {_SEEN[act]}" if act in _SEEN else "")
        yield f"CREATE OR REPLACE TRIGGER {name} {when} FOR EACH STATEMENT EXECUTE FUNCTION {name}()"


def switch_on(connection: BaseDatabaseWrapper) -> None:
    """Make the triggers that are not there."""
    with connection.cursor() as cursor:
        for statement in _sqlite() if connection.vendor == "sqlite" else _postgresql():
            cursor.execute(statement)


def switch_off(connection: BaseDatabaseWrapper) -> None:
    """Drop the triggers, and every row that they would have kept right."""
    of_table = " ON tasks_task" if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        for act in _ACTS:
            cursor.execute(f"DROP TRIGGER IF EXISTS tasks_tally_{act}{of_table}")
        for each in _there(connection.alias):
            cursor.execute(f"DELETE FROM {each.table}")


def before_migrations(plan: Any = (), using: str = DEFAULT_DB_ALIAS, **_signal: Any) -> None:
    """Migrations begin: SQLite makes tables anew, and loses their triggers (``tasks.triggers``)."""
    if plan and _there(using):
        switch_off(connections[using])


def after_migrations(using: str = DEFAULT_DB_ALIAS, **_signal: Any) -> None:
    """Migrations are over, or all tables were emptied."""
    if len(_there(using)) == len(TALLIES):
        switch_on(connections[using])
        mend(using)


def _there(using: str) -> list[Kept]:
    """The tallies of this database: on the way to the tables of now some may be wanting."""
    tables = connections[using].introspection.table_names()
    return [each for each in TALLIES if each.table in tables]


def wrong_rows(using: str = DEFAULT_DB_ALIAS) -> int:
    """How many tasks are counted where they are not, or not counted where they are."""
    return max(_wrong(each, using) for each in TALLIES)


def _wrong(kept: Kept, using: str) -> int:
    true = kept.of("tasks_task", "-1", connections[using].vendor)
    with connections[using].cursor() as cursor:
        cursor.execute(kept.summed(f"SELECT {kept.names}, many FROM {kept.table} UNION ALL {true}"))
        wrong = [int(row[-1]) for row in cursor.fetchall()]
    return max(sum(many for many in wrong if many > 0), -sum(many for many in wrong if many < 0))


def mend(using: str = DEFAULT_DB_ALIAS) -> int:
    """Put the tallies right; how many tasks were counted wrongly."""
    if not wrong_rows(using):
        return 0
    with transaction.atomic(using=using), connections[using].cursor() as cursor:
        if connections[using].vendor == "postgresql":
            cursor.execute("LOCK TABLE tasks_task IN SHARE MODE")
        wrong = wrong_rows(using)
        for each in TALLIES:
            cursor.execute(f"DELETE FROM {each.table}")
            cursor.execute(f"{each.into} {each.summed(each.of('tasks_task', '1', connections[using].vendor))}")
    return wrong


def put_together() -> int:
    """Put rows that are alike together, where there are many more than need be; how many rows fewer there are."""
    return sum(_put_together(each) for each in TALLIES)


def _put_together(kept: Kept) -> int:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT COALESCE(SUM(number), 0), COUNT(*) FROM "
            f"(SELECT COUNT(*) AS number FROM {kept.table} GROUP BY {kept.names}) AS each"
        )
        rows, kinds = map(int, cursor.fetchone())
        if rows - kinds < LOOSE:
            return 0
        try:
            with transaction.atomic():
                _sum_up(kept, cursor)
            if not connection.in_atomic_block:
                cursor.execute(
                    f"ANALYZE {kept.table}" if connection.vendor == "sqlite" else f"VACUUM ANALYZE {kept.table}"
                )
        except OperationalError as problem:
            logger.info("a tally is put together the next time, others are writing: %s", problem)
            return 0
        cursor.execute(f"SELECT COUNT(*) FROM {kept.table}")
        return rows - int(cursor.fetchone()[0])


def _sum_up(kept: Kept, cursor: Any) -> None:
    if connection.vendor == "postgresql":
        # One statement: who counts meanwhile sees all rows as they were or as they are then.
        gone = f"WITH gone AS (DELETE FROM {kept.table} RETURNING {kept.names}, many)"
        cursor.execute(f"{gone} {kept.into} {kept.summed('SELECT * FROM gone')}")
        return
    # Nobody else writes meanwhile.
    cursor.execute(f"SELECT MAX(id) FROM {kept.table}")
    (last,) = cursor.fetchone()
    cursor.execute(f"{kept.into} {kept.summed(f'SELECT {kept.names}, many FROM {kept.table}')}")
    cursor.execute(f"DELETE FROM {kept.table} WHERE id <= %s", [last])
