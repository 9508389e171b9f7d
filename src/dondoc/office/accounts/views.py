"""Ways in: a one-time code, single sign-on; and the second factor that the office asks for."""

import logging

from allauth.socialaccount.providers.openid_connect import views as openid
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods
from requests import RequestException

from dondoc.office.accounts import invitations
from dondoc.office.accounts.access import signed_in
from dondoc.office.accounts.demands import second_factor_owed
from dondoc.office.accounts.forms import CodeForm, FirstPasswordForm
from dondoc.office.accounts.gate import PUT_OFF
from dondoc.office.accounts.limits import address_of, too_many
from dondoc.office.refusal import Refusal

logger = logging.getLogger("dondoc.accounts")
TRIES, SECONDS = 20, 600


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_not_required
def enter_code(request: HttpRequest) -> HttpResponse:
    """The code of a printed sheet."""
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return redirect("accept_invitation", form.cleaned_data["code"])
    return render(request, "account/enter_code.html", {"form": form}, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_not_required
@sensitive_post_parameters()
def accept_invitation(request: HttpRequest, code: str) -> HttpResponse:
    """The person behind a code sets the password."""
    now = timezone.now()
    invitation = invitations.open_invitation(code, now)
    if invitation is None:
        busy = too_many("invitation", address_of(request), most=TRIES, seconds=SECONDS)
        return render(request, "account/invitation_over.html", {"busy": busy}, status=429 if busy else 404)
    form = FirstPasswordForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            invitations.accept(code=code, password=form.cleaned_data["password1"], now=now)
            messages.success(request, gettext("Đã đặt mật khẩu; hãy đăng nhập."))
            return redirect("account_login")
        except ValidationError as error:
            form.add_error("password1", error)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
    context = {"form": form, "person": invitation.person}
    return render(request, "account/accept_invitation.html", context, status=422 if form.errors else 200)


@login_not_required
def single_sign_on(request: HttpRequest, provider_id: str) -> HttpResponse:
    """On to the province's provider; where that is away, words instead of an error."""
    try:
        answer: HttpResponse = openid.login(request, provider_id)
    except RequestException:
        logger.warning("the provider of single sign-on did not answer", exc_info=True)
        return render(request, "socialaccount/authentication_error.html", status=503)
    return answer


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def owed_second_factor(request: HttpRequest) -> HttpResponse:
    """The second factor that the office asks of the person: where to set it up, and for some days "later"."""
    today = timezone.localdate()
    owed = second_factor_owed(signed_in(request), today)
    wanted = request.GET.get("next", "")
    onward = wanted if url_has_allowed_host_and_scheme(wanted, {request.get_host()}, request.is_secure()) else "/"
    if owed is None:
        return redirect(onward)
    if request.method == "POST" and not owed.over:
        request.session[PUT_OFF] = today.isoformat()
        return redirect(onward)
    return render(request, "account/second_factor_owed.html", {"owed": owed})
