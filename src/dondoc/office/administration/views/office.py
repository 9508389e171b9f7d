"""The administrator's first page, the rules, the days off."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from dondoc.office.accounts.access import administrators_only, signed_in
from dondoc.office.accounts.demands import ROLES, without_second_factor
from dondoc.office.accounts.models import User
from dondoc.office.administration import queries
from dondoc.office.administration.days_off import calendar_days, unannounced
from dondoc.office.administration.forms import RulesForm, SpecialDayForm
from dondoc.office.agencies.models import Agency
from dondoc.office.look.form_pages import form_page
from dondoc.office.look.undoing import say_undoable
from dondoc.office.rules import actions
from dondoc.office.rules.models import SpecialDay
from dondoc.office.rules.queries import current


@require_safe
@administrators_only
def home(request: HttpRequest) -> HttpResponse:
    """What there is to manage, with how much of it."""
    context = {
        "people": User.objects.filter(is_active=True).count(),
        "agencies": Agency.objects.filter(valid_to__isnull=True).count(),
        "owing": without_second_factor(User.objects.all(), ROLES[current().second_factor_by]).count(),
        "without_password": User.objects.filter(is_active=True).filter(queries.without_password()).count(),
    }
    return render(request, "administration/home.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@administrators_only
def rules(request: HttpRequest) -> HttpResponse:
    """Numbers of days, and who decides."""
    form = RulesForm(request.POST or None, rules=current())
    if request.method == "POST" and form.is_valid():
        actions.change_rules(values=form.cleaned_data, by=signed_in(request), now=timezone.now())
        messages.success(request, gettext("Đã lưu quy định."))
        return redirect("admin:rules")
    help_words = gettext("Tình trạng của mọi nhiệm vụ tính theo các số này, từ ngay khi lưu.")
    back = (reverse("admin:home"), gettext("Quản trị"))
    return form_page(request, form, gettext("Quy định của văn phòng"), gettext("Lưu"), back, help=help_words)


@require_http_methods(["GET", "HEAD", "POST"])
@administrators_only
def days(request: HttpRequest) -> HttpResponse:
    """Days off of a year, lunar ones computed, and what the office decided otherwise."""
    asked = request.GET.get("nam", "")
    year = int(asked) if asked.isdecimal() and 1990 <= int(asked) <= 2100 else timezone.localdate().year
    form = SpecialDayForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        worked, name = form.cleaned_data["worked"], form.cleaned_data["name"]
        with transaction.atomic():
            for day in form.days():
                actions.set_special_day(day=day, worked=worked, name=name, by=signed_in(request), now=timezone.now())
        messages.success(request, gettext("Đã ghi %(number)d ngày.") % {"number": len(form.days())})
        return redirect(f"{reverse('admin:days')}?nam={form.cleaned_data['day'].year}")
    rows = calendar_days(year)
    context = {"form": form, "rows": rows, "year": year, "before": year - 1, "after": year + 1}
    context["unannounced"] = unannounced(year)
    return render(request, "administration/days.html", context, status=422 if form.errors else 200)


@require_POST
@administrators_only
def drop_day(request: HttpRequest, day: str) -> HttpResponse:
    """The usual calendar holds again for a day."""
    found = parse_date(day)
    special = SpecialDay.objects.filter(day=found).first() if found else None
    if special is not None:
        actions.drop_special_day(day=special.day, by=signed_in(request), now=timezone.now())
        was = {"day": f"{special.day:%d/%m/%Y}", "worked": "1" if special.worked else "0", "name": special.name}
        words = gettext("Đã bỏ ngày %(day)s; ngày này theo lịch chung.") % {"day": was["day"]}
        say_undoable(request, words, reverse("admin:days"), was)
    year = found.year if found else timezone.localdate().year
    return redirect(f"{reverse('admin:days')}?nam={year}")
