"""What every act on a task shares: the row locked, the version compared, the change written down."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext

from dondoc.office.accounts.models import User
from dondoc.office.audit.actions import record
from dondoc.office.refusal import Refusal
from dondoc.office.reminders.telling import tell_of_act
from dondoc.office.tasks.models import Task, TaskState
from dondoc.office.tasks.timeline import words_of

ENDED = (TaskState.DONE, TaskState.CANCELLED)


class Overtaken(Refusal):
    """Somebody else changed the task after the page was drawn."""


def lock(task: Task, version: int | None = None) -> Task:
    """The task fresh from the database, locked until the transaction ends.

    ``version``: the one that the person saw. Raises ``Overtaken`` where somebody changed the task since.
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("acting.lock outside a transaction: open transaction.atomic() around the act")
    fresh = Task.objects.select_for_update(of=("self",)).filter(pk=task.pk).first()
    if fresh is None:
        raise Refusal(gettext("Nhiệm vụ này không còn; hãy quay lại danh sách Nhiệm vụ."))
    if version is not None and version != fresh.version:
        raise Overtaken(
            gettext(
                "%(who)s vừa sửa nhiệm vụ này lúc %(when)s; nội dung bạn nhập vẫn còn bên dưới, "
                "hãy xem lại rồi gửi lần nữa."
            )
            % {
                "who": fresh.changed_by or gettext("Người khác"),
                "when": timezone.localtime(fresh.changed_at).strftime("%H:%M %d/%m/%Y"),
            }
        )
    return fresh


def still_open(task: Task) -> None:
    """Refuse an act on a task that has ended."""
    if task.state in ENDED:
        raise Refusal(
            gettext("Nhiệm vụ đã ở tình trạng “%(state)s”; hãy mở lại nhiệm vụ trước khi làm việc này.")
            % {"state": task.get_state_display()}
        )


def write(task: Task, values: Mapping[str, Any], *, action: str, by: User | None, now: datetime, **said: Any) -> Task:
    """Set ``values`` on the locked ``task`` and leave the audit row with what was ``said``."""
    before = {name: plain(getattr(task, name)) for name in values}
    for name, value in values.items():
        setattr(task, name, value)
    task.changed_at = now
    if values:
        # What is only said beside the task does not overtake somebody who is changing the task itself.
        task.version += 1
        task.changed_by = by
    task.save(update_fields=[*values, "version", "changed_at", "changed_by"])
    after = {name: plain(getattr(task, name)) for name in values} | {name: plain(value) for name, value in said.items()}
    record(by=by, now=now, action=f"task.{action}", target=task, before=before, after=after)
    tell_of_act(task=task, act=action, words=words_of(action), by=by, now=now)
    return task


def plain(value: Any) -> Any:
    """``value`` as plain JSON."""
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    return getattr(value, "pk", value)
