"""Names of sizes, and of the places where something happened.

Finds         bệnh viện đa khoa 1.000 giường (bệnh viện đa khoa) · sau 05 tháng vận hành mô hình mới (vận hành ...)
              Bệnh dịch tả heo xảy ra tại 07 hộ thuộc 03 xã (hộ xảy ra bệnh dịch tả heo, xã xảy ra bệnh dịch tả heo)
Leaves alone  places that are only counted: toàn tỉnh có 64 xã
"""

import re

from dondoc.extraction.quantities.figures import Figure
from dondoc.extraction.quantities.name_state import NameState
from dondoc.extraction.quantities.names import head_phrase
from dondoc.extraction.quantities.tails import tail_phrase
from dondoc.extraction.quantities.trimming import plain, trim_name

# Units that measure the noun before them: chính quyền 2 cấp, bệnh viện 100 giường.
SIZES = frozenset({"cấp", "giường", "sao", "tháng", "năm", "ngày"})
_TIMES = frozenset({"tháng", "năm", "ngày"})
_AFTER = re.compile(r"\bsau(?: gần| hơn| khoảng)?\s*\Z")
_AT_PLACE = re.compile(r"\s+(?:xảy ra|xuất hiện|phát sinh|bùng phát)\s+(?:tại|ở|trên)\s*\Z", re.IGNORECASE)
_AT_PLACE_REACH = 30
_CLAUSE_MARK = re.compile(r"[;:.()]")
_OF_PLACE = re.compile(r"\s*(?:thuộc|của|tại|ở|trên)\s*")
_LONGEST = 12
_TELLING = 2


def size_name(figure: Figure, after: str, state: NameState) -> str:
    """The name of a figure that says how large something is, or how long it took."""
    tail = tail_phrase(after)
    if _AFTER.search(figure.low_before) or (figure.unit in _TIMES and len(tail.split()) > _TELLING):
        return tail or state.head
    named = head_phrase(figure.before.rsplit("(", 1)[-1], counted=True)
    if not named and figure.previous is not None and figure.role == "rank":
        named = (figure.previous.indicator or "").removesuffix(figure.written).strip()
    return named or state.head or state.topic or tail


def _happened(words: str) -> str:
    """What ``words``, whose white space is single, say happened at the places counted next; "" where nothing."""
    found = _AT_PLACE.search(words, max(0, len(words) - _AT_PLACE_REACH))
    return _CLAUSE_MARK.split(words[: found.start()])[-1] if found else ""


def place_name(figure: Figure, words: str, unit: str, state: NameState) -> str:
    """The name of places at which something happened, "" for others."""
    told = "xảy ra" in words or "xuất hiện" in words or "phát sinh" in words or "bùng phát" in words
    what = trim_name(_happened(plain(words))) if told else ""
    if what:
        what = what if len(what.split()) <= _LONGEST else what.rsplit(", ", 1)[-1]
        state.place = f"xảy ra {what[:1].lower()}{what[1:]}"
    elif not (state.place and _OF_PLACE.fullmatch(figure.before)):
        return ""
    return f"{unit} {state.place}"
