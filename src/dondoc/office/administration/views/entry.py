"""How people sign in: who must have a second factor, who has none, and what holds for every password and session."""

import os

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from dondoc.office import openid
from dondoc.office.accounts.access import administrators_only, signed_in
from dondoc.office.accounts.demands import ROLES, without_second_factor
from dondoc.office.accounts.models import User
from dondoc.office.administration.forms import EntryForm
from dondoc.office.look.form_pages import done
from dondoc.office.rules import actions
from dondoc.office.rules.models import Rules, SecondFactor
from dondoc.office.rules.queries import current


@require_http_methods(["GET", "HEAD", "POST"])
@administrators_only
def entry(request: HttpRequest) -> HttpResponse:
    """The rule of the second factor, and the state of signing in."""
    rules = current()
    form = EntryForm(request.POST or None, rules=rules)

    def demand() -> Rules:
        of, grace = SecondFactor(form.cleaned_data["of"]), form.cleaned_data["grace"]
        return actions.demand_second_factor(of=of, grace=grace, by=signed_in(request), now=timezone.now())

    if done(form, demand) is not None:
        messages.success(request, gettext("Đã lưu quy định đăng nhập."))
        return redirect("admin:entry")
    people = User.objects.filter(is_active=True)
    providers = openid.apps(os.environ)
    context = {
        "form": form,
        "rules": rules,
        "people": people.count(),
        "without": without_second_factor(people).count(),
        "owing": without_second_factor(people, ROLES[rules.second_factor_by]).count(),
        "hours": settings.SESSION_COOKIE_AGE // 3600,
        "sessions": settings.DONDOC_MAX_SESSIONS,
        "provider": providers[0]["name"] if providers else "",
    }
    return render(request, "administration/entry.html", context, status=422 if form.errors else 200)
