"""The only way to a task: what the person may see, nothing else."""

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.shortcuts import get_object_or_404

from dondoc.office.accounts.access import agencies_in_sight, sees_all
from dondoc.office.accounts.models import User
from dondoc.office.agencies.queries import standpoint
from dondoc.office.tasks.models import Assignment, Task


def visible(user: User) -> QuerySet[Task]:
    """All tasks, or those that name an agency in the person's sight, one it succeeded, or a group it belongs to."""
    if sees_all(user):
        return Task.objects.all()
    agencies = agencies_in_sight(user)
    if not agencies:
        return Task.objects.none()
    place = standpoint(*agencies)
    own = Assignment.objects.filter(Q(agency__in=place.agencies) | Q(group__in=place.groups), task=OuterRef("pk"))
    return Task.objects.filter(Exists(own))


def get(user: User, pk: int) -> Task:
    """The task, or 404 where it does not exist or is another agency's."""
    return get_object_or_404(visible(user), pk=pk)
