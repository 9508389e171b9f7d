"""Days named in a text: solar dates in all written forms, half-blank dates, lunar dates and feasts.

Finds         ngày 05/6/2023 · ngày 5 tháng 6 năm 2023 · 27.02.2023 · ngày   tháng 11 năm 2023 (a month) · 25, 27/2
              · từ ngày 10 đến 15/3/2024 · 15/01 AL · mùng 5 Tết · Tết Nguyên đán 2024 · ngày Nhà giáo Việt Nam
              · trước 15-4 · dịp lễ 30-4 và 1-5 · để đến 31-12 có 90%
Leaves alone  02/12 đơn · 19/19 tiêu chí · 63/NQ-CP · 12/2023/NĐ-CP · tỷ lệ 1/500 · 31/02/2026 keeps its place: day None
              · từ 10-12 hộ · thắng 3-1
"""

import re
from collections.abc import Iterator
from datetime import date

from dondoc.facts import DateMention
from dondoc.grammar.anchors import anchors, find_near, lowered
from dondoc.grammar.context import TimeContext
from dondoc.grammar.feasts import find_feasts
from dondoc.grammar.lunar import solar_day
from dondoc.grammar.periods import last_day, year_of
from dondoc.lexicon.feasts import feasts
from dondoc.text import Span

_LUNAR = r"(?P<leap>\s+(?:\(\s*)?nhuận\)?)?(?P<lunar>\s*(?:\(\s*)?(?:âm\s+lịch|AL\b|ÂL\b|\(ÂL\)|\(AL\)))?"
_LUNAR_SMALL = _LUNAR.replace("AL", "al").replace("ÂL", "âl")
_NUMERIC = re.compile(
    rf"""(?P<day>[0-9](?<![\w./][0-9])(?:[0-9]|(?<=[0-3])\s[0-9](?=\s?/[0-9]{{1,2}}\s*(?:AL|ÂL|âm\s+lịch)))?)
        \s?(?P<mark>[/.-])\s?(?P<month>[0-9]{{1,2}})
        (?:\s?(?P=mark)\s?(?P<year>(?:19|20)[0-9]{{2}})(?![0-9])|
            (?P<yearless>(?![/.,]?[0-9]|\s?/\s?[0-9]|[ ][0-9]|[/%-]\w|\s?%)))
        {_LUNAR}""",
    re.VERBOSE,
)
_WORDED = re.compile(
    rf"""(?:\b(?:ngày|mùng|mồng)\s*|(?:(?<=trước\s)|(?<=đến\s)|(?<=hết\s)|(?<=sáng\s)|(?<=chiều\s)|(?<=dịp\s))(?=[0-9]))(?P<day>[0-9]{{1,2}}|[.…_\s]*)\s*tháng\s*(?P<month>[0-9]{{1,2}}|giêng|chạp|[.…_\s]*)
        (?:,?\s*năm\s*(?P<year>(?:19|20)[0-9]{{2}})|\s*/\s*(?P<year2>(?:19|20)[0-9]{{2}}))?{_LUNAR_SMALL}""",
    re.VERBOSE,
)
_EARLIER = re.compile(
    r"(?:\b(?:ngày|mùng)\s+)?(?<![0-9/.,:hg])(?<!giờ )(?P<first>[0-9]{1,2})(?P<more>(?:,\s*[0-9]{1,2})*)"
    r"(?:\s+và\s+|\s*,\s*|\s*[-–]\s*|\s+đến\s+(?:hết\s+)?)(?:ngày\s+)?$",
)
# All that _EARLIER can end in, but for "ngày".
_LISTING = ("và", ",", "-", "–", "đến", "hết")
_CUE = re.compile(
    r"""(?:\b(?P<sure>ngày(?:\s+(?:bầu\s+cử|khai\s+mạc|khai\s+giảng|hội))?|lễ|dịp|niệm|mừng|nghỉ|sáng|chiều|tối|trưa|đêm|hôm)\s+
        |\b(?:(?:sáng|chiều|hôm|tối)\s+nay|hạn|hạn\s+(?:chót|cuối|nộp|gửi)|gian)\s*(?P<stated>[:(])\s*
        |\bnay\s+(?P<today>\(?)
        |\b(?P<likely>đến|từ|trước|hết|sau|vào|hạn|chót|nhật|nhất|nhất\s+là|hai|tư|năm|sáu|bảy
            |(?:hạn|gian)\s+(?:hoàn\s+thành|nộp|gửi))\s+
        |\b(?:là|tiêu|nam|nữ|nhi|quốc|sỹ|sĩ|nước|giáo|động|khánh|và|nhân)\s+
        |\(\s*|[0-9]\s*[-–,]\s*)$""",
    re.VERBOSE,
)
# The first of two days that share their month: "ngày 07 - 08/9".
_RANGED = re.compile(r"\bngày\s+[0-9]{1,2}\s*(?:[-–]|và|đến)\s*$")
_DASHED = re.compile(r"(?P<limit>\b(?:trước|hết|đến|là)\s+)?(?<!các )\bngày\s+$", re.IGNORECASE)
_COUNTED_AFTER = re.compile(
    r"\s+(?:xã|phường|huyện|đơn|hồ|chỉ|tiêu|doanh|cơ|việc|vụ|hộ|người|trường|dự|công|điểm|sản|nhiệm)\b"
)
# A day with dots has its year.
_JOINED_NUMBERS = anchors(r"/\s?[0-9]", r"-\s?[0-9]", r"\.\s?[0-9]{1,2}\s?\.\s?[12]")
_MONTH_WORD = anchors(r"tháng\s*(?:[0-9]|giêng|chạp|[.…_])")
_AND = re.compile(r",[ ]|[ ]và[ ](?:ngày[ ])?|;[ ]ngày[ ]|[ ]?[-–][ ]?")
_NUMBER = re.compile(r"[0-9]{1,2}")
_ANNIVERSARIES = frozenset((feast.day, feast.month) for feast in feasts().values() if not feast.lunar)
_MONTHS = {"giêng": 1, "chạp": 12}


