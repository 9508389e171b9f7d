"""Bringing in a list of tasks: the sheet waits to be looked at, then its good rows become tasks at once."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext

from dondoc.office.accounts.models import User
from dondoc.office.agencies.models import Agency, AgencyGroup
from dondoc.office.agencies.queries import resolve_all
from dondoc.office.audit.actions import record
from dondoc.office.refusal import Refusal
from dondoc.office.reminders.telling import tell_of_new
from dondoc.office.tasks.actions.arranging import Owed, create_task
from dondoc.office.tasks.actions.creating import today_of
from dondoc.office.tasks.importing import Line, Sheet, lines
from dondoc.office.tasks.models import AssignmentRole, TaskImport

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
    made = []
    for line in good:
        parts: dict[str, Any] = {"deadline": line.deadline, "product": line.product}
        made.append(create_task(text=line.text, owed=_owed(line, records), by=by, now=now, silent=True, **parts))
    tell_of_new(tasks=made, by=by, now=now)
    kept.done_at, kept.made, kept.rows = now, len(good), []
    kept.save(update_fields=["done_at", "made", "rows"])
    record(by=by, now=now, action="import.done", target=kept, after={"made": len(good)})
    return len(good)


def sheet_of(kept: TaskImport) -> Sheet:
    """The sheet that was kept."""
    return Sheet(tuple(kept.heads), tuple(tuple(row) for row in kept.rows))


def _owed(line: Line, records: Mapping[str, Agency | AgencyGroup | None]) -> list[Owed]:
    rows = []
    for role, names in ((AssignmentRole.LEAD, line.lead), (AssignmentRole.COORDINATING, line.coordinating)):
        for name in names:
            found = records[name]
            agency = found if isinstance(found, Agency) else None
            group = found if isinstance(found, AgencyGroup) else None
            rows.append(Owed(role, agency, group, name))
    return rows
