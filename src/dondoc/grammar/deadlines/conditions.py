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
    r"\b(?:ngay\s+)?(?:sau\s+khi|khi)\s+(?P<event>(?:có|được|nhận|hoàn|luật|nghị|quyết|cấp|kết\s+thúc|thông\s+qua|ban\s+hành)[^.;,\n()]{2,120})",
)
_TERM = re.compile(r"\b(?:trong|cả|đến\s+(?:hết|cuối)|toàn)\s+nhiệm\s+kỳ(?:\s+[0-9]{4}\s*[-–]\s*[0-9]{4})?\b")
_BEFORE = re.compile(
    r"(?<!so\s)(?<!với\s)(?<!như\s)(?<!\w)trước\s+(?:khi\s+(?:(?:trình|triển\s+khai|đưa\s+vào|khởi\s+công|thi\s+công|"
    r"bàn\s+giao|tổ\s+chức|ban\s+hành|thực\s+hiện|phê\s+duyệt|công\s+bố|nghiệm\s+thu|giải\s+ngân)\s+[^.;,\n()]{2,60}"
    r"|(?:bão|lũ|vào\s+vụ|khởi\s+công)(?:\s+[^.;,\n()]{2,40})?)|thềm\s+(?:đại\s+hội|năm\s+học|năm\s+mới|ngày)\s*[^.;,\n()]{0,60})"
    r"(?<!\s)(?!\w)",
)
_SEASON = re.compile(
    r"\b(?:trước|trong)\s+(?:(?:ngày|thời\s+điểm|lễ|khi)\s+)?(?:mùa\s+(?:mưa(?:,?\s*bão)?|khô|lũ|bão)|năm\s+học\s+mới|khai\s+giảng|kỳ\s+họp|đại\s+hội)[^.;,\n()]{0,60}",
)
# A season bounds whatever is to be done before it.
_BEFORE_SEASON = re.compile(
    r"\btrước\s+(?:khi\s+(?:vào|bước\s+vào)\s+)?(?:mùa\s+(?:mưa(?:,?\s*(?:bão|lũ))?|khô|lũ|bão)|(?:thềm\s+)?năm\s+học(?:\s+mới)?"
    r"|(?:ngày\s+|lễ\s+)?khai\s+giảng)(?:(?:\s+năm(?:\s+học)?)?\s+[0-9]{4}(?:\s*[-–]\s*[0-9]{4})?|\s+năm\s+nay)?(?!\w)",
)

_SEASON_WORD = anchors(r"nhiệm\s+kỳ", r"mùa\s+[mklb]", r"năm\s+học", r"khai\s+giảng", r"kỳ\s+họp", r"đại\s+hội")
_BEFORE_WORD = anchors(r"trước\s+khi\s+[tđkbpcnglv]", r"trước\s+thềm")
_WHEN = anchors(r"khi\s+[cđnhlqkbt]")


def find_seasons(text: str, low: str) -> Iterator[Deadline]:
    """Yield terms of office, seasons and sessions; they have no day."""
    for rule, pattern in (("term", _TERM), ("season", _SEASON)):
        for match in find_near(pattern, low, low, _SEASON_WORD, 24, 80):
            early = _BEFORE_SEASON.match(low, match.start())
            span = Span(*(early or match).span())
            strength = "strong" if early is not None else "weak"
            yield Deadline(span, None, f"deadline.{strength}.{rule}", condition=text[span.start : span.end])


def find_events(text: str, low: str) -> Iterator[Deadline]:
    """Yield the events before or after which something is to be done; they have no day."""
    for match in find_near(_BEFORE, low, low, _BEFORE_WORD, 10, 100):
        yield Deadline(Span(*match.span()), None, "deadline.strong.event", condition=text[match.start() : match.end()])
    for match in find_near(_AFTER, low, low, _WHEN, 10, 140):
        yield Deadline(
            Span(*match.span()), None, "deadline.weak.after", condition=text[match.start("event") : match.end()].strip()
        )
