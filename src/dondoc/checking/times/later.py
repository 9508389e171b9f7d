"""A result told as reached by a day after the document's own.

Finds         in a report of 25/11/2023: tính đến ngày 15/12/2023 đã giải ngân 812 tỷ đồng
              in a notice of 25/11/2023: ngày 27/11/2023, Chủ tịch UBND tỉnh đã chủ trì cuộc họp
Leaves alone  ước đến ngày 31/12/2023 giải ngân ... · phấn đấu đến ngày 31/12/2023 · a document without a full date
              ngày 27/11/2023 sẽ tổ chức hội nghị
"""

import re
from collections.abc import Iterator
from datetime import date

from dondoc.checking.draft import Draft
from dondoc.checking.finding import Finding
from dondoc.checking.times.written import written_days
from dondoc.grammar.anchors import anchors, find_near, lowered
from dondoc.text import Span

_REACHED = re.compile(
    r"\b(?:tính|lũy kế|luỹ kế|kể từ đầu năm)\s+(?:đến|tới)\s+(?:hết\s+)?(?=ngày|[0-9])", re.IGNORECASE
)
_OPENINGS = anchors("tính", "lũy kế", "luỹ kế", "kể từ")
_EXPECTED = re.compile(r"ước|dự kiến|phấn đấu|sẽ|phải|mời|chuẩn bị|kế hoạch|hoàn thành trước|mục tiêu", re.IGNORECASE)
_DONE = re.compile(r"\bđã\b|\bđạt\b|giải ngân|thực hiện được|có \d", re.IGNORECASE)
_WIDTH = 120


def find(draft: Draft) -> Iterator[Finding]:
    """Yield the results of days to come."""
    issued = draft.facts.header.issued or ""
    if len(issued) != 10:
        return
    day = date.fromisoformat(issued)
    content = draft.text.content
    yield from _held_later(draft, day)
    for match in find_near(_REACHED, content, lowered(content), _OPENINGS, 0, _WIDTH):
        written = next(written_days(content, match.end(), match.end() + 40), None)
        reached = written.on_calendar() if written else None
        if written is None or reached is None or reached <= day:
            continue
        before = content[max(0, match.start() - 60) : match.start()].rpartition("\n")[2]
        after = re.split(r"[.;\n]", content[written.span.end : written.span.end + _WIDTH])[0]
        if _EXPECTED.search(before) or _EXPECTED.search(after) or not _DONE.search(after):
            continue
        message = f"kết quả tính đến ngày {reached:%d/%m/%Y}, sau ngày ban hành văn bản {day:%d/%m/%Y}"
        yield Finding("TG606", Span(match.start(), written.span.end), "doubtful", message)


def _held_later(draft: Draft, day: date) -> Iterator[Finding]:
    """A meeting whose outcome a document tells is held before it is issued."""
    event, content = draft.facts.header.event, draft.text.content
    if event is None or event.date is None or event.date <= day or event.span is None:
        return
    start = content.rfind("\n", 0, event.span.start) + 1
    written = [one for one in written_days(content, start, event.span.start) if one.on_calendar() == event.date]
    stop = content.find("\n", event.span.end)
    if written and not _EXPECTED.search(content[start : stop if stop >= 0 else len(content)]):
        message = f"cuộc họp ghi ngày {event.date:%d/%m/%Y}, sau ngày ban hành văn bản {day:%d/%m/%Y}"
        yield Finding("TG606", written[-1].span, "error", message)
