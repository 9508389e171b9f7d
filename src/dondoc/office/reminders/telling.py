"""Notices that come when somebody acts: to who watches the task, its lead, its follower, whoever is named.

One act on many tasks, an import or a choice of a list, tells whoever would hear of more than ``MOST`` of them in one
notice, which leads to the list of them.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime

from django.db.models import Count
from django.utils import timezone
from django.utils.translation import gettext

from dondoc.office.accounts.models import Role, User
from dondoc.office.agencies.queries import members, successor
from dondoc.office.look.numbers import number as figure
from dondoc.office.reminders.levels import MOST
from dondoc.office.reminders.models import Level, Notice
from dondoc.office.reminders.whom import hearing
from dondoc.office.tasks.given import given_at_once
from dondoc.office.tasks.models import Assignment, AssignmentRole, Task

TO_THE_LEAD = frozenset(
    {
        "repeat", "reassign", "edit", "return", "accept", "extension_grant", "extension_refuse", "instruct",
        "cancel", "reopen",
    }
)  # fmt: skip
TO_THE_FOLLOWER = frozenset({"submit", "take_back", "extension_ask", "report", "reply"})


def tell(*, people: Iterable[int], task: Task, level: Level, words: str, by: User | None, now: datetime) -> None:
    """Tell ``people`` once each, and who acts for them; whoever did it need not be told."""
    told = sorted(set().union(*hearing(people, _day(now)).values()) - ({by.pk} if by else set()))
    _write(_notice(person, task, level, words, now) for person in told)


def tell_of_work(*, person: int, words: str, address: str, now: datetime) -> None:
    """Tell ``person`` that something large which they asked for has ended, as ``words`` say; ``address`` shows it."""
    occasion = now.isoformat()
    _write([Notice(person_id=person, level=Level.WORK, occasion=occasion, text=words[:400], link=address, at=now)])


def _notice(person: int, task: Task, level: Level, words: str, now: datetime) -> Notice:
    text = f"{words}: {task.text}"[:400]
    return Notice(person_id=person, task=task, level=level, occasion=_occasion(now), text=text, at=now)


def _day(now: datetime) -> date:
    return timezone.localtime(now).date()


def _occasion(now: datetime) -> str:
    return now.isoformat(timespec="seconds")


def _write(notices: Iterable[Notice]) -> None:
    Notice.objects.bulk_create(notices, ignore_conflicts=True, batch_size=1000)


def _sums(numbers: Mapping[int, int], words: str, links: Callable[[int], str], now: datetime) -> Iterator[Notice]:
    """A notice of many for each person of ``numbers``, with how many there are."""
    for person, number in numbers.items():
        text = gettext("%(act)s: %(number)s nhiệm vụ, mở danh sách") % {"act": words, "number": figure(number)}
        # Another act of the same second may have its own sum.
        yield Notice(person_id=person, level=Level.CHANGE, occasion=now.isoformat(), text=text[:400],
                     number=number, link=links(person), at=now)  # fmt: skip


def tell_of_new(*, tasks: Sequence[Task], by: User, now: datetime) -> None:
    """Tell the people of the agencies that lead of the ``tasks`` that they were just given, all at once."""
    on, words = _day(now), gettext("Giao nhiệm vụ")
    rows = Assignment.objects.filter(task__in=tasks, role=AssignmentRole.LEAD).select_related("agency", "group")
    leads: dict[int, set[int]] = {}
    known: dict[tuple[int | None, int | None], set[int]] = {}
    for row in rows:
        who = (row.agency_id, row.group_id)
        if who not in known:
            known[who] = _doing(row, on)
        leads.setdefault(row.task_id, set()).update(known[who])
    focal = _focal_people(set().union(*known.values()))
    reached = hearing((person for people in focal.values() for person in people), on)
    hearers = {
        task.pk: set().union(
            *(reached.get(person, ()) for agency in leads.get(task.pk, ()) for person in focal.get(agency, ()))
        )
        - {by.pk}
        for task in tasks
    }
    heard = Counter(person for each in hearers.values() for person in each)
    many = {person: number for person, number in sorted(heard.items()) if number > MOST}
    link = given_at_once(tasks)
    _write(_sums(many, words, lambda person: link, now))
    _write(
        _notice(person, task, Level.CHANGE, words, now)
        for task in tasks
        for person in sorted(hearers[task.pk] - many.keys())
    )


def sum_up(*, tasks: Sequence[Task], words: str, links: Callable[[int], str], now: datetime) -> None:
    """Put the notices of one act of ``now`` on the ``tasks`` together, for each person who has more than ``MOST``.

    ``links``: for a person the filters of the list that shows them.
    """
    told = Notice.objects.filter(task__in=tasks, level=Level.CHANGE, occasion=_occasion(now)).order_by()
    counted = told.values_list("person").annotate(number=Count("pk")).filter(number__gt=MOST)
    many = dict(counted)
    if many:
        told.filter(person__in=many).delete()
        _write(_sums(many, words, links, now))


def tell_of_act(*, task: Task, act: str, words: str, by: User | None, now: datetime) -> None:
    """Tell those whom the act concerns: always who watches, by the kind of act the lead or the follower."""
    people = set(task.watches.values_list("person", flat=True))
    if act in TO_THE_LEAD:
        people |= lead_people(task, _day(now))
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
