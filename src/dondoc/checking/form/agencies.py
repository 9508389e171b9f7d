"""An agency or a unit that had ceased to exist on the document's day, with its successor.

Finds         Sở Kế hoạch và Đầu tư in a document of June 2025 (Sở Tài chính) · UBND huyện, thị xã after 1 July 2025
              Bộ Giao thông vận tải (Bộ Xây dựng) · tỉnh Trà Vinh after 1 July 2025 (tỉnh Vĩnh Long; off by default)
Leaves alone  documents of an earlier day or without one; the names inside a cited document, a legal basis, or after
              "trước đây", "nguyên", "cũ"

Nghị quyết 176/2025/QH15 and 202/2025/QH15; names and days are data (lexicon/ceased.csv). Cites each name once.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date, timedelta

from dondoc.checking.draft import Draft
from dondoc.checking.finding import Finding
from dondoc.grammar.agencies.folding import CAPITALS
from dondoc.lexicon.ceased import Ceased, ceased
from dondoc.text import Span

_DISTRICT = re.compile(
    rf"\b(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân|HĐND|Hội đồng nhân dân|Phòng [^\W\d_]+(?: [^\W\d_]+){{0,5}})\s+"
    rf"(?:các\s+)?(?P<unit>huyện|thị xã|quận)(?=\s+[{CAPITALS}]|[,;.\s])"
)
_DISTRICTS_ENDED = date(2025, 7, 1)
_EARLIER = re.compile(
    r"trước đây|trước sắp xếp|trước khi|nguyên|\bcũ\b|tiền thân|sáp nhập|hợp nhất|giải thể|kết thúc hoạt động|thời kỳ",
    re.IGNORECASE,
)
_WIDTH = 60
_CITING = 90
_LAW = re.compile(
    r"(?:Thông tư|Quyết định|Nghị quyết|Kế hoạch|Công văn|Chỉ thị|Báo cáo|Tờ trình|Thông báo)[^;\n]{0,80}\Z"
)


def find(draft: Draft) -> Iterator[Finding]:
    """Yield each ceased name at its first place."""
    day = _day_of(draft)
    if day is None:
        return
    seen: set[str] = set()
    for name, one in ceased().found_in(draft.text.content):
        if one.until > day or one.name in seen or not _present(draft, name):
            continue
        seen.add(one.name)
        yield _finding(one, name)
    if day < _DISTRICTS_ENDED:
        return
    for match in _DISTRICT.finditer(draft.text.content):
        span = Span(match.start(), match.end("unit"))
        if _present(draft, span):
            message = f"từ ngày 01/7/2025 không còn cấp huyện, văn bản vẫn ghi «{draft.text[span]}»"
            yield Finding("CQ402", span, "doubtful", message, "thay bằng UBND xã, phường, đặc khu tiếp nhận")
            return


def _finding(one: Ceased, span: Span) -> Finding:
    message = f"{one.name} không còn từ ngày {one.until:%d/%m/%Y}; nơi tiếp nhận: {one.successor}"
    return Finding(one.rule, span, "doubtful", message, f"sửa thành {one.successor}")


def _day_of(draft: Draft) -> date | None:
    """The document's day; of a month alone its first, so that nothing is blamed too early."""
    issued = draft.facts.header.issued
    if issued is None:
        period = draft.facts.header.period or ""
        return _last_day(period) if re.fullmatch(r"\d{4}-\d{2}", period) else None
    return date.fromisoformat(issued if len(issued) == 10 else f"{issued}-01")


def _last_day(period: str) -> date:
    year, month = int(period[:4]), int(period[5:])
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def _present(draft: Draft, span: Span) -> bool:
    """Whether the words speak of an agency of the day, not of one that was, nor of an old document."""
    content = draft.text.content
    before, after = content[max(0, span.start - _WIDTH) : span.start], content[span.end : span.end + _WIDTH]
    if _EARLIER.search(before.rpartition(".")[2]) or _EARLIER.search(after.partition(".")[0]):
        return False
    references = draft.facts.references
    place = bisect_right(references, span.start, key=lambda one: one.span.start) - 1
    if place >= 0 and span.start - references[place].span.end < _CITING:
        gap = content[references[place].span.end : span.start]
        if "\n" not in gap and "." not in gap and "," not in gap:
            return False
    return _LAW.search(content[max(0, span.start - _CITING) : span.start]) is None
