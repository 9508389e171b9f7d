"""The figures of one indicator joined into one row, as a clerk types it into a sheet.

Finds         value, cumulative, plan, share of plan, changes on the period before and on the same period, and the parts
              that the text gives for one indicator in one paragraph
Leaves alone  figures without an indicator; two different values for one column begin a new row

What follows from the others but is not written (the implied plan, the implied figure of the year before) is offered in
``derived`` and never mixed with what the text states.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from dondoc.facts import Facts, Quantity

_HUNDRED = Decimal(100)
_DIGITS = 6


@dataclass(frozen=True, slots=True)
class Derived:
    """A value that the stated figures imply: ``column`` it would stand in, ids of the figures it rests on."""

    column: str
    value: Decimal
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """One indicator in one period. Columns hold quantities of the text or None; ``parts`` are rows of the parts."""

    indicator: str
    unit: str | None
    period: str | None
    value: Quantity | None = None
    cumulative: Quantity | None = None
    plan: Quantity | None = None
    share_of_plan: Quantity | None = None
    change_previous: tuple[Quantity, ...] = ()
    change_same_period: tuple[Quantity, ...] = ()
    other: tuple[Quantity, ...] = ()
    parts: tuple[Quantity, ...] = ()
    derived: tuple[Derived, ...] = ()

    @property
    def quantities(self) -> tuple[Quantity, ...]:
        """Every quantity of the row, parts aside, in reading order."""
        single = (self.value, self.cumulative, self.plan, self.share_of_plan)
        found = [quantity for quantity in single if quantity is not None]
        found += [*self.change_previous, *self.change_same_period, *self.other]
        return tuple(sorted(found, key=lambda quantity: quantity.span))


@dataclass(slots=True)
class _Draft:
    indicator: str
    block: int
    cells: dict[str, Quantity] = field(default_factory=dict)
    lists: dict[str, list[Quantity]] = field(default_factory=dict)
    parts: list[Quantity] = field(default_factory=list)


def indicator_rows(facts: Facts) -> tuple[IndicatorRow, ...]:
    """Return the rows of ``facts`` in the order in which their first figures stand."""
    drafts: list[_Draft] = []
    latest: dict[str, _Draft] = {}
    home: dict[str, _Draft] = {}
    block = _Blocks(facts)
    for quantity in sorted(facts.quantities, key=lambda quantity: quantity.span):
        if not quantity.indicator:
            continue
        key = quantity.indicator.casefold()
        column = _column(quantity)
        draft = latest.get(key)
        here = block.of(quantity)
        if draft is None or draft.block != here or column in draft.cells:
            draft = _Draft(quantity.indicator, here)
            drafts.append(draft)
            latest[key] = draft
        _place(draft, column, quantity)
        home[quantity.id] = draft
        whole = home.get(quantity.of or "")
        if whole is not None and whole is not draft:
            whole.parts.append(quantity)
    return tuple(_row(draft) for draft in drafts)


class _Blocks:
    """The block in which a quantity stands, for quantities in reading order."""

    def __init__(self, facts: Facts) -> None:
        self.starts = [block.span.start for block in facts.text.blocks]
        self.index = 0

    def of(self, quantity: Quantity) -> int:
        while self.index < len(self.starts) and self.starts[self.index] <= quantity.span.start:
            self.index += 1
        return self.index


def _column(quantity: Quantity) -> str:
    if quantity.role == "change":
        return {"previous": "change_previous", "same_period": "change_same_period"}.get(quantity.base or "", "other")
    if quantity.role in ("cumulative", "plan", "share_of_plan"):
        return quantity.role
    if quantity.role == "part" and quantity.period is not None and ".." in quantity.period:
        return "cumulative"
    return "other" if quantity.role in ("rate", "rank") else "value"


def _place(draft: _Draft, column: str, quantity: Quantity) -> None:
    if column in ("value", "cumulative", "plan", "share_of_plan"):
        draft.cells[column] = quantity
    else:
        draft.lists.setdefault(column, []).append(quantity)


def _row(draft: _Draft) -> IndicatorRow:
    main = draft.cells.get("value") or draft.cells.get("cumulative") or draft.cells.get("plan")
    every = [*draft.cells.values(), *(quantity for group in draft.lists.values() for quantity in group)]
    first = main or every[0]
    return IndicatorRow(
        indicator=draft.indicator,
        unit=first.unit,
        period=first.period,
        value=draft.cells.get("value"),
        cumulative=draft.cells.get("cumulative"),
        plan=draft.cells.get("plan"),
        share_of_plan=draft.cells.get("share_of_plan"),
        change_previous=tuple(draft.lists.get("change_previous", ())),
        change_same_period=tuple(draft.lists.get("change_same_period", ())),
        other=tuple(draft.lists.get("other", ())),
        parts=tuple(draft.parts),
        derived=_derive(draft),
    )


def _derive(draft: _Draft) -> tuple[Derived, ...]:
    """The implied plan, and the implied figures of the period before and of the same period."""
    done = draft.cells.get("cumulative") or draft.cells.get("value")
    derived: list[Derived] = []
    if done is None or done.value is None or done.unit == "%":
        return ()
    share = draft.cells.get("share_of_plan")
    if share is not None and share.value and "plan" not in draft.cells:
        derived.append(Derived("plan", _rounded(done.value * _HUNDRED / share.value), (done.id, share.id)))
    for column, name in (("change_previous", "previous"), ("change_same_period", "same_period")):
        before = _before(done, draft.lists.get(column, ()))
        if before is not None:
            derived.append(Derived(name, *before))
    return tuple(derived)


def _before(done: Quantity, changes: Sequence[Quantity]) -> tuple[Decimal, tuple[str, ...]] | None:
    """What ``done`` was before the change: exact from an absolute change, else from a percentage."""
    value = done.value
    for change in sorted(changes, key=lambda change: change.unit == "%"):
        if change.value is None or value is None or change.period != done.period:
            continue
        if change.unit == done.unit:
            return value - change.value, (done.id, change.id)
        if change.unit == "%" and change.value > -_HUNDRED:
            return _rounded(value * _HUNDRED / (_HUNDRED + change.value)), (done.id, change.id)
    return None


def _rounded(value: Decimal) -> Decimal:
    """``value`` to six significant digits: no more is implied by a percentage."""
    return value.quantize(Decimal(1).scaleb(value.adjusted() - _DIGITS + 1)).normalize() + 0


__all__ = ["Derived", "IndicatorRow", "indicator_rows"]
