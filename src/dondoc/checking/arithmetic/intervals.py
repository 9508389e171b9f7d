"""A printed figure is an interval: half a unit of its last written digit on either side.

Counts of things are exact (23 doanh nghiệp is 23); words of approximation widen: "trên" upwards, "dưới" downwards,
"khoảng" both ways, up to the next figure that would be told so, a twentieth at most; by less where it is told to its
fourth digit.
"""

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from dondoc.facts import Approximation, Quantity
from dondoc.frozen import quickly_made

_HALF, _NOUGHT = Decimal("0.5"), Decimal(0)
_LOOSE, _FINE, _ROUND = Decimal("0.05"), Decimal("0.005"), 3
_TINY = Decimal("1e-9")
_CONTINUOUS = frozenset(
    """
    % đồng usd eur ha m² m2 m3 m³ km km² km2 m tấn kg tạ kwh mwh lít giờ ngày đồng/người USD đồng/tháng điểm lần
    """.split()  # noqa: SIM905
)  # fmt: skip


@quickly_made
@dataclass(frozen=True, slots=True)
class Interval:
    """All values from ``low`` to ``high``, both included."""

    low: Decimal
    high: Decimal

    def __add__(self, other: "Interval") -> "Interval":
        return Interval(self.low + other.low, self.high + other.high)

    def __sub__(self, other: "Interval") -> "Interval":
        return Interval(self.low - other.high, self.high - other.low)

    def meets(self, other: "Interval") -> bool:
        """Whether the two have a value in common (a billionth of it aside, which division loses)."""
        slack = _TINY * max(abs(self.high), abs(other.high), Decimal(1))
        return self.low - slack <= other.high and other.low - slack <= self.high


def is_exact(quantity: Quantity) -> bool:
    """Whether the figure counts things one by one, so that rounding cannot explain a difference.

    What is printed with decimals, and what is told by something else ("tạ/ha"), was measured.
    """
    return quantity.approx is None and _is_of_things(quantity.unit) and quantity.half_step in (_HALF, _NOUGHT)


def is_counted(quantity: Quantity) -> bool:
    """Whether the figure counts things one by one, however roughly."""
    return _is_of_things(quantity.unit) and quantity.half_step in (_HALF, _NOUGHT)


@lru_cache(maxsize=1024)
def _is_of_things(unit: str | None) -> bool:
    """Whether a unit is that of things, no measure."""
    words = (unit or "").lower()
    return "/" not in words and words not in _CONTINUOUS


def telling_digits(quantity: Quantity) -> int:
    """How many digits a readable figure has without the noughts at its end: 3 for 26.300."""
    return 0 if quantity.value is None else _digits(quantity.value)


@lru_cache(maxsize=4096)
def _digits(value: Decimal) -> int:
    return len(value.normalize().as_tuple().digits)


def printed_digits(quantity: Quantity) -> int:
    """How many digits a readable figure is printed to: 3 for 16,0%, of which two tell."""
    if quantity.value is None or not quantity.half_step:
        return 0
    return len(str(int(abs(quantity.value) / (2 * quantity.half_step))))


def is_round(quantity: Quantity) -> bool:
    """Whether a figure is told roughly; one told to its fourth digit (khoảng 183.859 tấn) is not round."""
    if quantity.approx is None or quantity.value is None:
        return False
    return telling_digits(quantity) <= _ROUND


def _looseness(value: Decimal, approx: Approximation) -> Decimal:
    """How far a figure told roughly may lie: "hơn 26.000" is below 27.000, "khoảng 210.000" within 5.000 of it."""
    if _digits(value) > _ROUND:
        return abs(value) * _FINE
    exponent = value.normalize().as_tuple().exponent
    unit = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
    return min(abs(value) * _LOOSE, unit * (_HALF if approx == "about" else 1))


def interval_of(quantity: Quantity) -> Interval:
    """The values that the printed figure may stand for. Its value must be readable."""
    step = _NOUGHT if is_exact(quantity) else quantity.half_step
    return _interval(quantity.value if quantity.value is not None else _NOUGHT, step, quantity.approx)


@lru_cache(maxsize=4096)
def _interval(value: Decimal, step: Decimal, approx: Approximation | None) -> Interval:
    """The same of what is printed: rules ask for the figures of a text again and again."""
    low, high = value - step, value + step
    if approx is not None:
        loose = _looseness(value, approx)
        low -= loose if approx in ("about", "under") else 0
        high += loose if approx in ("about", "over") else 0
    return Interval(low, high)
