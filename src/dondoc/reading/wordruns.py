"""A paragraph of a Word document: the words of its runs, and what its properties say of it.

Takes         text of runs, hyperlinks, fields (their results), insertions and moves to; tabs, line breaks, no-break
              hyphens, signs of the font Symbol; the paragraph's style, list and outline level
Leaves alone  hidden text, field codes, runs of text boxes (they are paragraphs of their own)
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from dondoc.reading.wordml import Names, is_on, to_int
from dondoc.reading.wordstyles import Style

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_PLAIN = Style()
_OUTSIDE = 9
# Codes of the font Symbol that a figure may hold; those of Wingdings are pictures.
_SIGNS = {0xA3: "≤", 0xB3: "≥", 0xB1: "±", 0xB4: "×", 0xB0: "°", 0xB2: "″", 0xA2: "′", 0xB9: "≠", 0x2D: "-", 0x2B: "+"}


@dataclass(slots=True)
class WordParagraph:
    """A paragraph as it is written: ``text`` with \\t and \\n, offsets of bold stretches and of note references.

    ``style``, ``listed`` (the id of its list) with ``level``, and ``outline`` are what its own properties state.
    """

    number: int
    node: etree._Element
    text: str = ""
    bold: list[tuple[int, int]] = field(default_factory=list)
    notes: list[tuple[int, str, str]] = field(default_factory=list)
    pages: list[int] = field(default_factory=list)
    style: str | None = None
    listed: str | None = None
    level: int | None = None
    outline: int | None = None


class Runs:
    """Reads the runs of paragraphs; ``data`` is the part they stand in, ``styles`` what its styles look like."""

    def __init__(self, w: Names, data: bytes, styles: Mapping[str, Style]) -> None:
        self._paragraph, self._run, self._text = w("p"), w("r"), w("t")
        self._properties, self._paragraph_properties = w("rPr"), w("pPr")
        self._breaks = {w("br"): "\n", w("cr"): "\n", w("tab"): "\t", w("noBreakHyphen"): "-", w("ptab"): "\t"}
        self._notes = {w("footnoteReference"): "footnote", w("endnoteReference"): "endnote"}
        self._val, self._type, self._id = w("val"), w("type"), w("id")
        self._symbol, self._symbol_code, self._font = w("sym"), w("char"), w("font")
        self._page = w("lastRenderedPageBreak")
        self._bold, self._raised, self._hidden = w("b"), w("vertAlign"), w("vanish")
        self._style, self._run_style, self._listed = w("pStyle"), w("rStyle"), w("numPr")
        self._list, self._level, self._outline = w("numId"), w("ilvl"), w("outlineLvl")
        self._single = {*self._breaks, self._symbol}
        self._rendered = b"lastRenderedPageBreak" in data
        self._looks = {name: style for name, style in styles.items() if style.bold or style.hidden}
        self.boxes = b"txbxContent" in data

    def fill(self, paragraph: WordParagraph) -> None:
        """Read the properties and the words of ``paragraph``."""
        children = list(paragraph.node)
        properties = children[0] if children else None
        if properties is not None and properties.tag != self._paragraph_properties:
            properties = next(paragraph.node.iterchildren(self._paragraph_properties), None)
        if properties is not None:
            self._describe(paragraph, properties)
        usual = self._looks.get(paragraph.style or "", _PLAIN) if self._looks else _PLAIN
        pieces: list[str] = []
        length = 0
        for child in children:
            if child.tag == self._run:
                length, is_nested = self._read(child, paragraph, pieces, length, usual)
                inner = self._own(child.iterdescendants(self._run), paragraph.node) if is_nested else ()
            else:
                is_nested = len(child) > 0 and child is not properties
                inner = self._own(child.iter(self._run), paragraph.node) if is_nested else ()
            for run in inner:
                length, _ = self._read(run, paragraph, pieces, length, usual)
        paragraph.text = "".join(pieces)

    def _own(self, runs: Iterator[etree._Element], node: etree._Element) -> Iterator[etree._Element]:
        """Yield those of ``runs`` that belong to the paragraph at ``node``, not to one of a text box in it."""
        for run in runs:
            if not self.boxes or next(run.iterancestors(self._paragraph)) is node:
                yield run

    def _describe(self, paragraph: WordParagraph, properties: etree._Element) -> None:
        for node in properties:
            tag = node.tag
            if tag == self._style:
                paragraph.style = node.get(self._val)
            elif tag == self._outline:
                paragraph.outline = to_int(node.get(self._val), _OUTSIDE)
            elif tag == self._listed and paragraph.listed is None and paragraph.level is None:
                for stated in node:
                    if stated.tag == self._list and paragraph.listed is None:
                        paragraph.listed = stated.get(self._val)
                    elif stated.tag == self._level and paragraph.level is None:
                        paragraph.level = to_int(stated.get(self._val), 0)

    def _read(
        self, run: etree._Element, paragraph: WordParagraph, pieces: list[str], start: int, usual: Style
    ) -> tuple[int, bool]:
        """Append the words of ``run``; return the length of all so far, and whether other runs may stand in it."""
        length, bold, raised, is_nested = start, bool(usual.bold), False, False
        if usual.hidden and next(run.iterchildren(self._properties), None) is None:
            return length, len(run) > 0
        for child in run:
            tag = child.tag
            if tag == self._text:
                words = child.text or ""
                is_nested = is_nested or len(child) > 0
                if raised and words.strip().isdecimal():
                    words = words.translate(_RAISED)
            elif tag == self._properties:
                bold, raised, hidden = self._look(child, usual)
                if hidden:
                    return length, len(run) > 1
                continue
            elif tag in self._single:
                words = self._sign(child, tag, paragraph, length)
            else:
                is_nested = is_nested or len(child) > 0
                if tag in self._notes:
                    paragraph.notes.append((length, self._notes[tag], child.get(self._id, "")))
                elif tag == self._page:
                    paragraph.pages.append(length)
                continue
            pieces.append(words)
            length += len(words)
        if bold and length > start:
            paragraph.bold.append((start, length))
        return length, is_nested

    def _sign(self, child: etree._Element, tag: str, paragraph: WordParagraph, length: int) -> str:
        """What a break, a tab or a sign stands for; a page that begins with it is noted."""
        if tag == self._symbol:
            return _symbol(child.get(self._font, ""), child.get(self._symbol_code))
        words = self._breaks[tag]
        if words != "\n" or child.get(self._type) != "page":
            return words
        if not self._rendered:
            paragraph.pages.append(length)
        return " "

    def _look(self, properties: etree._Element, usual: Style) -> tuple[bool, bool, bool]:
        """Whether run properties say bold, superscript, hidden; ``usual`` is the style of the paragraph."""
        bold: bool | None = None
        hidden: bool | None = None
        raised, named = False, _PLAIN
        for node in properties:
            tag = node.tag
            if tag == self._bold and bold is None:
                bold = is_on(node.get(self._val))
            elif tag == self._raised:
                raised = node.get(self._val) == "superscript"
            elif tag == self._hidden and hidden is None:
                hidden = is_on(node.get(self._val))
            elif tag == self._run_style and self._looks:
                named = self._looks.get(node.get(self._val, ""), _PLAIN)
        if bold is None:
            bold = bool(usual.bold) != bool(named.bold)
        return bold, raised, bool(usual.hidden or named.hidden) if hidden is None else hidden

    def letters(self, node: etree._Element) -> Iterator[tuple[etree._Element, etree._Element, int, int]]:
        """Yield (run, child, start, end) of everything in the paragraph at ``node`` that its text is made of."""
        at = 0
        paragraph = WordParagraph(0, node)
        for properties in node.iterchildren(self._paragraph_properties):
            self._describe(paragraph, properties)
        usual = self._looks.get(paragraph.style or "", _PLAIN)
        for run in self._own(node.iter(self._run), node):
            if usual.hidden and next(run.iterchildren(self._properties), None) is None:
                continue
            for child in run:
                if child.tag == self._properties and self._look(child, usual)[2]:
                    break
                length = len(child.text or "") if child.tag == self._text else int(child.tag in self._single)
                if length:
                    yield run, child, at, at + length
                at += length


def _symbol(font: str, code: str | None) -> str:
    """The sign of a symbol font: its code where a letter font would have it, else a space (an arrow, a tick)."""
    try:
        found = int(code or "", 16)
    except ValueError:
        return " "
    found -= 0xF000 if 0xF020 <= found <= 0xF0FF else 0
    return _SIGNS.get(found, " ") if font == "Symbol" else " "
