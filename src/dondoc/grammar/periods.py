"""Periods that figures and tasks are about, and arithmetic with them.

Finds         tháng 02/2023 · quý I · 06 tháng đầu năm · 9 tháng · năm 2023 · năm học 2022-2023 · cùng kỳ · tháng trước
Leaves alone  sau 6 tháng · ngày 5 tháng 3 năm 2023 (a date) · 24 tháng tù · 5 năm
"""

import re
from collections.abc import Callable, Iterator

from dondoc.facts import PeriodMention
from dondoc.grammar.anchors import anchors, find_near, lowered
from dondoc.grammar.context import TimeContext
from dondoc.grammar.period_arithmetic import (
    first_day,
    last_day,
    months_of,
    months_so_far,
    previous_period,
    same_period_last_year,
    stretch,
    year_of,
)
from dondoc.grammar.period_words import find_in_words
from dondoc.text import Span

__all__ = [
    "find_periods",
    "first_day",
    "last_day",
    "months_of",
    "months_so_far",
    "previous_period",
    "same_period_last_year",
    "stretch",
    "year_of",
]

_NUMBER_WORDS = {
    "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10, "mười một": 11,
    "mười hai": 12,
}  # fmt: skip
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}

_SPAN = re.compile(
    r"""\b(?P<count>0?[1-9]|1[0-2]|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười(?:\smột|\shai)?)\s+tháng
        (?:(?:\s+(?P<end>đầu|cuối)(?:\s+của)?\s+năm|\s+(?P<left>còn\s+lại|cuối\s+cùng)(?:\s+của\s+năm)?)
           (?:(?:\s+|\s*/\s*)(?P<year>(?:19|20)[0-9]{2})(?![0-9]))?
         |\s+(?P<end3>đầu|cuối)\s+(?P<year3>20[0-9]{2})(?![0-9])
         |(?:\s*/\s*|\s+(?:của\s+)?năm\s+|\s+(?=20[0-9]{2}\b))(?P<year2>(?:19|20)[0-9]{2})(?![0-9])
         |\s+(?:của\s+)?năm\s+nay\b|\s+của\s+năm\b
         |(?P<bare>(?=[ *]*\n|[\s]*(?:[,;.:)(]|$|và\b|qua\b|đạt\b|ước\b|tăng\b|giảm\b|năm\s+nay\b|so\b|là\b|thực\b
           |toàn\b|trên\b|của\b|tình\b|xảy\b|thu\s|phát\s+hiện\b|kết\s+nạp\b|đã\b|cả\s+nước\b|tỉnh\b|huyện\b|thị\s+xã\b|thành\s+phố\b|ngành\b|giải\s+(?:quyết|ngân)\b|tạo\s+việc\b|khởi\s+tố\b|
           tiếp\s+nhận\b|[0-9]+[.,][0-9]|[0-9]{3}|[0-9]+\s+(?:tỷ|tỉ|triệu|nghìn|ngàn|ha|tấn|vụ|lượt|người|hộ|dự\s+án)\b))))""",
    re.VERBOSE,
)
_DURATION_BEFORE = re.compile(
    r"\b(?:sau|trong\s+vòng|thời\s+(?:gian|hạn)|kéo\s+dài|hơn|gần|khoảng|từ|tù|án|treo|phạt|mỗi|cứ|thêm|"
    r"tối\s+thiểu|ít\s+nhất|đa|quá|dưới|trên|chậm|hạn|đủ|đến|hợp\s+đồng|bảo\s+hành|thai\s+sản|đào\s+tạo|"
    r"tập\s+sự|thử\s+việc|cách\s+ly|lương|vay|còn|còn\s+lại|-|–)\s+$",
)
# "Ước 8 tháng IIP tăng 15,4%" in a report on August: as many months as have gone by, whatever follows.
_GONE_BY = re.compile(
    r"\b(?P<count>0?[2-9]|1[0-2]|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười(?: một| hai)?)\s+tháng\b"
    r"(?!\s+(?:\d{1,2}\b|tuổi|tù|lương|liên|nữa|một|trước|sau|tới|còn|cuối|đầu|cao điểm|trở|hành động|công tác|rưỡi|là|"
    r"từ|kể|gần|cải tạo|giam|án|treo|làm|nuôi|chưa|không|vận hành|triển khai|sử dụng|hai|ba|bốn|năm|sáu|bảy|tám|chín|"
    r"mười)\b)",
)
_MONTH = re.compile(
    r"""\btháng\s+(?P<month>0?[1-9]|1[0-2])(?![0-9])(?!\s*/\s*[0-9]{1,2}(?![0-9]))
        (?:(?:\s*[/.-]\s*|,?\s+(?:của\s+)?năm\s+)(?P<year>(?:19|20)[0-9]{2})(?![0-9])|\s+năm\s+nay\b)?""",
    re.VERBOSE,
)
_MONTH_LIST = re.compile(
    r"""\btháng\s+(?P<first>0?[1-9]|1[0-2])(?P<more>(?:,\s*(?:0?[1-9]|1[0-2]))*)(?:\s*,\s*|\s*[-–]\s*|\s+(?:và|đến)\s+)
        (?P<last>0?[1-9]|1[0-2])(?![0-9/]|\s+tháng)(?:(?:\s*/\s*|,?\s+năm\s+)(?P<year>(?:19|20)[0-9]{2}))?(?![0-9])""",
    re.VERBOSE,
)
_QUARTER_LIST = re.compile(
    r"""\bq(?:u[ýí]|úy)\s+(?P<first>iv|i{1,3}|[1-4])(?:\s*[,-–]\s*|\s+(?:và|đến)\s+)(?:q(?:u[ýí]|úy)\s+)?(?P<last>iv|i{1,3}|[1-4])(?!\w)
        (?:(?:\s*/\s*|,?\s+năm\s+)(?P<year>(?:19|20)[0-9]{2}))?""",
    re.VERBOSE,
)
_QUARTER = re.compile(
    r"""\bq(?:u[ýí]|úy)\s+(?P<quarter>iv|i{1,3}|0?[1-4])(?!\w)(?!/[0-9]{1,2}(?![0-9]))
        (?:(?:\s*[/.-]\s*|,?\s+(?:của\s+)?năm\s+)(?P<year>(?:19|20)[0-9]{2})(?![0-9])|\s+năm\s+nay\b)?""",
    re.VERBOSE,
)
_HALF = re.compile(r"\bnửa\s+(?:đầu|(?P<second>cuối|sau))\s+(?:của\s+)?năm(?:\s+(?P<year>(?:19|20)[0-9]{2}))?")
_SCHOOL = re.compile(r"\bnăm\s+học\s+(?P<from>20[0-9]{2})\s*[-–]\s*(?P<to>20[0-9]{2})")
_YEARS = re.compile(
    r"\b(?:giai\s+đoạn|thời\s+kỳ|nhiệm\s+kỳ|(?:từ\s+|[0-9]\s+)?năm)\s+(?P<from>(?:19|20)[0-9]{2})\s*(?:[-–]|"
    r"đến(?:\s+năm)?)\s*(?P<to>(?:19|20)[0-9]{2})",
)
_WHOLE_YEAR = re.compile(r"\b(?:cả\s+)?năm\s+(?P<year>(?:19|20)[0-9]{2})(?![0-9]|\s*[-–]\s*(?:19|20)[0-9]{2})")
# "2018 là năm được mùa của nghề cá"
_YEAR_THAT_IS = re.compile(
    r"(?<![0-9/.-])(?P<year>(?:19|20)[0-9]{2})(?= (?:(?:cũng |tiếp tục |được (?:coi|xem) )?là) (?:một )?năm\b)"
)
# A half-blank date, and the year whose prices are used ("theo giá so sánh năm 2010").
_NO_YEAR_BEFORE = re.compile(
    r"(?:tháng\s+(?:[0-9]{1,2}|[.…_\s]+),?|giá(?:\s+(?:so\s+sánh|cố\s+định|gốc|thực\s+tế)(?:\s+của)?)?)\s+$"
)
_THIS_YEAR = re.compile(r"\b(?:trong\s+)?năm\s+nay\b|\btrong\s+năm(?=\s*[,.;:)]|$)")
_SAME = re.compile(r"\bcùng\s+kỳ(?:\s+(?:năm\s+(?:trước|ngoái)|(?:của\s+)?năm\s+(?P<year>20[0-9]{2})))?")
_PREVIOUS = re.compile(
    r"\b(?P<unit>tháng|quý|năm|kỳ(?=\s+trước\b(?!\s+đó)))\s+(?:trước|liền\s+trước|ngoái)\b(?!\s+ngày)",
)
_THIS = re.compile(
    r"\b(?:trong|tháng|quý)\s+(?:tháng|quý|kỳ|này|qua|báo\s+cáo)\b"
    r"(?!\s+(?:[0-9]|[ivx]{1,4}\b|tới|sau|trước|giêng|hai|ba|tư|năm|sáu|bảy|tám|chín|mười|chạp|họp))",
)
_SO_FAR = re.compile(r"\btừ\s+đầu\s+năm(?:\s+(?:đến|tới)\s+nay|\s+(?P<year>20[0-9]{2})\s+đến\s+nay)?")

