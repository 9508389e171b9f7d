"""Loading the ready agencies of a province: only what is missing is added, nothing that is there changes."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from dondoc.office.accounts.models import User
from dondoc.office.agencies.actions.importing import Outcome, import_agencies
from dondoc.office.agencies.exchange import ImportRow
from dondoc.office.agencies.models import Agency, AgencyGroup
from dondoc.office.agencies.reference import Province, rows_of
from dondoc.office.audit.actions import record


def missing_rows(province: Province, *, with_former: bool) -> list[ImportRow]:
    """The ready rows whose code the office does not have."""
    there = set(Agency.objects.values_list("code", flat=True))
    return [row for row in rows_of(province, with_former=with_former) if row.code not in there]


@transaction.atomic
def load_province(*, province: Province, with_former: bool, by: User, now: datetime) -> Outcome:
    """Add what is missing, and the groups that documents name most."""
    outcome = import_agencies(rows=missing_rows(province, with_former=with_former), by=by, now=now)
    for name, kinds, level in _groups():
        if not AgencyGroup.objects.filter(name=name).exists():
            group = AgencyGroup(name=name, rule_kinds=kinds, rule_level=level)
            group.clean_keys()
            group.save(force_insert=True)
            record(by=by, now=now, action="group.create", target=group, after={"name": name, "kinds": kinds})
    return outcome


def _groups() -> tuple[tuple[str, list[str], str], ...]:
    return (
        (_("UBND các xã, phường"), ["committee"], "commune"),
        (_("UBND các xã, phường, đặc khu"), ["committee"], "commune"),
        (_("UBND các huyện, thị xã, thành phố"), ["committee"], "district"),
        (_("Các sở, ban, ngành"), ["department", "board", "office"], "province"),
    )
