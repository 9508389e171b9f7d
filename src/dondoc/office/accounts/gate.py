"""Whoever may not enter today is signed out with the next page, however they got in."""

from collections.abc import Callable

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from dondoc.office.accounts.models import User


class EntryMiddleware:
    """Ends the session of an account that is closed, not yet valid or not valid any more."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if isinstance(request.user, User) and not request.user.may_enter(timezone.localdate()):
            logout(request)
            return redirect("account_inactive")
        return self.get_response(request)
