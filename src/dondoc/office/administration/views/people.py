"""People: who may sign in, as what, from when to when, and who acts for whom."""

import base64

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from dondoc.office.accounts import invitations, people
from dondoc.office.accounts.access import administrators_only, signed_in
from dondoc.office.accounts.models import ActingFor, Field, User
from dondoc.office.administration import queries
from dondoc.office.administration.forms import ActingForm, FieldForm, PeopleFilter, PersonForm
from dondoc.office.agencies.views.editing import form_page
from dondoc.office.look.addresses import PAGE
from dondoc.office.refusal import Refusal

ROWS = 50


@require_safe
@administrators_only
def people_list(request: HttpRequest) -> HttpResponse:
    """Everybody, by filters of the address."""
    form = PeopleFilter(request.GET)
    page = Paginator(queries.people(form.chosen()), ROWS).get_page(request.GET.get(PAGE))
    context = {"form": form, "chips": form.chips(request.GET), "page": page, "today": timezone.localdate()}
    return render(request, "administration/people.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@administrators_only
def new_person(request: HttpRequest) -> HttpResponse:
    """A person more; afterwards they are invited."""
    form = PersonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = people.create_person(
                values=form.values(), fields=form.cleaned_data.get("fields_held", ()), by=signed_in(request),
                now=timezone.now(),
            )  # fmt: skip
            messages.success(request, gettext("Đã thêm; hãy gửi thư mời hoặc in phiếu tài khoản."))
            return redirect("admin:person", made.pk)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
    back = (reverse("admin:people"), gettext("Người dùng"))
    return form_page(request, form, gettext("Thêm người dùng"), gettext("Thêm"), back)


@require_safe
@administrators_only
def person(request: HttpRequest, pk: int) -> HttpResponse:
    """One person: what they are, how they sign in, who acts for them."""
    found = get_object_or_404(User.objects.select_related("agency"), pk=pk)
    now = timezone.now()
    context = {
        "person": found,
        "today": timezone.localdate(),
        "invitations": found.invitations.select_related("created_by")[:5],
        "acted_for": found.acted_for.select_related("person")[:20],
        "acting": found.acting.select_related("absent")[:20],
        "second_factors": Authenticator.objects.filter(user=found).exclude(type="recovery_codes").count(),
        "sessions": UserSession.objects.filter(user=found).count(),
        "now": now,
    }
    return render(request, "administration/person.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@administrators_only
def edit_person(request: HttpRequest, pk: int) -> HttpResponse:
    """The parts of a person."""
    found = get_object_or_404(User, pk=pk)
    form = PersonForm(request.POST or None, person=found)
    if request.method == "POST" and form.is_valid():
        try:
            people.change_person(
                person=found, values=form.values(), fields=form.cleaned_data.get("fields_held"),
                by=signed_in(request), now=timezone.now(),
            )  # fmt: skip
            messages.success(request, gettext("Đã lưu."))
            return redirect("admin:person", pk)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
    back = (reverse("admin:person", args=[pk]), str(found))
    return form_page(request, form, gettext("Sửa người dùng"), gettext("Lưu"), back)


@require_POST
@administrators_only
def set_active(request: HttpRequest, pk: int) -> HttpResponse:
    """Close an account or open it again."""
    active = request.POST.get("mo") == "1"
    try:
        people.set_active(
            person=get_object_or_404(User, pk=pk), active=active, by=signed_in(request), now=timezone.now()
        )
        messages.success(request, gettext("Đã mở lại tài khoản.") if active else gettext("Đã khóa tài khoản."))
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return redirect("admin:person", pk)


@require_POST
@administrators_only
def invite(request: HttpRequest, pk: int) -> HttpResponse:
    """A one-time code: sent by e-mail, or shown once to be printed. ``dat-lai``: the old password ends."""
    found = get_object_or_404(User, pk=pk)
    by_mail = request.POST.get("cach") == "thu"
    if by_mail and not found.email:
        messages.error(request, gettext("Người này chưa có thư điện tử; hãy in phiếu hoặc sửa để thêm."))
        return redirect("admin:person", pk)
    try:
        invitation, code = invitations.invite(
            person=found, by=signed_in(request), now=timezone.now(), reset=request.POST.get("dat-lai") == "1",
            sent_to=found.email if by_mail else "",
        )  # fmt: skip
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect("admin:person", pk)
    address = request.build_absolute_uri(reverse("accept_invitation", args=[code]))
    if by_mail:
        try:
            invitations.send(invitation, address)
            messages.success(request, gettext("Đã gửi thư mời đến %(email)s.") % {"email": found.email})
        except OSError:
            messages.error(request, gettext("Máy chủ thư không nhận; hãy in phiếu, hoặc xem lại cài đặt thư."))
        return redirect("admin:person", pk)
    context = {"person": found, "invitation": invitation, "code": code, "address": address, "qr": _qr(address)}
    context["enter"] = request.build_absolute_uri(reverse("enter_code"))
    answer = render(request, "administration/sheet.html", context)
    answer["Cache-Control"] = "no-store"
    return answer


def _qr(address: str) -> str:
    drawn: str = get_adapter().build_totp_svg(address)
    return "data:image/svg+xml;base64," + base64.b64encode(drawn.encode()).decode()


@require_POST
@administrators_only
def drop_second_factor(request: HttpRequest, pk: int) -> HttpResponse:
    """For somebody who has lost the phone or the key."""
    people.drop_second_factor(person=get_object_or_404(User, pk=pk), by=signed_in(request), now=timezone.now())
    messages.success(request, gettext("Đã gỡ xác thực hai lớp; người này đăng nhập lại bằng mật khẩu."))
    return redirect("admin:person", pk)


@require_http_methods(["GET", "HEAD", "POST"])
@administrators_only
def start_acting(request: HttpRequest, pk: int) -> HttpResponse:
    """Somebody acts for the person for some days."""
    absent = get_object_or_404(User, pk=pk)
    form = ActingForm(request.POST or None, absent=absent)
    if request.method == "POST" and form.is_valid():
        try:
            people.start_acting(absent=absent, by=signed_in(request), now=timezone.now(), **form.cleaned_data)
            messages.success(request, gettext("Đã ghi; trong những ngày ấy người làm thay thấy và làm được việc này."))
            return redirect("admin:person", pk)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
    back = (reverse("admin:person", args=[pk]), str(absent))
    title = gettext("Cử người làm thay %(name)s") % {"name": absent}
    return form_page(request, form, title, gettext("Lưu"), back)


@require_POST
@administrators_only
def end_acting(request: HttpRequest, pk: int) -> HttpResponse:
    """The acting ends now."""
    acting = get_object_or_404(ActingFor.objects.select_related("absent", "person"), pk=pk)
    people.end_acting(acting=acting, by=signed_in(request), now=timezone.now())
    messages.success(request, gettext("Đã thôi làm thay."))
    return redirect("admin:person", acting.absent_id)


@require_safe
@administrators_only
def field_list(request: HttpRequest) -> HttpResponse:
    """Fields of responsibility."""
    fields = Field.objects.prefetch_related("agencies", "people")
    page = Paginator(fields, ROWS).get_page(request.GET.get(PAGE))
    return render(request, "administration/fields.html", {"page": page})


@require_http_methods(["GET", "HEAD", "POST"])
@administrators_only
def edit_field(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """A field of responsibility, new or old."""
    field = get_object_or_404(Field, pk=pk) if pk is not None else None
    form = FieldForm(request.POST or None, field=field)
    if request.method == "POST" and form.is_valid():
        agencies = form.picked("agencies", timezone.localdate())
        try:
            if form.is_valid():
                people.save_field(
                    field=field, name=form.cleaned_data["name"], agencies=agencies,
                    sectors=form.cleaned_data["sectors"], by=signed_in(request), now=timezone.now(),
                )  # fmt: skip
                messages.success(request, gettext("Đã lưu lĩnh vực."))
                return redirect("admin:fields")
        except Refusal as refusal:
            form.add_error(None, str(refusal))
    title = gettext("Sửa lĩnh vực") if field else gettext("Thêm lĩnh vực")
    return form_page(request, form, title, gettext("Lưu"), (reverse("admin:fields"), gettext("Lĩnh vực")))
