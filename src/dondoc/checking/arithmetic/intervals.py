"""A printed figure is an interval: half a unit of its last written digit on either side.

Counts of things are exact (23 doanh nghiệp is 23); words of approximation widen: "trên" upwards, "dưới" downwards,
"khoảng" both ways, up to the next figure that would be told so, a twentieth at most; by less where it is told to its
fourth digit.
"""

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from dondoc.facts import Quantity

_HALF = Decimal("0.5")
_LOOSE, _FINE, _ROUND = Decimal("0.05"), Decimal("0.005"), 3
_TINY = Decimal("1e-9")
_CONTINUOUS = frozenset(
    """
    % đồng usd eur ha m² m2 m3 m³ km km² km2 m tấn kg tạ kwh mwh lít giờ ngày đồng/người USD đồng/tháng điểm lần
    """.split()  # noqa: SIM905
)  # fmt: skip


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
    if quantity.approx is not None or quantity.half_step not in (_HALF, 0):
        return False
    return _is_counted(quantity.unit)


@lru_cache(maxsize=1024)
def _is_counted(unit: str | None) -> bool:
    """Whether a unit is that of things, no measure."""
    words = (unit or "").lower()
    return "/" not in words and words not in _CONTINUOUS


def telling_digits(quantity: Quantity) -> int:
    """How many digits a readable figure has without the noughts at its end: 3 for 26.300."""
    return 0 if quantity.value is None else len(quantity.value.normalize().as_tuple().digits)


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


def _looseness(quantity: Quantity, value: Decimal) -> Decimal:
    """How far a figure told roughly may lie: "hơn 26.000" is below 27.000, "khoảng 210.000" within 5.000 of it."""
    if not is_round(quantity):
        return abs(value) * _FINE
    exponent = value.normalize().as_tuple().exponent
    unit = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
    return min(abs(value) * _LOOSE, unit * (_HALF if quantity.approx == "about" else 1))


def interval_of(quantity: Quantity) -> Interval:
    """The values that the printed figure may stand for. Its value must be readable."""
    value = quantity.value if quantity.value is not None else Decimal(0)
    step = Decimal(0) if is_exact(quantity) else quantity.half_step
    low, high = value - step, value + step
    if quantity.approx is not None:
        loose = _looseness(quantity, value)
        low -= loose if quantity.approx in ("about", "under") else 0
        high += loose if quantity.approx in ("about", "over") else 0
    return Interval(low, high)
