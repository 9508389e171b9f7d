"""When a document speaks: the day, the period and the year that its words of time are told from."""

import re
from datetime import date, timedelta

from dondoc.extraction.spoken_year import first_year, spoken_year
from dondoc.facts import Header
from dondoc.grammar.context import TimeContext
from dondoc.text import Text

_TOLD_DAY = re.compile(
    r"(?:\A|\n)\W*(?:Ngày|(?:Sáng|Chiều)(?: ngày)?)\s+(?P<day>\d{1,2})(?:\s+tháng\s+|[/.-])(?P<month>\d{1,2})"
    r"(?:\s+năm\s+|[/.-])(?P<year>20\d\d)(?!\d)"
)
# What a paper writes at the head of its news: "Chiều 26/5, UBND tỉnh tổ chức Hội nghị ...".
_DATELINE = re.compile(
    r"(?:\A|\n|\) ?[-–] ?)\W*(?:(?:Sáng|Trưa|Chiều|Tối)(?: nay)?,?(?: ngày)?|Ngày|Vào ngày|Hôm nay,? (?:ngày )?)[ (]+"
    r"(?P<day>\d{1,2})(?:\s+tháng\s+|[/.-])(?P<month>\d{1,2})(?:(?:\s+năm\s+|[/.-])(?P<year>20\d\d))?\)?(?=,| tại\b|"
    r" Thủ|"
    r" Chủ| Phó| Bộ| UBND| Tỉnh| Ban| HĐND| đồng chí| ông| bà)"
)
_OPENING = 1500
_YEAR_ALONE = len("2025")
_MONTH_ALONE = len("2025-07")
_NEW_YEAR = "-01"


def read_context(text: Text, header: Header) -> TimeContext:
    """What the header says about time; where it is silent the year that the first words name, or, where it cites
    documents of a later one, that year.

    A page of news without a day tells its figures by their own words: a year that its first lines name may be that of a
    plan.
    """
    issued = _last_day(header.issued) or (header.event.date if header.event else None)
    if len(header.issued or "") == _MONTH_ALONE and header.event is not None and header.event.date is not None:
        # "ngày   tháng 7 năm 2026": the paper follows what it tells of, in the same month.
        issued = header.event.date if header.event.date.isoformat().startswith(header.issued or "") else issued
    if issued is None and header.type == "conclusion_notice":
        issued = _day_told(text.content[:_OPENING])
    undated = header.type in ("news", "other") and header.issued is None
    period = None if undated and len(header.period or "") == _YEAR_ALONE else header.period
    year = first_year(_closing(period)) or (issued.year if issued else None)
    if year is None and len(header.period or "") > _YEAR_ALONE:
        year = first_year(header.period)
    if year is None:
        year = spoken_year(text.content)
    if issued is None and header.type == "news":
        issued = _day_of_news(text.content, year)
        year = year or (issued.year if issued else None)
    return TimeContext(issued=issued, period=period, year=year)


def _closing(period: str | None) -> str | None:
    """``2018-10..2019-03`` → ``2019-03``: an office whose year begins in October speaks from the year it ends in."""
    whole = period is None or ".." not in period or period[4:7] == _NEW_YEAR
    return period if whole or period is None else period.rpartition("..")[2]


def _day_told(opening: str) -> date | None:
    """``Ngày 29 tháng 11 năm 2025, Chủ tịch UBND tỉnh đã kiểm tra ...``: the day that a notice tells of."""
    told = _TOLD_DAY.search(opening)
    try:
        return date(int(told["year"]), int(told["month"]), int(told["day"])) if told else None
    except ValueError:
        return None


def _is_now(text: str, year: int) -> bool:
    """Whether ``text`` names days, months or the beginning of ``year``: it may speak of a later year as an aim."""
    return re.search(rf"(?:\d/|tháng \d{{1,2}} năm |đầu năm |[Qq]u[ýí] [IV1-4]+ năm ){year}(?!\d)", text) is not None


def _day_of_news(text: str, year: int | None) -> date | None:
    """``Chiều 26/5, UBND tỉnh tổ chức Hội nghị ...``: the day that news tell of, in the ``year`` they speak of."""
    told = _DATELINE.search(text[:_OPENING])
    named = int(told["year"]) if told and told["year"] else year
    if told is None or named is None or not (told["year"] or _is_now(text, named)):
        return None
    try:
        return date(named, int(told["month"]), int(told["day"]))
    except ValueError:
        return None


def _last_day(issued: str | None) -> date | None:
    if not issued:
        return None
    parts = [int(part) for part in issued.split("-")]
    if len(parts) == 3:
        return date(*parts)
    year, month = parts
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
