"""Measures to quantities: what each figure measures, when, in which role, of which whole.

Sentence by sentence, in fixed steps: the words around each figure, roles, lists of parts, bases of changes, names,
periods. Every step looks at one sentence and what carried over from the one before, so the time is linear. A very long
text is told part by part, since figures on their way weigh ten times the words they stand in.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from dondoc.extraction.quantities.bases import (
    base_before,
    goes_on_comparing,
    set_bases,
    settle_unstated,
    settle_year,
    told_in_turn,
)
from dondoc.extraction.quantities.dated_bases import settle_dated
from dondoc.extraction.quantities.declared import with_declared
from dondoc.extraction.quantities.figures import Figure, Sentence, read_sentences
from dondoc.extraction.quantities.names.indicators import name_figures
from dondoc.extraction.quantities.names.name_state import NameState
from dondoc.extraction.quantities.names.openings import is_continued
from dondoc.extraction.quantities.names.part_places import settle_part_places
from dondoc.extraction.quantities.names.same_things import settle_same_things
from dondoc.extraction.quantities.names.siblings import settle_siblings
from dondoc.extraction.quantities.parts.adding import link_sums
from dondoc.extraction.quantities.parts.balanced import link_balanced
from dondoc.extraction.quantities.parts.contributions import link_shares
from dondoc.extraction.quantities.parts.divisions import link_divisions
from dondoc.extraction.quantities.parts.items import link_item
from dondoc.extraction.quantities.parts.of_wholes import link_parts
from dondoc.extraction.quantities.parts.remainders import link_computed, link_named
from dondoc.extraction.quantities.parts.totals import link_totals
from dondoc.extraction.quantities.periods.calendar import Calendar, read_calendar
from dondoc.extraction.quantities.periods.of_figures import read_period
from dondoc.extraction.quantities.periods.ranges import leading_period, ranged_period
from dondoc.extraction.quantities.periods.running import (
    gap_period,
    is_against_last_month,
    last_told,
    returns,
    struck_in,
    summed_period,
)
from dondoc.extraction.quantities.placing import item_above, places_above, topic_of, wholes_above
from dondoc.extraction.quantities.roles import read_roles
from dondoc.extraction.quantities.roles.averaged import settle_averages
from dondoc.extraction.quantities.roles.carried_on import settle_carried_on
from dondoc.extraction.quantities.roles.compared import reckon_compared
from dondoc.extraction.quantities.roles.echoes import echo_growth, echo_year_before
from dondoc.extraction.quantities.roles.events import settle_events
from dondoc.extraction.quantities.roles.headed import allot, allots, is_of_plan, settle_ahead, settle_headed
from dondoc.extraction.quantities.roles.narrated import settle_narrated
from dondoc.extraction.quantities.roles.reckoned import reckon_growth
from dondoc.extraction.quantities.roles.repeated import settle_repeated
from dondoc.extraction.quantities.roles.spoken_of import settle_spoken_of
from dondoc.extraction.quantities.roles.told_shares import carry_shares
from dondoc.extraction.quantities.signals import LISTED
from dondoc.extraction.quantities.standing import is_stock
from dondoc.extraction.quantities.throughout import settle_months, settle_throughout, settle_years
from dondoc.extraction.quantities.told import told_quantities
from dondoc.extraction.structure import Outline
from dondoc.facts import Base, Directive, Header, Measure, PeriodMention, Quantity, Reference
from dondoc.grammar.context import TimeContext
from dondoc.grammar.measures import find_measures
from dondoc.grammar.periods import find_periods
from dondoc.text import Text

# What tells of the months so far in passing: it is no report on them.
_SPEAKING = frozenset({"conclusion_notice", "news", "directive", "official_letter", "decision"})
_NUMBER_OF = re.compile(
    r"\bsố (?P<noun>vụ|người|ca|hộ|doanh nghiệp|dự án|hồ sơ|đơn)\b[^,;.()\d]{0,40} (?:tăng|giảm)(?: thêm)?\s*\Z"
)
_NOT_YET = ("chưa", "vẫn chưa", "còn chưa")
# Letters of a part, some two hundred pages: no paper but a long one has more than one part.
_PART = 300_000
# As far back as a sentence looks.
_EARLIER_FIGURES, _EARLIER_SENTENCES = 24, 6


def extract_quantities(
    text: Text,
    outline: Outline,
    header: Header,
    context: TimeContext,
    references: Sequence[Reference],
    directives: Sequence[Directive],
) -> tuple[Quantity, ...]:
    """Return the quantities of ``text`` in reading order, ids "q1", "q2", ..."""
    measures = tuple(with_declared(text, find_measures(text.content)))
    mentions = tuple(find_periods(text.content, context))
    return read_quantities(text, outline, header, context, directives, measures, mentions)


def read_quantities(
    text: Text,
    outline: Outline,
    header: Header,
    context: TimeContext,
    directives: Sequence[Directive],
    measures: Sequence[Measure],
    mentions: Sequence[PeriodMention],
) -> tuple[Quantity, ...]:
    """Return the quantities that ``measures`` are, given the periods named in the text."""
    calendar = read_calendar(text, outline, header, context, _apart(mentions, measures))
    sentences = read_sentences(text, outline, measures, directives)
    del measures
    in_news = header.type in ("news", "other")
    year = (calendar.period or calendar.year or "")[:4]
    worded = _read_words(text, outline, sentences, year, in_news, allotted=allots(header))
    of_month = calendar.month is not None and calendar.month[5:].isdecimal()
    monthly = (len(calendar.period or "") == 7 and (calendar.period or "")[5:].isdecimal()) or of_month
    monthly = monthly or (header.period is None and header.type in _SPEAKING)
    timed = _read_periods(outline, _linked(text, outline, header, worded), calendar, monthly)
    spoken = str(context.year or "") if header.type == "news" and is_of_plan(text) else ""
    told: list[Quantity] = []
    for part in _parts(outline, timed):
        settle_ahead((header.issued or "")[:4] or spoken, part)
        if in_news:
            settle_throughout(part)
        else:
            settle_months(part)
        settle_years(part)
        if header.type == "news":
            settle_spoken_of(part)
        if header.period is None and (header.type in _SPEAKING or header.type == "other") and not calendar.stated:
            settle_narrated(part)
        if calendar.period is None and directives and in_news:
            settle_events(part)
        told += told_quantities(text, part)
    return tuple(told)


def _parts(outline: Outline, sentences: Iterable[Sentence]) -> Iterator[list[Sentence]]:
    """``sentences`` in parts: each goes on to an item that stands under nothing, or to twice its length."""
    part: list[Sentence] = []
    for sentence in sentences:
        length = sentence.span.start - part[0].span.start if part else 0
        ends = length > _PART and outline.items[sentence.item].parent is None and sentence.item != part[-1].item
        if ends or length > 2 * _PART:
            yield part
            part = []
        part.append(sentence)
    if part:
        yield part


def _linked(text: Text, outline: Outline, header: Header, sentences: Iterable[Sentence]) -> Iterator[Sentence]:
    """``sentences`` once what a part of them tells together is known: things named often, aims, sums."""
    parents = [(item.parent, item_above(text, outline, place)) for place, item in enumerate(outline.items)]
    for part in _parts(outline, sentences):
        settle_averages(part)
        settle_repeated(part)
        settle_carried_on(part)
        settle_headed(text, outline, header, part)
        settle_unstated(part)
        link_sums(part, parents)
        link_totals(part)
        link_balanced(part)
        settle_siblings(part)
        settle_part_places(part)
        settle_same_things(part)
        yield from part


# What a document calls the product of its territory, which its growth is that of.
_PRODUCTS = ("GRDP", "GDP", "Tổng sản phẩm trên địa bàn", "tổng sản phẩm trên địa bàn")


def _read_words(
    text: Text, outline: Outline, sentences: Iterable[Sentence], year: str, in_news: bool, *, allotted: bool
) -> Iterator[Sentence]:
    """Roles, parts, bases and names. The last base and the first name of a sentence go on in its item."""
    figures: list[Figure] = []
    before: list[Sentence] = []
    lists: dict[int, Sentence] = {}
    known: list[Base | None] = []
    base: Base | None = None
    names: NameState | None = None
    invested = "đầu tư công" in text.content or "Đầu tư công" in text.content
    growth = next((word for word in _PRODUCTS if word in text.content), "")
    topic = ""
    item, last = -1, 0
    for sentence in sentences:
        if sentence.item != item:
            names = names if outline.items[sentence.item].mark is None and is_continued(sentence) else None
            item, topic = sentence.item, topic_of(text, outline, sentence.item)
            goes_on = sentence.low.lstrip(" *–-").startswith("trong đó") or (in_news and goes_on_comparing(sentence))
            base = known[sentence.anchor.number] if sentence.anchor is not None else base if goes_on else None
        read_roles(sentence)
        if allotted:
            allot(sentence)
        _relate(sentence, figures)
        lists = {place: lists[place] for place in places_above(outline, sentence.item) if place in lists}
        wholes = wholes_above(text, outline, sentence, before, lists)
        if wholes and (not before or before[-1].item != sentence.item):
            link_item(sentence, wholes)
        link_divisions(sentence, figures)
        base = base or (known[wholes[0].number] if wholes else None)
        if base is None and sentence.anchor is None and any(figure.role == "change" for figure in sentence.figures):
            start = max(last, outline.items[sentence.item].span.start)
            base = base_before(text.content[start : sentence.span.start].lower())
        last = sentence.span.end
        follows = bool(before) and sentence.low.lstrip(" *–-").startswith("trong đó") and told_in_turn(before[-1])
        set_bases(sentence, base, year, in_turn=follows)
        base = next((one.base for one in reversed(sentence.figures) if one.base not in (None, "plan")), base)
        known += [base] * len(sentence.figures)
        names = name_figures(sentence, topic, names, invested, growth)
        figures = [*figures[-_EARLIER_FIGURES:], *sentence.figures]
        before = [*before[-_EARLIER_SENTENCES:], sentence]
        lists[sentence.item] = sentence
        yield sentence


def _relate(sentence: Sentence, figures: Sequence[Figure]) -> None:
    """What the figures of ``sentence`` have from each other, and of which they are parts; ``figures``: those before."""
    _lend_units(sentence)
    if "cùng kỳ" in sentence.low:
        echo_year_before(sentence, figures)
    if sentence.cues & LISTED:
        echo_growth(sentence, figures)
    if "%" in sentence.low:
        carry_shares(sentence, figures)
        reckon_growth(sentence, figures)
    reckon_compared(sentence)
    link_parts(sentence, figures)
    link_computed(sentence, figures)
    link_shares(sentence, figures)
    if "(" in sentence.low:
        link_named(sentence, figures)


def _lend_units(sentence: Sentence) -> None:
    """``59.177 người, tăng 3.860 (7%)``: a change without a unit is one of what stands before it."""
    for figure in sentence.figures:
        if figure.unit is None and figure.role == "change" and figure.under is None and figure.over is None:
            other = figure.previous
            while other is not None and other.unit == "%":
                other = other.previous
            figure.unit = other.unit if other is not None else None
            named = _NUMBER_OF.search(figure.low_before)
            figure.unit = named["noun"] if named is not None else figure.unit


def _read_periods(
    outline: Outline, sentences: Iterable[Sentence], calendar: Calendar, monthly: bool
) -> Iterator[Sentence]:
    """Periods; those that a sentence begins with, names from a day on or speaks of alone go on in its item."""
    # A report on half a year or a year tells what came together in it as what was reached.
    closes = calendar.period is not None and not calendar.period[5:].isdecimal()
    closes = closes and calendar.month in (None, calendar.period)
    of_half_or_year = closes and ".." not in (calendar.period or "")
    own = (calendar.period, calendar.month)
    ranged: str | None = None
    summed: str | None = None
    struck: str | None = None
    item, carried, last = -1, None, 0
    for sentence in sentences:
        goes_on = sentence.item == item
        start = last if goes_on else outline.items[sentence.item].span.start
        gap = gap_period(calendar, start, sentence.span.start) if start < sentence.span.start else None
        last = sentence.span.end
        if gap:
            item, carried, summed, goes_on = sentence.item, gap, gap, True
        lead = leading_period(sentence, calendar) or (carried if ranged and goes_on else None)
        if lead or not goes_on:
            item, carried, summed = sentence.item, lead, None
        struck = struck_in(sentence, calendar, struck if goes_on else None)
        carried = struck or carried
        sentence.period = None if summed and is_against_last_month(sentence) else carried
        for figure in sentence.figures:
            period = figure.period = read_period(figure, sentence, calendar)
            if figure.role == "change":
                settle_year(figure)
                settle_dated(figure, sentence)
            summed_up = (
                "-01.." in (period or "")
                and not _is_closed(period or "")
                and (monthly or (calendar.stated and period not in own))
            )
            if summed_up and figure.role == "actual" and _comes_together(figure):
                figure.role = "cumulative"
            elif figure.role == "cumulative" and ((figure.yearly and closes) or (figure.spent and of_half_or_year)):
                figure.role = "actual"
        ranged = ranged_period(sentence, calendar)
        told = summed_period(sentence, calendar)
        back = told is None and returns(sentence, calendar)
        summed = told or (summed if goes_on and carried == summed and not back else None)
        goes_on_from = last_told(sentence) if calendar.loose else None
        carried = None if struck else ranged or goes_on_from or summed or (None if back else carried)
        yield sentence


def _is_closed(period: str) -> bool:
    """``2021-01..2023-12``: whole years, and no months so far."""
    return period.endswith("-12") and period[:4] != period[-7:-3]


def _comes_together(figure: Figure) -> bool:
    """Whether ``figure`` grows over the months: no yield, no share, nothing left over, nothing yet to do."""
    unit = figure.unit or ""
    if "/" in unit or unit == "%" or figure.task or figure.over is not None:
        return False
    return not is_stock(figure.low_before) and not figure.low_after.lstrip().startswith(_NOT_YET)


def _apart(mentions: Sequence[PeriodMention], measures: Sequence[Measure]) -> list[PeriodMention]:
    """The periods that are not cut out of a figure: in "9 tháng 7.864 tỷ" there is no "tháng 7"."""
    starts = [measure.span.start for measure in measures]
    kept = []
    for mention in mentions:
        index = bisect_left(starts, mention.span.end) - 1
        if (
            index < 0
            or measures[index].span.end <= mention.span.start
            or measures[index].span.start <= mention.span.start
        ):
            kept.append(mention)
    return kept


__all__ = ["extract_quantities", "read_quantities"]