def find_dates(text: str, context: TimeContext) -> list[DateMention]:
    """The days that ``text`` names, in reading order, without overlap; a missing year comes from ``context``."""
    low = lowered(text)
    feast_days = list(find_feasts(text, low, context))
    ends = frozenset(mention.span.end for mention in feast_days)
    found = [*_find_numeric(text, low, context, ends), *_find_worded(low, context), *feast_days]
    found.sort(key=lambda mention: (mention.span.start, -mention.span.end))
    kept: list[DateMention] = []
    for mention in found:
        if not kept or mention.span.start >= kept[-1].span.end:
            kept.append(mention)
    return kept


def make_day(day: int, month: int, year: int | None, *, lunar: bool = False, leap: bool = False) -> date | None:
    """The solar day, None where the year is unknown or the calendar has no such day; ``leap``: of a leap month."""
    if year is None:
        return None
    if lunar:
        return solar_day(day, month, year, leap=leap)
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _find_numeric(text: str, low: str, context: TimeContext, feast_ends: frozenset[int]) -> Iterator[DateMention]:
    """Days in digits; one without a year right behind a feast that lies on it is a day ("Quốc khánh 2/9")."""
    goes_on = -1
    for match in find_near(_NUMERIC, text, low, _JOINED_NUMBERS, 4, 60):
        day, month = int(re.sub(r"\s", "", match["day"])), int(match["month"])
        leap = match["leap"] is not None
        lunar = leap or match["lunar"] is not None
        joined = 0 <= goes_on < match.start() and _AND.fullmatch(text, goes_on, match.start()) is not None
        marks = joined or _marks_day(text, match, day, month)
        if match["year"] is None and (not marks or not 1 <= month <= 12):
            continue
        sure = match["year"] is not None or lunar or joined
        sure = sure or (match.start() - 1 in feast_ends and (day, month) in _ANNIVERSARIES)
        if day > 31 or not (sure or _is_day_without_year(text, low, match, day, month)):
            continue
        goes_on = match.end()
        year = int(match["year"]) if match["year"] else year_of(context)
        if not lunar:
            yield from _earlier_days(low, match.start(), month, year)
        rule = "date.lunar" if lunar else "date.numeric"
        found = make_day(day, month, year, lunar=lunar, leap=leap)
        yield DateMention(Span(*match.span()), found, "day", lunar, rule)


