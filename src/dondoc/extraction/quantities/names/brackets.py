"""Figures in brackets: what the bracket is about, and what the words behind it go on with.

Finds         xuống giống (711 ha): what the bracket is about stands before it · thành viên (vắng 02 đồng chí)
              diện tích 420 ha (đã cấp mã 120 ha với 6 mã), tăng 35 ha: the area outside, not what stands inside
Leaves alone  a bracket right behind the figure that it explains: 85 xã đạt chuẩn (chiếm 70%)
"""

import re

from dondoc.extraction.quantities.figures import Figure
from dondoc.extraction.quantities.names.head_phrases import head_phrase
from dondoc.extraction.quantities.names.measure_words import is_place_name
from dondoc.extraction.quantities.names.name_state import FOLLOWERS, NOT_NAMES, NameState, explains, is_counted
from dondoc.extraction.quantities.names.own_words import attached_cut
from dondoc.extraction.quantities.names.said_again import MOST_IS
from dondoc.extraction.quantities.names.tails import tail_phrase
from dondoc.extraction.quantities.names.trimming import trim_name, without_number
from dondoc.extraction.quantities.names.verbs import is_vague

# "tai nạn giao thông tăng cả số vụ và số người chết (7 vụ, chết 6 người)"
_EVENT = re.compile(
    r"\b(?:tai nạn (?:giao thông|lao động)|va chạm giao thông|phạm pháp hình sự|cháy(?: nổ| rừng)?|đuối nước)\b",
    re.IGNORECASE,
)
_LONGEST = 6
_ATTENDING = re.compile(r"\A(?:tham )?dự\b.*?\b(?:có|gồm) (?:đầy đủ )?(?:các )?", re.IGNORECASE)
# What the name of a place has at least: "Hà Lam".
_TWO_CAPITALS = re.compile(r"[A-ZĐ][a-zà-ỹ]+ [A-ZĐ]")
# "Chỉ số PAR INDEX xếp 9/63 tỉnh": a place among others, and no part of them.
_PLACED = re.compile(r"\b(?:xếp|xếp hạng|xếp thứ|đứng|đứng thứ|vị trí thứ|vị trí|hạng)\s*\Z")


def opened_bracket(figure: Figure, words: str, state: NameState) -> str:
    """``thành viên Ủy ban (vắng 02 đồng chí)``; else only look before the bracket for what it is about."""
    if not figure.opens or explains(figure):
        return ""
    if words.lower().startswith("vắng"):
        _look_before_bracket(figure, state)
        return f"{_ATTENDING.sub('', state.head)} vắng"
    if not head_phrase(words, counted=True) or is_vague(trim_name(words)) or is_placed(figure):
        _look_before_bracket(figure, state)
    return ""


def listed_place(figure: Figure, words: str, state: NameState) -> str:
    """``số nhà sập là 108 (Hà Lam 22 nhà, Bình Giang 5 nhà)``: the place, behind the name before the bracket."""
    if figure.whole is not None or not words[-2:-1].isalpha() or _TWO_CAPITALS.search(words) is None:
        return ""
    if not is_place_name(place := trim_name(words.rpartition("(")[2])) or tail_phrase(figure.after):
        return ""
    last = figure.previous
    if last is not None and last.unit == figure.unit and (last.indicator or "").endswith(")") and not figure.opens:
        return f"{(last.indicator or '').rpartition(' (')[0]} ({place})"
    if last is not None and last.unit == figure.unit and figure.before.lstrip().startswith(":"):
        base = last.indicator or ""
        return f"{base if base.count(' ') < _LONGEST or not is_counted(figure.unit) else figure.unit} ({place})"
    if not figure.opens and (last is not None or not state.head):
        return ""
    if figure.opens:
        _look_before_bracket(figure, state)
    return f"{state.head} ({place})" if state.head else ""


def leave_bracket(last: Figure, state: NameState) -> None:
    """Behind a bracket of parts the whole goes on: "153.059 tấn (trong đó tôm 48.095 tấn), đạt 45% kế hoạch"."""
    del state.named[state.outside :]
    whole = last.whole
    if last.role == "part" and whole is not None and not whole.depth and whole.indicator:
        state.head = whole.indicator
    elif last.owner is not None and (last.role in FOLLOWERS or _explained(last)):
        state.head = (last.owner.over or last.owner).indicator or state.head


def _explained(last: Figure) -> bool:
    """``thu ngân sách 125 tỷ đồng (thu nội địa 110 tỷ đồng), tăng 12%``: a bracket right behind what it explains."""
    first: Figure | None = last
    while first is not None and not first.opens:
        first = first.previous
    return first is not None and first.owner is last.owner and explains(first)


def _look_before_bracket(figure: Figure, state: NameState) -> None:
    """``xuống giống (711 ha)``: what the bracket is about stands before it."""
    before = figure.before.rsplit("(", 1)[0]
    events = _EVENT.findall(before) if figure.unit == "vụ" else []
    if events:
        state.head = events[-1]
        return
    told = MOST_IS.search(before)
    head = trim_name(told["name"]) if told else head_phrase(before if figure.previous is None else attached_cut(before))
    head = without_number(head)
    if head and not NOT_NAMES.match(head):
        state.head = head


def is_placed(figure: Figure) -> bool:
    """Whether ``figure`` is a place among others ("xếp thứ 3/8 huyện"), and no grade of things."""
    placed = figure.under is not None and _PLACED.search(figure.low_before) is not None
    return placed or (figure.role == "rank" and not is_graded(figure))


def is_graded(figure: Figure) -> bool:
    """Whether a rank is a grade of things ("sản phẩm 4 sao") and no place among others."""
    return figure.unit is not None and figure.under is None
