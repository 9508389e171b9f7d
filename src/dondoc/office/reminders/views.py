"""Notices, and the secret address of a person's calendar."""

import zipfile
from io import BytesIO
from urllib.parse import quote

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from dondoc.office.accounts.access import administrators_only, confirmers_only, signed_in
from dondoc.office.look.addresses import PAGE
from dondoc.office.reminders import feeds
from dondoc.office.reminders.chasing import Late, late_agencies, late_tasks, letter
from dondoc.office.reminders.hooks import WebhookForm, add_webhook, set_active
from dondoc.office.reminders.models import Webhook
from dondoc.office.rules.queries import calendar, current
from dondoc.office.tasks import access

ROWS = 50
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@require_safe
def notice_list(request: HttpRequest) -> HttpResponse:
    """What the person was told, newest first; only of tasks still in sight."""
    person = signed_in(request)
    notices = person.notices.filter(task__in=access.visible(person).order_by().values("pk")).select_related("task")
    page = Paginator(notices, ROWS).get_page(request.GET.get(PAGE))
    context = {"page": page, "unread": notices.filter(read_at__isnull=True).count()}
    return render(request, "reminders/list.html", context)


@require_POST
def open_notice(request: HttpRequest, pk: int) -> HttpResponse:
    """Read one notice: on to its task."""
    notice = get_object_or_404(signed_in(request).notices, pk=pk)
    if notice.read_at is None:
        notice.read_at = timezone.now()
        notice.save(update_fields=["read_at"])
    return redirect("tasks:show", notice.task_id)


@require_POST
def read_all(request: HttpRequest) -> HttpResponse:
    """Mark everything as read."""
    signed_in(request).notices.filter(read_at__isnull=True).update(read_at=timezone.now())
    return redirect("reminders:list")


@require_POST
def new_feed(request: HttpRequest) -> HttpResponse:
    """A new secret address, shown once."""
    token = feeds.new_feed(by=signed_in(request), now=timezone.now())
    address = request.build_absolute_uri(reverse("reminders:feed", args=[token]))
    return render(request, "reminders/feed.html", {"address": address})


@require_POST
def end_feed(request: HttpRequest) -> HttpResponse:
    """The secret address ends."""
    feeds.end_feed(by=signed_in(request), now=timezone.now())
    messages.success(request, gettext("Địa chỉ lịch đã ngừng."))
    return redirect("reminders:list")


@require_safe
@login_not_required
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """The calendar of whoever the token belongs to: a calendar program cannot sign in."""
    person = feeds.person_of(token)
    if person is None:
        raise Http404
    answer = HttpResponse(feeds.draw(person, timezone.localdate()), content_type="text/calendar; charset=utf-8")
    answer["Cache-Control"] = "private, max-age=900"
    return answer


@require_safe
@confirmers_only
def chase(request: HttpRequest) -> HttpResponse:
    """Agencies that are late, each with its letter."""
    today = timezone.localdate()
    late = late_agencies(access.visible(signed_in(request)), today)
    return render(request, "reminders/chase.html", {"late": late, "today": today})


@require_safe
@confirmers_only
def chase_letter(request: HttpRequest, pk: int) -> HttpResponse:
    """The letter to one agency as .docx."""
    tasks = access.visible(signed_in(request))
    late = late_agencies(tasks, timezone.localdate())
    one = next((each for each in late if each.agency.pk == pk), None)
    if one is None:
        raise Http404
    answer = HttpResponse(letter(one, late_tasks(tasks, one), current(), calendar()), content_type=DOCX)
    answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(_name(one))}"
    return answer


@require_safe
@confirmers_only
def chase_letters(request: HttpRequest) -> HttpResponse:
    """All letters in one .zip."""
    tasks = access.visible(signed_in(request))
    late = late_agencies(tasks, timezone.localdate())
    rules, office = current(), calendar()
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        for one in late:
            package.writestr(_name(one), letter(one, late_tasks(tasks, one), rules, office))
    answer = HttpResponse(packed.getvalue(), content_type="application/zip")
    answer["Content-Disposition"] = f'attachment; filename="don-doc-{timezone.localdate():%Y-%m-%d}.zip"'
    return answer


def _name(late: Late) -> str:
    return f"don-doc-{late.agency.code}-{late.today:%Y-%m-%d}.docx"


@require_http_methods(["GET", "HEAD", "POST"])
@administrators_only
def webhooks(request: HttpRequest) -> HttpResponse:
    """The webhooks with their last deliveries; a new one shows its secret once."""
    form = WebhookForm(request.POST or None)
    made = None
    if request.method == "POST" and form.is_valid():
        made = add_webhook(**form.cleaned_data, by=signed_in(request), now=timezone.now())
        form = WebhookForm()
    hooks = Webhook.objects.select_related("created_by").annotate(
        arrived=Count("deliveries", filter=Q(deliveries__done_at__isnull=False)),
        waiting=Count("deliveries", filter=Q(deliveries__done_at__isnull=True, deliveries__next_try__isnull=False)),
        given_up=Count("deliveries", filter=Q(deliveries__done_at__isnull=True, deliveries__next_try__isnull=True)),
    )
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "reminders/webhooks.html", {"hooks": hooks, "form": form, "made": made}, status=status)


@require_POST
@administrators_only
def set_webhook(request: HttpRequest, pk: int) -> HttpResponse:
    """Switch a webhook off or on."""
    hook = get_object_or_404(Webhook, pk=pk)
    set_active(hook=hook, active=request.POST.get("bat") == "1", by=signed_in(request), now=timezone.now())
    return redirect("reminders:webhooks")
