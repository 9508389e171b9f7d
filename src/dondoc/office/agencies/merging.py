"""What a merger would move: read for the preview, and again inside the transaction that moves it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

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


@dataclass(frozen=True, slots=True)
class Moves:
    """The rows that move: open tasks' assignments, indicators, people."""

    assignments: tuple[Assignment, ...]
    indicators: tuple[Indicator, ...]
    people: tuple[User, ...]


def moves(earlier: Sequence[Agency]) -> Moves:
    """What stands under ``earlier`` and is not over; what is done stays under the name that did it."""
    open_rows = Assignment.objects.filter(agency__in=earlier).exclude(task__state__in=ENDED)
    return Moves(
        tuple(open_rows.select_related("task", "agency").order_by("agency__name", "task__deadline", "pk")),
        tuple(Indicator.objects.filter(owner__in=earlier).select_related("owner").order_by("owner__name", "name")),
        tuple(User.objects.filter(agency__in=earlier).select_related("agency").order_by("agency__name", "full_name")),
    )
