"""Names of sizes, and of the places where something happened.

Finds         bệnh viện đa khoa 1.000 giường (bệnh viện đa khoa) · sau 05 tháng vận hành mô hình mới (vận hành ...)
              Bệnh dịch tả heo xảy ra tại 07 hộ thuộc 03 xã (hộ xảy ra bệnh dịch tả heo, xã xảy ra bệnh dịch tả heo)
Leaves alone  places that are only counted: toàn tỉnh có 64 xã
"""

import re

from dondoc.extraction.quantities.figures import Figure
from dondoc.extraction.quantities.names.head_phrases import head_phrase
from dondoc.extraction.quantities.names.name_state import NameState
from dondoc.extraction.quantities.names.tails import tail_phrase
from dondoc.extraction.quantities.names.trimming import plain, trim_name
from dondoc.extraction.quantities.names.verbs import from_verb

# Units that measure the noun before them: chính quyền 2 cấp, bệnh viện 100 giường.
_TIMES = frozenset({"tháng", "năm", "ngày", "tuần", "quý", "ngày làm việc"})
SIZES = frozenset({"cấp", "giường", "sao", *_TIMES})
_TIME = "thời gian"
# What goes on for that long, behind the figure.
_GOING_ON = ("thi công", "thực hiện", "triển khai", "vận hành", "hoạt động", "làm việc", "xây dựng", "thí điểm")
_MOST_DONE = 6
_WITHIN = re.compile(r"(?:\A|\s)(?:trong|trong suốt|suốt|qua|quá)\Z", re.IGNORECASE)
_AFTER = re.compile(r"\bsau(?: gần| hơn| khoảng)?\s*\Z")
_AT_PLACE = re.compile(
    r"\s+(?:(?:vẫn|đã|còn|tiếp tục|lại) )*"
    r"(?:xảy ra|xuất hiện|phát sinh|bùng phát|tái phát|có mặt|được (?:phát hiện|ghi nhận))"
    r"(?: rải rác| cục bộ| trở lại)?\s+(?:tại|ở|trên)\s*\Z",
    re.IGNORECASE,
)
_EVENT_AT = re.compile(
    r"\b(?:xảy ra|xuất hiện|phát sinh|bùng phát|ghi nhận|phát hiện) (?P<what>[^,;:.()\d]{4,50}?) (?:tại|ở|trên)\s*\Z",
    re.IGNORECASE,
)
_EVENTS = ("xảy ra", "xuất hiện", "phát sinh", "bùng phát", "tái phát", "có mặt", "phát hiện", "ghi nhận")
_AT_PLACE_REACH = 45
_CLAUSE_MARK = re.compile(r"[;:.()]")
# "tại 14 hộ, 9 bản của 2 huyện": the same happened there.
_OF_PLACE = re.compile(r"\s*(?:,|và)?\s*(?:thuộc|của|tại|ở|trên)?\s*")
_PLACES = frozenset(
    {"hộ", "thôn", "bản", "ấp", "xóm", "buôn", "làng", "khu phố", "tổ dân phố", "xã", "phường", "huyện"}
)
# "sau 3 tháng đi vào hoạt động theo mô hình chính quyền địa phương 02 cấp": the body that has the levels.
_BODY = re.compile(r"(?:\b(?:của|với|theo|mô hình|vận hành|tổ chức|bộ máy)|,) (?=\S)")
_LONGEST = 12
_TELLING = 2


def size_name(figure: Figure, after: str, state: NameState) -> str:
    """The name of a figure that says how large something is, or how long it took."""
    tail = "" if after.startswith((" từ ", " kể từ ", " tính từ ")) else tail_phrase(after)
    if _AFTER.search(figure.low_before) or (figure.unit in _TIMES and len(tail.split()) > _TELLING):
        return tail or state.head
    named = head_phrase(figure.before.rsplit("(", 1)[-1], counted=True)
    if not named and figure.previous is not None and figure.role == "rank":
        named = trim_name((figure.previous.indicator or "").removesuffix(figure.written))
    if figure.unit == "cấp":
        named = _BODY.split(named)[-1]
    if named and not state.head and not figure.depth and len(named.split()) > _TELLING:
        state.head = named
    if figure.unit in _TIMES:
        return _duration(named, tail) or state.head or state.topic or _TIME
    return named or state.head or state.topic or tail


def _duration(named: str, tail: str) -> str:
    """``kiểm soát thanh toán trong 01 ngày làm việc`` (thời gian kiểm soát thanh toán) · ``3 tháng thi công``."""
    done = named[named.find(_TIME) :] if _TIME in named else from_verb(named)
    if tail and tail.lower().startswith(_GOING_ON):
        done = tail
    done = _WITHIN.sub("", done)
    if len(done.split()) > _MOST_DONE or not named:
        return named
    return done if done.startswith(_TIME) else f"{_TIME} {done}".strip()


def _happened(words: str) -> str:
    """What ``words``, whose white space is single, say happened at the places counted next; "" where nothing."""
    found = _AT_PLACE.search(words, max(0, len(words) - _AT_PLACE_REACH))
    if found:
        return _CLAUSE_MARK.split(words[: found.start()])[-1]
    event = _EVENT_AT.search(words)
    return event["what"] if event else ""


def place_name(figure: Figure, words: str, unit: str, state: NameState) -> str:
    """The name of places at which something happened, "" for others."""
    low = words.lower()
    told = any(map(low.__contains__, _EVENTS))
    what = trim_name(_happened(plain(words))) if told else ""
    if what:
        what = what if len(what.split()) <= _LONGEST else what.rsplit(", ", 1)[-1]
        state.place = f"xảy ra {what[:1].lower()}{what[1:]}"
    elif not (state.place and unit.lower().partition(",")[0] in _PLACES and _OF_PLACE.fullmatch(figure.before)):
        return ""
    return f"{unit} {state.place}"
