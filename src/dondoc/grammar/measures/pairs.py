"""Two numbers that share a unit.

Finds         23/160 doanh nghiệp · 19/19 tiêu chí · 01 trong 07 phương thức · 2-3% · từ 3 đến 5 triệu đồng · đạt 19/19
Leaves alone  ngày 02/12 · tỷ lệ 1/500 · 20/11 · phường 3/5 · 711ha/600 ha (each with its own unit)
"""

import re
from dataclasses import replace
from decimal import Decimal
from math import gcd

from dondoc.grammar.measures.amounts import Amount, read_amount
from dondoc.grammar.measures.candidate import Candidate, Reading, candidate_at, measure_of, part_of
from dondoc.grammar.measures.durations import is_duration
from dondoc.grammar.measures.names import is_drawing_scale, is_named, is_next_rank, is_rank, is_year
from dondoc.grammar.measures.unit_words import UnitWords, read_unit, read_unknown_noun
from dondoc.grammar.numbers import read_number

_DIGITS = r"([0-9]+(?:[.,][0-9]+)*)(?![0-9])"
_SLASH = re.compile(rf"[ ]?/[ ]?{_DIGITS}")
_OF = re.compile(r"[ ](?:trong(?:[ ](?:tổng[ ])?số)?|trên(?:[ ]tổng[ ]số)?)[ ]([0-9]+(?:\.[0-9]{3})*)(?![\w,./])")
_OF_WORDS = (" trong", " trên")
_BEFORE_DAYS = frozenset({"ngày", "đến", "hết", "trước", "từ", "sáng", "chiều", "sau"})
_RANGE = re.compile(rf"(?:[ ]?[-–][ ]?|[ ](?:đến|tới)[ ]){_DIGITS}")
_RISEN = re.compile(rf"[ ](?:lên(?:[ ](?:đến|tới|thành))?|xuống(?:[ ]còn)?|còn)[ ]{_DIGITS}")
_FRACTION = re.compile(
    r"([1-9])/([2-9]|10)(?=[ ](?:tổng|số|diện|thời"
    r"|dân|quãng|chiều|khối|sản|giá[ ]trị|kinh|mức|chi[ ]phí|thành[ ]viên|đại[ ]biểu)\b)"
)
_SCALES = frozenset(str(scale) for scale in (100, 200, 250, 500, 1000, 2000, 5000, 10_000, 25_000, 50_000, 100_000))
_DATE_WORDS = frozenset({
    "ngày", "mùng", "rằm", "sáng", "chiều", "tối", "hôm", "lễ", "dịp", "đến", "từ", "trước", "hết", "niệm", "mừng",
})  # fmt: skip


def read_pair(candidate: Candidate) -> Reading | None:
    """A part of a whole, written with a slash or "trong"."""
    text, end = candidate.text, candidate.end
    if text.startswith(_OF_WORDS, end):
        pair = _OF.match(text, end) if candidate.written.replace(".", "").isdecimal() else None
    else:
        pair = _SLASH.match(text, end)
    if pair is None:
        return None
    second = candidate_at(text, candidate.low, pair.start(1), pair.end(1), 0)
    amount = read_amount(text, second.written, second.end)
    unit, day = amount.unit, _may_be_day(candidate.written, second.written)
    if is_drawing_scale(candidate.words) or _is_scale(candidate.written, second.written, unit):
        return Reading((), second.end)
    if is_year(second.written) and unit is None:
        return Reading((), second.end)
    reaching = candidate.words[-2:] == ["có", "đến"] and unit is not None and unit.unit.kind == "count"
    if (day and candidate.last_word in _DATE_WORDS and not reaching) or (
        is_named(candidate, unit) and not (is_rank(candidate.words) or is_next_rank(candidate.words))
    ):
        return Reading((), second.end)
    if unit is None and text.startswith(") ", second.end):
        unit = read_unit(text, second.end + 1)
        unit = replace(unit, end=second.end) if unit is not None and unit.unit.kind == "count" else None
    if unit is None and not day:
        unit = read_unknown_noun(text, second.end)
    if unit is None and ((day and candidate.last_word != "đạt") or "," in candidate.written):
        return Reading((), second.end)
    if unit is not None and (unit.unit.kind == "time" or (day and not unit.known)):
        return Reading((), second.end)
    whole = Amount(
        unit.end if unit else second.end, amount.value, amount.half_step, unit, amount.scaled, amount.warning
    )
    return _two(candidate, second, whole, "pair")


def read_fraction(candidate: Candidate) -> Reading | None:
    """A share of a whole written as a fraction: "1/3 số thôn", "giảm 2/3 thời gian"."""
    match = _FRACTION.match(candidate.text, candidate.start)
    if match is None or candidate.end != match.end(1):
        return None
    upper, lower = int(match[1]), int(match[2])
    if upper >= lower or gcd(upper, lower) > 1:
        return None
    value = Decimal(upper) / lower
    amount = Amount(match.end(2), value, Decimal("0.005"), None, False, None)
    return Reading((measure_of(candidate, amount, "measure.fraction", digits_end=match.end(2)),), match.end(2))


def _is_scale(first: str, second: str, unit: UnitWords | None) -> bool:
    """Whether a ratio without a unit is that of a map ("1/5.000")."""
    return first == "1" and unit is None and second.replace(".", "") in _SCALES


def read_range(candidate: Candidate) -> Reading | None:
    """Two ends of a range before one unit."""
    text = candidate.text
    match = _RANGE.match(text, candidate.end)
    if match is None and candidate.last_word == "từ":
        match = _RISEN.match(text, candidate.end)
    if match is None:
        return None
    second = candidate_at(text, candidate.low, match.start(1), match.end(1), 0)
    if is_year(candidate.written) and is_year(second.written):
        return Reading((), second.end)
    amount = read_amount(text, second.written, second.end)
    unit = amount.unit
    if unit is None and candidate.last_word in _BEFORE_DAYS and _may_be_day(candidate.written, second.written):
        return Reading((), second.end)
    if unit is None or _SLASH.match(text, second.end) or is_named(candidate, unit):
        return None
    if unit.unit.kind == "time" and not is_duration(candidate, second.written, unit.name or "", unit.end):
        return None
    return _two(candidate, second, amount, "range")


def _two(candidate: Candidate, second: Candidate, whole: Amount, rule: str) -> Reading:
    """Both measures; the first has the unit and the multiplying words of the second."""
    unit = whole.unit
    first = read_amount(candidate.text, candidate.written, candidate.end, unit=unit)
    factor = Decimal(1)
    if whole.scaled and whole.value is not None:
        plain = read_number(second.written, scaled=True).value
        factor = whole.value / plain if plain else factor
    return Reading(
        (
            part_of(candidate, first, factor, unit.name if unit else None, f"measure.{rule}.first"),
            measure_of(second, whole, f"measure.{rule}.second"),
        ),
        whole.end,
    )


def _may_be_day(day: str, month: str) -> bool:
    """Whether two numbers could be a day and a month."""
    if not (day.isdecimal() and month.isdecimal() and len(day) <= 2 and len(month) <= 2):
        return False
    return 1 <= int(day) <= 31 and 1 <= int(month) <= 12
