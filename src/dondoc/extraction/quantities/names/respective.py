"""Names handed out in order: the members of a list told before figures that come "lần lượt" or "tương ứng".

Finds         diện tích lúa, ngô và khoai lần lượt đạt 5 ha, 6 ha và 7 ha (diện tích lúa, diện tích ngô ...)
              thu từ dầu thô và thu từ xuất nhập khẩu (lần lượt tăng 13,8% và 34,3%): the list before the bracket
              khu vực I: 9%; khu vực II: 62% (năm 2013 tương ứng là: 10%; 63%): the figures before the bracket
Leaves alone  as many names as figures cannot be found · tương ứng với 5 tỷ đồng: one figure alone
"""

import re
from collections.abc import Sequence

from dondoc.extraction.quantities.figures import Figure
from dondoc.extraction.quantities.names.measure_words import MEASURES, opens_name
from dondoc.extraction.quantities.names.name_state import FOLLOWERS
from dondoc.extraction.quantities.names.trimming import plain, trim_name

_IN_ORDER = re.compile(r"\b(?:lần lượt|tương ứng(?! với))\b")
_NEXT = re.compile(
    r"[\s%*]*(?:,|;|và|,\s*và|;\s*và)\s*(?:(?:tăng|giảm|đạt|là|bằng|khoảng|gần|hơn|trên)\s+)*\Z|[\s%*]*(?:,|;)?\s*\Z"
)
_MEMBERS = re.compile(r",\s*|\s+và\s+|;\s*")
_CLAUSE = re.compile(r"[;:]|\.\s")
_LED_TO = re.compile(r"\A.*\b(?:nhờ|do|khi|với|trong đó|gồm|là|như)\s+(?=\S+ \S+)", re.IGNORECASE)
_MOST = 6
_WORDS = 10


def in_order(figures: Sequence[Figure], place: int) -> list[str]:
    """The names of the figures from ``place`` on that are told in order, [] where none are."""
    figure = figures[place]
    told = _IN_ORDER.search(figure.low_before)
    if told is None or "/" in (figure.after[:1] or ""):
        return []
    count = _length(figures, place)
    if count < 2:
        return []
    before = figure.before[: told.start()]
    names = _listed(before.rpartition("(")[0] or before, count)
    if not names and (figure.depth or not trim_name(plain(before))):
        names = _named_before(figures, place, count) or _told_of(figures, place, count)
    return names if len(names) == count and all(names) else []


def _length(figures: Sequence[Figure], place: int) -> int:
    """How many figures from ``place`` on stand in one row."""
    count = 1
    for one, two in zip(figures[place:], figures[place + 1 : place + _MOST], strict=False):
        if two.unit != one.unit or two.depth != one.depth or not _NEXT.fullmatch(two.low_before):
            break
        count += 1
    return count


def _listed(before: str, count: int) -> list[str]:
    """The last ``count`` members of the list that ``before`` ends in, each with the measure of the first."""
    clause = _CLAUSE.split(plain(before))[-1]
    members = [trim_name(member) for member in _MEMBERS.split(clause)]
    members = [member for member in members if member][-count:]
    if len(members) < count or any(len(member.split()) > _WORDS for member in members[1:]):
        return []
    first = _LED_TO.sub("", members[0])
    members[0] = first if first.count(" ") else members[0]
    measure = MEASURES.match(members[0])
    if measure is not None:
        return [members[0], *(m if opens_name(m) else f"{measure.group()} {m}" for m in members[1:])]
    return members


def _told_of(figures: Sequence[Figure], place: int, count: int) -> list[str]:
    """``120 hộ nghèo và 80 hộ cận nghèo, lần lượt chiếm 9% và 6%``: each percentage is about the "
    "figure in its place."""
    before = figures[max(0, place - count) : place]
    if figures[place].role not in FOLLOWERS or len(before) < count or any(one.role in FOLLOWERS for one in before):
        return []
    return [one.indicator or "" for one in before]


def _named_before(figures: Sequence[Figure], place: int, count: int) -> list[str]:
    """The names of as many figures of the same unit right before, which these stand beside."""
    same = [one for one in figures[max(0, place - 3 * _MOST) : place] if one.unit == figures[place].unit]
    return [one.indicator or "" for one in same[-count:]] if len(same) >= count else []
