"""Who hears of a task at which level.

soon            people of the agencies that lead, and the clerk who follows the task
overdue         the same
badly overdue   leaders and the office as well
acceptance      leaders: somebody has not answered a handed-in result

Who acts for one of them on that day is told too; whose account is not valid on that day is not.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q, QuerySet

from dondoc.office.accounts.models import ActingFor, Role, User
from dondoc.office.agencies.models import Agency
from dondoc.office.agencies.queries import standpoint
from dondoc.office.reminders.models import Level
from dondoc.office.tasks.models import Task


@dataclass(frozen=True, slots=True)
class Untold:
    """One task at one level, in words, and the people who have not heard of it."""

    task: int
    level: Level
    occasion: str
    text: str
    people: frozenset[int]


@dataclass(slots=True)
class People:
    """The people of an office, looked up once for many tasks."""

    of_agency: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    of_group: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    leaders: frozenset[int] = frozenset()
    office: frozenset[int] = frozenset()


def read_people(day: date) -> People:
    """Everybody who can be told on ``day``, by what they answer for."""
    active = may_enter_on(day)
    known = set(active.values_list("pk", flat=True))
    instead: dict[int, set[int]] = defaultdict(set)
    acting = ActingFor.objects.filter(starts__lte=day, ends__gte=day, ended_at__isnull=True)
    for person, absent in acting.values_list("person", "absent"):
        if person in known and absent in known:
            instead[absent].add(person)

    def of_role(role: Role) -> frozenset[int]:
        own = set(active.filter(role=role).values_list("pk", flat=True))
        return frozenset(own.union(*(instead[each] for each in own if each in instead)))

    people = People(leaders=of_role(Role.LEADER), office=of_role(Role.OFFICE))
    focal = active.filter(role=Role.FOCAL, agency__isnull=False)
    by_agency: dict[int, set[int]] = defaultdict(set)
    for person, answers_for in focal.values_list("pk", "agency"):
        by_agency[answers_for] |= {person} | instead.get(person, set())
    for agency in Agency.objects.filter(pk__in=by_agency):
        place = standpoint(agency)
        for each in place.agencies:
            people.of_agency[each] |= by_agency[agency.pk]
        for each in place.groups:
            people.of_group[each] |= by_agency[agency.pk]
    return people


def may_enter_on(day: date) -> QuerySet[User]:
    """People whose account is open and valid on ``day``."""
    begun = Q(valid_from__isnull=True) | Q(valid_from__lte=day)
    return User.objects.filter(begun, Q(valid_to__isnull=True) | Q(valid_to__gte=day), is_active=True)


def told(people: People, level: Level, task: Task, leads: Iterable[tuple[int | None, int | None]]) -> set[int]:
    """The people who hear of ``task`` at ``level``. ``leads``: who leads it, each an agency's key or a group's."""
    if level is Level.ACCEPTANCE:
        return set(people.leaders) or set(people.office)
    if level is Level.LOOK_AGAIN:
        return {task.follower_id} if task.follower_id else set(people.office)
    found: set[int] = set()
    for agency, group in leads:
        found |= people.of_agency.get(agency or 0, set()) | people.of_group.get(group or 0, set())
    if task.follower_id:
        found.add(task.follower_id)
    if level is Level.BADLY_OVERDUE:
        found |= people.leaders | people.office
    return found
