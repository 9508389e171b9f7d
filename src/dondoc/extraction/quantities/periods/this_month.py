"""Which month "trong tháng" is, in a text that is about no month.

Finds         Đến tháng 10 năm 2012, kinh tế chuyển biến tích cực. Thu ngân sách trong tháng đạt ...: October
Leaves alone  the same in a report on a month: its month · a month compared with, planned for, or of another paragraph
"""

from collections.abc import Sequence
from dataclasses import replace

from dondoc.extraction.quantities.periods.sections import is_compared
from dondoc.facts import PeriodMention
from dondoc.text import Text

_MONTH = len("2012-10")
_NEAR = 25


def named_months(text: Text, mentions: Sequence[PeriodMention], period: str | None) -> Sequence[PeriodMention]:
    """``mentions`` with each "trong tháng" put on the month that its paragraph has named last."""
    if not period or (len(period) == _MONTH and period[5:].isdecimal()):
        return mentions
    told: list[PeriodMention] = []
    last: PeriodMention | None = None
    for mention in mentions:
        start, end = mention.span
        if mention.rule == "period.month" and not is_compared(text.content[max(0, start - _NEAR) : start]):
            last = mention
        here = mention.rule == "period.this" and "tháng" in text.content[start:end].lower()
        known = here and last is not None and "\n" not in text.content[last.span.end : start]
        told.append(replace(mention, period=last.period) if known and last is not None else mention)
    return told
