"""Numbers in words before a noun that is counted, and fractions.

Finds         cả ba mặt · hai mươi lăm dự án · mười hai xã · một phần ba · gấp đôi
Leaves alone  lần thứ ba · tháng ba · một số nhiệm vụ · bà Ba · lúa chín · Sáu tháng cuối năm
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from dondoc.facts import Measure
from dondoc.grammar.approximation import approximation
from dondoc.grammar.measures.amounts import Amount
from dondoc.grammar.measures.candidate import candidate_at, measure_of
from dondoc.grammar.measures.names import is_named
from dondoc.grammar.measures.unit_words import read_unit
from dondoc.grammar.numbers import read_words
from dondoc.text import Span

_HALF = Decimal("0.5")
_FIRST = re.compile(
    r" (?=(?:hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín|mười|một (?:phần|trăm|nghìn|ngàn|vạn|triệu|nửa)|gấp đôi|gấp rưỡi) )"
)
_NUMBER = re.compile(
    r"(?:(?:một|mốt|hai|ba|bốn|tư|năm|lăm|nhăm|sáu|bảy|bẩy|tám|chín|mười|mươi|trăm|nghìn|ngàn|triệu|tỷ|linh|lẻ) ){1,12}"
)
_FRACTION = re.compile(r"(một|hai|ba|bốn|năm|bảy) phần (hai|ba|tư|năm|sáu|bảy|tám|chín|mười|trăm|nghìn)\b")
_SURE = frozenset({"cả", "có", "gồm", "với", "là", "trong", "thêm", "đủ", "được", "các"})
_BEFORE_FIVE = frozenset({"gồm", "hiện", "khai", "thành", "định", "được"})
_FIVE_OF = frozenset({"goal", "project", "paper", "enterprise"})
_SPELT_OUT = re.compile(r"bằng chữ|\((?:Một|Hai|Ba|Bốn|Năm|Sáu|Bảy|Tám|Chín|Mười)\b[^().;\n0-9]*$")
# "Công ty TNHH hai thành viên trở lên": what kind of company.
_LIMITED = re.compile(r".{0,2}(?:TNHH|MTV) (?:hai|ba) thành viên")
_HALF_OF = re.compile(r"một nửa(?= (?:số|tổng|diện tích|dân số|sản lượng|kế hoạch|thời gian|trong|các|so với)\b)")
_IN_NUMBER = frozenset({"trăm", "nghìn", "ngàn", "triệu", "tỷ", "mươi", "linh", "lẻ"})
_TIMES = {"gấp đôi": Decimal(2), "gấp rưỡi": Decimal("1.5")}


def find_in_words(text: str, low: str) -> Iterator[Measure]:
    """Yield the measures of ``text``, with small letters ``low``, whose numbers are spelt out."""
    position = 0
    for match in _FIRST.finditer(text):
        start = match.end()
        if start < position:
            continue
        words = _NUMBER.match(text, start)
        measure = _read(text, low, start)
        position = measure.span.end if measure is not None else words.end() if words is not None else start
        if measure is not None:
            yield measure


def _read(text: str, low: str, start: int) -> Measure | None:
    times = _TIMES.get(text[start : start + 8].rstrip()) if text.startswith("gấp", start) else None
    if times is not None:
        end = start + (8 if text.startswith("gấp rưỡi", start) else 7)
        return Measure(Span(start + 4, end), Span(start + 4, end), times, "lần", Decimal(0), None, "measure.times")
    if text.startswith("một nửa", start):
        return _one_half(text, start)
    fraction = _FRACTION.match(text, start)
    if fraction is not None:
        return _fraction(fraction)
    match = _NUMBER.match(text, start)
    if match is None or text.startswith("một phần", start):
        return None
    words = match[0].split()
    value = read_words(words)
    end = match.end() - 1
    unit = read_unit(text, end)
    if value is None or unit is None or unit.unit.kind not in ("count", "money") or text.startswith(" con số", end):
        return None
    candidate = candidate_at(text, low, start, end, 0)
    if (
        candidate.last_word in _IN_NUMBER
        or is_named(candidate, unit)
        or (words == ["chín"] and candidate.last_word not in _SURE)
        or (words == ["năm"] and (candidate.last_word not in _BEFORE_FIVE or unit.unit.group not in _FIVE_OF))
        or _SPELT_OUT.search(text, max(0, start - 60), start) is not None
        or _LIMITED.match(text, max(0, start - 6)) is not None
    ):
        return None
    return measure_of(candidate, Amount(unit.end, Decimal(value), _HALF, unit, False, None), "measure.in_words")


def _one_half(text: str, start: int) -> Measure | None:
    match = _HALF_OF.match(text, start)
    if match is None:
        return None
    span = Span(*match.span())
    words = [word.lower() for word in text[max(0, start - 24) : start].split()[-3:]]
    return Measure(span, span, _HALF, None, Decimal("0.05"), approximation(text, words, span.end), "measure.fraction")


def _fraction(match: re.Match[str]) -> Measure | None:
    upper, lower = read_words([match[1]]), read_words(["mười" if match[2] == "mười" else match[2]])
    scale = {"trăm": 100, "nghìn": 1000}.get(match[2], lower)
    if not upper or not scale:
        return None
    span = Span(*match.span())
    return Measure(span, span, Decimal(upper) / scale, None, Decimal("0.005"), None, "measure.fraction")
