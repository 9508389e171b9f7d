"""Finding rows that hold words typed, marks or not: by an index of every three letters, where the database has one.

SQLite has it as a table beside (FTS5, ``trigram``), that triggers keep; PostgreSQL as an index (``pg_trgm``). Where
either is not to be had, and for words of one or two letters, each row is looked at: slower, the same answer.
"""

import logging
from functools import cache, reduce
from operator import or_
from typing import Any, TypeVar

from django.db import DEFAULT_DB_ALIAS, DatabaseError, connections, models, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Q, QuerySet
from django.db.models.expressions import RawSQL

from dondoc.office.folding import fold

logger = logging.getLogger("dondoc.searching")
Row = TypeVar("Row", bound=models.Model)
LETTERS = 3
# The folded columns of each table.
INDEXED = {"tasks_task": ("folded",), "documents_document": ("folded", "folded_content")}


def holding(rows: QuerySet[Row], words: str) -> QuerySet[Row]:
    """Those of ``rows`` that hold every word, each in any of the folded columns of their table."""
    wanted = held(rows.db, rows.model._meta.db_table, words)
    return rows.filter(wanted) if wanted else rows


def held(using: str, table: str, words: str) -> Q:
    """Rows of ``table`` that hold every word: by its index, where there is one."""
    if not has_index(using, table):
        return looked_for(table, words)
    wanted, short = _match(words)
    found = Q(pk__in=RawSQL(f"SELECT rowid FROM {table}_words WHERE {table}_words MATCH %s", [wanted]))
    return (found if wanted else Q()) & looked_for(table, short)


def looked_for(table: str, words: str) -> Q:
    """The same, each row looked at."""
    found = Q()
    for word in fold(words).split():
        found &= reduce(or_, (Q(**{f"{column}__contains": word}) for column in INDEXED[table]))
    return found


def number_by_index(using: str, table: str, words: str, most: int | None = None) -> int | None:
    """How many rows hold every word, where the index alone says it; of more than ``most`` no more are counted."""
    wanted, short = _match(words) if has_index(using, table) else ("", words)
    if short or not wanted:
        return None
    found, limit = (
        f"SELECT 1 FROM {table}_words WHERE {table}_words MATCH %s",
        "" if most is None else f" LIMIT {most:d}",
    )
    with connections[using].cursor() as cursor:
        cursor.execute(f"SELECT COUNT(*) FROM ({found}{limit})", [wanted])
        return int(cursor.fetchone()[0])


def _match(words: str) -> tuple[str, str]:
    """What the index is asked for, and the words that are too short for it."""
    typed = fold(words).split()
    long = (word.replace('"', '""') for word in typed if len(word) >= LETTERS)
    return " AND ".join(f'"{word}"' for word in long), " ".join(word for word in typed if len(word) < LETTERS)


@cache
def has_index(using: str, table: str) -> bool:
    """Whether SQLite keeps the table of words of ``table``; PostgreSQL needs none."""
    connection = connections[using]
    return connection.vendor == "sqlite" and f"{table}_words" in connection.introspection.table_names()


def before_migrations(plan: Any = (), using: str = DEFAULT_DB_ALIAS, **_signal: Any) -> None:
    """SQLite makes a table anew to change it, and its triggers would be in the way."""
    connection = connections[using]
    if plan and connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            for table in INDEXED:
                for act in _TRIGGERS:
                    cursor.execute(f"DROP TRIGGER IF EXISTS {table}_words_{act}")
                cursor.execute(f"DROP TABLE IF EXISTS {table}_words")
        has_index.cache_clear()


def after_migrations(using: str = DEFAULT_DB_ALIAS, **_signal: Any) -> None:
    """Make the indexes that are not there."""
    connection, make = connections[using], _MAKERS.get(connections[using].vendor)
    there = set(connection.introspection.table_names())
    for table, columns in INDEXED.items():
        if make is None or table not in there or f"{table}_words" in there:
            continue
        try:
            with transaction.atomic(using=using):
                make(connection, table, columns)
        except DatabaseError as problem:
            logger.warning("no index of words for %s, searching is slower: %s", table, problem)
    has_index.cache_clear()
    for table in INDEXED:
        has_index(using, table)  # no page has to ask


_ROW = "INSERT INTO {table}_words (rowid, {names}) VALUES (NEW.id, {new})"
_GONE = "INSERT INTO {table}_words ({table}_words, rowid, {names}) VALUES ('delete', OLD.id, {old})"
_TRIGGERS = {
    "added": "AFTER INSERT ON {table} BEGIN " + _ROW + "; END",
    "changed": "AFTER UPDATE OF {names} ON {table} WHEN ({old}) IS NOT ({new}) BEGIN " + _GONE + "; " + _ROW + "; END",
    "gone": "AFTER DELETE ON {table} BEGIN " + _GONE + "; END",
}


def _sqlite(connection: BaseDatabaseWrapper, table: str, columns: tuple[str, ...]) -> None:
    names = {
        "table": table,
        "names": ", ".join(columns),
        "old": ", ".join(f"OLD.{name}" for name in columns),
        "new": ", ".join(f"NEW.{name}" for name in columns),
    }
    kept = f"content='{table}', content_rowid='id', tokenize='trigram'"
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE VIRTUAL TABLE {table}_words USING fts5({names['names']}, {kept})")
        cursor.execute(f"INSERT INTO {table}_words ({table}_words) VALUES ('rebuild')")
        for act, words in _TRIGGERS.items():
            cursor.execute(f"CREATE TRIGGER {table}_words_{act} {words.format(**names)}")


def _postgresql(connection: BaseDatabaseWrapper, table: str, columns: tuple[str, ...]) -> None:
    with connection.cursor() as cursor:
        cursor.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
        for name in columns:
            cursor.execute(
                f"CREATE INDEX IF NOT EXISTS {table}_words_{name} ON {table} USING gin ({name} gin_trgm_ops)"
            )


_MAKERS = {"sqlite": _sqlite, "postgresql": _postgresql}
