"""The board: a column a standing, each with the tasks whose deadline is nearest."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.db.models import QuerySet
from django.utils.translation import gettext

from dondoc.office.look.addresses import address_of
from dondoc.office.look.numbers import day
from dondoc.office.tasks import queries
from dondoc.office.tasks.leading import names_of_leads
from dondoc.office.tasks.models import Task
from dondoc.office.tasks.standing import Standing, conditions
from dondoc.office.tasks.wording import Badge, badge, cut

CARDS = 30
CARD_TEXT, LABEL_TEXT = 110, 60
COLUMNS = (
    Standing.NEEDS_CLEARING,
    Standing.IN_TIME,
    Standing.DUE_SOON,
    Standing.OVERDUE,
    Standing.AWAITING_ACCEPTANCE,
    Standing.LATE_ACCEPTANCE,
    Standing.WAITING,
    Standing.DONE_ON_TIME,
    Standing.DONE_LATE,
    Standing.STOPPED,
)


class Card(NamedTuple):
    """A task on the board: no more of it than is drawn, as it is drawn, for there are hundreds."""

    url: str
    text: str
    leads: str
    due: str
    moves_url: str
    moves_label: str


@dataclass(frozen=True, slots=True)
class Column:
    """One standing of the board: how many tasks, and the first of them."""

    badge: Badge
    value: str
    number: int
    cards: tuple[Card, ...]

    @property
    def more(self) -> int:
        """How many are not shown."""
        return self.number - len(self.cards)


def first_of_columns(tasks: QuerySet[Task], today: date) -> tuple[dict[Standing, int], dict[Standing, list[int]]]:
    """How many tasks each column has, and the keys of those that it shows; a query a column finds them."""
    read, stands = queries.read_by_standing(tasks, today), conditions(today)
    numbers = queries.by_standing(tasks, today, read)
    return numbers, {
        each: queries.by_due(tasks.filter(stands[each]), 0, CARDS, read=read[each], number=numbers[each])
        for each in COLUMNS
    }


def board(tasks: QuerySet[Task], today: date) -> list[Column]:
    """A column a standing; two queries read all its cards."""
    numbers, wanted = first_of_columns(tasks, today)
    cards = dict(_cards([key for keys in wanted.values() for key in keys]))
    return [
        Column(badge(each), each.value, numbers[each], tuple(cards[key] for key in wanted[each] if key in cards))
        for each in COLUMNS
    ]


def _cards(keys: Iterable[int]) -> Iterator[tuple[int, Card]]:
    tasks = Task.objects.filter(pk__in=list(keys)).order_by()
    found = list(tasks.values_list("pk", "text", "deadline", "leads", "led_by"))
    leads = names_of_leads(key for key, _text, _deadline, number, _led_by in found if number > 1)
    url, moves_url = address_of("tasks:show"), address_of("tasks:moves")
    nobody, label = gettext("Chưa rõ chủ trì"), gettext("Chuyển: %(text)s")
    for key, text, deadline, _number, led_by in found:
        yield (
            key,
            Card(
                url(key),
                cut(text, CARD_TEXT),
                ", ".join(leads[key]) or led_by or nobody,
                day(deadline),
                moves_url(key),
                label % {"text": cut(text, LABEL_TEXT)},
            ),
        )
