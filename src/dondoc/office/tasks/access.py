"""The only way to a task: what the person may see, nothing else."""

from typing import Any

from django.db.models import Q, QuerySet
from django.shortcuts import get_object_or_404

from dondoc.office.accounts.access import agencies_in_sight, sees_all
from dondoc.office.accounts.models import User
from dondoc.office.agencies.queries import Standpoint, standpoint
from dondoc.office.tasks.models import Task
from dondoc.office.tasks.sight import rows_of, sight, whole_office


def visible(user: User) -> QuerySet[Task]:
    """All tasks, or those that name an agency in the person's sight, one it succeeded, or a group it belongs to."""
    if sees_all(user):
        return whole_office()
    agencies = agencies_in_sight(user)
    if not agencies:
        return Task.objects.none()
    return sight(standpoint(*agencies)).tasks()


def of_place(tasks: QuerySet[Task], place: Standpoint) -> QuerySet[Task]:
    """Those of ``tasks`` that name ``place``."""
    if not tasks.query.where:
        return sight(place).tasks()
    return tasks.filter(named_by(place))


def named_by(place: Standpoint, **conditions: Any) -> Q:
    """Tasks with an assignment of ``place`` that meets ``conditions``."""
    # From their rows to their tasks: the other way round every task of the office would be looked at.
    return Q(pk__in=rows_of(place, **conditions).values("task"))


def get(user: User, pk: int) -> Task:
    """The task, or 404 where it does not exist or is another agency's."""
    return get_object_or_404(visible(user), pk=pk)
