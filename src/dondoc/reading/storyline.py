"""Writes a :class:`dondoc.text.Text` paragraph by paragraph, source and content side by side.

For formats that know their own structure (.docx, .html): the caller names each paragraph's mark, level and notes; the
words are cleaned here, a line break inside a paragraph begins a block unless the sentence goes on behind it.
"""

import unicodedata
from dataclasses import replace

from dondoc.reading.assembly import kind_of, single_spaced, through
from dondoc.reading.cleaning import clean
from dondoc.reading.letters import with_letters
from dondoc.reading.marks import begins_lower, is_capitals, is_closed, is_document_name, mark_end
from dondoc.reading.runs import RunWriter
from dondoc.text import Block, BlockKind, Cell, Footnote, OffsetMap, Place, Repair, Run, Span, Table, Text

_SHORTEST_OPEN = 40

Notes = list[tuple[int, str, str]]
Bold = list[tuple[int, int]]


class Storyline:
    """A text in the making. Offsets handed in are those of the paragraph's own words.

    ``legacy``: the old encoding that the words handed in are in, if they are.
    """

    def __init__(self, legacy: str | None = None) -> None:
        self._legacy = legacy
        self._content: list[str] = []
        self._source: list[str] = []
        self._length = self._source_length = 0
        self._runs = RunWriter()
        self._blocks: list[Block] = []
        self._places: list[Place] = []
        self._emphasis: list[Span] = []
        self._repairs: list[Repair] = []
        self._tables: list[Table] = []
        self._cells: list[Cell] = []
        self._anchors: dict[tuple[str, str], int] = {}
        self._marks: dict[tuple[str, str], str] = {}
        self._called: dict[str, int] = {}
        self._footnotes: list[Footnote] = []
        self._last_words = ""
        self._page = 1
        self._row: int | None = None
        self._cell: tuple[int, int, int, int, int] = (0, 0, 0, 0, 0)

    @property
    def _numbered(self) -> int | None:
        """The page, once there is more than one."""
        return self._page if self._page > 1 else None

    def calls(self, kind: str) -> bool:
        """Whether a note of ``kind`` was called."""
        return kind in self._called

    def paragraph(
        self,
        part: str | None,
        words: str,
        *,
        mark: str = "",
        level: int | None = None,
        heading: bool = False,
        kind: BlockKind | None = None,
        bold: Bold | None = None,
        notes: Notes | None = None,
        pages: list[int] | None = None,
        joins: bool = True,
    ) -> None:
        """Write one paragraph; ``mark`` is a list number the words do not hold, ``part`` its place in the file."""
        if pages:
            first = len(words) - len(words.lstrip())
            self._page += sum(offset <= first for offset in pages)
        if words.strip():
            base = self._enter(part, words)
            at = 0
            for segment in words.split("\n") if "\n" in words else (words,):
                if segment.strip():
                    self._segment(segment, base + at, mark, level, heading, kind, joins)
                    mark, joins = "", True
                at += len(segment) + 1
            if bold or notes:
                self._annotate(base, bold, notes)
        if pages:
            self._page += sum(offset > first for offset in pages)

    def _enter(self, part: str | None, words: str) -> int:
        """Put ``words`` into the source and return where they stand."""
        base = self._source_length
        if part is not None:
            self._places.append(Place(base, part))
        self._source.append(words)
        self._source_length += len(words) + 1
        return base

    def _segment(
        self, words: str, at: int, mark: str, level: int | None, heading: bool, kind: BlockKind | None, joins: bool
    ) -> None:
        bare = words.strip()
        clear = _is_clear(bare)
        if not (clear and bare) and not _is_seen(bare):
            return
        if joins and not mark and not heading and kind is None and self._goes_on(bare):
            last = self._blocks[-1]
            joint = self._length
            self._put(" ", at - 1, at)
            self._keep(words, at, clear)
            self._blocks[-1] = replace(last, span=Span(last.span.start, self._length))
            self._repairs.append(Repair("cut-sentence", Span(joint, joint + 1), "\n", " "))
        else:
            self._break("\n", at)
            start = self._length
            if mark:
                self._put(mark + " ", at, at)
            self._keep(words, at, clear)
            found: BlockKind = "heading" if heading else "list_item" if mark else kind or kind_of(bare)
            self._blocks.append(Block(found, Span(start, self._length), level, self._numbered))
        self._last_words = bare

    def _goes_on(self, words: str) -> bool:
        """Whether ``words`` finish the sentence that the block before left open."""
        before = self._last_words
        return (
            begins_lower(words)
            and bool(self._blocks)
            and self._blocks[-1].kind in ("paragraph", "list_item")
            and len(before) >= _SHORTEST_OPEN
            and not is_closed(before)
            and not before.endswith(";")
            and not is_capitals(before)
            and not is_document_name(before)
            and not mark_end(words)
        )

    def _break(self, separator: str, at: int) -> None:
        if self._length:
            self._put(separator, max(at - 1, 0), max(at, 0))

    def _put(self, words: str, start: int, end: int) -> None:
        if words:
            self._content.append(words)
            self._runs.add(self._length, self._length + len(words), start, end)
            self._length += len(words)

    def _keep(self, words: str, at: int, clear: bool) -> None:
        """Append ``words``, which stand at ``at`` of the source, cleaned and without outer white space.

        ``clear``: between their outer white space stands nothing that is not seen.
        """
        plain = self._legacy is None or words.isascii()
        if plain and clear and "  " not in (bare := words.strip()) and unicodedata.is_normalized("NFC", bare):
            start = at + len(words) - len(words.lstrip())
            self._put(bare, start, start + len(bare))
            return
        cleaned = clean(words, markup=False, legacy=self._legacy)
        text = cleaned.text.replace("\n", " ")
        start = len(text) - len(text.lstrip())
        local: list[Run] = []
        length = self._length
        for piece, a, b, _ in single_spaced(text, start, len(text.rstrip())):
            if piece:
                self._content.append(piece)
                local.append(Run(length, length + len(piece), a, b))
                length += len(piece)
        self._length = length
        for run in through(local, cleaned.origin):
            self._runs.add(run.start, run.end, run.source_start + at, run.source_end + at)

    def _annotate(self, base: int, bold: Bold | None, notes: Notes | None) -> None:
        own = self._runs.since(base)
        for start, end in _joined(bold or []):
            found = Span(_place(own, base + start, self._length), _place(own, base + end, self._length))
            if found.end > found.start:
                self._emphasis.append(found)
        for offset, kind, name in notes or []:
            if (kind, name) not in self._anchors:
                self._anchors[kind, name] = _place(own, base + offset, self._length)
                self._called[kind] = self._called.get(kind, 0) + 1
                self._marks[kind, name] = str(self._called[kind])

    def note(self, kind: str, name: str, words: str) -> None:
        """Write the text of a note behind the body, if it was called."""
        anchor = self._anchors.get((kind, name))
        if anchor is None:
            return
        mark = self._marks[kind, name]
        if not _is_seen(words):
            return
        base = self._enter(f"{kind}:{name}", words)
        self._break("\n", base)
        start = self._length
        words = words.replace("\n", " ")
        self._keep(words, base, _is_clear(words.strip()))
        span = Span(start, self._length)
        self._blocks.append(Block("footnote", span))
        self._footnotes.append(Footnote(mark, anchor, span))

    def begin_table(self) -> None:
        """Begin a table of data."""
        self._row = None
        self._cells = []

    def begin_cell(self, row: int, column: int, rowspan: int, colspan: int) -> None:
        """Begin a cell; cells come in reading order."""
        if self._row is None or row != self._row:
            self._break("\n", self._source_length)
        else:
            self._put("\t", self._source_length, self._source_length)
        self._row = row
        self._cell = row, column, rowspan, colspan, self._length

    def in_cell(
        self, part: str | None, words: str, mark: str = "", bold: Bold | None = None, notes: Notes | None = None
    ) -> None:
        """Write a paragraph of the cell."""
        if not _is_seen(words):
            return
        base = self._enter(part, words)
        if self._length > self._cell[4]:
            self._put(" ", base - 1, base)
        if mark:
            self._put(mark + " ", base, base)
        words = words.replace("\n", " ")
        self._keep(words, base, _is_clear(words.strip()))
        if bold or notes:
            self._annotate(base, bold, notes)

    def end_cell(self) -> None:
        """Finish the cell."""
        row, column, rowspan, colspan, start = self._cell
        span = Span(start, self._length)
        if span.end > span.start:
            self._blocks.append(Block("cell", span, None, self._numbered))
        self._cells.append(Cell(row, column, span, rowspan, colspan))

    def end_table(self) -> None:
        """Finish the table."""
        if self._cells:
            self._tables.append(Table(Span(self._cells[0].span.start, self._length), tuple(self._cells)))
        self._last_words = ""

    def text(self, form: str, warnings: tuple[str, ...] = ()) -> Text:
        """The finished text."""
        blocks = self._blocks
        if self._page > 1:
            blocks = [block if block.page or block.kind == "footnote" else replace(block, page=1) for block in blocks]
        text = Text(
            content="".join(self._content),
            blocks=tuple(blocks),
            source="\n".join(self._source),
            origin=OffsetMap(self._runs),
            footnotes=tuple(self._footnotes),
            tables=tuple(self._tables),
            emphasis=tuple(self._emphasis),
            repairs=tuple(self._repairs),
            places=tuple(self._places),
            format=form,
            warnings=warnings,
        )
        return text if self._legacy is None else with_letters(text, self._legacy)


def _is_clear(words: str) -> bool:
    """Whether ``words`` hold nothing that is taken out or exchanged; where that is not plain, False."""
    return words.isprintable() and not (
        "\u2010" in words or "\u2011" in words or "\ufffc" in words or "\ufffd" in words
    )


def _is_seen(words: str) -> bool:
    """Whether anything of ``words`` can be seen."""
    bare = words.strip()
    return bool(bare) and (_is_clear(bare) or bool(clean(bare, markup=False).text.strip()))


def _joined(stretches: Bold) -> Bold:
    found: Bold = []
    for start, end in stretches:
        if found and found[-1][1] >= start:
            found[-1] = found[-1][0], end
        else:
            found.append((start, end))
    return found


def _place(runs: list[Run], source: int, end: int) -> int:
    """The content offset of source offset ``source``, ``runs`` being those of its paragraph."""
    for run in reversed(runs):
        if run.source_start < source or (run.source_start == source and run.source_end > source):
            straight = run.end - run.start == run.source_end - run.source_start
            return min(run.start + source - run.source_start, run.end) if straight else run.end
    return runs[0].start if runs else end
