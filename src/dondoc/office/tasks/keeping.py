"""Which audiences are kept: those of people whose places so many tasks name that counting them takes a page's time.

Whether one is kept changes how fast a page is, never what it says.
"""

import logging
from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Any

from django.db import DEFAULT_DB_ALIAS, IntegrityError, OperationalError, connection, connections, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.models import Count
from django.utils import timezone
from django.utils.timezone import localdate

from dondoc.office.accounts.access import agencies_in_sight, sees_all
from dondoc.office.accounts.models import ActingFor, Role, User
from dondoc.office.agencies.queries import Standpoint
from dondoc.office.agencies.standpoints import Standpoints, standpoints
from dondoc.office.tasks.models import Assignment, Audience, AudiencePlace, Seen, Task
from dondoc.office.tasks.sight import groups_alone, key_of, rows_of
from dondoc.office.tasks.triggers import COLUMNS

logger = logging.getLogger("dondoc.keeping")
MANY = 4_000
# The number of the audience that was just made, and how many there are to make.
Tell = Callable[[int, int], None]


def keep_audiences(*, now: datetime, many: int = MANY, tell: Tell = lambda number, of: None) -> int:
    """Make the audiences that are wanting, drop those that nobody needs; how many were made."""
    if Assignment.objects.order_by()[: many + 1].count() <= many:
        wanted: dict[str, Standpoint] = {}
    else:
        wanted = {key_of(place): place for place in _wanted(localdate(now), many)}
    there = dict(Audience.objects.values_list("key", "pk"))
    for key in there.keys() - wanted.keys():
        _drop(there[key])
    made, wanting = 0, sorted(wanted.keys() - there.keys())
    for number, key in enumerate(wanting, start=1):
        try:
            _make(key, wanted[key], now)
        except OperationalError as problem:
            logger.info("an audience waits for the next time, others are writing: %s", problem)
        except IntegrityError:
            logger.info("another process made the same audience at the same time")
        else:
            made += 1
        tell(number, len(wanting))
    if made:
        _settle()
    return made


def _settle() -> None:
    """Let the database look at what was just written: until it has, it asks each row whether it is still there."""
    if connection.in_atomic_block:
        return
    try:
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE tasks_seen" if connection.vendor == "sqlite" else "VACUUM ANALYZE tasks_seen")
    except OperationalError as problem:
        logger.info("what was kept is looked at later, others are writing: %s", problem)


def after_migrations(plan: Any = (), using: str = DEFAULT_DB_ALIAS, **_signal: Any) -> None:
    """Migrations dropped all that was kept: make it again, so that the first page is as fast as the last one was.

    Not on the way back to older tables, which the models of now do not fit.
    """
    if using != DEFAULT_DB_ALIAS or not plan or not _is_up_to_date(using):
        return
    keep_audiences(now=timezone.now())


def _is_up_to_date(using: str) -> bool:
    executor = MigrationExecutor(connections[using])
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


def _wanted(today: date, many: int) -> Iterator[Standpoint]:
    rows: dict[str, dict[int, int]] = {}
    for field in ("agency", "group"):
        counted = Assignment.objects.filter(**{f"{field}__isnull": False}).order_by().values_list(field)
        rows[field] = dict(counted.annotate(Count("pk")))
    for place in _places(today, standpoints()):
        own = sum(rows["agency"].get(each, 0) for each in place.agencies)
        common = sum(rows["group"].get(each, 0) for each in place.groups)
        if own > many:
            yield place
        elif own + common > many:
            yield groups_alone(place)


def _places(today: date, known: Standpoints) -> Iterator[Standpoint]:
    """Where everybody stands who does not see all: once each place."""
    active = User.objects.filter(is_active=True).order_by()
    focal = active.filter(role=Role.FOCAL, agency__isnull=False)
    for agency in focal.values_list("agency", flat=True).distinct():
        yield known.of([agency])
    acting = ActingFor.objects.filter(starts__lte=today, ends__gte=today, ended_at__isnull=True).values("person")
    for person in active.filter(role=Role.VIEWER) | active.filter(role=Role.FOCAL, pk__in=acting):
        if not sees_all(person) and (agencies := agencies_in_sight(person)):
            yield known.of(agency.pk for agency in agencies)


@transaction.atomic
def _make(key: str, place: Standpoint, now: datetime) -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            # Nobody names an agency between the reading and the writing; whoever waits long for this goes first.
            cursor.execute("SET LOCAL lock_timeout = '800ms'")
            cursor.execute("LOCK TABLE tasks_task, tasks_assignment IN SHARE MODE")
        audience = Audience.objects.create(key=key, at=now)
        AudiencePlace.objects.bulk_create(
            [
                *(AudiencePlace(audience=audience, agency_id=each) for each in sorted(place.agencies)),
                *(AudiencePlace(audience=audience, group_id=each) for each in sorted(place.groups)),
            ]
        )
        cursor.execute(FILL, [audience.pk])


_OF_TASK = ", ".join(f"t.{name}" for name in COLUMNS)
FILL = (
    f"INSERT INTO tasks_seen (audience_id, task_id, {', '.join(COLUMNS)}) "
    f"SELECT p.audience_id, t.id, {_OF_TASK} FROM (SELECT DISTINCT p.audience_id, a.task_id FROM tasks_audienceplace p "
    "JOIN tasks_assignment a ON a.agency_id = p.agency_id OR a.group_id = p.group_id WHERE p.audience_id = %s) p "
    "JOIN tasks_task t ON t.id = p.task_id"
)


@transaction.atomic
def _drop(audience: int) -> None:
    Seen.objects.filter(audience=audience)._raw_delete("default")
    Audience.objects.filter(pk=audience).delete()


def mend_audiences() -> int:
    """Drop audiences whose rows say otherwise than tasks and assignments; they are made again. How many."""
    wrong = [audience for audience in Audience.objects.all() if not is_right(audience)]
    for audience in wrong:
        _drop(audience.pk)
    return len(wrong)


def drop_audiences() -> int:
    """Drop all that is kept, so that it is made anew; how many audiences. Pages find the same tasks without it."""
    keys = list(Audience.objects.values_list("pk", flat=True))
    for audience in keys:
        _drop(audience)
    return len(keys)


def is_right(audience: Audience) -> bool:
    """Whether what is kept for ``audience`` is what tasks and assignments say."""
    return wrong_rows(audience) == 0


def wrong_rows(audience: Audience) -> int:
    """Of how many tasks something else is kept for ``audience`` than tasks and assignments say."""
    places = list(audience.places.values_list("agency", "group"))
    agencies, groups = ({pk for each in places if (pk := each[side])} for side in (0, 1))
    place = Standpoint(frozenset(agencies), frozenset(groups))
    own = Task.objects.filter(pk__in=rows_of(place).values("task")).order_by()
    true = own.values_list("pk", *COLUMNS)
    kept = Seen.objects.filter(audience=audience).order_by().values_list("task", *COLUMNS)
    return max(true.difference(kept).count(), kept.difference(true).count())
