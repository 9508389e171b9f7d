"""The smallest slip that explains a figure: one digit, two digits swapped, a digit dropped or doubled, a separator.

Finds         15,268 for 25,268 · 63 for 36 · 1.097 for 10.97 · 402,590 for 402.590
Leaves alone  124 for 248: two digits differ; figures written in words or in two units (15 tỷ 298 triệu)
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Literal

from dondoc.checking.arithmetic.intervals import Interval, is_exact
from dondoc.facts import Quantity
from dondoc.text import Text

Slip = Literal["digit", "swap", "length", "separator"]
_NUMBER = re.compile(r"(?<![^\W\d_])\d[\d.,]*")  # and not the 3 of m3
_LIMIT = 64
_PAIR = 2
_COST: dict[Slip, int] = {"digit": 0, "swap": 0, "length": 1, "separator": 1}


@dataclass(frozen=True, slots=True)
class Repair:
    """``quantity`` as it should have been written, and the slip that made it what it is."""

    quantity: Quantity
    slip: Slip
    digits: int

    @property
    def cost(self) -> int:
        """Smaller is likelier."""
        return _COST[self.slip]


def find_repair(text: Text, quantity: Quantity, needed: Interval) -> Repair | None:
    """Return ``quantity`` with the smallest slip undone that brings it into ``needed``, or None.

    Of slips of one kind it is the one that comes closest to the middle: 145 for 154 where 144 to 146 would do.
    """
    value = quantity.value
    numbers = _NUMBER.findall(text[quantity.span])
    if len(numbers) != 1 or value is None or quantity.half_step <= 0:
        return None
    step = quantity.half_step * 2
    written = abs(value) / step
    if written != written.to_integral_value() or not written:
        return None
    sign = -1 if value < 0 else 1
    margin = Decimal(0) if is_exact(quantity) else quantity.half_step
    bounds = sorted((sign * needed.low, sign * needed.high))
    low = ((bounds[0] - margin) / step).to_integral_value(ROUND_CEILING)
    high = ((bounds[1] + margin) / step).to_integral_value(ROUND_FLOOR)
    digits = str(int(written))
    telling = len(digits) if "," in numbers[0] else len(digits.rstrip("0"))
    best: tuple[int, Slip] | None = None
    middle = (bounds[0] + bounds[1]) / 2 / step
    for candidate in sorted(_candidates(int(low), int(high), digits), key=lambda one: abs(one - middle)):
        slip = slip_between(digits, str(candidate)) if len(digits) != _PAIR else _of_two(digits, candidate)
        if slip and (best is None or _COST[slip] < _COST[best[1]]):
            best = candidate, slip
            if not _COST[slip]:
                break  # none is smaller
    if best is None:
        return _moved_separator(quantity, needed, telling)
    return Repair(replace(quantity, value=sign * best[0] * step), best[1], telling)


def _moved_separator(quantity: Quantity, needed: Interval, digits: int) -> Repair | None:
    """The same digits with the separator elsewhere: 54689 for 546,89."""
    value = value_or_zero(quantity)
    for places in (-1, -2, -3, 1, 2, 3):
        moved = value.scaleb(places)
        if is_exact(quantity) and moved != moved.to_integral_value():
            continue  # 67 hộ is no 0,67 hộ
        if needed.low <= moved <= needed.high:
            step = quantity.half_step.scaleb(places)
            return Repair(replace(quantity, value=moved, half_step=step), "separator", digits)
    return None


def value_or_zero(quantity: Quantity) -> Decimal:
    """The value of a figure, 0 where it cannot be read."""
    return quantity.value if quantity.value is not None else Decimal(0)


def _candidates(low: int, high: int, digits: str) -> Iterator[int]:
    if high < max(low, 1):
        return
    if high - low <= _LIMIT:
        yield from range(max(low, 1), high + 1)
        return
    for changed in _slips(digits):
        candidate = int(changed)
        if low <= candidate <= high and changed[:1] != "0":
            yield candidate


def _slips(digits: str) -> Iterator[str]:
    """What one slip makes of ``digits``: another digit, two changed places, one more, one less."""
    for index in range(len(digits) + 1):
        head, rest = digits[:index], digits[index:]
        for new in "0123456789":
            yield head + new + rest[1:]
            yield head + new + rest
        if rest:
            yield head + rest[1:] or "0"
        if len(rest) > 1:
            yield head + rest[1] + rest[0] + rest[2:]


def _of_two(digits: str, candidate: int) -> Slip | None:
    """Numbers below ten are written 06, so that two digits may change places: 60 for 06."""
    return slip_between(digits, str(candidate).zfill(_PAIR)) or slip_between(digits, str(candidate))


def slip_between(written: str, meant: str) -> Slip | None:
    """Name the slip that turns the digits ``meant`` into ``written``."""
    if len(written) == len(meant):
        differ = [index for index, (a, b) in enumerate(zip(written, meant, strict=True)) if a != b]
        if len(differ) == 1:
            return "digit"
        if len(differ) == 2 and differ[1] - differ[0] == 1 and written[differ[0]] == meant[differ[1]]:
            return "swap" if written[differ[1]] == meant[differ[0]] else None
        return None
    short, long = sorted((written, meant), key=len)
    if len(long) - len(short) > 1 and long.rstrip("0") == short.rstrip("0"):
        return "separator"
    if len(short) > 1 and len(long) - len(short) == 1:
        index = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
        return "length" if long[:index] + long[index + 1 :] == short else None
    return None
