"""The names of things that are counted by what they reach, and of what they reach.

Finds         10.591 doanh nghiệp có quy mô vốn dưới 10 tỷ đồng (doanh nghiệp có quy mô vốn dưới 10 tỷ đồng; quy mô vốn)
              4 xã thu dưới 10% kế hoạch (xã thu dưới 10%; xã thu) · 6 xã đạt 19/19 tiêu chí (xã đạt 19/19 tiêu chí)
Leaves alone  12 dự án với tổng vốn 5 tỷ đồng: no bound · 85 xã đạt 70% kế hoạch · a comma between the two
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from dondoc.extraction.quantities.figures import Figure
from dondoc.extraction.quantities.names.name_state import is_counted
from dondoc.extraction.quantities.names.tails import tail_phrase

_REACHES = re.compile(
    r"(?P<which>(?: [^\W\d]+){0,4}?) (?:(?:mới|chỉ|đã|còn|đang|để|được) )*"
    r"(?P<verb>có|đạt|giải ngân|thu|nợ|nợ thuế|thực hiện|kéo dài|xuất khẩu|dài|rộng|cao|nặng)"
    r"(?P<what>(?: [^\W\d]+){0,6}?)"
    r"(?: được)? (?:dưới|trên|từ|hơn|quá|không quá|vượt quá|tối thiểu|ít nhất|đạt trên|đạt dưới|đạt hơn) \Z"
)
_ONLY_BOUND = re.compile(r" (?:dưới|trên|từ|hơn|quá|không quá|vượt quá|tối thiểu|ít nhất) ")
_ALL_OF = re.compile(r"(?: [^\W\d]+){0,3}? đạt(?: chuẩn| đủ)?(?: từ| trên| dưới| ít nhất| không quá)? \Z")
_CRITERIA = frozenset({"tiêu chí", "chỉ tiêu"})
_TIMES = ("tháng", "ngày", "năm", "tuổi", "giờ")
_HAS = ("có", "đạt")
_SILENT = ("", "con số", "tỷ lệ này", "mức")
_MOST = 14
_FAR = 8


class _Reach(NamedTuple):
    """Which things reach something, by what verb, and what it is."""

    which: str
    verb: str
    what: str


def threshold_name(figures: Sequence[Figure], place: int) -> tuple[str, bool]:
    """The name of the figure at ``place`` and whether it is that of the things counted; "" where there is no bound."""
    figure = figures[place]
    if figure.over is not None:
        return _bottom(figures, place), False
    at = place + 1 if figure.under is not None else place
    if at + 1 < len(figures) and _is_bound(figures[at], figures[at + 1]):
        return _counted(figure, figures, at), True
    lower = figure.previous if place > 1 and _reaches_up(figure) else figure
    counted = lower.previous if lower is not None else None
    if counted is not None and lower is not None and _is_bound(counted, lower):
        reached = _reach(counted)
        return _measure(counted, reached) if reached is not None else "", False
    return "", False


def _reaches_up(figure: Figure) -> bool:
    """``từ 50% đến 70%``: whether the figure is the upper of two bounds."""
    return figure.ranges or figure.low_before in (" đến ", " đến dưới ")


def _reach(counted: Figure, far: int = _FAR) -> _Reach | None:
    """What the things ``counted`` reach; ``27 đơn vị từ 50%`` behind ``14 đơn vị giải ngân trên 70%``: the same."""
    reached = _REACHES.fullmatch(counted.low_after)
    told = None if reached is None else _Reach(reached["which"], reached["verb"], reached["what"].strip())
    if told is not None and (far == 0 or told.verb != "đạt" or told.what or told.which):
        return told
    if told is None and _ONLY_BOUND.fullmatch(counted.low_after) is None:
        return None
    other = counted.previous
    while other is not None and counted.number - other.number <= far:
        before = _reach(other, 0) if other.unit == counted.unit else None
        if before is not None and (told is None or before.verb != "đạt"):
            return _Reach("", before.verb, before.what)
        other = other.previous
    return told


def _is_bound(counted: Figure, bound: Figure) -> bool:
    """Whether ``bound`` says which of the things ``counted`` are meant."""
    if not is_counted(counted.unit) or counted.unit == "khoản" or counted.unit == bound.unit:
        return False
    if bound.depth != counted.depth or (is_counted(bound.unit) and bound.unit not in (*_CRITERIA, *_TIMES)):
        return False
    if bound.unit in _CRITERIA:
        return _ALL_OF.fullmatch(counted.low_after) is not None
    reached = _reach(counted)
    if reached is None or " với " in f" {reached.what} ":
        return False
    return reached.verb not in _HAS or reached.what not in _SILENT


def _bottom(figures: Sequence[Figure], place: int) -> str:
    """``5/9 huyện đạt tỷ lệ dưới 3%``: the 9 are all of them."""
    figure, top = figures[place], figures[place].over
    behind = figures[place + 1] if place + 1 < len(figures) else None
    if top is None or top.role != "part" or behind is None or not _is_bound(figure, behind):
        return ""
    reached = _reach(figure)
    return f"{figure.unit}{reached.which if reached is not None else ''}".strip()


def _counted(figure: Figure, figures: Sequence[Figure], at: int) -> str:
    counted, bound = figures[at], figures[at + 1]
    told = bound.written
    if bound.under is not None:
        told = f"{bound.written}/{bound.under.written}"
    last = bound.under or bound
    upper = figures[at + 2] if at + 2 < len(figures) else None
    if upper is not None and _reaches_up(upper):
        told, last = f"{told}{upper.before}{upper.written}", upper
    tail = tail_phrase(last.after) if bound.unit in _CRITERIA or bound.unit == "%" else ""
    tail = "" if tail.startswith(("là ", "gồm ", "như ")) else tail
    reached = _reach(counted)
    if reached is not None and f" {reached.verb}" in counted.low_after:
        reached = None
    did = f"{reached.verb} {reached.what}" if reached is not None else ""
    words = f"{counted.unit} {did} {counted.after.strip()} {told} {tail}".split()
    return " ".join(words[:_MOST])


def _measure(counted: Figure, reached: _Reach) -> str:
    """``có quy mô vốn dưới`` (quy mô vốn) · ``chủ đầu tư giải ngân dưới`` (chủ đầu tư giải ngân)."""
    return reached.what if reached.verb in _HAS else f"{counted.unit} {reached.verb} {reached.what}".strip()
