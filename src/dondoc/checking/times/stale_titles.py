"""The period of an earlier report, left over an appendix or a part of this one.

Finds         in a report of nine months of 2025: "MỘT SỐ CHỈ TIÊU CHỦ YẾU 8 THÁNG NĂM 2025" · "BIỂU 2: ... 6 THÁNG ĐẦU
              NĂM 2025" · in one of the third quarter: "KẾT QUẢ QUÝ II NĂM 2025" · in one of a month: "BIỂU THU THÁNG 9"
Leaves alone  whatever the title of the report names · what is compared, carried over or planned · tasks · years alone
"""

import re
from collections.abc import Iterator

from dondoc.checking.draft import Draft
from dondoc.checking.finding import Finding
from dondoc.grammar.anchors import lowered
from dondoc.grammar.context import TimeContext
from dondoc.grammar.cues import cue_places
from dondoc.grammar.periods import find_periods, months_of
from dondoc.text import Span

_LINE = re.compile(r"[ \t*_]*(?P<line>[^\n|¦]{12,200}?)[ \t*_]*(?![^\n])")
_CAPTION = re.compile(r"(?:biểu|bảng|phụ lục|mẫu)(?: số)?\s*(?:\d|[IVX]+\b|:)", re.IGNORECASE)
_OF_TIME = ("tháng", "quý")
_OTHER = re.compile(
    r"so (?:với|sánh)|cùng kỳ|nhiệm vụ|phương hướng|kế hoạch|dự kiến|giải pháp|trọng tâm|chuyển sang|kéo dài|đến|từ\s"
    r"|\bước\b|ngày\s+\d|dự toán|trước|kèm theo",
    re.IGNORECASE,
)


def find(draft: Draft) -> Iterator[Finding]:
    """Yield the captions and headings that name an earlier period of the kind that the report is of."""
    header = draft.facts.header
    if header.type != "report" or not header.period or not header.subject:
        return
    context = TimeContext(year=int(header.period[:4]), period=header.period)
    own = {header.period, *(one.period for one in find_periods(header.subject, context))}
    kinds = {_kind(period): period for period in sorted(own)}
    for match in _lines_of_time(draft.text.content):
        line = match["line"]
        if not (line.isupper() or _CAPTION.match(line)) or _OTHER.search(line):
            continue
        named = find_periods(line, context)
        if not named or any(one.period in own for one in named):
            continue
        one = named[-1]
        right = kinds.get(_kind(one.period))
        if right is None or months_of(one.period) >= months_of(right):
            continue
        at = Span(match.start("line") + one.span.start, match.start("line") + one.span.end)
        said = f"báo cáo {_told(right)} nhưng tên bảng, đề mục ghi {draft.text[at].lower()}"
        yield Finding("TG601", at, "doubtful", said, "sửa lại nếu còn sót từ báo cáo trước")


def _lines_of_time(content: str) -> Iterator[re.Match[str]]:
    """The lines that name a month or a quarter, in order."""
    places = cue_places(lowered(content))
    for start in sorted({content.rfind("\n", 0, at) + 1 for word in _OF_TIME for at in places[word]}):
        line = _LINE.match(content, start)
        if line is not None:
            yield line


def _kind(period: str) -> str:
    """A month, months since January, a quarter, half a year, a year."""
    if ".." in period:
        return "months" if period[5:7] == "01" else "span"
    part = period[5:]
    if part == "H1":
        return "months"
    return "month" if part.isdecimal() else part[:1] or "year"


def _told(period: str) -> str:
    year, part = period[:4], period[5:]
    if ".." in period:
        return f"{int(period[-2:])} tháng năm {year}"
    if part.isdecimal():
        return f"tháng {part}/{year}"
    return {"Q": f"quý {part[1:]}/{year}", "H": f"{'6 tháng đầu' if part == 'H1' else '6 tháng cuối'} năm {year}"}.get(
        part[:1], f"năm {year}"
    )
