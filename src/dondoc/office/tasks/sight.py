"""The tasks that agencies and groups see, chosen by indexes: by their own rows, or by those kept of many (``Seen``)."""

import hashlib
from dataclasses import dataclass
from typing import Any, cast

from django.db.models import Exists, OuterRef, Q, QuerySet

from dondoc.office.agencies.queries import Standpoint
from dondoc.office.asked_once import asked_once
from dondoc.office.tasks.models import Assignment, Audience, Seen, Tally, Task
from dondoc.office.tasks.models.parts import Part, TaskQuerySet


def key_of(place: Standpoint) -> str:
    """What an audience is known by: the same for the same agencies and groups, whoever looks."""
    words = f"{sorted(place.agencies)} {sorted(place.groups)}"
    return hashlib.sha256(words.encode()).hexdigest()


def groups_alone(place: Standpoint) -> Standpoint:
    """Only the groups of ``place``: what all their members see in common."""
    return Standpoint(frozenset(), place.groups)


def rows_of(place: Standpoint, **conditions: Any) -> QuerySet[Assignment]:
    """The assignments to ``place``."""
    named = Q(agency__in=place.agencies)
    if place.groups:
        named |= Q(group__in=place.groups)
    return Assignment.objects.filter(named, **conditions).order_by()


@dataclass(frozen=True, slots=True)
class Sight:
    """What is seen from ``place``: all that ``kept`` keeps, and what the assignments to ``rest`` name beside it."""

    rest: Standpoint
    kept: int | None = None

    def tasks(self) -> QuerySet[Task]:
        """The tasks, known by parts."""
        own = Task.objects.filter(pk__in=rows_of(self.rest).values("task"))
        if self.kept is None:
            return _in_parts(own.all(), Part(own, few=True))
        seen = Seen.objects.filter(audience=self.kept)
        here = Exists(seen.filter(task=OuterRef("pk")))
        first = Part(Task.objects.filter(here), seen)
        if not self.rest.agencies:
            return _in_parts(first.whole.all(), first)
        either = Q(here) | Q(pk__in=rows_of(self.rest).values("task"))
        return _in_parts(Task.objects.filter(either), first, Part(own.filter(~here), few=True, loose=own))


def whole_office() -> QuerySet[Task]:
    """All tasks; how many there are, the tally says."""
    tasks = Task.objects.all()
    tasks.tally = Tally.objects.all()
    return tasks


def _in_parts(tasks: QuerySet[Task], *parts: Part) -> QuerySet[Task]:
    cast(TaskQuerySet, tasks).parts = parts
    return tasks


def sight(place: Standpoint) -> Sight:
    """What is seen from ``place``, by what is kept today; one query."""
    return asked_once(("sight", place), lambda: _sight(place))


def _sight(place: Standpoint) -> Sight:
    common = groups_alone(place)
    keys = {key_of(place): Standpoint(frozenset(), frozenset())}
    if common.groups and place.agencies:
        keys[key_of(common)] = Standpoint(place.agencies, frozenset())
    kept = dict(Audience.objects.filter(key__in=keys).values_list("key", "pk"))
    for key, rest in keys.items():
        if key in kept:
            return Sight(rest, kept[key])
    return Sight(place)
