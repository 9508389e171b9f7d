"""Places in a ranking that cannot be.

Finds         xếp thứ 35/34 tỉnh, thành phố · xếp thứ 12, tăng 5 bậc so với năm trước (thứ 18)
Leaves alone  lần thứ 15 · thứ 12/34, tăng 6 bậc so với năm trước (thứ 18)
"""

import re
from collections.abc import Iterator

from dondoc.checking.draft import Draft
from dondoc.checking.finding import Finding
from dondoc.text import Span

_RANK = r"\b(?:xếp|đứng|hạng|vị\ trí|vị\ thứ|đạt)\s+(?:hạng\s+|vị\ trí\s+)?(?:thứ\s+)?"
_BEFORE = re.compile(rf"{_RANK}\Z", re.VERBOSE | re.IGNORECASE)
# Both begin with a digit, which makes the search fast.
_OF = re.compile(
    r"""(?P<rank>[0-9](?<![0-9/.,][0-9])[0-9]{0,2})
        \s?(?:/|trên\ tổng\ số|trong\ tổng\ số|trong\ số)\s?(?P<all>[0-9]{1,3})
        (?=\s+(?:tỉnh|thành|địa|đơn|huyện|xã|phường|cơ|sở|quốc|nước|bộ|đội|đoàn))""",
    re.VERBOSE | re.IGNORECASE,
)
_STEPS = re.compile(
    r"""(?P<steps>[0-9](?<![0-9/.,][0-9])[0-9]{0,2})\ (?:bậc|hạng|vị\ trí)[^.;()]{0,50}
        \(\s?(?:năm\ [0-9]{4})?[^().;0-9]{0,30}thứ\ (?P<before>[0-9]{1,3})""",
    re.VERBOSE | re.IGNORECASE,
)
_MOVED = re.compile(
    rf"""{_RANK}(?P<now>[0-9]{{1,3}})(?:/[0-9]{{1,3}})?[^.;()0-9]{{0,50}}
        (?P<way>tăng|giảm|tụt|lên|xuống|cải\ thiện|nâng)\s+(?:thêm\s+)?\Z""",
    re.VERBOSE | re.IGNORECASE,
)
_REACH = 100
_DOWN = frozenset(("giảm", "tụt", "xuống"))


def find(draft: Draft) -> Iterator[Finding]:
    """Yield the ranks above their number of places, and moves that the two ranks do not give."""
    content = draft.text.content
    for match in _OF.finditer(content):
        rank, places = int(match["rank"]), int(match["all"])
        if rank > places and _BEFORE.search(content, max(0, match.start() - 30), match.start()):
            message = f"thứ hạng {rank} lớn hơn số đơn vị được xếp ({places})"
            yield Finding("SL202", Span(*match.span("rank")), "error", message, None, (Span(*match.span("all")),))
    for match in _STEPS.finditer(content):
        moved = _MOVED.search(content, max(0, match.start() - _REACH), match.start())
        if moved is not None:
            yield from _move(match, moved)


def _move(match: re.Match[str], moved: re.Match[str]) -> Iterator[Finding]:
    now, before, steps = int(moved["now"]), int(match["before"]), int(match["steps"])
    down = moved["way"].lower() in _DOWN
    right = now - before if down else before - now
    if right == steps:
        return
    worked = f"{now} - {before} = {right}" if down else f"{before} - {now} = {right}"
    message = f"từ thứ {before} đến thứ {now}: {worked} bậc, văn bản ghi {moved['way']} {steps} bậc"
    mend = f"sửa {steps} bậc thành {right} bậc" if right > 0 else None
    related = (Span(*moved.span("now")), Span(*match.span("before")))
    yield Finding("SL202", Span(*match.span("steps")), "error", message, mend, related)
