"""Positions, values so far, and plain counts.

Finds         xếp thứ 5 (rank) · lũy kế 142 tỷ đồng (cumulative) · 33 cuộc họp, 120 lượt người tham dự (count)
Leaves alone  công nhận 05 xã: what came of it · giải ngân trong tháng 12 tỷ đồng: of the month
"""

import re
from functools import lru_cache

from dondoc.extraction.quantities.cues import read_cues
from dondoc.extraction.quantities.figures import Figure
from dondoc.extraction.quantities.roles.aims import AGAINST, FIRST_NOUN, RATE_WORDS
from dondoc.extraction.quantities.signals import ATTENDING, CHANGE, RANK, RESULTING
from dondoc.facts import Role

_RANK = re.compile(r"(?:xếp (?:thứ|hạng)|đứng (?:thứ|vị trí)|vị trí|thứ hạng|thứ|hạng)[^,;.\d]{0,12}\Z")
_RANKED = frozenset({"sao", "hạng", "bậc", "vị thứ"})
_THIS_MONTH = re.compile(
    r"trong (?:tháng|quý|kỳ|tuần)|(?:ước|riêng|chỉ)\s+(?:tính\s+)?(?:trong\s+)?tháng|\A\s*tháng \d{1,2}(?:/\d{4})?,"
)
_RESULTING = re.compile(r"(?:công nhận|khởi công|khánh thành|xây mới|sửa chữa|nâng cấp)[^,;.\d]{0,20}\Z")
_CLAUSE_END = re.compile(r"[,;.:(]")
_OBJECTS = frozenset(["mỏ", "gói thầu", "hồ chứa", "tuyến đường", "khu vực", "máy đào", "tuyến cao tốc", "đoạn tuyến"])
_AMOUNTS = frozenset({"đồng", "USD", "ha", "tấn"})


def rank(figure: Figure, before: str, after: str, lead: str) -> Role | None:
    """``xếp thứ 5`` · ``đạt 3 sao``."""
    if (figure.unit or "").lower() in _RANKED:
        cues = read_cues()
        changed = figure.cues_before & CHANGE and (cues.rise.search(before) or cues.fall.search(before))
        if not changed:
            return "rank"
    bare = figure.unit is None or (figure.under is not None and figure.written.isdecimal())
    return "rank" if bare and figure.cues_before & RANK and _RANK.search(before) else None


def cumulative(figure: Figure, before: str, after: str, lead: str) -> Role | None:
    """``lũy kế 142 tỷ đồng``, unless a word of the month stands between."""
    cues = read_cues()
    found = None
    for found in cues.cumulative.finditer(lead):  # noqa: B007
        pass
    if found is None or (figure.unit == "%" and (RATE_WORDS.search(before) or AGAINST.match(after))):
        return None
    if figure.unit == "%" and figure.previous is not None and figure.previous.over is not None:
        return None
    if cues.current.search(lead, found.end()):
        return None
    if "giải ngân" in found.group() and (figure.unit not in ("đồng", "USD", "%") or _THIS_MONTH.search(lead)):
        return None
    return "cumulative"


def count(figure: Figure, before: str, after: str, lead: str) -> Role | None:
    """``33 cuộc họp``: nouns that no statistics follow, people who attend, everything counted in a task."""
    if figure.task:
        return "count"
    if not is_plain(figure.unit) and not _attends(figure, before, after):
        return None
    value = figure.measure.value
    if value is not None and value != value.to_integral_value():
        return None
    return None if figure.cues_before & RESULTING and _RESULTING.search(before) else "count"


def _attends(figure: Figure, before: str, after: str) -> bool:
    if figure.unit in _AMOUNTS or not (figure.cues_before | figure.cues_after) & ATTENDING:
        return False
    attending = read_cues().attending
    tail = _CLAUSE_END.split(after, maxsplit=1)[0][:60]
    return attending.search(tail) is not None or attending.search(before[-80:]) is not None


@lru_cache(maxsize=512)
def is_plain(unit: str | None) -> bool:
    """Whether the things counted are meetings, papers, lessons, ...: no tracked indicator."""
    noun, plain = (unit or "").lower(), read_cues().plain
    return noun in plain or noun in _OBJECTS or FIRST_NOUN.split(noun, maxsplit=1)[0] in plain
