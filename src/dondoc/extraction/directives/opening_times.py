"""Clauses that open with the time by which something stands: behind the document's day a report, ahead of it a goal.

Finds         Đến hết 31/01/2027 giải ngân đạt 95% kế hoạch (ahead: a goal, though nobody is told)
              Đến hết tháng 9, giải ngân 412 tỷ đồng (behind: a report, though it begins like a task)
Leaves alone  Đến hết tháng 9 mới giải ngân 40%, yêu cầu các chủ đầu tư ...: somebody is told
"""

import re

from dondoc.extraction.directives.page import Page
from dondoc.facts import Deadline
from dondoc.text import Span

_OPENS = re.compile(r"[\s*_“-]*(?:(?:riêng|trong đó|đồng thời|phấn đấu|bảo đảm|đảm bảo),? )?\Z", re.IGNORECASE)
_UP_TO = re.compile(r"(?:tính |cho )?(?:đến|hết|tới)(?!\w)")
_GOAL = re.compile(
    r"[,\s]+(?:(?!được|đã|mới|chỉ|ước)[^\s\d,;.:()]+\s){0,9}?(?:đạt|hoàn thành|giải ngân|giảm|nâng|thu|có|không còn)"
    r"(?: [^\s\d,;.:()]+){0,5} \d"
)
_NEAR = 24


def opening_time(page: Page, clause: Span) -> Deadline | None:
    """The time up to which ``clause`` says how something stands, where it opens with it."""
    for limit in page.deadlines_in(Span(clause.start, min(clause.end, clause.start + _NEAR)))[:1]:
        opens = _OPENS.fullmatch(page.content, clause.start, limit.span.start) is not None
        return limit if opens and _UP_TO.match(page.low, limit.span.start) is not None else None
    return None


def tells_so_far(page: Page, clause: Span) -> bool:
    """Whether ``clause`` opens with a day that was over when the document was issued."""
    limit = opening_time(page, clause) if page.issued is not None else None
    return limit is not None and limit.by is not None and page.issued is not None and limit.by <= page.issued


def aims_ahead(page: Page, clause: Span) -> Span | None:
    """The time that opens ``clause`` where it lies ahead and a figure is to be reached by it."""
    limit = opening_time(page, clause) if page.issued is not None else None
    if limit is None or limit.by is None or page.issued is None or limit.by <= page.issued:
        return None
    return limit.span if _GOAL.match(page.content, limit.span.end, clause.end) is not None else None