_MONTHS_WORD = anchors("tháng")
_LIST_WORD = anchors(
    r"tháng\s+[0-9]{1,2}\s*(?:,|-|–|và|đến)",
    r"quý\s+[0-9iv]{1,3}\s*(?:,|-|–|và|đến)",
    r"quí\s+[0-9iv]{1,3}\s*(?:,|-|–|và|đến)",
)
_MONTH_NUMBER = anchors(r"tháng\s+[0-9]")
_QUARTER_NUMBER = anchors(r"quý\s+[0-9iv]", r"quí\s+[0-9iv]", r"qúy\s+[0-9iv]")
_HALF_WORD = anchors(r"nửa\s")
_SCHOOL_WORD = anchors(r"năm\s+học\s")
_TWO_YEARS = anchors(
    r"giai\s+đoạn\s+[12]", r"thời\s+kỳ\s+[12]", r"nhiệm\s+kỳ\s+[12]", r"năm\s+[12][0-9]{3}\s*(?:-|–|đến)"
)
_YEAR_NUMBER = anchors(r"năm\s+[12]")
_YEAR_FIRST = anchors(r"2[0-9]{3} (?:là|cũng|tiếp|được)", r"1[0-9]{3} (?:là|cũng|tiếp|được)")
_YEAR_NAMED = anchors(r"năm\s+nay", r"trong\s+năm")
_SAME_WORD = anchors(r"cùng\s+kỳ")
_BACK = anchors(*(rf"{unit}\s+(?:trước|liền|ngoái)" for unit in ("tháng", "quý", "năm", "kỳ")))
_HERE = anchors(*(rf"{word}\s+(?:tháng|quý|kỳ|này|qua|báo\s+cáo)" for word in ("trong", "tháng", "quý")))
_BEGIN = anchors(r"từ\s+đầu\s+năm")


