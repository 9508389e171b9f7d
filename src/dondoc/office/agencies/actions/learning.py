"""What a person says about names that fitted nothing: who is meant, or that nobody is. Undone in one step."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext

from dondoc.office.accounts.models import User
from dondoc.office.agencies.actions.editing import make_aliases
from dondoc.office.agencies.living import still_there
from dondoc.office.agencies.models import Agency, AgencyGroup, GroupAlias, NotAgency
from dondoc.office.agencies.naming import name_key
from dondoc.office.audit.actions import record, record_created
from dondoc.office.refusal import Refusal
from dondoc.office.tasks.models import Assignment, AssignmentRole


@transaction.atomic
def learn_name(*, name: str, owner: Agency | AgencyGroup, by: User, now: datetime) -> int:
    """Make ``name`` another name of ``owner`` and give it every row that waited under the name. How many.

    Where the task names the owner already, the two rows become one; the lead stays the lead.
    """
    key = name_key(name)[:300]
    if not key:
        raise Refusal(gettext("Tên còn trống; hãy tải lại trang."))
    if isinstance(owner, Agency):
        still_there([owner])
    rows = list(_rows(key))
    if not rows:
        raise Refusal(gettext("Không còn dòng nào chờ tên “%(name)s”; hãy tải lại trang.") % {"name": name})
    if isinstance(owner, Agency):
        _alias_of_agency(owner, name)
    else:
        _alias_of_group(owner, name, key)
    NotAgency.objects.filter(key=key).delete()
    waiting = [row.pk for row in rows]
    _give(rows, owner)
    record(
        by=by, now=now, action="agency.learn_name" if isinstance(owner, Agency) else "group.learn_name", target=owner,
        after={"name": name, "assignments": waiting},
    )  # fmt: skip
    record_created(
        by=by, now=now, action="task.owner_found",
        created=[(row.task, {"written": row.written, "owner": owner.name}) for row in rows],
    )  # fmt: skip
    return len(waiting)


def _alias_of_agency(agency: Agency, name: str) -> None:
    for alias in make_aliases(agency, [name]):
        if not agency.aliases.filter(key=alias.key).exists():
            alias.save(force_insert=True)


def _alias_of_group(group: AgencyGroup, name: str, key: str) -> None:
    if key == group.key:
        return
    alias, _made = GroupAlias.objects.get_or_create(key=key, defaults={"group": group, "name": name[:300]})
    if alias.group_id != group.pk:
        raise Refusal(
            gettext("“%(name)s” đã là tên khác của nhóm “%(group)s”.") % {"name": name, "group": alias.group.name}
        )


def _give(rows: list[Assignment], owner: Agency | AgencyGroup) -> list[Assignment]:
    tasks = [row.task_id for row in rows]
    theirs = {"agency": owner} if isinstance(owner, Agency) else {"group": owner}
    named = {row.task_id: row for row in Assignment.objects.filter(task__in=tasks, **theirs)}
    given, lead = [], []
    for row in rows:
        there = named.get(row.task_id)
        if there is None:
            row.agency, row.group = (owner, None) if isinstance(owner, Agency) else (None, owner)
            named[row.task_id] = row
            given.append(row)
            continue
        if row.role == AssignmentRole.LEAD and there.role != AssignmentRole.LEAD:
            there.role = AssignmentRole.LEAD
            lead.append(there)
        row.delete()
    Assignment.objects.bulk_update(given, ["agency", "group"], batch_size=500)
    Assignment.objects.bulk_update(lead, ["role"], batch_size=500)
    return given


@transaction.atomic
def not_an_agency(*, name: str, by: User, now: datetime) -> NotAgency:
    """Say that ``name`` is nobody who can owe a task; it leaves the queue, the rows stay as written."""
    key = name_key(name)[:300]
    made, created = NotAgency.objects.get_or_create(key=key, defaults={"name": name[:300], "by": by, "at": now})
    if created:
        record(by=by, now=now, action="name.not_an_agency", target=made, after={"name": name})
    return made


@transaction.atomic
def ask_again(*, refused: NotAgency, by: User, now: datetime) -> None:
    """Put a name back into the queue."""
    record(by=by, now=now, action="name.ask_again", target=refused, before={"name": refused.name})
    refused.delete()


def _rows(key: str) -> list[Assignment]:
    waiting = Assignment.objects.select_for_update(of=("self",)).filter(agency__isnull=True, group__isnull=True)
    return [row for row in waiting.select_related("task").order_by("pk") if name_key(row.written)[:300] == key]
