"""By how many points a rate moved: the rate, the rate before it and the points between.

Finds         tỷ lệ hộ nghèo còn 2,85%, giảm 0,85 điểm phần trăm so với năm 2023 (3,7%)
              giải ngân đạt 54,5%, cao hơn cùng kỳ năm trước 7,2% (cùng kỳ 47,3%)
              GRDP tăng 7,42%, cao hơn 0,5 điểm phần trăm so với cùng kỳ (6,92%)
              giảm từ 3,7% cuối năm 2023 xuống còn 2,85%, giảm 0,85 điểm % (giảm 0,85%)
Leaves alone  tăng 10,1% so với cùng kỳ (12,4%): how fast it grew then
              71,6%, tăng 5% so với năm trước (68,2%): grown by five in a hundred
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from dondoc.checking.arithmetic.relation import Relation, holds, value_of
from dondoc.checking.names.wording import POINTS
from dondoc.checking.scene import Scene
from dondoc.facts import Quantity

_THAN = (
    r"(?:so (?:với )?|(?:cao|thấp|nhiều|ít) hơn (?:so với )?)?(?:mức )?(?:của )?(?:cùng kỳ|cùng thời điểm|cuối|đầu|"
    r"tháng|quý|năm|kỳ|kịch bản|nhiệm kỳ|kế hoạch|chỉ tiêu|nghị quyết|mục tiêu|dự toán|bình quân|toàn quốc|cả nước|"
    r"trung bình)"
)
# "... so với năm 2023 (3,7%)", "... (cùng kỳ 47,3%)", "... (kế hoạch là 92,5%)"
_OTHER_BEHIND = re.compile(
    rf"\s*(?:{_THAN}[^;.()]{{0,40}})?\(\s*(?:{_THAN}[^;.(),]{{0,25}}?)?(?:là|đạt|còn|:)?\s*", re.IGNORECASE
)
_MOVED = re.compile(
    r"(?:tăng|giảm|vượt|thấp hơn|cao hơn|chậm hơn|nhanh hơn|hơn|kém)(?: (?:thêm|được|khoảng))*"
    rf"(?:\s{_THAN}[^,;.()]{{0,30}}?)?\s*\Z",
    re.IGNORECASE,
)
_COMPARES = re.compile(_THAN, re.IGNORECASE)
_FROM = re.compile(r"\btừ\s[^,;.]{0,15}\Z", re.IGNORECASE)
_DOWN_TO = re.compile(r"[^,;.()]{0,40}\b(?:lên|xuống|còn)\s[^,;.\d]{0,15}\Z", re.IGNORECASE)
_THEN_BY = re.compile(
    r"[^,;.()]{0,40}[,(]\s*(?:(?:tức|hay|tương ứng|đã)\s+)*(?:tăng|(?P<down>giảm))[^,;.()\d]{0,15}\Z", re.IGNORECASE
)
_FAR = 5


def find(scene: Scene) -> Iterator[Relation]:
    """Yield the points by which rates moved."""
    for index, figure in enumerate(scene.figures):
        if figure.unit == "%" or figure.unit in POINTS:
            relation = _behind(scene, index) or _from_to(scene, index)
            if relation is not None:
                yield relation


def _behind(scene: Scene, index: int) -> Relation | None:
    """``2,85%, giảm 0,85 điểm phần trăm so với năm 2023 (3,7%)``."""
    moved, place = scene.figures[index], index + 1
    if place >= len(scene.figures) or scene.figures[place].unit != "%":
        return None
    if scene.sentence[place] != scene.sentence[index]:
        return None
    behind = scene.between(index, place)
    said = _MOVED.search(scene.before(index)) if _OTHER_BEHIND.fullmatch(behind) else None
    if said is None or not (_COMPARES.search(behind) or _COMPARES.search(said.group())):
        return None
    beyond = "hơn" in said.group().lower()
    if not beyond and moved.role != "change":
        return None
    now = _rate_before(scene, index, beyond or moved.unit in POINTS)
    return None if now is None else _told(moved, now, scene.figures[place], "difference.points")


def _from_to(scene: Scene, index: int) -> Relation | None:
    """``từ 3,7% cuối năm 2023 xuống còn 2,85%, giảm 0,85 điểm %``."""
    if index < 2 or scene.sentence[index - 2] != scene.sentence[index]:
        return None
    then, now = scene.figures[index - 2 : index]
    if then.unit != "%" or now.unit != "%" or not _FROM.search(scene.before(index - 2)):
        return None
    by = _THEN_BY.fullmatch(scene.between(index - 1, index))
    if by is None or not _DOWN_TO.fullmatch(scene.between(index - 2, index - 1)):
        return None
    size = abs(value_of(scene.figures[index])) * (-1 if by["down"] else 1)
    return _told(replace(scene.figures[index], value=size), now, then, "difference.points-from-to")


def _rate_before(scene: Scene, index: int, growing: bool) -> Quantity | None:
    """The rate that moved: the last one before, past what stands in brackets; where ``growing``, a growth too."""
    for place in range(index - 1, max(index - _FAR, -1), -1):
        if scene.sentence[place] != scene.sentence[index] or ";" in scene.between(place, index):
            return None
        figure = scene.figures[place]
        if figure.unit == "%" and (growing or figure.role != "change"):
            return figure
        if not scene.has_closed(place, index):
            return None
    return None


def _told(moved: Quantity, now: Quantity, then: Quantity, rule: str) -> Relation | None:
    if then.value is None or now.value is None:
        return None
    base = replace(then, value=abs(then.value))
    if moved.unit in POINTS:
        return Relation("difference", (now, base), moved, rule)
    relation = Relation("difference", (now, base), moved, rule, certain=False, likely=True)
    return None if holds(replace(relation, form="growth_of")) else relation
