"""Which indicators the table shows, of which period, in which order."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Count, Exists, F, OrderBy, OuterRef, Q, QuerySet, Value
from django.db.models.functions import NullIf

from dondoc.office.indicators import periods, queries
from dondoc.office.indicators.models import Indicator, Meaning, Observation, ObservationRole, Target
from dondoc.office.indicators.table import VALUES, Line

FIRST_ORDER = "ten"
STANDARD, PROVISIONAL = "chuan", "chua-chuan"
STORED_ORDERS: dict[str, tuple[OrderBy, ...]] = {
    "ten": (F("provisional").asc(), NullIf("sector", Value("")).asc(nulls_last=True), F("name").asc(), F("pk").asc()),
    "-ten": (
        F("provisional").asc(),
        NullIf("sector", Value("")).desc(nulls_last=True),
        F("name").desc(),
        F("pk").desc(),
    ),
}
COMPUTED_ORDERS = ("ty-le", "ky-truoc", "cung-ky")


@dataclass(frozen=True, slots=True)
class Time:
    """The year and the period chosen, and what there is to choose from."""

    year: int
    period: str
    years: tuple[int, ...]
    periods: tuple[str, ...]


def choose_time(observations: QuerySet[Observation], year: str | None, period: str | None, today_year: int) -> Time:
    """The period asked for, else the newest well-filled one of the year; the year asked for, else the newest one."""
    filled = _figures_by_period(observations)
    parsed = [found for text in filled if (found := periods.parse(text)) is not None]
    years = sorted({each.year for each in parsed}, reverse=True)
    asked = periods.parse(period or "")
    if year and year.isdigit() and int(year) in years:
        now = int(year)
    elif asked is not None and asked.year in years:
        now = asked.year
    else:
        now = next((each for each in years if each <= today_year), years[0] if years else today_year)
    offered = periods.newest_first([each.text for each in parsed if each.year == now])
    showing = period if period and period in offered else _newest_filled(offered, filled) or str(now)
    return Time(now, showing, tuple(years), tuple(offered))


def _figures_by_period(observations: QuerySet[Observation]) -> dict[str, int]:
    stored = observations.filter(role__in=VALUES).exclude(period="").order_by()
    counted: dict[str, int] = {}
    for text, role, number in stored.values_list("period", "role").annotate(number=Count("pk")):
        home = periods.home(text, cumulative=role == ObservationRole.CUMULATIVE, point=False)
        counted[home] = counted.get(home, 0) + number
    return counted


def _newest_filled(offered: list[str], filled: dict[str, int]) -> str | None:
    """The newest period with at least half as many figures as the fullest: one early figure opens no empty table."""
    most = max((filled[each] for each in offered), default=0)
    return next((each for each in offered if filled[each] * 2 >= most), None)


def filtered(
    indicators: QuerySet[Indicator], observations: QuerySet[Observation], chosen: Mapping[str, Any], time: Time
) -> QuerySet[Indicator]:
    """The indicators that the filters let through and that have a figure of the period or a plan of the year."""
    other = periods.twin(time.period) or ""
    here = Q(period=time.period) | Q(period=other, indicator__meaning=Meaning.POINT)
    if other < time.period:  # the month, where months so far are shown
        here |= Q(period=other, role=ObservationRole.CUMULATIVE)
    figures = observations.filter(here, period__in=[time.period, other], indicator=OuterRef("pk"), agency__isnull=True)
    plans = Target.objects.filter(indicator=OuterRef("pk"), year=time.year)
    indicators = indicators.filter(Q(Exists(figures)) | Q(Exists(plans)))
    if words := chosen.get("words"):
        indicators = queries.search(indicators, words)
    if sector := chosen.get("sector"):
        indicators = indicators.filter(sector=sector)
    if book := chosen.get("book"):
        indicators = indicators.filter(provisional=book == PROVISIONAL)
    if owner := chosen.get("owner"):
        indicators = indicators.filter(owner=owner)
    return indicators.select_related("owner")


def ordered(indicators: QuerySet[Indicator], order: str | None) -> QuerySet[Indicator]:
    """In the order of the address as far as the database knows it."""
    return indicators.order_by(*STORED_ORDERS.get(order or "", STORED_ORDERS[FIRST_ORDER]))


def is_computed(order: str | None) -> bool:
    """Whether the order is by a value that is computed, so that every line is needed before the first page."""
    return (order or "").removeprefix("-") in COMPUTED_ORDERS


def sort_lines(lines: list[Line], order: str) -> list[Line]:
    """Lines by a computed value; those without one stay last either way."""
    key = order.removeprefix("-")
    valued = [(value, line) for line in lines if (value := _value(line, key)) is not None]
    valued.sort(key=_first, reverse=order.startswith("-"))
    return [line for _, line in valued] + [line for line in lines if _value(line, key) is None]


def _first(pair: tuple[Decimal, Line]) -> Decimal:
    return pair[0]


def _value(line: Line, key: str) -> Decimal | None:
    if key == "ty-le":
        return line.share
    moved = line.on_previous if key == "ky-truoc" else line.on_same_period
    return moved.amount if moved is not None else None
