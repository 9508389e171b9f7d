"""Which month "trong tháng" is, in a text that is about no month; of which year the quarters behind a year are.

Finds         Đến tháng 10 năm 2012, kinh tế chuyển biến tích cực. Thu ngân sách trong tháng đạt ...: October
              6 tháng đầu năm 2025 hoàn thành 3.126 nhà (quý I 1.900 nhà), in a text of 2024: the first quarter of 2025
Leaves alone  the same in a report on a month: its month · a month compared with, planned for, or of another paragraph
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from dondoc.extraction.quantities.periods.sections import is_compared
from dondoc.facts import PeriodMention
from dondoc.text import Text

_MONTH = len("2012-10")
_NEAR = 25
_PARTS = frozenset({"period.quarter", "period.half", "period.month", "period.months"})
_OPENS = re.compile(r"(?:\A|[.;:\n])[\s*+–-]*(?:\d{1,2}[.)] )?(?:trong |riêng |phấn đấu )?\Z", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.;]\s|\n")
_YEAR = re.compile(r"20\d\d")


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


def named_years(text: Text, mentions: Sequence[PeriodMention]) -> Sequence[PeriodMention]:
    """``mentions`` with each quarter or month without a year put in the year that its sentence begins with."""
    told: list[PeriodMention] = []
    year: PeriodMention | None = None
    for mention in mentions:
        start, end = mention.span
        if year is not None and _SENTENCE_END.search(text.content, year.span.end, start):
            year = None
        if _YEAR.search(text.content, start, end):
            year = mention if _OPENS.search(text.content[max(0, start - _NEAR) : start]) else None
        elif year is not None and mention.rule in _PARTS and ".." not in mention.period:
            mention = replace(mention, period=year.period[:4] + mention.period[4:])
        told.append(mention)
    return told
