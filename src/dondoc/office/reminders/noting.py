"""Writing down what many people are told at once: one statement for some thousand tasks, however many hear of each."""

from collections.abc import Sequence
from datetime import datetime
from operator import itemgetter

from django.db import connection

from dondoc.office.reminders.models import Notice
from dondoc.office.reminders.whom import Untold

COLUMNS = ("task_id", "level", "occasion", "text", "person_id", "at")


def note(found: Sequence[Untold], now: datetime) -> int:
    """Make a notice for everybody whom ``found`` names, unless there is one; how many were asked for.

    Not with ``bulk_create``: on the first morning of a full office there are more than a million, and a model instance
    for each takes longer than everything else.
    """
    table = connection.ops.quote_name(Notice._meta.db_table)
    into = f"INSERT INTO {table} ({', '.join(COLUMNS)})"
    at = connection.ops.adapt_datetimefield_value(now)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(f"{into} {_POSTGRESQL} ON CONFLICT DO NOTHING", [at, *_arrays(found)])
        else:
            rows = [
                (each.task, each.level.value, each.occasion, each.text, person, at)
                for each in found
                for person in each.people
            ]
            # By person: the indexes that begin with the person are then written page by page.
            rows.sort(key=itemgetter(4))
            places = ", ".join(["%s"] * len(COLUMNS))
            cursor.executemany(f"{into} VALUES ({places}) ON CONFLICT DO NOTHING", rows)
    return sum(len(each.people) for each in found)


# The words of a task go over once, not once a person.
_POSTGRESQL = (
    "SELECT told.task, told.level, told.occasion, told.words, heard.person, %s::timestamptz "
    "FROM unnest(%s::bigint[], %s::text[], %s::text[], %s::text[]) WITH ORDINALITY "
    "AS told(task, level, occasion, words, place) "
    "JOIN unnest(%s::bigint[], %s::bigint[]) AS heard(place, person) ON heard.place = told.place"
)


def _arrays(found: Sequence[Untold]) -> list[list[int] | list[str]]:
    places: list[int] = []
    people: list[int] = []
    for place, each in enumerate(found, 1):
        places += [place] * len(each.people)
        people += each.people
    return [
        [each.task for each in found],
        [each.level.value for each in found],
        [each.occasion for each in found],
        [each.text for each in found],
        places,
        people,
    ]
