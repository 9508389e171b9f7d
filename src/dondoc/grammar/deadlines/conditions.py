"""A deadline that hangs on an event without a day, or on a term of office.

Finds         ngay sau khi có hướng dẫn của Bộ · sau khi được phê duyệt · trong nhiệm kỳ · trước mùa mưa bão
Leaves alone  sau khi nghe báo cáo: what happened before the meeting decided
"""

import re
from collections.abc import Iterator

from dondoc.facts import Deadline
from dondoc.grammar.anchors import anchors, find_near
from dondoc.text import Span

_AFTER = re.compile(
    r"\b(?:ngay\s+)?(?:sau\s+khi|khi)\s+(?P<event>(?:có|được|nhận|hoàn|Luật|Nghị|Quyết|cấp|kết\s+thúc|thông\s+qua|ban\s+hành)[^.;,\n()]{2,120})",
    re.IGNORECASE,
)
_TERM = re.compile(
    r"\b(?:trong|cả|đến\s+(?:hết|cuối)|toàn)\s+nhiệm\s+kỳ(?:\s+[0-9]{4}\s*[-–]\s*[0-9]{4})?\b", re.IGNORECASE
)
_SEASON = re.compile(
    r"\b(?:trước|trong)\s+(?:(?:ngày|thời\s+điểm|lễ|khi)\s+)?(?:mùa\s+(?:mưa(?:,?\s*bão)?|khô|lũ|bão)|năm\s+học\s+mới|khai\s+giảng|kỳ\s+họp|đại\s+hội)[^.;,\n()]{0,60}",
    re.IGNORECASE,
)

_SEASON_WORD = anchors(r"nhiệm\s+kỳ", r"mùa\s+[mklb]", r"năm\s+học\s+mới", r"khai\s+giảng", r"kỳ\s+họp", r"đại\s+hội")
_WHEN = anchors(r"khi\s+[cđnhlqkbt]")


def find_seasons(text: str, low: str) -> Iterator[Deadline]:
    """Yield terms of office, seasons and sessions; they have no day."""
    for rule, pattern in (("term", _TERM), ("season", _SEASON)):
        for match in find_near(pattern, text, low, _SEASON_WORD, 24, 80):
            yield Deadline(Span(*match.span()), None, f"deadline.weak.{rule}", condition=match[0])


def find_events(text: str, low: str) -> Iterator[Deadline]:
    """Yield the events after which something is to be done; they have no day."""
    for match in find_near(_AFTER, text, low, _WHEN, 10, 140):
        yield Deadline(Span(*match.span()), None, "deadline.weak.after", condition=match["event"].strip())
