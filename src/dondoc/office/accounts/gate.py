"""The gate before every page: who may not enter today is signed out, who owes something is led to where it is done."""

from collections.abc import Callable
from typing import Any
from urllib.parse import quote

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from dondoc.office.accounts.demands import second_factor_owed
from dondoc.office.accounts.models import User

PUT_OFF = "second_factor_put_off"
# Where a person does what is owed, proves who they are, or leaves.
WAYS = frozenset({"account_logout", "account_change_password", "account_reauthenticate", "second_factor_owed"})


class EntryMiddleware:
    """Ends the session of an account that is closed, not yet valid or not valid any more; then asks what is owed.

    A password that somebody else has seen comes first; then the second factor, which can be put off for the days that
    the office grants, once a session.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if isinstance(request.user, User) and not request.user.may_enter(timezone.localdate()):
            logout(request)
            return redirect("account_inactive")
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        """The way to what the person owes, instead of the page that was asked for."""
        person, name = request.user, request.resolver_match.url_name if request.resolver_match else None
        if not isinstance(person, User) or not getattr(view, "login_required", True) or name in WAYS:
            return None
        if person.must_change_password:
            return _led(request, reverse("account_change_password"))
        if (name or "").startswith("mfa_"):
            return None
        put_off = request.session.get(PUT_OFF, "")
        today = timezone.localdate()
        owed = second_factor_owed(person, today) if put_off < today.isoformat() else None
        if owed is None or not (owed.over or _opens_a_page(request)):
            return None
        back = request.get_full_path() if _opens_a_page(request) else "/"
        return _led(request, f"{reverse('second_factor_owed')}?next={quote(back)}")


def _opens_a_page(request: HttpRequest) -> bool:
    return request.method == "GET" and "HX-Request" not in request.headers


def _led(request: HttpRequest, address: str) -> HttpResponse:
    if "HX-Request" in request.headers:
        return HttpResponse(status=204, headers={"HX-Redirect": address})
    return redirect(address)
