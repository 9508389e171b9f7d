"""Progress of an agency's part, and evidence of what was done."""

from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256

from django.core.files.base import File
from django.db import transaction
from django.utils.translation import gettext

from dondoc.office.accounts.models import User
from dondoc.office.agencies.models import Agency
from dondoc.office.documents.models import Document
from dondoc.office.refusal import Refusal
from dondoc.office.tasks.actions.acting import lock, still_open, write
from dondoc.office.tasks.actions.creating import today_of
from dondoc.office.tasks.models import Evidence, ProgressReport, Task, TaskState

EVIDENCE_LIMIT = 50 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Progress:
    """What an agency says about its part."""

    text: str
    share: int | None = None
    obstacles: str = ""
    proposals: str = ""
    part_done: bool = False


@transaction.atomic
def report_progress(
    *, task: Task, progress: Progress, agency: Agency | None, by: User | None, now: datetime, signed: str = ""
) -> ProgressReport:
    """Write down a report. ``signed``: who reported, where that was by a link without an account."""
    task = lock(task)
    still_open(task)
    if not progress.text.strip():
        raise Refusal(gettext("Báo cáo tiến độ còn trống; hãy ghi kết quả đến nay."))
    report = ProgressReport.objects.create(
        task=task,
        agency=agency,
        text=progress.text.strip(),
        share=progress.share,
        obstacles=progress.obstacles.strip(),
        proposals=progress.proposals.strip(),
        part_done=progress.part_done,
        by=by,
        signed=signed,
        at=now,
    )
    write(task, {}, action="report", by=by, now=now, report=report, agency=agency, text=report.text, share=report.share)
    return report


@dataclass(frozen=True, slots=True)
class Proof:
    """A file, a document by number and date, or a sentence of a document in the office."""

    day: date
    file: File[bytes] | None = None
    number: str = ""
    title: str = ""
    document: Document | None = None
    sentence: str = ""


@transaction.atomic
def add_evidence(
    *, task: Task, proof: Proof, agency: Agency | None, by: User | None, now: datetime, signed: str = ""
) -> Evidence:
    """Put evidence beside the task. A file bears the day on which it came in; a day in the future is refused."""
    task = lock(task)
    still_open(task)
    today = today_of(now)
    if proof.day > today:
        raise Refusal(gettext("Ngày của minh chứng ở tương lai; hãy ghi ngày không sau hôm nay."))
    if proof.file is None and not proof.number.strip() and proof.document is None:
        raise Refusal(gettext("Minh chứng còn trống; hãy chọn tệp hoặc ghi số và ngày của văn bản."))
    if proof.file is not None and (proof.file.size or 0) > EVIDENCE_LIMIT:
        raise Refusal(gettext("Tệp minh chứng lớn hơn 50 MB; hãy tách nhỏ hoặc nén lại."))
    evidence = Evidence.objects.create(
        task=task,
        agency=agency,
        file=proof.file or "",
        original_name=(proof.file.name or "")[-255:] if proof.file else "",
        size=proof.file.size if proof.file else 0,
        sha256=_digest(proof.file) if proof.file else "",
        number=proof.number.strip()[:100],
        day=today if proof.file is not None and not proof.number.strip() else proof.day,
        title=proof.title.strip()[:300],
        document=proof.document,
        sentence=proof.sentence,
        by=by,
        signed=signed,
        at=now,
    )
    write(task, {}, action="evidence", by=by, now=now, evidence=evidence, name=str(evidence), day=evidence.day)
    return evidence


def _digest(file: File[bytes]) -> str:
    whole = sha256()
    for chunk in file.chunks():
        whole.update(chunk)
    file.seek(0)
    return whole.hexdigest()


@transaction.atomic
def withdraw_evidence(*, evidence: Evidence, by: User | None, now: datetime) -> Evidence:
    """Say that evidence proves nothing. The file stays; what was handed in cannot lose its evidence."""
    task = lock(evidence.task)
    if task.state not in (TaskState.OPEN, TaskState.WAITING):
        raise Refusal(gettext("Kết quả đã nộp nên không bỏ được minh chứng; hãy rút kết quả lại trước."))
    evidence.withdrawn_at = now
    evidence.save(update_fields=["withdrawn_at"])
    write(task, {}, action="evidence_withdraw", by=by, now=now, evidence=evidence, name=str(evidence))
    return evidence
