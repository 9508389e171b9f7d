"""Figures that are the two ends of a range: neither of them is the figure that a relation is about.

Finds         32.000 - 33.000 tấn · bậc 3 (101 – 200 kWh) · từ 800 đến 1.000 chỗ · tăng 40-50% · 450 km² trở lên
Leaves alone  tăng từ 120 lên 150 hộ: a figure and what it became
"""

import re
from collections.abc import Sequence

from dondoc.facts import Quantity

_DASH = re.compile(r"\s*[-–—]\s*")
_TO = re.compile(r"\s*(?:đến|tới)\s+(?:gần |khoảng |trên |hơn |dưới )?", re.IGNORECASE)
_FROM = re.compile(
    r"(?<!tăng )(?<!giảm )(?<!nâng )(?<!lên )(?<!hạ )\btừ\s+(?:gần |khoảng |trên |hơn |dưới )?\Z", re.IGNORECASE
)
_UP_FROM = re.compile(r"\s*trở (?:lên|xuống)\b", re.IGNORECASE)
# What the words behind either end begin with.
_UP = frozenset("tT")
_MARKS = frozenset("-–—đĐtT")
_LOOK = 24


def range_ends(content: str, figures: Sequence[Quantity]) -> frozenset[str]:
    """Return the ids of the figures that begin or end a range."""
    found: set[str] = set()
    for place, figure in enumerate(figures):
        if figure.rule == "table.cell":
            continue
        start, end = figure.span.start, figure.span.end
        ahead = content[end : end + _LOOK].lstrip()[:1]
        if ahead in _UP and _UP_FROM.match(content, end, end + _LOOK):
            found.add(figure.id)
        if place + 1 == len(figures):
            break
        if ahead not in _MARKS:
            continue
        following = figures[place + 1]
        gap = following.span.start - end
        if gap > _LOOK or (not content[end - 1].isalnum() and content[end - 1] != "%"):
            continue
        words = content[end : following.span.start]
        alike = None in (figure.unit, following.unit) or figure.unit == following.unit
        dashed = alike and _DASH.fullmatch(words) is not None and content[following.span.start] not in "-–+"
        told = _TO.fullmatch(words) is not None and _FROM.search(content, max(0, start - _LOOK), start) is not None
        if dashed or told:
            found |= {figure.id, following.id}
    return frozenset(found)
