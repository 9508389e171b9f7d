"""Counting tasks by who leads them, and whether what tasks repeat of their assignments is right."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Aggregate, Count, F, Min, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from dondoc.office.agencies.models import Agency, AgencyGroup
from dondoc.office.tasks.models import Assignment, AssignmentRole, LedTally, Phase, Task
from dondoc.office.tasks.models.assignment import AT_ONCE, keep, repeated
from dondoc.office.tasks.models.parts import each_looked_at, is_whole_office, parts_of

ENDED = (Phase.DONE, Phase.DONE_LATE, Phase.CANCELLED)


@dataclass(frozen=True, slots=True)
class Counting:
    """From rows that are counted to the tasks: ``prefix`` of their columns; ``weighed`` rows each say of how many."""

    prefix: str = ""
    weighed: bool = False

    def number(self, **wanted: Any) -> Aggregate:
        """How many tasks are as ``wanted``; all where nothing is."""
        chosen = Q(**{f"{self.prefix}{name}": value for name, value in wanted.items()}) if wanted else None
        if self.weighed:
            return Sum("many", filter=chosen, default=0)
        return Count(f"{self.prefix}due", filter=chosen) if wanted else Count("*")

    def first_due(self) -> Aggregate:
        """The first deadline; no tally knows it."""
        return Min(f"{self.prefix}due")


# Aggregates by name.
Numbers = Callable[[Counting], Mapping[str, Aggregate]]


def led(
    tasks: QuerySet[Task], numbers: Numbers, *by: str, phases: Sequence[Phase] = (), today: date | None = None
) -> list[tuple[Any, ...]]:
    """Of each agency or group that leads any of ``tasks``, and each value of ``by``: the two, the values, ``numbers``.

    One query. A task with one lead is counted where it stands; only those with more are looked up in the assignments,
    and count for each. An agency may come in several rows. Tasks whose lead is no record stand under neither. Only
    those of ``phases``, where there are any. ``today``: of deadlines ``numbers`` ask, of tasks that have not ended,
    only whether they are before this day, or NEVER; then a tally knows most.
    """
    chosen = tasks.filter(phase__literally=phases) if phases else tasks
    if today is not None and is_whole_office(tasks):
        counted = _by_the_tally(tasks, phases, today)
    else:
        counted = ((part.rows, Counting()) for part in parts_of(chosen.filter(leads=1)))
    asked = []
    for rows, way in counted:
        found = rows.order_by().values_list("lead_agency", "lead_group", *by).annotate(**numbers(way))
        # Rows of a tally may take away all that others say.
        asked.append(found.alias(there=Sum("many")).filter(there__gt=0) if way.weighed else found)
    for part in parts_of(each_looked_at(chosen).filter(leads__gt=1)):
        more = Assignment.objects.filter(task__in=part.rows.order_by().values(part.key), role=AssignmentRole.LEAD)
        several = more.order_by().values_list("agency", "group", *(f"task__{name}" for name in by))
        asked.append(several.annotate(**numbers(Counting("task__"))))
    return list(asked[0].union(*asked[1:], all=True))


def _by_the_tally(
    tasks: QuerySet[Task], phases: Sequence[Phase], today: date
) -> Iterator[tuple[QuerySet[Any], Counting]]:
    """Every month as the tally has it, but for that of ``today``: of this the tasks themselves."""
    month = today.replace(day=1)
    told = LedTally.objects.exclude(due=month)
    yield (told.filter(phase__literally=phases) if phases else told), Counting(weighed=True)
    running = [phase for phase in phases or Phase if phase not in ENDED]
    after = (month + timedelta(days=31)).replace(day=1)
    yield tasks.filter(leads=1, due__gte=month, due__lt=after, phase__literally=running), Counting()


def of_agencies(
    tasks: QuerySet[Task], numbers: Numbers, phases: Sequence[Phase] = (), today: date | None = None
) -> dict[int, dict[str, Any]]:
    """``numbers`` of the ``tasks`` that each agency leads, as ``led`` has them: counts in all, of days the first."""
    found: dict[int, tuple[Any, ...]] = {}
    for agency, _group, *values in led(tasks, numbers, phases=phases, today=today):
        if agency is not None:
            before = found.get(agency)
            found[agency] = tuple(values) if before is None else tuple(map(_both, before, values))
    names = tuple(numbers(Counting()))
    return {agency: dict(zip(names, values, strict=True)) for agency, values in found.items()}


def _both(one: Any, other: Any) -> Any:
    if one is None or other is None:
        return one if other is None else other
    return one + other if isinstance(one, int) else min(one, other)


def names_of_leads(tasks: Iterable[int]) -> dict[int, list[str]]:
    """The names of all who lead, where several do: a task itself says only the first (``led_by``)."""
    rows = Assignment.objects.filter(task__in=list(tasks), role=AssignmentRole.LEAD).order_by("position", "pk")
    found: dict[int, list[str]] = defaultdict(list)
    named = rows.annotate(called=Coalesce("agency__name", "group__name", "written"))
    for task, name in named.values_list("task", "called"):
        found[task].append(name)
    return found


def out_of_step() -> QuerySet[Task]:
    """Tasks that repeat of their assignments something else than these say: there should be none."""
    found = {f"true_{name}": value for name, value in repeated().items()}
    same = Q(leads=F("true_leads"))
    for name in ("lead_agency", "lead_group", "led_by"):
        same &= Q(**{name: F(f"true_{name}")}) | Q(**{f"{name}__isnull": True, f"true_{name}__isnull": True})
    return Task.objects.annotate(**found).exclude(same)


def mend() -> int:
    """Put right what is out of step; how many tasks."""
    wrong = list(out_of_step().values_list("pk", flat=True))
    keep(wrong)
    return len(wrong)


def follow_names(agencies: Sequence[int]) -> None:
    """Many agencies were given other names at once: the tasks that they lead are sorted by the names of now."""
    named = Subquery(Agency.objects.filter(pk=OuterRef("lead_agency")).values("name"))
    for start in range(0, len(agencies), AT_ONCE):
        Task.objects.filter(lead_agency__in=agencies[start : start + AT_ONCE]).update(led_by=named)


def has_name(instance: Agency | AgencyGroup, created: bool = False, raw: bool = False, **_signal: Any) -> None:
    """An agency or group was saved: the tasks that it leads are sorted by the name that it has now."""
    if created or raw:
        return
    own = {"lead_agency": instance} if isinstance(instance, Agency) else {"lead_group": instance}
    Task.objects.filter(**own).exclude(led_by=instance.name).update(led_by=instance.name)
