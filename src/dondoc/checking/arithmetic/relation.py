"""One arithmetical relation between figures: what it computes, what each figure would have to be, how it is written."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, DivisionByZero, InvalidOperation
from itertools import product
from typing import Literal

from dondoc.checking.arithmetic.intervals import Interval, interval_of
from dondoc.facts import CheckKind, Quantity
from dondoc.frozen import quickly_made

Form = Literal["sum", "ratio", "times", "difference", "growth", "growth_of"]
_KIND: dict[Form, CheckKind] = {
    "sum": "sum",
    "ratio": "ratio",
    "times": "ratio",
    "difference": "difference",
    "growth": "growth",
    "growth_of": "growth",
}
_HUNDRED = Decimal(100)
_ONE, _NOUGHT = Decimal(1), Decimal(0)


@quickly_made
@dataclass(frozen=True, slots=True)
class Relation:
    """``args`` give ``result``. ``certain``: the text leaves no doubt that it claims this; ``likely``: it seems
    to, and any one slip that explains a difference confirms it. ``doubt``: another reading that would explain one.
    ``tied``: likely, and so told that figures of other matters would not stand there: no slip must explain a small
    difference. ``complete``: the words say that the parts of a sum are all of it. ``held_only``: worth
    telling where it holds, no claim of the text where it does not. ``growth`` takes the value and its change,
    ``growth_of`` two values; ``times`` is a ratio told as a number (gấp 1,8 lần), no percentage."""

    form: Form
    args: tuple[Quantity, ...]
    result: Quantity
    rule: str
    certain: bool = True
    doubt: str | None = None
    likely: bool = False
    complete: bool = True
    held_only: bool = False
    tied: bool = False

    @property
    def kind(self) -> CheckKind:
        """The kind of check it makes."""
        return _KIND[self.form]


def form_of(kind: str, args: Sequence[Quantity], result: Quantity) -> Form | None:
    """The form of a check of ``kind`` of ``args`` that ends in ``result``; None for comparisons."""
    if kind == "ratio":
        return "ratio" if result.unit == "%" else "times"
    if kind == "growth":
        return "growth" if args[1].role == "change" else "growth_of"
    return next((form for form, name in _KIND.items() if name == kind), None)


def _scale(form: Form) -> Decimal:
    return _ONE if form == "times" else _HUNDRED


def forward(form: Form, values: Sequence[Decimal]) -> Decimal:
    """Return what the relation computes from ``values``."""
    if form == "sum":
        return sum(values, Decimal(0))
    first, second = values[0], values[1]
    if form == "difference":
        return first - second
    if form in ("ratio", "times"):
        return first / second * _scale(form)
    if form == "growth":
        return second / (first - second) * _HUNDRED
    return (first - second) / second * _HUNDRED


def solve(form: Form, index: int, args: Sequence[Decimal], result: Decimal) -> Decimal:
    """Return what argument ``index`` would have to be for the others to give ``result``."""
    first, second = args[0], args[1]
    if form == "sum":
        return result - sum(args, Decimal(0)) + args[index]
    if form == "difference":
        return result + second if index == 0 else first - result
    if form in ("ratio", "times"):
        return result * second / _scale(form) if index == 0 else first / result * _scale(form)
    if form == "growth":
        return second * (_HUNDRED + result) / result if index == 0 else first * result / (_HUNDRED + result)
    return second * (_HUNDRED + result) / _HUNDRED if index == 0 else first * _HUNDRED / (_HUNDRED + result)


def _corners(compute: Callable[[Sequence[Decimal]], Decimal], intervals: Sequence[Interval]) -> Interval | None:
    try:
        values = [compute(point) for point in product(*((part.low, part.high) for part in intervals))]
    except (DivisionByZero, InvalidOperation):
        return None
    return Interval(min(values), max(values))


def computed_interval(relation: Relation) -> Interval | None:
    """All values that the result may have, given the arguments; None where the sum cannot be done."""
    intervals = [interval_of(quantity) for quantity in relation.args]
    if relation.form == "sum":
        return Interval(sum((i.low for i in intervals), Decimal(0)), sum((i.high for i in intervals), Decimal(0)))
    first, second = intervals[0], intervals[1]
    if relation.form == "difference":
        return first - second
    if relation.form in ("ratio", "times", "growth_of") and first.low >= 0 and second.low > 0:
        less, scale = _HUNDRED if relation.form == "growth_of" else 0, _scale(relation.form)
        return Interval(first.low / second.high * scale - less, first.high / second.low * scale - less)
    return _corners(lambda point: forward(relation.form, point), intervals)


def exact_value(relation: Relation, place: int) -> Decimal:
    """What figure ``place``, the result behind the last argument, would have to be for the others to give it."""
    values = [value_of(figure) for figure in relation.args]
    if place == len(values):
        return forward(relation.form, values)
    return solve(relation.form, place, values, value_of(relation.result))


def adding_up(relation: Relation, place: int, mended: Quantity) -> Quantity:
    """``mended`` as figure ``place`` of a sum or difference: what is written on paper adds up to the last digit."""
    return replace(mended, value=exact_value(relation, place)) if relation.form in ("sum", "difference") else mended


def needed_interval(relation: Relation, index: int) -> Interval | None:
    """All values that argument ``index`` may have for the relation to hold."""
    intervals = [interval_of(quantity) for quantity in relation.args]
    result = interval_of(relation.result)
    if relation.form == "sum":
        others = [part for place, part in enumerate(intervals) if place != index]
        return Interval(
            result.low - sum((part.high for part in others), Decimal(0)),
            result.high - sum((part.low for part in others), Decimal(0)),
        )
    first, second = intervals
    if relation.form == "difference":
        return result + second if index == 0 else first - result
    if relation.form in ("ratio", "times", "growth_of") and min(first.low, second.low) >= 0:
        more, scale = _HUNDRED if relation.form == "growth_of" else Decimal(0), _scale(relation.form)
        share = Interval(result.low + more, result.high + more)
        if index == 0 and share.low >= 0:
            return Interval(share.low * second.low / scale, share.high * second.high / scale)
        if index == 1 and share.low > 0:
            return Interval(first.low / share.high * scale, first.high / share.low * scale)
    return _corners(lambda point: solve(relation.form, index, point[:-1], point[-1]), [*intervals, result])


def holds(relation: Relation) -> bool:
    """Whether the figures as printed can all be right."""
    try:
        computed = computed_interval(relation)
    except ArithmeticError:
        return False
    return computed is not None and computed.meets(interval_of(relation.result))


def is_nearly_exact(relation: Relation) -> bool:
    """Whether a sum is within the rounding of its figures, whatever words of approximation they bear."""
    steps = sum((2 * figure.half_step for figure in (*relation.args, relation.result)), Decimal(0))
    apart = sum(map(value_of, relation.args)) - value_of(relation.result)
    return abs(apart) <= steps and interval_of(relation.result).high > 0


def value_of(quantity: Quantity) -> Decimal:
    """The value of a readable figure."""
    value = quantity.value
    return _NOUGHT if value is None else value
