"""Whether a figure says how things stand, or where something is.

Finds         còn nợ 3,4 tỷ đồng · còn 62 dự án · thiếu 742 giáo viên (a stock: nothing that came together over time)
              tại 30 xã, phường · thuộc 7 huyện (places)
Leaves alone  trong đó: xã An Bình 450 hộ · có thêm 06 xã đạt chuẩn: a result
"""

import re
from functools import lru_cache

from dondoc.extraction.quantities.cues import read_cues
from dondoc.extraction.quantities.figures import Figure

_STOCK = re.compile(r"\b(?:còn|hiện có|thiếu|tồn|nợ)(?:\s+(?:là|khoảng|trên|hơn|gần|tới|lại))*\s*\Z")
_PLACE = re.compile(r"\b(?:tại|thuộc|của|ở|trên địa bàn)(?:\s+(?:khoảng|trên|hơn|gần|cả))?\s*\Z")
_BEFORE_PLACE = re.compile(
    r"\b(?:chủ tịch(?: ubnd)?|bí thư|lãnh đạo|ubnd|đảng ủy|đại diện|trước cổng|trước cửa|xung quanh|quanh|gần|"
    r"giáp|thuộc)\s*\Z"
)

_REACH = 40


def is_stock(before: str) -> bool:
    """Whether the words ``before`` a figure speak of what is left or lacking."""
    return _STOCK.search(before) is not None


def is_place(figure: Figure) -> bool:
    """Whether ``figure`` counts the places where something is."""
    if figure.task and _BEFORE_PLACE.search(figure.low_before, max(0, len(figure.low_before) - _REACH)):
        return figure.under is None and figure.over is None and figure.unit != "%"
    if not _is_area(figure.unit) or figure.under is not None or figure.over is not None:
        return False
    return _PLACE.search(figure.low_before, max(0, len(figure.low_before) - _REACH)) is not None


@lru_cache(maxsize=512)
def _is_area(unit: str | None) -> bool:
    return (unit or "").lower().partition(",")[0].strip() in read_cues().areas
