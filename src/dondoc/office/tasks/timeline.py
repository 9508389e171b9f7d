"""What was done to a task since it was made, from the audit."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dondoc.office.audit.models import Entry
from dondoc.office.tasks.models import Task

SHOWN = 50
BY_HAND = gettext_lazy("Tạo nhiệm vụ")
# Values that name tasks and documents which not everybody who sees this task may see.
ELSEWHERE = ("parent", "continues", "document", "task")
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
    lines: Sequence[object] = ()


def of(task: Task) -> list[Event]:
    """The newest events of ``task``, each with what it changed; the last names of actions decide the words."""
    return told(Entry.objects.filter(object_type="tasks.task", object_id=task.pk).select_related("by")[:SHOWN])


def changed_since(task: Task, version: int) -> list[Entry]:
    """What changed ``task`` itself after its ``version``, newest first; each change makes one version."""
    entries = Entry.objects.filter(object_type="tasks.task", object_id=task.pk).select_related("by")[:SHOWN]
    return [entry for entry in entries if entry.before][: max(0, task.version - version)]


def told(entries: Iterable[Entry]) -> list[Event]:
    """``entries`` as lines of a timeline."""
    # The words of values know the acts of links, which are acts on tasks, which tell of themselves by the words here.
    from dondoc.office.audit.changes import said

    return [_event(each.entry, each.lines) for each in said(entries, unsaid=ELSEWHERE)]


def _event(entry: Entry, lines: Sequence[object]) -> Event:
    words, icon = VERBS.get(entry.action.rsplit(".", 1)[-1], (_("Thay đổi"), "history"))
    if entry.action == "task.create":
        words = words if (entry.after or {}).get("fact") else BY_HAND
        lines = ()  # the task itself stands above
    return Event(entry.at, str(entry.by) if entry.by else _("Hệ thống"), str(words), icon, lines)
