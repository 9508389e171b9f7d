"""The time that a sentence without figures gives to what it leads in: the list or the paragraphs behind it.

Finds         Tính đến 20/10, kết quả thực hiện như sau: - Trồng rừng ... · Trong tháng 8, tình hình như sau: ...
              Theo số liệu (từ 01/10/2016 đến 31/3/2017), kết quả như sau: - Tổng số thụ lý ...
              Trong 10 tháng đầu năm, tiến độ trồng rừng chậm. (a paragraph of its own) Diện tích trồng mới đạt ...
Leaves alone  a sentence that holds figures itself · what stands behind the list, under another heading
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

from dondoc.extraction.quantities.periods.day_ranges import FROM_DAY, months_from
from dondoc.extraction.quantities.periods.sections import is_compared
from dondoc.extraction.structure import Item, Outline
from dondoc.facts import PeriodMention
from dondoc.grammar.period_arithmetic import stretch
from dondoc.text import Text

_LED = ("paragraph", "list_item")
_LONGEST = 240
_MONTHS = 12
_AS_OF = re.compile(
    r"\b(?:tính |l[uũ]y kế |luỹ kế |cập nhật )?đến (?:hết )?(?:ngày )?\d{1,2}[/.-](?P<month>\d{1,2})"
    r"(?:[/.-](?P<year>20\d\d))?(?![\d/])",
    re.IGNORECASE,
)
_NOT_MEANT = re.compile(
    r"(?:nhiệm vụ|phương hướng|giải pháp|kế hoạch|dự kiến|mục tiêu|chỉ tiêu)[^.;:]{0,60}\Z", re.IGNORECASE
)
_OPENS = re.compile(r"[\s*+_-]*(?:(?:trong|qua|tính chung|kết thúc|hết|l[uũ]y kế|luỹ kế)\s+)?\Z", re.IGNORECASE)
_TIMES = frozenset({"period.months", "period.quarter", "period.half", "period.month"})
_ELSE = _TIMES | {"period.this"}
_SO_FAR = frozenset({"period.months", "period.quarter", "period.half"})


def lead_in_periods(
    text: Text, outline: Outline, mentions: Sequence[PeriodMention], starts: Sequence[int], year: str | None
) -> dict[int, str]:
    """Return the period of each item that a lead-in stands over."""
    given: dict[int, str] = {}
    period: str | None = None
    parent, listed = None, False
    for number, item in enumerate(outline.items):
        if item.parent in given:
            given[number] = given[item.parent]
            continue
        paragraph = item.mark is None and item.block.kind == "paragraph"
        own = _lead_in(text, item, mentions, starts, year) if paragraph else None
        if own is not None:
            period, listed = own
            parent = item.parent
        elif period is not None and item.parent == parent and listed is not paragraph and item.block.kind in _LED:
            if not listed and _names_another(text, item, mentions, starts, period):
                period = None
            else:
                given[number] = period
        elif item.parent == parent or item.parent is None or item.parent < number - 1:
            period = None
    return given


def _lead_in(
    text: Text, item: Item, mentions: Sequence[PeriodMention], starts: Sequence[int], year: str | None
) -> tuple[str, bool] | None:
    """The period that a paragraph leads in and whether a list follows; None where it is no lead-in."""
    if item.span.end - item.span.start > _LONGEST:
        return None
    words = text.content[item.span.start : item.span.end].rstrip("* \n")
    listed = words.endswith(":")
    if len(item.sentences) != 1 or not (listed or words.endswith(".")):
        return None
    index = bisect_left(starts, item.span.start)
    if index < len(mentions) and mentions[index].span.end <= item.span.end:
        mention = mentions[index]
        begin, end = mention.span.start - item.span.start, mention.span.end - item.span.start
        before = words[:begin]
        meant = not is_compared(before[-25:]) and not _NOT_MEANT.search(before)
        if meant and not re.search(r"\d", before + words[end:]):
            if listed and mention.rule in _TIMES:
                return mention.period, listed
            return (mention.period, listed) if mention.rule in _SO_FAR and _OPENS.match(before) else None
    days = FROM_DAY.search(words.lower()) if listed and "từ " in words.lower() else None
    if days is not None and not re.search(r"\d", words[: days.start()] + words[days.end() :]):
        between = months_from(days, None, year)
        return (between, listed) if between else None
    until = _AS_OF.search(words) if listed else None
    known = until is not None and (until["year"] or year)
    if until is None or not known or re.search(r"\d", words[: until.start()] + words[until.end() :]):
        return None
    month = int(until["month"])
    return (stretch(int(known), 1, month), listed) if 1 <= month <= _MONTHS else None


def _names_another(
    text: Text, item: Item, mentions: Sequence[PeriodMention], starts: Sequence[int], period: str
) -> bool:
    """Whether the first sentence of a paragraph speaks of another time than ``period``: "... trong tháng ..."."""
    index, end = bisect_left(starts, item.span.start), item.sentences[0].end if item.sentences else item.span.start
    while index < len(mentions) and mentions[index].span.start < end:
        mention = mentions[index]
        index += 1
        before = text.content[max(item.span.start, mention.span.start - 25) : mention.span.start]
        if mention.rule in _ELSE and mention.period != period and not is_compared(before):
            return True
    return False
