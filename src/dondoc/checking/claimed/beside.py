"""Shares that stand right behind their part: of the figure before it, where one slip explains why they are not.

Finds         cấp nước cho 18.640 hộ ... trả tiền qua ngân hàng 21.861 hộ, đạt 69,0%: 12.861
              nhận 612 đơn; giải quyết 597 đơn (đúng hạn 570; trễ 23; rút 04), đạt 57,55% (97,55)
              đã làm rõ 413/176 vụ, bắt giữ 205 đối tượng, đạt tỷ lệ 81,25%: 143, of the pair before it
Leaves alone  shares that other figures near them give · of a plan, of another time, of what words behind them name ·
              8 đơn vị đạt trên 50%, 12 đơn vị đạt dưới 30%: bounds
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from dondoc.checking.arithmetic.relation import Relation, value_of
from dondoc.checking.claimed.bound_shares import is_explained, is_told_of
from dondoc.checking.claimed.slips import chance_of_slip, is_swapped
from dondoc.checking.claimed.tied_shares import may_be_whole
from dondoc.checking.names.measures import way_of
from dondoc.checking.nearest.known import Known
from dondoc.checking.nearest.shares import borne, is_open, named
from dondoc.checking.scene import Scene
from dondoc.checking.shares.ratio_claims import COMPARED
from dondoc.checking.shares.ratio_places import is_pair

_CLOSED = re.compile(r"\)\s*[,;–-]?\s*(?:(?:chiếm|đạt|bằng|tương ứng|tương đương|tỷ lệ|tỉ lệ|=)\s*)+", re.IGNORECASE)
_PAIRED = re.compile(r"[,(–-]\s*(?:đã |mới |chỉ )*(?:(?:chiếm|đạt|bằng|tỷ lệ|tỉ lệ|=)\s*)+\Z", re.IGNORECASE)
_RANKED = re.compile(r"\b(?:đứng|xếp|thứ|tiếp|kế|sau|dẫn đầu)\b", re.IGNORECASE)
_NO_SHARES = ("change", "plan", "rank")
_RATED = re.compile(
    r"[^,;.()\d]{0,40}[,(]\s*(?:tỷ|tỉ) (?:lệ|suất|trọng)\s+(?:[^\W\d_]+\s+){1,3}?(?:đạt |là )?", re.IGNORECASE
)
_BACK, _PAIR_BACK, _TRIED, _FAR, _HALF, _MORE = 12, 5, 3, 60, 2, 10
_ALL = Decimal(100)
# By how far off the whole is: the nearest of the sentence may have slipped in any way.
_NEAR = Decimal("0.01")
_ANY, _NAMED, _PLANNED = Decimal("0.95"), Decimal("0.3"), Decimal("0.02")


def find(scene: Scene, known: Known) -> Iterator[Relation]:
    """Yield the shares that one slip keeps from being what stands right before them of the figure before that."""
    for index in range(2, len(scene.figures)):
        share = scene.figures[index]
        if share.unit != "%" or share.role in _NO_SHARES or share.approx is not None:
            continue
        if not 0 < value_of(share) < _ALL or share.id in known.wrong or not is_open(scene, known, index):
            continue
        if COMPARED.match(scene.after(index, 30)):
            continue
        relation = _of_pair(scene, index) or _of_nearest(scene, known, index)
        if relation is not None and not is_swapped(relation) and not is_explained(scene, relation):
            yield relation


def _part(scene: Scene, index: int) -> int | None:
    """The amount that a share is told of: right before it, or before a bracket."""
    if is_told_of(scene, index) or (scene.is_amount(index - 1) and _RATED.fullmatch(scene.between(index - 1, index))):
        return index - 1
    if _CLOSED.fullmatch(scene.between(index - 1, index)[scene.between(index - 1, index).find(")") :]) is None:
        return None
    for place in range(index - 1, max(index - _BACK, -1), -1):
        if scene.sentence[place] != scene.sentence[index]:
            return None
        if not scene.has_closed(place, index):
            return place if scene.is_amount(place) else None
    return None


def _of_nearest(scene: Scene, known: Known, index: int) -> Relation | None:
    """``W ..., P, đạt R%``."""
    part = _part(scene, index)
    if part is None or way_of(scene.before(part, 60)) is not None or _RANKED.search(scene.before(part, 60)):
        return None
    words = named(scene, index)
    for tried, whole in enumerate(_wholes(scene, part), start=1):
        if any(_is_of_its_own(scene, known, place) for place in range(whole + 1, part)):
            return None
        beside = tried == 1 and scene.sentence[whole] == scene.sentence[part]
        called = not words or _bears(scene, whole, words)
        budget = _ANY if called else _PLANNED
        relation = _ratio(scene, part, whole, index)
        if all(one.approx is not None for one in relation.args):
            continue
        if scene.figures[index].role == "share_of_plan" and not beside:
            continue  # kế hoạch vốn là 980 tỷ đồng. Sở A giải ngân 410 tỷ đồng, đạt 94% kế hoạch: of its own
        planned = scene.figures[index].role == "share_of_plan" and scene.figures[whole].role != "plan"
        if (planned and not (words and called and beside)) or _RATED.fullmatch(scene.between(index - 1, index)):
            budget = _PLANNED
        if chance_of_slip(scene, relation) <= budget and _is_far_off(relation):
            return relation
    planned = scene.figures[index].role == "share_of_plan"
    return _of_named(scene, part, index, words) if words and not planned else None


def _of_named(scene: Scene, part: int, index: int, words: frozenset[str]) -> Relation | None:
    """``tổng thu 1.240 tỷ đồng ... hộ cá thể 434 tỷ đồng (chiếm 35,0% tổng thu)``: told further off."""
    wholes = [
        place
        for place in range(part - 1, max(part - _FAR, -1), -1)
        if may_be_whole(scene, place, part)
        and value_of(scene.figures[part]) < _MORE * value_of(scene.figures[place])
        and _bears(scene, place, words)
    ]
    for tried, whole in enumerate(wholes[:_TRIED], start=1):
        relation = _ratio(scene, part, whole, index)
        if chance_of_slip(scene, relation) * tried <= _NAMED and _is_far_off(relation):
            return relation
    return None


def _bears(scene: Scene, place: int, words: frozenset[str]) -> bool:
    """Whether a figure is called as the words behind a share say."""
    return _HALF * len(words & scene.of(place, borne)) >= len(words)


def _is_of_its_own(scene: Scene, known: Known, place: int) -> bool:
    """``9 trạm, 3 trạm đạt 97%, 3 trạm đạt 92%``: a share between that nothing has told."""
    share = scene.figures[place]
    return share.unit == "%" and share.role in ("rate", "share_of_plan") and share.id not in known.by_result


def _is_far_off(relation: Relation) -> bool:
    """Whether a share is further from what comes out than that of another time would be."""
    part, whole = map(value_of, relation.args)
    return abs(part * _ALL / whole - value_of(relation.result)) > _NEAR * value_of(relation.result)


def _wholes(scene: Scene, part: int) -> list[int]:
    """The figures that a part may be of, nearest first: of its sentence and the one before, outside of brackets."""
    found: list[int] = []
    for place in range(part - 1, max(part - _BACK, -1), -1):
        if scene.block[place] != scene.block[part] or scene.sentence[part] - scene.sentence[place] > 1:
            break
        if scene.has_closed(place, part) or not may_be_whole(scene, place, part):
            continue
        if value_of(scene.figures[part]) < _MORE * value_of(scene.figures[place]):
            found.append(place)
    return found[:_TRIED]


def _of_pair(scene: Scene, index: int) -> Relation | None:
    """``143/176 vụ, bắt giữ 205 đối tượng, đạt tỷ lệ 81,25%``: no other share and no other pair between."""
    if _PAIRED.search(scene.before(index, 40)) is None:
        return None
    for part in range(index - 2, max(index - _PAIR_BACK, -1), -1):
        if scene.sentence[part] != scene.sentence[index] or scene.figures[part + 1].unit == "%":
            return None
        if is_pair(scene, part):
            relation = _ratio(scene, part, part + 1, index)
            alike = may_be_whole(scene, part + 1, part) and not _is_told(scene, part + 1, index)
            return relation if alike and chance_of_slip(scene, relation) <= _ANY else None
    return None


def _is_told(scene: Scene, whole: int, index: int) -> bool:
    """Whether a figure between a pair and a share is counted as the pair is: then it may be the part."""
    first = scene.figures[whole]
    return any(
        scene.figures[place].unit == first.unit or scene.figures[place].unit == "%" for place in range(whole + 1, index)
    )


def _ratio(scene: Scene, part: int, whole: int, share: int) -> Relation:
    return Relation("ratio", (scene.figures[part], scene.figures[whole]), scene.figures[share], "ratio.beside")
