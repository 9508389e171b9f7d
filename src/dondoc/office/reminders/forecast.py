"""Who would be told what on the next working day, as things stand now: the round itself, without saving anything."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from dondoc.office.accounts.models import User
from dondoc.office.reminders.models import Level
from dondoc.office.reminders.rounds import Clock, in_question, next_day, untold
from dondoc.office.reminders.whom import Untold
from dondoc.office.rules.queries import calendar, current

SHOWN, EXAMPLES = 100, 3
# More tasks than that: foreseen only when somebody asks.
LARGE = 10_000


@dataclass(frozen=True, slots=True)
class Told:
    """One person, how many notices of each level, and some of them in words."""

    person: User
    numbers: tuple[tuple[str, int], ...]
    examples: tuple[Untold, ...]

    @property
    def number(self) -> int:
        """How many notices."""
        return sum(number for _level, number in self.numbers)


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
    numbers: dict[int, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    examples: dict[int, list[Untold]] = defaultdict(list)
    for found in untold(clock):
        for each in found:
            for person in each.people:
                numbers[person][each.level] += 1
                if len(examples[person]) < EXAMPLES:
                    examples[person].append(each)
    totals = {pk: sum(each.values()) for pk, each in numbers.items()}
    most = sorted(totals, key=lambda pk: (-totals[pk], pk))[:SHOWN]
    people = User.objects.select_related("agency").in_bulk(most)
    told = tuple(
        Told(
            people[pk],
            tuple((str(level.label), numbers[pk][level]) for level in Level if level in numbers[pk]),
            tuple(examples[pk]),
        )
        for pk in most
    )
    return Forecast(clock.today, told, len(totals), sum(totals.values()))
