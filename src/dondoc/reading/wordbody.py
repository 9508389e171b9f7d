"""The body of a Word document, paragraph by paragraph and table by table, in reading order.

Takes         text of runs, hyperlinks, fields (their results), content controls, smart tags, insertions and moves to;
              tabs, line breaks, no-break hyphens; text boxes after the paragraph that holds them
Leaves alone  deletions, moves from, field codes, hidden text, the fallback copies of drawings
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from dondoc.reading.wordml import Names, to_int, toggle
from dondoc.reading.wordstyles import Style

_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_DEEPEST_TABLE = 8
_PLAIN = Style()
# Codes of the font Symbol that a figure may hold; those of Wingdings are pictures.
_SIGNS = {0xA3: "≤", 0xB3: "≥", 0xB1: "±", 0xB4: "×", 0xB0: "°", 0xB2: "″", 0xA2: "′", 0xB9: "≠", 0x2D: "-", 0x2B: "+"}


@dataclass(slots=True)
class WordParagraph:
    """A paragraph as it is written: ``text`` with \\t and \\n, offsets of bold stretches and of note references."""

    number: int
    node: etree._Element
    text: str = ""
    bold: list[tuple[int, int]] = field(default_factory=list)
    notes: list[tuple[int, str, str]] = field(default_factory=list)
    pages: list[int] = field(default_factory=list)


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
        self._paragraph, self._table, self._run = w("p"), w("tbl"), w("r")
        self._wrappers = {
            w("sdt"),
            w("sdtContent"),
            w("ins"),
            w("moveTo"),
            w("customXml"),
            w("smartTag"),
            w("txbxContent"),
        }
        self._breaks = {w("br"): "\n", w("cr"): "\n", w("tab"): "\t", w("noBreakHyphen"): "-", w("ptab"): "\t"}
        self._text, self._properties = w("t"), w("rPr")
        self._notes = {w("footnoteReference"): "footnote", w("endnoteReference"): "endnote"}
        self._val, self._type, self._id = w("val"), w("type"), w("id")
        self._page = w("lastRenderedPageBreak")
        self._boxes = b"txbxContent" in data
        self._rendered = b"lastRenderedPageBreak" in data
        self._odd_properties = b"superscript" in data or b"vanish" in data
        self._looks = {name: style for name, style in (styles or {}).items() if style.bold or style.hidden}
        self._symbol, self._symbol_code = w("sym"), w("char")
        self._font = w("font")
        self._single = {*self._breaks, self._symbol}
        self._next = 0
        prune(root, data)

    def blocks(self, parent: etree._Element, depth: int = 0) -> Iterator[WordParagraph | WordTable]:
        """Yield the paragraphs and tables under ``parent``."""
        for child in parent:
            tag = child.tag
            if tag == self._paragraph:
                yield from self.paragraphs(child)
            elif tag == self._table and depth < _DEEPEST_TABLE:
                yield self._read_table(child, depth)
            elif tag in self._wrappers:
                yield from self.blocks(child, depth)

    def paragraphs(self, node: etree._Element) -> Iterator[WordParagraph]:
        """Yield the paragraph at ``node``, then those of the text boxes anchored in it."""
        paragraph = WordParagraph(self._next, node)
        self._next += 1
        self._fill(paragraph)
        yield paragraph
        if self._boxes:
            for inner in node.iterdescendants(self._paragraph):
                paragraph = WordParagraph(self._next, inner)
                self._next += 1
                self._fill(paragraph)
                yield paragraph

    def runs(self, node: etree._Element) -> Iterator[etree._Element]:
        """Yield the runs of the paragraph at ``node`` itself, not those of text boxes in it."""
        for run in node.iter(self._run):
            if not self._boxes or next(run.iterancestors(self._paragraph)) is node:
                yield run

    def _fill(self, paragraph: WordParagraph) -> None:
        pieces: list[str] = []
        length = 0
        usual = self._look_of(paragraph.node, "pPr", "pStyle") if self._looks else _PLAIN
        for run in self.runs(paragraph.node):
            start, bold, raised, hidden = length, bool(usual.bold), False, bool(usual.hidden)
            if hidden and next(run.iterchildren(self._properties), None) is None:
                continue
            for child in run:
                tag = child.tag
                if tag == self._text:
                    words = child.text or ""
                    if raised and words.strip().isdecimal():
                        words = words.translate(_RAISED)
                elif tag == self._properties:
                    bold, raised, hidden = self._read_properties(child, usual)
                    if hidden:
                        break
                    continue
                elif tag == self._symbol:
                    words = _symbol(child.get(self._font, ""), child.get(self._symbol_code))
                elif tag in self._breaks:
                    words = self._breaks[tag]
                    if words == "\n" and child.get(self._type) == "page":
                        if not self._rendered:
                            paragraph.pages.append(length)
                        words = " "
                elif tag in self._notes:
                    paragraph.notes.append((length, self._notes[tag], child.get(self._id, "")))
                    continue
                elif tag == self._page:
                    paragraph.pages.append(length)
                    continue
                else:
                    continue
                pieces.append(words)
                length += len(words)
            if bold and length > start:
                paragraph.bold.append((start, length))
        paragraph.text = "".join(pieces)

    def letters(self, node: etree._Element) -> Iterator[tuple[etree._Element, etree._Element, int, int]]:
        """Yield (run, child, start, end) of everything in the paragraph at ``node`` that its text is made of."""
        at = 0
        usual = self._look_of(node, "pPr", "pStyle") if self._looks else _PLAIN
        for run in self.runs(node):
            if usual.hidden and next(run.iterchildren(self._properties), None) is None:
                continue
            for child in run:
                if child.tag == self._properties and self._read_properties(child, usual)[2]:
                    break
                length = len(child.text or "") if child.tag == self._text else int(child.tag in self._single)
                if length:
                    yield run, child, at, at + length
                at += length

    def _look_of(self, node: etree._Element, properties: str, style: str) -> Style:
        """The style that ``node`` (a paragraph, a run's properties) names."""
        inner = next(node.iterchildren(self.names(properties)), None) if properties else node
        named = next(inner.iterchildren(self.names(style)), None) if inner is not None else None
        return self._looks.get(named.get(self._val, ""), _PLAIN) if named is not None else _PLAIN

    def _read_properties(self, node: etree._Element, usual: Style) -> tuple[bool, bool, bool]:
        """Whether run properties say bold, superscript, hidden; ``usual`` is the style of the paragraph."""
        w = self.names
        is_bold = toggle(node, w("b"), self._val)
        named = self._look_of(node, "", "rStyle") if self._looks else _PLAIN
        if is_bold is None:
            is_bold = bool(usual.bold) != bool(named.bold)
        if not (self._odd_properties or self._looks):
            return is_bold, False, False
        raised = next(node.iterchildren(w("vertAlign")), None)
        is_hidden = toggle(node, w("vanish"), self._val)
        return (
            is_bold,
            raised is not None and raised.get(self._val) == "superscript",
            bool(usual.hidden or named.hidden) if is_hidden is None else is_hidden,
        )

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


def _symbol(font: str, code: str | None) -> str:
    """The sign of a symbol font: its code where a letter font would have it, else a space (an arrow, a tick)."""
    try:
        found = int(code or "", 16)
    except ValueError:
        return " "
    found -= 0xF000 if 0xF020 <= found <= 0xF0FF else 0
    return _SIGNS.get(found, " ") if font == "Symbol" else " "


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
