"""Changing the rules of the office."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from dondoc.office.accounts.models import User
from dondoc.office.audit.actions import record
from dondoc.office.rules.models import Rules, SecondFactor, SpecialDay

WIDER = (SecondFactor.NOBODY, SecondFactor.ADMIN, SecondFactor.OFFICE, SecondFactor.EVERYBODY)


@transaction.atomic
def change_rules(*, values: Mapping[str, Any], by: User, now: datetime) -> Rules:
    """Set the fields of ``values``."""
    rules, _made = Rules.objects.select_for_update().get_or_create(pk=1)
    before = _all_plain({name: getattr(rules, name) for name in values})
    for name, value in values.items():
        setattr(rules, name, value)
    rules.changed_at = now
    rules.full_clean()
    rules.save(update_fields=[*values, "changed_at"])
    record(by=by, now=now, action="rules.change", target=rules, before=before, after=_all_plain(values))
    return rules


@transaction.atomic
def demand_second_factor(*, of: SecondFactor, grace: int, by: User, now: datetime) -> Rules:
    """Say who must have a second factor. Where more people must than before, their days of grace begin today."""
    rules = Rules.objects.select_for_update().filter(pk=1).first() or Rules(pk=1)
    values: dict[str, Any] = {"second_factor_by": of, "second_factor_grace": grace}
    if WIDER.index(of) > WIDER.index(SecondFactor(rules.second_factor_by)):
        values["second_factor_since"] = timezone.localdate(now)
    return change_rules(values=values, by=by, now=now)


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


def _all_plain(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in values.items()}
