"""The body of a Word document, paragraph by paragraph and table by table, in reading order.

Takes         paragraphs and tables of the body, of content controls, insertions and moves to; text boxes after the
              paragraph that holds them
Leaves alone  deletions, moves from, the fallback copies of drawings
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from dondoc.reading.wordml import Names, to_int
from dondoc.reading.wordruns import Runs, WordParagraph
from dondoc.reading.wordstyles import Style

_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_DEEPEST_TABLE = 8


@dataclass(slots=True)
class WordCell:
    """A table cell: its place in the grid, what it covers, its paragraphs (of nested tables too)."""

    row: int
    column: int
    colspan: int
    rowspan: int
    paragraphs: list[WordParagraph]


@dataclass(slots=True)
class WordTable:
    """A table with its cells in reading order, continued cells of vertical merges taken together."""

    cells: list[WordCell]
    rows: int
    columns: int


class WordBody:
    """Walks a document part (or a note in one). Paragraphs are numbered in document order, fallbacks left out."""

    def __init__(self, root: etree._Element, data: bytes, styles: Mapping[str, Style] | None = None) -> None:
        self.names = w = Names(root.tag)
        self._paragraph, self._table = w("p"), w("tbl")
        self._val = w("val")
        self._wrappers = {
            w("sdt"),
            w("sdtContent"),
            w("ins"),
            w("moveTo"),
            w("customXml"),
            w("smartTag"),
            w("txbxContent"),
        }
        self._runs = Runs(w, data, styles or {})
        self._next = 0
        prune(root, data)

    def blocks(self, parent: etree._Element, depth: int = 0) -> Iterator[WordParagraph | WordTable]:
        """Yield the paragraphs and tables under ``parent``."""
        for child in parent:
            tag = child.tag
            if tag == self._paragraph:
                yield self._read(child)
                if self._runs.boxes:
                    yield from map(self._read, child.iterdescendants(self._paragraph))
            elif tag == self._table and depth < _DEEPEST_TABLE:
                yield self._read_table(child, depth)
            elif tag in self._wrappers:
                yield from self.blocks(child, depth)

    def _read(self, node: etree._Element) -> WordParagraph:
        paragraph = WordParagraph(self._next, node)
        self._next += 1
        self._runs.fill(paragraph)
        return paragraph

    def letters(self, node: etree._Element) -> Iterator[tuple[etree._Element, etree._Element, int, int]]:
        """Yield (run, child, start, end) of everything in the paragraph at ``node`` that its text is made of."""
        return self._runs.letters(node)

    def _read_table(self, node: etree._Element, depth: int) -> WordTable:
        cells: list[WordCell] = []
        open_cells: dict[int, WordCell] = {}
        row = columns = 0
        for line in self._children(node, self.names("tr")):
            column = _grid_skip(line, self.names)
            for cell in self._children(line, self.names("tc")):
                colspan, merge = self._spans(cell)
                paragraphs: list[WordParagraph] = []
                for block in self.blocks(cell, depth + 1):
                    if isinstance(block, WordParagraph):
                        paragraphs.append(block)
                    else:
                        paragraphs.extend(inner for known in block.cells for inner in known.paragraphs)
                above = open_cells.get(column)
                if merge == "continue" and above is not None:
                    above.rowspan += 1
                    above.paragraphs.extend(paragraph for paragraph in paragraphs if paragraph.text.strip())
                else:
                    found = WordCell(row, column, colspan, 1, paragraphs)
                    cells.append(found)
                    open_cells[column] = found
                column += colspan
            columns = max(columns, column)
            row += 1
        return WordTable(cells, row, columns)

    def _children(self, node: etree._Element, tag: str) -> Iterator[etree._Element]:
        for child in node:
            if child.tag == tag:
                yield child
            elif child.tag in self._wrappers:
                yield from self._children(child, tag)

    def _spans(self, cell: etree._Element) -> tuple[int, str | None]:
        w = self.names
        for properties in cell.iterchildren(w("tcPr")):
            span = next(properties.iterchildren(w("gridSpan")), None)
            merge = next(properties.iterchildren(w("vMerge")), None)
            colspan = max(1, min(to_int(span.get(self._val), 1), 100)) if span is not None else 1
            return colspan, (merge.get(self._val) or "continue") if merge is not None else None
        return 1, None


def _grid_skip(row: etree._Element, w: Names) -> int:
    for properties in row.iterchildren(w("trPr")):
        for skip in properties.iterchildren(w("gridBefore")):
            return max(0, min(to_int(skip.get(w("val")), 0), 100))
    return 0


def prune(root: etree._Element, data: bytes) -> None:
    """Take out of ``root`` what the accepted text does not hold."""
    w = Names(root.tag)
    if b"AlternateContent" in data:
        etree.strip_elements(root, _COMPATIBILITY + "Fallback", with_tail=False)
    if b":del" in data or b":moveFrom" in data:
        etree.strip_elements(root, w("del"), w("moveFrom"), with_tail=False)
