"""One act done to many tasks: to all that it can be done to, in one transaction; the others are named with why not."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from urllib.parse import urlencode

from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from dondoc.office.accounts.models import Role, User
from dondoc.office.look.forms import typed
from dondoc.office.refusal import Refusal
from dondoc.office.reminders.telling import sum_up
from dondoc.office.tasks.actions import arranging, talking
from dondoc.office.tasks.actions.acting import Overtaken
from dondoc.office.tasks.models import Task, Watch
from dondoc.office.tasks.standing import Standing


class Together(StrEnum):
    """What can be done to many tasks at once; values are stable and used in forms."""

    FOLLOWER = "nguoi-theo-doi"
    DEADLINE = "thoi-han"
    CANCEL = "dung"
    WATCH = "theo-doi"

    @property
    def label(self) -> str | Promise:
        """The words shown to people."""
        return LABELS[self]


LABELS: dict[Together, str | Promise] = {
    Together.FOLLOWER: _("Đổi người theo dõi"),
    Together.DEADLINE: _("Ghi thời hạn"),
    Together.CANCEL: _("Dừng"),
    Together.WATCH: _("Theo dõi"),
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """The act with what it needs."""

    act: Together
    follower: User | None = None
    deadline: date | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one task; ``refused`` says why nothing did."""

    task: Task
    refused: str = ""


@transaction.atomic
def do_to_all(
    *, tasks: Sequence[Task], wanted: Wanted, by: User, now: datetime, versions: Mapping[int, int] | None = None
) -> list[Outcome]:
    """Do it to every task that does not refuse. ``versions``: the states of the tasks that the person saw."""
    # In the order of their keys, so that two people with the same tasks never wait for each other.
    done = [_one(task, wanted, by, now, (versions or {}).get(task.pk)) for task in sorted(tasks, key=lambda t: t.pk)]
    sum_up(tasks=tasks, words=str(wanted.act.label), links=_list_of(wanted), now=now)
    return done


def _list_of(wanted: Wanted) -> Callable[[int], str]:
    """For a person the filters of the list that shows what was done."""
    if wanted.act is Together.CANCEL:
        chosen = {"tinh-trang": Standing.STOPPED.value}
    elif wanted.act is Together.DEADLINE and wanted.deadline is not None:
        chosen = {"tu": typed(wanted.deadline), "den": typed(wanted.deadline)}
    else:
        chosen = {}
    leading = set(User.objects.filter(role=Role.FOCAL, is_active=True).values_list("pk", flat=True))

    def filters(person: int) -> str:
        if person in leading:
            return urlencode(chosen | {"cua-toi": "co-quan-toi-chu-tri"}, safe="/")
        return urlencode(chosen or {"cua-toi": "toi-theo-doi"}, safe="/")

    return filters


def foresee(*, tasks: Sequence[Task], wanted: Wanted, by: User, now: datetime) -> list[Outcome]:
    """What ``do_to_all`` would do: it is done, and taken back whole."""
    with transaction.atomic():
        found = do_to_all(tasks=tasks, wanted=wanted, by=by, now=now)
        transaction.set_rollback(True)
    return found


def _one(task: Task, wanted: Wanted, by: User, now: datetime, version: int | None) -> Outcome:
    try:
        _do(task, wanted, by, now, version)
    except Overtaken:
        return Outcome(task, gettext("Có người vừa sửa nhiệm vụ này; hãy xem lại rồi làm riêng."))
    except Refusal as refusal:
        return Outcome(task, str(refusal))
    return Outcome(task)


def _do(task: Task, wanted: Wanted, by: User, now: datetime, version: int | None) -> None:
    if wanted.act is Together.WATCH:
        if Watch.objects.filter(task=task, person=by).exists():
            raise Refusal(gettext("Bạn đang theo dõi nhiệm vụ này rồi."))
        talking.watch(task=task, on=True, by=by, now=now)
    elif wanted.act is Together.CANCEL:
        arranging.cancel(task=task, reason=wanted.reason, by=by, now=now, version=version)
    elif wanted.act is Together.DEADLINE:
        if task.deadline is not None:
            raise Refusal(gettext("Nhiệm vụ đã có thời hạn; hãy dùng Sửa hoặc Gia hạn ở trang nhiệm vụ."))
        arranging.edit(task=task, deadline=wanted.deadline, by=by, now=now, version=version)
    else:
        if wanted.follower is not None and task.follower_id == wanted.follower.pk:
            raise Refusal(gettext("Người này đang theo dõi nhiệm vụ rồi."))
        arranging.edit(task=task, follower=wanted.follower, by=by, now=now, version=version)
