"""What an agency carries: its load, how often it is on time, and what comes back again and again."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet

from dondoc.office.agencies.models import Agency
from dondoc.office.agencies.queries import Standpoint, standpoint
from dondoc.office.tasks.access import named_by, of_place
from dondoc.office.tasks.models import Assignment, AssignmentRole, Task, TaskState
from dondoc.office.tasks.queries import by_standing
from dondoc.office.tasks.standing import Standing
from dondoc.office.tasks.wording import Badge, badge

SHOWN = 20
UNDER_WAY = (TaskState.OPEN, TaskState.SUBMITTED, TaskState.WAITING)
ENDED = (Standing.DONE_ON_TIME, Standing.DONE_LATE, Standing.STOPPED)
LATE = (Standing.DONE_LATE, Standing.OVERDUE)


@dataclass(frozen=True, slots=True)
class Tile:
    """How many tasks stand so; ``value`` is the standing in addresses."""

    badge: Badge
    number: int
    value: str


@dataclass(frozen=True, slots=True)
class Inherited:
    """What ``agency`` is now was earlier another: ``earlier``, under whose name ``number`` of the tasks stand."""

    earlier: Agency
    number: int


@dataclass(frozen=True, slots=True)
class Figures:
    """What the page of an agency says about its work."""

    leading: int
    coordinating: int
    tiles: tuple[Tile, ...]
    due: int
    on_time: int
    chronic: tuple[Task, ...]
    chronic_number: int
    inherited: tuple[Inherited, ...]

    @property
    def rate(self) -> float | None:
        """The share of due tasks that were done on time, in percent; None where nothing was due."""
        return 100 * self.on_time / self.due if self.due else None


def figures(tasks: QuerySet[Task], agency: Agency, today: date) -> Figures:
    """The figures of ``agency`` over the ``tasks`` in sight; inherited work and groups count."""
    place = standpoint(agency)
    led = tasks.filter(named_by(place, role=AssignmentRole.LEAD))
    counted, mine = by_standing(of_place(tasks, place), today), by_standing(led, today)
    leading = sum(number for each, number in mine.items() if each not in ENDED)
    under_way = sum(number for each, number in counted.items() if each not in ENDED)
    # What falls due again every month continues the turn before it by design: that is no failing.
    again = Q(state__in=UNDER_WAY, continues__isnull=False, recurrence="")
    # Counted among the agency's tasks, not filtered: the database would begin with all tasks under way.
    repeated: int = led.aggregate(number=Count("pk", filter=again))["number"]
    chronic = (
        led.filter(again if repeated else Q(pk=None))
        .select_related("continues", "continues__document")
        .defer("folded", "sentence")
    )
    return Figures(
        leading=leading,
        coordinating=under_way - leading,
        tiles=tuple(Tile(badge(each), number, each.value) for each, number in counted.items() if number),
        due=mine[Standing.DONE_ON_TIME] + sum(mine[each] for each in LATE),
        on_time=mine[Standing.DONE_ON_TIME],
        chronic=tuple(chronic.order_by("due", "pk")[:SHOWN]),
        chronic_number=repeated,
        inherited=_inherited(tasks, agency, place),
    )


def _inherited(tasks: QuerySet[Task], agency: Agency, place: Standpoint) -> tuple[Inherited, ...]:
    """Every agency before this one, those before them too, with the tasks in sight that bear its name."""
    before = place.agencies - {agency.pk}
    if not before:
        return ()
    rows = Assignment.objects.filter(agency__in=before, task__in=tasks.order_by().values("pk"))
    counted = dict(rows.order_by().values_list("agency").annotate(number=Count("task", distinct=True)))
    agencies = Agency.objects.filter(pk__in=before)
    found = (Inherited(each, counted.get(each.pk, 0)) for each in agencies)
    return tuple(sorted(found, key=lambda each: (-each.number, each.earlier.name)))
