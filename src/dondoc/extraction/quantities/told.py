"""Figures to facts: the quantity that each figure of the text tells, with the evidence for every part of it."""

from decimal import Decimal

from dondoc.extraction.quantities.figures import CLAUSE_REACH, Figure, Sentence
from dondoc.facts import Evidence, Quantity
from dondoc.text import Span, Text

_MINUS = ("-", "–", "−")
_NAME_CARRIED = Evidence("indicator", "indicator.carried")
_PERIOD_CARRIED = Evidence("period", "period.carried")


def told_quantities(text: Text, sentences: list[Sentence]) -> tuple[Quantity, ...]:
    """The quantities of ``sentences`` in reading order, ids "q1", "q2", ...

    A sentence is taken out once its figures are told: those of a long document weigh more than its text.
    """
    told: list[Quantity] = []
    sentences.reverse()
    while sentences:
        sentence = sentences.pop()
        told += [_quantity(text, sentence, figure) for figure in sentence.figures]
        for figure in sentence.figures:
            figure.under = figure.over = None  # the two of a pair hold each other
        sentence.figures.clear()
    return tuple(told)


def _quantity(text: Text, sentence: Sentence, figure: Figure) -> Quantity:
    measure, role = figure.measure, figure.role
    named = _indicator_span(text, sentence, figure) if figure.indicator else None
    return Quantity(
        f"q{figure.number + 1}",
        measure.span,
        _signed(text, figure) if role == "change" else measure.value,
        figure.unit,
        measure.half_step,
        figure.indicator,
        figure.period,
        role,
        figure.base if role == "change" else None,
        f"q{figure.whole.number + 1}" if role == "part" and figure.whole is not None else None,
        measure.approx,
        figure.estimate,
        measure.rule,
        named,
        measure.warning,
        _evidence(figure, named),
    )


def _signed(text: Text, figure: Figure) -> Decimal | None:
    """The value of a change: negative where it is a fall or has a minus."""
    value = figure.measure.value
    if value is None:
        return None
    signed = text.content[figure.measure.span.start] in _MINUS or figure.before.rstrip()[-1:] in _MINUS
    falls = figure.fall or (signed and not figure.ranges)
    return -abs(value) if falls else abs(value)


def _evidence(figure: Figure, named: Span | None) -> tuple[Evidence, ...]:
    """Why the figure is what it is, with where its name and its period come from."""
    why = figure.evidence
    stated = False
    for one in why:
        if one.part == "period":
            stated = True
    if figure.indicator:
        why.append(Evidence("indicator", "indicator.words", named) if named else _NAME_CARRIED)
    if figure.period and not stated:
        why.append(_PERIOD_CARRIED)
    return tuple(why)


def _indicator_span(text: Text, sentence: Sentence, figure: Figure) -> Span | None:
    """Where the name stands in the clause around the figure, None where it was put together or carried over."""
    name = figure.indicator or ""
    start, end = sentence.span
    if end - start > CLAUSE_REACH:
        start = max(start, figure.measure.span.start - CLAUSE_REACH)
        end = min(end, figure.measure.span.end + CLAUSE_REACH)
    at = text.content.find(name, start, end)
    return Span(at, at + len(name)) if at >= 0 else None
