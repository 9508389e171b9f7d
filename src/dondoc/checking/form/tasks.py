"""Tasks that nobody can follow up.

Finds         a task without a deadline (NV501) or an agency (NV503), off by default; a deadline before the day of the
              document (NV502)
Leaves alone  "thường xuyên", "hằng tháng": tasks that recur; deadlines in documents without a full date
"""

import re
from collections.abc import Iterator
from datetime import date

from dondoc.checking.draft import Draft
from dondoc.checking.finding import Finding

_NAMES_A_DAY = re.compile(r"\d\s?/\s?\d|ngày|tháng|quý", re.IGNORECASE)


def find(draft: Draft) -> Iterator[Finding]:
    """Yield the tasks without an agency or a deadline, and deadlines that were over before they were set."""
    header = draft.facts.header
    issued = header.issued or ""
    own = date.fromisoformat(issued) if len(issued) == 10 else None
    for directive in draft.facts.directives:
        deadline = directive.deadline
        if directive.lead and deadline is None:
            yield Finding("NV501", directive.span, "format", "giao việc không nêu thời hạn", "thêm thời hạn hoàn thành")
        if not directive.lead:
            yield Finding(
                "NV503", directive.span, "format", "giao việc không nêu cơ quan chủ trì", "thêm cơ quan chủ trì"
            )
        if deadline is None or deadline.by is None or own is None or deadline.recurrence:
            continue
        if deadline.by < own and _NAMES_A_DAY.search(draft.text[deadline.span]):
            message = f"hạn {deadline.by:%d/%m/%Y} đã qua khi ban hành văn bản ({own:%d/%m/%Y})"
            yield Finding("NV502", deadline.span, "doubtful", message, "xem lại ngày, tháng hoặc năm của thời hạn")
