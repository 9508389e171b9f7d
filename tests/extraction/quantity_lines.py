"""Own-written lines of an invented province with the answer marked inside: [words|role/base|name|period]."""

import re
from dataclasses import dataclass

from dondoc.extraction.quantities import read_quantities
from dondoc.extraction.structure import read_outline
from dondoc.facts import Directive, Facts, Header
from dondoc.grammar.context import TimeContext
from dondoc.grammar.measures import find_measures
from dondoc.grammar.periods import find_periods
from dondoc.text import Block, Footnote, OffsetMap, Span, Text

_MARK = re.compile(r"\[([^|\]]+)\|([^\]]*)\]")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Expected:
    """One marked figure: its words and the fields that the mark states ("" is not stated, "-" is None)."""

    start: int
    words: str
    role: str
    base: str
    name: str
    period: str


def unmark(line: str) -> tuple[str, list[Expected]]:
    """Return the line without marks, and the marks with their places in it."""
    plain, marks, end = "", [], 0
    for match in _MARK.finditer(line):
        plain += line[end : match.start()]
        fields = [*match[2].split("|"), "", ""]
        role, _, base = fields[0].partition("/")
        marks.append(Expected(len(plain), match[1], role, base, fields[1], fields[2]))
        plain += match[1]
        end = match.end()
    return plain + line[end:], marks


def facts_of(content: str, period: str | None = "2024-09", note: str = "", task: bool = False) -> Facts:
    """Facts of a paragraph a line; ``note`` is a footnote attached where ``^`` stands."""
    anchor = content.find("^")
    content = content.replace("^", "")
    spans, position = [], 0
    for line in content.split("\n"):
        spans.append(Span(position, position + len(line)))
        position += len(line) + 1
    blocks = [Block("paragraph", span) for span in spans if span.end > span.start]
    notes: tuple[Footnote, ...] = ()
    if note:
        span = Span(len(content) + 1, len(content) + 1 + len(note))
        content = f"{content}\n{note}"
        blocks.append(Block("footnote", span))
        notes = (Footnote("1", anchor, span),)
    text = Text(content, tuple(blocks), content, OffsetMap.identity(len(content)), notes)
    context = TimeContext(None, period, int(period[:4]) if period else 2024)
    header = Header(period=period)
    outline = read_outline(text)
    tasks = []
    if task:
        sentences = [sentence for item in outline.items for sentence in item.sentences]
        tasks = [Directive(f"d{i}", s, None, (), (), None, (), (), "test") for i, s in enumerate(sentences)]
    measures, mentions = find_measures(content), find_periods(content, context)
    quantities = read_quantities(text, outline, header, context, tasks, measures, mentions)
    return Facts(text, header, quantities=quantities)


def overlap(first: str | None, second: str | None) -> float:
    """F1 of the words of two names."""
    a, b = (_WORD.findall((name or "").lower()) for name in (first, second))
    shared = sum(min(a.count(word), b.count(word)) for word in set(a))
    return 2 * shared / (len(a) + len(b)) if a or b else 1.0
