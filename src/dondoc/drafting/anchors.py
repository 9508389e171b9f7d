"""Where in document.xml a stretch of ``Text.content`` stands, and comment marks put around it."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from copy import deepcopy

from lxml import etree

from dondoc.reading.wordbody import WordBody
from dondoc.reading.wordruns import WordParagraph
from dondoc.reading.wordstyles import Style
from dondoc.text import Span, Text

_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_INDEX = "dondoc-index"


class Anchors:
    """Finds runs of a document by spans of its text and marks them.

    ``root`` is the tree that is written; the reader walks a copy, for it takes deletions out of what it reads.
    """

    def __init__(
        self, root: etree._Element, data: bytes, text: Text, styles: Mapping[str, Style] | None = None
    ) -> None:
        self.root = root
        self._text = text
        copy = deepcopy(root)
        for index, node in enumerate(copy.iter()):
            node.set(_INDEX, str(index))
        originals = list(root.iter())
        self._body = WordBody(copy, data, styles)
        w = self._w = self._body.names
        self._left_out = {w("del"), w("moveFrom"), _FALLBACK}
        self._nodes = {
            paragraph.number: originals[int(paragraph.node.get(_INDEX, "0"))]
            for body in copy.iterchildren(w("body"))
            for paragraph in self._paragraphs(body)
        }

    def _paragraphs(self, body: etree._Element) -> Iterator[WordParagraph]:
        for block in self._body.blocks(body):
            if isinstance(block, WordParagraph):
                yield block
            else:
                yield from (paragraph for cell in block.cells for paragraph in cell.paragraphs)

    def mark(self, span: Span, identifier: int) -> bool:
        """Put the marks of comment ``identifier`` around ``span``; False where its place is not in the body."""
        source = self._text.to_source(span)
        places = self._text.places
        at = bisect_right(places, source.start, key=lambda place: place.start) - 1
        if at < 0:
            return False
        if places[at].part.startswith("p:"):
            node = self._nodes.get(int(places[at].part[2:]))
            begin = places[at].start
            return node is not None and self._surround(node, source.start - begin, source.end - begin, identifier)
        note = next((note for note in self._text.footnotes if note.span.overlaps(span)), None)
        if note is None or not note.anchor:
            return False
        return self.mark(Span(note.anchor - 1, note.anchor), identifier)

    def _surround(self, node: etree._Element, start: int, end: int, identifier: int) -> bool:
        self._split(node, start)
        self._split(node, end)
        runs = [run for run, _, begin, finish in self._letters(node) if begin >= start and finish <= end]
        if not runs:
            return False
        w = self._w
        opening, closing = etree.Element(w("commentRangeStart")), etree.Element(w("commentRangeEnd"))
        call = etree.Element(w("r"))
        for mark in (opening, closing, etree.SubElement(call, w("commentReference"))):
            mark.set(w("id"), str(identifier))
        runs[0].addprevious(opening)
        runs[-1].addnext(closing)
        closing.addnext(call)
        return True

    def _letters(self, node: etree._Element) -> Iterator[tuple[etree._Element, etree._Element, int, int]]:
        """Yield (run, child, start, end) of what the paragraph's text is made of, in the tree that is written."""
        at = 0
        for run, child, start, end in self._body.letters(node):
            if any(parent.tag in self._left_out for parent in run.iterancestors()):
                continue
            yield run, child, at, at + end - start
            at += end - start

    def _split(self, node: etree._Element, offset: int) -> None:
        """Make a run begin at ``offset`` of the paragraph's text, formatted as the one it is cut from."""
        previous: etree._Element | None = None
        for run, child, start, end in self._letters(node):
            if start < offset < end or (start == offset and run is previous):
                self._move(run, child, offset - start)
                return
            previous = run

    def _move(self, run: etree._Element, child: etree._Element, inside: int) -> None:
        w = self._w
        rest = etree.Element(run.tag)
        rest.extend(deepcopy(properties) for properties in run.iterchildren(w("rPr")))
        behind = list(child.itersiblings())
        if inside:
            words = child.text or ""
            second = etree.SubElement(rest, child.tag)
            child.text, second.text = words[:inside], words[inside:]
            for part in (child, second):
                part.set(_XML_SPACE, "preserve")
        else:
            rest.append(child)
        rest.extend(behind)
        run.addnext(rest)
