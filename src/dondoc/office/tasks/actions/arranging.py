"""What the office arranges about a task: its parts, who owes it, waiting, stopping, what it stands under."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext

from dondoc.office.accounts.models import User
from dondoc.office.agencies.living import still_there
from dondoc.office.agencies.models import Agency, AgencyGroup
from dondoc.office.folding import fold
from dondoc.office.refusal import Refusal
from dondoc.office.reminders.telling import tell_of_new
from dondoc.office.tasks.actions.acting import ENDED, lock, still_open, write
from dondoc.office.tasks.actions.creating import today_of
from dondoc.office.tasks.models import Assignment, AssignmentRole, Task, TaskState

EDITABLE = frozenset(
    {"text", "product", "deadline", "deadline_text", "follower", "legal_basis", "recurrence", "recurs_on"}
)


@dataclass(frozen=True, slots=True)
class Owed:
    """One agency or group that owes the task, or helps."""

    role: AssignmentRole
    agency: Agency | None = None
    group: AgencyGroup | None = None
    written: str = ""

    @property
    def name(self) -> str:
        """The name that the row is written with."""
        return self.written or self.owner_name

    @property
    def owner_name(self) -> str:
        """The agency's or group's own name, else the name as written."""
        owner = self.agency or self.group
        return owner.name if owner else self.written


@transaction.atomic
def create_task(
    *,
    text: str,
    owed: Sequence[Owed],
    by: User,
    now: datetime,
    parent: Task | None = None,
    silent: bool = False,
    **parts: Any,
) -> Task:
    """Make a task that stands in no document, or a part of ``parent``. ``silent``: whoever calls tells of it."""
    _parts_known(parts)
    still_there(each.agency for each in owed)
    if parent is not None:
        parent = lock(parent)
        still_open(parent)
        _within(parent, parts.get("deadline"))
    task = Task(
        text=text.strip(),
        parent=parent,
        document=parent.document if parent else None,
        first_deadline=parts.get("deadline"),
        created_by=by,
        created_at=now,
        changed_at=now,
        **{"follower": by, **parts},
    )
    if not task.text:
        raise Refusal(gettext("Nội dung nhiệm vụ còn trống."))
    task.folded = _folded(task, [each.name for each in owed])
    task.save(force_insert=True)
    _owe(task, owed)
    write(task, {}, action="create", by=by, now=now, text=task.text, parent=parent, owed=_said(owed))
    if not silent:
        tell_of_new(tasks=[task], by=by, now=now)
    return task


@transaction.atomic
def edit(*, task: Task, by: User, now: datetime, version: int | None = None, reason: str = "", **values: Any) -> Task:
    """Change the named parts. A deadline that was there already moves only by an extension or with a reason."""
    _parts_known(values)
    task = lock(task, version)
    still_open(task)
    values = {name: value for name, value in values.items() if getattr(task, name) != value}
    if "text" in values and not values["text"].strip():
        raise Refusal(gettext("Nội dung nhiệm vụ không được để trống."))
    if "deadline" in values:
        if task.deadline is not None and not reason.strip():
            raise Refusal(gettext("Nhiệm vụ đã có thời hạn; hãy ghi lý do sửa, hoặc dùng Gia hạn."))
        if task.parent is not None:
            _within(task.parent, values["deadline"])
        _holds_its_parts(task, values["deadline"])
        if task.first_deadline is None:
            values["first_deadline"] = values["deadline"]
    if not values:
        return task
    if "text" in values:
        names = list(task.assignments.values_list("written", flat=True))
        values["folded"] = _folded(task, names, values["text"])
    return write(task, values, action="edit", by=by, now=now, reason=reason.strip())


@transaction.atomic
def reassign(*, task: Task, owed: Sequence[Owed], by: User, now: datetime, version: int | None = None) -> Task:
    """Say anew who leads and who coordinates; what an agency that stays has reported stays."""
    still_there(each.agency for each in owed)
    task = lock(task, version)
    still_open(task)
    if not any(each.role == AssignmentRole.LEAD for each in owed):
        raise Refusal(gettext("Nhiệm vụ phải có ít nhất một cơ quan chủ trì."))
    rows = list(task.assignments.select_related("agency", "group"))
    if [(row.role, row.agency, row.group, row.name) for row in rows] == [
        (each.role, each.agency, each.group, each.owner_name) for each in owed
    ]:
        raise Refusal(gettext("Vẫn là những cơ quan đang được giao; chưa có gì đổi."))
    before = [[row.role, row.name] for row in rows]
    task.assignments.all().delete()
    _owe(task, owed)
    folded = _folded(task, [each.name for each in owed])
    return write(task, {"folded": folded}, action="reassign", by=by, now=now, owed=_said(owed), owed_before=before)


@transaction.atomic
def wait(
    *, task: Task, waiting_for: str, look_again: date | None, by: User, now: datetime, version: int | None = None
) -> Task:
    """Put the task off until a named condition holds, with a day to look again."""
    task = lock(task, version)
    if task.state != TaskState.OPEN:
        raise Refusal(gettext("Chỉ nhiệm vụ đang thực hiện mới chuyển sang chờ điều kiện được."))
    if not waiting_for.strip() or look_again is None:
        raise Refusal(gettext("Hãy ghi điều kiện đang chờ và ngày xem lại."))
    if look_again < today_of(now):
        raise Refusal(gettext("Ngày xem lại đã qua; hãy ghi từ hôm nay trở đi."))
    values = {"state": TaskState.WAITING, "waiting_for": waiting_for.strip(), "look_again": look_again}
    return write(task, values, action="wait", by=by, now=now)


@transaction.atomic
def resume(*, task: Task, by: User, now: datetime, version: int | None = None) -> Task:
    """The condition holds, or no longer matters: the task is open again."""
    task = lock(task, version)
    if task.state != TaskState.WAITING:
        raise Refusal(gettext("Nhiệm vụ không ở tình trạng chờ điều kiện."))
    values = {"state": TaskState.OPEN, "waiting_for": "", "look_again": None}
    return write(task, values, action="resume", by=by, now=now)


@transaction.atomic
def cancel(*, task: Task, reason: str, by: User, now: datetime, version: int | None = None) -> Task:
    """Stop the task for a reason; it can be opened again."""
    task = lock(task, version)
    if task.state not in (TaskState.OPEN, TaskState.WAITING):
        raise Refusal(gettext("Chỉ dừng được nhiệm vụ đang thực hiện hoặc đang chờ điều kiện."))
    if not reason.strip():
        raise Refusal(gettext("Hãy ghi lý do dừng nhiệm vụ."))
    values = {"state": TaskState.CANCELLED, "cancelled_reason": reason.strip()}
    return write(task, values, action="cancel", by=by, now=now)


@transaction.atomic
def continue_from(*, task: Task, earlier: Task | None, by: User, now: datetime) -> Task:
    """Say that ``task`` continues ``earlier``, or with None that it continues nothing."""
    task = lock(task)
    step, seen = earlier.pk if earlier else None, {task.pk}
    while step is not None:
        if step in seen:
            raise Refusal(gettext("Hai nhiệm vụ không thể tiếp tục lẫn nhau."))
        seen.add(step)
        step = Task.objects.values_list("continues", flat=True).get(pk=step)
    return write(task, {"continues": earlier}, action="continue", by=by, now=now)


def _parts_known(parts: dict[str, Any]) -> None:
    if unknown := set(parts) - EDITABLE:
        raise TypeError(f"not a part of a task that people edit: {sorted(unknown)}")


def _within(parent: Task, deadline: date | None) -> None:
    if parent.deadline is not None and deadline is not None and deadline > parent.deadline:
        raise Refusal(
            gettext("Hạn của nhiệm vụ con không được sau hạn %(day)s của nhiệm vụ lớn.")
            % {"day": parent.deadline.strftime("%d/%m/%Y")}
        )


def _holds_its_parts(task: Task, deadline: date | None) -> None:
    last = task.subtasks.exclude(state__in=ENDED).aggregate(last=Max("deadline"))["last"]
    if deadline is not None and last is not None and last > deadline:
        raise Refusal(
            gettext("Có nhiệm vụ con đến hạn %(day)s; hãy ghi hạn không trước ngày ấy, hoặc sửa nhiệm vụ con trước.")
            % {"day": last.strftime("%d/%m/%Y")}
        )


def _owe(task: Task, owed: Sequence[Owed]) -> None:
    rows, taken = [], set()
    for position, each in enumerate(owed):
        owner = (each.agency.pk if each.agency else None, each.group.pk if each.group else None, each.name)
        key = owner[:2] if owner[0] or owner[1] else owner
        if key in taken:
            continue
        taken.add(key)
        rows.append(
            Assignment(
                task=task,
                role=each.role,
                written=each.name[:300],
                agency=each.agency,
                group=each.group,
                position=position,
            )
        )
    Assignment.objects.bulk_create(rows)


def _said(owed: Sequence[Owed]) -> list[list[str]]:
    return [[each.role.value, each.name] for each in owed]


def _folded(task: Task, names: Sequence[str], text: str = "") -> str:
    number = f"{task.document.number} {task.document.symbol}" if task.document else ""
    return fold(f"{text or task.text} {' '.join(names)} {number}")
