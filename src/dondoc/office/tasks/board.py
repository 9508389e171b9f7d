"""The board: a column a standing, each with the tasks whose deadline is nearest."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Count, F, QuerySet
from django.utils.translation import gettext

from dondoc.office.look.addresses import address_of
from dondoc.office.look.numbers import day
from dondoc.office.tasks import queries
from dondoc.office.tasks.leading import names_of_leads
from dondoc.office.tasks.models import Task
from dondoc.office.tasks.models.parts import Part, parts_of
from dondoc.office.tasks.queries import FEW, Read, read_sooner
from dondoc.office.tasks.standing import Standing, conditions, with_standing
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
    first, *rest = parts_of(tasks)
    if first.common and not rest:
        return _at_once(first, today)
    read, stands = _read(tasks, today), conditions(today)
    numbers = queries.by_standing(tasks, today, read)
    return numbers, {
        each: queries.by_due(tasks.filter(stands[each]), 0, CARDS, read=read[each], number=numbers[each])
        for each in COLUMNS
    }


def _at_once(part: Part, today: date) -> tuple[dict[Standing, int], dict[Standing, list[int]]]:
    """The same where looking for the tasks takes longer than putting them in order: one query for all."""
    keys = ArrayAgg(part.key, order_by=("due", part.key))
    columns = with_standing(part.rows, today).order_by().values("standing").annotate(number=Count("*"), keys=keys)
    shown = columns.values_list("standing", "number", F(f"keys__0_{CARDS}"))
    found = {each: (number, first) for each, number, first in shown}
    return (
        {each: found.get(each.value, (0, []))[0] for each in Standing},
        {each: found.get(each.value, (0, []))[1] for each in COLUMNS},
    )


def _read(tasks: QuerySet[Task], today: date) -> dict[Standing, Read]:
    """``queries.read_at_once`` for each standing."""
    found: dict[Standing, dict[int, list[tuple[date, int]]]] = {each: {} for each in Standing}
    for place, part in enumerate(getattr(tasks, "parts", ())):
        if read_sooner(part):
            rows = with_standing(part.rows, today).order_by().values_list("due", part.key, "standing")
            some = list(rows[: FEW + 1])
            if len(some) <= FEW:
                for each in Standing:
                    found[each][place] = sorted((due, key) for due, key, stands in some if stands == each)
    return dict(found)


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
