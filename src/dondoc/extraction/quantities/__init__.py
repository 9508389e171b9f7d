"""Measures to quantities: what each figure measures, when, in which role, of which whole.

Sentence by sentence, in fixed steps: the words around each figure, roles, lists of parts, bases of changes, names,
periods. Every step looks at one sentence and what carried over from the one before, so the time is linear.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

from dondoc.extraction.quantities.adding import link_sums
from dondoc.extraction.quantities.bases import set_bases
from dondoc.extraction.quantities.figures import CLAUSE_REACH, Figure, Sentence, read_sentences
from dondoc.extraction.quantities.indicators import name_figures
from dondoc.extraction.quantities.names import trim_name
from dondoc.extraction.quantities.parts import link_item, link_parts, open_list
from dondoc.extraction.quantities.periods import leading_period, ranged_period, read_calendar, read_period
from dondoc.extraction.quantities.roles import read_role
from dondoc.extraction.quantities.tables import table_quantities
from dondoc.extraction.structure import Outline
from dondoc.facts import Base, Directive, Evidence, Header, Measure, PeriodMention, Quantity, Reference
from dondoc.grammar.context import TimeContext
from dondoc.grammar.measures import find_measures
from dondoc.grammar.periods import find_periods
from dondoc.text import Span, Text

_TOPIC_WORDS = 8
_INTRODUCES = re.compile(r"[\s*]*(?:trong đó|gồm|bao gồm|cụ thể|chia ra)[^.;\d]{0,30}:[\s*]*\Z", re.IGNORECASE)
_FIGURE = re.compile(r"\d[\d.,]*\s*(?:tỷ|triệu|%|đồng|[a-zà-ỹ]{2,})")


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
    figures: list[Figure] = []
    base: Base | None = None
    known: list[Base | None] = []
    first_name: str | None = None
    item = -1
    for number, sentence in enumerate(sentences):
        base = base if sentence.item == item else None
        base = known[sentence.anchor.number] if sentence.anchor is not None and sentence.item != item else base
        item = sentence.item
        _read_roles(sentence)
        link_parts(sentence, figures)
        parent = _parent(text, outline, sentence.item)
        above = text[outline.items[parent].span][-120:] if parent is not None else ""
        introduced = _introduced(text, outline, parent)
        whole = open_list(sentence, sentences[max(0, number - 12) : number], parent, introduced, above)
        if whole is not None:
            link_item(sentence, whole)
            base = base or known[whole.number]
        set_bases(sentence, base)
        base = next((figure.base for figure in reversed(sentence.figures) if figure.base), base)
        known += [base] * len(sentence.figures)
        last = figures[-1] if figures and number and sentences[number - 1].item == sentence.item else None
        name_figures(sentence, _topic(text, outline, sentence), (first_name if last is not None else "") or "")
        first_name = next((figure.indicator for figure in sentence.figures if figure.role != "part"), None)
        figures += sentence.figures
    link_sums(sentences, [item.parent for item in outline.items])
    of_month = calendar.month is not None and calendar.month[5:].isdecimal()
    monthly = len(calendar.period or "") == 7 or of_month or not (header.period or context.period)
    ranged: str | None = None
    carried: tuple[int, str | None] = (-1, None)
    for sentence in sentences:
        lead = leading_period(sentence, calendar) or (carried[1] if ranged and sentence.item == carried[0] else None)
        if lead or sentence.item != carried[0]:
            carried = (sentence.item, lead)
        sentence.period = carried[1]
        for figure in sentence.figures:
            figure.period = read_period(figure, sentence, calendar)
            if figure.role == "actual" and ".." in (figure.period or "") and monthly and "/" not in (figure.unit or ""):
                figure.role = "cumulative"
        ranged = ranged_period(sentence, calendar)
        if ranged:
            carried = (sentence.item, ranged)
    ids = {id(figure): f"q{number}" for number, figure in enumerate(figures, start=1)}
    told = tuple(_quantity(text, sentence, figure, ids) for sentence in sentences for figure in sentence.figures)
    cells = table_quantities(text, calendar.period, told) if text.tables else ()
    return tuple(sorted((*told, *cells), key=lambda quantity: quantity.span)) if cells else told


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


def _introduced(text: Text, outline: Outline, parent: int | None) -> bool:
    """Whether a line of its own ("Trong đó:") behind the item ``parent`` opens the list."""
    following = outline.items[parent + 1] if parent is not None and parent + 1 < len(outline.items) else None
    return following is not None and _INTRODUCES.match(text[following.span]) is not None


def _parent(text: Text, outline: Outline, item: int) -> int | None:
    """The item that a list item stands under; for a dash below a plain paragraph, that paragraph."""
    own = outline.items[item]
    if own.mark is None or own.block.kind == "footnote":
        return None
    place = item
    while place > 0 and item - place < 12 and outline.items[place].mark == own.mark:
        place -= 1
    above = outline.items[place]
    if above.mark != own.mark and _INTRODUCES.match(text[above.span]):
        return place - 1 if place else None
    if above.mark is None and place != item and text[above.span].rstrip("* \n").endswith(":"):
        return place
    return own.parent if own.parent is not None or above.mark == own.mark else place


def _read_roles(sentence: Sentence) -> None:
    for figure in sentence.figures:
        figure.role = read_role(figure, _lead(sentence, figure))
        figure.estimate = _is_estimate(figure)


def _lead(sentence: Sentence, figure: Figure) -> str:
    """The words of the clause before the figure, in lower case: back to the last semicolon."""
    end = figure.measure.span.start - sentence.span.start
    reach = max(0, end - CLAUSE_REACH)
    start = max(sentence.words.rfind(";", reach, end) + 1, reach)
    return sentence.words[start:end].lower()


def _is_estimate(figure: Figure) -> bool:
    if figure.role in ("change", "share_of_plan", "rate"):
        return False
    tail = figure.before.lower()[-40:]
    return "ước" in tail.replace("nước", "").replace("trước", "").replace("bước", "")


def _topic(text: Text, outline: Outline, sentence: Sentence) -> str:
    """The title that the item gives itself ("Thủy sản: ..."), or its heading."""
    item = outline.items[sentence.item]
    words = text[item.span]
    title, colon, _ = words[:120].partition(":")
    if colon and len(title.split()) <= _TOPIC_WORDS + 4 and not _FIGURE.search(title):
        return trim_name(title.replace("*", ""))
    if item.parent is not None:
        heading = text[outline.items[item.parent].span].partition(":")[0]
        if len(heading.split()) <= _TOPIC_WORDS + 4 and not _FIGURE.search(heading):
            return trim_name(heading.replace("*", ""))
    return ""


def _quantity(text: Text, sentence: Sentence, figure: Figure, ids: dict[int, str]) -> Quantity:
    measure = figure.measure
    value = measure.value
    if value is not None and figure.role == "change":
        falls = (
            figure.fall or text.content[measure.span.start] in "-–−" or figure.before.rstrip()[-1:] in ("-", "–", "−")
        )
        value = -abs(value) if falls else abs(value)
    named = _indicator_span(text, sentence, figure)
    return Quantity(
        id=ids[id(figure)],
        span=measure.span,
        value=value,
        unit=figure.unit,
        half_step=measure.half_step,
        indicator=figure.indicator,
        period=figure.period,
        role=figure.role,
        base=figure.base if figure.role == "change" else None,
        of=ids.get(id(figure.whole)) if figure.role == "part" else None,
        approx=measure.approx,
        estimate=figure.estimate,
        rule=measure.rule,
        indicator_span=named,
        warning=measure.warning,
        evidence=_evidence(figure, named),
    )


def _evidence(figure: Figure, named: Span | None) -> tuple[Evidence, ...]:
    """Why the figure is what it is, with where its name and its period come from."""
    why = list(figure.evidence)
    if figure.indicator:
        why.append(Evidence("indicator", "indicator.words" if named else "indicator.carried", named))
    if figure.period and not any(one.part == "period" for one in why):
        why.append(Evidence("period", "period.carried"))
    return tuple(why)


def _indicator_span(text: Text, sentence: Sentence, figure: Figure) -> Span | None:
    if not figure.indicator:
        return None
    start = max(sentence.span.start, figure.measure.span.start - CLAUSE_REACH)
    end = min(sentence.span.end, figure.measure.span.end + CLAUSE_REACH)
    at = text.content.find(figure.indicator, start, end)
    return Span(at, at + len(figure.indicator)) if at >= 0 else None


__all__ = ["extract_quantities", "read_quantities"]
