"""What the administrator's pages read."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.db.models import Q, QuerySet
from django.utils import timezone
from lunar_vn import convert_solar_to_lunar

from dondoc.grammar.working_days import days_off
from dondoc.lexicon.holidays import holidays
from dondoc.office.accounts.models import User
from dondoc.office.audit.models import Entry
from dondoc.office.rules.models import SpecialDay


def people(chosen: Mapping[str, Any]) -> QuerySet[User]:
    """The people that every filter lets through."""
    found = User.objects.select_related("agency").prefetch_related("fields")
    for word in str(chosen.get("words", "")).split():
        found = found.filter(
            Q(full_name__icontains=word) | Q(username__icontains=word) | Q(email__icontains=word)
        )  # fmt: skip
    if role := chosen.get("role"):
        found = found.filter(role=role)
    if agency := chosen.get("agency"):
        found = found.filter(agency=agency)
    state = chosen.get("state")
    if state == "mo":
        found = found.filter(is_active=True)
    elif state == "khoa":
        found = found.filter(is_active=False)
    elif state == "moi":
        found = found.filter(is_active=True).filter(without_password())
    return found.order_by("full_name", "pk")


def without_password() -> Q:
    """People who have not set a password yet."""
    return Q(password__startswith=UNUSABLE_PASSWORD_PREFIX)


def entries(chosen: Mapping[str, Any]) -> QuerySet[Entry]:
    """The audit, newest first, that every filter lets through."""
    found = Entry.objects.select_related("by")
    if person := chosen.get("person"):
        found = found.filter(by=person)
    if words := chosen.get("words"):
        found = found.filter(action__icontains=str(words))
    if since := chosen.get("since"):
        found = found.filter(at__gte=_midnight(since))
    if until := chosen.get("until"):
        found = found.filter(at__lt=_midnight(until + timedelta(days=1)))
    return found.order_by("-at", "-pk")


def number_up_to(found: Any, most: int) -> int:
    """How many rows ``found`` has, counted no further than ``most``."""
    return int(found[:most].count())


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """One day of a year that differs from an ordinary week: by the general calendar, or by the office's own word."""

    day: date
    worked: bool
    special: SpecialDay | None

    @property
    def lunar(self) -> str:
        """Day and month of the lunar calendar."""
        found = convert_solar_to_lunar(self.day.day, self.day.month, self.day.year)
        return f"{found.day}/{found.month}"


def calendar_days(year: int) -> list[CalendarDay]:
    """Public holidays of ``year`` (lunar ones computed), days worked instead, and what the office decided."""
    own = {special.day: special for special in SpecialDay.objects.filter(day__year=year)}
    found = {day: CalendarDay(day, worked=False, special=None) for day in days_off(year)}
    found |= {day: CalendarDay(day, worked=True, special=None) for day in holidays().worked if day.year == year}
    found |= {day: CalendarDay(day, special.worked, special) for day, special in own.items()}
    return sorted(found.values(), key=lambda each: each.day)
