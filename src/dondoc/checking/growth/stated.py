"""A relative change that the text's own figures give.

Finds         318,77 tấn, tăng 26,35 tấn so tháng trước (+9,01%) · đạt 1.250 tỷ đồng, tăng 25% so với cùng kỳ (1.000 tỷ)
              từ 120 lên 150 hộ, tăng 25% · giảm 40% còn 1.169 tỷ đồng (cùng kỳ năm ngoái đạt 1.965 tỷ đồng)
Leaves alone  1.097 tỷ đồng, tăng 5,14% so tháng trước: the month before is not stated
"""

import re
from collections.abc import Iterator

from dondoc.checking.arithmetic.relation import Relation, holds, value_of
from dondoc.checking.names.wording import BEFORE_BASE, COMPARED_WITH, same_unit
from dondoc.checking.scene import Scene
from dondoc.checking.shares.ratio_places import base_behind, is_pair
from dondoc.facts import Quantity

_APART = re.compile(
    r";|đạt|\bbằng\b|chủ yếu|\bgồm\b|lũy kế|luỹ kế|trong khi|\bnhưng\b|\bcòn\b|\briêng\b|trong đó"
    r"|so với[^,;.()]*\s(?:và|nhưng)\s",
    re.IGNORECASE,
)
_MOVED = re.compile(
    r"[^,;.()]{0,110}(?:,\s[^,;.()\d]{2,30})?(?:,\s*(?:đạt|bằng|chiếm|ước|vượt|tăng|giảm)\s+[\d.,]+\s*%"
    r"(?:[^,;()]{0,40} và [\d.,]+\s*%)?[^,;()]{0,40}){0,3}[,(;]?\s*"
    r"(?:(?:đã|lại|cũng|mới|ước|đều)\s+)?(?:tăng|giảm|nhiều hơn|ít hơn|cao hơn|thấp hơn|hơn|vượt|hụt|[-+–]"
    r"|so (?:với )?[^,;.()]{0,40}\b(?:tăng|giảm))[^,;.()]{0,30}",
    re.IGNORECASE,
)
_JOINED = re.compile(
    r"\s*[(,]?\s*(?:tức |hay |tương ứng |tương đương |bằng )?(?:với )?(?:tăng|giảm)?(?: thêm)?\s*[(]?\s*[-+–]?\s*"
    r"(?:gần |hơn |khoảng )?"
    r"|\s*;\s*(?:tức )?(?:tăng|giảm)\s+(?:gần |hơn )?"
    r"|\s*so (?:với )?(?:[^,;.()\d]|(?<=năm )\d{4}|(?<=tháng )\d{1,2}){0,30}"
    r"(?:\(\s*(?:[-+–]\s*)?|,\s*(?=t(?:ức|ương)))(?:tức |tương ứng |tương đương )?(?:với )?(?:tăng|giảm)?(?: thêm)?\s*",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"[^,;.()\d]{0,40}(?:,\s*|\s(?:với|có|và|cùng)\s)(?:[^\W\d_]+ ){0,5}|\s*/\s*")
_REACH = 6
_COMPARED_REACH = 40
_ASIDE = re.compile(r"\s*\([^()]{0,80}\)")
# What goes on behind a semicolon with the change of what stands before it.
_GOES_ON = re.compile(
    r";\s*(?:so (?:với )?(?:[^;,.()\d]|\d[\d/]{3,9}){0,30},?\s*)?(?:đã\s+)?(?:tăng|giảm)[^;]{0,20}\Z", re.IGNORECASE
)
_IN_TURN = re.compile(r"lần lượt|tương ứng là", re.IGNORECASE)
_FROM = re.compile(r"\btừ\s[^,;.]{0,15}\Z", re.IGNORECASE)
_DIRECT = re.compile(
    r"[^,;.(]{0,25}[,(]?\s*(?:tức |hay |tương ứng |tương đương |bằng |đạt )?(?:với )?(?:tốc độ |mức |tỷ lệ )?"
    r"(?:là )?(?:tăng|giảm|tăng thêm)?[^,;.(]{0,15}",
    re.IGNORECASE,
)
_COMES_TO = re.compile(
    r"[^,;.()\d]{0,25},?\s*(?:xuống |chỉ |mới |ước )*(?:còn|đạt|lên)(?:\s+(?:tới|mức|chỉ|được|khoảng))*\s+",
    re.IGNORECASE,
)
_OWN_GROWTH = re.compile(r"[^,;.()\d]{0,40},\s*(?:tăng|giảm)\s+", re.IGNORECASE)
_BEYOND = re.compile(r"\b(?:vượt|hụt)\s+(?:hơn\s+|gần\s+|trên\s+)?\Z", re.IGNORECASE)
_PLAN = re.compile(r"kế hoạch|dự toán|chỉ tiêu", re.IGNORECASE)


