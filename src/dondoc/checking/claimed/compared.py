"""A figure and the one it is compared with told side by side, and their change in two ways.

Finds         giá lợn cao hơn tháng trước 2,0% (48,0 nghìn đồng/kg so với 49,0 nghìn đồng/kg): it fell
              chậm hơn tiến độ cùng kỳ (850 ha) tới 34 ha, hay 0,4% (4,0)
              số vào 590 doanh nghiệp nhiều hơn số ra 340 doanh nghiệp là 205 doanh nghiệp (250)
              cùng kỳ 2.950 tấn, 1.420 triệu USD; ... giá trị tăng 12,5%: it fell by as much
Leaves alone  changes that another relation tells · 34 ha, đạt 6% kế hoạch: a share of something else
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from dondoc.checking.arithmetic.relation import Relation, holds, value_of
from dondoc.checking.claimed.changes import way_of
from dondoc.checking.claimed.slips import chance_of_slip, is_turned
from dondoc.checking.names.wording import same_unit
from dondoc.checking.nearest.growth import candidates
from dondoc.checking.nearest.known import Known
from dondoc.checking.scene import Scene
from dondoc.facts import Quantity

_THAN = re.compile(
    r"[^,;.()\d]{0,20}\)?,?\s*(?P<way>nhiều|ít|cao|thấp|lớn|nhỏ) hơn\s(?:so với\s)?[^,;.\d]{0,45}\(?", re.IGNORECASE
)
_BY = re.compile(r"[^,;.()\d]{0,15}\)?,?\s*(?:là|tới|đến|được|:)?\s*(?:khoảng\s)?", re.IGNORECASE)
_OPENS = re.compile(r"[^()\d;.]{0,40}\(\s*[^(),;\d]{0,20}")
_AGAINST = re.compile(
    r"[^(),;\d]{0,10}[,;]?\s*(?:so với|cùng kỳ|(?:năm|tháng|quý|kỳ) trước)[^();\d]{0,25}", re.IGNORECASE
)
_MORE = re.compile(r"\b(?:(?P<down>thấp|ít|nhỏ|chậm|kém)|cao|nhiều|lớn|nhanh) hơn\b[^.;()]{0,60}\Z", re.IGNORECASE)
_THEN = re.compile(r"cùng kỳ|(?:năm|tháng|quý|vụ|kỳ) (?:trước|ngoái)", re.IGNORECASE)
_DOWN = frozenset(("ít", "thấp", "nhỏ"))
_FAR = 120
_BUDGET = Decimal("0.03")


def find(scene: Scene, known: Known) -> Iterator[Relation]:
    """Yield the changes that figures side by side do not give."""
    for index, change in enumerate(scene.figures):
        if change.id in known.by_result or change.id in known.wrong or change.approx is not None or not change.value:
            continue
        read = _than(scene, index) or _in_bracket(scene, index)
        if read is not None and not holds(read):
            yield read
        elif read is None and change.unit == "%" and change.role == "change":
            yield from _turned(scene, index)


def _moved(change: Quantity, sign: int) -> Quantity:
    return replace(change, value=sign * abs(value_of(change)), role="change")


def _are_amounts(scene: Scene, *places: int) -> bool:
    """Whether figures of one sentence are amounts in one unit."""
    if places[0] < 0 or places[-1] >= len(scene.figures):
        return False
    first = scene.figures[places[0]]
    return all(
        scene.is_amount(at)
        and scene.sentence[at] == scene.sentence[places[0]]
        and same_unit(scene.figures[at], first)
        and scene.figures[at].role not in ("plan", "rank")
        for at in places
    )


def _than(scene: Scene, index: int) -> Relation | None:
    """``A nhiều hơn B là D``."""
    if not _are_amounts(scene, index - 2, index - 1, index):
        return None
    than = _THAN.fullmatch(scene.between(index - 2, index - 1))
    if than is None or not _BY.fullmatch(scene.between(index - 1, index)):
        return None
    sign = -1 if than["way"].lower() in _DOWN else 1
    args = scene.figures[index - 2], scene.figures[index - 1]
    return Relation("difference", args, _moved(scene.figures[index], sign), "difference.than")


def _in_bracket(scene: Scene, index: int) -> Relation | None:
    """``cao hơn tháng trước 1,5% (A so với B)``."""
    if index + 2 >= len(scene.figures) or scene.sentence[index + 2] != scene.sentence[index]:
        return None
    one, other = scene.figures[index + 1 : index + 3]
    if one.unit == "%" or not same_unit(one, other) or not _OPENS.fullmatch(scene.between(index, index + 1)):
        return None
    if not _AGAINST.fullmatch(scene.between(index + 1, index + 2)):
        return None
    told = _MORE.search(scene.before(index, 90))
    sign = way_of(scene, index) or (0 if told is None else -1 if told["down"] else 1)
    if not sign:
        return None
    # Without their signs: a figure that opens such a bracket may have been read as the change.
    args = replace(one, value=abs(value_of(one))), replace(other, value=abs(value_of(other)))
    change = _moved(scene.figures[index], sign)
    if change.unit == "%":
        return Relation("growth_of", args, change, "growth.bracket-pair")
    return Relation("difference", args, change, "difference.bracket-pair") if same_unit(change, args[0]) else None


def _is_of_then(scene: Scene, place: int) -> bool:
    """Whether the clause of a figure names an earlier time."""
    start = max(scene.starts[place] - _FAR, 0)
    clause = re.split(r"[;.]\s", scene.facts.text.content[start : scene.starts[place]])[-1]
    return _THEN.search(clause) is not None


def _turned(scene: Scene, index: int) -> Iterator[Relation]:
    """A rise that is a fall by as much, of figures of which the clause of one is of then."""
    read = []
    for now, other in candidates(scene, index):
        if scene.figures[other].role != "change" and scene.of(other, _is_of_then):
            args = scene.figures[now], scene.figures[other]
            read.append(Relation("growth_of", args, scene.figures[index], "growth.turned"))
    if any(map(holds, read)):
        return
    for tried, relation in enumerate(read, start=1):
        if is_turned(relation) and chance_of_slip(scene, relation) * tried <= _BUDGET:
            yield relation
            return
