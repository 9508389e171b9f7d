"""Mergers of a day to come: kept, shown, called off or planned again; on their day the worker carries them out.

Until then nothing of them is done: the agencies live, and everything is theirs.
"""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext

from dondoc.office.accounts.models import User
from dondoc.office.agencies.actions.merging import refuse_impossible
from dondoc.office.agencies.actions.moving import Chosen
from dondoc.office.agencies.actions.queueing import asked_of
from dondoc.office.agencies.merging import Plan
from dondoc.office.agencies.models import Agency, MergerJob
from dondoc.office.agencies.planned import planned
from dondoc.office.audit.actions import record
from dondoc.office.refusal import Refusal
from dondoc.office.tasks.actions.creating import today_of


@transaction.atomic
def plan_merger(*, plan: Plan, chosen: Chosen, rows: int, by: User, now: datetime) -> MergerJob:
    """Keep a merger for ``plan.day``. ``rows``: how many would move if it were today."""
    refuse_impossible(plan)
    _refuse_planned_twice(plan)
    job = MergerJob.objects.create(asked=asked_of(plan, chosen), rows=rows, day=plan.day, by=by, at=now)
    record(by=by, now=now, action="merger.plan", target=job, after=plan.plain() | {"rows": rows})
    return job


@transaction.atomic
def cancel_planned(*, job: MergerJob, by: User, now: datetime) -> MergerJob:
    """Call a planned merger off."""
    job = MergerJob.objects.select_for_update(of=("self",)).get(pk=job.pk)
    if not job.waits:
        raise Refusal(gettext("Việc sáp nhập này không còn chờ đến ngày nữa; hãy xem lại trang Sáp nhập."))
    job.cancelled_by, job.ended_at = by, now
    job.save(update_fields=["cancelled_by", "ended_at"])
    record(by=by, now=now, action="merger.call_off", target=job, after=Plan.from_plain(job.asked).plain())
    return job


@transaction.atomic
def plan_again(*, job: MergerJob, by: User, now: datetime) -> MergerJob:
    """Take back that a planned merger was called off; its day must still be to come."""
    job = MergerJob.objects.select_for_update(of=("self",)).get(pk=job.pk)
    if job.day is None or job.cancelled_by_id is None or job.day <= today_of(now):
        raise Refusal(gettext("Không hẹn lại được nữa; hãy lập việc sáp nhập mới."))
    plan = Plan.from_plain(job.asked)
    _refuse_planned_twice(plan)
    job.cancelled_by, job.ended_at = None, None
    job.save(update_fields=["cancelled_by", "ended_at"])
    record(by=by, now=now, action="merger.plan", target=job, after=plan.plain() | {"rows": job.rows})
    return job


def _refuse_planned_twice(plan: Plan) -> None:
    """An agency ends once: two plans for it cannot both be carried out."""
    list(Agency.objects.select_for_update(no_key=True).filter(pk__in=[each.pk for each in plan.earlier]))
    for agency in plan.earlier:
        for other in planned(agency):
            words = gettext("“%(name)s” đã hẹn sáp nhập từ ngày %(day)s; hãy hủy hẹn ấy trước.")
            raise Refusal(words % {"name": agency.name, "day": f"{other.plan.day:%d/%m/%Y}"})
