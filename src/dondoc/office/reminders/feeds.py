"""Deadlines for a person's own calendar program, under a secret address that can be made anew."""

import hashlib
import secrets
from datetime import date, datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext
from icalendar import Calendar, Event

from dondoc.office.accounts.models import User
from dondoc.office.audit.actions import record
from dondoc.office.reminders.models import CalendarFeed
from dondoc.office.tasks import access
from dondoc.office.tasks.models import Task, TaskState

BACK = timedelta(days=60)
MOST = 2000


@transaction.atomic
def new_feed(*, by: User, now: datetime) -> str:
    """The token of a new secret address; the old one ends at once."""
    token = secrets.token_urlsafe(24)
    CalendarFeed.objects.filter(person=by).delete()
    feed = CalendarFeed.objects.create(person=by, digest=_digest(token), created_at=now)
    record(by=by, now=now, action="calendar.new", target=feed)
    return token


@transaction.atomic
def end_feed(*, by: User, now: datetime) -> None:
    """The secret address answers no more."""
    for feed in CalendarFeed.objects.filter(person=by):
        record(by=by, now=now, action="calendar.end", target=feed)
        feed.delete()


def person_of(token: str) -> User | None:
    """Whose calendar the token opens; None for a token that is none, or a person who has left."""
    feed = CalendarFeed.objects.filter(digest=_digest(token), person__is_active=True).select_related("person").first()
    return feed.person if feed else None


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def deadlines(person: User, today: date) -> QuerySet[Task]:
    """Open tasks in the person's sight with a deadline, from two months ago on."""
    tasks = access.visible(person).filter(deadline__gte=today - BACK)
    return tasks.filter(state__in=(TaskState.OPEN, TaskState.SUBMITTED)).order_by("deadline", "pk")[:MOST]


def draw(person: User, today: date) -> bytes:
    """The calendar as iCalendar (RFC 5545): one whole-day event a task."""
    calendar = Calendar()
    calendar.add("prodid", "-//Don Doc//vi//")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", gettext("Đôn Đốc"))
    for task in deadlines(person, today):
        assert task.deadline is not None
        event = Event()
        event.add("uid", f"task-{task.pk}@dondoc")
        event.add("dtstamp", task.changed_at)
        event.add("dtstart", task.deadline)
        event.add("dtend", task.deadline + timedelta(days=1))
        event.add("summary", task.text[:200])
        event.add("url", settings.DONDOC_ADDRESS + reverse("tasks:show", args=[task.pk]))
        event.add("sequence", task.version)
        calendar.add_component(event)
    return bytes(calendar.to_ical())
