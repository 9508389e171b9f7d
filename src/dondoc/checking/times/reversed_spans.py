"""A stretch of time that ends before it begins.

Finds         từ ngày 20/5/2025 đến ngày 15/5/2025 · giai đoạn 2030 - 2021
Leaves alone  từ ngày 20/5 đến ngày 15/6 · năm học 2024 - 2025
"""

import re
from collections.abc import Iterator

from dondoc.checking.draft import Draft
from dondoc.checking.finding import Finding
from dondoc.checking.times.written import written_days
from dondoc.grammar.anchors import lowered
from dondoc.text import Span

# Both are matched against small letters.
_FROM_TO = re.compile(r"từ\s+(?:(?:ngày\s+)?(?=[0-9])|(?=ngày\s))")
_YEARS = re.compile(r"giai đoạn\s+(?:từ\s+)?(?:năm\s+)?(?P<first>20[0-9]{2})\s?[-–]\s?(?P<last>20[0-9]{2})(?![0-9])")
_TO = re.compile(r"\s*(?:đến|tới|-|–)\s*(?:hết\s+)?(?:ngày\s+)?\s*", re.IGNORECASE)
_WIDTH = 80


def find(draft: Draft) -> Iterator[Finding]:
    """Yield the stretches whose two ends, both with their year, stand in the wrong order."""
    content = draft.text.content
    low = lowered(content)
    for match in _FROM_TO.finditer(low):
        days = list(written_days(content, max(match.start(), 0), match.end() + _WIDTH))[:2]
        if len(days) < 2 or not _TO.fullmatch(content[days[0].span.end : days[1].span.start]):
            continue
        first, last = days[0].on_calendar(), days[1].on_calendar()
        if first and last and last < first:
            message = f"ngày kết thúc {last:%d/%m/%Y} trước ngày bắt đầu {first:%d/%m/%Y}"
            yield Finding("TG605", days[1].span, "error", message, None, (days[0].span,))
    for match in _YEARS.finditer(low):
        if int(match["last"]) < int(match["first"]):
            message = f"giai đoạn kết thúc năm {match['last']} trước khi bắt đầu năm {match['first']}"
            mend = f"sửa thành {match['last']} - {match['first']}"
            yield Finding("TG605", Span(match.start("first"), match.end()), "error", message, mend)
