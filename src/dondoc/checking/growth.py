"""A relative change that the text's own figures give.

Finds         318,77 tấn, tăng 26,35 tấn so tháng trước (+9,01%) · đạt 1.250 tỷ đồng, tăng 25% so với cùng kỳ (1.000 tỷ)
              từ 120 lên 150 hộ, tăng 25%
Leaves alone  1.097 tỷ đồng, tăng 5,14% so tháng trước: the month before is not stated
"""

import re
from collections.abc import Iterator

from dondoc.checking.intervals import interval_of
from dondoc.checking.relation import Relation, computed_interval, value_of
from dondoc.checking.scene import Scene
from dondoc.checking.wording import BEFORE_BASE, same_unit
from dondoc.facts import Quantity

_APART = re.compile(r";|đạt|\bbằng\b|lũy kế|luỹ kế", re.IGNORECASE)
_FROM = re.compile(r"\btừ\s[^,;.]{0,15}\Z", re.IGNORECASE)
_DIRECT = re.compile(
    r"[^,;.(]{0,25}[,(]?\s*(?:tức |hay |tương ứng |tương đương |bằng |đạt )?(?:với )?(?:tốc độ |mức |tỷ lệ )?"
    r"(?:là )?(?:tăng|giảm|tăng thêm)?[^,;.(]{0,15}",
    re.IGNORECASE,
)
_PLAN = re.compile(r"kế hoạch|dự toán|chỉ tiêu", re.IGNORECASE)


def find(scene: Scene) -> Iterator[Relation]:
    """Yield the growth relations, at most one for each percentage."""
    for index, figure in enumerate(scene.figures):
        if figure.unit != "%" or figure.role != "change":
            continue
        read = (_from_change(scene, index), _from_base(scene, index), _from_to(scene, index))
        relations = [relation for relation in read if relation is not None]
        if relations:
            yield next(filter(_holds, relations), min(relations, key=_is_large_change))


def _holds(relation: Relation) -> bool:
    computed = computed_interval(relation)
    return computed is not None and computed.meets(interval_of(relation.result))


def _is_large_change(relation: Relation) -> bool:
    """Whether what was taken for the change is most of the figure: it will be the figure of the year before."""
    if relation.form != "growth":
        return False
    now, change = map(value_of, relation.args)
    return 2 * abs(change) > abs(now)


def _near(scene: Scene, first: int, last: int) -> bool:
    return (
        first >= 0 and last < len(scene.figures) and scene.sentence[first] == scene.sentence[last] and last - first <= 3
    )


def _same_base(change: Quantity, rate: Quantity) -> bool:
    return change.base == rate.base or change.base is None or rate.base is None


def _from_change(scene: Scene, index: int) -> Relation | None:
    """An absolute change beside the percentage, the figure itself before both."""
    rate = scene.figures[index]
    for place, other in ((index - 1, index - 2), (index + 1, index - 1)):
        if not _near(scene, min(other, place), max(index, place)):
            continue
        change, actual = scene.figures[place], scene.figures[other]
        gap = scene.between(min(place, index), max(place, index))
        if change.role != "change" or change.unit == "%" or not same_unit(change, actual) or actual.role == "change":
            continue
        if _APART.search(gap) or len(gap) > 60 or ";" in scene.between(other, min(place, index)):
            continue
        if not _same_base(change, rate) or (change.value or 0) * (rate.value or 0) < 0 or change.base == "plan":
            continue
        return Relation("growth", (actual, change), rate, "growth.change")
    return None


def _from_base(scene: Scene, index: int) -> Relation | None:
    """The figure of the earlier period stands in brackets after the percentage."""
    if not _near(scene, index - 1, index + 1) or _PLAN.search(scene.between(index, index + 1)):
        return None
    now, base = scene.figures[index - 1], scene.figures[index + 1]
    gap = scene.between(index, index + 1)
    bracket = gap.rstrip().endswith("(")
    if now.unit == "%" or not same_unit(now, base) or now.role == "change" or (base.role == "change" and not bracket):
        return None
    if not BEFORE_BASE.fullmatch(gap) or ";" in scene.between(index - 1, index):
        return None
    return Relation("growth_of", (now, base), scene.figures[index], "growth.base")


def _from_to(scene: Scene, index: int) -> Relation | None:
    if not _near(scene, index - 2, index) or not _FROM.search(scene.before(index - 2)):
        return None
    old, new = scene.figures[index - 2], scene.figures[index - 1]
    if old.unit == "%" or not (same_unit(old, new) or old.unit is None) or "/" in scene.between(index - 2, index - 1):
        return None
    if not re.search(r"lên|xuống|còn|đến", scene.between(index - 2, index - 1)):
        return None
    if not _DIRECT.fullmatch(scene.between(index - 1, index)):
        return None
    return Relation("growth_of", (new, old), scene.figures[index], "growth.from-to")
