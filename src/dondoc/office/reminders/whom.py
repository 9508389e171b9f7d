"""Who hears of a task at which level.

soon            people of the agencies that lead, and the clerk who follows the task
overdue         the same
badly overdue   leaders and the office as well
acceptance      leaders: somebody has not answered a handed-in result
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from dondoc.office.accounts.models import Role, User
from dondoc.office.agencies.models import Agency
from dondoc.office.agencies.queries import standpoint
from dondoc.office.reminders.models import Level
from dondoc.office.tasks.models import Assignment, AssignmentRole, Task


@dataclass(slots=True)
class People:
    """The people of an office, looked up once for many tasks."""

    of_agency: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    of_group: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    leaders: frozenset[int] = frozenset()
    office: frozenset[int] = frozenset()


def read_people() -> People:
    """Everybody who can be told, by what they answer for."""
    active = User.objects.filter(is_active=True)
    people = People(
        leaders=frozenset(active.filter(role=Role.LEADER).values_list("pk", flat=True)),
        office=frozenset(active.filter(role=Role.OFFICE).values_list("pk", flat=True)),
    )
    focal = active.filter(role=Role.FOCAL, agency__isnull=False)
    by_agency: dict[int, set[int]] = defaultdict(set)
    for person, answers_for in focal.values_list("pk", "agency"):
        by_agency[answers_for].add(person)
    for agency in Agency.objects.filter(pk__in=by_agency):
        place = standpoint(agency)
        for each in place.agencies:
            people.of_agency[each] |= by_agency[agency.pk]
        for each in place.groups:
            people.of_group[each] |= by_agency[agency.pk]
    return people


def told(people: People, level: Level, task: Task, leads: Iterable[Assignment]) -> set[int]:
    """The people who hear of ``task`` at ``level``."""
    if level is Level.ACCEPTANCE:
        return set(people.leaders) or set(people.office)
    if level is Level.LOOK_AGAIN:
        return {task.follower_id} if task.follower_id else set(people.office)
    found: set[int] = set()
    for row in leads:
        if row.role == AssignmentRole.LEAD:
            found |= people.of_agency.get(row.agency_id or 0, set()) | people.of_group.get(row.group_id or 0, set())
    if task.follower_id:
        found.add(task.follower_id)
    if level is Level.BADLY_OVERDUE:
        found |= people.leaders | people.office
    return found
