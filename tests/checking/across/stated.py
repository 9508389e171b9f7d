"""Reports of an invented province in a line each, and what one of them says against the others."""

from datetime import date

from dondoc.checking.across import Contradiction, Source, Statement, compare, statement_of
from dondoc.extraction import extract
from dondoc.reading.plain import read_plain

HEAD = (
    "UBND TỈNH LAM SƠN\nSố: {number}/BC-UBND\nLam Sơn, ngày {day} tháng {month} năm {year}\n\nBÁO CÁO\n"
    "Tình hình kinh tế - xã hội tháng {of} năm {year}\n\n"
)
LETTER = (
    "UBND TỈNH LAM SƠN\nSố: {number}/UBND-TH\nV/v đẩy nhanh tiến độ giải ngân\n"
    "Lam Sơn, ngày {day} tháng {month} năm {year}\n\nKính gửi: Các sở, ban, ngành.\n\n"
)


def statements(line: str, issued: date, *, of: int | None = None, head: str = HEAD) -> list[Statement]:
    """What the report of the month ``of`` (the one of its issue) states in ``line``."""
    month = of or issued.month
    number = issued.month * 10
    top = head.format(number=number, day=issued.day, month=issued.month, year=issued.year, of=month)
    facts = extract(read_plain(top + line))
    name = f"Báo cáo số {number}/BC-UBND ngày {issued:%d/%m/%Y}"
    document = Source(f"{issued}", name, issued, facts.header.period)
    made = (
        statement_of(each, facts.text[each.span], each.indicator.lower(), source=document)
        for each in facts.quantities
        if each.indicator
    )
    return [each for each in made if each is not None]


def against(now: str, *before: tuple[str, date], on: date = date(2026, 10, 28)) -> list[Contradiction]:
    """What the October report says against earlier ones, each a line with its day."""
    earlier = [each for line, issued in before for each in statements(line, issued)]
    return compare(statements(now, on), earlier)
