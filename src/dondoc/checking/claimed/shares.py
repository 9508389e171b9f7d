"""Shares that the words claim of two figures near them although they do not come out so.

Finds         còn 2.218 hộ nghèo trên 30.795 hộ, tỷ lệ 7,02% · 43,2 tỷ đồng trên dự toán 272 tỷ đồng (25,1%)
              đạt 92,8% kế hoạch 9.000 ha, với 9.648 ha · trong tổng số 540 hồ sơ có 513 hồ sơ đúng hạn, tỷ lệ 59%
Leaves alone  shares that another relation tells · shares of others (cao hơn bình quân cả nước 50%)
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from dondoc.checking.arithmetic.relation import Relation, holds, value_of
from dondoc.checking.claimed.slips import chance_of_slip, is_swapped
from dondoc.checking.names.wording import same_unit, undated
from dondoc.checking.nearest.known import Known
from dondoc.checking.nearest.shares import THAT_IS, is_open, named
from dondoc.checking.scene import Scene
from dondoc.checking.shares.ratio_claims import COMPARED

_OUT_OF = re.compile(
    r"[^,;.()\d]{0,30}?(?:/|\btrên\b|\btrong (?:tổng |số|chỉ tiêu|kế hoạch|\Z)"
    r"|,?\s\bso (?:với )?(?:kế hoạch|dự toán|chỉ tiêu|tổng))"
    r"[^,;.()\d]{0,40}",
    re.IGNORECASE,
)
_PLAN = r"(?:kế hoạch|dự toán|chỉ tiêu|\bkh\b|mục tiêu|định mức)"
_SHARE = re.compile(
    r"[^,;.()\d]{0,25}[,(:–-]?\s*(?:(?:ước|đã|mới|chỉ|tức|hay|là|được|đạt|chiếm|bằng|tương đương|tương ứng|tỷ lệ|tỉ lệ"
    r"|tỷ trọng|hoàn thành|=)\s*){0,4}",
    re.IGNORECASE,
)
_BEHIND = re.compile(rf"\s*(?:so với\s+)?{_PLAN}[^,;.()\d]{{0,40}}\(?\s*", re.IGNORECASE)
_WITH = re.compile(
    r"\s*\)?,?\s*(?:với|tương ứng|tương đương|đạt|được|tức|hay|là)\s(?:[^\W\d_]+\s){0,4}?", re.IGNORECASE
)
_TIED = re.compile(
    r"(?:[^,;.()\d]{0,30},)?\s*(?:với|tức|hay|nghĩa|tương ứng|tương đương)\b[^,;.()\d]{0,25}|\s*\(\s*[^,;.()\d]{0,15}",
    re.IGNORECASE,
)
_AMONG = re.compile(r"\b(?:trong|trên)(?: tổng)?(?: số)?\s+\Z|\btổng số\s+(?:là |có )?\Z", re.IGNORECASE)
_OF_WHICH = re.compile(r"trong (?:đó|số)|\b(?:có|đã|được|thì|còn|mới)\b", re.IGNORECASE)
_OF_TOTAL = re.compile(r"\s*(?:trong |của |trên )?(?:tổng|toàn)", re.IGNORECASE)
_WHOLES = 4
_TOLD, _FAR = Decimal("0.12"), Decimal("0.04")


def find(scene: Scene, known: Known) -> Iterator[Relation]:
    """Yield the shares that no relation tells and that their words claim of the figures beside them."""
    for index, share in enumerate(scene.figures):
        if share.id in known.wrong or share.approx is not None or not is_open(scene, known, index):
            continue
        if COMPARED.match(scene.after(index, 30)):
            continue
        relation = _sure(scene, index) or _likely(scene, index) or _behind(scene, known, index)
        if relation is not None and not holds(relation):
            yield relation


def _sure(scene: Scene, index: int) -> Relation | None:
    """A share right behind two figures of which the words make one out of the other, or right before them."""
    part, whole = index - 2, index - 1
    beside = _are_beside(scene, part, index) and _may_be(scene, part, whole)
    out_of = beside and _OUT_OF.fullmatch(scene.between(part, whole))
    if out_of and _SHARE.fullmatch(undated(scene.between(whole, index))):
        return _ratio(scene, part, whole, index)
    part, whole = index + 1, index + 2
    beside = _are_beside(scene, index, whole) and _may_be(scene, part, whole)
    if beside and _OUT_OF.fullmatch(scene.between(part, whole)) and _TIED.fullmatch(scene.between(index, part)):
        return _ratio(scene, part, whole, index)
    whole, part = index + 1, index + 2
    if _are_beside(scene, index, part) and _may_be(scene, part, whole):
        told = _BEHIND.fullmatch(scene.between(index, whole)) and _WITH.fullmatch(scene.between(whole, part))
        before = index - 1
        own = _are_beside(scene, before, index) and same_unit(scene.figures[before], scene.figures[whole])
        if told and not own:
            return _ratio(scene, part, whole, index)
    return None


def _likely(scene: Scene, index: int) -> Relation | None:
    """``trong tổng số 540 hồ sơ có 513 hồ sơ đúng hạn, tỷ lệ 59%``: where one slip explains it."""
    whole, part = index - 2, index - 1
    if not _are_beside(scene, whole, index) or not _may_be(scene, part, whole):
        return None
    if ";" in scene.between(whole, index) or not _SHARE.fullmatch(scene.between(part, index)):
        return None
    among = _AMONG.search(scene.before(whole, 60)) is not None
    if not among and (named(scene, index) or _OF_WHICH.search(scene.between(whole, part)) is None):
        return None
    relation = _ratio(scene, part, whole, index)
    if is_swapped(relation):
        return None  # 23,6 tỷ đồng (kế hoạch vốn 71,9 tỷ đồng, mới đạt 32,8%)
    return relation if chance_of_slip(scene, relation) <= _TOLD * (2 if among else 1) else None


def _behind(scene: Scene, known: Known, index: int) -> Relation | None:
    """``Dệt may chiếm 41,2% kim ngạch với 529,8 triệu USD``, ``riêng ... 1.218 người, bằng 5% tổng số``: of one of the
    figures before, where one slip explains it."""
    part = index + 1
    if _are_beside(scene, index, part) and THAT_IS.fullmatch(scene.between(index, part)) and scene.is_amount(part):
        ahead = index
    elif _are_beside(scene, index - 1, index) and _SHARE.fullmatch(scene.between(index - 1, index)):
        part = ahead = index - 1
        if not _OF_TOTAL.match(scene.after(index)):
            return None
    else:
        return None
    read = [
        _ratio(scene, part, whole, index)
        for whole in known.amounts.before.get(part, ())
        if whole < ahead and _may_be(scene, part, whole) and scene.figures[whole].role != "plan"
        and scene.block[whole] == scene.block[part]
    ][:_WHOLES]  # fmt: skip
    if any(holds(relation) or is_swapped(relation) for relation in read):
        return None
    chances = ((chance_of_slip(scene, relation) * tried, relation) for tried, relation in enumerate(read, start=1))
    return next((relation for chance, relation in chances if chance <= _FAR), None)


def _are_beside(scene: Scene, first: int, last: int) -> bool:
    return first >= 0 and last < len(scene.figures) and scene.sentence[first] == scene.sentence[last]


def _may_be(scene: Scene, part: int, whole: int) -> bool:
    """Whether two figures are amounts in one unit of which one may be a part of the other."""
    one, other = scene.figures[part], scene.figures[whole]
    if not (scene.is_amount(part) and scene.is_amount(whole) and same_unit(one, other)):
        return False
    return value_of(one) > 0 and value_of(other) > 0 and "rank" not in (one.role, other.role)


def _ratio(scene: Scene, part: int, whole: int, share: int) -> Relation:
    return Relation("ratio", (scene.figures[part], scene.figures[whole]), scene.figures[share], "ratio.told")
