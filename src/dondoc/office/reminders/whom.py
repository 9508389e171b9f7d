"""Who hears of a task at which level.

soon            people of the agencies that lead, and the clerk who follows the task
overdue         the same
badly overdue   leaders and the office as well: those in whose field it lies; who has no field hears of all
acceptance      leaders: somebody has not answered a handed-in result

Who acts for one of them on that day is told too; whose account is not valid on that day is not.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import NamedTuple

from django.db.models import Q, QuerySet

from dondoc.office.accounts.models import ActingFor, Role, User
from dondoc.office.agencies.queries import Standpoint
from dondoc.office.agencies.standpoints import Standpoints, standpoints
from dondoc.office.reminders.models import Level


class InQuestion(NamedTuple):
    """What the calendar has to know of a task. ``leads``: how many lead, first of all ``lead_agency`` or a group."""

    pk: int
    state: str
    deadline: date | None
    submitted_on: date | None
    look_again: date | None
    follower: int | None
    leads: int
    lead_agency: int | None
    lead_group: int | None


@dataclass(frozen=True, slots=True)
class Untold:
    """One task at one level, the day that makes it once, who follows the task, and the people who hear of it now.

    ``heard``: those who heard of it before, in a notice of many.
    """

    task: int
    level: Level
    day: date
    follower: int | None
    people: frozenset[int]
    heard: frozenset[int] = frozenset()

    @property
    def occasion(self) -> str:
        """What makes it once, as it is kept."""
        return self.day.isoformat()


@dataclass
class People:
    """The people of an office, looked up once for many tasks."""

    of_agency: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    of_group: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    leaders: frozenset[int] = frozenset()
    office: frozenset[int] = frozenset()
    in_field: dict[int, Standpoint] = field(default_factory=dict)

    def answering(self, leads: "Leads") -> frozenset[int]:
        """The leaders and office staff in whose field the leading agencies are; all, where that is nobody."""
        everybody = self.leaders | self.office
        found = frozenset(each for each in everybody if self._in_field_of(each, leads))
        return found or everybody

    def _in_field_of(self, person: int, leads: "Leads") -> bool:
        place = self.in_field.get(person)
        return place is None or any(agency in place.agencies or group in place.groups for agency, group in leads)

    @cached_property
    def focal(self) -> frozenset[int]:
        """Whoever answers for an agency."""
        return frozenset().union(*self.of_agency.values())


def read_people(day: date) -> People:
    """Everybody who can be told on ``day``, by what they answer for."""
    active = may_enter_on(day)
    known = set(active.values_list("pk", flat=True))
    instead: dict[int, set[int]] = defaultdict(set)
    for person, absent in acting_on(day).values_list("person", "absent"):
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
    known_places = standpoints()
    people.in_field = _in_field(active, instead, known_places)
    for agency, who in by_agency.items():
        place = known_places.of([agency])
        for each in place.agencies:
            people.of_agency[each] |= who
        for each in place.groups:
            people.of_group[each] |= who
    return people


def _in_field(active: QuerySet[User], instead: Mapping[int, set[int]], places: Standpoints) -> dict[int, Standpoint]:
    """Where the work of a leader or of office staff lies who has fields; who acts for one has theirs too."""
    chiefs = active.filter(role__in=(Role.LEADER, Role.OFFICE))
    fields: dict[int, set[int]] = defaultdict(set)
    for person, agency in chiefs.filter(fields__agencies__isnull=False).values_list("pk", "fields__agencies"):
        fields[person].add(agency)
    if not fields:
        return {}
    held: dict[int, set[int]] = defaultdict(set)
    of_all: set[int] = set()
    for chief in chiefs.values_list("pk", flat=True):
        for person in (chief, *instead.get(chief, ())):
            held[person] |= fields.get(chief, set())
            if chief not in fields:
                of_all.add(person)
    return {person: places.of(sorted(agencies)) for person, agencies in held.items() if person not in of_all}


def acting_on(day: date) -> QuerySet[ActingFor]:
    """Who acts for whom on ``day``."""
    return ActingFor.objects.filter(starts__lte=day, ends__gte=day, ended_at__isnull=True)


def hearing(people: Iterable[int], day: date) -> dict[int, set[int]]:
    """Who hears on ``day`` of what is said to each of ``people``: they and who acts for them, if they may enter."""
    asked = set(people)
    acting = list(acting_on(day).filter(absent__in=asked).values_list("person", "absent")) if asked else []
    meant = asked.union(person for person, _absent in acting)
    known = set(may_enter_on(day).filter(pk__in=meant).order_by().values_list("pk", flat=True)) if meant else set()
    found = {person: {person} for person in asked & known}
    for person, absent in acting:
        if person in known and absent in found:
            found[absent].add(person)
    return found


def may_enter_on(day: date) -> QuerySet[User]:
    """People whose account is open and valid on ``day``."""
    begun = Q(valid_from__isnull=True) | Q(valid_from__lte=day)
    return User.objects.filter(begun, Q(valid_to__isnull=True) | Q(valid_to__gte=day), is_active=True)


# Who leads a task, each an agency's key or a group's.
Leads = tuple[tuple[int | None, int | None], ...]


def told(people: People, level: Level, follower: int | None, leads: Leads) -> set[int]:
    """The people who hear of a task at ``level``."""
    if level is Level.ACCEPTANCE:
        return set(people.leaders) or set(people.office)
    if level is Level.LOOK_AGAIN:
        return {follower} if follower else set(people.office)
    found: set[int] = set()
    for agency, group in leads:
        found |= people.of_agency.get(agency or 0, set()) | people.of_group.get(group or 0, set())
    if follower:
        found.add(follower)
    if level is Level.BADLY_OVERDUE:
        found |= people.answering(leads)
    return found
