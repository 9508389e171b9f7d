"""Taking an account into use with a one-time code."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from dondoc.office.accounts import invitations
from dondoc.office.accounts.forms import CodeForm, FirstPasswordForm
from dondoc.office.accounts.limits import address_of, too_many
from dondoc.office.refusal import Refusal

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
