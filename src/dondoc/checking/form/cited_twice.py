"""One document cited in two ways.

Finds         Quyết định số 123/QĐ-UBND ngày 05/3/2025 ... Quyết định số 123/QĐ-UBND ngày 03/5/2025
              Nghị quyết số 68/NQ-CP ... Nghị định 68/NQ-CP
Leaves alone  the full citation and the short one after it; the same number of another issuer, with another symbol; the
              same number of another year, where both years are written in the symbol
"""

import re
from collections.abc import Iterator
from datetime import date

from dondoc.checking.draft import Draft
from dondoc.checking.finding import Finding
from dondoc.checking.times.written import written_days
from dondoc.facts import Reference

_DATED = re.compile(r"\s*(?:,\s*)?(?:ngày)\s*(?=[0-9])|\s+(?=ngày)", re.IGNORECASE)
_WIDTH = 36


def find(draft: Draft) -> Iterator[Finding]:
    """Yield the citations that differ from an earlier one of the same number and symbol in date or type."""
    first: dict[tuple[str, str], tuple[Reference, date | None]] = {}
    for cited in draft.facts.references:
        if not cited.number or not cited.symbol or "-" not in cited.symbol:
            continue
        day = _day(draft, cited)
        key = (cited.number.lstrip("0"), cited.symbol.upper())
        earlier, its_day = first.setdefault(key, (cited, day))
        if earlier is cited:
            continue
        if its_day is None and day is not None:
            first[key] = (cited, day)
        if day and its_day and day != its_day and _same_year(day, its_day):
            message = f"{cited.text} ở đây ghi ngày {day:%d/%m/%Y}, chỗ trước ghi ngày {its_day:%d/%m/%Y}"
        elif cited.type and earlier.type and cited.type.lower() != earlier.type.lower():
            message = f"{cited.text} ở chỗ trước gọi là {earlier.type}"
        else:
            continue
        yield Finding("VB302", cited.span, "doubtful", message, "thống nhất theo bản gốc", (earlier.span,))


def _day(draft: Draft, cited: Reference) -> date | None:
    """The day that stands right behind the citation."""
    content = draft.text.content
    match = _DATED.match(content, cited.span.end)
    if match is None:
        return None
    written = next(written_days(content, match.start(), match.end() + _WIDTH), None)
    return written.on_calendar() if written and written.span.start <= match.end() + 1 else None


def _same_year(first: date, second: date) -> bool:
    """Numbers begin anew each year: two of one number in two years are two documents, unless a digit slipped."""
    return first.year == second.year or (first.day, first.month) == (second.day, second.month)
