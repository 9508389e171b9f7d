"""The line "Trà Vinh, ngày 05 tháng 6 năm 2023".

Finds         ngày 5 tháng 6 · ngày 05 tháng 06 · ngày 05 tháng 2 · ngày 05/6/2023 in the head
Leaves alone  ngày   tháng 6 năm 2023, left blank for the day · days in the text

Nghị định 30/2020/NĐ-CP, Appendix I: a leading 0 for days below 10 and for the months 1 and 2.
"""

import re
from collections.abc import Iterator

from dondoc.checking.draft import Draft
from dondoc.checking.finding import Finding
from dondoc.checking.form.head import head_of, is_party
from dondoc.text import Span

_LINE = re.compile(
    r"[^\W\d_],\s*ngày\s+(?P<day>[0-9]{1,2})\s+tháng\s+(?P<month>[0-9]{1,2})\s+năm\s+[0-9]{4}", re.IGNORECASE
)


def find(draft: Draft) -> Iterator[Finding]:
    """Yield what is wrong with place and date."""
    if is_party(draft):
        return
    head = head_of(draft)
    match = _LINE.search(draft.text.content, head.start, head.end)
    if match is None:
        return
    day, month = match["day"], match["month"]
    if len(day) == 1:
        yield Finding(
            "TT202", Span(*match.span("day")), "format", "ngày nhỏ hơn 10 có số 0 phía trước", f"sửa thành 0{day}"
        )
    if month in ("1", "2"):
        message = "tháng 1, tháng 2 có số 0 phía trước"
        yield Finding("TT202", Span(*match.span("month")), "format", message, f"sửa thành 0{month}")
    elif month.startswith("0") and int(month) > 2:
        message = "chỉ tháng 1, tháng 2 có số 0 phía trước"
        yield Finding("TT202", Span(*match.span("month")), "format", message, f"sửa thành {int(month)}")
