"""What was done to a task since it was made, from the audit."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dondoc.office.audit.models import Entry
from dondoc.office.tasks.models import Task

SHOWN = 50
VERBS: dict[str, tuple[str | Promise, str]] = {
    "create": (gettext_lazy("Tạo nhiệm vụ từ câu đã xác nhận"), "plus"),
    "change": (gettext_lazy("Sửa theo văn bản"), "pencil"),
    "edit": (gettext_lazy("Sửa"), "pencil"),
    "withdraw": (gettext_lazy("Rút lại"), "trash"),
}


@dataclass(frozen=True, slots=True)
class Event:
    """One line of the timeline, newest first."""

    at: datetime
    by: str
    words: str
    icon: str


def of(task: Task) -> list[Event]:
    """The newest events of ``task``; the last names of actions decide the words ("task.create": create)."""
    entries = Entry.objects.filter(object_type="tasks.task", object_id=task.pk).select_related("by")[:SHOWN]
    return [_event(entry) for entry in entries]


def _event(entry: Entry) -> Event:
    words, icon = VERBS.get(entry.action.rsplit(".", 1)[-1], (_("Thay đổi"), "history"))
    return Event(entry.at, str(entry.by) if entry.by else _("Hệ thống"), str(words), icon)
