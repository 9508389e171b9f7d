"""Handing a result in, accepting it or sending it back: by two different people."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext

from dondoc.office.accounts.models import User
from dondoc.office.agencies.models import Agency
from dondoc.office.refusal import Refusal
from dondoc.office.tasks.actions.acting import lock, write
from dondoc.office.tasks.actions.creating import today_of
from dondoc.office.tasks.models import (
    Extension,
    ExtensionAnswer,
    Grade,
    Submission,
    SubmissionAnswer,
    Task,
    TaskState,
)


@transaction.atomic
def submit(
    *,
    task: Task,
    summary: str,
    agency: Agency | None,
    by: User | None,
    now: datetime,
    version: int | None = None,
    signed: str = "",
) -> Submission:
    """Hand the result in. There must be evidence; its latest day decides whether the task was done on time."""
    task = lock(task, version)
    if task.state not in (TaskState.OPEN, TaskState.WAITING):
        raise Refusal(
            gettext("Nhiệm vụ đang ở tình trạng “%(state)s” nên không nộp được kết quả.")
            % {"state": task.get_state_display()}
        )
    days = list(task.evidence.filter(withdrawn_at__isnull=True).values_list("day", flat=True))
    if not days:
        raise Refusal(gettext("Chưa có minh chứng; hãy đính kèm tệp hoặc ghi số và ngày văn bản trước khi nộp."))
    unfinished = task.subtasks.exclude(state__in=(TaskState.DONE, TaskState.CANCELLED)).count()
    if unfinished:
        raise Refusal(
            gettext("Còn %(number)d nhiệm vụ con chưa xong; hãy hoàn thành hoặc dừng chúng trước.")
            % {"number": unfinished}
        )
    submission = Submission.objects.create(
        task=task, agency=agency, summary=summary.strip(), day=max(days), by=by, signed=signed, at=now
    )
    values = {"state": TaskState.SUBMITTED, "submitted_on": today_of(now), "returned_reason": "", "waiting_for": ""}
    write(task, values, action="submit", by=by, now=now, submission=submission, day=submission.day)
    return submission


@transaction.atomic
def take_back(*, task: Task, by: User, now: datetime, version: int | None = None) -> Submission:
    """The agency takes its result back before anybody has answered."""
    task = lock(task, version)
    submission = _pending(task)
    _answer(submission, SubmissionAnswer.TAKEN_BACK, by, now)
    write(task, {"state": TaskState.OPEN, "submitted_on": None}, action="take_back", by=by, now=now)
    return submission


@transaction.atomic
def accept(
    *, task: Task, grade: Grade, by: User, now: datetime, words: str = "", version: int | None = None
) -> Submission:
    """Accept what was handed in. Nobody accepts what they handed in themselves."""
    task = lock(task, version)
    submission = _pending(task)
    if submission.by_id == by.pk:
        raise Refusal(gettext("Bạn đã nộp kết quả này nên người khác phải nghiệm thu."))
    _answer(submission, SubmissionAnswer.ACCEPTED, by, now, reason=words.strip(), grade=grade)
    values = {"state": TaskState.DONE, "finished_on": submission.day, "grade": grade}
    write(task, values, action="accept", by=by, now=now, submission=submission)
    pending = Extension.objects.filter(task=task, answer=ExtensionAnswer.PENDING)
    pending.update(answer=ExtensionAnswer.REFUSED, answer_reason=gettext("Nhiệm vụ đã hoàn thành."), answered_at=now)
    return submission


@transaction.atomic
def return_result(*, task: Task, reason: str, by: User, now: datetime, version: int | None = None) -> Submission:
    """Send the result back with a reason; the task is open again and its deadline runs on."""
    task = lock(task, version)
    submission = _pending(task)
    if not reason.strip():
        raise Refusal(gettext("Hãy ghi lý do trả lại để cơ quan biết cần làm gì."))
    _answer(submission, SubmissionAnswer.RETURNED, by, now, reason=reason.strip())
    values = {"state": TaskState.OPEN, "submitted_on": None, "returned_reason": reason.strip()}
    write(task, values, action="return", by=by, now=now, submission=submission, reason=reason.strip())
    return submission


@transaction.atomic
def reopen(*, task: Task, reason: str, by: User, now: datetime, version: int | None = None) -> Task:
    """Open a task again that was done or stopped."""
    task = lock(task, version)
    if task.state not in (TaskState.DONE, TaskState.CANCELLED):
        raise Refusal(gettext("Nhiệm vụ đang mở; không cần mở lại."))
    if not reason.strip():
        raise Refusal(gettext("Hãy ghi lý do mở lại nhiệm vụ."))
    values: dict[str, str | date | None] = {
        "state": TaskState.OPEN,
        "submitted_on": None,
        "finished_on": None,
        "grade": "",
        "cancelled_reason": "",
        "returned_reason": reason.strip(),
    }
    return write(task, values, action="reopen", by=by, now=now, reason=reason.strip())


def _pending(task: Task) -> Submission:
    submission = task.submissions.filter(answer=SubmissionAnswer.PENDING).first()
    if submission is None:
        raise Refusal(gettext("Nhiệm vụ không có kết quả nào đang chờ nghiệm thu; hãy tải lại trang."))
    return submission


def _answer(
    submission: Submission, answer: SubmissionAnswer, by: User, now: datetime, reason: str = "", grade: str = ""
) -> None:
    submission.answer, submission.reason, submission.grade = answer, reason, grade
    submission.answered_by, submission.answered_at = by, now
    submission.save(update_fields=["answer", "reason", "grade", "answered_by", "answered_at"])
