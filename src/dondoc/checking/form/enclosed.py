"""An appendix that is enclosed with this document, by another number or day.

Finds         (Kèm theo Báo cáo số 521/BC-UBND ngày 26/9/2025) in Báo cáo số 512/BC-UBND
              (Ban hành kèm theo Quyết định số 12/QĐ-UBND ngày 05/3/2025) in the decision of 03/5/2025
Leaves alone  what is enclosed with a document of another type or issuer; numbers and days still blank
"""

import re
from collections.abc import Iterator
from datetime import date

from dondoc.checking.draft import Draft
from dondoc.checking.finding import Finding
from dondoc.checking.times.written import written_days
from dondoc.facts import Header
from dondoc.grammar.anchors import anchors, find_near, lowered
from dondoc.text import Span

_ENCLOSED = re.compile(
    r"kèm theo (?P<type>[^\W\d_]+(?: [^\W\d_]+){1,2}) số:?\s*"
    r"(?P<cited>(?P<number>\d{1,5})\s?/\s?(?P<symbol>[^\W\d_]{2,8}-[^\W_]{1,12}(?:-[^\W_]{1,12})?))",
    re.IGNORECASE,
)
_WORDS = anchors("kèm theo")
_BEHIND = 110
_DAY = re.compile(r"\s*,?\s*ngày\s*(?=\d)")
_WIDTH = 30


def find(draft: Draft) -> Iterator[Finding]:
    """Yield the lines of appendices that give this document another number or day than its head."""
    header, content = draft.facts.header, draft.text.content
    number = (header.number or "").partition("/")[0].strip()
    symbol = _symbol(header)
    if not symbol:
        return
    for match in find_near(_ENCLOSED, content, lowered(content), _WORDS, 0, _BEHIND):
        if match["symbol"].upper() != symbol:
            continue
        if number.isdecimal() and int(number) != int(match["number"]):
            said = f"văn bản này số {number}, phụ lục ghi kèm theo số {match['number']}"
            yield Finding(
                "VB302", Span(*match.span("cited")), "doubtful", said, f"sửa thành {number}/{match['symbol']}"
            )
            continue
        day, own = _day(draft, match), _issued(header)
        if number.isdecimal() and day and own and day != own:
            said = f"văn bản này đề ngày {own:%d/%m/%Y}, phụ lục ghi kèm theo văn bản ngày {day:%d/%m/%Y}"
            yield Finding("VB302", Span(*match.span("cited")), "doubtful", said, f"sửa thành ngày {own:%d/%m/%Y}")


def _symbol(header: Header) -> str:
    """BC-UBND, of "BC-UBND" as of "512/BC-UBND"."""
    return (header.symbol or header.number or "").rpartition("/")[2].strip().upper()


def _issued(header: Header) -> date | None:
    try:
        return date.fromisoformat(header.issued or "")
    except ValueError:
        return None


def _day(draft: Draft, match: re.Match[str]) -> date | None:
    content = draft.text.content
    said = _DAY.match(content, match.end())
    written = next(written_days(content, said.start(), said.end() + _WIDTH), None) if said else None
    return written.on_calendar() if written else None
