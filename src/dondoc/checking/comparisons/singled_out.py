"""A part singled out behind its total, larger than the total.

Finds         tổng diện tích 820 ha, riêng diện tích lúa 920 ha · tổng số lao động 4.200 người (lao động nữ 5.100 người)
Leaves alone  riêng năm 2024 bố trí 60 tỷ đồng: another time · (cả nước 520 vụ), (kế hoạch 920 tỷ đồng): no parts
"""

import re
from collections.abc import Iterator

from dondoc.checking.arithmetic.intervals import interval_of
from dondoc.checking.arithmetic.relation import value_of
from dondoc.checking.names.wording import same_unit
from dondoc.checking.scene import Scene
from dondoc.facts import Check
from dondoc.numerals import format_amount

_TIME = r"(?:năm|tháng|quý|trong|từ|tính|kỳ|giai đoạn|cả|toàn|tổng)\b"
_ALONE = re.compile(
    rf"[^.;:\d]{{0,40}},\s*(?:trong đó,?\s*)?(?:chỉ\s+)?riêng\s+(?!{_TIME})[^,.;\d]{{0,60}}", re.IGNORECASE
)
_NOTED = re.compile(
    r"[^.;:,()\d]{0,30}\(\s*(?:trong đó,?\s*)?(?:có\s+)?[^()\d;:,]{0,30}\b(?:nữ|dân tộc|DTTS|trẻ em|hộ nghèo|nước ngoài"
    r"|quốc tế|trực tuyến|đúng hạn|quá hạn)\b[^()\d;:,]{0,20}"
    rf"|[^.;:,()\d]{{0,30}}\(\s*(?:trong đó,?\s*)?riêng\s+(?!{_TIME})[^()\d;:,]{{2,40}}",
    re.IGNORECASE,
)
_OTHER = re.compile(r"cùng kỳ|kế hoạch|năm trước|tăng|giảm|lũy kế|cả nước|toàn tỉnh|bình quân|phấn đấu", re.IGNORECASE)
_TOTAL = re.compile(r"\btổng\b", re.IGNORECASE)
_HELD = ("actual", "cumulative", "count", "part")


def find(scene: Scene) -> Iterator[Check]:
    """Yield the parts that are larger than the total before them."""
    for index in sorted(scene.told_by("riêng", "(")):
        if not index or scene.sentence[index] != scene.sentence[index - 1]:
            continue
        whole, part = scene.figures[index - 1], scene.figures[index]
        if not {whole.role, part.role} <= {*_HELD} or "%" in (whole.unit, part.unit) or not same_unit(whole, part):
            continue
        if interval_of(part).low <= interval_of(whole).high or part.rule == "table.cell":
            continue
        gap = scene.between(index - 1, index)
        alone = _ALONE.fullmatch(gap) is not None and _TOTAL.search(scene.before(index - 1)) is not None
        if not (alone or _NOTED.fullmatch(gap)) or _OTHER.search(gap):
            continue
        a, b = format_amount(value_of(part), part.unit), format_amount(value_of(whole), whole.unit)
        reason, values = f"phần {a} lớn hơn tổng {b}", (value_of(part), value_of(whole))
        yield Check("", "order", (part.id, whole.id), None, *values, "inconsistent", "order.part", reason)
