"""Measures to quantities: what each figure measures, when, in which role, of which whole.

Sentence by sentence, in fixed steps: the words around each figure, roles, lists of parts, bases of changes, names,
periods. Every step looks at one sentence and what carried over from the one before, so the time is linear.
"""

from bisect import bisect_left
from collections.abc import Sequence

from dondoc.extraction.quantities.adding import link_sums
from dondoc.extraction.quantities.bases import set_bases
from dondoc.extraction.quantities.calendar import Calendar, read_calendar
from dondoc.extraction.quantities.figures import Figure, Sentence, read_sentences
from dondoc.extraction.quantities.indicators import name_figures
from dondoc.extraction.quantities.parts import link_item, link_parts
from dondoc.extraction.quantities.periods import read_period
from dondoc.extraction.quantities.placing import topic_of, whole_above
from dondoc.extraction.quantities.ranges import leading_period, ranged_period
from dondoc.extraction.quantities.roles import read_roles
from dondoc.extraction.quantities.told import told_quantities
from dondoc.extraction.structure import Outline
from dondoc.facts import Base, Directive, Header, Measure, PeriodMention, Quantity, Reference
from dondoc.grammar.context import TimeContext
from dondoc.grammar.measures import find_measures
from dondoc.grammar.periods import find_periods
from dondoc.text import Text


def extract_quantities(
    text: Text,
    outline: Outline,
    header: Header,
    context: TimeContext,
    references: Sequence[Reference],
    directives: Sequence[Directive],
) -> tuple[Quantity, ...]:
    """Return the quantities of ``text`` in reading order, ids "q1", "q2", ..."""
    measures = tuple(find_measures(text.content))
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
    _read_words(text, outline, sentences)
    link_sums(sentences, [item.parent for item in outline.items])
    of_month = calendar.month is not None and calendar.month[5:].isdecimal()
    monthly = len(calendar.period or "") == 7 or of_month or not (header.period or context.period)
    _read_periods(sentences, calendar, monthly)
    return told_quantities(text, sentences)


def _read_words(text: Text, outline: Outline, sentences: Sequence[Sentence]) -> None:
    """Roles, parts, bases and names. The last base and the first name of a sentence go on in its item."""
    figures: list[Figure] = []
    known: list[Base | None] = []
    base: Base | None = None
    topic = first_name = ""
    item = -1
    for number, sentence in enumerate(sentences):
        if sentence.item != item:
            item, topic, first_name = sentence.item, topic_of(text, outline, sentence.item), ""
            base = known[sentence.anchor.number] if sentence.anchor is not None else None
        read_roles(sentence)
        link_parts(sentence, figures)
        whole = whole_above(text, outline, sentences, number)
        if whole is not None:
            link_item(sentence, whole)
            base = base or known[whole.number]
        set_bases(sentence, base)
        base = next((figure.base for figure in reversed(sentence.figures) if figure.base), base)
        known += [base] * len(sentence.figures)
        name_figures(sentence, topic, first_name)
        first_name = next((figure.indicator for figure in sentence.figures if figure.role != "part"), None) or ""
        figures += sentence.figures


def _read_periods(sentences: Sequence[Sentence], calendar: Calendar, monthly: bool) -> None:
    """Periods; the months that a sentence begins with, or that it names from a day on, go on in its item."""
    ranged: str | None = None
    item, carried = -1, None
    for sentence in sentences:
        goes_on = sentence.item == item
        lead = leading_period(sentence, calendar) or (carried if ranged and goes_on else None)
        if lead or not goes_on:
            item, carried = sentence.item, lead
        sentence.period = carried
        for figure in sentence.figures:
            period = figure.period = read_period(figure, sentence, calendar)
            if monthly and figure.role == "actual" and ".." in (period or "") and "/" not in (figure.unit or ""):
                figure.role = "cumulative"
        ranged = ranged_period(sentence, calendar)
        carried = ranged or carried


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
