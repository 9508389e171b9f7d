"""Another figure of the sentence with which a share or a growth does hold: then the text claims that one.

Finds         giảm 3,6% so với cùng kỳ (592 triệu lượt) và đạt 90% kế hoạch (635 triệu lượt): of the 571 before both
              tổng mức 1.250 tỷ đồng, An góp 96 tỷ đồng (60%), Bình góp 64 tỷ đồng (40%): of what both put in
              vốn điều lệ tăng từ 5.962 lên 6.497 tỷ đồng, tương đương 9%: a growth, no share
              giao 16.940 việc; hoàn thành 10.127 việc, đạt 97,8%; quá hạn 228 việc: of those that were due
              so với 1.302 tỷ đồng cùng kỳ nhiều hơn 84 tỷ đồng (6,5%): of 1.386 tỷ đồng, told before
Leaves alone  41/46 xã, đạt 64,06%: the two are written as one; percentages of one or two digits, which some pair of
              figures gives by chance
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

from dondoc.checking.arithmetic.intervals import is_exact, printed_digits
from dondoc.checking.arithmetic.relation import Relation, holds, value_of
from dondoc.checking.names.moved import was_before
from dondoc.checking.names.repeated import is_told_twice
from dondoc.checking.names.wording import same_unit
from dondoc.checking.scene import Scene
from dondoc.checking.shares.ratio_claims import is_settling
from dondoc.facts import Quantity

_TIED = frozenset(("ratio.pair", "ratio.bracket"))
_CHANGED = re.compile(r"\b(?:hơn|tăng|giảm|thêm|bớt)\b[^,;.()]{0,30}\Z", re.IGNORECASE)
_OUT_OF = re.compile(r"\btrên (?:dự toán|kế hoạch|chỉ tiêu|tổng)", re.IGNORECASE)
_ANOTHER = re.compile(
    r"\s*(?:của\s+)?(?:tổng(?: số)?\s+)?(?:quy mô\s+)?(?P<name>dân số|đại biểu quốc hội|ĐBQH|vốn điều lệ|GDP|GRDP)\b",
    re.IGNORECASE,
)
_REACH, _NEAR, _ROW, _PAIR = 6, 3, 8, 2
NAMED_BESIDE = "ratio.named-behind"
_DIGITS, _CLOSE = 3, 20
_THING = Decimal("0.5")


def alibi_of(scene: Scene, relation: Relation) -> Relation | None:
    """What the percentage of ``relation`` is of, where that is other figures beside it."""
    if relation.form not in ("ratio", "growth", "growth_of", "times"):
        return None
    if relation.form in ("ratio", "growth_of") and is_told_twice(scene, scene.place[relation.result.id]):
        return None
    return next(filter(holds, _others(scene, relation)), None)


def is_of_another(scene: Scene, relation: Relation) -> bool:
    """``mua 15 triệu cổ phiếu, có 42 triệu, tương đương 3,2% vốn điều lệ``: the words behind a percentage name a whole
    that is neither figure; or the larger of the two is only what the smaller was before."""
    if relation.form not in ("ratio", "growth"):
        return False
    first, second = relation.args
    if is_exact(first) and second.half_step < _THING:
        return True  # vốn 3 chương trình là 812,36 bằng 40,92% kế hoạch (1.985,40): things are no share of money
    part, whole = scene.place[first.id], scene.place[second.id]
    if relation.form == "ratio" and part == whole + 1 and was_before(scene, whole):
        return True
    named = _ANOTHER.match(scene.after(scene.place[relation.result.id]))
    if named is None or (relation.rule in _TIED and named["name"].lower() == "dân số"):
        return False  # 61.900 người/80.500 người, đạt 76,9% dân số: the two are written as one
    said = f"{scene.before(whole)} {scene.after(whole)} {relation.args[1].indicator}"
    return named["name"].lower() not in said.lower()


def _of_base(scene: Scene, relation: Relation) -> Relation | None:
    """``1.386 tỷ đồng, so với 1.302 tỷ đồng cùng kỳ nhiều hơn 84 tỷ đồng (6,5%)``: what a change was told of is what it
    was before, where it is what a figure of the sentence has changed by."""
    base, change = relation.args
    now, place = value_of(base) + value_of(change), scene.place[base.id]
    for at in range(place - 1, max(place - _ROW, -1), -1):
        if scene.sentence[at] != scene.sentence[place]:
            return None
        figure = scene.figures[at]
        if value_of(figure) == now and same_unit(figure, base):
            return replace(relation, form="growth_of", args=(figure, base))
    return None


def _others(scene: Scene, relation: Relation) -> Iterator[Relation]:
    first, second = relation.args
    turned = relation.form == "ratio" and relation.rule not in _TIED and scene.place[first.id] > scene.place[second.id]
    if turned and _OUT_OF.search(scene.between(scene.place[second.id], scene.place[first.id])):
        yield replace(relation, args=(second, first))  # 22,4 tỷ đồng trên dự toán 18 tỷ đồng (124,4%)
    if relation.form == "growth" and (then := _of_base(scene, relation)) is not None:
        yield then
    if relation.form == "growth_of" and first.unit == second.unit == relation.result.unit == "%":
        yield replace(relation, form="difference")  # 4,3%, tăng 0,5% so với mức 3,8%
    if relation.form == "ratio" and _CHANGED.search(scene.before(scene.place[second.id], 45)):
        yield replace(relation, args=(second, first))  # hơn năm trước 24 hộ (120 hộ), tương đương 20%
    if relation.rule == "ratio.bracket-after":
        yield replace(relation, args=(second, first))  # xuống 590 nghìn tấn nên tỷ lệ 54,2% (320 nghìn tấn)
    if relation.form == "ratio" and (together := _of_their_sum(scene, relation)) is not None:
        yield together
    if relation.form == "ratio" and relation.result.role != "share_of_plan":
        yield replace(relation, form="growth_of")
    tied = relation.rule in _TIED and abs(scene.place[second.id] - scene.place[first.id]) == 1
    if tied or printed_digits(relation.result) < _DIGITS:
        return
    if relation.form == "ratio":
        yield from _of_two(scene, relation)
    for other in _behind(scene, relation):
        if same_unit(other, first):
            yield replace(relation, args=(first, other), rule=NAMED_BESIDE)
    index = scene.place[relation.result.id]
    settling = relation.result.role == "share_of_plan" and is_settling(scene, scene.place[first.id], index)
    for other in _beside(scene, relation):
        if same_unit(other, first) and not settling and not _has_own(scene, other, second, index):
            yield replace(relation, args=(other, second))
        if same_unit(other, second):
            yield replace(relation, args=(first, other))
    if relation.form == "ratio" and printed_digits(relation.result) >= _DIGITS:
        yield from _of_both_others(scene, relation)


def _of_both_others(scene: Scene, relation: Relation) -> Iterator[Relation]:
    """``truy tố 267 vụ/488 bị can; giải quyết 258 vụ/474 bị can (đạt 96,6% số vụ)``: two figures of another unit."""
    others = [figure for figure in _beside(scene, relation) if not same_unit(figure, relation.args[0])]
    for second, first in combinations(reversed(others), 2):
        if same_unit(first, second):
            yield replace(relation, args=(first, second))


def _has_own(scene: Scene, part: Quantity, whole: Quantity, index: int) -> bool:
    """``A 16 tỷ đồng (chiếm 20%), B 8 tỷ đồng (chiếm 20%)``: whether another share behind a part tells it."""
    own = scene.place[part.id] + 1
    if own == index or scene.figures[own].unit != "%":
        return False
    return holds(Relation("ratio", (part, whole), scene.figures[own], "ratio.whole"))


def _of_their_sum(scene: Scene, relation: Relation) -> Relation | None:
    """``vốn 1.250 tỷ đồng, An góp 96 tỷ đồng (60%), Bình góp 64 tỷ đồng (40%)``: shares of what both put in."""
    index = scene.place[relation.result.id]
    places = [
        at
        for at in range(max(index - _ROW, 1), min(index + _ROW + 1, len(scene.figures)))
        if scene.figures[at].unit == "%"
        and scene.figures[at].role != "change"
        and scene.sentence[at] == scene.sentence[index]
    ]
    parts = [scene.figures[at - 1] for at in places]
    if len(parts) < _PAIR or not all(same_unit(part, relation.args[0]) for part in parts):
        return None
    total = sum(map(value_of, parts), Decimal(0))
    shares = [Relation("ratio", (part, replace(relation.args[1], value=total)), scene.figures[at], relation.rule)
              for part, at in zip(parts, places, strict=True)]  # fmt: skip
    return shares[places.index(index)] if total and all(map(holds, shares)) else None


def _of_two(scene: Scene, relation: Relation) -> Iterator[Relation]:
    """``hoàn thành 10.127 nhiệm vụ, đạt 97,8% (...; quá hạn 228)``: of those and these; ``12 xe điện, 96 xe khí trong
    2.450 xe, đạt 4,41%``: both of them."""
    part, whole = relation.args
    index, place = scene.place[relation.result.id], scene.place[part.id]
    if same_unit(part, whole) and scene.place[whole.id] < index:  # giao 213 tỷ đồng, chưa giao 98 tỷ đồng, bằng 68,5%
        yield replace(relation, args=(part, replace(whole, value=value_of(part) + value_of(whole))))
    for at in range(max(place - 1, 0), min(index + _REACH, len(scene.figures))):
        other = scene.figures[at]
        if other.id in (part.id, whole.id) or scene.sentence[at] != scene.sentence[index] or other.role == "change":
            continue
        if not same_unit(other, part):
            continue
        both = value_of(part) + value_of(other)
        if abs(both - value_of(whole)) * _CLOSE < value_of(whole):
            continue  # the two are nearly all: either makes the percentage by chance
        if at > index:
            yield replace(relation, args=(part, replace(part, value=both)))
        elif at == place - 1:
            yield replace(relation, args=(replace(part, value=both), whole))


def _behind(scene: Scene, relation: Relation) -> Iterator[Quantity]:
    """``đúng hạn 19.255 hồ sơ (đạt 96,55%), đến hạn 19.944 hồ sơ``: the whole is named behind its share."""
    index = scene.place[relation.result.id]
    if relation.form != "ratio" or printed_digits(relation.result) <= _DIGITS:
        return
    for place in range(index + 1, min(index + _NEAR, len(scene.figures))):
        if scene.sentence[place] != scene.sentence[index]:
            return
        figure = scene.figures[place]
        if figure.unit != "%" and figure.role != "change":
            yield figure


def _beside(scene: Scene, relation: Relation) -> Iterator[Quantity]:
    """The figures before the percentage in its sentence that are neither of the two."""
    index = scene.place[relation.result.id]
    taken, whole = {figure.id for figure in relation.args}, scene.place[relation.args[1].id]
    for place in range(index - 1, max(index - _REACH, -1), -1):
        figure = scene.figures[place]
        if scene.sentence[place] != scene.sentence[index]:
            return
        if whole < place and scene.has_closed(place, index) and not scene.has_closed(whole, place):
            continue  # được giao 412,8 tỷ đồng (vốn tỉnh 236,5 tỷ đồng), giải ngân ...: a part of the whole
        if figure.id not in taken and figure.unit != "%" and figure.role != "change":
            yield figure
