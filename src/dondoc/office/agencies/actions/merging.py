"""Carrying a merger out, and taking it back: each in one transaction."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext

from dondoc.office.accounts.models import User
from dondoc.office.agencies.actions.editing import said, succeed
from dondoc.office.agencies.merging import Moves, Plan, moves
from dondoc.office.agencies.models import Agency, Merger, Succession
from dondoc.office.audit.actions import record, record_created
from dondoc.office.indicators.models import Indicator
from dondoc.office.refusal import Refusal
from dondoc.office.tasks.models import Assignment

UNDO_DAYS = 30
Chosen = Mapping[tuple[str, int], int]


@transaction.atomic
def merge(*, plan: Plan, chosen: Chosen, by: User, now: datetime) -> Merger:
    """End ``plan.earlier``, note who took over, and move what is open.

    ``chosen`` maps ("task" | "indicator" | "person", key of the row) to the key of another heir, or 0: the row stays
    where it is. What it does not name goes to ``plan.later``. A task that names the heir already keeps its row.
    """
    last_day = plan.day - timedelta(days=1)
    earlier = list(Agency.objects.select_for_update().filter(pk__in=[each.pk for each in plan.earlier]))
    if not earlier:
        raise Refusal(gettext("Hãy chọn ít nhất một cơ quan kết thúc hoạt động."))
    if any(each.pk in {heir.pk for heir in plan.heirs} for each in earlier):
        raise Refusal(gettext("Cơ quan mới không thể nằm trong các cơ quan kết thúc; hãy chọn lại."))
    changed: dict[str, Any] = {"ended": [], "successions": []}
    for agency in earlier:
        if agency.valid_from is not None and last_day < agency.valid_from:
            raise Refusal(gettext("“%(name)s” chưa có vào ngày sáp nhập; hãy xem lại ngày.") % {"name": agency.name})
        before = said(agency)
        changed["ended"].append([agency.pk, before["valid_to"]])
        agency.valid_to = last_day
        agency.save(update_fields=["valid_to"])
        record(by=by, now=now, action="agency.end", target=agency, before=before, after=said(agency))
        for heir in plan.heirs:
            if (made := succeed(agency, heir, plan.day, plan.decree)) is not None:
                changed["successions"].append(made.pk)
    changed |= _move(plan, moves(earlier), chosen, by, now)
    merger = Merger.objects.create(
        later=plan.later, day=plan.day, decree=plan.decree[:200], changed=changed, by=by, at=now
    )
    merger.earlier.set(earlier)
    after = {"later": plan.later.code, "earlier": [each.code for each in earlier], "day": plan.day.isoformat()}
    counts = {name: len(changed[name]) for name in ("assignments", "indicators", "people")}
    record(by=by, now=now, action="merger.carry_out", target=merger, after=after | counts)
    return merger


def _move(plan: Plan, found: Moves, chosen: Chosen, by: User, now: datetime) -> dict[str, list[list[int]]]:
    heirs = {heir.pk: heir for heir in plan.heirs}

    def heir_of(kind: str, pk: int) -> Agency | None:
        wanted = chosen.get((kind, pk), plan.later.pk)
        return heirs.get(wanted) if wanted else None

    tasks = [row.task_id for row in found.assignments]
    named = set(Assignment.objects.filter(task__in=tasks, agency__in=heirs).values_list("task", "agency"))
    rows, moved, tasks_said = [], [], []
    for row in found.assignments:
        heir = heir_of("task", row.pk)
        if heir is None or (row.task_id, heir.pk) in named:
            continue
        named.add((row.task_id, heir.pk))
        moved.append([row.pk, row.agency_id or 0, heir.pk])
        tasks_said.append((row.task, {"from": str(row.agency), "to": heir.name, "day": plan.day.isoformat()}))
        row.agency = heir
        rows.append(row)
    Assignment.objects.bulk_update(rows, ["agency"], batch_size=500)
    record_created(by=by, now=now, action="task.merger", created=tasks_said)
    owned = []
    for indicator in found.indicators:
        if (heir := heir_of("indicator", indicator.pk)) is not None:
            owned.append([indicator.pk, indicator.owner_id or 0, heir.pk])
            before, indicator.owner = {"owner": str(indicator.owner)}, heir
            indicator.save(update_fields=["owner"])
            record(
                by=by, now=now, action="indicator.merger", target=indicator, before=before, after={"owner": heir.name}
            )
    people = []
    for person in found.people:
        if (heir := heir_of("person", person.pk)) is not None:
            people.append([person.pk, person.agency_id or 0, heir.pk])
            before, person.agency = {"agency": str(person.agency)}, heir
            person.save(update_fields=["agency"])
            record(by=by, now=now, action="user.merger", target=person, before=before, after={"agency": heir.name})
    return {"assignments": moved, "indicators": owned, "people": people}


def may_undo(merger: Merger, now: datetime) -> bool:
    """Whether the merger can still be taken back."""
    return merger.undone_at is None and now < merger.at + timedelta(days=UNDO_DAYS)


@transaction.atomic
def undo_merger(*, merger: Merger, by: User, now: datetime) -> Merger:
    """Put back what the merger moved and nobody has moved since; the successions go, the agencies live again."""
    merger = Merger.objects.select_for_update(of=("self",)).get(pk=merger.pk)
    if merger.undone_at is not None:
        raise Refusal(gettext("Việc sáp nhập này đã được hoàn tác."))
    if not may_undo(merger, now):
        raise Refusal(
            gettext("Đã quá %(days)d ngày nên không hoàn tác được; hãy sửa từng cơ quan.") % {"days": UNDO_DAYS}
        )
    changed = merger.changed
    for pk, valid_to in changed["ended"]:
        agency = Agency.objects.select_for_update().get(pk=pk)
        before = said(agency)
        Agency.objects.filter(pk=pk).update(valid_to=valid_to)
        agency.refresh_from_db()
        record(by=by, now=now, action="agency.end_undone", target=agency, before=before, after=said(agency))
    Succession.objects.filter(pk__in=changed["successions"]).delete()
    _put_back(changed, by, now)
    merger.undone_by, merger.undone_at = by, now
    merger.save(update_fields=["undone_by", "undone_at"])
    record(by=by, now=now, action="merger.undo", target=merger, after={"later": merger.later.code})
    return merger


def _put_back(changed: Mapping[str, Any], by: User, now: datetime) -> None:
    was = {row: (before, after) for row, before, after in changed["assignments"]}
    rows = [
        row
        for row in Assignment.objects.select_related("task").filter(pk__in=list(was))
        if row.agency_id == was[row.pk][1]
    ]
    for row in rows:
        row.agency_id = was[row.pk][0]
    Assignment.objects.bulk_update(rows, ["agency"], batch_size=500)
    record_created(
        by=by, now=now, action="task.merger_undone", created=[(row.task, {"agency": row.agency_id}) for row in rows]
    )
    for pk, before, after in changed["indicators"]:
        for indicator in Indicator.objects.filter(pk=pk, owner=after):
            indicator.owner_id = before
            indicator.save(update_fields=["owner"])
            record(by=by, now=now, action="indicator.merger_undone", target=indicator, after={"owner": before})
    for pk, before, after in changed["people"]:
        for person in User.objects.filter(pk=pk, agency=after):
            person.agency_id = before
            person.save(update_fields=["agency"])
            record(by=by, now=now, action="user.merger_undone", target=person, after={"agency": before})
