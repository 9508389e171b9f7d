"""A percentage behind a change whose amount the two figures beside it give: what it must be is then beyond doubt.

Finds         118.600 con, tăng 8.600 con so với 110.000 con đầu quý, tương ứng 7,3% (7,8)
              842 tỷ đồng, tháng trước 810 tỷ đồng, chênh lệch 32 tỷ đồng, ứng với 0,4% (4,0)
              270,6 tỷ đồng, thấp hơn tháng 7 (295,2 tỷ đồng) 24,6 tỷ đồng, tương đương tăng 8,3%: it fell
Leaves alone  percentages that one of the figures gives · amounts that no two figures differ by · shares of a plan
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import permutations

from dondoc.checking.arithmetic.intervals import interval_of
from dondoc.checking.arithmetic.relation import Relation, computed_interval, value_of
from dondoc.checking.names.wording import same_unit
from dondoc.checking.nearest.known import Known
from dondoc.checking.scene import Scene

_AS = re.compile(
    r"[^;.()\d]{0,30}\)?\s*[,(]?\s*(?:tương ứng|tương đương|ứng với|tức|hay|bằng|nghĩa là|=|tăng|giảm)"
    r"(?:\s+(?:với|là|mức|tăng|giảm|tỷ lệ|khoảng|gần|hơn|thêm))*\s*",
    re.IGNORECASE,
)
_CHANGED = re.compile(r"\b(?:tăng|giảm|hơn|kém|thấp|cao|chậm|nhanh|chênh|vượt|thêm|bớt|hụt)\b", re.IGNORECASE)
_BASE = re.compile(r"(?:\bso với|\btừ|\bđầu|\btrước|\bngoái|cùng kỳ)[^,;.\d]{0,30}\(?\Z", re.IGNORECASE)
_OF_OTHERS = re.compile(r"\s*(?:kế hoạch|dự toán|chỉ tiêu|\bkh\b|tổng|dân số|của)", re.IGNORECASE)
_STOP = re.compile(r"[.;]\s")
_BACK, _TOLD = 4, 70


def find(scene: Scene, known: Known) -> Iterator[Relation]:
    """Yield the percentages that the change before them does not come to."""
    for index, rate in enumerate(scene.figures):
        if rate.unit != "%" or index < 3 or rate.id in known.by_result or rate.id in known.wrong:
            continue
        if rate.role in ("plan", "share_of_plan") or _OF_OTHERS.match(scene.after(index, 20)):
            continue
        if not _AS.fullmatch(scene.between(index - 1, index)):
            continue
        relation = _changed(scene, index)
        if relation is not None:
            yield relation


def _changed(scene: Scene, index: int) -> Relation | None:
    """The growth by the change before ``index``, where it is not what the text says."""
    near = [place for place in range(max(index - _BACK, 0), index) if _is_near(scene, place, index)]
    for change, one, other in permutations(near, 3):
        if one > other or not _is_change(scene, change, one, other):
            continue
        divided = scene.figures[change].of in (scene.figures[one].id, scene.figures[other].id)
        if divided and not (_is_base(scene, one) or _is_base(scene, other)):
            continue  # 57,5 tỷ USD: xuất khẩu 33,7 tỷ USD (tăng 15,5%), nhập khẩu 23,8 tỷ USD (tăng 9,1%)
        now, base = (other, one) if _is_base(scene, one) and not _is_base(scene, other) else (one, other)
        read = [Relation("growth_of", (scene.figures[a], scene.figures[b]), scene.figures[index], "growth.of-change")
                for a, b in ((now, base), (base, now))]  # fmt: skip
        based = _is_base(scene, base) and not _is_base(scene, now)
        if any(_comes_to(relation) for relation in read[: 1 if based else 2]):
            return None
        told, falls = scene.figures[index], value_of(scene.figures[now]) < value_of(scene.figures[base])
        if told.role != "change" and falls:
            told = replace(told, value=-value_of(told))  # "tương ứng 16%" tells no direction
        return replace(read[0], result=told)
    return None


def _is_near(scene: Scene, place: int, index: int) -> bool:
    same = scene.sentence[place] == scene.sentence[index]
    return same and scene.figures[place].unit not in ("%", None) and scene.figures[place].approx is None


def _is_change(scene: Scene, change: int, one: int, other: int) -> bool:
    """Whether ``change`` says that it is one, and the two others differ by just so much."""
    figures = [scene.figures[place] for place in (change, one, other)]
    if not (same_unit(figures[0], figures[1]) and same_unit(figures[1], figures[2])):
        return False
    size, first, second = (abs(value_of(figure)) for figure in figures)
    told = scene.facts.text.content[max(scene.starts[change] - _TOLD, 0) : scene.starts[change]]
    told = _STOP.split(told)[-1]
    if not size or size >= min(first, second) or not _CHANGED.search(told):
        return False
    return abs(abs(first - second) - size) <= max(figure.half_step for figure in figures)


def _is_base(scene: Scene, place: int) -> bool:
    return _BASE.search(scene.before(place, 60)) is not None


def _comes_to(relation: Relation) -> bool:
    """Whether a growth comes to its percentage, in the direction that its words tell."""
    computed, told = computed_interval(relation), interval_of(relation.result)
    if computed is None or computed.meets(told):
        return True
    turned = relation.result.role != "change"  # "tương ứng 7,8%" tells no direction
    return turned and -computed.high <= told.high and told.low <= -computed.low