def find(scene: Scene) -> Iterator[Relation]:
    """Yield the growth relations, at most one for each percentage."""
    for index, figure in enumerate(scene.figures):
        if figure.unit != "%" or figure.role != "change" or _is_in_turn(scene, index):
            continue
        read = (
            _from_change(scene, index),
            _from_base(scene, index),
            _from_to(scene, index),
            _from_pair(scene, index),
            _from_outcome(scene, index),
        )
        relations = [relation for relation in read if relation is not None]
        if relations:
            yield next(filter(holds, relations), min(relations, key=_is_large_change))


def _is_in_turn(scene: Scene, index: int) -> bool:
    """``giảm lần lượt 18% và 47%``: of two figures each, in their order."""
    earlier = scene.before(index - 1) if index else ""
    return _IN_TURN.search(earlier + scene.before(index)) is not None


def _is_large_change(relation: Relation) -> bool:
    """Whether what was taken for the change is most of the figure: it will be the figure of the year before."""
    if relation.form != "growth":
        return False
    now, change = map(value_of, relation.args)
    return 2 * abs(change) > abs(now)


def _near(scene: Scene, first: int, last: int) -> bool:
    return (
        first >= 0
        and last < len(scene.figures)
        and scene.sentence[first] == scene.sentence[last]
        and last - first <= _REACH
    )


def _same_base(change: Quantity, rate: Quantity) -> bool:
    return change.base == rate.base or change.base is None or rate.base is None


def _from_change(scene: Scene, index: int) -> Relation | None:
    """An absolute change beside the percentage, the figure itself before both."""
    rate = scene.figures[index]
    for place, other in ((index - 1, _actual(scene, index - 1)), (index + 1, _actual(scene, index))):
        if not _near(scene, min(other, place), max(index, place)):
            continue
        nearest = other
        if place < index:
            other = _of_its_unit(scene, place, other)
        change, actual = scene.figures[place], scene.figures[other]
        gap = scene.between(min(place, index), max(place, index))
        if (
            change.role != "change"
            or change.unit in ("%", "lần")
            or not same_unit(change, actual)
            or actual.role == "change"
        ):
            continue
        if (
            (_APART.search(gap) and _JOINED.fullmatch(gap) is None)
            or len(gap) > 60
            or ";" in _GOES_ON.sub("", scene.between(other, min(place, index)))
        ):
            continue
        if (change.value or 0) * (rate.value or 0) < 0:
            continue
        if not _same_base(change, rate) and _JOINED.fullmatch(gap) is None:
            continue  # of two changes, one of them against another time; "tăng 12 hộ hay 7,5%" is one
        if place > index and _has_own_growth(scene, place):
            return None
        if value_of(actual) <= value_of(change):
            slipped = Relation("growth", (actual, change), rate, "growth.change", certain=False, likely=True)
            return slipped if _JOINED.fullmatch(gap) else None
        first = min(place, index)
        said = nearest + 1 if nearest + 1 < first and _is_compared_with(scene, nearest + 1) else nearest
        told = _MOVED.fullmatch(_ASIDE.sub("", scene.between(said, first))) is not None
        joined = place < index or _JOINED.fullmatch(gap) is not None
        return Relation("growth", (actual, change), rate, "growth.change", held_only=not (told and joined))
    return None


def _has_own_growth(scene: Scene, place: int) -> bool:
    """``giảm 40,2%, tương ứng 380 lượt người, giảm 41,5%``: as many people, who grew fewer as well."""
    behind = place + 1
    if behind == len(scene.figures) or scene.figures[behind].unit != "%" or scene.figures[behind].role != "change":
        return False
    return _OWN_GROWTH.fullmatch(scene.between(place, behind)) is not None


