"""A written amount: digits, the words that multiply them, and the unit.

Finds         2.156,711 tỷ đồng · 3,5 ngàn tỷ đồng · 15 tỷ 298 triệu đồng · 4,45 triệu tấn · 142 tỷ (đồng understood)
Leaves alone  1.097 with nothing countable after it: no unit, for the caller to judge
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from dondoc.grammar.measures.unit_words import LETTERS, UnitWords, first_word, read_unit, with_rate
from dondoc.grammar.numbers import read_number
from dondoc.lexicon.units import unit_lexicon

_LEXICON = unit_lexicon()
# "15,6 tỷđồng", "4 triệuUSD": money right behind what multiplies it.
_GLUED = ("đ", "đồng", "usd")
_SCALE = re.compile(
    rf"[ \u00a0]*(tỷ|tỉ|triệu|nghìn|ngàn|trăm|vạn|tr)(?!(?!(?:{'|'.join(_GLUED)})(?![{LETTERS}]))[{LETTERS}]|"
    rf"(?<=ỷ|ỉ)[ ](?:lệ|trọng|giá|suất)\b)"
    rf"(?:[ \u00a0](tỷ|tỉ|triệu|nghìn|ngàn)(?![{LETTERS}]))?",
    re.I,
)
_SHORT = re.compile(
    rf"[ \u00a0]*tr\.?[ ]?(?=(?:đ|đồng|usd|người|hk|hành khách|lượt|tấn|sản phẩm|kwh)(?![{LETTERS}]))", re.I
)
_MORE = re.compile(
    rf",?[ \u00a0]+([0-9]{{1,3}}(?:,[0-9]+)?)[ \u00a0]*(tỷ|tỉ|triệu|nghìn|ngàn|trăm nghìn|trăm triệu)(?![{LETTERS}])",
    re.I,
)
_MONEY = _LEXICON.words["đồng"]
_SCALES = (*_LEXICON.scales, "tr")
_SCALE_WORDS = frozenset({*_SCALES, *(scale + money for scale in _SCALES for money in _GLUED)})
# "chuyển 30 tỷ công ty B đã nhận", "300 triệu dự án này còn thiếu": money, for nobody counts millions of them.
_MILLION = 6
_NEVER_MILLIONS = frozenset({
    "công ty", "ngân hàng", "đơn vị", "dự án", "công trình", "chương trình", "tỉnh", "huyện", "xã", "phường",
})  # fmt: skip
_LARGE_MEASURES = ("tấn", "ha", "người", "năm", "tháng")
_LONGEST_EXACT = 26


@dataclass(slots=True)
class Amount:
    """A number with everything that belongs to it; ``unit`` None where nothing countable follows."""

    end: int
    value: Decimal | None
    half_step: Decimal
    unit: UnitWords | None
    scaled: bool
    warning: str | None


def read_amount(text: str, written: str, end: int, *, unit: UnitWords | None = None) -> Amount:
    """Read the amount whose digits ``written`` end at ``end``; ``unit`` where another number already has it."""
    if unit is not None:
        number = read_number(written, whole=unit.unit.whole, share=unit.unit.kind == "percent")
        return Amount(end, number.value, number.half_step, unit, False, number.warning)
    word = first_word(text, end)
    if word is None or word[1].lower() not in _SCALE_WORDS:
        return _unscaled(written, end, read_unit(text, end, word))
    exponent, scale_end = read_scale(text, end)
    unit = read_unit(text, scale_end)
    if unit is not None and exponent >= _MILLION and unit.name in _NEVER_MILLIONS:
        unit = None
    if not exponent:
        return _unscaled(written, end, unit)
    number = read_number(written, scaled=True)
    value, half_step = number.value, number.half_step.scaleb(exponent)
    value = None if value is None else _plain(value.scaleb(exponent))
    if unit is None:
        value, half_step, scale_end = _add_lower(text, scale_end, value, half_step, exponent)
        unit = read_unit(text, scale_end)
        if unit is not None and unit.unit.kind != "money":
            unit = None
        if unit is None:
            unit = rated_money(text, scale_end)
    return Amount(unit.end, value, _plain(half_step), unit, True, number.warning)


def _unscaled(written: str, end: int, unit: UnitWords | None) -> Amount:
    """The amount of ``written``, which ends at ``end``, with its ``unit`` and no words that multiply it."""
    if unit is None:
        number = read_number(written)
        return Amount(end, number.value, number.half_step, None, False, number.warning)
    whole = unit.unit.whole and not _is_fine_price(written, unit)
    number = read_number(written, whole=whole, share=unit.unit.kind == "percent")
    return Amount(unit.end, number.value, number.half_step, unit, False, number.warning)


def _is_fine_price(written: str, unit: UnitWords) -> bool:
    """``71,283 USD/thùng``, ``31,268 USD/tấn``: money of another country for a measure, told to its thousandth. For a
    large measure one pays thousands: ``1,250 USD/tấn``."""
    name, _, measure = (unit.name or "").partition("/")
    if unit.unit.kind != "money" or name == _MONEY.name or not measure:
        return False
    return measure not in _LARGE_MEASURES or (measure == "tấn" and written[1:2] != "," and not written.endswith("0"))


def read_scale(text: str, position: int) -> tuple[int, int]:
    """The power of ten of the multiplying words at ``position`` (0: none) and where they end."""
    match = _SCALE.match(text, position)
    if match is None:
        short = _SHORT.match(text, position)
        return (6, short.end()) if short else (0, position)
    if match[1].lower() == "tr":
        short = _SHORT.match(text, position)
        return (6, short.end()) if short else (0, position)
    first = _LEXICON.scales[match[1].lower()]
    second = _LEXICON.scales[match[2].lower()] if match[2] else 0
    return first + second, match.end()


def rated_money(text: str, position: int) -> UnitWords:
    """Đồng that the text leaves out ("70 tỷ/tháng")."""
    return with_rate(text, position, "đồng", _MONEY)


def _add_lower(
    text: str, end: int, value: Decimal | None, half_step: Decimal, exponent: int
) -> tuple[Decimal | None, Decimal, int]:
    """Add the lower parts of a compound ("15 tỷ 298 triệu")."""
    while value is not None:
        match = _MORE.match(text, end)
        if match is None:
            break
        lower = sum(_LEXICON.scales[word] for word in match[2].lower().split())
        if lower >= exponent:
            break
        number = read_number(match[1], scaled=True)
        if number.value is None:
            break
        value += _plain(number.value.scaleb(lower))
        half_step, end, exponent = number.half_step.scaleb(lower), match.end(), lower
    return value, half_step, end


def _plain(value: Decimal) -> Decimal:
    """``value`` without an exponent, so that it prints as it is."""
    return value + 0 if value.adjusted() < _LONGEST_EXACT else Decimal(f"{value:f}")
