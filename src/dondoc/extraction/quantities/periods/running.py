"""The period that goes on through a paragraph: what a sentence speaks of holds for those after it.

Finds         Trong 9 tháng đầu năm, kinh tế tăng khá. Thu ngân sách đạt ... (no figures: it names the months)
              GRDP quý III tăng 7,4%. Trong đó, nông nghiệp tăng ... (the only time that the sentence before it names)
              in news and accounts without a day: each sentence goes on with the time of the one before it
Leaves alone  nhiệm vụ trọng tâm 6 tháng cuối năm, phiên họp tháng 8: ahead, or the name of a meeting
              so với 9 tháng năm 2022, kế hoạch quý IV: compared with, planned
"""

import re
from bisect import bisect_left
from collections.abc import Iterator

from dondoc.extraction.quantities.figures import Sentence
from dondoc.extraction.quantities.periods.calendar import Calendar, is_school_year
from dondoc.extraction.quantities.periods.disasters import STRUCK, tells_damage
from dondoc.extraction.quantities.periods.earlier import is_of_year_before
from dondoc.extraction.quantities.periods.sections import is_compared
from dondoc.facts import PeriodMention
from dondoc.grammar.period_arithmetic import months_of, over_years

_BASES = frozenset({"period.same_period", "period.previous"})
_TIMES = frozenset({"period.months", "period.quarter", "period.half"})
_NOT_TOLD = frozenset({"plan", "rank"})
_GONE_BY = _TIMES | {"period.so_far"}
_ELSEWHERE = re.compile(
    r"(?:nhiệm vụ|phương hướng|giải pháp|trọng tâm|chương trình|họp|thường kỳ|hội nghị|đợt|từ|nghị quyết|công điện|"
    r"mục tiêu|dự báo|bước sang|bước vào|chuẩn bị|triển khai)[^,;:]{0,24}\Z",
    re.IGNORECASE,
)
_EARLIER = re.compile(r"trước đó,?\s*\Z", re.IGNORECASE)
_MEETING = re.compile(r"họp|hội nghị", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?]\s")
_BEFORE = 160
_YEAR = len("2025")


def _told(calendar: Calendar, start: int, end: int) -> Iterator[tuple[PeriodMention, str]]:
    """The periods between ``start`` and ``end`` that are none compared with, each with the words before it."""
    index = bisect_left(calendar.starts, start)
    while index < len(calendar.mentions) and calendar.starts[index] < end:
        mention = calendar.mentions[index]
        index += 1
        before = calendar.text.content[max(start, mention.span.start - _BEFORE) : mention.span.start]
        if mention.rule not in _BASES and not is_compared(before[-25:]) and not _EARLIER.search(before[-25:]):
            yield mention, before


def _ends_here(period: str, calendar: Calendar) -> bool:
    """Whether ``period`` ends with the one that the document reports on; months so far where its head names none."""
    about = calendar.period
    if about is None or over_years(period):
        return False
    (year, first), (_, last) = months_of(period)
    if not calendar.headed and "-Q" in about and first == 1 and year == int(about[:4]):
        return True
    return (year, last) == months_of(about)[1]


def summed_period(sentence: Sentence, calendar: Calendar) -> str | None:
    """``GRDP 6 tháng đạt ...``: the months so far before the first figure, the only time that the sentence names.

    They hold for the sentences of the paragraph that follow, as long as these compare with no month before.
    """
    if sentence.task or calendar.period is None:
        return None
    found = None
    for mention, _ in _told(calendar, sentence.span.start, sentence.span.end):
        if (
            mention.rule == "period.gone_by"
            or over_years(mention.period)
            or _in_bracket(calendar, sentence.span.start, mention.span.start)
        ):
            continue
        if mention.rule not in _TIMES or found is not None or is_school_year(mention, calendar):
            return None
        found = mention
    if found is None or found.span.start > sentence.figures[0].measure.span.start:
        return None
    return found.period if _ends_here(found.period, calendar) else None


def _in_bracket(calendar: Calendar, start: int, at: int) -> bool:
    """``9 tháng tăng 2,1% (quý I tăng 3,7%; quý II tăng 0,4%)``: a bracket changes no time."""
    content = calendar.text.content
    return content.rfind("(", start, at) > content.rfind(")", start, at)


def gap_period(calendar: Calendar, start: int, end: int) -> str | None:
    """The period that the words between two sentences with figures speak of: the longest where they name several."""
    found: str | None = None
    for mention, before in _told(calendar, start, end):
        if mention.rule not in _GONE_BY or _ELSEWHERE.search(before) or not _ends_here(mention.period, calendar):
            continue
        if _MEETING.search(_SENTENCE_END.split(before)[-1]):
            continue
        if found is None or months_of(mention.period)[0] < months_of(found)[0]:
            found = mention.period
    return found


def struck_in(sentence: Sentence, calendar: Calendar, before: str | None) -> str | None:
    """The month of the disaster that a sentence tells of, or the one ``before`` it where it goes on with the damage."""
    index = bisect_left(calendar.starts, sentence.span.start)
    while index < len(calendar.starts) and calendar.starts[index] < sentence.span.end:
        if calendar.mentions[index].rule == STRUCK:
            return calendar.mentions[index].period
        index += 1
    return before if before is not None and tells_damage(sentence.low) else None


def returns(sentence: Sentence, calendar: Calendar) -> bool:
    """``Trong quý III, ... Giá trị tháng 9 đạt ...``: back to the month of the report, for the sentences after it.

    So does a sentence that begins with the year and tells how far things came in it: ``Năm 2026, tỉnh được giao 840 tỷ
    đồng; đến hết ngày 28/2 giải ngân 61 tỷ đồng``.
    """
    year = sentence.period or ""
    if len(year) == _YEAR and len(calendar.period or "") > _YEAR:
        last = last_told(sentence)
        return last is not None and last != year and last.startswith(year)
    if calendar.reported_month is None:
        return False
    told = [mention for mention, _ in _told(calendar, sentence.span.start, sentence.span.end)]
    return bool(told) and told[-1].period == calendar.reported_month


def last_told(sentence: Sentence) -> str | None:
    """The time of the last figure of a sentence that tells what came about, for the sentence after it."""
    for figure in reversed(sentence.figures):
        now = figure.depth == 0 and figure.role not in _NOT_TOLD and figure.over is None and not figure.task
        if now and not is_of_year_before(figure):
            return None if figure.seasonal else figure.period
    return None


def is_against_last_month(sentence: Sentence) -> bool:
    """Whether a change of the sentence is one against the month before."""
    return any(figure.role == "change" and figure.base == "previous" for figure in sentence.figures)
