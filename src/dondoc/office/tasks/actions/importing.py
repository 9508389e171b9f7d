"""Bringing in a list of tasks: the sheet waits to be looked at, then its good rows become tasks at once."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext

from dondoc.office.accounts.models import User
from dondoc.office.agencies.models import Agency, AgencyGroup
from dondoc.office.agencies.queries import resolve_all
from dondoc.office.audit.actions import record
from dondoc.office.folding import fold
from dondoc.office.refusal import Refusal
from dondoc.office.reminders.telling import sum_up, tell_of_new
from dondoc.office.tasks.actions.arranging import Owed, create_task
from dondoc.office.tasks.actions.creating import today_of, turns
from dondoc.office.tasks.actions.reporting import Progress, report_progress
from dondoc.office.tasks.given import given_at_once
from dondoc.office.tasks.importing import Line, Sheet, followers, lines
from dondoc.office.tasks.models import AssignmentRole, TaskImport
from dondoc.office.tasks.timeline import words_of

KEPT = timedelta(days=7)


@transaction.atomic
def keep_sheet(*, sheet: Sheet, name: str, by: User, now: datetime) -> TaskImport:
    """Keep a sheet for a look at it; those that nobody looked at for a week go."""
    TaskImport.objects.filter(at__lt=now - KEPT, done_at__isnull=True).delete()
    kept = TaskImport.objects.create(
        name=name[-255:], heads=list(sheet.heads), rows=[list(row) for row in sheet.rows], by=by, at=now
    )
    after = {"name": kept.name, "rows": sum(map(any, sheet.rows))}
    record(by=by, now=now, action="import.keep", target=kept, after=after)
    return kept


@transaction.atomic
def import_tasks(*, kept: TaskImport, columns: Mapping[str, int], by: User, now: datetime) -> int:
    """Make a task of every good row, all or none. How many."""
    kept = TaskImport.objects.select_for_update(of=("self",)).get(pk=kept.pk)
    if kept.done_at is not None:
        raise Refusal(gettext("Danh sách này đã được nhập; hãy tải tệp lên lại nếu cần nhập tiếp."))
    today = today_of(now)
    good = [line for line in lines(sheet_of(kept), columns, today) if line.good]
    if not good:
        raise Refusal(gettext("Không có dòng nào nhập được; hãy xem lỗi từng dòng."))
    records = resolve_all({name for line in good for name in (*line.lead, *line.coordinating)}, today)
    people = followers(good)
    made = []
    for line in good:
        owed = _owed(line, records)
        task = create_task(text=line.text, owed=owed, by=by, now=now, silent=True, **_parts(line, people.get, by))
        if line.report:
            agency = next((each.agency for each in owed if each.role == AssignmentRole.LEAD), None)
            report_progress(task=task, progress=Progress(line.report), agency=agency, by=by, now=now)
        made.append(task)
    link = given_at_once(made)
    sum_up(tasks=made, words=words_of("report"), links=lambda person: link, now=now)
    tell_of_new(tasks=made, by=by, now=now)
    kept.done_at, kept.made, kept.rows = now, len(good), []
    kept.save(update_fields=["done_at", "made", "rows"])
    record(by=by, now=now, action="import.done", target=kept, after={"made": len(good)})
    return len(good)


def sheet_of(kept: TaskImport) -> Sheet:
    """The sheet that was kept."""
    return Sheet(tuple(kept.heads), tuple(tuple(row) for row in kept.rows))


def _parts(line: Line, people: Callable[[str], User | None], by: User) -> dict[str, Any]:
    """What a row says beside its words and agencies."""
    return {
        "deadline": line.deadline,
        "deadline_text": line.deadline_text[:300],
        "product": line.product,
        "legal_basis": [line.document] if line.document else [],
        "follower": people(fold(line.follower)) or by,
        **turns(line.recurrence, line.deadline),
    }


def _owed(line: Line, records: Mapping[str, Agency | AgencyGroup | None]) -> list[Owed]:
    rows = []
    for role, names in ((AssignmentRole.LEAD, line.lead), (AssignmentRole.COORDINATING, line.coordinating)):
        for name in names:
            found = records[name]
            agency = found if isinstance(found, Agency) else None
            group = found if isinstance(found, AgencyGroup) else None
            rows.append(Owed(role, agency, group, name))
    return rows
