"""What a merger would move: looked at for the preview, and again inside the transaction that moves it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.db.models import QuerySet

from dondoc.office.accounts.models import User
from dondoc.office.agencies.models import Agency
from dondoc.office.indicators.models import Indicator
from dondoc.office.tasks.models import Assignment, TaskState

ENDED = (TaskState.DONE, TaskState.CANCELLED)


@dataclass(frozen=True, slots=True)
class Plan:
    """A merger as asked for. ``others`` take over a part of the work, row by row."""

    earlier: tuple[Agency, ...]
    later: Agency
    others: tuple[Agency, ...]
    day: date
    decree: str

    @property
    def heirs(self) -> tuple[Agency, ...]:
        """Everybody who may get a row."""
        return (self.later, *self.others)

    def plain(self) -> dict[str, Any]:
        """The plan as plain JSON."""
        return {
            "earlier": [each.pk for each in self.earlier],
            "later": self.later.pk,
            "others": [each.pk for each in self.others],
            "day": self.day.isoformat(),
            "decree": self.decree,
        }

    def last_days(self) -> dict[str, str | None]:
        """Until when each agency of the plan exists, as was known when it was made."""
        agencies = (*self.earlier, *self.heirs)
        return {str(each.pk): each.valid_to.isoformat() if each.valid_to else None for each in agencies}

    @staticmethod
    def from_plain(plain: dict[str, Any]) -> "Plan":
        """The plan that ``plain`` said, of agencies as they were then (``last_days``)."""
        known = Agency.objects.in_bulk([*plain["earlier"], plain["later"], *plain["others"]])
        for pk, last_day in plain.get("last_days", {}).items():
            known[int(pk)].valid_to = date.fromisoformat(last_day) if last_day else None
        earlier, others = (tuple(known[pk] for pk in plain[name]) for name in ("earlier", "others"))
        return Plan(earlier, known[plain["later"]], others, date.fromisoformat(plain["day"]), plain["decree"])


@dataclass(frozen=True)
class Moves:
    """The rows that move: assignments of open tasks, indicators, people; read when they are asked for, not before."""

    assignments: QuerySet[Assignment]
    indicators: QuerySet[Indicator]
    people: QuerySet[User]

    @cached_property
    def number(self) -> int:
        """How many rows."""
        return self.assignments.count() + self.indicators.count() + self.people.count()


def moves(earlier: Sequence[Agency]) -> Moves:
    """What stands under ``earlier`` and is not over; what is done stays under the name that did it."""
    open_rows = Assignment.objects.filter(agency__in=earlier).exclude(task__state__in=ENDED)
    return Moves(
        open_rows.select_related("task", "agency").order_by("agency__folded", "task__deadline", "pk"),
        Indicator.objects.filter(owner__in=earlier).select_related("owner").order_by("owner__folded", "name"),
        User.objects.filter(agency__in=earlier).select_related("agency").order_by("agency__folded", "full_name"),
    )
