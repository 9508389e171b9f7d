"""What a role may do. Which rows a person sees is decided by ``access.visible`` of each app.

Who acts for somebody absent has that person's role and agency too, for the stated days only.
"""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, cast

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from dondoc.office.accounts.models import Field, Role, User
from dondoc.office.agencies.models import Agency
from dondoc.office.asked_once import asked_once

P = ParamSpec("P")
CONFIRMERS = frozenset({Role.OFFICE, Role.LEADER, Role.ADMIN})
ALL_ROWS = frozenset({Role.OFFICE, Role.LEADER, Role.ADMIN})
INSTRUCTORS = frozenset({Role.LEADER, Role.ADMIN})


def standings(user: User) -> tuple[User, ...]:
    """The person, and everybody for whom the person acts today."""
    return (user, *user.stands_in_for)


def has_role(user: User | AnonymousUser, roles: frozenset[Role]) -> bool:
    """Whether the person holds one of ``roles``, their own or that of somebody for whom they act today."""
    return isinstance(user, User) and user.is_active and any(each.role in roles for each in standings(user))


def may_confirm(user: User | AnonymousUser) -> bool:
    """Whether the person may upload documents and decide about facts."""
    return has_role(user, CONFIRMERS)


def may_administer(user: User | AnonymousUser) -> bool:
    """Whether the person manages people, agencies and rules. Nobody does that by acting for somebody."""
    return isinstance(user, User) and user.is_active and user.role == Role.ADMIN


def sees_all(user: User) -> bool:
    """Whether the person sees the rows of every agency."""
    return user.is_active and any(_sees_all(each) for each in standings(user))


def _sees_all(person: User) -> bool:
    if person.role != Role.VIEWER:
        return person.role in ALL_ROWS
    return person.agency_id is None and not _sectors_by_field(person)


def agencies_in_sight(user: User) -> list[Agency]:
    """The agencies whose rows a person sees who does not see all: their own, and those of their fields."""
    found: dict[int, Agency] = {}
    for person in standings(user):
        if person.agency is not None and person.role in (Role.FOCAL, Role.VIEWER):
            found[person.agency.pk] = person.agency
        if person.role == Role.VIEWER:
            found |= {agency.pk: agency for agency in _agencies_of_fields(person)}
    return list(found.values())


def agencies_looked_after(user: User) -> list[Agency]:
    """The agencies of the fields for which the person, or somebody for whom they act, is responsible."""
    return list({agency.pk: agency for each in standings(user) for agency in _agencies_of_fields(each)}.values())


def sectors_in_sight(user: User) -> list[str]:
    """The sectors of indicators that the fields of a viewer hold."""
    viewers = [each for each in standings(user) if each.role == Role.VIEWER]
    return sorted({sector for each in viewers for sectors in _sectors_by_field(each) for sector in sectors})


def _sectors_by_field(person: User) -> list[list[str]]:
    """Of each field that the person has, the sectors."""
    held = Field.objects.filter(people=person).values_list("sectors", flat=True)
    return asked_once(("fields", person.pk), lambda: list(held))


def _agencies_of_fields(person: User) -> list[Agency]:
    held = Agency.objects.filter(fields__people=person)
    return asked_once(("agencies of fields", person.pk), lambda: list(held))


def agencies_owed_by(user: User) -> list[Agency]:
    """The agencies for which the person reports: as their focal person, or acting for one."""
    focal = (each for each in standings(user) if each.role == Role.FOCAL and each.agency is not None)
    return list({each.agency_id: each.agency for each in focal if each.agency is not None}.values())


def signed_in(request: HttpRequest) -> User:
    """The person of the request; pages without sign-in never call it."""
    return cast(User, request.user)


View = Callable[Concatenate[HttpRequest, P], HttpResponse]


def _only(may: Callable[[User | AnonymousUser], bool], words: str | Promise) -> Callable[[View[P]], View[P]]:
    def guard(view: View[P]) -> View[P]:
        @wraps(view)
        def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            if not may(cast(User, request.user)):
                raise PermissionDenied(str(words))
            return view(request, *args, **kwargs)

        return guarded

    return guard


def confirmers_only(view: View[P]) -> View[P]:
    """Let through only those who may decide about facts; others get 403."""
    words = gettext_lazy("Bạn chỉ có quyền xem. Việc này do chuyên viên tổng hợp hoặc lãnh đạo thực hiện.")
    return _only(may_confirm, words)(view)


def administrators_only(view: View[P]) -> View[P]:
    """Let through only administrators; others get 403."""
    return _only(may_administer, gettext_lazy("Trang này dành cho quản trị viên; hãy nhờ quản trị viên làm giúp."))(
        view
    )
