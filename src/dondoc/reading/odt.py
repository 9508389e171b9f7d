"""OpenDocument texts (.odt) to :class:`dondoc.text.Text`.

Reads         paragraphs, headings, lists with the numbers they show, tables, footnotes and endnotes, text boxes,
              tracked insertions
Leaves alone  tracked deletions, comments, headers and footers of the page
"""

from collections.abc import Iterator

from lxml import etree

from dondoc.reading.errors import ReadingError
from dondoc.reading.items import Item, ItemCell, ItemTable, tell
from dondoc.reading.odtlists import STYLE, TEXT, Count, ListStyles
from dondoc.reading.package import BROKEN, Package, parse_xml
from dondoc.reading.storyline import Storyline
from dondoc.reading.wordml import to_int
from dondoc.text import Text

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_BOLD = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}font-weight"
_LOCKED = "Tệp .odt được đặt mật khẩu; hãy bỏ mật khẩu rồi tải lên lại."
_SKIPPED = frozenset({f"{TEXT}tracked-changes", f"{OFFICE}annotation", f"{OFFICE}forms", f"{TEXT}sequence-decls"})
_ROW_GROUPS = frozenset({f"{TABLE}table-header-rows", f"{TABLE}table-rows", f"{TABLE}table-row-group"})
_MOST_REPEATED = 500
_DEEPEST = 60


def read_odt(data: bytes) -> Text:
    """Return the text of an .odt file."""
    package = Package(data, suffix=".odt", program="LibreOffice")
    if b"manifest:encryption-data" in package.read("META-INF/manifest.xml"):
        raise ReadingError(_LOCKED)
    raw = package.read("content.xml")
    if not raw:
        raise package.refusal(BROKEN)
    styles = package.read("styles.xml")
    try:
        root = parse_xml(raw)
        roots = [root, *([parse_xml(styles)] if styles else [])]
    except ReadingError as error:
        raise package.refusal(str(error)) from error
    body = next(root.iter(f"{OFFICE}text"), None)
    if body is None:
        raise package.refusal(BROKEN)
    reader = _Reader(ListStyles(roots), frozenset(_bold_styles(roots)))
    reader.blocks(body, 0)
    story = Storyline()
    tell(story, reader.items)
    for kind, name, words in reader.notes:
        story.note(kind, name, words)
    return story.text("odt")


def _bold_styles(roots: list[etree._Element]) -> Iterator[str]:
    for root in roots:
        for node in root.iter(f"{STYLE}style"):
            if any(each.get(_BOLD) == "bold" for each in node.iterchildren(f"{STYLE}text-properties")):
                yield node.get(f"{STYLE}name", "")


