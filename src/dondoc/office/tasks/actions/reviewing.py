"""Issuing a review of tasks: from then on its numbers stand as they were."""

from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from dondoc.office.accounts.models import User
from dondoc.office.audit.actions import record
from dondoc.office.tasks.actions.creating import today_of
from dondoc.office.tasks.models import Review, Task
from dondoc.office.tasks.reviewing import review


@transaction.atomic
def issue_review(*, tasks: QuerySet[Task], scope: str, by: User, now: datetime) -> Review:
    """Count ``tasks`` today and freeze the numbers under the next code of the year ("RS-2026-007")."""
    today = today_of(now)
    before = Review.objects.select_for_update().filter(code__startswith=f"RS-{today.year}-").order_by("-code").first()
    number = int(before.code.rpartition("-")[2]) + 1 if before else 1
    issued = Review.objects.create(
        code=f"RS-{today.year}-{number:03}",
        as_of=today,
        scope=scope[:300],
        by=by,
        at=now,
        **review(tasks, today).frozen(),
    )
    record(by=by, now=now, action="review.issue", target=issued, after={"code": issued.code, "scope": scope})
    return issued
