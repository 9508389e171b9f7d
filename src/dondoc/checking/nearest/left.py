"""What is told to be left where the arithmetic does not hold: one slip in the figures before it, or in itself.

Finds         kế hoạch 120 tỷ đồng, đã giải ngân 87,5 tỷ đồng, còn được giải ngân 35,2 tỷ đồng (32,5)
              thụ lý 9.486 việc ... thi hành xong 5.914 việc ... số việc chuyển kỳ sau 3.172 việc (3.572)
Leaves alone  figures that a relation tells already · giảm từ 120 hộ xuống còn 45 hộ · còn Inđônêxia đạt 14 triệu lượt
              còn lại là 348 tỷ đồng phải thu, 754 tỷ đồng tồn kho: several are left · what more than one slip would
              have to explain
"""

import re
from collections.abc import Iterator

from dondoc.checking.arithmetic.intervals import is_round, telling_digits
from dondoc.checking.arithmetic.relation import Relation, computed_interval, holds, needed_interval, value_of
from dondoc.checking.arithmetic.repair import find_repair
from dondoc.checking.names.additive import adds_up
from dondoc.checking.names.moved import is_moved_to
from dondoc.checking.names.wording import same_unit
from dondoc.checking.nearest.known import Known
from dondoc.checking.scene import Scene
from dondoc.facts import Quantity
from dondoc.grammar.agencies.folding import CAPITALS

# Matched against small letters.
_LEFT = re.compile(
    r"(?:(?:[,;:(.\n]\s*|\bvà\s+|\bsố\s+[^,;.()\d]{0,30})(?:hiện |nay |vẫn |như vậy,? |đến nay,? )*"
    r"(?:còn(?: lại| thiếu| tồn| phải| nợ| được| đang)?|thiếu|hụt|tồn quỹ|dư|chưa|đang)\b|còn lại|kỳ sau|còn phải"
    r"|số chưa|như vậy,? [^,;.()\d]{0,30})[^,;.()\d]{0,40}\Z"
)
_JUST_LEFT = re.compile(r"\b(?:còn(?: lại| thiếu| tồn| phải [^\W\d_]+)?|thiếu|hụt)\s+\Z", re.IGNORECASE)
_LISTED = re.compile(r"[^;.()\d]{0,60}(?:,|\bvà\b)[^;.()\d]{0,40}")
_OTHER = re.compile(rf"\b[Cc]òn [{CAPITALS}][^,;.()\d]*\Z")
_ENDS = re.compile(
    r"\s*(?:[^\W\d_]+\s+){0,3}?(?:(?:chưa|phải|cần|đang|tiếp|sẽ|do|vì|để|triển|chuyển)\b|[.;,)(]|\Z)", re.IGNORECASE
)
_TIMES = re.compile(r"\b\d{1,2}\s+(?:tháng|năm|quý)\b", re.IGNORECASE)
_BACK, _MOST, _SENTENCES, _FEWEST, _LIST = 20, 4, 3, 3, 3


def find(scene: Scene, known: Known) -> Iterator[Relation]:
    """Yield what is left as the difference of the two amounts that stand before it."""
    for index in sorted(scene.told_by("còn", "thiếu", "hụt", "tồn", "dư", "chưa", "kỳ sau", "như vậy", "đang")):
        words = _TIMES.sub("", scene.before(index, 100)) if scene.is_amount(index) else ""
        if _LEFT.search(words.lower()) and not _OTHER.search(words) and not _is_told(scene, known, index):
            yield from _left(scene, known, index)


def _is_told(scene: Scene, known: Known, index: int) -> bool:
    """Whether another relation tells what a figure is, or others are left beside it."""
    left, behind = scene.figures[index], index + 1
    if is_moved_to(scene, index) or not adds_up(scene, index):
        return True
    if left.id in known.wrong or left.id in known.parts or is_round(left) or _ENDS.match(scene.after(index)) is None:
        return True
    told = known.by_result.get(left.id)
    if told is not None and told.form == "difference":
        return True
    listed = behind < len(scene.figures) and same_unit(scene.figures[behind], left)
    return listed and _LISTED.fullmatch(scene.between(index, behind)) is not None


def _left(scene: Scene, known: Known, index: int) -> Iterator[Relation]:
    """``kế hoạch W, đã D, còn c``: the larger of the two amounts before it less the nearer one."""
    near, left = _before(scene, known, index), scene.figures[index]
    if len(near) < 2 or scene.sentence[index] - scene.sentence[near[0]] > 1:
        return
    if sum(scene.sentence[place] == scene.sentence[index] for place in near) > _LIST:
        return  # of a list: ..., các nơi còn lại 308 lượt
    done = scene.figures[near[0]]
    wholes = (scene.figures[place] for place in near[1:])
    held = (
        _difference(whole, done, left) for whole in wholes if value_of(left) not in (value_of(whole), value_of(done))
    )
    further = next(filter(holds, held), None)
    if further is not None:  # truy thu 32 tỷ đồng; giảm lỗ 75 tỷ đồng. Đã nộp 27 tỷ đồng, còn 5 tỷ đồng: of the 32
        if not known.tells(further):
            yield further
        return
    for whole in (scene.figures[place] for place in near[1:_MOST]):
        few = max(map(telling_digits, (whole, done, left))) < _FEWEST
        if few and (len(near) > 2 or _JUST_LEFT.search(scene.before(index, 30)) is None):
            return
        if is_round(whole) or is_round(done) or value_of(whole) == value_of(left):
            continue
        if value_of(whole) + value_of(done) == value_of(left):
            return  # như vậy có 18,5 ha và 6 ha, tổng diện tích 24,5 ha
        relation = _difference(whole, done, left)
        if known.tells(relation):
            return
        if _may_be_slip(scene, relation):
            yield relation
            return


def _difference(whole: Quantity, done: Quantity, left: Quantity) -> Relation:
    return Relation("difference", (whole, done), left, "difference.claimed", certain=False, likely=True)


def _may_be_slip(scene: Scene, relation: Relation) -> bool:
    """Whether one slip in one of the figures explains why they do not add up."""
    whole, done = relation.args
    needed = computed_interval(relation), needed_interval(relation, 0), needed_interval(relation, 1)
    slips = (
        find_repair(scene.facts.text, figure, span)
        for figure, span in zip((relation.result, whole, done), needed, strict=True)
        if span is not None and span.low > 0
    )
    return any(slip is not None and slip.digits > 1 for slip in slips)


def _before(scene: Scene, known: Known, index: int) -> list[int]:
    """The amounts in the unit of a figure before it, nearest first; the parts of one of them are passed over."""
    near: list[int] = []
    for place in range(index - 1, max(index - _BACK, -1), -1):
        figure = scene.figures[place]
        if scene.block[index] - scene.block[place] > 1 or scene.sentence[index] - scene.sentence[place] > _SENTENCES:
            break
        if not scene.is_amount(place) or not same_unit(figure, scene.figures[index]):
            continue
        if not scene.has_closed(place, index) and figure.id not in known.parts:
            near.append(place)
    return near
