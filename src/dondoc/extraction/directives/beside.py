"""Who shares the work beside somebody told by name, whatever verb says what they are to do.

Finds         Phòng Y tế kiểm tra chợ; [UBND thị trấn A] dẹp hàng rong · ...; [xã B] về đích nông thôn mới trước 31/12
Leaves alone  ...; xã B đạt 19 tiêu chí · ...; UBND xã B đã nộp hồ sơ · ...; mỗi đại biểu gắn với một thôn
"""

import re

from dondoc.extraction.directives.actors import row_at
from dondoc.extraction.directives.counted_groups import is_told
from dondoc.extraction.directives.page import Page, Row
from dondoc.extraction.directives.predicates import PAST
from dondoc.extraction.directives.subjects import GOES_ON
from dondoc.text import Span

# What a body reached, or what is so, behind its name.
_REACHES = re.compile(
    r"\s(?:đã|đang|được|bị|chưa|còn|ước|mới (?:đạt|có|chỉ)|(?:tăng|giảm|đạt|chiếm) \d+|(?:thấp|cao) như|gồm|nào|là|"
    r"cho biết|cho rằng)(?!\w)"
)


def beside_subject(page: Page, clause: Span) -> Row | None:
    """The body that opens a clause which shares out work, whatever it is to do: "...; xã B dẹp lấn chiếm lòng đường".

    A body that reports what it reached, or what is so, is told nothing.
    """
    row = row_at(page, clause.start, clause.end)
    if row is None or page.content[clause.start : clause.start + 4].lower() in ("mỗi ", "từng"):
        return None
    after = row.span.end
    if PAST.match(page.content, after, clause.end) or _REACHES.search(page.content, after, clause.end):
        return None
    return row if GOES_ON.match(page.content, after, clause.end) and is_told(page, row, clause) else None
