"""Two figures set beside each other as higher and lower, the other way round.

Finds         đạt 71,0% dự toán, cao hơn tiến độ bình quân 9 tháng (75,0%) · đạt 82%, thấp hơn mức 79% của cả nước
              giảm 1,32 điểm phần trăm, vượt kế hoạch (giảm 2,0%) · đạt 12,4%, chưa đạt mục tiêu 11,0%
              tỷ lệ hộ nghèo từ 3,2% giảm xuống còn 4,1%
Leaves alone  cao hơn cùng kỳ (3,2%): how much higher · thấp hơn cùng kỳ năm trước 2,1 điểm phần trăm
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from dondoc.checking.arithmetic.intervals import Interval, interval_of
from dondoc.checking.arithmetic.relation import value_of
from dondoc.checking.draft import Draft
from dondoc.checking.finding import Finding
from dondoc.checking.names.wording import POINTS, same_unit
from dondoc.checking.scene import Scene
from dondoc.facts import Quantity

_LEVEL = re.compile(
    r"(?:[^.;,()\d]|\d+ tháng){0,40},?\s*(?:(?:nhưng|song|tuy|và|đã|vẫn|còn|cũng)\s+)*"
    r"(?P<told>(?:(?P<up>cao hơn|nhiều hơn|lớn hơn|nhanh hơn)|(?P<down>thấp hơn|ít hơn|nhỏ hơn|chậm hơn|kém hơn))"
    r"(?:\s+so với)?)"
    r"(?:\s+(?P<level>mức|tỷ lệ|con số|chỉ tiêu|mục tiêu)\s+(?:là\s+)?|"
    r"(?:(?!\shơn\s)[^.;()]){2,80}\(\s*(?:đạt |là |ở mức )?)",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"(?:\b(?:(?P<up>tăng|nâng)|(?P<down>giảm|hạ|rút|sụt|tụt))\s"
    r"(?:(?!tăng|nâng|giảm|hạ|rút|sụt|tụt)[^\W\d_]+\s){0,4}?)?\btừ(?:\s(?:mức|chỗ|con số|khoảng|hơn|gần|trên))*\s+\Z",
    re.IGNORECASE,
)
_TO = re.compile(
    r"[^\w,;.()]*(?:[^\W\d_]+\s+){0,4}?(?P<told>(?:(?:(?P<up>tăng|nâng)|(?P<down>giảm|hạ|rút ngắn|rút|sụt|tụt))\s+)?"
    r"(?:lên|xuống còn|xuống|chỉ còn|còn|về|thành))(?:\s+(?:mức|khoảng|hơn|gần|trên|dưới))*\s+",
    re.IGNORECASE,
)
# A place that rose has a smaller number.
_PLACES = re.compile(r"\b(?:hạng|thứ|vị trí|bậc|tốp|top)\b", re.IGNORECASE)
_PLANNED = re.compile(
    r"\s*,?\s*(?:đã\s+|và\s+)*(?P<told>(?P<up>đạt và vượt|vượt)|(?P<down>không đạt|chưa đạt))\s+(?:mức\s+)?"
    r"(?:kế hoạch|chỉ tiêu|mục tiêu|chỉ tiêu kế hoạch)[^.,;()\d]{0,40}(?:\(\s*(?:là\s+)?|\s(?:là\s+)?(?=giảm|tăng))"
    r"(?P<way>giảm|tăng)?\s*(?:từ\s+|trên\s+|ít nhất\s+)?",
    re.IGNORECASE,
)
_LEAST, _MOST = Decimal("0.5"), Decimal(2)


def find(draft: Draft) -> Iterator[Finding]:
    """Yield the words that two figures beside them contradict."""
    scene = draft.scene
    planned, level, moved = scene.told_by("vượt", "đạt"), scene.told_by("hơn"), scene.told_by("từ")
    used = {ref for check in draft.checks if check.kind in ("difference", "growth") for ref in check.args}
    for index in range(1, len(scene.figures)):
        one, other = scene.figures[index - 1], scene.figures[index]
        if scene.sentence[index] != scene.sentence[index - 1] or "table.cell" in (one.rule, other.rule):
            continue
        if one.unit is None or {one.id, other.id} <= used:
            continue
        told = _planned(scene, index) if index in planned else None
        if told is None and same_unit(one, other):
            told = _level(scene, index) if index in level else None
            told = _moved(scene, index) if told is None and index - 1 in moved else told
        if told is not None:
            yield _finding(draft, index, told)


def _level(scene: Scene, index: int) -> re.Match[str] | None:
    one, other = scene.figures[index - 1], scene.figures[index]
    found = _LEVEL.fullmatch(scene.between(index - 1, index))
    if found is None or one.role == "change" or (other.role == "change" and not found["level"]):
        return None
    if not _LEAST <= value_of(other) / (value_of(one) or 1) <= _MOST:
        return None  # how much higher, or another thing
    return found if _speaks_against(one, other, up=found["up"] is not None) else None


def _moved(scene: Scene, index: int) -> re.Match[str] | None:
    """``từ 3,2% giảm xuống còn 4,1%``, ``tăng từ 46 lên 42 xã``: to what it rose or fell."""
    start = _FROM.search(scene.before(index - 1, 40))
    found = _TO.fullmatch(scene.between(index - 1, index)) if start is not None else None
    if start is None or found is None or "rank" in (scene.figures[index - 1].role, scene.figures[index].role):
        return None
    ways = {name for match in (start, found) for name in ("up", "down") if match[name]}
    if len(ways) != 1 or _PLACES.search(scene.before(index - 1, 60)):
        return None
    before, after = scene.figures[index - 1], scene.figures[index]
    return found if _speaks_against(after, before, up="up" in ways, size=True) else None


def _planned(scene: Scene, index: int) -> re.Match[str] | None:
    """``giảm 1,32 điểm, vượt kế hoạch (giảm 2,0%)``."""
    found = _PLANNED.fullmatch(scene.between(index - 1, index))
    if found is None:
        return None
    one, other = scene.figures[index - 1], scene.figures[index]
    if not same_unit(one, other) and not {one.unit, other.unit} <= {*POINTS, "%"}:
        return None
    return found if _speaks_against(one, other, up=found["up"] is not None, size=True) else None


def _speaks_against(one: Quantity, other: Quantity, *, up: bool, size: bool = False) -> bool:
    """Whether ``one`` lies on the other side of ``other`` than the words say; ``size``: whatever their signs."""
    a, b = (_size(interval_of(figure)) if size else interval_of(figure) for figure in (one, other))
    return a.high < b.low if up else a.low > b.high


def _size(interval: Interval) -> Interval:
    return interval if interval.low >= 0 else Interval(-interval.high, -interval.low)


def _finding(draft: Draft, index: int, told: re.Match[str]) -> Finding:
    one, other = draft.scene.figures[index - 1], draft.scene.figures[index]
    way = "thấp" if abs(value_of(one)) < abs(value_of(other)) else "cao"
    message = f"ghi «{told['told']}» nhưng {draft.text[one.span]} {way} hơn {draft.text[other.span]}"
    mend = f"sửa «{told['told']}» hoặc xem lại hai số"
    return Finding("SL107", one.span, "error", message, mend, (other.span,))
