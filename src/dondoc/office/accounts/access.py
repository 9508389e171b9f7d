"""What a role may do. Which rows a person sees is decided by ``access.visible`` of each app."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, cast

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext

from dondoc.office.accounts.models import Role, User

P = ParamSpec("P")
CONFIRMERS = frozenset({Role.OFFICE, Role.LEADER, Role.ADMIN})
ALL_ROWS = frozenset({Role.OFFICE, Role.LEADER, Role.ADMIN, Role.VIEWER})


def may_confirm(user: User | AnonymousUser) -> bool:
    """Whether the person may upload documents and decide about facts."""
    return isinstance(user, User) and user.is_active and user.role in CONFIRMERS


def sees_all(user: User) -> bool:
    """Whether the person sees the rows of every agency."""
    return user.is_active and user.role in ALL_ROWS


def signed_in(request: HttpRequest) -> User:
    """The person of the request; pages without sign-in never call it."""
    return cast(User, request.user)


def confirmers_only(
    view: Callable[Concatenate[HttpRequest, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """Let through only those who may decide about facts; others get 403."""

    @wraps(view)
    def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if not may_confirm(cast(User, request.user)):
            raise PermissionDenied(
                gettext("Bạn chỉ có quyền xem. Việc này do chuyên viên tổng hợp hoặc lãnh đạo thực hiện.")
            )
        return view(request, *args, **kwargs)

    return guarded
