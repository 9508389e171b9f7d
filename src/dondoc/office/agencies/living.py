"""Agencies that an act names: held for as long as the act lasts, and still what they were when they were chosen."""

from collections.abc import Iterable, Mapping
from datetime import date

from django.db import connection
from django.utils.translation import gettext

from dondoc.office.agencies.models import Agency
from dondoc.office.refusal import Refusal

_HELD = "SELECT id, valid_to FROM agencies_agency WHERE id = ANY(%s) ORDER BY id FOR SHARE"


def still_there(agencies: Iterable[Agency | None]) -> None:
    """Refuse where one of ``agencies`` was ended after it was read; until the transaction is over none can be ended.

    Called before tasks are locked: a merger locks agencies, then their tasks, and two that lock in another order wait
    for each other for ever. On SQLite whoever writes is alone.
    """
    chosen = {each.pk: each for each in agencies if each is not None}
    if not chosen:
        return
    refuse_ended(chosen.values(), dict(_last_days(sorted(chosen))))


def refuse_ended(chosen: Iterable[Agency], last_days: Mapping[int, date | None]) -> None:
    """Refuse where ``last_days``, which are those of now, end an agency that was ``chosen`` before it was ended."""
    for agency in chosen:
        last_day = last_days.get(agency.pk)
        if last_day is not None and last_day != agency.valid_to:
            raise Refusal(
                gettext("“%(name)s” vừa được ghi hoạt động đến hết ngày %(day)s; hãy xem lại rồi chọn lại.")
                % {"name": agency.name, "day": last_day.strftime("%d/%m/%Y")}
            )


def _last_days(keys: list[int]) -> list[tuple[int, date | None]]:
    if connection.vendor != "postgresql":
        return list(Agency.objects.filter(pk__in=keys).order_by("pk").values_list("pk", "valid_to"))
    with connection.cursor() as cursor:
        cursor.execute(_HELD, [keys])
        rows: list[tuple[int, date | None]] = cursor.fetchall()
    return rows
