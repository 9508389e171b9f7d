"""Saved web pages (.html) to :class:`dondoc.text.Text`: what a reader of the page reads, in its order.

Takes         block elements as blocks, list items with the number they show, tables, bold, footnotes as Word and
              LibreOffice save them
Leaves alone  scripts, styles, navigation, forms, hidden elements
"""

import re

from selectolax.lexbor import LexborHTMLParser

from dondoc.reading.encoding import damage, decode, legacy_encoding, legacy_words
from dondoc.reading.layout import is_layout
from dondoc.reading.letters import LEGACY
from dondoc.reading.nesting import flattened
from dondoc.reading.pagewalk import PageParagraph, PageTable, PageWalker
from dondoc.reading.storyline import Storyline
from dondoc.text import Text

_TAG = re.compile(r"<[^<>]*>")
_BETWEEN_TAGS = re.compile(r"(?<=>)[^<>]+")
_LEGACY_SAMPLE = 200_000


def read_html(data: bytes) -> Text:
    """Return the text of a web page."""
    words = decode(data, markup=True)
    broken = damage(words)
    warnings = (broken,) if broken else ()
    legacy = legacy_encoding(_TAG.sub(" ", words[:_LEGACY_SAMPLE]))
    if legacy is not None:
        words = _BETWEEN_TAGS.sub(lambda match: _converted(match[0], legacy), words)
        warnings = (LEGACY.format(legacy.upper()), *warnings)
    tree = LexborHTMLParser(flattened(words))
    story = Storyline()
    notes: dict[str, list[str]] = {}
    root = tree.body or tree.root
    if root is not None:
        walker = PageWalker()
        walker.walk(root, 0)
        walker.flush()
        for item in walker.items:
            if isinstance(item, PageTable):
                _write_table(story, item)
            elif item.note is not None:
                notes.setdefault(item.note, []).append(item.words)
            else:
                _write(story, item)
    for name, pieces in notes.items():
        story.note("footnote", name, " ".join(pieces))
    return story.text("html", warnings)


def _converted(words: str, legacy: str) -> str:
    """``words`` between two tags, in Unicode."""
    pieces: list[str] = []
    at = 0
    for start, end, fixed in legacy_words(words, legacy):
        pieces += words[at:start], fixed
        at = end
    return "".join(pieces) + words[at:]


def _write(story: Storyline, item: PageParagraph, *, joins: bool = True) -> None:
    story.paragraph(
        None,
        item.words,
        mark=item.mark,
        level=item.level,
        heading=item.heading,
        bold=item.bold,
        notes=item.notes,
        joins=joins,
    )


def _write_table(story: Storyline, table: PageTable) -> None:
    paragraphs = [paragraph for cell in table.cells for paragraph in cell.paragraphs]
    if is_layout(table.rows, table.columns, len(table.cells), "\n".join(item.words for item in paragraphs)):
        for item in paragraphs:
            _write(story, item, joins=False)
        return
    story.begin_table()
    for cell in table.cells:
        story.begin_cell(cell.row, cell.column, cell.rowspan, cell.colspan)
        for item in cell.paragraphs:
            story.in_cell(None, item.words, item.mark, item.bold, item.notes)
        story.end_cell()
    story.end_table()
