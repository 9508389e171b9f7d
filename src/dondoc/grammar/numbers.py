"""Numbers as Vietnamese offices write them: "." groups thousands, "," is the decimal mark, with the usual slips.

Reads         1.097 · 2.156,711 · 02 · 1.010.709.500 · 12,5 · 1 250 000 · hai mươi lăm · một phần ba
With warning  8.5 (a point for the comma) · 402,590 of a unit counted in whole numbers · 1,234,567 · 3O (a letter)
Unreadable    1.23.4567: value None, never a guess
"""

import re
from dataclasses import dataclass
from decimal import Decimal

COMMA_AS_POINT = "dấu phẩy được hiểu là dấu phân cách hàng nghìn"
POINT_AS_COMMA = "dấu chấm được hiểu là dấu thập phân"
ENGLISH_MARKS = "số viết theo kiểu Anh, đã đổi sang cách viết Việt Nam"
LETTER_FOR_DIGIT = "chữ cái trong số được hiểu là chữ số"
UNREADABLE = "không đọc được số"

_HALF = Decimal("0.5")
_LONGEST = 40
_STEPS = tuple(_HALF.scaleb(-places) for places in range(_LONGEST))
_GROUPED = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+")
_GROUPED_BY_COMMA = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+")
_GROUPED_BY_SPACE = re.compile(r"[0-9]{1,3}(?:[ \u00a0][0-9]{3})+")
_LETTERS = str.maketrans("OolI", "0011")

_ONES = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "nhăm": 5, "sáu": 6,
    "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
_SCALES = {"trăm": 100, "nghìn": 1000, "ngàn": 1000, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9}


@dataclass(slots=True)
class Number:
    """A written number: its value (None: unreadable), half a unit of its last digit, and what was wrong with it."""

    value: Decimal | None
    half_step: Decimal
    warning: str | None = None


def read_number(written: str, *, whole: bool = False, scaled: bool = False, share: bool = False) -> Number:
    """Read the digits ``written``.

    What follows decides doubtful marks. Three digits after a single comma are thousands only before a unit that is
    counted in ``whole`` numbers (``402,590 kWh``, ``1,250 hộ``) and not before a ``scaled`` one (``2,156 tỷ``). Three
    digits after a single point are decimals only in a ``share`` (``12.345%``) or after a nought (``0.125``).
    """
    if len(written) > _LONGEST:
        return Number(None, _HALF, UNREADABLE)
    if written.isdecimal():
        return Number(Decimal(written), _HALF)
    integer, comma, decimals = written.partition(",")
    if comma and decimals.isdecimal():
        if integer.isdecimal():
            if len(decimals) == 3 and whole and not scaled and 1 <= len(integer) <= 3 and integer != "0":
                return Number(Decimal(integer + decimals), _HALF, COMMA_AS_POINT)
            return _decimal(integer, decimals)
        if _GROUPED.fullmatch(integer):
            return _decimal(integer.replace(".", ""), decimals)
    return _read_slip(written, share=share)


def _read_slip(written: str, *, share: bool) -> Number:
    """Read a number without a plain decimal comma: grouped thousands, or marks of another country."""
    integer, point, decimals = written.rpartition(".")
    if _GROUPED.fullmatch(written) and not (written.count(".") == 1 and (share or integer == "0")):
        return Number(Decimal(written.replace(".", "")), _HALF)
    if _GROUPED_BY_COMMA.fullmatch(written):
        return Number(Decimal(written.replace(",", "")), _HALF, ENGLISH_MARKS)
    if _GROUPED_BY_SPACE.fullmatch(written):
        return Number(Decimal(re.sub(r"\s", "", written)), _HALF)
    if point and decimals.isdecimal():
        if integer.isdecimal() or (_GROUPED.fullmatch(integer) and len(decimals) != 3):
            return _decimal(integer.replace(".", ""), decimals, POINT_AS_COMMA)
        if _GROUPED_BY_COMMA.fullmatch(integer):
            return _decimal(integer.replace(",", ""), decimals, ENGLISH_MARKS)
    repaired = written.translate(_LETTERS)
    if repaired != written:
        number = read_number(repaired, share=share)
        return Number(number.value, number.half_step, LETTER_FOR_DIGIT if number.value is not None else UNREADABLE)
    return Number(None, _HALF, UNREADABLE)


def _decimal(integer: str, decimals: str, warning: str | None = None) -> Number:
    return Number(Decimal(f"{integer}.{decimals}"), _STEPS[len(decimals)], warning)


def parse_number(written: str) -> Decimal | None:
    """The value of digits or number words, None where they are no number.

    >>> parse_number("2.156,711")
    Decimal('2156.711')
    >>> parse_number("hai mươi lăm")
    Decimal('25')
    """
    written = written.strip()
    sign = -1 if written[:1] in ("-", "–", "−") else 1
    digits = written.lstrip("+-–− ")
    if (digits[:1].isdecimal() and digits.isascii()) or _GROUPED_BY_SPACE.fullmatch(digits):
        value = read_number(digits).value
        return None if value is None else sign * value
    in_words = read_words(written.lower().split())
    return None if in_words is None else Decimal(in_words)


def read_words(words: list[str]) -> int | None:
    """The value of cardinal words ("hai mươi lăm", "một trăm linh năm"), None where they are none."""
    total = section = current = 0
    seen = False
    for word in words:
        if word in ("linh", "lẻ"):
            continue
        if word in _ONES:
            current, seen = current + _ONES[word], True
        elif word in ("mười", "mươi"):
            current, seen = (current or 1) * 10, True
        elif word in _SCALES:
            if not seen:
                return None
            scale = _SCALES[word]
            if scale == 100:
                section, current = section + current * 100, 0
            else:
                total, section, current = total + (section + current) * scale, 0, 0
        else:
            return None
    return total + section + current if seen else None
