"""What a link opens."""

from datetime import date, datetime, timedelta

from dondoc.office.agencies.models import Agency
from dondoc.office.agencies.queries import standpoint
from dondoc.office.answering.actions import digest
from dondoc.office.answering.models import TaskLink, TaskLinkUse
from dondoc.office.tasks import queries
from dondoc.office.tasks.models import Assignment, Task, TaskState

USES, MINUTES = 120, 10
MOST = 200


def link_of(token: str) -> TaskLink | None:
    """The link whose secret ``token`` is, whether or not it still works."""
    return TaskLink.objects.select_related("agency").filter(token_hash=digest(token)).first()


def used_up(link: TaskLink, now: datetime) -> bool:
    """Whether the link was used too often in the last minutes."""
    since = now - timedelta(minutes=MINUTES)
    return TaskLinkUse.objects.filter(link=link, at__gte=since).count() >= USES


def tasks_of(link: TaskLink, today: date) -> list[Task]:
    """The link's tasks that still name its agency, with everything that was reported about them."""
    place = standpoint(link.agency)
    found = queries.whole(queries.for_list(link.tasks.all(), today)).order_by("deadline", "pk")
    return [
        task
        for task in found
        if any(row.agency_id in place.agencies or row.group_id in place.groups for row in task.assignments.all())
    ]


def offered(agency: Agency, today: date) -> list[Task]:
    """The tasks under way that a link for ``agency`` can hold, the most pressing ones."""
    place = standpoint(agency)
    named = Assignment.objects.filter(agency__in=place.agencies) | Assignment.objects.filter(group__in=place.groups)
    under_way = Task.objects.filter(pk__in=named.values("task"), state__in=(TaskState.OPEN, TaskState.WAITING))
    return list(queries.for_list(under_way, today).order_by("deadline", "pk")[:MOST])
