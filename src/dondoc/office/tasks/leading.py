"""Counting tasks by who leads them, and whether what tasks repeat of their assignments is right."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from django.db.models import Aggregate, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from dondoc.office.agencies.models import Agency, AgencyGroup
from dondoc.office.tasks.models import Assignment, AssignmentRole, Task
from dondoc.office.tasks.models.assignment import AT_ONCE, keep, repeated
from dondoc.office.tasks.models.parts import each_looked_at, parts_of

# Aggregates by name, given the way to the task: "" from tasks, "task__" from assignments.
Numbers = Callable[[str], Mapping[str, Aggregate]]


def led(tasks: QuerySet[Task], numbers: Numbers, *by: str) -> list[tuple[Any, ...]]:
    """Of each agency or group that leads any of ``tasks``, and each value of ``by``: the two, the values, ``numbers``.

    One query. A task with one lead is counted where it stands; only those with more are looked up in the assignments,
    and count for each. An agency may come in two rows. Tasks whose lead is no record stand under neither.
    """
    asked = [
        part.rows.order_by().values_list("lead_agency", "lead_group", *by).annotate(**numbers(""))
        for part in parts_of(tasks.filter(leads=1))
    ]
    for part in parts_of(each_looked_at(tasks).filter(leads__gt=1)):
        more = Assignment.objects.filter(task__in=part.rows.order_by().values(part.key), role=AssignmentRole.LEAD)
        several = more.order_by().values_list("agency", "group", *(f"task__{name}" for name in by))
        asked.append(several.annotate(**numbers("task__")))
    return list(asked[0].union(*asked[1:], all=True))


def of_agencies(tasks: QuerySet[Task], numbers: Numbers) -> dict[int, dict[str, Any]]:
    """``numbers`` of the ``tasks`` that each agency leads: counts in all, of days the first."""
    found: dict[int, tuple[Any, ...]] = {}
    for agency, _group, *values in led(tasks, numbers):
        if agency is not None:
            before = found.get(agency)
            found[agency] = tuple(values) if before is None else tuple(map(_both, before, values))
    names = tuple(numbers(""))
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
