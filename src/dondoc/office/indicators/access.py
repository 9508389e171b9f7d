"""The only way to indicators and observations: what the person may see, nothing else."""

from django.db.models import Q, QuerySet
from django.shortcuts import get_object_or_404

from dondoc.office.accounts.access import sees_all
from dondoc.office.accounts.models import User
from dondoc.office.agencies.queries import standpoint
from dondoc.office.indicators.models import Indicator, Observation


def visible(user: User) -> QuerySet[Indicator]:
    """All indicators, or for a focal person those that the agency owns or has figures of."""
    if sees_all(user):
        return Indicator.objects.all()
    if user.agency is None:
        return Indicator.objects.none()
    place = standpoint(user.agency).agencies
    with_figures = Observation.objects.filter(agency__in=place).values("indicator")
    return Indicator.objects.filter(Q(owner__in=place) | Q(pk__in=with_figures))


def visible_observations(user: User) -> QuerySet[Observation]:
    """All observations, or for a focal person those of its own indicators and its own figures."""
    if sees_all(user):
        return Observation.objects.all()
    if user.agency is None:
        return Observation.objects.none()
    place = standpoint(user.agency).agencies
    return Observation.objects.filter(Q(indicator__owner__in=place) | Q(agency__in=place))


def get(user: User, pk: int) -> Indicator:
    """The indicator, or 404 where it does not exist or is another agency's."""
    return get_object_or_404(visible(user), pk=pk)
