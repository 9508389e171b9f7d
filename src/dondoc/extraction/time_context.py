"""When a document speaks: the day, the period and the year that its words of time are told from."""

import re
from datetime import date, timedelta

from dondoc.facts import Header
from dondoc.grammar.context import TimeContext
from dondoc.text import Text

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_COMPARED = re.compile(
    r"(?:cùng kỳ|so sánh|so với|so năm|giai đoạn|nhiệm kỳ)[^.;]*\Z"
    r"|(?:\btừ|\btrước|\bsau|(?<!tính )(?<!kể )\bđến(?: cuối| hết)?|\btầm nhìn)\s+(?:năm\s+)?\Z"
)
_COMPARED_YEAR = re.compile(
    r"(?:cùng kỳ|so (?:với )?(?:thời điểm )?cuối)(?: của)? năm (?P<year>20\d\d)(?!\d|\s*[-–])", re.IGNORECASE
)
# Nothing cites a document of a later year: "Nghị quyết số 01/NQ-CP ngày 08/01/2022".
_CITED_YEAR = re.compile(
    r"(?:Nghị quyết|Quyết định|Thông báo|Kế hoạch|Chỉ thị|Công văn|Công điện|Nghị định|Thông tư)\s(?:số\s*)?\d+"
    r"/[^\s]{2,30}\s+ngày\s+\d{1,2}[/.-]\d{1,2}[/.-](?P<year>20\d\d)(?!\d)"
)
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
_REACH = 30


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
    opening = text.content[:4000]
    year = _year_of(period) or (issued.year if issued else None)
    if year is None and len(header.period or "") > _YEAR_ALONE:
        year = _year_of(header.period)
    if year is None:
        cited = [int(found["year"]) for found in _CITED_YEAR.finditer(text.content)]
        told = (_year_of(opening) or _year_after(opening), max(cited, default=None) if len(cited) > 1 else None)
        year = max((one for one in told if one is not None), default=None)
    if issued is None and header.type == "news":
        issued = _day_of_news(text.content, year)
        year = year or (issued.year if issued else None)
    return TimeContext(issued=issued, period=period, year=year)


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


def _year_of(words: str | None) -> int | None:
    """The first year named that is not one compared with: "tăng 8% so với cùng kỳ năm 2017" says nothing of now, nor
    does "cao nhất kể từ năm 2011".
    """
    for match in _YEAR.finditer(words or ""):
        if not _COMPARED.search(match.string[max(0, match.start() - _REACH) : match.start()].lower()):
            return int(match.group())
    return None


def _year_after(words: str) -> int | None:
    """The year after the latest one compared with: "tăng 8% so với cùng kỳ năm 2017" is told of 2018."""
    years = [int(found["year"]) for found in _COMPARED_YEAR.finditer(words)]
    return max(years) + 1 if years else None


def _last_day(issued: str | None) -> date | None:
    if not issued:
        return None
    parts = [int(part) for part in issued.split("-")]
    if len(parts) == 3:
        return date(*parts)
    year, month = parts
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
