"""The indicator table of one period: value, plan, share of plan, changes. Computed on reading, never stored.

A share or a change is computed from figures that people confirmed, and only where both sides are known; where the
office has no figure of last year but a document states the change, the stated one is shown as stated.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, NamedTuple

from django.db.models import QuerySet

from dondoc.office.indicators import periods
from dondoc.office.indicators.models import Indicator, Meaning, Observation, ObservationRole, Target
from dondoc.office.indicators.queries import share_of_plan

VALUES = ("actual", "cumulative", "rate", "count", "rank")
# What a share of the plan is computed from.
OF_SHARES = ("indicator_id", "period", "role", "unit", "value", "status")
HEAVY = ("sentence", "document__folded_content", "document__folded")
STATUS_ORDER = {"revised": 3, "final": 2, "provisional": 1, "estimate": 0}


@dataclass(frozen=True, slots=True)
class Change:
    """By how much a figure rose or fell: in percent, or in points for a percentage; ``stated`` by a document."""

    amount: Decimal
    points: bool = False
    stated: bool = False

    @property
    def rose(self) -> bool:
        return self.amount > 0

    @property
    def fell(self) -> bool:
        return self.amount < 0


@dataclass(frozen=True, slots=True)
class Line:
    """An indicator in one period. What is not known is None."""

    indicator: Indicator
    observation: Observation | None
    target: Target | None
    share: Decimal | None
    on_previous: Change | None
    on_same_period: Change | None


class Share(NamedTuple):
    """An indicator's name and key, and its share of the year's plan."""

    indicator: int
    name: str
    share: Decimal


def shares(indicators: QuerySet[Indicator], observations: QuerySet[Observation], period: str) -> list[Share]:
    """The share of the plan of each of ``indicators`` that has one in ``period``: what ``lines`` says of it, no more.

    Of the figures and plans only what is reckoned with is read: there are hundreds, and a page shows a few.
    """
    year = periods.parse(period)
    plans = Target.objects.filter(year=year.year if year else 0).order_by()
    planned = dict(plans.values_list("indicator", "value"))
    homes = {point: periods.home(period, cumulative=False, point=point) for point in (False, True)}
    comparable = {point: point or periods.from_january(home) for point, home in homes.items()}
    rows: list[Any] = list(indicators.values_list("pk", "name", "unit", "meaning", named=True))
    figures = _figures_of_shares(observations, period, {row.pk: row.meaning for row in rows})
    found = []
    for row in rows:
        point = row.meaning == Meaning.POINT
        fitting = [each for each in figures.get((row.pk, homes[point]), ()) if each.unit == row.unit]
        # The surest status; of those alike the last one entered.
        now = max(reversed(fitting), key=lambda each: STATUS_ORDER[each.status], default=None)
        share = share_of_plan(now.value, planned.get(row.pk)) if now is not None and comparable[point] else None
        if share is not None:
            found.append(Share(row.pk, row.name, share))
    return found


def _figures_of_shares(
    observations: QuerySet[Observation], period: str, kinds: Mapping[int, str]
) -> dict[tuple[int, str], list[Any]]:
    """By indicator and home the figures that can stand for it, the last one entered last."""
    own = {period, periods.twin(period) or period}
    of_these = observations.filter(period__in=own, agency__isnull=True, role__in=VALUES).order_by("entered_at", "pk")
    found: dict[tuple[int, str], list[Any]] = {}
    homes: dict[tuple[str, str, str], str] = {}
    for each in of_these.values_list(*OF_SHARES, named=True):
        if (kind := kinds.get(each.indicator_id)) is None:
            continue
        alike = (each.period, each.role, kind)
        if alike not in homes:
            homes[alike] = home_of(each, kind)
        found.setdefault((each.indicator_id, homes[alike]), []).append(each)
    return found


def lines(indicators: Iterable[Indicator], observations: QuerySet[Observation], period: str) -> list[Line]:
    """Lines of ``indicators``, in their order, in two queries however many there are."""
    rows = list(indicators)
    own = {period, periods.twin(period) or period}
    wanted = own.union(*map(_compared, own))
    kinds = {row.pk: row.meaning for row in rows}
    found: dict[tuple[int, str], list[Observation]] = {}
    of_these = observations.filter(indicator__in=[row.pk for row in rows], period__in=wanted, agency__isnull=True)
    of_these = of_these.select_related("document").defer(*HEAVY)
    for each in of_these.order_by("pk"):
        found.setdefault((each.indicator_id, home_of(each, kinds[each.indicator_id])), []).append(each)
    targets = {target.indicator_id: target for target in _targets(rows, period)}
    return [_line(row, period, found, targets.get(row.pk)) for row in rows]


def _compared(period: str) -> set[str]:
    neighbours = (period, periods.before(period), periods.year_before(period))
    return {name for each in neighbours if each for name in (each, periods.twin(each)) if name}


def _targets(indicators: Sequence[Indicator], period: str) -> QuerySet[Target]:
    parsed = periods.parse(period)
    return Target.objects.filter(indicator__in=[row.pk for row in indicators], year=parsed.year if parsed else 0)


def _line(
    indicator: Indicator, period: str, found: dict[tuple[int, str], list[Observation]], target: Target | None
) -> Line:
    point = indicator.meaning == Meaning.POINT
    period = periods.home(period, cumulative=False, point=point)
    here = found.get((indicator.pk, period), [])
    now = chosen(here, indicator)
    earlier = chosen(found.get((indicator.pk, periods.before(period) or ""), []), indicator)
    last_year = chosen(found.get((indicator.pk, periods.year_before(period) or ""), []), indicator)
    comparable = point or periods.from_january(period)
    return Line(
        indicator=indicator,
        observation=now,
        target=target,
        share=share_of_plan(now.value, target.value) if now and target and comparable else None,
        on_previous=change(now, earlier) or stated_change(here, "previous"),
        on_same_period=change(now, last_year) or stated_change(here, "same_period"),
    )


def home_of(observation: Observation, meaning: str) -> str:
    """The period under which the table and the plot show a figure."""
    cumulative = observation.role == ObservationRole.CUMULATIVE
    return periods.home(observation.period, cumulative=cumulative, point=meaning == Meaning.POINT)


def chosen(observations: Iterable[Observation], indicator: Indicator) -> Observation | None:
    """The figure that stands for a period: in the indicator's own unit, the surest status, then the last entered."""
    fitting = [each for each in observations if each.role in VALUES and each.unit == indicator.unit]
    return max(fitting, key=lambda each: (STATUS_ORDER[each.status], each.entered_at, each.pk), default=None)


def change(now: Observation | None, then: Observation | None) -> Change | None:
    """The change from ``then`` to ``now``; None where one is missing, or ``then`` is zero."""
    if now is None or then is None:
        return None
    if now.unit == "%":
        return Change(now.value - then.value, points=True)
    return Change((now.value - then.value) / abs(then.value) * 100) if then.value else None


def stated_change(observations: Iterable[Observation], base: str) -> Change | None:
    """The change in percent that a document states for the period."""
    stated = [each for each in observations if each.role == "change" and each.base == base and each.unit == "%"]
    return Change(stated[-1].value, stated=True) if stated else None
