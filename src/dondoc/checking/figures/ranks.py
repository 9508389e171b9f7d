"""Places in a ranking that cannot be.

Finds         xếp thứ 35/34 tỉnh, thành phố · xếp thứ 12, tăng 5 bậc so với năm trước (thứ 18)
Leaves alone  lần thứ 15 · thứ 12/34, tăng 6 bậc so với năm trước (thứ 18)
"""

import re
from collections.abc import Iterator

from dondoc.checking.draft import Draft
from dondoc.checking.finding import Finding
from dondoc.text import Span

_RANK = r"(?:xếp|đứng|hạng|vị\ trí|vị\ thứ|đạt)\s+(?:hạng\s+|vị\ trí\s+)?(?:thứ\s+)?"
_OF = re.compile(
    rf"\b{_RANK}(?P<rank>[0-9]{{1,3}})\s?(?:/|trên\ tổng\ số|trong\ tổng\ số|trong\ số)\s?(?P<all>[0-9]{{1,3}})"
    r"(?=\s+(?:tỉnh|thành|địa|đơn|huyện|xã|phường|cơ|sở|quốc|nước|bộ|đội|đoàn))",
    re.VERBOSE | re.IGNORECASE,
)
_MOVED = re.compile(
    rf"\b{_RANK}(?P<now>[0-9]{{1,3}})(?P<all>/[0-9]{{1,3}})?[^.;()0-9]{{0,50}}"
    r"(?P<way>tăng|giảm|tụt|lên|xuống|cải\ thiện|nâng)\s+(?:thêm\s+)?(?P<steps>[0-9]{1,3})\s+(?:bậc|hạng|vị\ trí)"
    r"[^.;()]{0,50}\(\s?(?:[^().;0-9]{0,30}|năm\ [0-9]{4}[^().;0-9]{0,30})thứ\s+(?P<before>[0-9]{1,3})",
    re.VERBOSE | re.IGNORECASE,
)
_DOWN = frozenset(("giảm", "tụt", "xuống"))


def find(draft: Draft) -> Iterator[Finding]:
    """Yield the ranks above their number of places, and moves that the two ranks do not give."""
    content = draft.text.content
    for match in _OF.finditer(content):
        rank, places = int(match["rank"]), int(match["all"])
        if rank > places:
            message = f"thứ hạng {rank} lớn hơn số đơn vị được xếp ({places})"
            yield Finding("SL202", Span(*match.span("rank")), "error", message, None, (Span(*match.span("all")),))
    for match in _MOVED.finditer(content):
        now, before, steps = int(match["now"]), int(match["before"]), int(match["steps"])
        down = match["way"].lower() in _DOWN
        moved = now - before if down else before - now
        if moved == steps:
            continue
        sum_said = f"{now} - {before} = {moved}" if down else f"{before} - {now} = {moved}"
        message = f"từ thứ {before} đến thứ {now}: {sum_said} bậc, văn bản ghi {match['way']} {steps} bậc"
        mend = f"sửa {steps} bậc thành {moved} bậc" if moved > 0 else None
        related = (Span(*match.span("now")), Span(*match.span("before")))
        yield Finding("SL202", Span(*match.span("steps")), "error", message, mend, related)