def _marks_day(text: str, match: re.Match[str], day: int, month: int) -> bool:
    """Whether the sign before the month can stand in a day: "/", or a dash that joins no two days or amounts.

    A dash stands in a day behind "ngày", or behind another word of time where no range is written so: "trước 15-4".
    """
    if match["mark"] == "/":
        return True
    if match["mark"] == "-" and (day > month or (day, month) in _ANNIVERSARIES) and " " not in match.group():
        return True
    named = _DASHED.search(text, max(0, match.start() - 16), match.start())
    return match["mark"] == "-" and named is not None and (day > month or named["limit"] is not None)


def _earlier_days(low: str, start: int, month: int, year: int | None) -> Iterator[DateMention]:
    """Days that leave their month to the date at ``start`` ("25 và 27/2", "từ ngày 10 đến ngày 15/3")."""
    words = low[max(0, start - 40) : start].rstrip().removesuffix("ngày").rstrip()
    before = _EARLIER.search(low, max(0, start - 40), start) if words.endswith(_LISTING) else None
    if before is None:
        return
    for number in _NUMBER.finditer(low, before.start("first"), before.end("more")):
        if 1 <= int(number[0]) <= 31:
            yield DateMention(Span(*number.span()), make_day(int(number[0]), month, year), "day", False, "date.list")


def _is_day_without_year(text: str, low: str, match: re.Match[str], day: int, month: int) -> bool:
    """Whether d/m without a year is a day: a word of time before it, or a well-known anniversary in its place."""
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return False
    cue = _CUE.search(low, max(0, match.start() - 17), match.start())
    if cue is None:
        return False
    if _RANGED.search(low, max(0, match.start() - 17), match.start()) is not None:
        return True
    if match["mark"] == "-" and day <= month:
        return cue["sure"] is not None
    if cue["sure"] or cue["stated"] or cue["today"] is not None or (day, month) in _ANNIVERSARIES:
        return True
    return cue["likely"] is not None and _COUNTED_AFTER.match(text, match.end()) is None


def _find_worded(low: str, context: TimeContext) -> Iterator[DateMention]:
    for match in find_near(_WORDED, low, low, _MONTH_WORD, 40, 50):
        written, month_word = match["day"].strip(), match["month"].strip()
        month = _MONTHS.get(month_word) or (int(month_word) if month_word.isdecimal() else None)
        year_word = match["year"] or match["year2"]
        year = int(year_word) if year_word else year_of(context)
        leap = match["leap"] is not None
        if month_word in _MONTHS and year_word is None:
            continue
        lunar = leap or match["lunar"] is not None or month_word in _MONTHS or match[0][:1] == "m"
        start, end = match.span()
        if month is None:
            if year_word and not written:
                yield DateMention(Span(start, end), date(int(year_word), 12, 31), "year", False, "date.blank_month")
        elif not written.isdecimal():
            known = year is not None and 1 <= month <= 12
            day = last_day(f"{year}-{month:02}") if known else None
            yield DateMention(Span(start, end), day, "month", False, "date.blank_day")
        elif lunar:
            yield DateMention(
                Span(start, end), make_day(int(written), month, year, lunar=True, leap=leap), "day", True, "date.lunar"
            )
        else:
            yield from _earlier_days(low, match.start("day"), month, year)
            span = Span(match.start("day"), end)
            yield DateMention(span, make_day(int(written), month, year), "day", False, "date.worded")
