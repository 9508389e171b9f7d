"""Issuing a review of tasks: from then on its numbers stand as they were."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from dondoc.office.accounts.models import User
from dondoc.office.audit.actions import record
from dondoc.office.tasks.actions.creating import today_of
from dondoc.office.tasks.models import Review, Task
from dondoc.office.tasks.reviewing import Way, review_so

TRIES = 9


@transaction.atomic
def issue_review(*, tasks: QuerySet[Task], scope: str, by: User, now: datetime, way: Way = Way.AGENCY) -> Review:
    """Count ``tasks`` today and freeze the numbers under the next code of the year ("RS-2026-007")."""
    today = today_of(now)
    numbers = review_so(way, tasks, today).frozen()
    for left in reversed(range(TRIES)):
        code = _next_code(today.year)
        try:
            with transaction.atomic():
                issued = Review.objects.create(code=code, as_of=today, scope=scope[:300], by=by, at=now, **numbers)
        except IntegrityError:
            # Somebody issued one at the same moment: theirs has that code, ours has the next.
            if not left:
                raise
        else:
            break
    record(by=by, now=now, action="review.issue", target=issued, after={"code": issued.code, "scope": scope})
    return issued


def _next_code(year: int) -> str:
    before = Review.objects.filter(code__startswith=f"RS-{year}-").order_by("-code").first()
    return f"RS-{year}-{int(before.code.rpartition('-')[2]) + 1 if before else 1:03}"
