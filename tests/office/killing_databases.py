"""The databases of an office that is killed: kept as they were before, put back, looked at in between."""

import os
import shutil
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import urlsplit, urlunsplit

import psycopg

# What is drawn by lot, so that no two runs have the same.
DRAWN = frozenset({"token_hash", "code"})
UNLIKE = frozenset({"django_session", "usersessions_usersession"})


class Database(Protocol):
    """One database of the office under test."""

    url: str
    moments: int  # at how many moments of its length an act is killed, beside its first and last

    def keep(self) -> None:
        """Keep it as it is now."""

    def restore(self) -> None:
        """Put it back to what was kept, the numbers that rows are given included."""

    def rows(self) -> dict[str, list[str]]:
        """Every row of every table, but for secrets drawn anew and sessions."""


class File:
    """SQLite: a file, and a copy of it."""

    moments = 8

    def __init__(self, folder: Path) -> None:
        self.file, self.kept = folder / "office.sqlite3", folder / "before.sqlite3"
        self.url = f"sqlite:///{self.file}"

    def keep(self) -> None:
        from django.db import connection

        if connection.connection is not None:
            with connection.cursor() as cursor:
                cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.close()
        shutil.copy(self.file, self.kept)

    def restore(self) -> None:
        _close()
        for end in ("-wal", "-shm"):
            Path(f"{self.file}{end}").unlink(missing_ok=True)
        shutil.copy(self.kept, self.file)

    def rows(self) -> dict[str, list[str]]:
        from django.db import connection

        found: dict[str, list[str]] = {}
        with connection.cursor() as cursor:
            for table in set(connection.introspection.table_names(cursor)) - UNLIKE:
                cursor.execute(f'SELECT * FROM "{table}" ORDER BY 1')
                shown = [at for at, column in enumerate(cursor.description) if column[0] not in DRAWN]
                found[table] = [str([row[at] for at in shown]) for row in cursor.fetchall()]
        _close()
        return found


class Cluster:
    """PostgreSQL: a database of a cluster that is there, and copies of its tables in a schema of their own."""

    moments = 4

    def __init__(self, url: str) -> None:
        name = f"killed_{os.getpid()}"
        self.url = urlunsplit(urlsplit(url)._replace(path=f"/{name}"))
        self.tables: list[str] = []
        self.back: list[str] = []
        with _connected(url) as connection:
            connection.execute(f"CREATE DATABASE {name}".encode())

    def keep(self) -> None:
        _close()
        with _connected(self.url) as connection:
            connection.execute("CREATE SCHEMA kept")
            for table, columns in connection.execute(COLUMNS).fetchall():
                connection.execute(f'CREATE TABLE kept."{table}" AS SELECT {columns} FROM "{table}"'.encode())
                self.tables.append(table)
                self.back.append(f'DELETE FROM "{table}"')
                self.back.append(f'INSERT INTO "{table}" ({columns}) SELECT {columns} FROM kept."{table}"')
            for sequence, last in connection.execute(SEQUENCES).fetchall():
                self.back.append(f"SELECT setval('{sequence}', {last or 1}, {last is not None})")

    def restore(self) -> None:
        _close()
        with _connected(self.url) as connection, connection.transaction():
            # Neither the order of foreign keys nor the rule that the audit only grows holds for a copy put back.
            connection.execute("SET session_replication_role = replica")
            connection.execute("; ".join(self.back).encode())

    def rows(self) -> dict[str, list[str]]:
        one = "SELECT '{0}', (to_jsonb(t) - '{{{1}}}'::text[])::text FROM \"{0}\" t"
        asked = " UNION ALL ".join(one.format(table, ",".join(DRAWN)) for table in self.tables if table not in UNLIKE)
        found: dict[str, list[str]] = {table: [] for table in self.tables}
        with _connected(self.url) as connection:
            for table, row in connection.execute(asked.encode()):
                found[table].append(row)
        return {table: sorted(some) for table, some in found.items()}


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
