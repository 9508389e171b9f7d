"""Word documents (.docx) to :class:`dondoc.text.Text`.

Body order is kept: tables that only lay out the page (issuer and motto, signature and recipients) are read row by row,
each cell fully; tables of data give cells parted by a tab, rows by a line break. Numbers that Word counts itself stand
in the content like typed ones. ``Text.source`` is the words of the document in file order, footnotes last;
``places`` names the paragraph of each stretch, "p:<n>" with n its place among the ``w:p`` of the body, or "note:<id>".
"""

from collections.abc import Callable

from lxml import etree

from dondoc.reading.columns import part_tabs
from dondoc.reading.errors import ReadingError
from dondoc.reading.layout import is_layout
from dondoc.reading.numbering import Numbering
from dondoc.reading.oldfonts import word_encoding
from dondoc.reading.package import NOT_WORD, Package, parse_xml
from dondoc.reading.storyline import Storyline
from dondoc.reading.wordbody import WordBody, WordTable
from dondoc.reading.wordml import Names
from dondoc.reading.wordruns import WordParagraph
from dondoc.reading.wordstyles import Style, read_styles
from dondoc.text import Text

_EMBEDDED = "Tệp .docx chứa phần nhúng từ tệp khác chưa được đọc; hãy mở bằng Word, lưu lại rồi tải lên."


def read_docx(data: bytes) -> Text:
    """Return the text of a .docx file."""
    package = Package(data)
    main = package.main_part()
    parts = dict(package.relationships(main).values())
    raw = package.read(main)
    root = parse_xml(raw) if raw else None
    body = next(root.iterchildren(Names(root.tag)("body")), None) if root is not None else None
    if root is None or body is None:
        raise ReadingError(NOT_WORD)
    legacy = word_encoding(root, raw, Names(root.tag))
    numbers = package.read(parts.get("numbering", ""))
    styles = read_styles(package.read(parts.get("styles", "")))
    reader = _Reader(
        WordBody(root, raw, styles), lambda: Numbering(parse_xml(numbers) if numbers else None), styles, legacy
    )
    reader.read(body)
    for kind in ("footnote", "endnote"):
        name = parts.get(kind + "s")
        if name is not None and reader.story.calls(kind):
            _read_notes(reader.story, kind, package.read(name))
    chunk = next(root.iter(Names(root.tag)("altChunk")), None) if b"altChunk" in raw else None
    return reader.story.text("docx", () if chunk is None else (_EMBEDDED,))


def _read_notes(story: Storyline, kind: str, data: bytes) -> None:
    if not data:
        return
    root = parse_xml(data)
    walker = WordBody(root, data)
    w = Names(root.tag)
    for node in root.iterchildren(w(kind)):
        words = [
            paragraph.text
            for block in walker.blocks(node)
            for paragraph in (_flat(block) if isinstance(block, WordTable) else [block])
        ]
        story.note(kind, node.get(w("id"), ""), " ".join(words))


def _flat(table: WordTable) -> list[WordParagraph]:
    return [paragraph for cell in table.cells for paragraph in cell.paragraphs]


class _Reader:
    """Carries the paragraphs of the body into a story."""

    def __init__(
        self, body: WordBody, numbering: Callable[[], Numbering], styles: dict[str, Style], legacy: str | None
    ) -> None:
        self._body, self._load, self._styles = body, numbering, styles
        self._numbering: Numbering | None = None
        self.story = Storyline(legacy)

    def read(self, body: etree._Element) -> None:
        """Read everything under ``body``."""
        for block in self._body.blocks(body):
            if isinstance(block, WordParagraph):
                self._paragraph(block)
            elif _is_layout(block):
                for paragraph in _flat(block):
                    self._paragraph(paragraph, joins=False)
            else:
                self._table(block)

    def _paragraph(self, paragraph: WordParagraph, *, joins: bool = True) -> None:
        mark, level, outline = self._describe(paragraph)
        if paragraph.text.strip() or paragraph.pages:
            self.story.paragraph(
                f"p:{paragraph.number}",
                part_tabs(paragraph.text),
                mark=mark,
                level=outline if outline is not None else level,
                heading=outline is not None,
                bold=paragraph.bold,
                notes=paragraph.notes,
                pages=paragraph.pages,
                joins=joins,
            )

    def _describe(self, paragraph: WordParagraph) -> tuple[str, int | None, int | None]:
        """The list mark of a paragraph, its list level, its outline level."""
        number, level, outline = paragraph.listed, paragraph.level, paragraph.outline
        known = self._styles.get(paragraph.style or "")
        if known is not None:
            if number is None and known.number is not None:
                number, level = known.number, known.level if level is None else level
            outline = known.outline if outline is None else outline
        if outline is not None and not 0 <= outline < 9:
            outline = None
        if number is None or not paragraph.text.strip():
            return "", None, outline
        if self._numbering is None:
            self._numbering = self._load()
        found = self._numbering.mark(number, level, paragraph.style)
        return (found[0], found[1], outline) if found else ("", None, outline)

    def _table(self, table: WordTable) -> None:
        self.story.begin_table()
        for cell in table.cells:
            self.story.begin_cell(cell.row, cell.column, cell.rowspan, cell.colspan)
            for paragraph in cell.paragraphs:
                mark, _, _ = self._describe(paragraph)
                self.story.in_cell(f"p:{paragraph.number}", paragraph.text, mark, paragraph.bold, paragraph.notes)
            self.story.end_cell()
        self.story.end_table()


def _is_layout(table: WordTable) -> bool:
    words = "\n".join(paragraph.text for paragraph in _flat(table))
    return is_layout(table.rows, table.columns, len(table.cells), words)
