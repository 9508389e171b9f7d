"""Mergers of many rows, and planned ones: done by the worker in one transaction, looked at by their page."""

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext

from dondoc.office.accounts.models import User
from dondoc.office.agencies.actions.merging import merge, undo_merger
from dondoc.office.agencies.actions.moving import Chosen
from dondoc.office.agencies.background import merge_in_background
from dondoc.office.agencies.merging import Plan
from dondoc.office.agencies.models import Merger, MergerJob
from dondoc.office.audit.actions import record
from dondoc.office.refusal import Refusal
from dondoc.office.reminders.telling import tell_of_work
from dondoc.office.tasks.actions.creating import today_of

# More rows than that take longer than a second on a small machine.
QUICK = 2000
STUCK_AFTER = timedelta(minutes=10)


@transaction.atomic
def queue_merger(*, plan: Plan, chosen: Chosen, rows: int, by: User, now: datetime) -> MergerJob:
    """Hand a merger to the worker."""
    job = MergerJob.objects.create(asked=asked_of(plan, chosen), rows=rows, by=by, at=now, queued_at=now)
    record(by=by, now=now, action="merger.queue", target=job, after=plan.plain() | {"rows": rows})
    merge_in_background.enqueue(job.pk)
    return job


@transaction.atomic
def queue_undo(*, merger: Merger, by: User, now: datetime) -> MergerJob:
    """Hand the way back to the worker."""
    job = MergerJob.objects.create(undo_of=merger, rows=rows_of(merger), by=by, at=now, queued_at=now)
    record(by=by, now=now, action="merger.queue_undo", target=job, after={"merger": merger.pk, "rows": job.rows})
    merge_in_background.enqueue(job.pk)
    return job


def asked_of(plan: Plan, chosen: Chosen) -> dict[str, Any]:
    """What a job keeps of a merger."""
    rows = [[kind, pk, heir] for (kind, pk), heir in chosen.items()]
    return plan.plain() | {"last_days": plan.last_days(), "chosen": rows}


def rows_of(merger: Merger) -> int:
    """How many rows the merger moved."""
    return sum(len(merger.changed[name]) for name in ("assignments", "indicators", "people"))


def work_off(*, job_pk: int, now: datetime) -> MergerJob:
    """Do what the job asks, once: that it is done is written in the transaction of the merger itself."""
    try:
        with transaction.atomic():
            job = MergerJob.objects.select_for_update(of=("self",)).select_related("by").get(pk=job_pk)
            if job.ended_at is None:
                job.merger, job.ended_at = _done(job, now), now
                job.save(update_fields=["merger", "ended_at"])
                _tell(job, now)
    except Refusal as refusal:
        job.merger, job.ended_at, job.failure = None, now, str(refusal)[:300]
        with transaction.atomic():
            job.save(update_fields=["ended_at", "failure"])
            record(by=job.by, now=now, action="merger.refused", target=job, after={"failure": job.failure})
            _tell(job, now)
    return job


def _tell(job: MergerJob, now: datetime) -> None:
    """Whoever asked for it has long gone on with something else."""
    done = gettext("Đã hoàn tác sáp nhập: %(later)s") if job.undo_of else gettext("Đã sáp nhập vào %(later)s")
    words = done if job.merger else gettext("Không sáp nhập được: %(failure)s")
    said = {"later": job.merger.later if job.merger else "", "failure": job.failure}
    address = reverse("agencies:merger_job", args=[job.pk])
    tell_of_work(person=job.by_id, words=words % said, address=address, now=now)


def _done(job: MergerJob, now: datetime) -> Merger:
    if job.undo_of is not None:
        return undo_merger(merger=job.undo_of, by=job.by, now=now)
    chosen = {(kind, pk): heir for kind, pk, heir in job.asked["chosen"]}
    return merge(plan=Plan.from_plain(job.asked), chosen=chosen, by=job.by, now=now)


def requeue_unfinished(*, now: datetime, all_of_them: bool = False) -> int:
    """Queue what was planned for a day that has come, and again what a killed worker left undone. How many.

    ``all_of_them``: at start, when no worker can be at it; otherwise only what has stood for ten minutes.
    """
    left = MergerJob.objects.filter(Q(day__isnull=True) | Q(day__lte=today_of(now)), ended_at__isnull=True)
    if not all_of_them:
        left = left.filter(Q(queued_at__isnull=True) | Q(queued_at__lt=now - STUCK_AFTER))
    keys = list(left.order_by("day", "pk").values_list("pk", flat=True))
    for pk in keys:
        with transaction.atomic():
            MergerJob.objects.filter(pk=pk).update(queued_at=now)
            merge_in_background.enqueue(pk)
    return len(keys)
