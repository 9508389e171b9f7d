"""Numbers and amounts written as a Vietnamese document writes them.

``.`` groups thousands, ``,`` is the decimal mark; money goes up to triệu or tỷ where no digit is lost by it.
"""

from collections.abc import Iterable
from decimal import Decimal

CURRENCIES = {"đồng": "đồng", "VNĐ": "đồng", "USD": "USD", "EUR": "EUR"}
SCALES = ((Decimal(10) ** 9, "tỷ"), (Decimal(10) ** 6, "triệu"))
UNSCALED = "1"
_WRITTEN = {"tỷ": Decimal(10) ** 9, "triệu": Decimal(10) ** 6, "nghìn": Decimal(1000), UNSCALED: Decimal(1)}
_KEPT_DECIMALS = Decimal(1000)
_TEN = 10


def format_number(value: Decimal) -> str:
    """Return ``value`` in Vietnamese notation, without trailing zeros: 12345.60 → "12.345,6"."""
    whole, _, decimals = f"{abs(value):,f}".partition(".")
    decimals = decimals.rstrip("0")
    grouped = whole.replace(",", ".")
    sign = "-" if value < 0 and (whole != "0" or decimals) else ""
    return f"{sign}{grouped},{decimals}" if decimals else f"{sign}{grouped}"


def money_scale(values: Iterable[Decimal]) -> tuple[Decimal, str]:
    """Return the largest scale (factor, word) that writes every value with at most three decimals."""
    amounts = [abs(value) for value in values if value]
    for factor, word in SCALES:
        if amounts and max(amounts) >= factor and all(amount % (factor / _KEPT_DECIMALS) == 0 for amount in amounts):
            return factor, word
    return Decimal(1), ""


def format_amount(value: Decimal, unit: str | None) -> str:
    """Return ``value`` with its unit: "26,271 tỷ đồng", "118,5%", "711 ha"; the number alone where it has none."""
    if not unit:
        return format_number(value)
    if unit == "%":
        return f"{format_number(value)}%"
    if unit not in CURRENCIES:
        return f"{format_number(value)} {unit}"
    factor, word = money_scale([value])
    return " ".join(part for part in (format_number(value / factor), word, CURRENCIES[unit]) if part)


def format_terms(values: Iterable[Decimal], unit: str | None, written: str = "") -> tuple[list[str], str]:
    """Return numbers of one scale and the unit they share: (["25,268", "11,003"], "tỷ đồng").

    ``written`` is the word of scale that the text writes them with, where it is one: 14.820 triệu stays triệu;
    :data:`UNSCALED` where it writes them out in full.
    """
    terms = list(values)
    if unit not in CURRENCIES:
        return [format_number(term) for term in terms], unit or ""
    if written in _WRITTEN:
        shown = [format_number(term / _WRITTEN[written]) for term in terms]
        return shown, unit if written == UNSCALED else f"{written} {unit}"
    factor, word = money_scale(terms)
    smallest = min((abs(term) for term in terms if term), default=factor)
    if (
        smallest < factor and max(map(abs, terms)) < _TEN * factor
    ):  # 1.042 - 897 = 145 triệu USD, not 1,042 - 0,897 = 0,145 tỷ USD
        factor, word = next(((one, name) for one, name in SCALES if smallest >= one), (factor, word))
    return [format_number(term / factor) for term in terms], " ".join(part for part in (word, unit) if part)
