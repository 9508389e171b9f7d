"""A share that is told before the whole it is of, or before both.

Finds         hộ nghèo còn 1.240 hộ, tỷ lệ 3,10% (tổng số 40.000 hộ)
              tỷ lệ hộ nghèo là 6,2%, tức 1.860 hộ trên 30.000 hộ
              nợ xấu 650 tỷ đồng, chiếm 1% tổng dư nợ (65.400 tỷ đồng) · bao phủ 85,6% dân số (1.343.200 người)
Leaves alone  chiếm 30% tổng vốn, với 12 dự án: the part is told, the whole is not
"""

import re
from collections.abc import Iterator

from dondoc.checking.arithmetic.intervals import is_exact
from dondoc.checking.arithmetic.relation import Relation
from dondoc.checking.names.wording import same_unit
from dondoc.checking.scene import Scene

_WHOLE_BEHIND = re.compile(
    r"\s*\(\s*(?:/|trên|trong|của)?\s*(?:tổng|toàn)\s[^,;.()\d]{0,25}"
    r"|\s*(?:so với |trong |trên |của )?(?:tổng|toàn|dân số|lực lượng|diện tích)(?!\w)[^,;.()\d]{0,60}"
    r"\(\s*[^,;.()\d]{0,20}"
    r"|\s*(?:trên|trong|của|so với)\s+(?:tổng|toàn)\s+(?:số\s+)?(?:[^,;.()\d]{2,30}\s(?:là\s+)?)?",
    re.IGNORECASE,
)
_THAT_IS = re.compile(
    r"\s*[^,;.()\d]{0,30}[,(]\s*(?:tức|hay|nghĩa|tương ứng|tương đương)(?: là| với)?\s+(?:[^\W\d_]+\s){0,2}",
    re.IGNORECASE,
)
_AMONG = re.compile(r"[^,;.()\d]{0,20}\b(?:trên|trong)(?: tổng)?(?: số)?\s+", re.IGNORECASE)
_WHOLES = ("tổng", "toàn", "dân số", "lực lượng", "diện tích")
_CHANGED = re.compile(r"\b(?:tăng|giảm)\s[^,;.]{0,20}\Z", re.IGNORECASE)


def find(scene: Scene) -> Iterator[Relation]:
    """Yield the shares whose whole stands right behind them."""
    for index in sorted(scene.told_by(*_WHOLES)):
        share = scene.figures[index - 1] if index else None
        if share is None or share.unit != "%" or share.role in ("change", "plan"):
            continue
        gap = scene.between(index - 1, index)
        if _CHANGED.search(scene.before(index - 1, 40)):
            continue
        if _WHOLE_BEHIND.fullmatch(gap):
            yield from _of_whole(scene, index)
    for part in sorted(scene.told_by("tức", "hay", "nghĩa", "tương")):
        yield from _that_is(scene, part)


def _that_is(scene: Scene, part: int) -> Iterator[Relation]:
    """``6,2%, tức 1.860 hộ trên 30.000 hộ``: the two right behind their share."""
    share, whole = part - 1, part + 1
    if share < 0 or whole == len(scene.figures) or scene.sentence[share] != scene.sentence[whole]:
        return
    if scene.figures[share].unit != "%" or scene.figures[share].role == "change" or not scene.is_amount(part):
        return
    told = _THAT_IS.fullmatch(scene.between(share, part)) and _AMONG.fullmatch(scene.between(part, whole))
    args = scene.figures[part], scene.figures[whole]
    if told and (same_unit(*args) or args[0].unit is None or all(map(is_exact, args))):
        yield Relation("ratio", args, scene.figures[share], "ratio.that-is", certain=False, likely=True, tied=True)


def _of_whole(scene: Scene, index: int) -> Iterator[Relation]:
    whole, share = scene.figures[index], scene.figures[index - 1]
    part = scene.figures[index - 2] if index > 1 else None
    near = part is not None and scene.sentence[index] == scene.sentence[index - 2]
    if near and part is not None and part.unit != "%" and same_unit(part, whole) and part.role != "change":
        yield Relation("ratio", (part, whole), share, "ratio.whole-behind", certain=False, likely=True, tied=True)
