"""A number of things announced before a list that holds fewer, however it is read.

Finds         gồm 04 hạng mục: nhà văn hóa thôn Đông, mương tiêu thôn Đoài, sân thể thao thôn Nam
              cả 5 chỉ tiêu đều vượt: công nghiệp tăng 14%, thu ngân sách tăng 17,5%, xuất khẩu tăng 9%, vốn tăng 12,1%
Leaves alone  03 nhiệm vụ trọng tâm, nhất là: some of them · lists that go on in the next lines
"""

import re
from collections.abc import Iterator

from dondoc.checking.draft import Draft
from dondoc.checking.figures.listed_counts import SOME
from dondoc.checking.finding import Finding
from dondoc.checking.names.counted import COUNT, count_of
from dondoc.grammar.anchors import anchors, find_near, lowered
from dondoc.text import Span

# Matched against small letters.
_OPENS = re.compile(
    rf"(?P<all>(?:gồm|cả|có|với|là|tại|ở)\s+(?:đủ\s+|cả\s+)?)(?P<count>{COUNT})\s+"
    r"(?P<what>(?!năm|tháng|ngày|quý|giờ|người|đồng|tỷ|triệu|ha\b|km\b|tấn)[^\W\d_]+[^:.;,()\d\n]{0,70}):\s+(?=[^\s\d-])"
)
_COLON = anchors(":")
_ENDS = re.compile(r"\.(?=\s|\Z)|\n|\Z")
_APART = re.compile(r"[,;]\s+|\s+(?:và|cùng|cùng với|[-–])\s+")
_MORE = re.compile(r"v\.v|\.\.\.|…|vân vân|khác\b|\d+\s*(?:xã|phường|đơn vị|dự án|công trình)\b", re.IGNORECASE)
_FEWEST, _OFF = 2, 2


def find(draft: Draft) -> Iterator[Finding]:
    """Yield the announced numbers that the list behind them cannot come to."""
    content = draft.text.content
    low = lowered(content)
    for match in find_near(_OPENS, low, low, _COLON, 130, 3):
        number, what = (content[slice(*match.span(group))] for group in ("count", "what"))
        count = count_of(number)
        stop = _ENDS.search(content, match.end())
        last = stop.start() if stop else len(content)
        words = content[match.end() : last]
        if content[last : last + 1] == "\n" and not words.rstrip().endswith("."):
            continue  # the list goes on in lines
        if re.search(rf"\d\s+{what.split()[0]}\b", words):
            continue  # 5 bãi gồm: Tân Hiệp 3 bãi, Gò Mây 2 bãi
        if SOME.search(what) or SOME.search(words) or _MORE.search(words):
            continue
        most = len(_APART.split(words))
        if _FEWEST <= most < count <= most + _OFF:
            yield Finding(
                "SL201", Span(*match.span("count")), "doubtful",
                f"nêu {number} {what.strip()} nhưng liệt kê {most}",
                "xem lại số lượng hoặc các mục", (Span(match.end(), last),),
            )  # fmt: skip
