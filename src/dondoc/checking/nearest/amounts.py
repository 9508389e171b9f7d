"""Three figures near each other of which one is what the two others come to, whatever words stand between them.

Finds         kế hoạch 5.874,3 tỷ đồng ... giải ngân 2.614,8 tỷ đồng ... còn phải giải ngân 3.259,5 tỷ đồng
              46 vụ, 58 đối tượng, so với cùng kỳ tăng 9 vụ, 11 đối tượng (37 vụ, 47 đối tượng)
              cho vay 1.184 tỷ đồng ... thu nợ 776 tỷ đồng ... dư nợ tăng 408 tỷ đồng so với đầu năm (3.860 tỷ đồng)
              biên chế được giao 112 người, hiện có 106 người, còn thiếu 6 biên chế
Leaves alone  small counts that some pair of many gives by chance, unless the words say what is left, more or in all
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from dondoc.checking.arithmetic.relation import Relation, holds, value_of
from dondoc.checking.names.additive import adds_up
from dondoc.checking.names.wording import same_unit
from dondoc.checking.nearest.known import Known, chance_of_sum, in_bracket
from dondoc.checking.scene import Scene
from dondoc.checking.shares.ratio_places import is_pair
from dondoc.facts import Quantity

_TIMES = r"(?:\d{1,2}\s+(?:tháng|năm|ngày|quý)\b|[^,;.()\d]){0,60}\Z"
_LEFT = re.compile(
    r"(?:\bcòn\b|còn lại|thiếu|hụt|tồn|chênh lệch|thặng dư|thâm hụt|\bdư\b|chưa|không|số còn|kỳ sau|như vậy|thực tế"
    rf"|nhiều hơn|ít hơn|cao hơn|thấp hơn|\bhơn\b|vượt|\bcần\b|\bphải\b){_TIMES}",
    re.IGNORECASE,
)
# Some word of each of the above: without one of them before a figure there is nothing to search.
_LEFT_HINTS = (
    "còn", "thiếu", "hụt", "tồn", "chênh lệch", "thặng dư", "dư", "chưa", "không", "kỳ sau", "như vậy", "thực tế",
    "hơn", "vượt", "cần", "phải",
)  # fmt: skip
_BEHIND_HINTS = ("chưa", "còn", "đang", "không", "ngoài")
_LEFT_BEHIND = re.compile(r"\s*(?:[^\W\d_]+\s+){0,4}?(?:chưa|còn lại|đang|không|ngoài)\b", re.IGNORECASE)
_JUST_LEFT = re.compile(
    r"(?:\bcòn(?: lại| thiếu| tồn| phải [^\W\d_]+)?|thiếu|hụt|chưa [^\W\d_]+(?: [^\W\d_]+)?|vượt)\s+\Z", re.IGNORECASE
)
_JUST_BEHIND = re.compile(r"\s*(?:[^\W\d_]+\s+){0,2}?(?:chưa|còn lại|đang)\b", re.IGNORECASE)
_BASE = re.compile(
    r"(?:cùng kỳ|trước|đầu (?:năm|kỳ)|cuối (?:năm|kỳ)|năm \d{4}|\d/\d{4}|\btừ\b|kế hoạch|so với|dự toán)"
    r"[^;.()\d]{0,40}\(?[^;.()\d]{0,20}\Z",
    re.IGNORECASE,
)
_IN_ALL = re.compile(rf"(?:tổng|cộng|\blên\b|đưa|nâng|như vậy){_TIMES}", re.IGNORECASE)
_AMONG = re.compile(r"trong (?:đó|số)|gồm|chia ra|[:(]", re.IGNORECASE)
_IS = re.compile(r"\blà\s+\Z")
_GOES_ON = re.compile(r"\s*(?:,|và)\s*")
_MOST, _BLOCKS, _CLOSE = 7, 2, 0.003
_PLAIN, _TOLD, _TIED, _SURE = Decimal("0.003"), Decimal("0.03"), Decimal("0.12"), Decimal("0.5")


class _Trio(NamedTuple):
    """Where three figures stand, in reading order, and how many pairs were tried before the first two of them."""

    first: int
    second: int
    third: int
    tried: int


def find(scene: Scene, known: Known) -> Iterator[Relation]:
    """Yield the sums and differences of three figures, the nearest that hold for each last one."""
    parts = {scene.place[part] for part in known.parts}
    for index, near in known.amounts.before.items():
        if len(near) > 1:
            relation = _ending_in(scene, known, index, near, parts)
            if relation is not None and not known.tells(relation):
                if relation.form == "sum":
                    parts.update(scene.place[part.id] for part in relation.args)
                yield relation


def _ending_in(scene: Scene, known: Known, index: int, near: list[int], parts: set[int]) -> Relation | None:
    values, tried = known.amounts.values, 0
    c, first = values[index], scene.block[index] - _BLOCKS
    near = [place for place in near[:_MOST] if scene.block[place] >= first]
    if parts:
        near.sort(key=parts.__contains__)  # the parts of a sum last
    for number, one in enumerate(near):
        a = values[one]
        for other in near[number + 1 :]:
            tried += 1
            b = values[other]
            close = _CLOSE * (a + b + c)
            if -close < a - b - c < close or -close < b - a - c < close or -close < c - a - b < close:
                trio = _Trio(min(one, other), max(one, other), index, tried)
                relation, budget = _read(scene, trio) if _adds(scene, trio) else (None, _PLAIN)
                if relation is not None and holds(relation) and chance_of_sum(relation) * tried <= budget:
                    return relation
    return None


def _adds(scene: Scene, trio: _Trio) -> bool:
    """Whether the largest of three is the sum of the others, to the last digit that is written."""
    a, b, c = (abs(value_of(scene.figures[place])) for place in trio[:3])
    off = min(abs(a - b - c), abs(b - a - c), abs(c - a - b))
    steps = {scene.figures[place].half_step for place in trio[:3]}
    return not off or (len(steps) > 1 and off <= max(steps))


def _read(scene: Scene, trio: _Trio) -> tuple[Relation | None, Decimal]:
    """What the three tell, and how much chance the words leave."""
    one, two, three = (scene.figures[place] for place in trio[:3])
    moved = [_is_change(scene, place) for place in trio[:3]]
    units = sum(same_unit(x, y) for x, y in ((one, two), (two, three), (one, three)))
    if moved[0] or sum(moved) > 1:
        return None, _PLAIN
    a, b, c = (abs(value_of(figure)) for figure in (one, two, three))
    if any(moved):
        return _moved(scene, trio, units == 3)
    left = _left(scene, trio, a, b, c)
    if left is not None:
        return left, _chance_left(scene, trio)
    if not adds_up(scene, trio.first):
        return None, _PLAIN
    beside = scene.sentence[trio.third] - scene.sentence[trio.first] <= 1
    parted = a == max(a, b, c) and beside and scene.sentence[trio.second] == scene.sentence[trio.third]
    if units < 3:
        among = parted and same_unit(two, three) and _AMONG.search(scene.before(trio.second)) is not None
        return (_sum((two, three), one), _TIED) if among else (None, _PLAIN)
    if c == max(a, b, c):
        told = any(_IN_ALL.search(scene.before(place, 90)) for place in trio[1:3])
        return _sum((one, two), three), _TOLD if told else _PLAIN
    whole, parts = (one, (two, three)) if a > b else (two, (one, three))
    return _sum(parts, whole), _TOLD if parted else _PLAIN


def _left(scene: Scene, trio: _Trio, a: Decimal, b: Decimal, c: Decimal) -> Relation | None:
    """The one of the last two that is told as what is left, or as so much more or less."""
    one, two, three = (scene.figures[place] for place in trio[:3])
    if c < max(a, b) and _is_left(scene, trio.third):
        whole, done = (one, two) if a > b else (two, one)
        return _difference(whole, done, three)
    if a > max(b, c) and _is_left(scene, trio.second):
        return _difference(one, three, two)
    return None


def _chance_left(scene: Scene, trio: _Trio) -> Decimal:
    if not any(_is_just_left(scene, place) for place in trio[1:3]):
        return _TOLD
    if trio.tried == 1 or is_pair(scene, trio.first):
        return _SURE
    return _TIED if scene.sentence[trio.third] - scene.sentence[trio.first] <= 1 else _TOLD


def _is_just_left(scene: Scene, place: int) -> bool:
    return (
        _JUST_LEFT.search(scene.before(place, 30)) is not None or _JUST_BEHIND.match(scene.after(place, 40)) is not None
    )


def _is_change(scene: Scene, place: int) -> bool:
    """Whether a figure is a change, or goes on with one: ``tăng 9 vụ, 11 đối tượng``."""
    if scene.figures[place].role == "change" or not place or scene.figures[place - 1].role != "change":
        return scene.figures[place].role == "change"
    return _GOES_ON.fullmatch(scene.between(place - 1, place)) is not None


def _moved(scene: Scene, trio: _Trio, alike: bool) -> tuple[Relation | None, Decimal]:
    """By how much the first figure is above or below the other one that is no change."""
    by_second = _is_change(scene, trio.second)
    change, other = (trio.second, trio.third) if by_second else (trio.third, trio.second)
    one, two, by = (scene.figures[place] for place in (trio.first, other, change))
    now, then = (one, two) if value_of(one) - value_of(two) == value_of(by) else (two, one)
    base = trio.first if then is one else other
    noted = in_bracket(scene, other) or _BASE.search(scene.before(other, 90)) is not None
    if now is two and noted and _BASE.search(scene.before(trio.first, 90)) is None:
        return None, _PLAIN  # bị thương 15 (năm trước 26), tăng 11: it fell
    told = _BASE.search(scene.before(base, 90)) is not None or (
        (by_second and (_IS.search(scene.before(other)) is not None or in_bracket(scene, other)))
        or is_pair(scene, trio.first)
    )
    near = told and alike and scene.sentence[trio.third] == scene.sentence[trio.first]
    return _difference(
        now, then, by
    ), _SURE if near and trio.tried == 1 else _TIED if near else _TOLD if told else _PLAIN


def _is_left(scene: Scene, place: int) -> bool:
    """Whether the words say that a figure is what is left, or so much more or less."""
    if place in scene.told_by(*_LEFT_HINTS) and _LEFT.search(scene.before(place, 90)) is not None:
        return True
    return place in scene.told_behind(*_BEHIND_HINTS) and _LEFT_BEHIND.match(scene.after(place, 50)) is not None


def _difference(whole: Quantity, done: Quantity, left: Quantity) -> Relation:
    return Relation("difference", (whole, done), left, "difference.nearest", certain=False, held_only=True)


def _sum(parts: tuple[Quantity, Quantity], whole: Quantity) -> Relation:
    return Relation("sum", parts, whole, "sum.nearest", certain=False, held_only=True)
