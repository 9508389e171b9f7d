"""By how much something was widened, with what it was and is in a bracket behind.

Finds         mở rộng cụm công nghiệp thêm 15,6 ha (từ 24,4 ha lên 40,0 ha) · giảm 12 đầu mối (từ 58 xuống còn 46)
              tăng thêm 160 nghìn đồng so với hiện hành: từ tối đa 340 nghìn đồng lên 500 nghìn đồng
Leaves alone  tăng 15% (từ 20 tỷ đồng lên 23 tỷ đồng): growth, told elsewhere
"""

import re
from collections.abc import Iterator

from dondoc.checking.arithmetic.relation import Relation, value_of
from dondoc.checking.names.wording import same_unit
from dondoc.checking.scene import Scene

_MOVED = re.compile(
    r"\b(?:thêm|tăng|nâng|mở rộng|bổ sung|(?P<down>giảm|bớt|cắt|rút|hạ))\s[^,;.()]{0,60}\Z", re.IGNORECASE
)
_FROM = re.compile(
    r"[^,;.()\d]{0,40}[(,:]\s*(?:cụ thể (?:là )?|tức (?:là )?)?từ\s+"
    r"(?:(?:mức|chỗ|tối đa|tối thiểu|bình quân|hơn|gần|khoảng)\s+)*",
    re.IGNORECASE,
)
_TO = re.compile(r"[^,;.()\d]{0,25}\b(?:lên(?: thành)?|xuống(?: còn)?|còn|thành|đến|về)\s+", re.IGNORECASE)


def find(scene: Scene) -> Iterator[Relation]:
    """Yield the changes whose two ends stand behind them."""
    for then in sorted(scene.told_by("từ")):
        by, now = then - 1, then + 1
        if by < 0 or now >= len(scene.figures) or scene.sentence[by] != scene.sentence[now]:
            continue
        change, old, new = scene.figures[by : now + 1]
        if not _are_alike(scene, by, then, now):
            continue
        if not _FROM.fullmatch(scene.between(by, then)) or not _TO.fullmatch(scene.between(then, now)):
            continue
        moved = _MOVED.search(scene.before(by, 80))
        if moved is not None and value_of(old) != value_of(new):
            args = (old, new) if moved["down"] else (new, old)
            yield Relation("difference", args, change, "difference.from-to", certain=False, likely=True, tied=True)


def _are_alike(scene: Scene, by: int, then: int, now: int) -> bool:
    """Whether the three are told in one unit; the one before "lên" may lack its own."""
    change, old, new = (scene.figures[place] for place in (by, then, now))
    if change.unit in ("%", None) or not same_unit(change, new):
        return False
    return old.unit is None or same_unit(old, new)
