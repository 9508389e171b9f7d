"""The elements of a web page to paragraphs and tables, in reading order."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from dondoc.reading.numbering import format_number

_DROPPED_TAGS = (
    "script style nav noscript template iframe svg canvas object embed button select textarea form head title video "
    "audio map aside footer"
)
_BLOCK_TAGS = (
    "p div section article main header h1 h2 h3 h4 h5 h6 li ul ol dl dt dd blockquote pre address figure figcaption "
    "center table caption thead tbody tfoot tr td th body html hr details summary fieldset"
)
_DROPPED = frozenset(_DROPPED_TAGS.split())
_BLOCKS = frozenset(_BLOCK_TAGS.split())
_BOLD = frozenset({"b", "strong"})
_FORMS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_SPACES = re.compile(r"[ \t\r\n\f]+")
_CALL = re.compile(r"#_ftn(\d+)$|#sdfootnote(\d+)sym$|#(?:fn|footnote)[-_:]?(\d+)$")
_BACK = re.compile(r"#_ftnref\d+$|#sdfootnote\d+anc$|#(?:fn|footnote)-?ref[-_:]?\d+$")
_NOTE = re.compile(r"(?:ftn|sdfootnote|fn[-_:]?|footnote[-_:]?)(\d+)$")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_DEEPEST = 120


@dataclass(slots=True)
class PageParagraph:
    """A paragraph: its words, the list mark they do not hold, bold stretches and calls of notes by offset.

    ``note`` is the name of the footnote that it is.
    """

    words: str = ""
    mark: str = ""
    level: int | None = None
    heading: bool = False
    bold: list[tuple[int, int]] = field(default_factory=list)
    notes: list[tuple[int, str, str]] = field(default_factory=list)
    note: str | None = None


@dataclass(slots=True)
class PageCell:
    """A cell and its paragraphs."""

    row: int
    column: int
    rowspan: int
    colspan: int
    paragraphs: list[PageParagraph]


@dataclass(slots=True)
class PageTable:
    """A table, its cells in reading order."""

    cells: list[PageCell]
    rows: int
    columns: int


class PageWalker:
    """Goes through the page and collects paragraphs and tables in order."""

    def __init__(self) -> None:
        self.items: list[PageParagraph | PageTable] = []
        self._open = PageParagraph()
        self._bold = 0
        self._lists: list[tuple[str, list[int]]] = []
        self._mark = ""
        self._heading: int | None = None
        self._note: str | None = None

    def walk(self, node: LexborNode, depth: int) -> None:
        """Read what is under ``node``; beyond a depth no page needs, the rest is read as bare words."""
        if depth > _DEEPEST:
            self._add(_SPACES.sub(" ", node.text(deep=True)))
            return
        child = node.first_child
        while child is not None:
            if child.is_text_node:
                self._add(_SPACES.sub(" ", child.text_content or ""))
            elif child.is_element_node:
                self._element(child, depth)
            child = child.next

    def _element(self, node: LexborNode, depth: int) -> None:
        tag = node.tag or ""
        if tag in _DROPPED:
            return
        attributes = node.attributes
        if "hidden" in attributes or _HIDDEN.search(attributes.get("style") or ""):
            return
        if tag == "br":
            self._open.words += "\n"
        elif tag in _BOLD:
            self._bold += 1
            self.walk(node, depth + 1)
            self._bold -= 1
        elif tag == "a":
            self._link(node, attributes.get("href") or "", depth)
        elif tag == "sup" and (node.text(deep=True).strip().isdecimal()) and node.css_first("a") is None:
            self._add(node.text(deep=True).strip().translate(_RAISED))
        elif tag in _BLOCKS:
            self._block(node, tag, attributes, depth)
        else:
            self.walk(node, depth + 1)

    def _link(self, node: LexborNode, target: str, depth: int) -> None:
        if self._note is None and (call := _CALL.search(target)):
            name = next(group for group in call.groups() if group)
            self._open.words = self._open.words.rstrip(" ") if self._open.words.endswith(" ") else self._open.words
            self._open.notes.append((len(self._open.words), "footnote", name))
        elif not (self._note is not None and _BACK.search(target)):
            self.walk(node, depth + 1)

    def _block(self, node: LexborNode, tag: str, attributes: dict[str, str | None], depth: int) -> None:
        self.flush()
        if tag == "table":
            self.items.append(self._read_table(node, depth))
            return
        note = _NOTE.match(attributes.get("id") or "")
        outer = self._note, self._heading
        if note is not None:
            self._note = note[1]
        if tag in ("ol", "ul"):
            start = _number(attributes.get("start"), 1)
            form = _FORMS.get(attributes.get("type") or "1", "decimal") if tag == "ol" else "bullet"
            self._lists.append((form, [start - 1]))
            self.walk(node, depth + 1)
            self._lists.pop()
        else:
            if tag == "li":
                self._mark = self._next_mark(attributes)
            if len(tag) == 2 and tag[0] == "h" and tag[1].isdecimal():
                self._heading = int(tag[1]) - 1
            self.walk(node, depth + 1)
        self.flush()
        self._note, self._heading = outer
        if tag == "li":
            self._mark = ""

    def _next_mark(self, attributes: dict[str, str | None]) -> str:
        if not self._lists:
            return "-"
        form, count = self._lists[-1]
        if form == "bullet":
            return "-"
        count[0] = _number(attributes.get("value"), count[0] + 1)
        return format_number(count[0], form) + (")" if form == "lowerLetter" else ".")

    def _add(self, words: str) -> None:
        paragraph = self._open
        if not paragraph.words or paragraph.words[-1] in " \n":
            words = words.lstrip(" ")
        if words:
            if self._bold and words.strip():
                paragraph.bold.append((len(paragraph.words), len(paragraph.words) + len(words.rstrip())))
            paragraph.words += words

    def flush(self) -> None:
        """End the paragraph that is open."""
        paragraph = self._open
        if not paragraph.words.strip():
            if paragraph.notes and self.items and isinstance(self.items[-1], PageParagraph):
                last = self.items[-1]
                last.notes.extend((len(last.words), kind, name) for _, kind, name in paragraph.notes)
            self._open = PageParagraph()
            return
        paragraph.note = self._note
        paragraph.heading = self._heading is not None
        paragraph.level = self._heading if paragraph.heading else (len(self._lists) - 1 if self._mark else None)
        paragraph.mark, self._mark = self._mark, ""
        self.items.append(paragraph)
        self._open = PageParagraph()

    def _read_table(self, node: LexborNode, depth: int) -> PageTable:
        cells: list[PageCell] = []
        taken_to: dict[int, int] = {}  # column: the last row that a cell from above still fills
        row = columns = 0
        for line in _descend(node, "tr"):
            column = 0
            for cell in _descend(line, "td", "th"):
                while taken_to.get(column, -1) >= row:
                    column += 1
                rowspan = max(1, min(_number(cell.attributes.get("rowspan"), 1), 500))
                colspan = max(1, min(_number(cell.attributes.get("colspan"), 1), 50))
                taken_to.update(dict.fromkeys(range(column, column + colspan), row + rowspan - 1))
                cells.append(PageCell(row, column, rowspan, colspan, self._read_cell(cell, depth)))
                column += colspan
            columns = max(columns, column)
            row += 1
        return PageTable(cells, row, columns)

    def _read_cell(self, node: LexborNode, depth: int) -> list[PageParagraph]:
        inner = PageWalker()
        inner.walk(node, depth + 2)
        inner.flush()
        found: list[PageParagraph] = []
        for item in inner.items:
            if isinstance(item, PageTable):
                found.extend(paragraph for cell in item.cells for paragraph in cell.paragraphs)
            else:
                found.append(item)
        return found


def _descend(node: LexborNode, *tags: str) -> Iterator[LexborNode]:
    """Yield the nearest descendants of these tags, in order, through row groups but not into inner tables."""
    child = node.first_child
    while child is not None:
        if child.tag in tags:
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from _descend(child, *tags)
        child = child.next


def _number(value: str | None, default: int) -> int:
    try:
        return max(-10_000, min(int(value), 100_000)) if value else default
    except ValueError:
        return default
