"""A number whose unit stands behind its own words, or before it as a label.

Finds         15 (mười lăm) người · 02 (hai) bộ hồ sơ · 05 (năm) ngày làm việc · Số hộ: 1.234 · tổng số khẩu: 56
              Tổng hồ sơ 21.450 (... · Tổng số hồ sơ tiếp nhận: 12.450;
              số người chết là 30, · tổng số học sinh toàn huyện 23.450, trong đó
Leaves alone  mẫu số: 12 · Số: 123 /KH-UBND · điện thoại: 0912345678 · 12 (mười hai) tháng đầu năm
              số hộ dân thuộc tổ 12, (a name) · số thửa đất 450, tờ bản đồ 7
"""

import re

from dondoc.facts import Measure
from dondoc.grammar.measures.amounts import read_amount
from dondoc.grammar.measures.candidate import Candidate, Reading, measure_of
from dondoc.grammar.measures.durations import is_duration
from dondoc.grammar.measures.names import is_named, is_year
from dondoc.lexicon.units import unit_lexicon
from dondoc.text import Span

_WORDS = unit_lexicon().words
_IN_BRACKETS = re.compile(
    r"[ ]?\((?:(?:một|mốt|hai|ba|bốn|tư|năm|lăm|sáu|bảy|bẩy|tám|chín|mười|mươi|trăm|nghìn"
    r"|ngàn|triệu|linh|lẻ|không)[ ]?){1,12}\)(?=[ ])",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"\b(?:(?P<all>tổng )?số (?:lượng )?|(?P<total>tổng )(?!số\b))(?P<name>[^\W\d_]+(?: [^\W\d_]+){0,11}?)"
    r"(?:(?P<colon>: ?)|(?P<told> (?:là|đạt|còn|ước|có|gồm)(?: (?:hơn|gần|khoảng|trên))? )| )\Z",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[ ]?(?:[;,.)\n(]|\Z)(?![0-9])")
# Words behind which the number is told of something else, or numbers the name itself.
_OTHERWISE = frozenset((
    *("theo", "từ", "đến", "trong", "tại", "năm", "tháng", "ngày", "quý", "khóa", "đợt", "lần"),
    *("mục", "điều", "khoản", "tờ", "số", "thửa"),
))  # fmt: skip
_LONGEST_LABEL = 90
_NOUN_WORDS = 3


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
    """A number after the name of what it counts ("Số hộ: 1.234", "tổng số hồ sơ tiếp nhận là 12.450")."""
    text, start = candidate.text, candidate.start
    words = candidate.low[max(0, start - _LONGEST_LABEL) : start]
    if ("số " not in words and "tổng " not in words) or not _ENDS.match(text, candidate.end):
        return None
    label = _LABEL.search(text, max(0, start - _LONGEST_LABEL), start)
    noun = _noun_of(label, candidate) if label is not None else None
    if noun is None:
        return None
    number = read_amount(text, candidate.written, candidate.end)
    if number.value is None or number.warning is not None:
        return None
    span = Span(candidate.start, candidate.end)
    measure = Measure(span, span, number.value, noun, number.half_step, None, "measure.labelled")
    return Reading((measure,), candidate.end)


def _noun_of(label: re.Match[str], candidate: Candidate) -> str | None:
    """The counted noun that a label begins with; the number of a longer name must be told by a verb or a total."""
    words = label["name"].lower().split()
    noun = next((" ".join(words[:many]) for many in range(_NOUN_WORDS, 0, -1) if _is_counted(words[:many])), None)
    if noun is None or (len(noun.split()) == len(words) and label["colon"]):
        return noun
    summed = (label["all"] or label["total"]) and "." in candidate.written
    told = label["colon"] or label["told"] or summed
    if not told or is_year(candidate.written) or (not label["colon"] and words[-1] in _OTHERWISE):
        return None
    return noun


def _is_counted(words: list[str]) -> bool:
    unit = _WORDS.get(" ".join(words))
    return unit is not None and unit.kind == "count" and bool(unit.group)
