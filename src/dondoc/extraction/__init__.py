"""Mentions to facts."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from operator import itemgetter

from dondoc.extraction.directives import extract_directives
from dondoc.extraction.doubts import with_doubts
from dondoc.extraction.header import extract_header
from dondoc.extraction.quantities import read_quantities
from dondoc.extraction.structure import read_outline
from dondoc.extraction.tables import read_layouts, read_tables, without_tables
from dondoc.facts import Directive, Facts, Header, Quantity
from dondoc.grammar.agencies import find_agencies
from dondoc.grammar.agencies.folding import text_key
from dondoc.grammar.context import TimeContext
from dondoc.grammar.deadlines import find_deadlines
from dondoc.grammar.measures import find_measures
from dondoc.grammar.periods import find_periods
from dondoc.grammar.references import find_references
from dondoc.text import Span, Text

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_COMPARED = re.compile(r"(?:cùng kỳ|so sánh|so với|so năm|giai đoạn|nhiệm kỳ)[^.;]*\Z")
_COMPARED_YEAR = re.compile(r"(?:cùng kỳ|so (?:với )?cuối)(?: của)? năm (?P<year>20\d\d)(?!\d|\s*[-–])", re.IGNORECASE)
# Nothing cites a document of a later year: "Nghị quyết số 01/NQ-CP ngày 08/01/2022".
_CITED_YEAR = re.compile(
    r"(?:Nghị quyết|Quyết định|Thông báo|Kế hoạch|Chỉ thị|Công văn|Công điện|Nghị định|Thông tư)\s(?:số\s*)?\d+"
    r"/[^\s]{2,30}\s+ngày\s+\d{1,2}[/.-]\d{1,2}[/.-](?P<year>20\d\d)(?!\d)"
)
_REACH = 30
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
    quantities = read_quantities(text, outline, header, context, directives, find_measures(text.content), periods)
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


def read_context(text: Text, header: Header) -> TimeContext:
    """What the header says about time; the year of the latest date named where it is silent.

    A page of news without a day tells its figures by their own words: what its first lines name may be a plan's term.
    """
    issued = _last_day(header.issued) or (header.event.date if header.event else None)
    period = None if header.type == "news" and header.issued is None else header.period
    opening = text.content[:4000]
    year = _year_of(period) or (issued.year if issued else None)
    if year is None:
        cited = [int(found["year"]) for found in _CITED_YEAR.finditer(text.content)]
        told = (_year_of(opening) or _year_after(opening), max(cited, default=None) if len(cited) > 1 else None)
        year = max((one for one in told if one is not None), default=None)
    return TimeContext(issued=issued, period=period, year=year)


def _year_of(words: str | None) -> int | None:
    """The first year named that is not one compared with: "tăng 8% so với cùng kỳ năm 2017" says nothing of now."""
    for match in _YEAR.finditer(words or ""):
        if not _COMPARED.search(match.string[max(0, match.start() - _REACH) : match.start()].lower()):
            return int(match.group())
    return None


def _year_after(words: str) -> int | None:
    """The year after the latest one compared with: "tăng 8% so với cùng kỳ năm 2017" is told of 2018."""
    years = [int(found["year"]) for found in _COMPARED_YEAR.finditer(words)]
    return max(years) + 1 if years else None


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
