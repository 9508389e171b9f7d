"""An hour that no day has.

Finds         lúc 25 giờ 30 phút · 14 giờ 75 phút · 8h65
Leaves alone  trong 48 giờ · trực 24/24 giờ · 7 giờ 30 phút
"""

import re
from collections.abc import Iterator

from dondoc.checking.draft import Draft
from dondoc.checking.finding import Finding
from dondoc.text import Span

_CLOCK = re.compile(
    r"(?P<cue>\b(?:lúc|hồi|vào|từ|bắt đầu)\s+)?(?<![0-9/.,])(?P<hour>[0-9]{1,2})\s?(?:giờ|h|g)\s?(?P<minute>[0-9]{2})?"
    r"(?P<said>\s?phút)?(?=[^\w]|\Z)",
    re.IGNORECASE,
)
_DAY_BEHIND = re.compile(r"[,\s]*(?:sáng|chiều|ngày|cùng ngày|hôm)", re.IGNORECASE)


def find(draft: Draft) -> Iterator[Finding]:
    """Yield the times of day past midnight or past the full hour."""
    content = draft.text.content
    for match in _CLOCK.finditer(content):
        hour, minute = int(match["hour"]), int(match["minute"] or 0)
        clock = match["minute"] is not None or (match["cue"] and _DAY_BEHIND.match(content, match.end()))
        if not clock:
            continue
        wrong = "giờ" if hour > 24 else "phút" if minute > 59 else None
        if wrong:
            number = hour if wrong == "giờ" else minute
            span = Span(match.start("hour"), match.end())
            yield Finding("TG604", span, "error", f"không có {number} {wrong}")
