"""When a document says things happened: the periods it names, and the ones it is about.

Finds         the period reported on, of its headings, of the months so far · lũy kế từ 01/7 in a report of 2025
Leaves alone  giai đoạn 2021 - 2025, năm học 2022 - 2023: no period of a figure
              a report on a school year: its figures stand at no time of the calendar
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from dondoc.extraction.quantities.periods.disasters import with_struck
from dondoc.extraction.quantities.periods.lead_ins import lead_in_periods
from dondoc.extraction.quantities.periods.seasons import season_headings
from dondoc.extraction.quantities.periods.sections import (
    counted_until,
    heading_periods,
    months_reviewed,
    petitions,
    quarter_and_months,
    reported_period,
    year_told,
)
from dondoc.extraction.quantities.periods.this_month import named_months, named_years
from dondoc.extraction.structure import Outline
from dondoc.facts import Header, PeriodMention
from dondoc.grammar.context import TimeContext
from dondoc.grammar.period_arithmetic import months_of, months_so_far, over_years
from dondoc.text import Span, Text

MONTH = re.compile(r"(\d{4})-(\d{2})\Z")
MERGER = "2025-07"
_REPORTING = frozenset({"report", "news", "other", None})
_COUNTING = _REPORTING | {"conclusion_notice", "directive", "official_letter", "decision", "plan"}
_PLANNED_YEAR = re.compile(
    r"(?<!\d )(?<!đến )(?<!từ )(?<!khóa )(?:\bnăm|\btết [^,.;]{0,40}) (?P<year>20\d\d)(?!\d|\s*[-–]\s*\d)",
    re.IGNORECASE,
)
_TERM_REACH = 60
_YEAR = len("2025")
_SINCE_MERGER = re.compile(r"\btừ (?:ngày )?0?1/0?7(?:/2025)?\s+(?:đến|tới|-)", re.IGNORECASE)
_SECOND_HALF = re.compile(r"(?:dự toán|kế hoạch|chỉ tiêu)[^.;\n]{0,40}\b0?6 tháng cuối năm", re.IGNORECASE)
# A year of schools or a season of the fields that a paper tells of: no time of the calendar.
_SEASON = re.compile(r"năm học\s*(?:20)?\d\d\s*[-–]\s*(?:20)?\d\d|\bvụ (?:đông|hè|thu|mùa|xuân|chiêm)\b", re.IGNORECASE)
_CITED_DAY = re.compile(
    r"(?<!trước )(?<!đến )(?<!hết )(?<!là )\bngày\s+\d{1,2}(?:[/.-]|\s+tháng\s+)(?P<month>0?[1-9]|1[0-2])"
    r"(?:[/.-]|\s+năm\s+)(?P<year>20\d\d)(?!\d)"
)
_OFFICIAL = frozenset({"directive", "official_letter", "conclusion_notice"})
_NEXT_HEAD = re.compile(r"\n[\s*]*(?:\d{1,2}|[IVX]{1,4}|[A-Ha-hđ])[.)/]")


@dataclass(frozen=True, slots=True)
class Calendar:
    """The mentions of periods in the text, and what the document reports on.

    ``reported_month`` is ``period`` where that is a month; ``stated`` tells whether the document names it, ``dated``
    whether it is the month of the day up to which was counted; ``month`` what the header says a report on the months
    so far is about; ``headed`` whether the header names a period; ``petitions`` the items that answer what was asked
    for.
    """

    text: Text
    mentions: Sequence[PeriodMention]
    starts: Sequence[int]
    period: str | None
    reported_month: str | None
    year: str | None
    issued: str | None
    headings: Sequence[str | None]
    items: Sequence[int] = ()
    seasonal: frozenset[int] = frozenset()
    petitions: frozenset[int] = frozenset()
    headed: bool = True
    planned: bool = False
    stated: bool = True
    dated: bool = False
    month: str | None = None
    merged: Span = field(default=Span(0, 0))
    halved: bool = False
    met: str | None = None
    termed: Sequence[Span] = ()
    term: str | None = None
    loose: bool = False


def read_calendar(
    text: Text, outline: Outline, header: Header, context: TimeContext, mentions: Sequence[PeriodMention]
) -> Calendar:
    """Collect what says when. Headings hand their period down to the items under them."""
    mentions = named_months(text, named_years(text, mentions), context.period)
    starts = [mention.span.start for mention in mentions]
    stated_period, named = _of_head(text, mentions, header, context)
    period = _reviewed(text, mentions, stated_period)
    issued = f"{context.issued:%Y-%m}" if context.issued else _latest_cited(text, header)
    aimless = header.type == "plan" and period is None and len(set(_years_planned(header.subject or ""))) > 1
    reported = None if period or aimless else _reported(text, mentions, header, context, named)
    year = (reported or stated_period or named or str(context.year or ""))[:4] or None
    if stated_period and context.year and over_years(stated_period) and not stated_period[4:].startswith("-01"):
        year = str(context.year)
    counting = not (period or reported) and header.type in _COUNTING
    dated = counted_until(text, context.issued, context.year) if counting else None
    seasonal = _SEASON.search(header.subject or "") is not None
    silent = header.type in ("news", "other") or seasonal
    silent = silent or aimless
    told = None if period or reported or dated or seasonal else named
    if told is None and silent and issued is None and not (period or reported or dated or seasonal):
        told = year_told(text, mentions, context.year or 0)
    about = period or reported or dated or told or (None if silent else issued)
    merged = _since_merger(text, about)
    headings = _above(text, outline, mentions, starts, year)
    mentions = with_struck(text, mentions, about)
    starts = [mention.span.start for mention in mentions]
    return Calendar(
        text=text,
        mentions=mentions,
        starts=starts,
        period=about,
        reported_month=about if MONTH.match(about or "") else None,
        year=year,
        issued=issued,
        headings=headings,
        items=[item.span.start for item in outline.items],
        seasonal=season_headings(text, outline),
        petitions=petitions(text, outline) if header.type == "conclusion_notice" else frozenset(),
        headed=header.period is not None,
        planned=header.type == "plan" and not aimless,
        stated=period is not None or reported is not None,
        dated=dated is not None or told is not None,
        month=(stated_period or None) if ".." in (about or "") else None,
        merged=merged,
        halved=_SECOND_HALF.search(text.content, merged.start, merged.end) is not None,
        met=f"{header.event.date:%Y-%m}" if header.event and header.event.date else issued,
        termed=_termed(text, mentions, starts),
        loose=header.type in ("news", "other") and header.issued is None and not MONTH.match(context.period or ""),
        term=_term_of(text, mentions, header) if header.type == "plan" else None,
    )


def _reviewed(text: Text, mentions: Sequence[PeriodMention], period: str | None) -> str | None:
    """The period of the head, or the months so far where the text goes on with them."""
    return quarter_and_months(text, mentions, period) or months_reviewed(text, period) or period


def _latest_cited(text: Text, header: Header) -> str | None:
    """A despatch without a day follows what it cites: the month of the latest day that it names as past."""
    if header.type not in _OFFICIAL:
        return None
    return max((f"{day['year']}-{int(day['month']):02}" for day in _CITED_DAY.finditer(text.content)), default=None)


def _above(
    text: Text, outline: Outline, mentions: Sequence[PeriodMention], starts: Sequence[int], year: str | None
) -> Sequence[str | None]:
    """The period over each item: that of what leads it in, else that of its headings."""
    headings = heading_periods(text, outline, mentions, starts)
    led = lead_in_periods(text, outline, mentions, starts, year)
    return [led.get(number, heading) for number, heading in enumerate(headings)] if led else headings


def _reported(
    text: Text, mentions: Sequence[PeriodMention], header: Header, context: TimeContext, named: str | None
) -> str | None:
    """The period that the opening says the text is about, unless its head names what comes after it."""
    reported = reported_period(text, mentions, context.issued, header.type in _REPORTING)
    if reported is None:
        return None
    if header.type == "other" and len(header.period or "") == _YEAR:
        return header.period
    if named is not None and "-Q" in reported and named == months_so_far(reported):
        return named
    return _latest(reported, named) or reported


def _latest(months: str | None, named: str | None) -> str | None:
    """The months so far that a text names, unless its head names what comes after them."""
    ahead = months and named and months_of(named)[1] > months_of(months)[1]
    return named if ahead or not months else months


def _of_head(
    text: Text, mentions: Sequence[PeriodMention], header: Header, context: TimeContext
) -> tuple[str | None, str | None]:
    """The period that the head states, or the one that it merely names."""
    period = context.period
    if period is None and header.type == "plan":
        period = _year_planned(header.subject or "")
    return (None, period) if _merely_named(text, mentions, header, context) else (period, None)


def _merely_named(text: Text, mentions: Sequence[PeriodMention], header: Header, context: TimeContext) -> bool:
    """Whether news name the months of their header without saying that they report on them."""
    if context.period is None or header.type != "news" or len(context.period) == _YEAR:
        return False
    return reported_period(text, mentions, context.issued, reporting=False) is None


def _year_planned(subject: str) -> str | None:
    """``KẾ HOẠCH Tổ chức Tết Nguyên đán Bính Ngọ năm 2026 trên địa bàn xã``: the one year that the title names."""
    years = _years_planned(subject)
    return years[0] if len(set(years)) == 1 else None


def _years_planned(subject: str) -> list[str]:
    return [found["year"] for found in _PLANNED_YEAR.finditer(subject)]


def _term_of(text: Text, mentions: Sequence[PeriodMention], header: Header) -> str | None:
    """The years of a plan over several of them that its title names: "KẾ HOẠCH ... giai đoạn 2026 - 2030"."""
    title = " ".join((header.subject or "").lower().split())
    for mention in mentions:
        if (
            over_years(mention.period)
            and " ".join(text.content[mention.span.start : mention.span.end].lower().split()) in title
        ):
            return mention.period
    return None


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


def is_school_year(mention: PeriodMention, calendar: Calendar) -> bool:
    """Whether a period is named as a school year."""
    return calendar.text.content[mention.span.start : mention.span.start + 7].lower() == "năm học"
