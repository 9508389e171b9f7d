"""Adding, changing and ending agencies and groups: the administrator's."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from dondoc.office.accounts.access import administrators_only, signed_in
from dondoc.office.agencies import access
from dondoc.office.agencies.actions import editing
from dondoc.office.agencies.forms import AgencyForm, EndForm, GroupForm
from dondoc.office.agencies.models import AgencyGroup
from dondoc.office.look.forms import PlainForm
from dondoc.office.refusal import Refusal


def form_page(
    request: HttpRequest, form: PlainForm, title: str, button: str, back: tuple[str, str], **more: Any
) -> HttpResponse:
    """One form of one column, with a way back (address, words)."""
    status = 422 if form.errors else 200
    context = {"form": form, "title": title, "button": button, "back_url": back[0], "back": back[1], **more}
    return render(request, "administration/form.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@administrators_only
def new(request: HttpRequest) -> HttpResponse:
    """An agency more."""
    form = AgencyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = editing.create_agency(
                values=form.values(), aliases=form.other_names(), by=signed_in(request), now=timezone.now()
            )
            messages.success(request, gettext("Đã thêm cơ quan."))
            return redirect("agencies:show", made.pk)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
    back = (reverse("agencies:tree"), gettext("Cơ quan"))
    return form_page(request, form, gettext("Thêm cơ quan"), gettext("Thêm"), back)


@require_http_methods(["GET", "HEAD", "POST"])
@administrators_only
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """The parts of an agency."""
    agency = access.get(signed_in(request), pk)
    form = AgencyForm(request.POST or None, agency=agency)
    if request.method == "POST" and form.is_valid():
        try:
            editing.change_agency(
                agency=agency, values=form.values(), aliases=form.other_names(), by=signed_in(request),
                now=timezone.now(),
            )  # fmt: skip
            messages.success(request, gettext("Đã lưu."))
            return redirect("agencies:show", pk)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
    back = (reverse("agencies:show", args=[pk]), agency.name)
    return form_page(request, form, gettext("Sửa cơ quan"), gettext("Lưu"), back)


@require_http_methods(["GET", "HEAD", "POST"])
@administrators_only
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """The last day of an agency, and who takes over."""
    agency = access.get(signed_in(request), pk)
    form = EndForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        later = form.picked("later", timezone.localdate())
        try:
            if form.is_valid():
                editing.end_agency(
                    agency=agency, last_day=form.cleaned_data["last_day"], later=later,
                    decree=form.cleaned_data["decree"], by=signed_in(request), now=timezone.now(),
                )  # fmt: skip
                messages.success(request, gettext("Đã ghi ngày kết thúc hoạt động."))
                return redirect("agencies:show", pk)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
    back = (reverse("agencies:show", args=[pk]), agency.name)
    help_words = gettext("Việc đang làm vẫn hiện ở cơ quan kế thừa; muốn chuyển từng việc thì dùng Sáp nhập.")
    return form_page(
        request, form, gettext("Kết thúc hoạt động"), gettext("Kết thúc hoạt động"), back, help=help_words, ends=True
    )


@require_http_methods(["GET", "HEAD", "POST"])
@administrators_only
def new_group(request: HttpRequest) -> HttpResponse:
    """A group more."""
    return _group_form(request, None)


@require_http_methods(["GET", "HEAD", "POST"])
@administrators_only
def edit_group(request: HttpRequest, pk: int) -> HttpResponse:
    """The rule and the members of a group."""
    return _group_form(request, get_object_or_404(AgencyGroup, pk=pk))


def _group_form(request: HttpRequest, group: AgencyGroup | None) -> HttpResponse:
    form = GroupForm(request.POST or None, group=group)
    if request.method == "POST" and form.is_valid():
        members = form.picked("members", timezone.localdate())
        aliases = [line for line in form.cleaned_data["aliases"].splitlines() if line.strip()]
        try:
            if form.is_valid():
                saved = editing.save_group(
                    group=group, values=form.values(), members=members, aliases=aliases, by=signed_in(request),
                    now=timezone.now(),
                )  # fmt: skip
                messages.success(request, gettext("Đã lưu nhóm."))
                return redirect("agencies:group", saved.pk)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
    title = gettext("Sửa nhóm") if group else gettext("Thêm nhóm")
    return form_page(request, form, title, gettext("Lưu"), (reverse("agencies:groups"), gettext("Nhóm cơ quan")))
