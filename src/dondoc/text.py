"""One document as one text: NFC content, its blocks, its footnotes, and the way back to the source.

A reader (``dondoc.reading``) makes a :class:`Text` out of bytes. Everything after it works on ``Text.content`` only;
an offset there is a plain ``str`` index. The source keeps its own offsets: for .txt the characters of the file as it
is (after UTF-8 decoding), for other formats the characters of ``Text.source``, the raw text in the file's own order.
"""

import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

BlockKind = Literal["paragraph", "heading", "list_item", "cell", "footnote"]


class Span(NamedTuple):
    """A half-open range of characters: ``text.content[start:end]``."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        """Whether the two spans share a character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        """Whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


class Run(NamedTuple):
    """A stretch of content that came from one stretch of the source.

    Equal lengths map character by character; unequal ones (a composed letter, a resolved list number) as a whole.
    """

    start: int
    end: int
    source_start: int
    source_end: int


class OffsetMap:
    """Maps offsets of the content to offsets of the source. Runs are in content order and do not overlap."""

    __slots__ = ("_flat", "_starts")

    def __init__(self, runs: Iterable[Run]) -> None:
        self._flat = array("I")  # a long text has a hundred thousand runs; as objects they outweigh it
        for run in runs:
            self._flat.extend(run)
        self._starts = self._flat[::4]

    @property
    def runs(self) -> tuple[Run, ...]:
        """The runs, made anew for each who asks."""
        return tuple(map(self._run, range(len(self._starts))))

    def _run(self, index: int) -> Run:
        return Run(*self._flat[4 * index : 4 * index + 4])

    @classmethod
    def identity(cls, length: int) -> "OffsetMap":
        """The map of a text that was not changed by reading."""
        return cls([Run(0, length, 0, length)] if length else [])

    def _at(self, offset: int) -> Run | None:
        index = bisect_right(self._starts, offset) - 1
        return self._run(index) if index >= 0 else None

    def start_of(self, offset: int) -> int:
        """Source offset where the content character at ``offset`` begins."""
        run = self._at(offset)
        if run is None:
            return self._flat[2] if self._flat else 0
        if offset >= run.end:
            return run.source_end
        same_length = run.end - run.start == run.source_end - run.source_start
        return run.source_start + (offset - run.start if same_length else 0)

    def end_of(self, offset: int) -> int:
        """Source offset just after the content character at ``offset - 1``."""
        if offset <= 0:
            return self.start_of(0)
        run = self._at(offset - 1)
        if run is None:
            return self._flat[2] if self._flat else 0
        if offset > run.end:
            return run.source_end
        same_length = run.end - run.start == run.source_end - run.source_start
        return run.source_start + (offset - run.start) if same_length else run.source_end

    def to_source(self, span: Span) -> Span:
        """The source range that holds every character of ``span``; it may hold more (a footnote in between)."""
        start = self.start_of(span.start)
        if span.end <= span.start:
            return Span(start, start)
        return Span(start, max(start, self.end_of(span.end)))


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, list item, table cell or footnote of the content.

    ``span`` excludes the line break that ends the block. List numbers that the source keeps elsewhere (automatic
    numbering) stand in the content like typed ones. ``level`` is the nesting the source states (outline level of a
    heading, indentation of a list), 0-based, or None; ``page`` is 1-based where the source has pages.
    """

    kind: BlockKind
    span: Span
    level: int | None = None
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote, its mark taken out of the sentence and its text moved behind the body.

    ``anchor`` is the content offset at which the mark stood (the note belongs to the words before it), or None where
    no mark was found; ``span`` is the note's own text without its mark.
    """

    mark: str
    anchor: int | None
    span: Span


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell: 0-based place, how many rows and columns it covers, and its words."""

    row: int
    column: int
    span: Span
    rowspan: int = 1
    colspan: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table of data (tables that only lay out a page are read as paragraphs)."""

    span: Span
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Repair:
    """A change that reading made to what the source says: which rule, where in the content, before and after."""

    rule: str
    span: Span
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where a stretch of ``Text.source`` stands in the file: ``part`` such as "p:12" (paragraph) or "page:3"."""

    start: int
    part: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """Words of the content that were recognised in an image, and how sure that was: 0 to 100."""

    span: Span
    confidence: int


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a line of ``Text.source`` stands on its page.

    Edges count from the top left in ten-thousandths of the page's width and height. ``words`` are the offsets in the
    line at which its words begin, ``stops`` the left edges at which they do; both are empty where unknown.
    """

    start: int
    end: int
    left: int
    top: int
    right: int
    bottom: int
    words: tuple[int, ...] = ()
    stops: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """A page with its lines running straight to the right: its size in points, and where the lines stand.

    The file shows it so after ``turn`` quarter turns to the right and ``tilt`` degrees to the left; ``scanned``: its
    words were recognised in an image.
    """

    width: float
    height: float
    frames: tuple[Frame, ...] = ()
    turn: int = 0
    tilt: float = 0.0
    scanned: bool = False


@dataclass(frozen=True, slots=True)
class Envelope:
    """What a package of the document exchange (edXML) states of its document; None where it states nothing.

    ``issued`` is YYYY-MM-DD; ``signer`` is a name, ``position`` and ``authority`` what stands above it.
    """

    number: str | None = None
    symbol: str | None = None
    issuer: str | None = None
    place: str | None = None
    issued: str | None = None
    subject: str | None = None
    signer: str | None = None
    position: str | None = None
    authority: str | None = None
    recipients: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Text:
    """A document after reading. ``content`` is NFC and ends without a line break; blocks are in reading order."""

    content: str
    blocks: tuple[Block, ...]
    source: str
    origin: OffsetMap
    footnotes: tuple[Footnote, ...] = ()
    tables: tuple[Table, ...] = ()
    emphasis: tuple[Span, ...] = ()
    repairs: tuple[Repair, ...] = ()
    places: tuple[Place, ...] = ()
    format: str = "text"
    warnings: tuple[str, ...] = field(default=())
    doubts: tuple[Doubt, ...] = ()
    pages: tuple[Page, ...] = ()
    envelope: Envelope | None = None

    def __getitem__(self, span: Span) -> str:
        """The words of ``span``."""
        return self.content[span.start : span.end]

    def to_source(self, span: Span) -> Span:
        """The place of ``span`` in the source."""
        return self.origin.to_source(span)

    def place_of(self, span: Span) -> str | None:
        """The part of the file in which ``span`` begins, or None where the source has no parts."""
        if not self.places:
            return None
        index = bisect_right(self.places, self.to_source(span).start, key=lambda place: place.start) - 1
        return self.places[max(index, 0)].part

    def line_of(self, span: Span) -> int:
        """The 1-based line of the source in which ``span`` begins."""
        return self.source.count("\n", 0, self.to_source(span).start) + 1

    def body_blocks(self) -> Iterator[Block]:
        """Blocks that are no footnotes."""
        return (block for block in self.blocks if block.kind != "footnote")


# Letters of other scripts that compose with the letter before them although they are no combining marks.
_COMPOSES_BACK = frozenset(
    map(
        chr,
        [
            *(0x09BE, 0x09D7, 0x0B3E, 0x0B56, 0x0B57, 0x0BBE, 0x0BD7, 0x0CC2, 0x0CD5, 0x0CD6, 0x0D3E, 0x0D57),
            *(0x0DCF, 0x0DDF, 0x102E, 0x1B35, 0x11127, 0x1133E, 0x11357, 0x114B0, 0x114BA, 0x114BD, 0x115AF, 0x11930),
            *range(0x1161, 0x1176),
            *range(0x11A8, 0x11C3),
        ],
    )
)


def composes_back(letter: str) -> bool:
    """Whether ``letter`` may compose with the one before it (a combining mark, a vowel of some scripts)."""
    return unicodedata.combining(letter) > 0 or letter in _COMPOSES_BACK


def clusters(words: str) -> Iterator[tuple[int, int]]:
    """Yield base letters with what composes with them, as ranges of ``words``; the rest stands alone."""
    start = 0
    for index in range(1, len(words)):
        if not composes_back(words[index]):
            yield start, index
            start = index
    if words:
        yield start, len(words)
