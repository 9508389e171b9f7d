"""A value put in the place of a figure, in the manner in which the text writes that figure.

Writes        8.250 triệu đồng, not 8,25 tỷ đồng · 30900 beside 30990 · 56,461.75 where figures bear English marks
"""

import re
from decimal import Decimal

from dondoc.checking.arithmetic.relation import value_of
from dondoc.facts import Quantity
from dondoc.grammar.numbers import ENGLISH_MARKS
from dondoc.numerals import format_amount, format_number
from dondoc.text import Text

_PADDED = 2  # 06, as counts below ten are written
_GROUP = 3
_OTHER_MARKS = str.maketrans(".,", ",.")
_WRITTEN = re.compile(r"(?P<digits>[0-9]+(?:\.[0-9]{3})*(?:,[0-9]+)?)(?P<rest>(?:[^0-9.,]|(?<=m)[23])*)")


def as_written(text: Text, figure: Quantity, value: Decimal) -> str:
    """``value`` in the manner of ``figure``: 8.250 triệu đồng, not 8,25 tỷ đồng; without its unit before a slash."""
    words = " ".join(text[figure.span].split())
    english = figure.warning is not None and ENGLISH_MARKS in figure.warning
    found = _WRITTEN.fullmatch(words.translate(_OTHER_MARKS) if english else words)
    if found is not None and value_of(figure) < 0:
        value = abs(value)  # giảm 44,5%: the word tells the sign
    if found is None or value < 0:
        return format_amount(value, figure.unit)
    digits = found["digits"]
    written = Decimal(digits.replace(".", "").replace(",", "."))
    scale = abs(value_of(figure)) / written if written and value_of(figure) else Decimal(1)
    shown = format_number((value / scale).normalize())
    decimals = len(digits.partition(",")[2]) - len(shown.partition(",")[2])
    if decimals > 0:
        shown += ("" if "," in shown else ",") + "0" * decimals
    if "." not in digits and len(digits.partition(",")[0]) > _GROUP:
        shown = shown.replace(".", "")
    shown = shown.zfill(len(digits)) if len(digits) == _PADDED and digits[0] == "0" and shown.isdecimal() else shown
    return (shown.translate(_OTHER_MARKS) if english else shown) + found["rest"]
