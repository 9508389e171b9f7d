"""The names of things that are counted by what they reach, and of what they reach.

Finds         10.591 doanh nghiệp có quy mô vốn dưới 10 tỷ đồng (doanh nghiệp có quy mô vốn dưới 10 tỷ đồng; quy mô vốn)
              4 xã thu dưới 10% kế hoạch (xã thu dưới 10%; xã thu) · 6 xã đạt 19/19 tiêu chí (xã đạt 19/19 tiêu chí)
Leaves alone  12 dự án với tổng vốn 5 tỷ đồng: no bound · 85 xã đạt 70% kế hoạch · a comma between the two
"""

import re
from collections.abc import Sequence

from dondoc.extraction.quantities.figures import Figure
from dondoc.extraction.quantities.names.name_state import is_counted
from dondoc.extraction.quantities.names.tails import tail_phrase

_REACHES = re.compile(
    r"(?P<which>(?: [^\W\d]+){0,4}?) (?:(?:mới|chỉ|đã|còn|đang|để|được) )*"
    r"(?P<verb>có|đạt|giải ngân|thu|nợ|nợ thuế|thực hiện|kéo dài|xuất khẩu)(?P<what>(?: [^\W\d]+){0,6}?)"
    r"(?: được)? (?:dưới|trên|từ|hơn|quá|không quá|vượt quá|tối thiểu|ít nhất|đạt trên|đạt dưới|đạt hơn) \Z"
)
_ALL_OF = re.compile(r"(?: [^\W\d]+){0,3}? đạt(?: chuẩn| đủ)?(?: từ| trên| dưới| ít nhất| không quá)? \Z")
_CRITERIA = frozenset({"tiêu chí", "chỉ tiêu"})
_HAS = ("có", "đạt")
_SILENT = ("", " con số", " tỷ lệ này", " mức")
_MOST = 14


def threshold_name(figures: Sequence[Figure], place: int) -> tuple[str, bool]:
    """The name of the figure at ``place`` and whether it is that of the things counted; "" where there is no bound."""
    figure = figures[place]
    if figure.over is not None:
        return _bottom(figures, place), False
    at = place + 1 if figure.under is not None else place
    if at + 1 < len(figures) and _is_bound(figures[at], figures[at + 1]):
        return _counted(figure, figures, at), True
    previous = figure.previous
    if previous is not None and place and _is_bound(previous, figure):
        reached = _REACHES.fullmatch(previous.low_after)
        return _measure(previous, reached) if reached is not None else "", False
    return "", False


def _is_bound(counted: Figure, bound: Figure) -> bool:
    """Whether ``bound`` says which of the things ``counted`` are meant."""
    if not is_counted(counted.unit) or counted.unit == "khoản" or counted.unit == bound.unit:
        return False
    if bound.depth != counted.depth or (is_counted(bound.unit) and bound.unit not in _CRITERIA):
        return False
    if bound.unit in _CRITERIA:
        return _ALL_OF.fullmatch(counted.low_after) is not None
    reached = _REACHES.fullmatch(counted.low_after)
    if reached is not None and " với " in reached["what"]:
        return False
    return reached is not None and (reached["verb"] not in _HAS or reached["what"] not in _SILENT)


def _bottom(figures: Sequence[Figure], place: int) -> str:
    """``5/9 huyện đạt tỷ lệ dưới 3%``: the 9 are all of them."""
    figure, top = figures[place], figures[place].over
    behind = figures[place + 1] if place + 1 < len(figures) else None
    if top is None or top.role != "part" or behind is None or not _is_bound(figure, behind):
        return ""
    reached = _REACHES.fullmatch(figure.low_after)
    return f"{figure.unit}{reached['which'] if reached is not None else ''}".strip()


def _counted(figure: Figure, figures: Sequence[Figure], at: int) -> str:
    counted, bound = figures[at], figures[at + 1]
    told = bound.written
    if bound.under is not None:
        told = f"{bound.written}/{bound.under.written}"
    last = bound.under or bound
    upper = figures[at + 2] if at + 2 < len(figures) else None
    if upper is not None and upper.ranges:
        told, last = f"{told}{upper.before}{upper.written}", upper
    tail = tail_phrase(last.after) if bound.unit in _CRITERIA or bound.unit == "%" else ""
    words = f"{counted.unit} {counted.after.strip()} {told} {tail}".split()
    return " ".join(words[:_MOST])


def _measure(counted: Figure, reached: re.Match[str]) -> str:
    """``có quy mô vốn dưới`` (quy mô vốn) · ``chủ đầu tư giải ngân dưới`` (chủ đầu tư giải ngân)."""
    what = reached["what"].strip()
    return what if reached["verb"] in _HAS else f"{counted.unit} {reached['verb']} {what}".strip()
