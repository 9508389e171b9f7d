"""News of an event report on no time: what they count was not reached in any.

Finds         32.000 nhà đầu tư bị lừa · 14 nhà ở ven sông có nguy cơ sạt
Leaves alone  thu được 4.200 tấn · còn 18 hộ bị ngập · 3 nhà bị sập · vốn 12 tỷ đồng · gió giật 24 m/s
"""

import re
from collections.abc import Sequence

from dondoc.extraction.quantities.figures import Sentence

_REACHED = re.compile(r"\b(?:đạt|ước|thu|chi|tổng|sản lượng|doanh thu|giá trị|kim ngạch|phạt)\b")
_STANDS = re.compile(r"\b(?:(?:vẫn|hiện|đang) còn|bị)(?: lại| khoảng| trên| gần| hơn| ngập| thiệt hại| hư hỏng)*\s*\Z")
_STRUCK = re.compile(
    r"\s*(?:(?:[^\W\d]+ ){0,4}bị (?:ngập|sập|hư|thiệt hại|tốc mái|cuốn|vùi|sạt|cô lập|chia cắt|mất trắng)|"
    r"(?:sập|hư hỏng|tốc mái|mất tích|thiệt mạng|bị thương|chết|tử vong)\b)"
)
_FUNDED = re.compile(r"\b(?:vốn|kinh phí|số tiền|trị giá|đầu tư|ngân sách|hỗ trợ)\b")
_GAUGED = frozenset({"m", "km", "km/h", "km/giờ", "m/s", "mm", "°C", "độ"})
_MONEY = frozenset({"đồng", "USD"})
_NEAR = 45


def settle_events(sentences: Sequence[Sentence]) -> None:
    """In news of an event, whose sentences these are, give what is only counted that role."""
    figures = [figure for sentence in sentences for figure in sentence.figures]
    if any(figure.role == "share_of_plan" for figure in figures):
        return
    for figure in figures:
        whole = figure.whole is None and figure.under is None and figure.over is None
        if figure.unit in _GAUGED or "/" in (figure.unit or ""):
            continue
        if _STANDS.search(figure.low_before) or _STRUCK.match(figure.low_after):
            continue
        if figure.unit in _MONEY and _FUNDED.search(figure.low_before[-_NEAR:]):
            continue
        if figure.role == "actual" and figure.period is None and whole and not _REACHED.search(figure.low_before):
            figure.role = "count"


__all__ = ["settle_events"]
