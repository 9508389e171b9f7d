"""Percentage points: how far one level lies from another, by the word that compares the two.

Finds         thấp hơn cùng kỳ 2,1 điểm phần trăm · thấp hơn bình quân chung (41,2%) là 5,5 điểm % (both fall)
              cao hơn bình quân cả nước (47%) 10,6 điểm %
Leaves alone  tăng 2,1 điểm phần trăm, giảm còn 3 điểm: other words of change
"""

import re

from dondoc.extraction.quantities.figures import Figure
from dondoc.facts import Role

_APART = re.compile(r"\b(?:(?P<fall>thấp|kém|ít|chậm) hơn|(?:cao|nhiều|nhanh) hơn|tăng|giảm|vượt|đạt|còn)\b")
_CLOSES = re.compile(r"[%\s*]*\)")


def points(figure: Figure, before: str, after: str, lead: str) -> Role | None:
    """``thấp hơn cùng kỳ năm trước (61%) 3,3 điểm %``: a change, down where the level lies lower."""
    if not (figure.unit or "").startswith("điểm "):
        return None
    words, level = figure.low_before, figure.previous
    if level is not None and level.opens and _CLOSES.match(words):
        words = f"{level.low_before} {words}"
    last = None
    for last in _APART.finditer(words):  # noqa: B007
        pass
    if last is None or not last.group().endswith("hơn"):
        return None
    figure.fall = last["fall"] is not None
    return "change"
