"""Things counted that have nothing but their noun for a name: what came of them, or what is theirs, says which.

Finds         40 xã qua 30 ngày không phát sinh (xã qua 30 ngày không phát sinh) · 09 gói vượt tiến độ
              14/18 chỉ tiêu đạt trên 50% (chỉ tiêu đạt trên 50%)
              thu hồi 86 ha của 1.124 hộ (hộ thu hồi) · nợ 58 tỷ đồng của 19 dự án (dự án nợ)
Leaves alone  12 xã, tăng 2 xã · 15 vụ, giảm 3 vụ: a change · 12 xã tập trung thực hiện, in a task
"""

import re
from collections.abc import Sequence

from dondoc.extraction.quantities.figures import Figure
from dondoc.extraction.quantities.names.name_state import FOLLOWERS, is_counted
from dondoc.extraction.quantities.names.verbs import from_verb, has_verb

_CAME_OF = re.compile(
    r"(?P<what>\s+(?:(?:đã|đang|còn|vẫn|đều|mới|chỉ|chưa) )*(?:qua|giảm|tăng|vượt|đạt|dưới|trên|do|bằng)"
    r"(?! (?:so|tỷ lệ|tỉ lệ|khoảng|thêm|hơn|gần|tổng)\b)(?: [^\W\d]\S*| \d+ (?:ngày|tháng|tuần))+)"
)
_BOUND = re.compile(r"\s+(?:(?:đã|đang|còn|vẫn|mới|chỉ) )*(?:đạt )?(?:dưới|trên|từ|quá) ")
_CLAUSE = re.compile(r"[,;:.()\n]")
_OWNED = re.compile(r"(?P<what>(?: [^\W\d]+){0,2}) (?:của|thuộc)(?: (?:trên|hơn|gần|khoảng|cả|tổng số))? ")
_MEASURED = re.compile(
    r"\A(?:(?:tổng|số|diện tích|số tiền|kinh phí|trị giá|giá trị|sản lượng|trọng lượng)(?: |\Z))+", re.IGNORECASE
)
_TIMES = frozenset({"ngày", "tuần", "tháng", "giờ", "năm"})
_MOST = 9
_OWNED_WORDS = 8


def bare_noun_name(figures: Sequence[Figure], place: int, name: str) -> str:
    """``name`` of the figure at ``place`` with what tells the things apart, where it is only their noun."""
    figure = figures[place]
    unit = figure.unit or ""
    if name.lower() != unit.lower() or not is_counted(unit) or figure.over is not None or figure.role in FOLLOWERS:
        return name
    owned = _owned(figure)
    if owned:
        return f"{name} {owned}"
    return name if figure.task else f"{name} {_came_of(figures, place)}".strip()


def _came_of(figures: Sequence[Figure], place: int) -> str:
    """What became of the things counted, up to the end of the clause, with the bound that they reach."""
    last = figures[place].under or figures[place]
    at = figures.index(last, place) + 1
    following = figures[at] if at < len(figures) else None
    behind = _CLAUSE.split(last.after, maxsplit=1)[0]
    if following is not None and behind == last.after:
        if following.unit in _TIMES:
            behind = f"{behind}{following.written}{_CLAUSE.split(following.after, maxsplit=1)[0]}"
        elif not is_counted(following.unit) and _BOUND.fullmatch(last.low_after):
            return f"{behind.strip()} {following.written}"
    told = _CAME_OF.match(behind)
    words = told["what"].split() if told is not None else []
    return " ".join(words[:_MOST]) if len(words) > 1 else ""


def _owned(figure: Figure) -> str:
    """``diện tích thu hồi 86,4 ha của 1.124 hộ``: what the amount before, which is theirs, is called."""
    last = figure.previous
    if last is None or last.depth != figure.depth or last.role in (*FOLLOWERS, "rank") or not last.indicator:
        return ""
    belongs = _OWNED.fullmatch(figure.low_before)
    if belongs is None or last.unit == figure.unit or last.indicator.lower() == (last.unit or "").lower():
        return ""
    said = _MEASURED.sub("", last.indicator)
    said = (from_verb(said) if has_verb(said) else "") or said
    return said if said and len(said.split()) <= _OWNED_WORDS else ""
