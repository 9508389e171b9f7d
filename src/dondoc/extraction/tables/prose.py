"""A text without its tables of figures: what the rules for sentences are to read.

The content keeps its length, so that every offset stays true; the words of tables are blotted out, all but long cells
of words (remarks), which are sentences.
"""

from collections.abc import Sequence
from dataclasses import replace

from dondoc.extraction.tables.layout import Layout
from dondoc.text import Text

_BLOT = "¦"
_REMARK = 60


def without_tables(text: Text, layouts: Sequence[Layout]) -> Text:
    """Return ``text`` with the tables of ``layouts`` blotted out; tables that share out work stay as they are."""
    blotted = [layout for layout in layouts if not layout.assigns]
    if not blotted:
        return text
    pieces: list[str] = []
    at = 0
    kept: set[int] = set()
    for layout in blotted:
        start, end = layout.table.span
        pieces.append(text.content[at:start])
        words = text.content[start:end]
        remarks = [
            place.cell.span
            for row in layout.body
            for place in row
            if len(place.words) >= _REMARK and place.cell.column not in layout.keys
        ]
        cursor = start
        for span in sorted(remarks):
            pieces += [_blot(words[cursor - start : span.start - start]), text.content[span.start : span.end]]
            cursor = span.end
            kept.add(span.start)
        pieces.append(_blot(words[cursor - start :]))
        at = end
    pieces.append(text.content[at:])
    spans = [layout.table.span for layout in blotted]
    blocks = []
    place = 0
    for block in text.blocks:
        while place < len(spans) and spans[place].end <= block.span.start:
            place += 1
        inside = place < len(spans) and spans[place].start <= block.span.start
        if not inside or block.span.start in kept:
            blocks.append(block)
    numbers = {layout.number for layout in blotted}
    tables = tuple(table for number, table in enumerate(text.tables) if number not in numbers)
    return replace(text, content="".join(pieces), blocks=tuple(blocks), tables=tables)


def _blot(words: str) -> str:
    return "\n".join(_BLOT * len(line) for line in words.split("\n"))
