"""What the administrator's pages read."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.db.models import Q, QuerySet
from django.utils import timezone

from dondoc.office.accounts.demands import ROLES, with_second_factor, without_second_factor
from dondoc.office.accounts.models import User
from dondoc.office.audit.models import Entry
from dondoc.office.audit.wording import WORDS
from dondoc.office.folding import fold
from dondoc.office.rules.queries import current


def people(chosen: Mapping[str, Any]) -> QuerySet[User]:
    """The people that every filter lets through."""
    found = with_second_factor(User.objects.select_related("agency").prefetch_related("fields"))
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
    elif state == "mot-lop":
        found = without_second_factor(found)
    elif state == "thieu-lop":
        found = without_second_factor(found, ROLES[current().second_factor_by])
    return found.order_by("full_name", "pk")


def without_password() -> Q:
    """People who have not set a password yet."""
    return Q(password__startswith=UNUSABLE_PASSWORD_PREFIX)


def entries(chosen: Mapping[str, Any]) -> QuerySet[Entry]:
    """The audit, newest first, that every filter lets through."""
    found = Entry.objects.select_related("by")
    if person := chosen.get("person"):
        who = User.objects.filter(Q(full_name__icontains=str(person)) | Q(username__iexact=str(person)))
        found = found.filter(by__in=who.order_by().values("pk"))
    if words := chosen.get("words"):
        wanted = fold(str(words))
        named = [action for action, said in WORDS.items() if wanted in fold(str(said))]
        found = found.filter(Q(action__in=named) | Q(action__icontains=str(words)))
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
