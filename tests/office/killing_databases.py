"""The databases of an office that is killed: kept as they were before, put back, looked at in between."""

import os
import shutil
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import urlsplit, urlunsplit

import psycopg

Rows = dict[str, list[str]]
# What is drawn by lot or by the clock, so that no two runs have the same.
DRAWN = frozenset(
    {"token_hash", "code", "code_hash", "digest", "password", "secret", "file", "date_joined", "milliseconds"}
)
UNLIKE = frozenset({"django_session", "usersessions_usersession"})
QUEUE = "django_tasks_database_dbtaskresult"
# What SQLite keeps of an index of words beside the index itself.
SHADOWS = ("_words_config", "_words_content", "_words_data", "_words_docsize", "_words_idx")


def drawn_in(table: str) -> frozenset[str]:
    """The columns of ``table`` that differ between two runs; what waits in the queue is named by lot."""
    return DRAWN | {"id", "enqueued_at"} if table == QUEUE else DRAWN


class Database(Protocol):
    """One database of the office under test."""

    url: str
    moments: int  # about how many moments of its length an act is killed at

    def keep(self) -> None:
        """Keep it as it is now; the first time it is an office where nothing was done."""

    def restore(self) -> None:
        """Put it back to what was kept last, the numbers that rows are given included."""

    def empty(self) -> None:
        """Put it back to what was kept first."""

    def rows(self) -> Rows:
        """Every row of every table, but for what is drawn anew and sessions."""

    def alike(self, one: Rows, other: Rows) -> bool:
        """Whether the same is there, though one was come to by a detour."""


class File:
    """SQLite: a file, and copies of it."""

    moments = 5

    def __init__(self, folder: Path) -> None:
        self.tables: list[str] = []
        self.file, self.kept = folder / "office.sqlite3", [folder / "first.sqlite3", folder / "last.sqlite3"]
        self.url = f"sqlite:///{self.file}"

    def keep(self) -> None:
        from django.db import connection

        if connection.connection is not None:
            with connection.cursor() as cursor:
                cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.close()
        for copy in self.kept if not self.kept[0].exists() else self.kept[1:]:
            shutil.copy(self.file, copy)

    def restore(self) -> None:
        self._put(self.kept[1])

    def empty(self) -> None:
        self._put(self.kept[0])

    def _put(self, copy: Path) -> None:
        _close()
        for end in ("-wal", "-shm"):
            Path(f"{self.file}{end}").unlink(missing_ok=True)
        shutil.copy(copy, self.file)

    def rows(self) -> Rows:
        from django.db import connection

        found: Rows = {}
        with connection.cursor() as cursor:
            known = self.tables or connection.introspection.table_names(cursor)
            self.tables = [each for each in known if each not in UNLIKE and not each.endswith(SHADOWS)]
            for table in self.tables:
                cursor.execute(f'SELECT * FROM "{table}"')
                shown = [at for at, column in enumerate(cursor.description) if column[0] not in drawn_in(table)]
                found[table] = sorted(str([row[at] for at in shown]) for row in cursor.fetchall())
        _close()
        return found

    def alike(self, one: Rows, other: Rows) -> bool:
        return one == other


class Cluster:
    """PostgreSQL: a database of a cluster that is there, and copies of its tables in schemas of their own."""

    moments = 3

    def __init__(self, url: str) -> None:
        name = f"killed_{os.getpid()}"
        self.url = urlunsplit(urlsplit(url)._replace(path=f"/{name}"))
        self.tables: list[str] = []
        self.ways: dict[str, str] = {}
        with _connected(url) as connection:
            connection.execute(f"CREATE DATABASE {name}".encode())

    def keep(self) -> None:
        _close()
        schema = "kept_last" if self.ways else "kept_first"
        with _connected(self.url) as connection:
            connection.execute(f"DROP SCHEMA IF EXISTS {schema} CASCADE; CREATE SCHEMA {schema}".encode())
            back = []
            columns_of = connection.execute(COLUMNS).fetchall()
            for table, columns in columns_of:
                connection.execute(f'CREATE TABLE {schema}."{table}" AS SELECT {columns} FROM "{table}"'.encode())
                back.append(f'DELETE FROM "{table}"')
                back.append(f'INSERT INTO "{table}" ({columns}) SELECT {columns} FROM {schema}."{table}"')
            self.tables = [table for table, _columns in columns_of]
            for sequence, last in connection.execute(SEQUENCES).fetchall():
                back.append(f"SELECT setval('{sequence}', {last or 1}, {last is not None})")
        self.ways[schema] = "; ".join(back)

    def restore(self) -> None:
        self._put("kept_last")

    def empty(self) -> None:
        self._put("kept_first")

    def _put(self, schema: str) -> None:
        _close()
        with _connected(self.url) as connection, connection.transaction():
            # Neither the order of foreign keys nor the rule that the audit only grows holds for a copy put back.
            connection.execute("SET session_replication_role = replica")
            connection.execute(self.ways[schema].encode())

    def rows(self) -> Rows:
        one = "SELECT '{0}', (to_jsonb(t) - '{{{1}}}'::text[])::text FROM \"{0}\" t"
        asked = " UNION ALL ".join(
            one.format(table, ",".join(drawn_in(table))) for table in self.tables if table not in UNLIKE
        )
        found: Rows = {table: [] for table in self.tables}
        with _connected(self.url) as connection:
            for table, row in connection.execute(asked.encode()):
                found[table].append(row)
        return {table: sorted(some) for table, some in found.items()}

    def alike(self, one: Rows, other: Rows) -> bool:
        # A number that a killed act was given is given to nobody else.
        return {table: len(some) for table, some in one.items()} == {table: len(some) for table, some in other.items()}


# The columns that are written, not computed, of every table; how far every sequence has come.
COLUMNS = """
    SELECT c.table_name, string_agg(quote_ident(c.column_name), ', ' ORDER BY c.ordinal_position)
    FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
    WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.is_generated = 'NEVER'
    GROUP BY c.table_name
"""
SEQUENCES = "SELECT quote_ident(sequencename), last_value FROM pg_sequences WHERE schemaname = 'public'"


def _connected(url: str) -> psycopg.Connection[Any]:
    return psycopg.connect(url, autocommit=True)


def _close() -> None:
    from django.db import connection

    connection.close()
