"""The only way to indicators and observations: what the person may see, nothing else."""

from django.db.models import Q, QuerySet
from django.shortcuts import get_object_or_404

from dondoc.office.accounts.access import agencies_in_sight, sectors_in_sight, sees_all
from dondoc.office.accounts.models import User
from dondoc.office.agencies.queries import standpoint
from dondoc.office.indicators.models import Indicator, Observation


def visible(user: User) -> QuerySet[Indicator]:
    """All indicators, or those that an agency in the person's sight owns or has figures of, and those of fields."""
    if sees_all(user):
        return Indicator.objects.all()
    place = standpoint(*agencies_in_sight(user)).agencies
    with_figures = Observation.objects.filter(agency__in=place).values("indicator")
    own = Q(owner__in=place) | Q(pk__in=with_figures) | Q(sector__in=sectors_in_sight(user))
    return Indicator.objects.filter(own)


def visible_observations(user: User) -> QuerySet[Observation]:
    """All observations, or those of indicators of the agencies and fields in sight, and these agencies' figures."""
    if sees_all(user):
        return Observation.objects.all()
    place = standpoint(*agencies_in_sight(user)).agencies
    of_fields = Q(indicator__sector__in=sectors_in_sight(user))
    return Observation.objects.filter(Q(indicator__owner__in=place) | Q(agency__in=place) | of_fields)


def get(user: User, pk: int) -> Indicator:
    """The indicator, or 404 where it does not exist or is another agency's."""
    return get_object_or_404(visible(user), pk=pk)
