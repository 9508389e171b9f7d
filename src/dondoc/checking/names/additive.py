"""Whether figures of a name can be added: amounts and counts can, averages, prices and extremes cannot.

Leaves alone  thu nhập bình quân 11,9 triệu đồng, trong đó ... · mức lương · lượng mưa · giá vàng · tổng thu nhập
"""

import re
from functools import lru_cache

from dondoc.checking.scene import Scene

# Matched against small letters.
_NOT_ADDED = re.compile(
    r"bình quân|(?<!dân số )trung bình|mức lương|(?<!cải cách )tiền lương|mức giá|đơn giá"
    r"|\bgiá (?:bán|mua|vàng|xăng|dầu|điện|lúa|heo|lợn|cả)"
    r"|với (?:mức )?giá\b"
    r"|năng suất|lượng mưa|mực nước|nhiệt độ|độ tuổi|cao nhất|thấp nhất|tối đa|tối thiểu|dao động|tốc độ|hệ số|chỉ số"
    r"|\bđiểm (?:số|chuẩn|thi|trung bình)"
)
# Some word of each of the above: without one of them before a figure there is nothing to search.
_HINTS = (
    "bình quân", "trung bình", "lương", "giá", "năng suất", "lượng mưa", "mực nước", "nhiệt độ", "độ tuổi", "cao nhất",
    "thấp nhất", "tối đa", "tối thiểu", "dao động", "tốc độ", "hệ số", "chỉ số", "điểm",
)  # fmt: skip
_LEVELS = frozenset(("mm", "°c", "độ", "độ c", "m³/s", "lần", "điểm", "cấp"))
LOSS = re.compile(r"\blỗ\b|\bâm\b(?!\s+tính)", re.IGNORECASE)
_WIDTH = 70


def adds_up(scene: Scene, place: int) -> bool:
    """Whether the figure at ``place`` is an amount or a count, by its name and the words before it."""
    figure = scene.figures[place]
    if (figure.unit or "").lower() in _LEVELS:
        return False
    if _is_level(figure.indicator or ""):
        return False
    return place not in scene.told_by(*_HINTS) or not _is_level(scene.before(place, _WIDTH))


@lru_cache(maxsize=1024)
def _is_level(words: str) -> bool:
    return _NOT_ADDED.search(words.lower()) is not None


def is_loss(scene: Scene, place: int) -> bool:
    """Whether the figure is one that counts against the others (a loss beside gains)."""
    return place in scene.told_by("lỗ", "âm") and LOSS.search(scene.before(place, _WIDTH)) is not None