def find_periods(text: str, context: TimeContext) -> list[PeriodMention]:
    """The periods that ``text`` names, in reading order, without overlap; words of time read by ``context``."""
    low = lowered(text)
    found: list[PeriodMention] = []
    for find in _RULES:
        found += find(text, low, context)
    found.sort(key=lambda mention: (mention.span.start, -mention.span.end))
    kept: list[PeriodMention] = []
    for mention in found:
        if not kept or mention.span.start >= kept[-1].span.end:
            kept.append(mention)
    return kept


def _mention(match: re.Match[str], period: str | None, rule: str) -> Iterator[PeriodMention]:
    if period is not None:
        yield PeriodMention(Span(*match.span()), period, f"period.{rule}")


def _find_spans(text: str, low: str, context: TimeContext) -> Iterator[PeriodMention]:
    for match in find_near(_SPAN, low, low, _MONTHS_WORD, 12, 50):
        written = match["count"]
        count = int(written) if written.isdecimal() else _NUMBER_WORDS[" ".join(written.split())]
        year = int(match["year"] or match["year2"] or match["year3"] or 0) or year_of(context)
        if year is None or (match["bare"] is not None and (count == 1 or _is_length(text, low, match))):
            continue
        last = match["left"] or "cuối" in (match["end"], match["end3"])
        yield from _mention(match, stretch(year, 13 - count, 12) if last else stretch(year, 1, count), "months")


def _find_gone_by(text: str, low: str, context: TimeContext) -> Iterator[PeriodMention]:
    """``Ước 8 tháng IIP tăng`` · ``Mười tháng ước``: as many months as the text reports on, in its sentence alone."""
    if context.period is None or len(context.period) == len("2023"):
        return
    year, last = months_of(context.period)[1]
    for match in find_near(_GONE_BY, low, low, _MONTHS_WORD, 12, 20):
        written = " ".join(match["count"].split())
        count = int(written) if written.isdecimal() else _NUMBER_WORDS[written]
        if count == last and not _DURATION_BEFORE.search(low, max(0, match.start() - 20), match.start()):
            yield from _mention(match, stretch(year, 1, count), "gone_by")


def _is_length(text: str, low: str, match: re.Match[str]) -> bool:
    """Whether a number of months without more says how long something lasts."""
    if _DURATION_BEFORE.search(low, max(0, match.start() - 20), match.start()):
        return True
    return not (match["count"].isdecimal() or _is_past(text, match))


def _is_past(text: str, match: re.Match[str]) -> bool:
    """``Mười tháng qua, ...`` at the beginning of a sentence."""
    return text.startswith(" qua", match.end()) and (
        match.start() < 2 or text[match.start() - 2] in ".\n" or text[match.start() - 1] == "\n"
    )


def _find_lists(text: str, low: str, context: TimeContext) -> Iterator[PeriodMention]:
    for pattern, length in ((_MONTH_LIST, 1), (_QUARTER_LIST, 3)):
        for match in find_near(pattern, low, low, _LIST_WORD, 2, 60):
            first, last = (_ROMAN.get(match[end]) or int(match[end]) for end in ("first", "last"))
            year = int(match["year"]) if match["year"] else year_of(context)
            in_date = _IN_DATE.search(low, max(0, match.start() - 16), match.start())
            if year is not None and first < last and not in_date:
                yield from _mention(match, stretch(year, (first - 1) * length + 1, last * length), "list")


