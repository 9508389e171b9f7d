"""Deadlines for a person's own calendar program, under a secret address that can be made anew."""

import hashlib
import secrets
from datetime import date, datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from icalendar import Calendar, Event

from dondoc.office.accounts.models import Role, User
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
    """Whose calendar the token opens; None for a token that is none, or a person who may not come in today."""
    feed = CalendarFeed.objects.filter(digest=_digest(token)).select_related("person").first()
    return feed.person if feed and feed.person.may_enter(timezone.localdate()) else None


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def deadlines(person: User, today: date) -> list[Task]:
    """Tasks under way in the person's sight with a deadline from two months ago on; of the office staff their own.

    Where there are more than a calendar program bears, those that come next are in it and those long past are not.
    """
    tasks = access.visible(person).filter(state__in=(TaskState.OPEN, TaskState.SUBMITTED))
    if person.role == Role.OFFICE:
        tasks = tasks.filter(Q(follower=person) | Q(pk__in=person.watches.values("task")))
    coming = list(tasks.filter(deadline__gte=today).order_by("deadline", "pk")[:MOST])
    passed = tasks.filter(deadline__lt=today, deadline__gte=today - BACK).order_by("-deadline", "-pk")
    return [*reversed(passed[: MOST - len(coming)]), *coming]


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
        event.add("description", _beside(task))
        event.add("url", settings.DONDOC_ADDRESS + reverse("tasks:show", args=[task.pk]))
        event.add("sequence", task.version)
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _beside(task: Task) -> str:
    """Who leads and what has to be there at the end, a line each."""
    lines = ((gettext("Chủ trì: %(words)s"), task.led_by), (gettext("Sản phẩm: %(words)s"), task.product))
    return "\n".join(line % {"words": words} for line, words in lines if words)
