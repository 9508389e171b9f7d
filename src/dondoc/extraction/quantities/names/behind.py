"""The words that name a counted figure though something stands between: a bracket, or the other members of its list.

Finds         560 xã/820 xã (68,3%) đạt chuẩn nông thôn mới (xã đạt chuẩn nông thôn mới)
              15 bộ, cơ quan trung ương và 13 địa phương chưa gửi báo cáo (both: ... chưa gửi báo cáo)
Leaves alone  12 nhà sập, 30 nhà tốc mái: each has words of its own · có 64 xã, 12 xã đã sáp nhập: the same noun again
"""

import re
from collections.abc import Sequence

from dondoc.extraction.quantities.figures import Figure
from dondoc.extraction.quantities.names.name_state import MONEY, PERSONS, is_counted
from dondoc.extraction.quantities.names.tails import tail_phrase

# What things listed together did or have, or what was done to them.
_PREDICATE = re.compile(
    r"[\s*]*(?:có(?! từ)|được|bị|gửi|đạt|chưa|đã|đang|không|vẫn|còn|phải|hoàn thành|tham gia|tham dự|giải ngân|đăng ký|"
    r"vượt|chậm|nộp|ký|trả lời|thiếu|mắc|hoạt động|thành lập|sẵn sàng|tàng trữ|mua bán|vận chuyển|vi phạm|"
    r"liên quan|thuộc diện)\s"
)
_MEMBER = (
    r"(?:ngành|cơ quan(?: (?:trung|Trung) ương)?|đơn vị|địa phương|phường|thị trấn|thành phố|thị xã|quận|huyện|xã|hội|"
    r"đoàn thể|tổng công ty|công ty|tổ chức|doanh nghiệp|hợp tác xã|đặc khu|tập đoàn|cá nhân|"
    r"thôn|xóm|bản|ấp|buôn|khóm|tổ dân phố|khu phố)"
)
_MORE = re.compile(rf"(?P<more>[\s*]*(?:,\s+{_MEMBER}\b)+)", re.IGNORECASE)
_OWN_NOUN = re.compile(r"(?P<noun>(?: [a-zà-ỹ]+){0,5}?)(?:,| và|;)(?: (?:khoảng|hơn|gần|trên))? ")
# All that _OWN_NOUN can end in.
_JOINTS = (", ", " và ", "; ", " khoảng ", " hơn ", " gần ", " trên ")
_BEFELL = re.compile(r"(?: [a-zà-ỹ]+){0,4}? (?P<fate>(?<!chuẩn )bị [a-zà-ỹ]+(?: [a-zà-ỹ]+){0,2})(?=[,.;(]| và|\Z)")
_FATE = re.compile(r"\b(?:bị|được|sập|đổ|chết|thương|tích|trôi|hỏng|hại|mất|gãy|ngập|đã|chưa|có|vi phạm)\b")
_HARMED = ("chết ", "thương ", "vong ")
_AND = re.compile(r"[\s*]*(?:,|và|cùng|hoặc|,\s+và)[\s*]*(?:khoảng|hơn|gần|trên)?[\s*]*")
_EVENTS = frozenset({"vụ", "lượt", "cuộc", "trường hợp", "vụ việc"})
_DOERS = frozenset({"đối tượng", "bị can", "nghi can", "bị cáo"})
_EXISTS = re.compile(
    r"(?:\b(?:có|còn|của|các|và|cho thấy|yêu cầu|phê bình|biểu dương|trong số)|[,;:])[\s*]*\Z|\A[\s*+-]*\Z"
)
_FAR = 4
_TAIL_WORDS = 12


def shared_name(figures: Sequence[Figure], place: int) -> str:
    """The name of the counted figure at ``place`` from words further behind, "" where its own words name it."""
    figure = figures[place]
    if figure.over is not None or figure.unit is None or "/" in figure.unit:
        return ""
    suffered = _suffered(figures, place)
    if suffered or not is_counted(figure.unit):
        return suffered
    at = place + 1 if figure.under is not None else place
    if figure.under is not None and (at >= len(figures) or figures[at] is not figure.under):
        return ""
    tail = _behind_bracket(figures, at)
    if tail:
        return f"{figure.unit} {tail}"
    if not _EXISTS.search(figure.low_before):
        return ""
    more, tail = _of_list(figures, at)
    return f"{figure.unit}{more} {tail}" if tail else ""


def _behind_bracket(figures: Sequence[Figure], at: int) -> str:
    """``8.233 xã (68,6%) đạt chuẩn``: what stands behind the bracket."""
    figure = figures[at]
    if figure.after.strip(" *") != "(" or figure.depth or at + 1 == len(figures):
        return ""
    last = at + 1
    while last + 1 < len(figures) and last - at < _FAR and figures[last + 1].depth:
        last += 1
    inside, closed, behind = figures[last].after.partition(")")
    return tail_phrase(behind) if closed and "(" not in inside and _PREDICATE.match(behind) else ""


def _of_list(figures: Sequence[Figure], at: int) -> tuple[str, str]:
    """``15 bộ, cơ quan và 13 địa phương chưa gửi báo cáo``: what the last member of the list is said to do."""
    more, behind = _members(figures[at].after)
    own = more
    for place in range(at, min(at + _FAR, len(figures))):
        if (more or place > at) and _PREDICATE.match(behind):
            return own, tail_phrase(behind, limit=_TAIL_WORDS)
        if place + 1 == len(figures) or not _AND.fullmatch(behind) or not _member(figures[place], figures[place + 1]):
            return "", ""
        if figures[place + 1].unit == figures[at].unit:
            return "", ""
        more, behind = _members(figures[place + 1].after)
    return "", ""


def _suffered(figures: Sequence[Figure], place: int) -> str:
    """``597 con gia súc và 1.700 con gia cầm bị chết``: each thing has its noun, what befell them all stands last."""
    figure = figures[place]
    own = _OWN_NOUN.fullmatch(figure.low_after) if figure.low_after.endswith(_JOINTS) else None
    if own is None or figure.under is not None or figure.depth or _FATE.search(own["noun"]):
        return ""
    if figure.low_before.endswith(_HARMED):
        return ""
    for other in figures[place + 1 : place + _FAR]:
        if other.depth or other.unit is None or other.unit in MONEY or other.over is not None:
            return ""
        if (figure.unit or "").lower() in _EVENTS and other.unit.lower() in PERSONS | _DOERS:
            return ""
        told = _BEFELL.match(other.low_after)
        if told is not None:
            noun = figure.after[: own.end("noun")].strip()
            counted = figure.unit if is_counted(figure.unit) else ""
            return " ".join(filter(None, (counted, noun, told["fate"])))
        if _OWN_NOUN.fullmatch(other.low_after) is None:
            return ""
    return ""


def _members(after: str) -> tuple[str, str]:
    """``, cơ quan trung ương gửi báo cáo``: the nouns that go on with the one counted, and what stands behind them."""
    found = _MORE.match(after)
    return (found["more"].replace("*", ""), after[found.end() :]) if found else ("", after)


def _member(figure: Figure, following: Figure) -> bool:
    """Whether ``following`` counts other things of the same list."""
    one, two = (figure.unit or "").lower(), (following.unit or "").lower()
    if not is_counted(following.unit) or one == two or figure.depth != following.depth or following.over is not None:
        return False
    return not (one in _EVENTS and two in PERSONS | _DOERS)
