"""Who would be told what on the next working day, as things stand now: the round itself, without saving anything."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from dondoc.office.accounts.models import User
from dondoc.office.reminders.levels import Clock
from dondoc.office.reminders.models import Level
from dondoc.office.reminders.noting import texts
from dondoc.office.reminders.rounds import in_question, next_day, untold
from dondoc.office.reminders.summing import share
from dondoc.office.reminders.whom import Untold, read_people
from dondoc.office.rules.queries import calendar, current

SHOWN, EXAMPLES = 100, 3
# More tasks than that: foreseen only when somebody asks.
LARGE = 10_000


@dataclass(frozen=True, slots=True)
class Example:
    """One task that somebody will hear of, in words."""

    task: int
    text: str


@dataclass(frozen=True, slots=True)
class Told:
    """One person, how many tasks of each level and whether one notice tells them all, some of them in words."""

    person: User
    numbers: tuple[tuple[str, int, bool], ...]
    examples: tuple[Example, ...]

    @property
    def number(self) -> int:
        """How many notices."""
        return sum(1 if together else number for _level, number, together in self.numbers)


@dataclass(frozen=True, slots=True)
class Forecast:
    """The round of ``day``: ``people`` with most to hear first, at most ``SHOWN`` of ``all_people``."""

    day: date
    people: tuple[Told, ...]
    all_people: int
    notices: int


def takes_long(today: date) -> bool:
    """Whether the next round is so large that foreseeing it takes many seconds."""
    return in_question(_clock(today)).order_by()[: LARGE + 1].count() > LARGE


def _clock(today: date) -> Clock:
    return Clock(next_day(today), current(), calendar())


def forecast(today: date) -> Forecast:
    """The next round after ``today``."""
    clock = _clock(today)
    people = read_people(clock.today)
    shared = share(untold(clock, people), people)
    numbers: dict[int, dict[str, tuple[int, bool]]] = defaultdict(dict)
    for each in shared.sums:
        numbers[each.person][each.level] = (each.number, True)
    for one in shared.alone:
        for person in one.people:
            numbers[person][one.level] = (numbers[person].get(one.level, (0, False))[0] + 1, False)
    totals = {pk: sum(number for number, _together in levels.values()) for pk, levels in numbers.items()}
    most = sorted(totals, key=lambda pk: (-totals[pk], pk))[:SHOWN]
    examples = _examples([*shared.alone, *shared.together], set(most), clock)
    found = User.objects.select_related("agency").in_bulk(most)
    told = tuple(
        Told(
            found[pk],
            tuple((str(level.label), *numbers[pk][level]) for level in Level if level in numbers[pk]),
            tuple(examples[pk]),
        )
        for pk in most
    )
    notices = len(shared.sums) + sum(len(one.people) for one in shared.alone)
    return Forecast(clock.today, told, len(totals), notices)


def _examples(found: list[Untold], wanted: set[int], clock: Clock) -> dict[int, list[Example]]:
    """Of what each of ``wanted`` will hear, the first in words."""
    chosen: dict[int, list[Untold]] = defaultdict(list)
    missing = set(wanted)
    for each in found:
        for person in each.people & missing:
            chosen[person].append(each)
            if len(chosen[person]) == EXAMPLES:
                missing.discard(person)
        if not missing:
            break
    each_once = list({each.task: each for heap in chosen.values() for each in heap}.values())
    said = {each.task: text for each, text in zip(each_once, texts(each_once, clock), strict=True)}
    return defaultdict(
        list, {person: [Example(each.task, said[each.task]) for each in heap] for person, heap in chosen.items()}
    )
