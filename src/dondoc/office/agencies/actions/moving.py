"""Giving rows to another agency: tasks, indicators, people, many at a time; and giving them back."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import cache
from itertools import islice
from typing import Any, TypeVar

from django.db.models import Model

from dondoc.office.accounts.models import User
from dondoc.office.agencies.merging import Moves, Plan
from dondoc.office.agencies.models import Agency
from dondoc.office.audit.actions import record_rows
from dondoc.office.indicators.models import Indicator
from dondoc.office.tasks.models import Assignment, AssignmentRole, Task
from dondoc.office.tasks.models.assignment import keep

# ("task" | "indicator" | "person", key of the row) to the key of an heir, or 0: the row stays.
Chosen = Mapping[tuple[str, int], int]
# What moved: key of the row, the agency before, the agency after.
Move = tuple[int, int, int]
TOGETHER = 500
Item = TypeVar("Item")


def move(plan: Plan, found: Moves, chosen: Chosen, by: User, now: datetime) -> dict[str, list[Move]]:
    """Give every row of ``found`` to its heir. A task that names the heir already keeps its row."""
    heirs = {heir.pk for heir in plan.heirs}

    def heir_of(kind: str, pk: int) -> int | None:
        wanted = chosen.get((kind, pk), plan.later.pk)
        return wanted if wanted in heirs else None

    rows = list(found.assignments.order_by("pk").values_list("pk", "task_id", "agency_id"))
    named = set(Assignment.objects.filter(agency__in=heirs).values_list("task_id", "agency_id"))
    moved, tasks = [], {}
    for pk, task, agency in rows:
        heir = heir_of("task", pk)
        if heir is None or (task, heir) in named:
            continue
        named.add((task, heir))
        moved.append((pk, agency, heir))
        tasks[pk] = task
    names = {each.pk: each.name for each in (*plan.earlier, *plan.heirs)}
    _hand_over(moved, names)
    _note(Task, [(tasks[pk], before, after) for pk, before, after in moved], names, "task.merger", by, now, plan.day)
    owned = _moves_of(found.indicators.values_list("pk", "owner_id"), lambda pk: heir_of("indicator", pk))
    _give(Indicator, "owner_id", owned)
    _note(Indicator, owned, names, "indicator.merger", by, now, plan.day)
    people = _moves_of(found.people.values_list("pk", "agency_id"), lambda pk: heir_of("person", pk))
    _give(User, "agency_id", people)
    _note(User, people, names, "user.merger", by, now, plan.day)
    return {"assignments": moved, "indicators": owned, "people": people}


def put_back(changed: Mapping[str, Any], by: User, now: datetime) -> None:
    """Give back what ``move`` gave and nobody has moved since."""
    tasks: dict[int, int] = {}
    kept = list(_still(Assignment, "agency_id", changed["assignments"]))
    for some in portions(kept, TOGETHER):
        tasks |= dict(Assignment.objects.filter(pk__in=[pk for pk, *_ in some]).values_list("pk", "task_id"))
    back = [(pk, after, before) for pk, before, after in kept]
    indicators = [(pk, after, before) for pk, before, after in _still(Indicator, "owner_id", changed["indicators"])]
    people = [(pk, after, before) for pk, before, after in _still(User, "agency_id", changed["people"])]
    agencies = {each for _pk, *both in (*back, *indicators, *people) for each in both}
    names = dict(Agency.objects.filter(pk__in=agencies).values_list("pk", "name"))
    _hand_over(back, names)
    _note(Task, [(tasks[pk], was, now_) for pk, was, now_ in back], names, "task.merger_undone", by, now)
    _give(Indicator, "owner_id", indicators)
    _note(Indicator, indicators, names, "indicator.merger_undone", by, now)
    _give(User, "agency_id", people)
    _note(User, people, names, "user.merger_undone", by, now)


def _moves_of(rows: Iterable[tuple[int, int | None]], heir_of: Callable[[int], int | None]) -> list[Move]:
    return [(pk, owner or 0, heir) for pk, owner in rows if (heir := heir_of(pk)) is not None]


def _give(model: type[Model], field: str, moved: Sequence[Move]) -> None:
    by_heir: dict[int, list[int]] = {}
    for pk, _before, after in moved:
        by_heir.setdefault(after, []).append(pk)
    for heir, keys in by_heir.items():
        for some in portions(keys, TOGETHER):
            model._default_manager.filter(pk__in=some).update(**{field: heir})


def _hand_over(moved: Sequence[Move], names: Mapping[int, str]) -> None:
    """Give assignments. What a task repeats of its only lead is its heir's at once; of several leads it is read anew.

    All other writers wait meanwhile: nothing is asked of tasks one by one that is known already.
    """
    steps: dict[tuple[int, int], list[int]] = {}
    for pk, before, after in moved:
        steps.setdefault((before, after), []).append(pk)
    read_anew: set[int] = set()
    for (_before, after), keys in steps.items():
        for some in portions(keys, TOGETHER):
            rows = Assignment._base_manager.filter(pk__in=some)
            led = Task.objects.filter(pk__in=rows.filter(role=AssignmentRole.LEAD).values("task"))
            rows.update(agency_id=after)
            led.filter(leads=1).update(lead_agency=after, led_by=names[after])
            read_anew |= set(led.filter(leads__gt=1).values_list("pk", flat=True))
    keep(read_anew)


def _note(
    model: type[Model], moved: Iterable[Move], names: Mapping[int, str], action: str, by: User, now: datetime,
    day: date | None = None,
) -> None:  # fmt: skip
    since = {"day": day.isoformat()} if day is not None else {}

    @cache
    def said(before: int, after: int) -> str:
        return json.dumps({"from": names[before], "to": names[after], **since})

    rows = ((pk, None, said(before, after)) for pk, before, after in moved)
    record_rows(by=by, now=now, action=action, kind=model, rows=rows)


def _still(model: type[Model], field: str, moved: Sequence[Sequence[int]]) -> Iterator[Move]:
    """Those of ``moved`` that stand where they were put."""
    for some in portions(moved, TOGETHER):
        rows = model._default_manager.select_for_update().filter(pk__in=[pk for pk, *_ in some])
        now_with = dict(rows.values_list("pk", field))
        for pk, before, after in some:
            if now_with.get(pk) == after:
                yield pk, before, after


def portions(items: Iterable[Item], most: int) -> Iterator[list[Item]]:
    """``items`` in order, at most ``most`` at a time: a statement holds only so many keys."""
    left = iter(items)
    while some := list(islice(left, most)):
        yield some
