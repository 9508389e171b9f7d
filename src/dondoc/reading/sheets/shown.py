"""A stored number as its format shows it, in Vietnamese notation.

Shows         1234567.5 in #,##0.0 as 1.234.567,5 · 0.2944 in 0.0% as 29,4% · 45996 in dd/mm/yyyy as 05/12/2025
              50000 in 0" ha" as 50000 ha · 1E+05 in full
Leaves alone  colours, conditions and the width of the column; a negative number keeps its minus sign
"""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

_BUILTIN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 14: "dd/mm/yyyy",
    15: "dd/mm/yyyy", 16: "dd/mm", 17: "mm/yyyy", 18: "hh:mm", 19: "hh:mm", 20: "hh:mm", 21: "hh:mm",
    22: "dd/mm/yyyy", 37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00", 41: "#,##0", 42: "#,##0",
    43: "#,##0.00", 44: "#,##0.00", 45: "mm:ss", 46: "hh:mm", 47: "mm:ss", 48: "0.0E+0",
}  # fmt: skip
_ASIDE = re.compile(r"\[\$([^\]-]*)[^\]]*\]|\[[^\]]*\]|[_*].")
_LITERAL = re.compile(r'"([^"]*)"|\\(.)')
_DIGITS = re.compile(r"[#0?][#0?,. ]*")
_DATE = re.compile(r"[ydhs]|(?<![a-z])m+(?![a-z])", re.IGNORECASE)
_SIGNIFICANT = 15
_GENERAL_DIGITS = 11
_WIDEST = 25
_LAST_DAY = 2_958_465


@dataclass(frozen=True, slots=True)
class Format:
    """What a format does to a number: decimals (None: as many as there are), grouping, scale, words around it."""

    decimals: int | None = None
    grouped: bool = False
    percent: bool = False
    thousands: int = 0
    before: str = ""
    after: str = ""
    date: str = ""

    @property
    def plain(self) -> bool:
        """Whether a whole number is shown by its digits alone."""
        return not (self.decimals or self.percent or self.thousands or self.before or self.after)


def builtin_code(number: int) -> str:
    """The code of a format that files name by number alone."""
    return _BUILTIN.get(number, "General")


@lru_cache(maxsize=512)
def read_format(code: str) -> Format:
    """Read the part of a format code that is for positive numbers."""
    section = _ASIDE.sub(lambda match: match[1] or "", code.split(";")[0][:200])
    if not section.strip() or "general" in section.lower() or section.strip() == "@":
        return Format()
    bare = _LITERAL.sub("", section)
    digits = _DIGITS.search(bare)
    if digits is None:
        return Format(date=_date(bare)) if _DATE.search(bare) else Format()
    if "/" in bare or re.search(r"e[+-]", bare, re.IGNORECASE):
        return Format()
    pattern = digits[0].rstrip(" ")
    scaled = len(pattern) - len(pattern.rstrip(","))
    pattern = pattern.rstrip(",")
    whole, _, decimals = pattern.partition(".")
    before, _, after = section.partition(digits[0])
    if not after and digits[0] not in section:
        before = after = ""
    return Format(
        decimals=sum(letter in "0#?" for letter in decimals),
        grouped="," in whole,
        percent="%" in bare,
        thousands=scaled,
        before=_words(before),
        after=_words(after).replace("%", "") if "%" in bare else _words(after),
    )


def _words(section: str) -> str:
    """The words a format puts beside the number; brackets around it are its sign or its looks."""
    shown = _LITERAL.sub(lambda match: match[1] if match[1] is not None else match[2], section)
    bare = shown.strip().strip("()-+")
    return shown.replace("(", "").replace(")", "") if re.search(r"[^\W\d_]", bare) or "%" in bare else ""


def _date(code: str) -> str:
    """Which parts of a day the format shows: "d", "m" (month and year), "y", "t" (a time of the day)."""
    low = code.lower()
    if "d" in low:
        return "d" if "y" in low else "dm"
    if "y" in low:
        return "m" if "m" in low else "y"
    return "t"


def show(value: str, form: Format, *, since_1904: bool = False) -> str | None:
    """The words that a cell of ``form`` shows for the stored number ``value``; None where it is none."""
    if form.date:
        return _show_date(value, form.date, since_1904)
    if form.plain and value.isdecimal() and len(value) <= _SIGNIFICANT:
        return f"{int(value):,}".replace(",", ".") if form.grouped else value
    try:
        number = Decimal(value)
    except ArithmeticError:
        return None
    if not number.is_finite() or abs(number.adjusted()) > _WIDEST:
        return None
    if form.percent:
        number = number.scaleb(2)
    if form.thousands:
        number = number.scaleb(-3 * form.thousands)
    if len(number.as_tuple().digits) > _SIGNIFICANT:
        number = _rounded(number, _SIGNIFICANT)
    if form.decimals is not None and form.decimals + number.adjusted() < _WIDEST:
        number = number.quantize(Decimal(1).scaleb(-form.decimals), ROUND_HALF_UP)
    else:
        number = _general(number)
    words = _notation(number, form.grouped)
    if form.percent:
        words += "%"
    return f"{form.before}{words}{form.after}".strip() if form.before or form.after else words


def _rounded(number: Decimal, digits: int) -> Decimal:
    if not number:
        return number
    return number.quantize(Decimal(1).scaleb(number.adjusted() - digits + 1), ROUND_HALF_UP)


def _general(number: Decimal) -> Decimal:
    """As a column of usual width shows it: eleven digits, no noughts at the end; whole numbers in full."""
    if number == number.to_integral_value():
        return number.quantize(Decimal(1))
    whole = max(number.adjusted() + 1, 1)
    number = number.quantize(Decimal(1).scaleb(-max(_GENERAL_DIGITS - 1 - whole, 0)), ROUND_HALF_UP)
    return number.normalize() if number.normalize().as_tuple().exponent != 0 else number.quantize(Decimal(1))


def _notation(number: Decimal, grouped: bool) -> str:
    if not number:
        number = abs(number)
    if grouped:
        return f"{number:,f}".translate(_SWAPPED)
    return f"{number:f}".replace(".", ",")


_SWAPPED = str.maketrans(",.", ".,")


def _show_date(value: str, shown: str, since_1904: bool) -> str | None:
    try:
        days = float(value)
    except ValueError:
        return None
    if not 0 <= days < _LAST_DAY:
        return None
    start = datetime(1904, 1, 1) if since_1904 else datetime(1899, 12, 30)
    return show_moment(start + timedelta(days=days), shown)


def show_moment(moment: datetime, shown: str) -> str:
    """A date as the parts ``shown`` of it are written."""
    if shown == "t":
        return f"{moment:%H:%M}"
    if shown == "m":
        return f"{moment.month:02}/{moment.year}"
    if shown == "y":
        return str(moment.year)
    return f"{moment.day:02}/{moment.month:02}" + ("" if shown == "dm" else f"/{moment.year}")
