"""What two documents say against each other."""

from dataclasses import dataclass
from decimal import Decimal

from dondoc.checking.across.months import in_words
from dondoc.checking.across.statements import Statement
from dondoc.checking.arithmetic.intervals import Interval
from dondoc.checking.finding import Severity

HERE = "văn bản này"
SMALL = Decimal("0.03")
LARGE = Decimal("0.2")
_SCALES = (("tỷ", Decimal(10) ** 9), ("triệu", Decimal(10) ** 6))


@dataclass(frozen=True, slots=True)
class Contradiction:
    """``own`` in the document at hand (the figure to look at first) against ``others`` of earlier ones."""

    rule: str
    severity: Severity
    own: tuple[Statement, ...]
    others: tuple[Statement, ...]
    message: str
    mend: str | None = None


def revised(earlier: Statement, now: Interval) -> bool:
    """Whether ``now`` may be the settled figure of what was still an estimate in ``earlier``.

    A figure printed as an estimate may move by a fifth; one printed without the word, but before its period was over,
    by three percent. More is no settling but a slip of one of the two.
    """
    limit = LARGE if earlier.estimate else SMALL if earlier.early else Decimal(0)
    middle = (now.low + now.high) / 2
    return abs(middle - earlier.value) <= limit * abs(earlier.value)


def where(statement: Statement) -> str:
    """How a sentence names the document of a statement."""
    return statement.source.name if statement.source else ""


def subject(statement: Statement) -> str:
    """``Thu nội địa 9 tháng năm 2026``."""
    name = statement.name[:1].upper() + statement.name[1:]
    place = f" ({statement.area})" if statement.area else ""
    return f"{name}{place} {in_words(statement.months)}"


def written(value: Decimal, unit: str, like: str) -> str:
    """A computed value as the figure ``like`` beside it is printed: in its multiple, with its unit."""
    name, scale = next(((f"{word} ", size) for word, size in _SCALES if f" {word}" in like), ("", Decimal(1)))
    rounded = round(value / scale, 3)
    plain = format(rounded.normalize() if rounded else Decimal(0), ",f").replace(",", " ").replace(".", ",")
    shown_unit = "USD" if unit == "usd" else unit
    return f"{plain.replace(' ', '.')}{'' if shown_unit == '%' else ' '}{name}{shown_unit}".rstrip()
