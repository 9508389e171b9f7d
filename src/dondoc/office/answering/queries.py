"""What a link opens."""

from datetime import date, datetime, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet

from dondoc.office.agencies.models import Agency
from dondoc.office.agencies.queries import standpoint
from dondoc.office.answering.actions import digest
from dondoc.office.answering.models import TaskLink, TaskLinkUse
from dondoc.office.tasks import queries
from dondoc.office.tasks.models import Assignment, Task, TaskState

USES, MINUTES = 120, 10


def link_of(token: str) -> TaskLink | None:
    """The link whose secret ``token`` is, whether or not it still works."""
    return TaskLink.objects.select_related("agency").filter(token_hash=digest(token)).first()


def used_up(link: TaskLink, now: datetime) -> bool:
    """Whether the link was used too often in the last minutes."""
    since = now - timedelta(minutes=MINUTES)
    return TaskLinkUse.objects.filter(link=link, at__gte=since).count() >= USES


def tasks_of(link: TaskLink) -> QuerySet[Task]:
    """The link's tasks that still name its agency."""
    return link.tasks.filter(_names(link.agency))


def drawn(tasks: QuerySet[Task], today: date) -> QuerySet[Task]:
    """``tasks`` with everything that was reported about them, the most pressing first."""
    return queries.whole(queries.for_list(tasks, today)).order_by("deadline", "pk")


def offered(agency: Agency) -> QuerySet[Task]:
    """The tasks under way that a link for ``agency`` can hold."""
    return Task.objects.filter(_names(agency), state__in=(TaskState.OPEN, TaskState.WAITING))


def _names(agency: Agency) -> Exists:
    place = standpoint(agency)
    named = Q(agency__in=place.agencies) | Q(group__in=place.groups)
    return Exists(Assignment.objects.filter(named, task=OuterRef("pk")))
