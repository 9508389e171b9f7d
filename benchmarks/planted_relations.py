"""Figures that a sentence ties together, and whether they agree: half a unit of the last printed digit on either side.

That is all the truth the benchmark has; it shares no code with the rules it measures.
"""

from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal


@dataclass(frozen=True, slots=True)
class Printed:
    """A figure as printed: ``digits`` and where they begin; ``slot`` is its name in the relation."""

    slot: str
    digits: str
    start: int

    @property
    def end(self) -> int:
        """Behind the last digit."""
        return self.start + len(self.digits)


@dataclass(slots=True)
class Relation:
    """Figures that a sentence ties together; ``kind`` says how."""

    kind: str
    figures: list[Printed] = field(default_factory=list)


def written(value: Decimal) -> str:
    """``value`` in Vietnamese notation with all the decimals it has."""
    whole, _, decimals = f"{value:f}".partition(".")
    grouped = f"{int(whole):,}".replace(",", ".")
    return f"{grouped},{decimals}" if decimals else grouped


def value_of(digits: str) -> Decimal:
    """The value of printed digits."""
    return Decimal(digits.replace(".", "").replace(",", "."))


def half(digits: str) -> Decimal:
    """Half a unit of the last printed decimal; nothing for whole numbers, which are counts."""
    decimals = len(digits.partition(",")[2])
    return Decimal(5) / 10 ** (decimals + 1) if decimals else Decimal(0)


def rounded(value: Decimal, decimals: int) -> Decimal:
    """``value`` as one rounds by hand."""
    return value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def agrees(kind: str, printed: dict[str, str]) -> bool:
    """Whether printed figures can all be right, with whole numbers taken to half a unit in shares and rates."""
    v = {slot: value_of(digits) for slot, digits in printed.items()}
    h = {
        slot: half(digits) or (Decimal("0.5") if kind not in _EXACT else Decimal(0)) for slot, digits in printed.items()
    }
    try:
        low, high, slot = _range(kind, v, h)
    except ArithmeticError:
        return False
    return low <= v[slot] + h[slot] and high >= v[slot] - h[slot]


_EXACT = frozenset(
    ("part", "sum2", "sum3", "sum4", "difference", "left", "counted", "cumulative", "more", "sum_trade", "sum_sides")
)


def _range(kind: str, v: dict[str, Decimal], h: dict[str, Decimal]) -> tuple[Decimal, Decimal, str]:
    """What the others give for one slot, from least to most."""

    def between(low: Decimal, high: Decimal) -> tuple[Decimal, Decimal]:
        return min(low, high), max(low, high)

    if kind in ("share", "part", "named"):
        return *between((v["d"] - h["d"]) / (v["p"] + h["p"]) * 100, (v["d"] + h["d"]) / (v["p"] - h["p"]) * 100), "q"
    if kind.startswith("sum"):
        parts = [slot for slot in v if slot != "w"]
        total, slack = sum(v[slot] for slot in parts), sum(h[slot] for slot in parts)
        return Decimal(total - slack), Decimal(total + slack), "w"
    if kind == "growth_change":
        rates = [
            (v["c"] + x * h["c"]) / (v["n"] + y * h["n"] - v["c"] - x * h["c"]) * 100 for x in (-1, 1) for y in (-1, 1)
        ]
        return min(rates), max(rates), "r"
    if kind == "growth_base":
        rates = [((v["n"] + x * h["n"]) / (v["b"] + y * h["b"]) - 1) * 100 for x in (-1, 1) for y in (-1, 1)]
        return min(rates), max(rates), "r"
    if kind == "difference":
        return v["b"] - v["n"], v["b"] - v["n"], "c"
    if kind == "more":
        slack = h["n"] + h["b"]
        return v["n"] - v["b"] - slack, v["n"] - v["b"] + slack, "c"
    if kind == "left":
        return v["w"] - v["d"], v["w"] - v["d"], "l"
    if kind == "cumulative":
        slack = h["p"] + h["m"]
        return v["p"] + v["m"] - slack, v["p"] + v["m"] + slack, "s"
    if kind == "average":
        return (v["t"] - h["t"]) / v["k"], (v["t"] + h["t"]) / v["k"], "m"
    if kind == "harvest":
        return (v["a"] - h["a"]) * (v["y"] - h["y"]) / 10, (v["a"] + h["a"]) * (v["y"] + h["y"]) / 10, "h"
    raise ValueError(kind)
