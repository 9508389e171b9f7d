"""Notices that come when somebody acts: to who watches the task, its lead, its follower, whoever is named."""

from collections.abc import Iterable
from datetime import date, datetime

from dondoc.office.accounts.models import Role, User
from dondoc.office.agencies.queries import members, successor
from dondoc.office.reminders.models import Level, Notice
from dondoc.office.tasks.models import AssignmentRole, Task

TO_THE_LEAD = frozenset(
    {"return", "accept", "extension_grant", "extension_refuse", "instruct", "reassign", "edit", "cancel", "reopen"}
)
TO_THE_FOLLOWER = frozenset({"submit", "take_back", "extension_ask", "report", "reply"})


def tell(*, people: Iterable[int], task: Task, level: Level, words: str, by: User | None, now: datetime) -> None:
    """Tell ``people`` once each; whoever did it need not be told."""
    told = sorted({person for person in people if by is None or person != by.pk})
    occasion, text = now.isoformat(timespec="seconds"), f"{words}: {task.text}"[:400]
    Notice.objects.bulk_create(
        [Notice(person_id=each, task=task, level=level, occasion=occasion, text=text, at=now) for each in told],
        ignore_conflicts=True,
    )


def tell_of_act(*, task: Task, act: str, words: str, by: User | None, now: datetime) -> None:
    """Tell those whom the act concerns: always who watches, by the kind of act the lead or the follower."""
    people = set(task.watches.values_list("person", flat=True))
    if act in TO_THE_LEAD:
        people |= lead_people(task, now.date())
    if act in TO_THE_FOLLOWER and task.follower_id is not None:
        people.add(task.follower_id)
    if people:
        tell(people=people, task=task, level=Level.CHANGE, words=words, by=by, now=now)


def lead_people(task: Task, on: date) -> set[int]:
    """The people of the agencies that lead the task on ``on``, heirs and members of groups included."""
    agencies: set[int] = set()
    for row in task.assignments.filter(role=AssignmentRole.LEAD).select_related("agency", "group"):
        if row.agency is not None:
            agencies |= {row.agency.pk, successor(row.agency, on).pk}
        if row.group is not None:
            agencies |= set(members(row.group, on).values_list("pk", flat=True))
    focal = User.objects.filter(agency__in=agencies, role=Role.FOCAL, is_active=True)
    return set(focal.values_list("pk", flat=True))
