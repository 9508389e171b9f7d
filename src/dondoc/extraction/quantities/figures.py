"""The figures of a sentence with the words around them, the brackets they stand in, the pairs they form.

Finds         before and after each figure the words up to the next one; 711ha/600 ha as one pair; the figure that a
              bracket explains; the figure that a footnote is attached to
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from dondoc.extraction.structure import Outline
from dondoc.facts import Base, Directive, Evidence, Measure, Role
from dondoc.text import Span, Text

# How far back a clause is looked through: longer sentences are lists, and the time stays linear in their length.
CLAUSE_REACH = 600
_SLASH = re.compile(r"[\s*]*/[\s*]*")
_BRACKET = re.compile(r"[()]")


@dataclass(slots=True, eq=False)
class Figure:
    """A measure on its way to a quantity. ``clause`` is all the words of the sentence before it."""

    number: int
    measure: Measure
    before: str
    after: str
    written: str = ""
    depth: int = 0
    owner: "Figure | None" = None
    opens: bool = False
    signed: bool = False
    over: "Figure | None" = None
    under: "Figure | None" = None
    previous: "Figure | None" = None
    task: bool = False
    note_of: "Figure | None" = None
    unit: str | None = None
    role: Role = "actual"
    base: Base | None = None
    whole: "Figure | None" = None
    indicator: str | None = None
    period: str | None = None
    estimate: bool = False
    fall: bool = False
    share: bool = False
    evidence: list[Evidence] = field(default_factory=list)


@dataclass(slots=True)
class Sentence:
    """A sentence that holds figures; ``item`` is its place in the outline."""

    span: Span
    item: int
    words: str
    figures: list[Figure]
    footnote: bool
    task: bool
    anchor: Figure | None = None
    period: str | None = None


def read_sentences(
    text: Text, outline: Outline, measures: Sequence[Measure], directives: Sequence[Directive]
) -> list[Sentence]:
    """Return the sentences that hold measures, in reading order."""
    tasks = [(directive.span.start, directive.span.end) for directive in directives]
    starts = [start for start, _ in tasks]
    begins = [measure.span.start for measure in measures]
    notes = sorted((note.span.start, note.anchor) for note in text.footnotes if note.anchor is not None)
    sentences: list[Sentence] = []
    figures: list[Figure] = []
    for index, item in enumerate(outline.items):
        footnote = item.block.kind == "footnote"
        anchor = _anchor_of(notes, item.block.span) if footnote else None
        for span in item.sentences:
            first, last = bisect_right(begins, span.start - 1), bisect_right(begins, span.end - 1)
            if first >= last:
                continue
            at = anchor if anchor is not None else span.start
            task = _inside(tasks, starts, at) or _inside(tasks, starts, measures[first].span.start)
            sentence = Sentence(span, index, text[span], [], footnote, task)
            sentence.figures = _layout(text.content, span, measures[first:last], len(figures), task)
            if anchor is not None:
                sentence.anchor = _figure_before(figures, anchor)
            figures += sentence.figures
            sentences.append(sentence)
    return sentences


def _anchor_of(notes: Sequence[tuple[int, int]], span: Span) -> int | None:
    index = bisect_right(notes, (span.end, 0)) - 1
    return notes[index][1] if index >= 0 and span.start <= notes[index][0] else None


def _inside(tasks: Sequence[tuple[int, int]], starts: Sequence[int], at: int) -> bool:
    index = bisect_right(starts, at) - 1
    return index >= 0 and at < tasks[index][1]


def _figure_before(figures: Sequence[Figure], anchor: int) -> Figure | None:
    index = bisect_right(figures, anchor, key=lambda figure: figure.measure.span.end) - 1
    return figures[index] if index >= 0 else None


def _layout(content: str, span: Span, measures: Sequence[Measure], first: int, task: bool) -> list[Figure]:
    edges = [span.start, *(edge for measure in measures for edge in measure.span), span.end]
    gaps = [content[edges[i] : max(edges[i], edges[i + 1])] for i in range(0, len(edges), 2)]
    figures = [
        Figure(
            first + i,
            measure,
            gaps[i],
            gaps[i + 1],
            content[measure.span.start : measure.span.end],
            unit=measure.unit,
            task=task,
            signed=content[measure.span.start] in "+-–−",
        )
        for i, measure in enumerate(measures)
    ]
    for one, two in pairwise(figures):
        two.previous = one
        if _SLASH.fullmatch(one.after) and one.unit in (None, two.unit):
            one.under, two.over = two, one
            one.unit = one.unit or two.unit
            two.unit = two.unit or one.unit
    _brackets(figures)
    return figures


def _brackets(figures: Sequence[Figure]) -> None:
    """Give each figure inside brackets the last figure before the bracket as ``owner``."""
    stack: list[Figure | None] = []
    last: Figure | None = None
    for figure in figures:
        opened = False
        for match in _BRACKET.finditer(figure.before):
            if match.group() == "(":
                stack.append(last)
                opened = True
            elif stack:
                stack.pop()
                opened = False
        figure.depth = len(stack)
        figure.owner = stack[-1] if stack else None
        figure.opens = opened and bool(stack)
        last = figure
