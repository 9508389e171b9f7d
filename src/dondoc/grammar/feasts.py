"""Feasts and anniversaries by name, put on their solar day.

Finds         Tết Nguyên đán Giáp Thìn 2024 · rằm tháng Giêng · mùng 5 Tết · ngày Nhà giáo Việt Nam · Quốc khánh
Leaves alone  Tết Quân - Dân · làng Trung thu · ngày hội văn hóa: not the name of a day the calendar knows
"""

import re
from collections.abc import Iterator
from datetime import date

from dondoc.facts import DateMention
from dondoc.grammar.anchors import anchors, find_near
from dondoc.grammar.context import TimeContext
from dondoc.grammar.finding import Finder
from dondoc.grammar.lunar import BRANCHES, STEMS, solar_day, year_of_stem_and_branch
from dondoc.grammar.periods import year_of
from dondoc.lexicon.feasts import Feast, feasts
from dondoc.text import Span

_FEASTS = feasts()
_NAMES = list(_FEASTS)
_GAZETTEER = Finder(_NAMES)
_TET = anchors(r"tết", r"tháng\s+(?:chạp|giêng)")
_STEM_BRANCH = "|".join(STEMS) + r")\s+(?P<branch>" + "|".join((*BRANCHES, "Tí", "Tị", "Tỵ", "Mẹo"))
_YEAR = re.compile(
    rf"(?:,?\s+(?:xuân\s+|năm\s+)?(?P<stem>{_STEM_BRANCH})\b)?"
    r"(?:\s*[-–(]?\s*(?:năm\s+)?(?P<year>(?:19|20)[0-9]{2})\)?)?",
    re.IGNORECASE,
)
_TET_DAY = re.compile(
    r"\b(?:(?P<first>mùng|mồng)\s+(?P<day>[0-9]{1,2}|một|hai|ba|bốn|tư|năm|sáu|bảy|tám|chín|mười)|(?<![\w/.,])(?P<last>2[3-9]|30)(?=\s+tết)|(?<![\w/.,])(?P<bare>[12][0-9]|30|0?[1-9])(?=\s+tháng\s+(?:giêng|chạp)))\s+(?:tết|tháng\s+(?P<month>giêng|chạp))\b",
    re.IGNORECASE,
)
_BARE_TET = re.compile(
    r"\b(?:trước|sau|dịp|đón|trong|vui|phục\s+vụ|cận|nghỉ|lễ,)\s+(?P<name>Tết)\b(?!\s+(?:Quân|Trung|Đoan|Dương|Nguyên|Độc|trồng|Âm|Cổ|nhân))"
)
_TET_OF = re.compile(rf"\bTết\s+(?:(?:năm|xuân)\s+)?(?P<stem>{_STEM_BRANCH})\b", re.IGNORECASE)
_WORDS = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}


def find_feasts(text: str, low: str, context: TimeContext) -> Iterator[DateMention]:
    """Yield the feasts of ``text``. A feast without a year is the next one after the document's day."""
    for which, start, stop in _GAZETTEER.find(low):
        if low[start - 1 : start].isalpha() or low[stop : stop + 1].isalpha():
            continue
        feast = _FEASTS[_NAMES[which]]
        end, day = _day(text, stop, feast, context)
        yield DateMention(Span(start, end), day, "day", feast.lunar, "date.feast")
    for match in find_near(_TET_OF, text, low, _TET, 16, 60):
        end, day = _day(text, match.start("stem") - 1, Feast(1, 1, True), context)
        yield DateMention(Span(match.start(), end), day, "day", True, "date.feast.tet")
    for match in find_near(_TET_DAY, text, low, _TET, 16, 60):
        feast = _tet_day(match)
        end, day = _day(text, match.end(), feast, context)
        yield DateMention(Span(match.start(), end), day, "day", True, "date.feast.tet_day")
    for match in find_near(_BARE_TET, text, low, _TET, 16, 60):
        end, day = _day(text, match.end(), Feast(1, 1, True), context)
        yield DateMention(Span(match.start("name"), end), day, "day", True, "date.feast.tet")


def _tet_day(match: re.Match[str]) -> Feast:
    if match["last"]:
        return Feast(int(match["last"]), 12, True)
    written = (match["day"] or match["bare"]).lower()
    month = 12 if (match["month"] or "").lower() == "chạp" else 1
    return Feast(int(written) if written.isdecimal() else _WORDS[written], month, True)


def _day(text: str, end: int, feast: Feast, context: TimeContext) -> tuple[int, date | None]:
    """Where the feast's year ends in the text, and the day."""
    near = year_of(context)
    match = _YEAR.match(text, end)
    year = int(match["year"]) if match and match["year"] else None
    if match is not None and match["stem"]:
        named = year_of_stem_and_branch(match["stem"], match["branch"], year or near or 2020)
        year = year or (named if near is not None else None)
    if match is not None and (match["stem"] or match["year"]):
        end = match.end()
    if year is not None:
        return end, on_year(feast, year)
    if near is None:
        return end, None
    day = on_year(feast, near)
    after = context.issued
    turning = feast.lunar and feast.month in (1, 2, 12)
    if day is not None and after is not None and day < after and turning and after.month >= 7:
        return end, on_year(feast, near + 1)
    return end, day


def on_year(feast: Feast, year: int) -> date | None:
    """The solar day of ``feast`` in ``year``; days of the twelfth lunar month belong to the feast that follows."""
    if feast.lunar:
        lunar_year = year - 1 if feast.month == 12 else year
        return solar_day(feast.day, feast.month, lunar_year)
    try:
        return date(year, feast.month, feast.day)
    except ValueError:
        return None
