"""What a day's notices come to: each task once, where it presses most, with what else was said of it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext

from dondoc.office.reminders.models import Level, Notice

LINES = 60
# What presses most comes first.
URGENCY = (
    Level.BADLY_OVERDUE,
    Level.OVERDUE,
    Level.SOON,
    Level.ACCEPTANCE,
    Level.REPLY,
    Level.LOOK_AGAIN,
    Level.MENTION,
    Level.CHANGE,
    Level.WORK,
)
_PLACE = {level.value: place for place, level in enumerate(URGENCY)}


@dataclass(frozen=True, slots=True)
class Line:
    """A task, or a list of many; ``also``: what else was said of the task, in few words."""

    notice: Notice
    also: str = ""


@dataclass(frozen=True, slots=True)
class Heap:
    """The lines of one level."""

    name: str | Promise
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Digest:
    """The heaps by urgency; ``number`` tasks in all, of which ``more`` have no line."""

    heaps: tuple[Heap, ...]
    number: int
    more: int


def digest(notices: Iterable[Notice]) -> Digest:
    """Put ``notices`` of one person together."""
    of_tasks: dict[int | None, list[Notice]] = defaultdict(list)
    lists = []
    for notice in sorted(notices, key=lambda each: (_PLACE[each.level], -each.at.timestamp())):
        if notice.task_id is None:
            lists.append(Line(notice))
        else:
            of_tasks[notice.task_id].append(notice)
    lines = [*lists, *(Line(first, _also(rest)) for first, *rest in of_tasks.values())]
    lines.sort(key=lambda line: _PLACE[line.notice.level])
    heaps: dict[str, list[Line]] = defaultdict(list)
    for line in lines[:LINES]:
        heaps[line.notice.level].append(line)
    return Digest(
        tuple(Heap(Level(level).label, tuple(each)) for level, each in heaps.items()),
        number=sum(line.notice.number for line in lines),
        more=sum(line.notice.number for line in lines[LINES:]),
    )


def _also(notices: Sequence[Notice]) -> str:
    """``Ý kiến chỉ đạo; Báo cáo tiến độ (2 lần)``: what notices begin with, before the words of their task."""
    said = Counter(notice.text.partition(": ")[0] for notice in notices)
    times = gettext("%(words)s (%(number)d lần)")
    return "; ".join(
        times % {"words": words, "number": number} if number > 1 else words for words, number in said.items()
    )
