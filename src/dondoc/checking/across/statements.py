"""What a document states of an indicator, in a shape in which two documents can be compared.

``indicator`` is a key: equal only where two wordings surely mean one thing. Whoever makes statements leaves out the
figures of which that is not sure.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from dondoc.checking.across.months import Months, read_months
from dondoc.checking.arithmetic.intervals import Interval, interval_of
from dondoc.facts import Quantity

Key = tuple[str, str, str, Months, str, str]
_KINDS = {
    "actual": "value",
    "cumulative": "value",
    "rate": "rate",
    "plan": "plan",
    "share_of_plan": "share_of_plan",
    "change": "change",
    "count": "count",
    "part": "part",
}
PERCENT = "%"


@dataclass(frozen=True, slots=True)
class Source:
    """A document: its key, how a sentence names it, the day on which it was issued, the period it reports on."""

    key: str
    name: str
    issued: date | None
    period: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One figure with what it is a figure of. ``shown`` as printed; ``estimate``: printed as one, or before the end."""

    id: str
    indicator: str
    name: str
    unit: str
    months: Months
    kind: str
    base: str
    area: str
    value: Decimal
    interval: Interval
    shown: str
    estimate: bool
    early: bool
    approximate: bool
    adds_up: bool
    source: Source | None = None

    @property
    def key(self) -> Key:
        """Two statements with one key are about the same thing."""
        return (self.indicator, self.area, self.kind, self.months, self.base, self.unit)


def statement_of(
    quantity: Quantity,
    shown: str,
    indicator: str,
    *,
    unit: str | None = None,
    adds_up: bool = True,
    source: Source | None = None,
) -> Statement | None:
    """The statement that a figure makes; None where value, period or role leave open what it says.

    ``unit``: the one of the indicator, where the figure's own is a longer word for it. ``adds_up``: months of it may be
    added (not so for a stock or a rate). A change counts only with its base. A figure of a month that was not over says
    where things stood on some day of it ("đến ngày 20/10 giải ngân 6.412 tỷ đồng"), unless the document is the report
    on that very period or calls it an estimate.
    """
    kind = _KINDS.get(quantity.role)
    months = read_months(quantity.period, so_far=quantity.role == "cumulative")
    if kind is None or months is None or quantity.value is None or _leaves_open(quantity, kind, months, source):
        return None
    return Statement(
        id=quantity.id,
        indicator=indicator,
        name=quantity.indicator or "",
        unit=(quantity.unit or "").lower() if unit is None else unit.lower(),
        months=months,
        kind=kind,
        base=quantity.base or "" if kind == "change" else "",
        area=(quantity.area or "").lower(),
        value=quantity.value,
        interval=interval_of(quantity),
        shown=" ".join(shown.split()),
        estimate=quantity.estimate,
        early=_is_early(source, months),
        approximate=quantity.approx is not None,
        adds_up=adds_up and quantity.unit != PERCENT,
        source=source,
    )


def _leaves_open(quantity: Quantity, kind: str, months: Months, source: Source | None) -> bool:
    """Whether it cannot be told what a figure says, or of when."""
    if quantity.warning or (kind == "change" and quantity.base not in ("previous", "same_period")):
        return True
    if source is None or kind == "plan" or quantity.estimate:
        return False
    return _is_early(source, months) and not _reports_on(source, months)


def _is_early(source: Source | None, months: Months) -> bool:
    """Whether ``source`` was issued before ``months`` were over."""
    return source is not None and source.issued is not None and not months.ends_before(*_month(source.issued))


def _month(day: date) -> tuple[int, int]:
    return day.year, day.month


def _reports_on(source: Source, months: Months) -> bool:
    reported = read_months(source.period)
    return reported is not None and reported.last == months.last
