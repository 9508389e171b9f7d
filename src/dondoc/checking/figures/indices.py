"""An index, or a share of what there was, told again as a rise or a fall.

Finds         chỉ số 94,2%, tức là tăng 5,8%: it fell · bằng 106,4% cùng kỳ, nghĩa là tăng 4,6% (6,4)
Leaves alone  chỉ số 94,2%, tức là giảm 5,8% · đạt 94,2% kế hoạch, tăng 5,8% so với cùng kỳ: of another base
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from dondoc.checking.draft import Draft
from dondoc.checking.finding import Finding
from dondoc.grammar.anchors import anchors, find_near, lowered
from dondoc.grammar.numbers import read_number
from dondoc.numerals import format_number
from dondoc.text import Span

_TOLD = re.compile(
    r"(?<![\d.,])(?P<index>\d{2,3}(?:,\d+)?)\s?%?(?P<of>[^.;\d%]{0,40}?)"
    r"[,(]?\s*\b(?:tức|hay|nghĩa|đồng nghĩa|có nghĩa|tương ứng)\s(?:là\s|với\s|mức\s)*"
    r"(?P<way>tăng|giảm)\s(?:thêm\s|khoảng\s)?(?P<by>\d{1,3}(?:,\d+)?)\s?%",
    re.IGNORECASE,
)
_OTHER = re.compile(r"kế hoạch|dự toán|chỉ tiêu|mục tiêu|diện tích|tổng|số hộ", re.IGNORECASE)
_INDEX = re.compile(r"(?:chỉ số|IIP|CPI|bằng)[^.;\d]{0,60}\Z", re.IGNORECASE)
_AGAIN = anchors("tức", "hay ", "nghĩa", "tương ứng")
_NEAR, _HUNDRED, _BACK = Decimal(30), Decimal(100), 80
_LEAD, _BEHIND = 64, 48


def find(draft: Draft) -> Iterator[Finding]:
    """Yield the rises and falls that their index does not give."""
    content = draft.text.content
    for match in find_near(_TOLD, content, lowered(content), _AGAIN, _LEAD, _BEHIND):
        index, by = read_number(match["index"]).value, read_number(match["by"]).value
        if index is None or by is None or _OTHER.search(match["of"]) or abs(index - _HUNDRED) > _NEAR:
            continue
        if not _INDEX.search(content[max(match.start() - _BACK, 0) : match.start()]):
            continue
        moved = by if match["way"].lower() == "tăng" else -by
        if moved == index - _HUNDRED:
            continue
        turned = -moved == index - _HUNDRED
        come = index - _HUNDRED
        way = "tăng" if come > 0 else "giảm"
        message = (
            f"{format_number(index)}% là {way} {format_number(abs(come))}%, văn bản ghi "
            f"{match['way'].lower()} {format_number(by)}%"
        )
        mend = f"sửa «{match['way']}» thành «{way}»" if turned else f"sửa thành {way} {format_number(abs(come))}%"
        yield Finding("SL110", Span(match.start("way"), match.end("by")), "error", message, mend,
                      (Span(*match.span("index")),))  # fmt: skip
