"""When a document says things happened: the periods it names, and the ones it is about.

Finds         the period reported on, of its headings, of the months so far · lũy kế từ 01/7 in a report of 2025
Leaves alone  giai đoạn 2021 - 2025, năm học 2022 - 2023: no period of a figure
              a report on a school year: its figures stand at no time of the calendar
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from dondoc.extraction.quantities.sections import (
    counted_until,
    heading_periods,
    months_reviewed,
    quarter_and_months,
    reported_period,
)
from dondoc.extraction.structure import Outline
from dondoc.facts import Header, PeriodMention
from dondoc.grammar.context import TimeContext
from dondoc.text import Span, Text

MONTH = re.compile(r"(\d{4})-(\d{2})\Z")
MERGER = "2025-07"
_REPORTING = frozenset({"report", "news", "other", None})
_COUNTING = _REPORTING | {"conclusion_notice"}
_TERM_REACH = 60
_SINCE_MERGER = re.compile(r"\btừ (?:ngày )?0?1/0?7(?:/2025)?\s+(?:đến|tới|-)", re.IGNORECASE)
_SECOND_HALF = re.compile(r"(?:dự toán|kế hoạch|chỉ tiêu)[^.;\n]{0,40}\b0?6 tháng cuối năm", re.IGNORECASE)
_SCHOOL_YEAR = re.compile(r"năm học\s*(?:20)?\d\d\s*[-–]\s*(?:20)?\d\d", re.IGNORECASE)
_NEXT_HEAD = re.compile(r"\n[\s*]*(?:\d{1,2}|[IVX]{1,4}|[A-Ha-hđ])[.)/]")


@dataclass(frozen=True, slots=True)
class Calendar:
    """The mentions of periods in the text, and what the document reports on.

    ``reported_month`` is ``period`` where that is a month; ``stated`` tells whether the document names it, ``dated``
    whether it is the month of the day up to which was counted; ``month`` what the header says a report on the months
    so far is about.
    """

    text: Text
    mentions: Sequence[PeriodMention]
    starts: Sequence[int]
    period: str | None
    reported_month: str | None
    year: str | None
    issued: str | None
    headings: Sequence[str | None]
    planned: bool = False
    stated: bool = True
    dated: bool = False
    month: str | None = None
    merged: Span = field(default=Span(0, 0))
    halved: bool = False
    met: str | None = None
    termed: Sequence[Span] = ()


def read_calendar(
    text: Text, outline: Outline, header: Header, context: TimeContext, mentions: Sequence[PeriodMention]
) -> Calendar:
    """Collect what says when. Headings hand their period down to the items under them."""
    starts = [mention.span.start for mention in mentions]
    stated_period = header.period or context.period
    period = quarter_and_months(text, stated_period) or months_reviewed(text, stated_period) or stated_period
    issued = f"{context.issued:%Y-%m}" if context.issued else None
    reported = reported_period(text, mentions, context.issued, header.type in _REPORTING) if period is None else None
    year = stated_period[:4] if stated_period else str(context.year) if context.year else None
    dated = counted_until(text, context.issued) if not (period or reported) and header.type in _COUNTING else None
    about = period or reported or dated or (None if _SCHOOL_YEAR.search(header.subject or "") else issued)
    merged = _since_merger(text, about)
    month = MONTH.match(about or "")
    return Calendar(
        text=text,
        mentions=mentions,
        starts=starts,
        period=about,
        reported_month=month.group() if month else None,
        year=reported[:4] if reported else year,
        issued=issued,
        headings=heading_periods(text, outline, mentions, starts),
        planned=header.type == "plan",
        stated=period is not None or reported is not None,
        dated=dated is not None,
        month=(stated_period or None) if ".." in (about or "") else None,
        merged=merged,
        halved=_SECOND_HALF.search(text.content, merged.start, merged.end) is not None,
        met=f"{header.event.date:%Y-%m}" if header.event and header.event.date else issued,
        termed=_termed(text, mentions, starts),
    )


def _termed(text: Text, mentions: Sequence[PeriodMention], starts: Sequence[int]) -> tuple[Span, ...]:
    """The footnotes to a programme over several years: "Chương trình ... giai đoạn 2021 - 2025¹"."""
    found = []
    for note in text.footnotes:
        index = bisect_left(starts, note.anchor) - 1 if note.anchor is not None else -1
        if index < 0 or note.anchor is None or note.anchor - mentions[index].span.end > _TERM_REACH:
            continue
        words = text.content[mentions[index].span.end : note.anchor]
        if over_years(mentions[index].period) and not re.search(r"[.;\n\d]", words):
            found.append(note.span)
    return tuple(found)


def _since_merger(text: Text, period: str | None) -> Span:
    """The words under "lũy kế từ 01/7" in a report of 2025: a commune made in July counts from then on."""
    if (period or "")[:4] != MERGER[:4] or (period or "") <= MERGER:
        return Span(0, 0)
    named = _SINCE_MERGER.search(text.content) if "1/07" in text.content or "1/7" in text.content else None
    if named is None:
        return Span(0, 0)
    end = _NEXT_HEAD.search(text.content, named.end())
    return Span(named.start(), end.start() if end else len(text.content))


def over_years(period: str) -> bool:
    """Whether a period reaches over several years (a plan's term, a season): no period of a figure."""
    return ".." in period and period[:4] != period[9:13]


def is_school_year(mention: PeriodMention, calendar: Calendar) -> bool:
    """Whether a period is named as a school year."""
    return calendar.text.content[mention.span.start : mention.span.start + 7].lower() == "năm học"
