"""By how many points two rates differ, whichever way the sentence tells them.

Finds         GRDP tăng 7,34%, trong khi kịch bản đề ra 7,70%, như vậy còn hụt 0,63 điểm phần trăm (0,36)
              tăng 2,45%, cao hơn mức tăng 1,92% của tháng 3 là 5,30 điểm phần trăm (0,53)
              chỉ số hài lòng 80,24%, năm trước 81,60%, tăng 1,36 điểm phần trăm: it fell
Leaves alone  points that some two rates of the sentence give · what more than one slip would have to explain
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

from dondoc.checking.arithmetic.relation import Relation, value_of
from dondoc.checking.claimed.slips import chance_of_slip
from dondoc.checking.names.wording import POINTS
from dondoc.checking.nearest.known import Known
from dondoc.checking.scene import Scene

_THEN = re.compile(
    r"(?:cùng kỳ|(?:năm|tháng|quý|kỳ|vụ) (?:trước|ngoái|\d[\d/]*)|đầu (?:năm|kỳ)|kịch bản|kế hoạch|mục tiêu|chỉ tiêu"
    r"|so với|hơn mức|kém mức|bình quân|cả nước|từ mức|\btừ|trước đó)[^,;.%]{0,40}\Z",
    re.IGNORECASE,
)
_WAY = re.compile(
    r"(?:(?P<down>giảm|hạ|thấp hơn|kém|hụt|thiếu|chậm hơn|sụt|tụt|mất)|(?P<up>tăng|cao hơn|vượt|nhỉnh|thêm|nhanh hơn"
    r"|(?<!thấp )(?<!kém )hơn))(?:\s+(?:[^\W\d_]+|\d{1,2}|năm|\d{4})){0,5}?(?:\s+(?:là|tới|đến|thêm|được))?"
    r"(?:\s[^,;.]{0,40}?\d[\d,]*%[^,;.]{0,30})?\s*\Z",
    re.IGNORECASE,
)
_BACK, _MOST = 8, 4
_BUDGET, _ONLY = Decimal("0.2"), 2


def find(scene: Scene, known: Known) -> Iterator[Relation]:
    """Yield the points that one slip, or one word, keeps from being what two rates differ by."""
    for index, points in enumerate(scene.figures):
        if points.unit not in (*POINTS, "điểm") or points.id in known.by_result or points.id in known.wrong:
            continue
        if points.approx is None and value_of(points):
            relation = _told(scene, index)
            if relation is not None:
                yield relation


def _told(scene: Scene, index: int) -> Relation | None:
    rates = _rates(scene, index)
    if len(rates) < _ONLY:
        return None
    points = scene.figures[index]
    size = abs(value_of(points))
    gaps = {
        pair: abs(abs(value_of(scene.figures[pair[0]])) - abs(value_of(scene.figures[pair[1]])))
        for pair in combinations(rates, 2)
    }
    exact = [pair for pair, gap in gaps.items() if abs(gap - size) <= points.half_step * 2]
    start = scene.facts.text.content[max(scene.starts[index] - 110, 0) : scene.starts[index]]
    way = _WAY.search(re.split(r"[;.]\s", start)[-1])
    sign = -1 if way is not None and way["down"] else 1
    for pair in exact or gaps:
        ordered = _in_order(scene, pair)
        if ordered is None and len(rates) == _ONLY and not exact:
            ordered = pair[::-1]  # what was is told first
        if ordered is None:
            continue
        args = tuple(replace(scene.figures[at], value=abs(value_of(scene.figures[at]))) for at in ordered)
        moved = replace(points, value=sign * size, role="change")
        relation = Relation("difference", args, moved, "difference.points-told")
        rises = value_of(args[0]) >= value_of(args[1])
        if exact:
            turned = way is not None and len(rates) == _ONLY and rises != (sign > 0)
            return relation if turned else None
        if chance_of_slip(scene, relation) * len(gaps) <= _BUDGET:
            return relation
    return None


def _rates(scene: Scene, index: int) -> list[int]:
    """The rates of the sentence before the points, and one in a bracket behind them."""
    found: list[int] = []
    for place in range(max(index - _BACK, 0), min(index + 2, len(scene.figures))):
        if scene.sentence[place] != scene.sentence[index] or scene.figures[place].unit != "%":
            continue
        if place < index and ";" in scene.between(place, index):
            continue
        if place < index or "(" in scene.between(index, place):
            found.append(place)
    return found[-_MOST:]


def _in_order(scene: Scene, pair: tuple[int, int]) -> tuple[int, int] | None:
    """The rate of now and the one that it is compared with; None where the words do not tell them apart."""
    then = [_THEN.search(scene.before(at, 70)) is not None for at in pair]
    if not any(then):
        return None
    return pair if then[1] else pair[::-1]
