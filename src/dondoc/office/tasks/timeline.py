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
    "report": (gettext_lazy("Báo cáo tiến độ"), "message"),
    "evidence": (gettext_lazy("Thêm minh chứng"), "paperclip"),
    "evidence_withdraw": (gettext_lazy("Bỏ minh chứng"), "trash"),
    "submit": (gettext_lazy("Nộp kết quả"), "mail-forward"),
    "take_back": (gettext_lazy("Rút kết quả lại"), "arrow-back-up"),
    "accept": (gettext_lazy("Nghiệm thu"), "circle-check"),
    "return": (gettext_lazy("Trả lại"), "arrow-back-up"),
    "reopen": (gettext_lazy("Mở lại"), "history"),
    "extension_ask": (gettext_lazy("Xin gia hạn"), "calendar-due"),
    "extension_grant": (gettext_lazy("Cho gia hạn"), "calendar-due"),
    "extension_refuse": (gettext_lazy("Không gia hạn"), "calendar-due"),
    "instruct": (gettext_lazy("Ý kiến chỉ đạo"), "message"),
    "reply": (gettext_lazy("Trả lời ý kiến chỉ đạo"), "message"),
    "comment": (gettext_lazy("Trao đổi"), "message"),
    "reassign": (gettext_lazy("Giao lại"), "pencil"),
    "wait": (gettext_lazy("Chờ điều kiện"), "clock-pause"),
    "resume": (gettext_lazy("Tiếp tục thực hiện"), "clock"),
    "cancel": (gettext_lazy("Dừng"), "player-stop"),
    "continue": (gettext_lazy("Nối với nhiệm vụ trước"), "list-check"),
    "repeat": (gettext_lazy("Đến kỳ mới"), "history"),
    "watch": (gettext_lazy("Theo dõi"), "eye"),
    "merger": (gettext_lazy("Chuyển theo sáp nhập"), "git-merge"),
    "merger_undone": (gettext_lazy("Hoàn tác sáp nhập"), "arrow-back-up"),
    "owner_found": (gettext_lazy("Rõ tên cơ quan"), "building"),
    "unwatch": (gettext_lazy("Thôi theo dõi"), "eye"),
}


def words_of(act: str) -> str:
    """What an act is called."""
    return str(VERBS.get(act, (_("Thay đổi"), ""))[0])


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
