"""What notices, despatches and news that report on no period say in passing: limits, what is agreed to, things named.

Finds         theo hướng thành lập không quá 05 ban · mức hỗ trợ tối đa 40 triệu đồng/hộ (plan)
              Thống nhất chủ trương hỗ trợ 15 tỷ đồng · dự án phải thu hồi 124 ha đất (plan)
              tiến độ của 02 dự án · trong số 14 dự án (count)
Leaves alone  mưa lũ làm 14 người chết: it came about · thu hồi đất của 124 ha, của 3,5 tỷ đồng: amounts
              đã phải di dời 2.300 hộ: it was done
"""

import re
from collections.abc import Sequence

from dondoc.extraction.quantities.figures import Figure, Sentence
from dondoc.facts import Evidence, Role

_LIMITED = Evidence("role", "role.limited")
_NAMED = Evidence("role", "role.named")
_LIMIT = re.compile(
    r"\b(?:không (?:vượt )?quá|tối đa|tối thiểu|ít nhất|không dưới|không thấp hơn|chậm nhất)(?: là| khoảng| bằng)?\s*\Z"
)
_AGREED = re.compile(
    r"(?<!đã )\b(?:thống nhất|thông qua chủ trương|đồng ý|nhất trí|chấp thuận|cho phép|phê duyệt chủ trương|"
    r"quyết định)\b[^;.()\d]{0,90}"
    r"\b(?:hỗ trợ|bố trí|cấp|thành lập|bổ sung|đầu tư|xây dựng|giao|trích|ứng|chi)\b[^,;.()\d]{0,50}\Z"
)
_COSTS = re.compile(
    r"\b(?:tổng mức|tổng vốn|tổng số vốn|mức vốn) đầu tư(?: dự án| công trình| là| khoảng| gần| hơn| trên|"
    r" dự kiến)*\s*\Z"
)
_CAME_IN = re.compile(r"thu hút|đăng ký|giải ngân|cấp phép|cấp mới|thực hiện")
_MUST = re.compile(
    r"(?<!đã )(?<!không )(?<!số )\b(?:phải|cần)\s+(?:tiếp tục |thêm )?(?:thu hồi|giải phóng|di dời|bố trí|"
    r"hoàn thành|xây dựng|đầu tư|giải ngân|"
    r"bổ sung|huy động|tuyển|đào tạo|trồng|xóa|thi công|bàn giao|chi trả)\b[^,;.()\d]{0,30}\Z"
)
_SIZED = re.compile(
    r"\b(?:công suất|dung tích|tải trọng|quy mô|bề rộng|rộng|chiều dài|dài|chiều cao|cao|sâu)(?: là| khoảng| hơn|"
    r" trên| gần)*\s*\Z"
)
_OF_THINGS = re.compile(
    r"\b(?:của|đối với|giữa|trong số|trong tổng số|thuộc|trong)(?: cả| các| tất cả| toàn bộ)?\s*\Z|"
    r"\b(?:đi qua|qua địa bàn|gồm|chỉ có|danh mục)\s*\Z"
)
_DEALT = re.compile(r"\b(?:phạt|xử lý|kỷ luật)\b[^;.()]{0,80}\bđối với\s*\Z")
_AMOUNTS = frozenset({"đồng", "USD", "%", "ha", "m2", "m²", "km2", "tấn", "kg", "tạ", "m3", "m³", "km", "m", "lần"})
_MONEY, _CHANGING = frozenset({"đồng", "USD"}), frozenset({"%", "ha", "tấn", "điểm %", "điểm phần trăm"})
_DONE = re.compile(r"\bđã\b|\blàm\b|\bkhiến\b|\bđạt\b|\bước\b|\bhiện có\b|\bbị\b|thiệt hại")
_FEW = 1000


def settle_narrated(sentences: Sequence[Sentence]) -> None:
    """Settle the figures of ``sentences`` that are told as reached and were not."""
    for sentence in sentences:
        if sentence.task:
            continue
        for figure in sentence.figures:
            if figure.role == "actual" and figure.whole is None:
                _settle(figure, sentence.low)


def _settle(figure: Figure, low: str) -> None:
    before, unit = figure.low_before, figure.unit or ""
    if figure.over is not None or figure.under is not None:
        return
    if _is_set(figure, low):
        _set(figure, "plan", _LIMITED)
    elif unit not in _MONEY and _SIZED.search(before):
        _set(figure, figure.role, figure.evidence[-1] if figure.evidence else _NAMED)
    elif _is_thing(figure) and _is_named(before):
        _set(figure, "count", _NAMED)


def _is_named(before: str) -> bool:
    """Whether the words name things; parties that were fined came about."""
    return _OF_THINGS.search(before) is not None and _DEALT.search(before) is None


def _is_set(figure: Figure, low: str) -> bool:
    """Whether ``figure`` is a limit, agreed to, to be done, or what a thing will cost."""
    before, unit = figure.low_before, figure.unit or ""
    if unit in _MONEY and _COSTS.search(before):
        return _CAME_IN.search(low) is None
    told = _LIMIT.search(before) or _AGREED.search(before) or _MUST.search(before)
    return unit != "%" and told is not None


def _is_thing(figure: Figure) -> bool:
    """Whether ``figure`` counts a few whole things."""
    value, unit = figure.measure.value, figure.unit or ""
    if value is None or value != value.to_integral_value() or unit in _AMOUNTS or "/" in unit or not unit:
        return False
    return value <= _FEW and not _DONE.search(figure.low_before[-60:])


def _set(figure: Figure, role: Role, why: Evidence) -> None:
    if not any(one.part == "period" for one in figure.evidence):
        figure.period = None
    figure.role = role
    figure.evidence = [*(one for one in figure.evidence if one.part != "role"), why]
