"""A number whose unit stands behind its own words, or before it as a label.

Finds         15 (mười lăm) người · 02 (hai) bộ hồ sơ · 05 (năm) ngày làm việc · Số hộ: 1.234 · tổng số khẩu: 56
Leaves alone  mẫu số: 12 · Số: 123 /KH-UBND · điện thoại: 0912345678 · 12 (mười hai) tháng đầu năm
"""

import re

from dondoc.facts import Measure
from dondoc.grammar.measures.amounts import read_amount
from dondoc.grammar.measures.candidate import Candidate, Reading, measure_of
from dondoc.grammar.measures.durations import is_duration
from dondoc.grammar.measures.names import is_named
from dondoc.lexicon.units import unit_lexicon
from dondoc.text import Span

_WORDS = unit_lexicon().words
_IN_BRACKETS = re.compile(
    r"[ ]?\((?:(?:một|mốt|hai|ba|bốn|tư|năm|lăm|sáu|bảy|bẩy|tám|chín|mười|mươi|trăm|nghìn"
    r"|ngàn|triệu|linh|lẻ|không)[ ]?){1,12}\)(?=[ ])",
    re.IGNORECASE,
)
_LABEL = re.compile(r"\b(?:tổng )?số (?:lượng )?(?P<noun>[^\W\d_]+(?: [^\W\d_]+){0,3}): ?$", re.IGNORECASE)
_ENDS = re.compile(r"[ ]?(?:[;,.)\n]|$)(?![0-9])")


def read_spelt_out(candidate: Candidate) -> Reading | None:
    """A number repeated in words before its unit; the measure covers both."""
    match = _IN_BRACKETS.match(candidate.text, candidate.end)
    if match is None:
        return None
    amount = read_amount(candidate.text, candidate.written, match.end())
    unit = amount.unit
    if unit is None or not unit.known or is_named(candidate, unit):
        return None
    if unit.unit.kind == "time" and not is_duration(candidate, candidate.written, unit.name or "", unit.end):
        return Reading((), unit.end)
    return Reading((measure_of(candidate, amount, "measure.spelt_out"),), amount.end)


def read_labelled(candidate: Candidate) -> Reading | None:
    """A number after the name of what it counts and a colon ("Số hộ: 1.234")."""
    text, start = candidate.text, candidate.start
    if text[max(0, start - 2) : start].strip() != ":" or not _ENDS.match(text, candidate.end):
        return None
    label = _LABEL.search(text, max(0, start - 40), start)
    noun = " ".join(label["noun"].lower().split()) if label is not None else ""
    unit = _WORDS.get(noun)
    if unit is None or unit.kind != "count" or not unit.group:
        return None
    number = read_amount(text, candidate.written, candidate.end)
    if number.value is None or number.warning is not None:
        return None
    span = Span(candidate.start, candidate.end)
    measure = Measure(span, span, number.value, noun, number.half_step, None, "measure.labelled")
    return Reading((measure,), candidate.end)
