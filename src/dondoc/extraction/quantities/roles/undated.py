"""What a document that reports on no month of its own has counted: all that came together until it was written.

Finds         Toàn tỉnh đã xây dựng được 562 nhà văn hóa, với tổng kinh phí 991 tỷ đồng (cumulative, both)
              Cục Hải quan thu 10.657 tỷ đồng (đạt 42,8% dự toán), no month told: so far this year
Leaves alone  đã thu hút 12 dự án in a report on half a year: reached in it · đợt mưa lũ đã làm 14 người chết
"""

import re
from collections.abc import Sequence

from dondoc.extraction.quantities.figures import Figure, Sentence
from dondoc.facts import Evidence

_UNDATED = Evidence("role", "role.undated")
_DONE = re.compile(
    r"\bđã (?!được)(?:[^,;.()\d]{2,60}, )?[^,;.()\d]{2,60} được(?: là| hơn| trên| khoảng| gần| tổng số)*\s*\Z"
)
_BROUGHT = re.compile(
    r"\bđã (?:thu hút|huy động|giải ngân|xử phạt|xử lý|phát hiện|triển khai|tiêm|cấp|khởi công|bàn giao|tiếp nhận|"
    r"vận động|giải quyết|"
    r"chi trả|trao|thành lập|hỗ trợ|xóa|khánh thành|di dời|sơ tán|cứu)(?: mới| thành công| xong)?(?: hơn| trên|"
    r" khoảng| gần| tổng số)*\s*\Z"
)
_WITH_IT = re.compile(
    r"[^,;.()\d]{0,40},?(?: và)?(?: với)?(?: tổng)?(?: số)? (?:vốn|kinh phí|số tiền|trị giá|(?:tạo|"
    r"giải quyết) việc làm)\b[^,;.()\d]{0,30}"
)
_TOTAL = re.compile(r"\btổng số [^,;.()\d]{2,40} đã (?:được )?[^,;.()\d]{2,20}?(?: là| đạt)?(?: hơn| trên| gần)?\s*\Z")
_GOT = re.compile(r"\b(?:xây dựng|nâng cấp|làm mới|huy động|vận động)(?: mới)? được(?: là| hơn| trên| khoảng)*\s*\Z")
_HARVEST = re.compile(r"thu hoạch|gieo|cấy|xuống giống")
_MONEY = frozenset({"đồng", "USD"})


def settle_undated(sentences: Sequence[Sentence]) -> None:
    """Make what was done until the document was written cumulative."""
    for sentence in sentences:
        if sentence.task:
            continue
        for place, figure in enumerate(sentence.figures):
            if figure.role != "actual" or figure.unit == "%" or figure.period is not None or figure.whole is not None:
                continue
            following = sentence.figures[place + 1] if place + 1 < len(sentence.figures) else None
            if _is_done(figure) or _is_cost(figure) or _is_of_plan(figure, following):
                figure.role = "cumulative"
                figure.evidence = [*(one for one in figure.evidence if one.part != "role"), _UNDATED]


def _is_done(figure: Figure) -> bool:
    before = figure.low_before
    if _GOT.search(before):
        return figure.under is None
    if _BROUGHT.search(before):
        return figure.under is None and not _HARVEST.search(before)
    if "đã" not in before or figure.over is not None or figure.under is not None:
        return False
    done = _DONE.search(before) or _TOTAL.search(before)
    return done is not None and not _HARVEST.search(before)


def _is_cost(figure: Figure) -> bool:
    """``đã xây dựng được 562 nhà văn hóa, với tổng kinh phí 991 tỷ đồng``: as what it was spent on."""
    done = figure.previous
    if done is None or done.role != "cumulative":
        return False
    return "đã" in done.low_before and _WITH_IT.fullmatch(figure.low_before) is not None


def _is_of_plan(figure: Figure, share: Figure | None) -> bool:
    """``thu 10.657 tỷ đồng (đạt 42,8% dự toán)``: a plan is one of the year, and this what came of it so far."""
    if share is None or share.role != "share_of_plan" or figure.unit not in _MONEY:
        return False
    return share.previous is figure and (share.measure.value or 0) < 100 and "tháng" not in figure.low_before
