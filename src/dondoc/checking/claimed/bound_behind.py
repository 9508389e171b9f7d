"""Shares whose words bind them to the part behind them, and that to its whole before or inside.

Finds         đàn bò 23.150 con (bò lai chiếm 71,0%, tương ứng 17.825 con)
              0,36% trong tổng số 102.000 bài, tức 643 bài · nhận 412.700 hồ sơ, 86,0% nộp qua mạng (280.636 hồ sơ)
              vốn 300 tỷ đồng, tỉnh nắm 15% vốn, tức 153 tỷ đồng
              tỷ lệ thu hồi 94,8% (kiến nghị 349,8 tỷ đồng, đã thu 344,3 tỷ đồng)
Leaves alone  shares that another figure gives · 500 tỷ đồng, đạt 80% dự toán (625 tỷ đồng): the whole stands behind
              chi 90 tỷ đồng, nợ 60%, tương ứng 30 tỷ đồng: money of which no word says that one is of the other
"""

import re
from collections.abc import Iterator

from dondoc.checking.arithmetic.relation import Relation, holds, value_of
from dondoc.checking.claimed.bound_shares import is_explained
from dondoc.checking.claimed.slips import may_have_slipped
from dondoc.checking.claimed.tied_shares import THEN, may_be_whole
from dondoc.checking.nearest.known import Known
from dondoc.checking.nearest.shares import OF_OTHERS, THAT_IS, borne, named
from dondoc.checking.scene import Scene

_SAID_AGAIN = r"(?:\(\s*|,\s*(?:tức|hay|nghĩa|tương ứng|tương đương|ứng)\b)"
_INSIDE = re.compile(
    rf"\s*(?:trong|trên|của|so với)\s+(?:tổng|toàn)[^,;.()\d]{{0,40}}(?P<again>[^;.()\d]{{0,60}}{_SAID_AGAIN}.*)?",
    re.IGNORECASE,
)
_AGAIN = re.compile(rf"[^;.()\d]{{0,60}}{_SAID_AGAIN}[^,;.()\d]{{0,30}}", re.IGNORECASE)
_GIVEN = re.compile(r"\s*\(\s*[^,;.()\d]{3,50}", re.IGNORECASE)
_DONE = re.compile(r"\s*[,;]\s*(?:đã|mới|thực|được)\s+[^,;.()\d]{2,40}", re.IGNORECASE)
_OTHER = re.compile(r"trong đó|gồm|tăng|giảm|kế hoạch|dự toán|chỉ tiêu|\bkh\b|còn lại|vượt|bình quân", re.IGNORECASE)
_OF_IT = re.compile(
    r"[^;.()\d]{0,60}\(\s*[^;.()\d]{0,60}|[^;.()\d]{0,60},\s*trong (?:số )?đó\b[^;.()\d]{0,60}", re.IGNORECASE
)
_BESIDE = re.compile(r"[^,;.()\d]{0,30},\s*[^,;.()\d]{0,40}", re.IGNORECASE)


def find(scene: Scene, known: Known) -> Iterator[Relation]:
    """Yield the shares that do not come out of the two figures to which their words bind them."""
    for index, share in enumerate(scene.figures):
        if share.unit != "%" or share.role == "change" or share.id in known.by_result or share.id in known.wrong:
            continue
        part = index + 1
        if part == len(scene.figures) or scene.sentence[part] != scene.sentence[index] or not scene.is_amount(part):
            continue
        if OF_OTHERS.search(scene.before(index, 60)):
            continue
        relation = _of_whole_inside(scene, index) or _of_bracket(scene, index) or _of_whole_before(scene, index)
        if relation is None or holds(relation) or not may_have_slipped(scene, relation):
            continue
        if not is_explained(scene, relation):
            yield relation


def _of_whole_inside(scene: Scene, index: int) -> Relation | None:
    """``0,63% trong tổng số 102.000 bài thi mắc lỗi, tương đương 643 bài``."""
    whole, part = index + 1, index + 2
    if not _is_in_sentence(scene, index, part) or not may_be_whole(scene, whole, part):
        return None
    told = _INSIDE.fullmatch(scene.between(index, whole)) and _AGAIN.fullmatch(scene.between(whole, part))
    return _share(scene, part, whole, index) if told else None


def _of_bracket(scene: Scene, index: int) -> Relation | None:
    """``98,4% (kiến nghị thu hồi 349,8 tỷ đồng, đã thu hồi 344,3 tỷ đồng)``."""
    whole, part = index + 1, index + 2
    if not _is_in_sentence(scene, index, part) or not may_be_whole(scene, whole, part):
        return None
    told = _GIVEN.fullmatch(scene.between(index, whole)) and _DONE.fullmatch(scene.between(whole, part))
    closed = scene.after(part, 20).lstrip().startswith(")")
    return _share(scene, part, whole, index) if told and closed else None


def _of_whole_before(scene: Scene, index: int) -> Relation | None:
    """``đàn bò 23.150 con (bò lai chiếm 77,0%, tương ứng 17.825 con)``."""
    whole, part = index - 1, index + 1
    if whole < 0 or scene.sentence[whole] != scene.sentence[index] or not may_be_whole(scene, whole, part):
        return None
    words, between = scene.between(index, part), scene.between(whole, index)
    if THAT_IS.fullmatch(words) is None or _AGAIN.fullmatch(words) is None or _OTHER.search(words):
        return None
    if THEN.search(words):
        return None
    alone = scene.after(part, 20).lstrip().startswith(")")
    if "(" in words and (not alone or value_of(scene.figures[part]) >= value_of(scene.figures[whole])):
        return None  # đạt 80% dự toán (625 tỷ đồng): the whole
    counted = scene.figures[whole].unit == scene.figures[part].unit != "đồng"
    called = named(scene, index)
    of_it = _OF_IT.fullmatch(between) is not None
    beside = _BESIDE.fullmatch(between) is not None and not _OTHER.search(between)
    same = bool(called) and called <= borne(scene, whole)
    return _share(scene, part, whole, index) if of_it or (beside and (counted or same)) else None


def _is_in_sentence(scene: Scene, first: int, last: int) -> bool:
    inside = last < len(scene.figures) and scene.sentence[first] == scene.sentence[last]
    return inside and scene.is_amount(last)


def _share(scene: Scene, part: int, whole: int, share: int) -> Relation:
    return Relation("ratio", (scene.figures[part], scene.figures[whole]), scene.figures[share], "ratio.bound")
