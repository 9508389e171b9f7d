"""Instructions of leaders with their replies, comments with mentions, and watching."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext

from dondoc.office.accounts.models import User
from dondoc.office.refusal import Refusal
from dondoc.office.reminders.models import Level
from dondoc.office.reminders.telling import tell
from dondoc.office.tasks.access import visible
from dondoc.office.tasks.actions.acting import lock, write
from dondoc.office.tasks.actions.creating import today_of
from dondoc.office.tasks.mentioning import named_in
from dondoc.office.tasks.models import Comment, Instruction, Task, Watch


@transaction.atomic
def instruct(*, task: Task, text: str, reply_due: date | None, by: User, now: datetime) -> Instruction:
    """A leader's word on the task."""
    task = lock(task)
    if not text.strip():
        raise Refusal(gettext("Ý kiến chỉ đạo còn trống."))
    if reply_due is not None and reply_due < today_of(now):
        raise Refusal(gettext("Ngày phải trả lời đã qua; hãy ghi từ hôm nay trở đi, hoặc để trống."))
    instruction = Instruction.objects.create(task=task, text=text.strip(), reply_due=reply_due, by=by, at=now)
    write(task, {}, action="instruct", by=by, now=now, instruction=instruction, text=text.strip(), reply_due=reply_due)
    return instruction


@transaction.atomic
def reply(*, instruction: Instruction, text: str, by: User, now: datetime) -> Instruction:
    """The answer to an instruction, once."""
    task = lock(instruction.task)
    instruction = Instruction.objects.select_for_update(of=("self",)).get(pk=instruction.pk)
    if not text.strip():
        raise Refusal(gettext("Nội dung trả lời còn trống."))
    if instruction.replied_at is not None:
        raise Refusal(gettext("Ý kiến này đã được trả lời; hãy dùng phần Trao đổi để nói thêm."))
    instruction.reply, instruction.replied_by, instruction.replied_at = text.strip(), by, now
    instruction.save(update_fields=["reply", "replied_by", "replied_at"])
    write(task, {}, action="reply", by=by, now=now, instruction=instruction, text=text.strip())
    return instruction


@transaction.atomic
def comment(*, task: Task, text: str, by: User, now: datetime) -> Comment:
    """A remark. "@tên" of a person who has an account mentions that person."""
    task = lock(task)
    if not text.strip():
        raise Refusal(gettext("Nội dung trao đổi còn trống."))
    made = Comment.objects.create(task=task, text=text.strip(), by=by, at=now)
    named = User.objects.filter(username__in=named_in(text), is_active=True)
    made.mentions.set(named)
    in_sight = [person.pk for person in named if visible(person).filter(pk=task.pk).exists()]
    tell(
        people=in_sight,
        task=task,
        level=Level.MENTION,
        words=gettext("%(who)s nhắc đến bạn") % {"who": by},
        by=by,
        now=now,
    )
    write(task, {}, action="comment", by=by, now=now, comment=made, text=made.text)
    return made


@transaction.atomic
def watch(*, task: Task, on: bool, by: User, now: datetime) -> None:
    """Begin or end watching; it changes nothing about the task itself."""
    task = lock(task)
    if on:
        Watch.objects.get_or_create(task=task, person=by)
    else:
        Watch.objects.filter(task=task, person=by).delete()
    write(task, {}, action="watch" if on else "unwatch", by=by, now=now)
