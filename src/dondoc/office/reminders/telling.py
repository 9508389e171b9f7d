"""Notices that come when somebody acts: to who watches the task, its lead, its follower, whoever is named."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from django.utils.translation import gettext

from dondoc.office.accounts.models import Role, User
from dondoc.office.agencies.queries import members, successor
from dondoc.office.reminders.models import Level, Notice
from dondoc.office.tasks.models import Assignment, AssignmentRole, Task

TO_THE_LEAD = frozenset(
    {
        "repeat", "reassign", "edit", "return", "accept", "extension_grant", "extension_refuse", "instruct",
        "cancel", "reopen",
    }
)  # fmt: skip
TO_THE_FOLLOWER = frozenset({"submit", "take_back", "extension_ask", "report", "reply"})


def tell(*, people: Iterable[int], task: Task, level: Level, words: str, by: User | None, now: datetime) -> None:
    """Tell ``people`` once each; whoever did it need not be told."""
    told = sorted({person for person in people if by is None or person != by.pk})
    occasion, text = now.isoformat(timespec="seconds"), f"{words}: {task.text}"[:400]
    Notice.objects.bulk_create(
        [Notice(person_id=each, task=task, level=level, occasion=occasion, text=text, at=now) for each in told],
        ignore_conflicts=True,
    )


def tell_of_new(*, tasks: Sequence[Task], by: User, now: datetime) -> None:
    """Tell the people of the agencies that lead of the ``tasks`` that they were just given, all at once."""
    on, words = now.date(), gettext("Giao nhiệm vụ")
    rows = Assignment.objects.filter(task__in=tasks, role=AssignmentRole.LEAD).select_related("agency", "group")
    leads: dict[int, set[int]] = {}
    known: dict[tuple[int | None, int | None], set[int]] = {}
    for row in rows:
        who = (row.agency_id, row.group_id)
        if who not in known:
            known[who] = _doing(row, on)
        leads.setdefault(row.task_id, set()).update(known[who])
    people = _focal_people(set().union(*known.values()))
    for task in tasks:
        hearers = {person for agency in leads.get(task.pk, ()) for person in people.get(agency, ())}
        if hearers:
            tell(people=hearers, task=task, level=Level.CHANGE, words=words, by=by, now=now)


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
    rows = task.assignments.filter(role=AssignmentRole.LEAD).select_related("agency", "group")
    agencies = set().union(*(_doing(row, on) for row in rows))
    return {person for people in _focal_people(agencies).values() for person in people}


def _doing(row: Assignment, on: date) -> set[int]:
    """The agencies that do on ``on`` what ``row`` names."""
    if row.agency is not None:
        return {row.agency.pk, successor(row.agency, on).pk}
    return set(members(row.group, on).values_list("pk", flat=True)) if row.group is not None else set()


def _focal_people(agencies: Iterable[int]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    focal = User.objects.filter(agency__in=list(agencies), role=Role.FOCAL, is_active=True).order_by("pk")
    for person, agency in focal.values_list("pk", "agency"):
        if agency is not None:
            found.setdefault(agency, []).append(person)
    return found
