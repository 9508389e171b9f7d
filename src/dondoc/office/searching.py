"""Finding rows that hold words typed, marks or not: by an index of every three letters, where the database has one.

SQLite has it as a table beside (FTS5, ``trigram``), PostgreSQL as an index (``pg_trgm``); that of tasks stands on a
table beside too, for an index of letters only says which rows may hold the words: each is looked at, and tasks are
long. What tasks are counted by stands there with the words, so that counting looks no further. Triggers keep the
tables. Where neither is to be had, and for words of one or two letters, each row is looked at: slower, the same answer.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, reduce
from operator import or_
from typing import Any, NamedTuple, TypeVar

from django.db import DEFAULT_DB_ALIAS, DatabaseError, connections, models, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Q, QuerySet
from django.db.models.expressions import RawSQL

from dondoc.office.folding import fold
from dondoc.office.tasks.triggers import COLUMNS

logger = logging.getLogger("dondoc.searching")
Row = TypeVar("Row", bound=models.Model)
LETTERS = 3
# The folded columns of each table.
INDEXED = {"tasks_task": ("folded",), "documents_document": ("folded", "folded_content")}


def holding(rows: QuerySet[Row], words: str) -> QuerySet[Row]:
    """Those of ``rows`` that hold every word, each in any of the folded columns of their table."""
    wanted = held(rows.db, rows.model._meta.db_table, words)
    return rows.filter(wanted) if wanted else rows


def held(using: str, table: str, words: str, key: str = "pk") -> Q:
    """Rows of ``table`` that hold every word: by its index, where there is one. ``key``: the way to their key."""
    found = by_index(using, table, words)
    if found is None:
        return looked_for(table, words)
    return Q(**{f"{key}__in": found.keys}) & looked_for(table, found.rest)


class ByIndex(NamedTuple):
    """The keys of rows that hold words, as an index finds them; ``rest``: the words that it has not looked for."""

    keys: RawSQL
    rest: str


def by_index(using: str, table: str, words: str) -> ByIndex | None:
    """The rows of ``table`` that hold ``words``; None where no index finds any."""
    typed = fold(words).split()
    long = [word for word in typed if len(word) >= LETTERS]
    if not long or not has_index(using, table):
        return None
    if connections[using].vendor == "sqlite":
        quoted = (word.replace('"', '""') for word in long)
        wanted = " AND ".join(f'"{word}"' for word in quoted)
        keys = RawSQL(f"SELECT rowid FROM {table}_words WHERE {table}_words MATCH %s", [wanted])
        return ByIndex(keys, " ".join(word for word in typed if len(word) < LETTERS))
    like = " AND ".join("folded LIKE %s" for _word in typed)
    patterns = [f"%{connections[using].ops.prep_for_like_query(word)}%" for word in typed]
    return ByIndex(RawSQL(f"SELECT id FROM {table}_words WHERE {like}", patterns), "")


def looked_for(table: str, words: str) -> Q:
    """The same, each row looked at."""
    found = Q()
    for word in fold(words).split():
        found &= reduce(or_, (Q(**{f"{column}__contains": word}) for column in INDEXED[table]))
    return found


def number_by_index(using: str, table: str, words: str, most: int | None = None) -> int | None:
    """How many rows hold every word, where the index alone says it; of more than ``most`` no more are counted."""
    found = by_index(using, table, words)
    if found is None or found.rest:
        return None
    limit = "" if most is None else f" LIMIT {most:d}"
    with connections[using].cursor() as cursor:
        cursor.execute(f"SELECT COUNT(*) FROM ({found.keys.sql}{limit}) AS found", found.keys.params)
        return int(cursor.fetchone()[0])


@cache
def has_index(using: str, table: str) -> bool:
    """Whether there is a table of the words of ``table``."""
    return f"{table}_words" in connections[using].introspection.table_names()


def is_counted_beside(using: str, table: str) -> bool:
    """Whether what the rows of ``table`` are counted by stands with their words."""
    return connections[using].vendor == "postgresql" and table in BESIDE and has_index(using, table)


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
        with _or_slower(using, table):
            make(connection, table, columns)
    has_index.cache_clear()
    for table in INDEXED:
        has_index(using, table)  # no page has to ask
        if is_counted_beside(using, table):
            with _or_slower(using, table), connection.cursor() as cursor:
                cursor.execute(_UNLED)


@contextmanager
def _or_slower(using: str, table: str) -> Iterator[None]:
    """Make an index; the office runs without it too."""
    try:
        with transaction.atomic(using=using):
            yield
    except DatabaseError as problem:
        logger.warning("no index of words for %s, searching is slower: %s", table, problem)


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


# Tables of which PostgreSQL keeps the words beside, with what it keeps of each row. The text of documents lies apart
# from their rows as it is.
BESIDE = {"tasks_task": ("id", "folded", *COLUMNS)}
_FOLLOW = """
CREATE OR REPLACE FUNCTION {table}_words_follow() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
IF TG_OP = 'TRUNCATE' THEN TRUNCATE {table}_words;
ELSIF TG_OP = 'INSERT' THEN INSERT INTO {table}_words ({names}) VALUES ({new});
ELSIF TG_OP = 'DELETE' THEN DELETE FROM {table}_words WHERE id = OLD.id;
ELSE UPDATE {table}_words SET ({names}) = ({new}) WHERE id = OLD.id;
END IF; RETURN NULL; END $$
"""
_FOLLOWING = {
    "added": "AFTER INSERT OR DELETE ON {table} FOR EACH ROW",
    "changed": "AFTER UPDATE ON {table} FOR EACH ROW WHEN (({old}) IS DISTINCT FROM ({new}))",
    "emptied": "AFTER TRUNCATE ON {table} FOR EACH STATEMENT",
}
# Tasks that no agency and no group leads are few, and lie all over the table: named by what is written of their lead.
_UNLED = (
    "CREATE INDEX IF NOT EXISTS tasks_task_unled_words ON tasks_task USING gin (folded gin_trgm_ops) "
    "WHERE lead_agency_id IS NULL AND lead_group_id IS NULL"
)
# With room on each page: a decision about a task then changes no index.
_TABLE = (
    "CREATE TABLE {table}_words WITH (fillfactor = 85) AS SELECT {names} FROM {table} WITH NO DATA",
    "ALTER TABLE {table}_words ADD PRIMARY KEY (id), ALTER folded SET NOT NULL",
)


def _postgresql(connection: BaseDatabaseWrapper, table: str, columns: tuple[str, ...]) -> None:
    with connection.cursor() as cursor:
        cursor.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
        home = f"{table}_words" if table in BESIDE else table
        if table in BESIDE:
            words = _words_of(table)
            cursor.execute(f"DROP INDEX IF EXISTS {table}_words_folded")
            for statement in (*_TABLE, _FOLLOW):
                cursor.execute(statement.format(**words))
            # The triggers first: from here on nobody else writes until the rows of now are there too.
            for act, when in _FOLLOWING.items():
                does = f"{when.format(**words)} EXECUTE FUNCTION {home}_follow()"
                cursor.execute(f"CREATE TRIGGER {home}_{act} {does}")
            cursor.execute(f"INSERT INTO {home} SELECT {words['names']} FROM {table} ORDER BY id")
        for name in columns:
            cursor.execute(f"CREATE INDEX IF NOT EXISTS {table}_words_{name} ON {home} USING gin ({name} gin_trgm_ops)")
        if table in BESIDE:
            cursor.execute(f"ANALYZE {home}")


def _words_of(table: str) -> dict[str, str]:
    """What stands in the statements about ``table``: its columns, and these of a row of it, of one beside and so on."""
    ways = {"names": "", "old": "OLD.", "new": "NEW.", "own": "t.", "beside": "w."}
    return {"table": table} | {each: ", ".join(f"{way}{name}" for name in BESIDE[table]) for each, way in ways.items()}


_MAKERS = {"sqlite": _sqlite, "postgresql": _postgresql}
_WRONG = (
    "SELECT COUNT(*) FROM {table} t FULL JOIN {table}_words w ON w.id = t.id WHERE ({own}) IS DISTINCT FROM ({beside})"
)
_MENDS = (
    "LOCK TABLE {table} IN SHARE ROW EXCLUSIVE MODE",
    "DELETE FROM {table}_words w WHERE NOT EXISTS "
    "(SELECT 1 FROM {table} t WHERE t.id = w.id AND ({own}) IS NOT DISTINCT FROM ({beside}))",
    "INSERT INTO {table}_words SELECT {names} FROM {table} t "
    "WHERE NOT EXISTS (SELECT 1 FROM {table}_words w WHERE w.id = t.id)",
)


def wrong_rows(table: str, using: str = DEFAULT_DB_ALIAS) -> int:
    """Of how many rows of ``table`` the table of its words says something else; SQLite only knows of any or none."""
    connection = connections[using]
    if not has_index(using, table):
        return 0
    with connection.cursor() as cursor:
        if connection.vendor != "sqlite":
            cursor.execute(_WRONG.format(**_words_of(table)))
            return int(cursor.fetchone()[0])
        try:
            with transaction.atomic(using=using):
                cursor.execute(f"INSERT INTO {table}_words ({table}_words, rank) VALUES ('integrity-check', 1)")
        except DatabaseError:
            return 1
    return 0


@transaction.atomic
def mend(table: str, using: str = DEFAULT_DB_ALIAS) -> int:
    """Put the table of words right; how many rows were wrong."""
    wrong = wrong_rows(table, using)
    with connections[using].cursor() as cursor:
        if wrong and connections[using].vendor == "sqlite":
            cursor.execute(f"INSERT INTO {table}_words ({table}_words) VALUES ('rebuild')")
        elif wrong:
            for statement in _MENDS:
                cursor.execute(statement.format(**_words_of(table)))
    return wrong
