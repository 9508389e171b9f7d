"""People: who may sign in, as what, from when to when, and who acts for whom."""

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from dondoc.office.accounts import invitations, people
from dondoc.office.accounts.access import administrators_only, signed_in
from dondoc.office.accounts.demands import second_factor_owed
from dondoc.office.accounts.models import ActingFor, User
from dondoc.office.administration import queries
from dondoc.office.administration.forms import ActingForm, PeopleFilter, PersonForm
from dondoc.office.administration.sheets import as_letter, as_picture
from dondoc.office.look.addresses import PAGE
from dondoc.office.look.downloads import DOCX, download
from dondoc.office.look.form_pages import done, form_page
from dondoc.office.refusal import Refusal
from dondoc.office.rules.queries import current

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

    def create() -> User:
        fields = form.cleaned_data.get("fields_held", ())
        return people.create_person(values=form.values(), fields=fields, by=signed_in(request), now=timezone.now())

    if (made := done(form, create)) is not None:
        messages.success(request, gettext("Đã thêm; hãy gửi thư mời hoặc in phiếu tài khoản."))
        return redirect("admin:person", made.pk)
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
        "owed": second_factor_owed(found, timezone.localdate()),
        "now": now,
    }
    return render(request, "administration/person.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@administrators_only
def edit_person(request: HttpRequest, pk: int) -> HttpResponse:
    """The parts of a person."""
    found = get_object_or_404(User, pk=pk)
    form = PersonForm(request.POST or None, person=found)

    def change() -> User:
        return people.change_person(
            person=found, values=form.values(), fields=form.cleaned_data.get("fields_held"), by=signed_in(request),
            now=timezone.now(),
        )  # fmt: skip

    if done(form, change) is not None:
        messages.success(request, gettext("Đã lưu."))
        return redirect("admin:person", pk)
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
    context = {"person": found, "invitation": invitation, "code": code, "qr": as_picture(address)}
    context["enter"] = request.build_absolute_uri(reverse("enter_code"))
    answer = render(request, "administration/sheet.html", context)
    answer["Cache-Control"] = "no-store"
    return answer


@require_POST
@administrators_only
def sheet(request: HttpRequest, pk: int) -> HttpResponse:
    """The sheet just shown, as .docx: the page that shows the code sends it along, the office has not kept it."""
    now, code = timezone.now(), request.POST.get("code", "")
    invitation = invitations.open_invitation(code, now)
    if invitation is None or invitation.person_id != pk:
        raise Http404
    content = as_letter(
        invitation, code, address=request.build_absolute_uri(reverse("accept_invitation", args=[code])),
        enter=request.build_absolute_uri(reverse("enter_code")), rules=current(), now=now,
    )  # fmt: skip
    answer = download(content, f"phieu-{invitation.person.username}.docx", DOCX)
    answer["Cache-Control"] = "no-store"
    return answer


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

    def start() -> ActingFor:
        return people.start_acting(absent=absent, by=signed_in(request), now=timezone.now(), **form.cleaned_data)

    if done(form, start) is not None:
        messages.success(request, gettext("Đã ghi; trong những ngày ấy người làm thay thấy và làm được việc này."))
        return redirect("admin:person", pk)
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
