"""More time: asked for with a reason, granted or refused by whom the rules say. The first deadline stays."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext

from dondoc.office.accounts.access import CONFIRMERS, INSTRUCTORS, has_role
from dondoc.office.accounts.models import User
from dondoc.office.agencies.models import Agency
from dondoc.office.refusal import Refusal
from dondoc.office.rules.models import Granter
from dondoc.office.rules.queries import current
from dondoc.office.tasks.actions.acting import lock, still_open, write
from dondoc.office.tasks.actions.creating import today_of
from dondoc.office.tasks.models import Extension, ExtensionAnswer, Task


@transaction.atomic
def ask_extension(
    *,
    task: Task,
    wanted: date,
    reason: str,
    agency: Agency | None,
    by: User | None,
    now: datetime,
    version: int | None = None,
    signed: str = "",
) -> Extension:
    """Ask for more time. The rules say how long before the deadline, and how often at most."""
    task = lock(task, version)
    still_open(task)
    before = _may_be_asked(task, wanted, reason, today_of(now))
    extension = Extension.objects.create(
        task=task,
        agency=agency,
        before=before,
        wanted=wanted,
        reason=reason.strip(),
        by=by,
        signed=signed,
        at=now,
    )
    write(task, {}, action="extension_ask", by=by, now=now, extension=extension, wanted=wanted, reason=reason.strip())
    return extension


def _may_be_asked(task: Task, wanted: date, reason: str, today: date) -> date:
    """The deadline that would move; refuses what the task or the rules do not allow."""
    if task.deadline is None:
        raise Refusal(
            gettext("Nhiệm vụ chưa có thời hạn nên không có gì để gia hạn; hãy đề nghị văn phòng ghi thời hạn.")
        )
    if wanted <= task.deadline:
        raise Refusal(
            gettext("Ngày xin gia hạn phải sau hạn hiện tại %(day)s.") % {"day": task.deadline.strftime("%d/%m/%Y")}
        )
    if not reason.strip():
        raise Refusal(gettext("Hãy ghi lý do xin gia hạn."))
    if task.extensions.filter(answer=ExtensionAnswer.PENDING).exists():
        raise Refusal(gettext("Đã có đề nghị gia hạn đang chờ trả lời."))
    rules = current()
    last_day = task.deadline - timedelta(days=rules.extension_days_before)
    if rules.extension_days_before and today > last_day:
        raise Refusal(
            gettext("Quy định: xin gia hạn trước hạn ít nhất %(days)d ngày, tức là không sau %(day)s.")
            % {"days": rules.extension_days_before, "day": last_day.strftime("%d/%m/%Y")}
        )
    granted = task.extensions.filter(answer=ExtensionAnswer.GRANTED).count()
    if rules.extension_most and granted >= rules.extension_most:
        raise Refusal(gettext("Nhiệm vụ đã được gia hạn %(number)d lần, hết số lần cho phép.") % {"number": granted})
    return task.deadline


def may_answer(person: User) -> bool:
    """Whether the rules let ``person`` grant more time."""
    return has_role(person, INSTRUCTORS if current().extension_by == Granter.LEADER else CONFIRMERS)


@transaction.atomic
def grant_extension(
    *, task: Task, until: date, by: User, now: datetime, words: str = "", version: int | None = None
) -> Extension:
    """Move the deadline to ``until``; the first deadline and the count stay with the task."""
    task = lock(task, version)
    extension = _pending(task, by)
    if until <= extension.before:
        raise Refusal(
            gettext("Hạn mới phải sau hạn hiện tại %(day)s.") % {"day": extension.before.strftime("%d/%m/%Y")}
        )
    if task.parent is not None and task.parent.deadline is not None and until > task.parent.deadline:
        raise Refusal(
            gettext("Hạn của nhiệm vụ con không được sau hạn %(day)s của nhiệm vụ lớn.")
            % {"day": task.parent.deadline.strftime("%d/%m/%Y")}
        )
    _answer(extension, ExtensionAnswer.GRANTED, by, now, words, until)
    write(task, {"deadline": until}, action="extension_grant", by=by, now=now, extension=extension, words=words)
    return extension


@transaction.atomic
def refuse_extension(*, task: Task, reason: str, by: User, now: datetime, version: int | None = None) -> Extension:
    """Leave the deadline as it is, with a reason."""
    task = lock(task, version)
    extension = _pending(task, by)
    if not reason.strip():
        raise Refusal(gettext("Hãy ghi lý do không gia hạn."))
    _answer(extension, ExtensionAnswer.REFUSED, by, now, reason, None)
    write(task, {}, action="extension_refuse", by=by, now=now, extension=extension, reason=reason.strip())
    return extension


def _pending(task: Task, by: User) -> Extension:
    if not may_answer(by):
        raise Refusal(gettext("Theo quy định của văn phòng, lãnh đạo trả lời đề nghị gia hạn."))
    extension = task.extensions.filter(answer=ExtensionAnswer.PENDING).first()
    if extension is None:
        raise Refusal(gettext("Không có đề nghị gia hạn nào đang chờ trả lời; hãy tải lại trang."))
    if extension.by_id == by.pk:
        raise Refusal(gettext("Bạn đã xin gia hạn nên người khác phải trả lời."))
    return extension


def _answer(
    extension: Extension, answer: ExtensionAnswer, by: User, now: datetime, words: str, granted: date | None
) -> None:
    extension.answer, extension.answer_reason, extension.granted = answer, words.strip(), granted
    extension.answered_by, extension.answered_at = by, now
    extension.save(update_fields=["answer", "answer_reason", "granted", "answered_by", "answered_at"])
