"""The only way to an agency's page. The list of names is open to whoever signs in; what an agency does is not."""

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from dondoc.office.accounts.access import agencies_in_sight, sees_all
from dondoc.office.accounts.models import User
from dondoc.office.agencies.models import Agency
from dondoc.office.agencies.queries import standpoint


def visible(user: User) -> QuerySet[Agency]:
    """All agencies, or those in the person's sight and the ones that they succeeded."""
    if sees_all(user):
        return Agency.objects.all()
    return Agency.objects.filter(pk__in=standpoint(*agencies_in_sight(user)).agencies)


def get(user: User, pk: int) -> Agency:
    """The agency, or 404 where it does not exist or is another's."""
    return get_object_or_404(visible(user).select_related("parent"), pk=pk)
