"""Whoever would hear of more than ``MOST`` tasks at one level in one round hears of all of them in one notice.

The notice leads to the task list, filtered by the level and, where deadlines make it, by the days of these deadlines.
Each task counts as told to its hearers, as if each had a notice of its own.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from dondoc.office.look.forms import typed
from dondoc.office.look.numbers import number as figure
from dondoc.office.reminders.levels import MOST, sum_in_words
from dondoc.office.reminders.models import Level
from dondoc.office.reminders.whom import People, Untold
from dondoc.office.tasks.forms import TaskFilter
from dondoc.office.tasks.needs import Need
from dondoc.office.tasks.relations import Relation
from dondoc.office.tasks.standing import Standing

_LISTED: dict[Level, dict[str, str]] = {
    Level.SOON: {"standing": Standing.DUE_SOON},
    Level.OVERDUE: {"standing": Standing.OVERDUE},
    Level.BADLY_OVERDUE: {"need": Need.BADLY_OVERDUE},
    Level.ACCEPTANCE: {"need": Need.LONG_AT_APPROVER},
    Level.LOOK_AGAIN: {"need": Need.LOOK_AGAIN},
}
_BY_DEADLINE = (Level.SOON, Level.OVERDUE, Level.BADLY_OVERDUE)


@dataclass(slots=True)
class Heap:
    """Tasks of one level: how many, and the first and the last of the days that they are about."""

    number: int = 0
    first: date = date.max
    last: date = date.min

    def add(self, number: int, first: date, last: date) -> None:
        """Take some more in."""
        self.number += number
        self.first, self.last = min(self.first, first), max(self.last, last)


@dataclass(frozen=True, slots=True)
class Sum:
    """One notice of ``number`` tasks; ``link`` is what stands behind the question mark of the list's address."""

    person: int
    level: Level
    number: int
    link: str

    @property
    def text(self) -> str:
        """The notice in words."""
        return sum_in_words(self.level, figure(self.number))


@dataclass(frozen=True, slots=True)
class Shared:
    """What one round tells: ``alone`` task by task, ``together`` in ``sums``; each names only those who hear it so."""

    alone: list[Untold]
    together: list[Untold]
    sums: list[Sum]


def share(found: Iterable[Untold], people: People) -> Shared:
    """``found``, each person's tasks of a level in one notice where they are many."""
    found = list(found)
    many = {key: heap for key, heap in _heaps(found).items() if heap.number > MOST}
    drowned: dict[Level, set[int]] = defaultdict(set)
    for level, person in many:
        drowned[level].add(person)
    alone, together = [], []
    apart: dict[tuple[Level, frozenset[int]], tuple[frozenset[int], frozenset[int]]] = {}
    for each in found:
        key = (each.level, each.people)
        if key not in apart:
            apart[key] = (each.people - drowned[each.level], each.people & drowned[each.level])
        few, rest = apart[key]
        if few:
            alone.append(Untold(each.task, each.level, each.day, each.follower, few, each.heard))
        if rest:
            together.append(Untold(each.task, each.level, each.day, each.follower, rest, each.heard))
    following = {(each.level, each.follower) for each in together}
    sums = [
        Sum(person, level, heap.number, link(level, heap, _way(person, level, people, (level, person) in following)))
        for (level, person), heap in sorted(many.items(), key=lambda one: (one[0][1], one[0][0]))
    ]
    return Shared(alone, together, sums)


def _heaps(found: Iterable[Untold]) -> dict[tuple[Level, int], Heap]:
    # The same people hear of many tasks: counted by who hears first, then by person.
    by_people: dict[tuple[Level, frozenset[int]], Heap] = defaultdict(Heap)
    for each in found:
        by_people[each.level, each.people].add(1, each.day, each.day)
    heaps: dict[tuple[Level, int], Heap] = defaultdict(Heap)
    for (level, who), heap in by_people.items():
        for person in who:
            heaps[level, person].add(heap.number, heap.first, heap.last)
    return heaps


def _way(person: int, level: Level, people: People, follows: bool) -> Relation | None:
    """How the tasks concern the person, where it is in one way only."""
    if level is Level.BADLY_OVERDUE and person in people.leaders | people.office:
        return Relation.IN_FIELD if person in people.in_field and not follows else None
    if level not in _BY_DEADLINE:
        return None
    leads = person in people.focal
    if leads == follows:
        return None
    return Relation.LED if leads else Relation.FOLLOWED


def link(level: Level, heap: Heap, way: Relation | None = None) -> str:
    """The filters of the task list that show the tasks of ``heap``."""
    filters = dict(_LISTED[level])
    if level in _BY_DEADLINE:
        filters |= {"due_from": typed(heap.first), "due_to": typed(heap.last)}
    if way:
        filters["mine"] = way
    return urlencode({TaskFilter.addresses[name]: str(value) for name, value in filters.items()}, safe="/")
