"""A share whose whole is named behind it and stands further up under that name.

Finds         khám bệnh 248.316 lượt ... chuyển tuyến 5.874 lượt, bằng 2,37% tổng số lượt khám
              Tổng kế hoạch vốn 6.318,7 tỷ đồng ... lũy kế giải ngân 2.464,3 tỷ đồng, đạt 39% tổng kế hoạch
Leaves alone  names that no figure before bears · shares that a figure beside them gives · percentages of one digit

The name ties the two, not the sentence: reported where it holds.
"""

import re
from collections.abc import Iterator

from dondoc.checking.relation import Relation, holds, value_of
from dondoc.checking.scene import Scene
from dondoc.checking.wording import content_words, same_unit
from dondoc.facts import Quantity

_NAMED = re.compile(
    r"\s*(?:so với\s+|trên\s+|trong\s+|của\s+)?"
    r"(?P<name>(?:tổng|số|diện tích|dân số|kế hoạch|vốn)(?:\s+[^\W\d_]+){1,6})",
    re.IGNORECASE,
)
_SHARE = re.compile(
    r"\s*[,(]?\s*(?:chỉ |mới |đã |ước )?(?:đạt|chiếm|bằng|tương đương)(?:\s+(?:tỷ|tỉ) lệ)?\s*(?:gần |hơn |trên )?",
    re.IGNORECASE,
)
_IDLE = frozenset(
    ("tổng", "số", "của", "toàn", "tỉnh", "huyện", "xã", "thành", "phố", "địa", "phương", "bàn", "cả", "năm", "giao")
)
_COMPARED = re.compile(r"cùng kỳ|năm trước|tháng trước", re.IGNORECASE)
_BACK, _DIGITS = 45, 2


def find(scene: Scene) -> Iterator[Relation]:
    """Yield the shares of a whole that is named."""
    for index, share in enumerate(scene.figures):
        if index == 0 or share.unit != "%" or share.role in ("change", "plan") or share.rule == "table.cell":
            continue
        part = scene.figures[index - 1]
        if part.unit == "%" or scene.sentence[index - 1] != scene.sentence[index] or part.role == "change":
            continue
        after = scene.after(index, 60)
        named = _NAMED.match(after)
        if named is None or _COMPARED.search(after) or _SHARE.fullmatch(scene.between(index - 1, index)) is None:
            continue
        words = content_words(named["name"]) - _IDLE
        if words:
            yield from _of_named(scene, index, part, words)


def _of_named(scene: Scene, index: int, part: Quantity, words: frozenset[str]) -> Iterator[Relation]:
    share = scene.figures[index]
    if len(value_of(share).normalize().as_tuple().digits) < _DIGITS:
        return
    for place in range(index - 2, max(index - _BACK, -1), -1):
        whole = scene.figures[place]
        if whole.unit == "%" or whole.role == "change" or not same_unit(whole, part):
            continue
        if words <= content_words(f"{whole.indicator or ''} {scene.before(place, 90)} {whole.unit or ''}"):
            relation = Relation("ratio", (part, whole), share, "ratio.named-whole", certain=False, held_only=True)
            if holds(relation):
                yield relation
                return
