"""Mentions to facts."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from operator import itemgetter

from dondoc.extraction.directives import extract_directives
from dondoc.extraction.doubts import with_doubts
from dondoc.extraction.header import extract_header
from dondoc.extraction.quantities import read_quantities
from dondoc.extraction.quantities.declared import with_declared
from dondoc.extraction.structure import read_outline
from dondoc.extraction.tables import read_layouts, read_tables, without_tables
from dondoc.extraction.time_context import read_context
from dondoc.facts import Directive, Facts, Quantity
from dondoc.grammar.agencies import find_agencies
from dondoc.grammar.agencies.folding import text_key
from dondoc.grammar.deadlines import find_deadlines
from dondoc.grammar.measures import find_measures
from dondoc.grammar.periods import find_periods
from dondoc.grammar.references import find_references
from dondoc.text import Span, Text

_NAMED = 3


def extract(text: Text) -> Facts:
    """Extract header, directives and quantities of ``text``; tables of figures are read by rules of their own."""
    layouts = read_layouts(text) if text.tables else []
    whole, text = text, without_tables(text, layouts)
    outline = read_outline(text)
    agencies = tuple(find_agencies(text.content))
    header = extract_header(text, agencies)
    context = read_context(text, header)
    references = tuple(find_references(text.content))
    periods = find_periods(text.content, context)
    deadlines = tuple(find_deadlines(text.content, context, periods=periods))
    directives = extract_directives(text, outline, header, context, agencies, references, deadlines)
    text_key.cache_clear()
    measures = with_declared(text, find_measures(text.content))
    quantities = read_quantities(text, outline, header, context, directives, measures, periods)
    tables, cells = read_tables(whole, layouts, context, quantities)
    if cells:
        quantities = tuple(sorted((*quantities, *cells), key=lambda quantity: quantity.span))
    return Facts(
        text=whole,
        header=header,
        directives=_with_targets(text, directives, quantities),
        quantities=with_doubts(text, quantities),
        agencies=agencies,
        references=references,
        deadlines=deadlines,
        warnings=tuple(_misprints(text, quantities)),
        tables=tables,
    )


def _misprints(text: Text, quantities: Sequence[Quantity]) -> Iterator[str]:
    """One sentence for each kind of misprint, with the figures it was met in."""
    met: dict[str, list[str]] = {}
    for quantity in quantities:
        if quantity.warning:
            met.setdefault(quantity.warning, []).append(f"“{' '.join(text[quantity.span].split())}”")
    for warning, figures in met.items():
        more = f" và {len(figures) - _NAMED} số khác" if len(figures) > _NAMED else ""
        yield f"{', '.join(figures[:_NAMED])}{more}: {warning}"


def _with_targets(text: Text, directives: Sequence[Directive], quantities: Sequence[Quantity]) -> tuple[Directive, ...]:
    """Give each directive the planned values and ranks of its sentence and of the footnotes anchored in it."""
    targets = sorted((q for q in quantities if q.role in ("plan", "rank")), key=lambda quantity: quantity.span)
    starts = [target.span.start for target in targets]
    notes = sorted((note.anchor, note.span) for note in text.footnotes if note.anchor is not None)
    linked = []
    for directive in directives:
        start, end = directive.span
        first, behind = (bisect_left(notes, at + 1, key=itemgetter(0)) for at in (start, end))
        inside: set[int] = set()
        for span in (directive.span, *(span for _, span in notes[first:behind])):
            inside.update(_covered(targets, starts, span))
        ids = tuple(targets[index].id for index in sorted(inside))
        linked.append(replace(directive, targets=ids) if ids else directive)
    return tuple(linked)


def _covered(targets: Sequence[Quantity], starts: Sequence[int], span: Span) -> Iterator[int]:
    """Places in ``targets``, which begin at ``starts``, of those inside ``span``."""
    for index in range(bisect_left(starts, span.start), bisect_left(starts, span.end + 1)):
        if span.covers(targets[index].span):
            yield index
