"""What a document of each kind reports on: by its subject, by its opening, by the day up to which it counts.

Finds         V/v báo cáo ... tháng 7/2023: a letter that reports · kế hoạch năm 2026: the year that it is for
              phiên họp thường kỳ tháng 9 ... 9 tháng: the month whose meeting it is
Leaves alone  V/v mời dự ... tháng 8: what is to come · kế hoạch năm 2023 và 6 tháng đầu năm 2024: more than one year
"""

import re

from dondoc.extraction.header.as_of import read_counted_up_to, read_paid_until
from dondoc.extraction.header.kinds import FEWEST_FIGURES, FIGURE
from dondoc.extraction.header.opening import is_told_of_year, of_quarterly, of_session, read_later, read_opening
from dondoc.extraction.header.reported import read_heard, read_period
from dondoc.extraction.spoken_year import spoken_year
from dondoc.facts import DocumentType, Event
from dondoc.grammar.period_arithmetic import last_day

DATED = frozenset({"conclusion_notice", "report", "news"})
PLANNED_YEAR = re.compile(
    r"(?<!đến )(?<!từ )(?<!khóa )(?<!phố )(?:năm|NĂM) (?P<year>20\d{2})(?! ?[-–]\s?\d|\d)"
    r"(?=\W*$| (?:trên địa bàn|tại|của|ở) (?:toàn )?(?:tỉnh|huyện|xã|phường|thị xã|thành phố|quận|đặc khu)\b)"
)
# "quý IV năm 2025": the part of the year that a plan is for.
PLANNED_PART = re.compile(
    r"(?:quý (?:IV|III|II|I|[1-4])|(?:0?6|sáu) tháng (?:đầu|cuối)|tháng \d{1,2}),? \Z", re.IGNORECASE
)
# "năm 2023 và 6 tháng đầu năm 2024": a plan over more than one year is for none of them.
SEVERAL_YEARS = re.compile(
    r"(?:năm|NĂM) (?P<first>20\d{2})(?:,| và| VÀ|;)[^,;]{0,30}(?:năm|NĂM) (?!(?P=first))20\d{2}\W*$"
)
MONTH = re.compile(r"\d{4}-\d{2}")
# A report on the second quarter whose first section is headed by the half year tells of that.
FIRST_HALF = re.compile(r"(?:^|\n)\W*(?:[A-Z]|[IVX]{1,4})\s?[.:/)-][^\n]{0,80}6 tháng đầu năm", re.IGNORECASE)
# What a conclusion without a time in its title reviews, so that its opening names the time.
REVIEWING = ("phiên họp", "kinh tế - xã hội", "làm việc với", "giao ban")
# Before November a page that names its year tells of a part of it.
LAST_MONTHS = "11"
# Until April a page tells of the year before.
REVIEWS_OVER = "04"


def read_reported(
    kind: DocumentType, subject: str | None, body: str, issued: str | None, event: Event | None, page: str
) -> str | None:
    """What the document reports on: by its subject, by its opening, by the whole ``page`` where it has no title."""
    if kind in ("plan", "resolution"):
        return _planned(kind, subject or "")
    year = int(issued[:4]) if issued else (event.date.year if event and event.date else None)
    if kind == "official_letter":
        return read_period(subject or "", year, cued=True)
    if kind not in DATED:
        return None
    if year is None and kind == "news":
        year = spoken_year(page)
    until = issued if kind == "news" else None
    period = read_period(subject or "", year, until=until)
    if period is None and (kind == "news" or not subject or any(words in subject for words in REVIEWING)):
        period = read_period(body, year, cued=True, until=until)
    if period is None and kind == "conclusion_notice":
        period = read_heard(body, year)
    elif kind == "conclusion_notice" and period is not None and MONTH.fullmatch(period):
        heard = read_heard(body, year, behind=True)
        part = heard is not None and ".." not in heard and last_day(heard) == last_day(period)
        period = heard if part else period
    if kind == "report" and period is not None and period.endswith("-Q2") and FIRST_HALF.search(body) is not None:
        period = f"{period[:4]}-H1"
    running = period is not None and issued is not None and period == issued[:4] and issued[5:7] < LAST_MONTHS
    if kind == "conclusion_notice" and running:
        heard = read_period(body, year, cued=True)
        period = heard if heard is not None and heard.startswith(f"{period}-") else period
    if kind == "news" and (period is None or running) and FIGURE.search(body) is not None:
        period = read_opening(body, year, few=len(FIGURE.findall(body)) < FEWEST_FIGURES, until=until) or period
    if kind == "news" and period is None and issued is None and year is not None:
        period = str(year) if is_told_of_year(page, year) else None
    if kind == "news" and period is not None and "-Q" in period:
        period = of_quarterly(body, read_later(body, period))
    if period is not None and kind in ("news", "conclusion_notice"):
        period = of_session(body, period)
    if period is None and kind != "news":
        period = read_counted_up_to(body, issued)
    return (read_paid_until(page, period) if period is not None and page else None) or period


def _planned(kind: DocumentType, subject: str) -> str | None:
    """The year, or the part of it, that a plan or a resolution is for."""
    planned = PLANNED_YEAR.search(subject)
    if planned is None or SEVERAL_YEARS.search(subject):
        return None
    part = PLANNED_PART.search(subject, 0, planned.start()) if kind == "plan" else None
    return (read_period(subject[part.start() : planned.end()], None) if part else None) or planned["year"]