class _Reader:
    """Goes through the body and collects its paragraphs, tables and notes in order."""

    def __init__(self, styles: ListStyles, bold: frozenset[str]) -> None:
        self.items: list[Item | ItemTable] = []
        self.notes: list[tuple[str, str, str]] = []
        self._styles, self._bold = styles, bold
        self._counts: dict[str, Count] = {}
        self._last: dict[str, Count] = {}
        self._mark = ""
        self._level: int | None = None
        self._boxes: list[etree._Element] = []

    def blocks(self, parent: etree._Element, depth: int) -> None:
        """Read the blocks under ``parent``."""
        if depth > _DEEPEST:
            return
        for node in parent.iterchildren(etree.Element):
            if node.tag in (f"{TEXT}p", f"{TEXT}h"):
                self._paragraph(node, depth)
            elif node.tag == f"{TEXT}list":
                self._list(node, depth)
            elif node.tag == f"{TABLE}table":
                self.items.append(self._table(node, depth))
            elif node.tag not in _SKIPPED:
                self.blocks(node, depth + 1)

    def _paragraph(self, node: etree._Element, depth: int) -> None:
        item = Item(mark=self._mark, level=self._level)
        if node.tag == f"{TEXT}h":
            item.heading, item.level = True, max(0, to_int(node.get(f"{TEXT}outline-level"), 1) - 1)
        outer, self._boxes = self._boxes, []
        self._inline(node, item, node.get(f"{TEXT}style-name", "") in self._bold, depth)
        boxes, self._boxes = self._boxes, outer
        if item.words.strip():
            self._mark = ""
            self.items.append(item)
        for box in boxes:
            self.blocks(box, depth + 1)

    def _inline(self, node: etree._Element, item: Item, bold: bool, depth: int) -> None:
        if depth > _DEEPEST:
            return
        item.add(_plain(node.text), bold=bold)
        for child in node.iterchildren(etree.Element):
            tag = child.tag
            if tag == f"{TEXT}s":
                item.add(" " * max(1, min(to_int(child.get(f"{TEXT}c"), 1), 200)))
            elif tag == f"{TEXT}tab":
                item.add("\t")
            elif tag == f"{TEXT}line-break":
                item.add("\n")
            elif tag == f"{TEXT}note":
                self._note(child, item, depth)
            elif tag in (f"{DRAW}text-box", f"{DRAW}custom-shape"):
                self._boxes.append(child)
            elif tag not in _SKIPPED:
                self._inline(child, item, bold or child.get(f"{TEXT}style-name", "") in self._bold, depth + 1)
            item.add(_plain(child.tail), bold=bold)

    def _note(self, node: etree._Element, item: Item, depth: int) -> None:
        kind = "endnote" if node.get(f"{TEXT}note-class") == "endnote" else "footnote"
        name = str(len(self.notes) + 1)
        item.notes.append((len(item.words), kind, name))
        inner = _Reader(self._styles, self._bold)
        for body in node.iterchildren(f"{TEXT}note-body"):
            inner.blocks(body, depth + 1)
        self.notes.append((kind, name, " ".join(each.words.strip() for each in _flat(inner.items))))

    def _list(
        self, node: etree._Element, depth: int, style: str = "", level: int = 1, count: Count | None = None
    ) -> None:
        style = node.get(f"{TEXT}style-name") or style
        if count is None:
            follows = node.get(f"{TEXT}continue-list")
            if follows is not None:
                count = self._counts.get(follows)
            elif node.get(f"{TEXT}continue-numbering") == "true":
                count = self._last.get(style)
            count = count or Count()
        self._counts[node.get("{http://www.w3.org/XML/1998/namespace}id", "")] = self._last[style] = count
        if depth > _DEEPEST:
            return
        for entry in node.iterchildren(f"{TEXT}list-item", f"{TEXT}list-header"):
            begun = False
            for child in entry.iterchildren(etree.Element):
                if child.tag == f"{TEXT}list":
                    self._list(child, depth + 1, style, level + 1, count)
                    continue
                if not begun and entry.tag == f"{TEXT}list-item":
                    value = entry.get(f"{TEXT}start-value")
                    self._mark = self._styles.mark(style, level, count, None if value is None else to_int(value, 1))
                    begun = True
                self._level = level - 1
                self._single(child, depth)
                self._mark, self._level = "", None

    def _single(self, node: etree._Element, depth: int) -> None:
        if node.tag in (f"{TEXT}p", f"{TEXT}h"):
            self._paragraph(node, depth)
        elif node.tag == f"{TABLE}table":
            self.items.append(self._table(node, depth))
        else:
            self.blocks(node, depth + 1)

    def _table(self, node: etree._Element, depth: int) -> ItemTable:
        table = ItemTable()
        for row, line in enumerate(_rows(node, 0)):
            column = 0
            for cell in line.iterchildren(f"{TABLE}table-cell", f"{TABLE}covered-table-cell"):
                repeated = max(1, min(to_int(cell.get(f"{TABLE}number-columns-repeated"), 1), _MOST_REPEATED))
                if cell.tag == f"{TABLE}table-cell":
                    down = max(1, min(to_int(cell.get(f"{TABLE}number-rows-spanned"), 1), _MOST_REPEATED))
                    right = max(1, min(to_int(cell.get(f"{TABLE}number-columns-spanned"), 1), _MOST_REPEATED))
                    inner = _Reader(self._styles, self._bold)
                    inner.notes, inner._counts, inner._last = self.notes, self._counts, self._last
                    inner.blocks(cell, depth + 1)
                    table.cells.append(ItemCell(row, column, down, right, list(_flat(inner.items))))
                column += repeated
        return table


def _plain(words: str | None) -> str:
    """``words`` of a node; line breaks and tabs of the file are spaces, the text's own are elements."""
    return (words or "").replace("\n", " ").replace("\t", " ").replace("\r", " ")


def _flat(items: list[Item | ItemTable]) -> Iterator[Item]:
    for item in items:
        if isinstance(item, Item):
            yield item
        else:
            yield from (inner for cell in item.cells for inner in cell.items)


def _rows(node: etree._Element, depth: int) -> Iterator[etree._Element]:
    if depth > _DEEPEST:
        return
    for child in node.iterchildren(etree.Element):
        if child.tag == f"{TABLE}table-row":
            yield child
        elif child.tag in _ROW_GROUPS:
            yield from _rows(child, depth + 1)