def _find_months(text: str, low: str, context: TimeContext) -> Iterator[PeriodMention]:
    for match in find_near(_MONTH, low, low, _MONTH_NUMBER, 2, 40):
        year = int(match["year"]) if match["year"] else year_of(context)
        before = max(0, match.start() - 16)
        street = text[match.start()] == "T" and _STREET_BEFORE.search(text, before, match.start())
        if year is not None and not street and not _IN_DATE.search(low, before, match.start()):
            yield from _mention(match, f"{year}-{int(match['month']):02}", "month")


_IN_DATE = re.compile(r"ngày\s+(?:[0-9]{1,2}|[.…_\s]*)\s*$")
_STREET_BEFORE = re.compile(r"\b[0-9]{1,2}\s$")


def _find_quarters(text: str, low: str, context: TimeContext) -> Iterator[PeriodMention]:
    for match in find_near(_QUARTER, low, low, _QUARTER_NUMBER, 2, 40):
        year = int(match["year"]) if match["year"] else year_of(context)
        written = match["quarter"]
        if year is not None:
            yield from _mention(match, f"{year}-Q{_ROMAN.get(written) or int(written)}", "quarter")


def _find_halves(text: str, low: str, context: TimeContext) -> Iterator[PeriodMention]:
    for match in find_near(_HALF, low, low, _HALF_WORD, 2, 30):
        year = int(match["year"]) if match["year"] else year_of(context)
        if year is not None:
            yield from _mention(match, f"{year}-H{2 if match['second'] else 1}", "half")


def _find_years(text: str, low: str, context: TimeContext) -> Iterator[PeriodMention]:
    for match in find_near(_SCHOOL, low, low, _SCHOOL_WORD, 2, 30):
        yield from _mention(match, f"{match['from']}-09..{match['to']}-05", "school_year")
    for match in find_near(_YEARS, low, low, _TWO_YEARS, 8, 40):
        yield from _mention(match, f"{match['from']}-01..{match['to']}-12", "years")
    for match in find_near(_WHOLE_YEAR, low, low, _YEAR_NUMBER, 8, 24):
        if not _NO_YEAR_BEFORE.search(low, max(0, match.start() - 24), match.start()):
            yield from _mention(match, match["year"], "year")
    for match in find_near(_YEAR_THAT_IS, low, low, _YEAR_FIRST, 4, 30):
        yield from _mention(match, match["year"], "year")
    for match in find_near(_THIS_YEAR, low, low, _YEAR_NAMED, 8, 12):
        year = year_of(context)
        yield from _mention(match, str(year) if year is not None else None, "this_year")


def _find_relative(text: str, low: str, context: TimeContext) -> Iterator[PeriodMention]:
    period = context.period
    if period is None:
        return
    for match in find_near(_SAME, low, low, _SAME_WORD, 2, 40):
        shifted = (
            f"{match['year']}{period[4:]}" if match["year"] and ".." not in period else same_period_last_year(period)
        )
        yield from _mention(match, shifted, "same_period")
    for match in find_near(_PREVIOUS, low, low, _BACK, 2, 10):
        unit = match["unit"]
        base = {
            "tháng": period if len(period) == 7 and period[5:6].isdecimal() else None,
            "quý": period if "Q" in period else None,
            "kỳ": period,
        }
        yield from _mention(
            match, str(int(period[:4]) - 1) if unit == "năm" else previous_period(base[unit]), "previous"
        )
    for match in find_near(_THIS, low, low, _HERE, 2, 16):
        yield from _mention(match, _unit_of(period, match.group()), "this")
    for match in find_near(_SO_FAR, low, low, _BEGIN, 2, 40):
        yield from _mention(match, months_so_far(period), "so_far")


def _unit_of(period: str, words: str) -> str | None:
    """``trong tháng`` in a report on nine months is the ninth, ``trong quý`` the third quarter."""
    if len(period) == len("2023") or not ("tháng" in words or "quý" in words):
        return period
    year, month = months_of(period)[1]
    quarter = stretch(year, month - (month - 1) % 3, month + 2 - (month - 1) % 3)
    return f"{year}-{month:02}" if "tháng" in words else quarter


_RULES: tuple[Callable[[str, str, TimeContext], Iterator[PeriodMention]], ...] = (
    _find_spans, _find_gone_by, find_in_words, _find_lists, _find_months, _find_quarters, _find_halves, _find_years,
    _find_relative,
)  # fmt: skip
