"""An hour that no day has.

Finds         lúc 25 giờ 30 phút · 14 giờ 75 phút · 8h65
Leaves alone  trong 48 giờ · trực 24/24 giờ · 7 giờ 30 phút · dập tắt sau 37 giờ 15 phút: how long it took
"""

import re
from collections.abc import Iterator

from dondoc.checking.draft import Draft
from dondoc.checking.finding import Finding
from dondoc.text import Span

# Begins with a single digit, which makes the search fast.
_CLOCK = re.compile(r"(?P<hour>[0-9][0-9]?)\s?(?:giờ|[hg])\s?(?P<minute>[0-9]{2})?(?:\s?phút)?(?!\w)")
_CUE = re.compile(r"\b(?:lúc|hồi|vào|từ|bắt đầu)\s+\Z", re.IGNORECASE)
_LASTS = re.compile(
    r"\b(?:trong|mất|sau|suốt|kéo dài|với|hết|tổng|tổng cộng|thời gian)"
    r"(?:\s+(?:vòng|khoảng|gần|hơn|chỉ|đúng|thời gian|là))*\s+\Z",
    re.IGNORECASE,
)
_DAY_BEHIND = re.compile(r"[,\s]*(?:sáng|chiều|ngày|cùng ngày|hôm)", re.IGNORECASE)


def find(draft: Draft) -> Iterator[Finding]:
    """Yield the times of day past midnight or past the full hour."""
    content = draft.text.content
    for match in _CLOCK.finditer(content):
        begin = match.start()
        hour, minute = int(match["hour"]), int(match["minute"] or 0)
        if (hour <= 24 and minute < 60) or content[begin - 1 : begin] in tuple("0123456789/.,"):
            continue
        cue = _CUE.search(content, max(0, begin - 12), begin)
        if match["minute"] is None and not (cue and _DAY_BEHIND.match(content, match.end())):
            continue
        if hour > 24 and minute < 60 and _LASTS.search(content, max(0, begin - 30), begin):
            continue
        wrong = f"{hour} giờ" if hour > 24 else f"{minute} phút"
        yield Finding("TG604", Span(*match.span()), "error", f"không có {wrong}")
