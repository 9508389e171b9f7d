"""Mentions to facts."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from dondoc.extraction.directives import extract_directives
from dondoc.extraction.header import extract_header
from dondoc.extraction.quantities import extract_quantities
from dondoc.extraction.structure import read_outline
from dondoc.facts import Directive, Facts, Header, Quantity
from dondoc.grammar.agencies import find_agencies
from dondoc.grammar.context import TimeContext
from dondoc.grammar.deadlines import find_deadlines
from dondoc.grammar.references import find_references
from dondoc.text import Text

_YEAR = re.compile(r"(?:19|20)\d{2}")


def extract(text: Text) -> Facts:
    """Extract header, directives and quantities of ``text``."""
    outline = read_outline(text)
    header = extract_header(text)
    context = read_context(text, header)
    agencies = tuple(find_agencies(text.content))
    references = tuple(find_references(text.content))
    deadlines = tuple(find_deadlines(text.content, context))
    directives = extract_directives(text, outline, header, context, agencies, references, deadlines)
    quantities = extract_quantities(text, outline, header, context, references, directives)
    return Facts(
        text=text,
        header=header,
        directives=_with_targets(text, directives, quantities),
        quantities=quantities,
        agencies=agencies,
        references=references,
        deadlines=deadlines,
        warnings=tuple(quantity.warning for quantity in quantities if quantity.warning),
    )


def read_context(text: Text, header: Header) -> TimeContext:
    """What the header says about time; the year of the latest date named where it is silent."""
    issued = _last_day(header.issued) or (header.event.date if header.event else None)
    year = _year_of(header.period) or (issued.year if issued else None) or _year_of(text.content[:4000])
    return TimeContext(issued=issued, period=header.period, year=year)


def _year_of(words: str | None) -> int | None:
    match = _YEAR.search(words or "")
    return int(match.group()) if match else None


def _last_day(issued: str | None) -> date | None:
    if not issued:
        return None
    parts = [int(part) for part in issued.split("-")]
    if len(parts) == 3:
        return date(*parts)
    year, month = parts
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def _with_targets(text: Text, directives: Sequence[Directive], quantities: Sequence[Quantity]) -> tuple[Directive, ...]:
    """Give each directive the planned values and ranks of its sentence and of the footnotes anchored in it."""
    targets = sorted((q for q in quantities if q.role in ("plan", "rank")), key=lambda quantity: quantity.span)
    linked = []
    for directive in directives:
        spans = [directive.span]
        spans += [
            note.span
            for note in text.footnotes
            if note.anchor is not None and directive.span.start < note.anchor <= directive.span.end
        ]
        ids = tuple(q.id for q in targets if any(span.covers(q.span) for span in spans))
        linked.append(replace(directive, targets=ids) if ids else directive)
    return tuple(linked)
