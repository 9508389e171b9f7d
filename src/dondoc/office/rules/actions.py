"""Changing the rules of the office."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction

from dondoc.office.accounts.models import User
from dondoc.office.audit.actions import record
from dondoc.office.rules.models import Rules, SpecialDay


@transaction.atomic
def change_rules(*, values: Mapping[str, Any], by: User, now: datetime) -> Rules:
    """Set the fields of ``values``."""
    rules, _made = Rules.objects.select_for_update().get_or_create(pk=1)
    before = {name: getattr(rules, name) for name in values}
    for name, value in values.items():
        setattr(rules, name, value)
    rules.changed_at = now
    rules.full_clean()
    rules.save(update_fields=[*values, "changed_at"])
    record(by=by, now=now, action="rules.change", target=rules, before=before, after=dict(values))
    return rules


@transaction.atomic
def set_special_day(*, day: date, worked: bool, name: str, by: User, now: datetime) -> SpecialDay:
    """Say that ``day`` is worked, or off, whatever the usual calendar says."""
    special, _made = SpecialDay.objects.update_or_create(day=day, defaults={"worked": worked, "name": name[:200]})
    after = {"day": day.isoformat(), "worked": worked, "name": name}
    record(by=by, now=now, action="special_day.set", target=special, after=after)
    return special


@transaction.atomic
def drop_special_day(*, day: date, by: User, now: datetime) -> None:
    """Let the usual calendar hold again for ``day``."""
    for special in SpecialDay.objects.select_for_update().filter(day=day):
        before = {"day": day.isoformat(), "worked": special.worked, "name": special.name}
        record(by=by, now=now, action="special_day.drop", target=special, before=before)
        special.delete()
