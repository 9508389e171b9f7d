"""The month in which a storm or a flood struck: that of its day, for the damage counted after it.

Finds         Bão số 4 (ngày 12/9/2015) làm 3 người chết. Tổng thiệt hại 218 tỷ đồng, in a notice on October
              Đêm 17/8, lốc xoáy làm tốc mái 124 nhà, in a report on September
Leaves alone  a day or month of the time reported on: mưa đá ngày 27/3 in a report on half a year, mưa lũ cuối tháng 10
              in one on the year: of all that time
              hoàn thành phương án phòng, chống lụt bão trước ngày 15/5: a deadline
              what the sentences after it tell of other things: Thu ngân sách đạt 84 tỷ đồng
"""

import re
from collections.abc import Iterator, Sequence

from dondoc.facts import PeriodMention
from dondoc.grammar.anchors import anchors, find_near, lowered
from dondoc.grammar.period_arithmetic import months_of
from dondoc.text import Span, Text

STRUCK = "period.struck"
_DISASTER = (
    r"\b(?:bão|mưa|lũ|lụt|lốc|giông|dông|sạt lở|cháy|động đất|triều cường|rét|áp thấp nhiệt đới|thiên tai|hỏa hoạn)\b"
)
_DAY = (
    r"(?<!trước )(?<!đến )(?<!hết )(?<!nhất )\b(?:ngày|đêm|rạng sáng|sáng|chiều|tối)(?: ngày)? "
    r"(?:\d{1,2}(?:[/.-]\d{1,2})?(?: ?[-–] ?| đến (?:ngày )?| và (?:ngày )?|, ?))?"
    r"\d{1,2}(?:[/.-]| tháng )(?P<month>0?[1-9]|1[0-2])(?:(?:[/.-]| năm )(?P<year>20\d\d))?(?![\d/])"
)
# Both matched against small letters, around the words without which they cannot match.
_BEHIND = re.compile(rf"{_DISASTER}[^.;\n]{{0,40}}?{_DAY}")
_AHEAD = re.compile(rf"(?:\A|(?<=[.;:\n]) ?[*+–-]? ?|, ){_DAY},?[^.;\n\d]{{0,60}}?{_DISASTER}")
_STRIKES = anchors(
    *(rf"{word}(?!\w)" for word in ("bão", "mưa", "lũ", "lụt", "lốc", "giông", "dông", "sạt lở", "cháy", "động đất")),
    *(rf"{word}(?!\w)" for word in ("triều cường", "rét", "áp thấp nhiệt đới", "thiên tai", "hỏa hoạn")),
)
_REACH = 140
_OF_DISASTER = re.compile(
    rf"{_DISASTER}(?: (?!tháng|năm|quý)\w+){{0,3}}(?: (?:đầu|giữa|cuối|hồi|tháng \d+))* \Z", re.IGNORECASE
)
_NEAR = 40
_DAMAGE = re.compile(
    r"\b(?:thiệt hại|chết|bị thương|mất tích|sập|đổ|tốc mái|hư hỏng|hư hại|ngập|trôi|sạt lở|vùi lấp|mất trắng|gãy)\b"
)


def struck_months(text: Text, about: str) -> Iterator[PeriodMention]:
    """Yield the months before those of ``about`` whose days the text names beside a disaster."""
    first, low = months_of(about)[0], lowered(text.content)
    for pattern in (_BEHIND, _AHEAD):
        for found in find_near(pattern, low, low, _STRIKES, _REACH, _REACH):
            month = (int(found["year"] or first[0]), int(found["month"]))
            if (first[0] - 1, first[1]) <= month < first:
                start = found.start("month")
                yield PeriodMention(Span(start, found.end("month")), f"{month[0]}-{month[1]:02}", STRUCK)


def with_struck(text: Text, mentions: Sequence[PeriodMention], about: str | None) -> Sequence[PeriodMention]:
    """``mentions`` and the months in which disasters struck, in reading order, without overlap."""
    if about is None:
        return mentions
    told: list[PeriodMention] = []
    for mention in sorted([*mentions, *struck_months(text, about)], key=lambda one: one.span.start):
        overlaps = told and mention.span.start < told[-1].span.end
        if not overlaps and not _is_within(text, mention, about):
            told.append(mention)
    return told


def _is_within(text: Text, mention: PeriodMention, about: str) -> bool:
    """``mưa lũ cuối tháng 10 làm 62 nhà tốc mái`` in a report on the year: of the year, like all that it tells."""
    if mention.rule != "period.month" or mention.period == about:
        return False
    first, last = months_of(about)
    if not first <= months_of(mention.period)[0] <= last:
        return False
    return _OF_DISASTER.search(text.content, max(0, mention.span.start - _NEAR), mention.span.start) is not None


def tells_damage(low: str) -> bool:
    """Whether the small letters of a sentence go on with what a disaster did."""
    return _DAMAGE.search(low) is not None
