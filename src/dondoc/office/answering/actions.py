"""Making and revoking links, and noting every use of them."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from hashlib import sha256
from secrets import token_urlsafe

from django.db import transaction
from django.utils.translation import gettext

from dondoc.office.accounts.models import User
from dondoc.office.agencies.models import Agency
from dondoc.office.agencies.queries import standpoint
from dondoc.office.answering.models import TaskLink, TaskLinkUse
from dondoc.office.audit.actions import record
from dondoc.office.refusal import Refusal
from dondoc.office.tasks.models import Task
from dondoc.office.tasks.rights import roles_at

MOST_DAYS = 90
MOST_TASKS = 1_000


def digest(token: str) -> str:
    """What is kept of a secret."""
    return sha256(token.encode()).hexdigest()


@transaction.atomic
def create_link(
    *, agency: Agency, tasks: Sequence[Task], days: int, note: str, by: User, now: datetime
) -> tuple[TaskLink, str]:
    """Make a link for ``days``; returned with its secret, which is kept nowhere."""
    if not tasks:
        raise Refusal(gettext("Hãy chọn ít nhất một nhiệm vụ."))
    if not 1 <= days <= MOST_DAYS:
        raise Refusal(gettext("Thời hạn của liên kết từ 1 đến %(most)d ngày.") % {"most": MOST_DAYS})
    if len(tasks) > MOST_TASKS:
        raise Refusal(
            gettext("Một liên kết chứa nhiều nhất %(most)d nhiệm vụ; hãy lọc bớt rồi tạo nhiều liên kết.")
            % {"most": MOST_TASKS}
        )
    place = standpoint(agency)
    foreign = [task for task in tasks if not roles_at(place, task)]
    if foreign:
        raise Refusal(
            gettext("Nhiệm vụ “%(task)s” không giao cho cơ quan này; hãy bỏ chọn.") % {"task": foreign[0]}
        )  # fmt: skip
    token = token_urlsafe(32)
    link = TaskLink.objects.create(
        agency=agency, token_hash=digest(token), note=note.strip()[:200], created_by=by, created_at=now,
        expires_at=now + timedelta(days=days),
    )  # fmt: skip
    link.tasks.set(tasks)
    after = {"agency": agency.code, "tasks": [task.pk for task in tasks], "expires_at": link.expires_at.isoformat()}
    record(by=by, now=now, action="task_link.create", target=link, after=after)
    return link, token


@transaction.atomic
def revoke_link(*, link: TaskLink, by: User, now: datetime) -> TaskLink:
    """Close a link at once."""
    link = TaskLink.objects.select_for_update(of=("self",)).get(pk=link.pk)
    if link.revoked_at is not None:
        raise Refusal(gettext("Liên kết đã được thu hồi trước đó."))
    link.revoked_by, link.revoked_at = by, now
    link.save(update_fields=["revoked_by", "revoked_at"])
    record(by=by, now=now, action="task_link.revoke", target=link, after={"agency": link.agency.code})
    return link


@transaction.atomic
def note_use(
    *, link: TaskLink, act: str, task: Task | None, signed: str, address: str, now: datetime
) -> TaskLinkUse:  # fmt: skip
    """Write down that the link was opened, or that something was done through it."""
    use = TaskLinkUse.objects.create(
        link=link, at=now, act=act, task=task, signed=signed[:200], address=address or None
    )
    after = {"act": act, "task": task.pk if task else None, "signed": signed, "address": address}
    record(by=None, now=now, action="task_link.use", target=link, after=after)
    return use
