"""What is left, or more, or less: two figures of the sentence and their difference.

Finds         đã giải quyết 10/13 đơn, còn lại 3 đơn · 12 vụ, giảm 3 vụ so với cùng kỳ (15 vụ)
              tăng từ 120 lên 128 hộ, tăng 8 hộ · đạt 711/600 ha, vượt 111 ha
              403 tấn, so với cùng kỳ 371 tấn tăng 32 tấn · giảm từ 28,98% xuống còn 22,63% (giảm 6,35%)
Leaves alone  tăng 26,35 tấn so tháng trước: the month before is not stated; còn lại 26,271 tỷ đồng without a whole
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from dondoc.checking.arithmetic.relation import Relation, holds, value_of
from dondoc.checking.names.wording import BEFORE_BASE, COMPARED_WITH, POINTS, counts_alike, same_unit
from dondoc.checking.scene import Scene
from dondoc.checking.shares.ratio_places import base_behind
from dondoc.facts import Quantity

_PAIR = re.compile(r"[^\n/;:]{0,25}/\s*\**\s*\Z")
_OF_PLAN = re.compile(
    rf"{_PAIR.pattern}|[^,;.()\d]{{0,25}}\bso với (?:dự toán|kế hoạch|chỉ tiêu|mục tiêu)[^,;.()\d]{{0,30}}",
    re.IGNORECASE,
)
_LEFT = re.compile(
    r"(?:còn lại|hiện còn|còn tồn|chưa (?:giải quyết|thực hiện|hoàn thành|đạt)|(?<!xuống )(?<!giảm )còn)"
    r"(?:[^,;.()\d]{0,40})\Z",
    re.IGNORECASE,
)
_AND_LEFT = re.compile(r";\s*(?:hiện\s+)?còn(?:\s+lại)?\s*\Z", re.IGNORECASE)
_WITH = re.compile(r"[^,;.()\d]{0,30}(?:,\s*|\s)(?:với|và|gồm|cho)?\s[^,;.()\d]{0,20}", re.IGNORECASE)
_COMPARED = re.compile(r"cùng kỳ|tháng trước|năm trước|kế hoạch|quý trước", re.IGNORECASE)
_FROM = re.compile(r"\btừ\s[^,;.]{0,15}\Z", re.IGNORECASE)
_TO = re.compile(r"[^,;.\d]{0,20}(?:lên|xuống|còn)\s[^,;.\d]{0,15}\Z", re.IGNORECASE)
_SO_MUCH = re.compile(
    r"[^,;.()\d]{0,25}[,(]?\s*(?:(?:tức|hay|tương ứng|tương đương|đã|nghĩa là)\s+)*(?:tăng|giảm)[^,;.()\d]{0,15}",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"[^,;.()\d]{0,30}\(\s*(?:từ\s+)?[^,;.()\d]{0,20}", re.IGNORECASE)
_FROM_BEHIND = re.compile(r"[^,;.()\d]{0,30}\)?\s*,\s*từ\s+[^,;.()\d]{0,20}", re.IGNORECASE)
_PER_SO_MANY = (Decimal(1000), Decimal(10_000), Decimal(100_000))  # 6,7 hộ/10.000 hộ is a rate
_THAN_PLAN = re.compile(
    r"\s*so (?:với )?(?:kế hoạch|dự toán|chỉ tiêu|kh\b)[^,;.()\d]{0,40}\(?\s*(?:là\s+)?", re.IGNORECASE
)
_BEYOND = re.compile(r"vượt[^,;.\d]{0,15}\Z", re.IGNORECASE)


def find(scene: Scene) -> Iterator[Relation]:
    """Yield the differences, each figure the result of one at most."""
    left, over = scene.told_by("còn", "chưa"), scene.told_by("vượt")
    for index, figure in enumerate(scene.figures):
        if figure.unit == "%" and figure.role != "change":
            continue
        if figure.unit == "%":
            relation = _points(scene, index)
            if relation:
                yield relation
            continue
        relation = _left_over(scene, index) if index in left else None
        if relation is None and figure.role == "change":
            relation = _against_base(scene, index) or _from_to(scene, index) or _after_base(scene, index)
            relation = relation or _to_behind(scene, index)
        if relation is None and index in over:
            relation = _beyond(scene, index)
        if relation:
            yield relation


def _together(scene: Scene, first: int, last: int) -> bool:
    return first >= 0 and last < len(scene.figures) and scene.sentence[first] == scene.sentence[last]


def _left_over(scene: Scene, index: int) -> Relation | None:
    """``10/13 đơn, còn lại 3 đơn``; a percentage may stand between."""
    if not _LEFT.search(scene.before(index)):
        return None
    last = index - 1
    aside = False
    while last >= 1 and scene.sentence[last] == scene.sentence[index]:
        if scene.figures[last].unit != "%" and not (scene.has_closed(last, index) and last < index):
            break
        aside = aside or scene.figures[last].unit != "%"
        last -= 1
    apart = ";" in scene.between(last, index) and _AND_LEFT.search(scene.between(last, index)) is None
    if not _together(scene, last - 1, index) or apart:
        return None
    done, whole, left = scene.figures[last - 1], scene.figures[last], scene.figures[index]
    if (
        not _PAIR.fullmatch(scene.between(last - 1, last))
        or not same_unit(whole, left)
        or not counts_alike(done, whole)
    ):
        return None
    if (whole.value or 0) < (done.value or 0) or whole.value in _PER_SO_MANY:
        return None
    relation = Relation("difference", (whole, done), left, "difference.left")
    return None if aside and holds(relation) else relation  # where it holds, others tell it


def _against_base(scene: Scene, index: int) -> Relation | None:
    """``12 vụ, giảm 3 vụ so với cùng kỳ (15 vụ)``."""
    change, now_at = scene.figures[index], index - 1
    while (now_at > 0 and scene.has_closed(now_at, index)) or _is_share(scene, now_at):
        now_at -= 1  # đạt 52,7% kế hoạch (8.000 tấn)
    now_at -= _is_beside_other(scene, now_at, change)
    last = index + _is_told_relatively(scene, index)
    if not _together(scene, now_at, last + 1):
        return None
    now, base = scene.figures[now_at], scene.figures[base_behind(scene, index - 1, last)]
    points = change.unit in POINTS and now.unit == base.unit == "%"
    if not (points or (same_unit(now, change) and same_unit(change, base))) or now.role == "change":
        return None
    behind = scene.between(last, last + 1)
    if last > index:
        behind = behind.replace(")", " ", 1)
    if base.role == "change" and not behind.rstrip().endswith("("):
        return None
    bare = behind.strip() == "(" and _COMPARED.search(scene.before(index)) is not None
    if not (bare or BEFORE_BASE.fullmatch(behind)) or ";" in scene.between(now_at, index):
        return None
    return Relation("difference", (now, base), change, "difference.base")


def _is_beside_other(scene: Scene, place: int, change: Quantity) -> bool:
    """``42 lượt với 51 người, giảm 6 lượt``: the unit of the change tells which of the two moved."""
    if place < 1 or same_unit(scene.figures[place], change) or not same_unit(scene.figures[place - 1], change):
        return False
    return _WITH.fullmatch(scene.between(place - 1, place)) is not None


def _is_told_relatively(scene: Scene, index: int) -> bool:
    """``tăng 625 tấn (tăng 0,7%) so với vụ trước (89.298 tấn)``: the change again, as a percentage in brackets."""
    if not _together(scene, index, index + 2) or scene.figures[index + 1].unit != "%":
        return False
    return scene.figures[index + 1].role == "change" and scene.has_closed(index + 1, index + 2)


def _is_share(scene: Scene, place: int) -> bool:
    return place > 0 and scene.figures[place].role == "share_of_plan"


def _from_to(scene: Scene, index: int) -> Relation | None:
    """``tăng từ 120 lên 128 hộ, tăng 8 hộ``."""
    change = scene.figures[index]
    if not _together(scene, index - 2, index):
        return None
    old, new = scene.figures[index - 2], scene.figures[index - 1]
    if not _FROM.search(scene.before(index - 2)) or not _TO.fullmatch(scene.between(index - 2, index - 1)):
        return None
    alike = same_unit(new, change) or (new.unit == "%" and change.unit in POINTS)
    if not alike or not _SO_MUCH.fullmatch(scene.between(index - 1, index)):
        return None
    return Relation("difference", (new, old), change, "difference.from-to")


def _to_behind(scene: Scene, index: int) -> Relation | None:
    """``giảm 13 người (từ 33 người xuống 20 người)``, ``tăng 7 vụ (19,4%), từ 36 vụ lên 43 vụ``."""
    first = index + 1
    if _together(scene, index, index + 3) and scene.figures[first].unit == "%" and scene.has_closed(first, first + 1):
        first += 1
    if not _together(scene, index, first + 1):
        return None
    change, old, new = scene.figures[index], scene.figures[first], scene.figures[first + 1]
    opened = (_IN_BRACKETS if first == index + 1 else _FROM_BEHIND).fullmatch(scene.between(first - 1, first))
    told = (opened or _FROM_BEHIND.fullmatch(scene.between(first - 1, first))) and _TO.fullmatch(
        scene.between(first, first + 1)
    )
    alike = same_unit(new, change) or (new.unit == "%" and change.unit in POINTS)
    if not told or not alike or not (old.unit is None or same_unit(old, new)):
        return None
    return Relation("difference", (new, old), change, "difference.from-to")


def _points(scene: Scene, index: int) -> Relation | None:
    """``tỷ lệ hộ nghèo giảm từ 28,98% xuống còn 22,63% (giảm 6,35%)``: points, where it is no relative change."""
    told = _from_to(scene, index)
    if told is None or told.args[1].unit != "%" or holds(replace(told, form="growth_of")):
        return None
    return replace(told, certain=False, likely=True)


def _after_base(scene: Scene, index: int) -> Relation | None:
    """``403 tấn, so với cùng kỳ 371 tấn tăng 32 tấn``: the figure compared with stands before the change."""
    if not _together(scene, index - 2, index):
        return None
    now, base, change = scene.figures[index - 2 : index + 1]
    if not (same_unit(now, base) and same_unit(base, change)) or "change" in (now.role, base.role):
        return None
    if not COMPARED_WITH.search(scene.before(index - 1)) or not _SO_MUCH.fullmatch(scene.between(index - 1, index)):
        return None
    return Relation("difference", (now, base), change, "difference.after-base", certain=False, likely=True)


def _beyond(scene: Scene, index: int) -> Relation | None:
    """``đạt 711/600 ha, vượt 111 ha``, ``711 ha so với kế hoạch 600 ha, vượt 111 ha``, ``kế hoạch 600 ha, trồng 711
    ha, vượt 111 ha``, ``711 ha, vượt 111 ha so với kế hoạch (600 ha)``."""
    over = scene.figures[index]
    if not _BEYOND.search(scene.before(index)) or not _together(scene, index - 1, index):
        return None
    if _together(scene, index, index + 1) and _THAN_PLAN.fullmatch(scene.between(index, index + 1)):
        done, plan = scene.figures[index - 1], scene.figures[index + 1]
        told = done.role not in ("change", "plan") and same_unit(done, plan) and same_unit(plan, over)
        return Relation("difference", (done, plan), _positive(over), "difference.beyond") if told else None
    if not _together(scene, index - 2, index) or "trong đó" in scene.between(index - 1, index).lower():
        return None  # 18/18 chỉ tiêu đạt và vượt, trong đó vượt 11: so many of them were passed
    done, plan = scene.figures[index - 2], scene.figures[index - 1]
    if _together(scene, index, index + 1) and value_of(over) + value_of(scene.figures[index + 1]) == value_of(done):
        return None  # 19/22 chỉ tiêu đạt và vượt (vượt 8, đạt 11)
    if _OF_PLAN.fullmatch(scene.between(index - 2, index - 1)) and same_unit(plan, over):
        return Relation("difference", (done, plan), _positive(over), "difference.beyond")
    if done.role == "plan" and plan.role != "plan" and same_unit(done, plan) and same_unit(plan, over):
        return Relation("difference", (plan, done), _positive(over), "difference.beyond", certain=False, likely=True)
    return None


def _positive(figure: Quantity) -> Quantity:
    return replace(figure, value=abs(figure.value)) if figure.value is not None else figure
