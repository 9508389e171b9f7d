"""A number that a slip of the pen or of a scanner broke, read as what it means, with a warning.

Finds         1O hộ · 15.33I ha · 2.156,7ll tỷ đồng · 12 ,5% · 1 .250 hộ · 3..500 con
Leaves alone  15 l dầu · 5l nước · phường 3 . 250 hộ · mục 1 .2: no unit of the lexicon follows
"""

import re

from dondoc.grammar.measures.amounts import Amount, read_amount
from dondoc.grammar.measures.candidate import Candidate, Reading, measure_of
from dondoc.grammar.measures.names import is_named

BROKEN = "số bị tách hoặc thừa dấu, đã ghép lại"
_LETTERED = re.compile(
    r"(?!l(?![0-9OolI]))(?=[0-9.,]{0,20}[OolI])[0-9OolI]{1,20}(?:[.,][0-9OolI]{1,20}){0,4}(?![^\W_])"
)
_SPLIT = re.compile(r"[ \u00a0](?P<rest>[.,][0-9]{1,3}(?:[.,][0-9]{1,3}){0,3})(?![0-9])")
_DOUBLED = re.compile(r"(?P<mark>[.,])(?P=mark)(?P<rest>[0-9]{1,3}(?:[.,][0-9]{1,3}){0,3})(?![0-9])")


def read_misprint(candidate: Candidate) -> Reading | None:
    """Digits with a letter among them, a blank before a mark, or a mark written twice; a unit must follow."""
    text, end = candidate.text, candidate.end
    after = text[end : end + 1]
    if after in ("O", "o", "l", "I"):
        return _lettered(candidate)
    if after in (" ", "\u00a0"):
        match = _SPLIT.match(text, end)
        joined = "" if match is None else candidate.written + match["rest"]
    elif after in (".", ","):
        match = _DOUBLED.match(text, end)
        joined = "" if match is None else candidate.written + match["mark"] + match["rest"]
    else:
        return None
    if match is None:
        return None
    return _read(candidate, joined, match.end(), BROKEN, "measure.broken")


def _lettered(candidate: Candidate) -> Reading | None:
    match = _LETTERED.match(candidate.text, candidate.end)
    if match is None:
        return None
    reading = _read(candidate, candidate.written + match[0], match.end(), None, "measure.lettered")
    return reading if reading is not None or candidate.text[candidate.end] in "lI" else Reading((), match.end())


def _read(candidate: Candidate, written: str, end: int, warning: str | None, rule: str) -> Reading | None:
    amount = read_amount(candidate.text, written, end)
    unit = amount.unit
    if unit is None or not unit.known or amount.value is None or unit.unit.kind == "time" or is_named(candidate, unit):
        return None
    if warning is not None:
        amount = Amount(amount.end, amount.value, amount.half_step, unit, amount.scaled, warning)
    return Reading((measure_of(candidate, amount, rule, digits_end=end),), amount.end)
