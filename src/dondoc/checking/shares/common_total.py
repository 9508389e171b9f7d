"""Shares of one total that is told once, paragraphs above: several of them that hold tie all of them to it.

Finds         tổng vốn đăng ký 23,36 tỷ USD ... Hàn Quốc 6,02 tỷ USD, chiếm 25,8% tổng vốn đầu tư ... Nhật Bản 5,74 tỷ
              USD, chiếm 24,6% tổng vốn · tổng thu 5.120 tỷ đồng ... thuế 1.792 tỷ đồng, bằng 35% tổng thu ngân sách
Leaves alone  one share alone, unless its total is named with it and its digits are many · totals smaller than the part
              chiếm 71,6% kim ngạch xuất khẩu: no total is spoken of
"""

import re
from collections.abc import Iterator

from dondoc.checking.arithmetic.relation import Relation, holds, value_of
from dondoc.checking.names.wording import content_words, same_unit
from dondoc.checking.scene import Scene
from dondoc.checking.shares.ratio_places import top_of

_OF_TOTAL = re.compile(r"\s*(?:so với |trong |trên |của )?tổng\s+(?P<name>(?:[^\W\d_]+\s?){1,5})", re.IGNORECASE)
_TOTAL = re.compile(r"\btổng\s+(?P<name>[^;.()]{2,90})\Z", re.IGNORECASE)
_NEAR = 4
_FEWEST = 2
_MOST_WHOLES = 40
_IDLE = frozenset(("số", "cộng", "lượng", "cả", "toàn", "tỉnh", "nước", "huyện"))


def find(scene: Scene) -> Iterator[Relation]:
    """Yield the shares of each total that at least two of them, rightly reckoned, are of."""
    told = sorted(scene.told_by("tổng"))
    shares = [place for index in (*told, len(scene.figures)) if (place := _share_before(scene, index)) is not None]
    if len(shares) < _FEWEST:
        return
    wholes = [index for index in told if scene.is_amount(index) and _TOTAL.search(scene.before(index, 100))]
    tied: set[int] = set()
    for whole in wholes[:_MOST_WHOLES]:
        read = [(index, relation) for index in shares if (relation := _of(scene, index, whole)) is not None]
        right = [index for index, relation in read if holds(relation)]
        if len(right) >= _FEWEST and 2 * len(right) > len(read):
            for index, relation in read:
                if index not in tied:
                    tied.add(index)
                    yield relation


def _share_before(scene: Scene, index: int) -> int | None:
    """The share right before ``index`` that is said to be of a total; None where it is none."""
    share = scene.figures[index - 1] if index else None
    if share is None or share.unit != "%" or share.role in ("change", "plan"):
        return None
    return index - 1 if _OF_TOTAL.match(scene.after(index - 1, 60)) else None


def _of(scene: Scene, index: int, whole: int) -> Relation | None:
    """The share at ``index`` of the total at ``whole``, where the two are spoken of in a common word."""
    top = top_of(scene, index)
    if top is None or whole >= top or index - top > _NEAR or scene.figures[top].role == "change":
        return None
    part, total = scene.figures[top], scene.figures[whole]
    named, told = _OF_TOTAL.match(scene.after(index, 60)), _TOTAL.search(scene.before(whole, 100))
    if named is None or told is None or not same_unit(part, total) or value_of(part) >= value_of(total):
        return None
    if not (content_words(named["name"]) - _IDLE) & content_words(told["name"]):
        return None
    return Relation("ratio", (part, total), scene.figures[index], "ratio.common-total", certain=False, likely=True)
