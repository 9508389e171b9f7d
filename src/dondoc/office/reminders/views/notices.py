"""What one was told, and the secret address of one's calendar."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from dondoc.office.accounts.access import sees_all, signed_in
from dondoc.office.look.addresses import PAGE
from dondoc.office.reminders import feeds
from dondoc.office.reminders.models import CalendarFeed
from dondoc.office.tasks import access
from dondoc.office.tasks.models.parts import among

ROWS = 50


@require_safe
def notice_list(request: HttpRequest) -> HttpResponse:
    """What the person was told, newest first; only of tasks still in sight."""
    person = signed_in(request)
    notices = person.notices.all()
    if not sees_all(person):
        notices = notices.filter(among(access.visible(person), "task") | Q(task__isnull=True))
    page = Paginator(notices, ROWS).get_page(request.GET.get(PAGE))
    context = {"page": page, "unread": notices.filter(read_at__isnull=True).count()}
    context["feed"] = CalendarFeed.objects.filter(person=person).first()
    return render(request, "reminders/list.html", context)


@require_POST
def open_notice(request: HttpRequest, pk: int) -> HttpResponse:
    """Read one notice: on to its task, or to the list of those that it sums up."""
    notice = get_object_or_404(signed_in(request).notices, pk=pk)
    if notice.read_at is None:
        notice.read_at = timezone.now()
        notice.save(update_fields=["read_at"])
    return redirect(notice.address)


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
    person, today = feeds.person_of(token), timezone.localdate()
    if person is None or not person.may_enter(today):
        raise Http404
    answer = HttpResponse(feeds.draw(person, today), content_type="text/calendar; charset=utf-8")
    answer["Cache-Control"] = "private, max-age=900"
    return answer
