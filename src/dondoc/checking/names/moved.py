"""Whether a figure is what something rose or fell to, and not what is left of a whole, or a part of what there was.

Finds         giảm từ 120 hộ xuống còn 45 hộ · hạ về chỉ còn 2,1 ha · từ 640 đồng còn 120 đồng · từ 17 lên 47 tỷ đồng
Leaves alone  đã giải quyết 10 đơn, còn 3 đơn
"""

import re

from dondoc.checking.scene import Scene

_FELL = re.compile(
    r"\b(?:xuống|về|hạ|giảm|rút|rớt|sụt|tụt|thu hẹp)\b[^,;.()\d]{0,30}\bcòn"
    r"(?:\s+(?:chỉ|hơn|gần|khoảng|trên|dưới|mức|là))*\s*\Z",
    re.IGNORECASE,
)
_FROM = re.compile(r"\btừ\s+(?:mức\s+|gần\s+|hơn\s+|khoảng\s+)?\Z", re.IGNORECASE)
_TO = re.compile(r"[^,;.()]{0,20}\b(?:lên|xuống|về|còn)\b[^,;.()]{0,15}", re.IGNORECASE)


def is_moved_to(scene: Scene, place: int) -> bool:
    """Whether the figure at ``place`` is what something rose or fell to."""
    fell = place in scene.told_by("còn") and _FELL.search(scene.before(place)) is not None
    return fell or (place > 0 and was_before(scene, place - 1))


def was_before(scene: Scene, place: int) -> bool:
    """Whether the figure at ``place`` is what the next one was: ``từ 120 hộ xuống còn 45 hộ``."""
    if place + 1 >= len(scene.figures) or place not in scene.told_by("từ"):
        return False
    if _FROM.search(scene.before(place, 20)) is None:
        return False
    return _TO.fullmatch(scene.between(place, place + 1)) is not None
