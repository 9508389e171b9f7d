"""The figure some sentences before that a sentence divides anew.

Finds         Phân theo ngành: khai thác 48 tỷ đồng; chế biến 342 tỷ đồng; điện 758 tỷ đồng, under a total of 1.148 tỷ
Leaves alone  amounts that do not make the total: they may be of something else
"""

import re
from collections.abc import Sequence
from decimal import Decimal

from dondoc.extraction.quantities.figures import Figure, Sentence

# "Trong đó: ...", "Phân theo ngành: ...": a sentence that begins so divides what was told before it.
CONTINUED = re.compile(
    r"\A[\s*–-]*(?:(?:nhiều nhất là|đông nhất là|trong đó|"
    r"trong (?:tổng )?số (?:[^\W\d]+ ){0,3}(?:này|đó|trên|nói trên|nêu trên)|bao gồm|gồm|chia ra|cụ thể)\b|"
    r"trong (?:tổng )?số [^,;.:\d]{2,50}[:,]|"
    r"trong (?!(?:tháng|quý|năm|kỳ|tuần|ngày|đợt|vụ|khi|thời gian|thời kỳ|nhiệm kỳ|giai đoạn)\b)[^,;.:\d]{2,40}:|"
    r"(?:phân|chia|xét) theo [^,;.:\d]{3,40}[:,]|"
    r"theo (?:lĩnh vực|cấp|nguồn|loại|khu vực|ngành|địa bàn|kỳ hạn|nhóm|hình thức|đối tượng|thành phần|mức độ)\b"
    r"[^,;.:\d]{0,30}[:,]|cơ cấu(?: [^\W\d]+){0,4}:|"
    r"(?:những|một số|các|nhiều) (?:tỉnh|huyện|xã|phường|địa phương|đơn vị|vùng)\b[^.;:\d]{0,80}"
    r"\b(?:nhiều|cao|lớn|nhanh|khá|thấp|tăng|giảm)\b[^.;:\d]{0,60}\b(?:là|như|gồm)\b|"
    r"(?:một số|các) (?:khoản|nguồn|sắc thuế)\b[^.;:\d]{0,60}(?:\b(?:là|như|gồm)\b|:))"
)
_DIVIDED = ("actual", "cumulative", "count")


def divided_far(sentence: Sentence, earlier: Sequence[Figure]) -> Figure | None:
    """Return the last figure of ``earlier`` that those of ``sentence`` make, to their last printed digit."""
    unit = next((one.unit for one in sentence.figures if one.unit != "%"), None)
    parts = [one for one in sentence.figures if one.unit == unit and one.role in _DIVIDED and one.depth == 0]
    total = sum((one.measure.value or Decimal(0) for one in parts), Decimal(0))
    apart = sum((one.measure.half_step for one in parts), Decimal(0))
    for one in reversed(earlier):
        if one.unit != unit or one.role not in _DIVIDED or one.measure.value is None:
            continue
        if abs(one.measure.value - total) <= apart + one.measure.half_step:
            return one
    return None
