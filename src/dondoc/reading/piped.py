"""Tables that are typed with upright strokes into a plain text, as Markdown does.

Finds         | Chỉ tiêu | Kế hoạch | Thực hiện | over rows of figures, with or without the row of dashes
Leaves alone  a single such line; rows without figures (lists of tasks): they stay paragraphs
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dondoc.text import Block, Cell, Span, Table, Text

_FIGURE = re.compile(r"[-+–]?\d[\d.,]*\s*%?")
_RULE = re.compile(r"[\s|:–-]+")
_FEWEST_ROWS = 2
_FEWEST_COLUMNS = 2
_FIGURES_OF_CELLS = 4


def with_piped_tables(text: Text) -> Text:
    """Return ``text`` with a table for every run of its blocks that are rows between strokes."""
    if "|" not in text.content:
        return text
    tables = [table for run in _runs(text) if (table := _table(text, run)) is not None]
    return replace(text, tables=(*text.tables, *tables)) if tables else text


def _runs(text: Text) -> Iterator[list[Block]]:
    run: list[Block] = []
    for block in text.blocks:
        words = text[block.span].strip()
        if words.startswith("|") and words.endswith("|") and "\n" not in words and words.count("|") > _FEWEST_COLUMNS:
            run.append(block)
            continue
        if len(run) >= _FEWEST_ROWS:
            yield run
        run = []
    if len(run) >= _FEWEST_ROWS:
        yield run


def _table(text: Text, rows: Sequence[Block]) -> Table | None:
    """The table of ``rows``; None where hardly any cell is a figure."""
    cells: list[Cell] = []
    figures = row = 0
    for block in rows:
        if _RULE.fullmatch(text[block.span]):
            continue
        for column, span in enumerate(_cells(text, block.span)):
            cells.append(Cell(row, column, span))
            figures += _FIGURE.fullmatch(text[span]) is not None
        row += 1
    if row < _FEWEST_ROWS or figures * _FIGURES_OF_CELLS < len(cells):
        return None
    return Table(Span(rows[0].span.start, rows[-1].span.end), tuple(cells))


def _cells(text: Text, line: Span) -> Iterator[Span]:
    """The words between the strokes of ``line``, without the blanks around them."""
    begin = text.content.index("|", line.start) + 1
    while (behind := text.content.find("|", begin, line.end)) >= 0:
        words = text.content[begin:behind]
        start = begin + len(words) - len(words.lstrip())
        yield Span(start, max(start, begin + len(words.rstrip())))
        begin = behind + 1