def _of_its_unit(scene: Scene, change: int, other: int) -> int:
    """``726 vụ, 1.222 đối tượng, tăng 103 vụ (16,5%)``, ``58 đơn vị, gồm 41 xã và 17 phường, giảm 97 đơn vị``: the
    change is of the figure in its unit, before those that stand beside it or are its parts."""
    place = other
    while place > 0 and not same_unit(scene.figures[change], scene.figures[place]):
        part = scene.figures[place].role == "part" and scene.sentence[place - 1] == scene.sentence[place]
        if not part and _BESIDE.fullmatch(scene.between(place - 1, place)) is None:
            return other
        place -= 1
    return place if scene.figures[place].role not in ("change", "plan") else other


def _actual(scene: Scene, before: int) -> int:
    """The nearest figure before a change that is no percentage, no change, no aside in brackets and not the one
    compared with ("so với cùng kỳ 371 tấn"); -1 for none.
    """
    for place in range(before - 1, max(before - _REACH, -1), -1):
        if scene.sentence[place] != scene.sentence[before]:
            return -1
        figure = scene.figures[place]
        if figure.unit == "%" or figure.role == "change" or scene.has_closed(place, before):
            continue
        planned = figure.role == "plan" and place > 0 and _is_measured_by(scene, place)
        if not planned and not _is_compared_with(scene, place):
            return place
    return -1


def _is_measured_by(scene: Scene, place: int) -> bool:
    """``812,6/801,3 tỷ đồng``, ``812,6 tỷ đồng, đạt 101,4% so với kế hoạch 801,3 tỷ đồng``: the plan of another."""
    return scene.figures[place - 1].role == "share_of_plan" or "/" in scene.between(place - 1, place)


def _is_compared_with(scene: Scene, place: int) -> bool:
    return COMPARED_WITH.search(scene.before(place, _COMPARED_REACH)) is not None


def _from_base(scene: Scene, index: int) -> Relation | None:
    """The figure of the earlier period stands in brackets after the percentage."""
    place = _actual(scene, index)
    if not _near(scene, place, index + 1):
        return None
    if _PLAN.search(scene.between(index, index + 1)) and not _BEYOND.search(scene.before(index, 30)):
        return None
    now, base = scene.figures[place], scene.figures[base_behind(scene, place, index)]
    gap = scene.between(index, index + 1)
    bracket = gap.rstrip().endswith("(")
    if now.unit == "%" or not same_unit(now, base) or now.role == "change" or (base.role == "change" and not bracket):
        return None
    if ";" in scene.between(place, index):
        return None
    if not BEFORE_BASE.fullmatch(gap) or base.of == now.id:
        return None  # tăng 11,8% (tháng 1: 2.013 tỷ; tháng 2: 2.104 tỷ): what it was made of
    return Relation("growth_of", (now, base), scene.figures[index], "growth.base")


def _from_pair(scene: Scene, index: int) -> Relation | None:
    """``tăng 12,8% so với cùng kỳ (548 doanh nghiệp/486 doanh nghiệp)``"""
    if not is_pair(scene, index + 1) or not _near(scene, index, index + 2):
        return None
    now, base = scene.figures[index + 1 : index + 3]
    gap = scene.between(index, index + 1)
    told = BEFORE_BASE.fullmatch(gap) is not None and gap.rstrip().endswith("(") and same_unit(now, base)
    other = index > 0 and now.value == scene.figures[index - 1].value
    return Relation("growth_of", (now, base), scene.figures[index], "growth.pair") if told and not other else None


def _from_outcome(scene: Scene, index: int) -> Relation | None:
    """``sụt giảm 40% còn 1.169 tỷ đồng (cùng kỳ năm ngoái đạt 1.965 tỷ đồng)``: both figures behind the rate."""
    if not _near(scene, index, index + 2):
        return None
    now, base = scene.figures[index + 1 : index + 3]
    if now.unit == "%" or "change" in (now.role, base.role) or not same_unit(now, base):
        return None
    told = _COMES_TO.fullmatch(scene.between(index, index + 1))
    gap = scene.between(index + 1, index + 2)
    if told is None or not BEFORE_BASE.fullmatch(gap) or _PLAN.search(gap):
        return None
    return Relation("growth_of", (now, base), scene.figures[index], "growth.outcome")


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
