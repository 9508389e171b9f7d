"""Adding, changing and ending agencies and groups: the administrator's."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from dondoc.office.accounts.access import administrators_only, signed_in
from dondoc.office.agencies import access
from dondoc.office.agencies.actions import editing
from dondoc.office.agencies.forms import AgencyForm, EndForm, GroupForm, LiveAgainForm
from dondoc.office.agencies.models import Agency, AgencyGroup
from dondoc.office.look.form_pages import done, form_page
from dondoc.office.look.undoing import say_undoable


@require_http_methods(["GET", "HEAD", "POST"])
@administrators_only
def new(request: HttpRequest) -> HttpResponse:
    """An agency more."""
    form = AgencyForm(request.POST or None)

    def create() -> Agency:
        return editing.create_agency(
            values=form.values(), aliases=form.other_names(), by=signed_in(request), now=timezone.now()
        )

    if (made := done(form, create)) is not None:
        messages.success(request, gettext("Đã thêm cơ quan."))
        return redirect("agencies:show", made.pk)
    back = (reverse("agencies:tree"), gettext("Cơ quan"))
    return form_page(request, form, gettext("Thêm cơ quan"), gettext("Thêm"), back)


@require_http_methods(["GET", "HEAD", "POST"])
@administrators_only
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """The parts of an agency."""
    agency = access.get(signed_in(request), pk)
    form = AgencyForm(request.POST or None, agency=agency)

    def change() -> Agency:
        return editing.change_agency(
            agency=agency, values=form.values(), aliases=form.other_names(), by=signed_in(request), now=timezone.now()
        )

    if done(form, change) is not None:
        messages.success(request, gettext("Đã lưu."))
        return redirect("agencies:show", pk)
    back = (reverse("agencies:show", args=[pk]), agency.name)
    return form_page(request, form, gettext("Sửa cơ quan"), gettext("Lưu"), back)


@require_http_methods(["GET", "HEAD", "POST"])
@administrators_only
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """The last day of an agency, and who takes over."""
    agency = access.get(signed_in(request), pk)
    form = EndForm(request.POST or None)

    def write() -> Agency:
        return editing.end_agency(
            agency=agency, last_day=form.cleaned_data["last_day"], later=form.picked("later", timezone.localdate()),
            decree=form.cleaned_data["decree"], by=signed_in(request), now=timezone.now(),
        )  # fmt: skip

    if done(form, write) is not None:
        back_to = {"den": agency.valid_to.isoformat()} if agency.valid_to else {}
        words = gettext("Đã ghi ngày kết thúc hoạt động.")
        say_undoable(request, words, reverse("agencies:live_again", args=[pk]), back_to)
        return redirect("agencies:show", pk)
    back = (reverse("agencies:show", args=[pk]), agency.name)
    words = gettext("Kết thúc hoạt động")
    help_words = gettext("Việc đang làm vẫn hiện ở cơ quan kế thừa; muốn chuyển từng việc thì dùng Sáp nhập.")
    return form_page(request, form, words, words, back, help=help_words, ends=True)


@require_http_methods(["GET", "HEAD", "POST"])
@administrators_only
def live_again(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the end of an agency back: from its message at once, from its page after a word about what goes."""
    agency = access.get(signed_in(request), pk)
    form = LiveAgainForm(request.POST if request.method == "POST" else None)

    def take_back() -> Agency:
        return editing.live_again(
            agency=agency, last_day=form.cleaned_data["den"], by=signed_in(request), now=timezone.now()
        )

    if done(form, take_back) is not None:
        messages.success(request, gettext("Đã hoàn tác: cơ quan hoạt động lại như trước."))
        return redirect("agencies:show", pk)
    heirs = ", ".join(step.later.name for step in agency.successions.select_related("later"))
    help_words = gettext("Cơ quan lại hoạt động, không có ngày kết thúc.")
    if heirs:
        help_words += " " + gettext("Kế thừa ghi cùng lúc kết thúc cũng bỏ (%(heirs)s).") % {"heirs": heirs}
    back = (reverse("agencies:show", args=[pk]), agency.name)
    words = gettext("Bỏ ngày kết thúc")
    return form_page(request, form, words, words, back, help=help_words)


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

    def save() -> AgencyGroup:
        return editing.save_group(
            group=group, values=form.values(), members=form.picked("members", timezone.localdate()),
            aliases=form.other_names(), by=signed_in(request), now=timezone.now(),
        )  # fmt: skip

    if (saved := done(form, save)) is not None:
        messages.success(request, gettext("Đã lưu nhóm."))
        return redirect("agencies:group", saved.pk)
    title = gettext("Sửa nhóm") if group else gettext("Thêm nhóm")
    return form_page(request, form, title, gettext("Lưu"), (reverse("agencies:groups"), gettext("Nhóm cơ quan")))
