"""The figure of a cell: Vietnamese or English marks, signs, brackets, percent, powers of ten, a unit behind it.

Reads         1.234,5 · -12 · (12,5) · 29,4% · 1E+05 · 12,5 ha · 1,234.5 where the table is written the English way
Leaves alone  "-", "–", "x", "…": cells that say that there is nothing
"""

import re
from collections.abc import Iterable
from decimal import Decimal

from dondoc.extraction.tables.units import read_table_unit
from dondoc.grammar.numbers import ENGLISH_MARKS, Number, read_number

_FIGURE = re.compile(
    r"""(?P<open>\()?\s*(?P<sign>[-–−+±]\s?)?(?P<digits>\d[\d.,\ \u00a0]*(?:[eE]\+?\d{1,2})?)\s*
        (?P<close>\))?\s*(?P<tail>[%‰])?\)?\Z""",
    re.VERBOSE,
)
_WITH_UNIT = re.compile(
    r"(?P<sign>[-–−+]\s?)?(?P<digits>\d[\d.,]*)\s?(?P<unit>(?:tỷ|triệu|nghìn"
    r"|ngàn)?\s?[A-Za-zÀ-ỹ²³/]{1,12}(?:\s[a-zà-ỹ]{1,8})?)\Z"
)
_BLANK = re.compile(r"[-–−—.…xX/_*0]?\Z|\.{2,}\Z|[-–]{2,}\Z")
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+\Z")
_GROUPED_DECIMAL = re.compile(r"(\d{1,3}(?:\.\d{3})*|\d+),(\d{1,6})\Z")
_ENGLISH = re.compile(r"\d{1,3}(?:,\d{3})*\.\d{1,2}\Z|\d{1,3}(?:,\d{3}){2,}\Z|\d+\.(?:\d{1,2}|\d{4,})\Z")
_VIETNAMESE = re.compile(r"\d{1,3}(?:\.\d{3})*,\d{1,2}\Z|\d{1,3}(?:\.\d{3}){2,}\Z|\d+,(?:\d{1,2}|\d{4,})\Z")
_LONGEST = 40
_HALF = Decimal("0.5")
_STEPS = tuple(_HALF.scaleb(-decimals) for decimals in range(8))
# On paper a narrow cell breaks a number over two lines: "149.9 08".
_PRINTED = frozenset({"pdf", "image"})
_TYPED = frozenset({"xlsx", "xls", "ods"})


def is_figure(words: str) -> bool:
    """Whether a cell holds one number, with or without a sign and "%"."""
    return words.isdecimal() or (len(words) <= _LONGEST and _FIGURE.match(words) is not None)


def holds_figure(words: str) -> bool:
    """Whether a cell holds one number, with a unit behind it or without."""
    return is_figure(words) or (len(words) <= _LONGEST and _with_unit(words) is not None)


def _with_unit(words: str) -> re.Match[str] | None:
    match = _WITH_UNIT.match(words)
    unit = read_table_unit(match["unit"]) if match is not None else None
    return match if unit is not None and unit.known else None


def is_blank(words: str) -> bool:
    """Whether the words of a cell say that there is nothing (a nought is something)."""
    return words != "0" and _BLANK.match(words) is not None


def is_english(words: Iterable[str]) -> bool:
    """Whether the figures of a table use English marks: some can be nothing else, and none can only be Vietnamese."""
    english = 0
    for one in words:
        bare = one.strip("()-–−+% ")
        if _VIETNAMESE.match(bare):
            return False
        english += _ENGLISH.match(bare) is not None
    return english > 0


class Figure:
    """A figure read from a cell: where number and unit stand in its words, value, half a step, what was doubtful.

    ``row``, ``column`` and ``at`` (the content offset of the number) are given by whoever knows the cell.
    """

    __slots__ = (
        "at",
        "bracketed",
        "column",
        "half_step",
        "length",
        "percent",
        "row",
        "start",
        "unit",
        "value",
        "warning",
    )

    def __init__(self, start: int, length: int, value: Decimal | None, half_step: Decimal) -> None:
        self.start, self.length, self.value, self.half_step = start, length, value, half_step
        self.percent = self.bracketed = False
        self.unit: str | None = None
        self.warning: str | None = None
        self.row = self.column = self.at = 0


def read_figure(words: str, *, english: bool, form: str) -> Figure | None:
    """Read the words of a cell; None where they are no single figure."""
    if words.isdecimal():
        return Figure(0, len(words), Decimal(words), _HALF) if len(words) <= _LONGEST else None
    if not english and _GROUPED.match(words):
        return Figure(0, len(words), Decimal(words.replace(".", "")), _HALF)
    if form in _TYPED and (decimal := _GROUPED_DECIMAL.match(words)) is not None:
        value = Decimal(f"{decimal[1].replace('.', '')}.{decimal[2]}")
        return Figure(0, len(words), value, _STEPS[len(decimal[2])])
    match = _FIGURE.match(words) if len(words) <= _LONGEST else None
    if match is None:
        match = _with_unit(words) if len(words) <= _LONGEST else None
        if match is None:
            return None
    return _figure_of(match, english, form)


def _figure_of(match: re.Match[str], english: bool, form: str) -> Figure:
    parts = match.groupdict()
    digits = match["digits"].rstrip(" .,\u00a0")
    negative = (match["sign"] or "+")[0] in "-–−"
    start = match.start("sign") if negative else match.start("digits")
    number = _number(digits, english, form)
    value = -number.value if negative and number.value is not None else number.value
    figure = Figure(start, match.start("digits") + len(digits) - start, value, number.half_step)
    figure.warning = number.warning
    figure.percent = parts.get("tail") == "%"
    figure.bracketed = bool(parts.get("open")) and bool(parts.get("close"))
    figure.unit = parts.get("unit")
    if figure.percent:
        figure.length = match.start("tail") + 1 - start
    elif figure.unit:
        figure.length = match.end("unit") - start
    return figure


def _number(digits: str, english: bool, form: str) -> Number:
    if form in _PRINTED and " " in digits:
        digits = _unbroken(digits)
    if _GROUPED.match(digits) and not english:
        return Number(Decimal(digits.replace(".", "")), _HALF)
    decimal = _GROUPED_DECIMAL.match(digits) if form in _TYPED else None
    if decimal is not None:
        return Number(Decimal(f"{decimal[1].replace('.', '')}.{decimal[2]}"), _HALF.scaleb(-len(decimal[2])))
    power = re.match(r"(.+)[eE]\+?(\d{1,2})\Z", digits)
    if power is not None:
        number = read_number(power[1])
        step = int(power[2])
        value = None if number.value is None else number.value.scaleb(step)
        return Number(value, number.half_step.scaleb(step), number.warning)
    if english and ("," in digits or "." in digits):
        number = read_number(digits.replace(",", "\0").replace(".", ",").replace("\0", "."))
        return Number(number.value, number.half_step, ENGLISH_MARKS)
    return read_number(digits)


def _unbroken(digits: str) -> str:
    """``149.9 08`` as 149.908 and ``98,4 8`` as 98,48, where no part of it is a number in groups of its own."""
    parts = digits.split()
    joined = "".join(parts)
    whole = _GROUPED.match(joined) or _VIETNAMESE.match(joined)
    return joined if whole and not any(_GROUPED.match(part) for part in parts) else digits
