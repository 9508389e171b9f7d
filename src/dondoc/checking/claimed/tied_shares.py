"""Shares whose words tie them to their part and to a whole that stands behind them, or between the two.

Finds         gieo lại 1.910 ha, tương đương 33,2% của 8.230 ha (23,2)
              số thu 640 tỷ đồng ...; dự toán là 800 tỷ đồng nên mức hoàn thành đã là 82% (80)
Leaves alone  shares that hold · figures of another time between the part and its plan
"""

import re

from dondoc.checking.arithmetic.relation import Relation, holds, value_of
from dondoc.checking.names.wording import same_unit
from dondoc.checking.scene import Scene

_REACHED = re.compile(
    r"\s*,?\s*(?:nên|do đó|vì vậy|như vậy|thì)\s(?:mức |tỷ lệ |tỉ lệ )?(?:hoàn thành|giải ngân|thực hiện|đạt)"
    r"[^,;.()\d]{0,25}",
    re.IGNORECASE,
)
_OF = re.compile(r"\s*(?:của|trong|trên)(?: tổng(?: số)?| số)?\s+(?:[^\W\d_]+\s){0,3}", re.IGNORECASE)
GIVEN = re.compile(
    r"(?:kế hoạch|dự toán|\bgiao\b|tổng (?:nguồn )?vốn|phân bổ|ghi vốn|bố trí)[^:;,.()]{0,40}\Z", re.IGNORECASE
)
THEN = re.compile(r"đầu (?:năm|kỳ)|cùng kỳ|năm (?:trước|ngoái)|tháng trước|năm \d{4}\s[^,;.]{0,20}\Z", re.IGNORECASE)
_BACK = 30


def reached(scene: Scene, plan: int, index: int) -> Relation | None:
    """``số thu 640 tỷ đồng ...; dự toán là 800 tỷ đồng nên mức hoàn thành là 82%``: the plan stands between."""
    if scene.sentence[plan] != scene.sentence[index] or not _REACHED.fullmatch(scene.between(plan, index)):
        return None
    if scene.figures[plan].role != "plan" and not GIVEN.search(scene.before(plan, 90)):
        return None
    for part in range(plan - 1, max(plan - _BACK, -1), -1):
        if scene.sentence[part] != scene.sentence[plan]:
            return None
        if may_be_whole(scene, plan, part) and scene.is_amount(part) and not THEN.search(scene.before(part, 60)):
            args = scene.figures[part], scene.figures[plan]
            relation = Relation(
                "ratio", args, scene.figures[index], "ratio.reached", certain=False, likely=True, tied=True
            )
            return None if holds(relation) else relation
    return None


def of_next(scene: Scene, part: int, index: int) -> Relation | None:
    """``tương đương 33,2% của 8.230 ha``: the words tie the three."""
    whole = index + 1
    if whole == len(scene.figures) or not may_be_whole(scene, whole, part):
        return None
    if not _OF.fullmatch(scene.between(index, whole)):
        return None
    relation = Relation("ratio", (scene.figures[part], scene.figures[whole]), scene.figures[index], "ratio.of-next")
    return None if holds(relation) else relation


def may_be_whole(scene: Scene, place: int, part: int) -> bool:
    """Whether a figure is an amount in the unit of another, of which that may be a part."""
    whole, top = scene.figures[place], scene.figures[part]
    if not scene.is_amount(place) or not same_unit(whole, top) or whole.role in ("rank", "change"):
        return False
    return value_of(whole) > 1 and value_of(whole) != value_of(top)
