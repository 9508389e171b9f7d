"""Paragraphs of a cleaned text, without what is cut out of them, to a :class:`dondoc.text.Text`."""

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from dondoc.reading.cleaning import Cleaned
from dondoc.reading.marks import is_capitals, mark_end
from dondoc.reading.runs import RunWriter
from dondoc.text import Block, BlockKind, Footnote, OffsetMap, Place, Repair, Run, Span, Text, composes_back

_SPACES = re.compile(r"[ \t]*\n[ \t\n]*|[ \t]{2,}|\t")


@dataclass(slots=True)
class Draft:
    """A block to be: stretches of the cleaned text that are joined by a space.

    ``repaired`` holds the indexes of parts that a page break had cut off; ``note`` is the mark of the footnote that
    this block is; ``kind`` is told from the words where None.
    """

    parts: list[Span]
    kind: BlockKind | None = None
    level: int | None = None
    page: int | None = None
    note: str | None = None
    repaired: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Cut:
    """A stretch of the cleaned text left out of the content; ``note`` is the draft that a footnote's mark calls."""

    start: int
    end: int
    note: int | None = None


@dataclass(frozen=True, slots=True)
class Dropped:
    """A page number or running head left out: where in the cleaned text, its words, the rule that knew it."""

    at: int
    words: str
    rule: str


class Assembly:
    """Writes drafts one after the other and keeps the map to the source."""

    def __init__(self, cleaned: Cleaned, cuts: Iterable[Cut] = ()) -> None:
        self._cleaned = cleaned
        self._cuts = sorted(cuts, key=lambda cut: cut.start)
        self._cut_starts = [cut.start for cut in self._cuts]
        self._pieces: list[str] = []
        self._runs = RunWriter()
        self._length = 0
        self._blocks: list[Block] = []
        self._repairs: list[Repair] = []
        self._anchors: dict[int, int] = {}
        self._notes: list[tuple[int, str, Span]] = []

    def write(self, index: int, draft: Draft) -> None:
        """Write ``draft``, the ``index``-th of the document, as a block; one without words leaves nothing."""
        if not any(words.strip() for words, *_ in self._words_of(draft)):
            return
        if self._blocks:
            at = self._runs.source_end
            self._put("\n", at, at)
        start = self._length
        repaired = {draft.parts[number - 1].end: draft.parts[number].start for number in draft.repaired}
        for words, source_start, source_end, note in self._words_of(draft):
            if source_start == source_end and words == " " and source_start in repaired:
                cut = self._cleaned.text[source_start : repaired[source_start]]
                before = cut if len(cut) < 200 else cut[:200]
                self._repairs.append(Repair("page-break", Span(self._length, self._length + 1), before, " "))
            if note is not None:
                self._anchors[note] = self._length
                continue
            bare = words.lstrip(" ") if self._length == start or self._pieces[-1].endswith(" ") else words
            self._put(bare, source_end - len(bare) if source_end > source_start else source_start, source_end)
        self._trim()
        span = Span(start, self._length)
        words = self._tail(start)
        self._blocks.append(Block(draft.kind or kind_of(words), span, draft.level, draft.page))
        if draft.note is not None:
            self._notes.append((index, draft.note, span))

    def _tail(self, start: int) -> str:
        """The content from ``start`` on."""
        pieces: list[str] = []
        length = self._length
        for words in reversed(self._pieces):
            if length <= start:
                break
            pieces.append(words)
            length -= len(words)
        return "".join(reversed(pieces))

    def _trim(self) -> None:
        while self._pieces and self._pieces[-1].endswith(" "):
            words = self._pieces.pop()
            bare = words.rstrip(" ")
            self._runs.take_off(len(words) - len(bare))
            self._length -= len(words) - len(bare)
            if bare:
                self._pieces.append(bare)

    def _words_of(self, draft: Draft) -> Iterator[tuple[str, int, int, int | None]]:
        """Yield (words, start, end, called note) of ``draft``, without cuts and with single spaces."""
        text = self._cleaned.text
        for number, part in enumerate(draft.parts):
            if number and not _is_hyphenated(text, draft.parts[number - 1], part):
                yield " ", draft.parts[number - 1].end, draft.parts[number - 1].end, None
            at = part.start
            first, last = (bisect_left(self._cut_starts, edge) for edge in part)
            for cut in self._cuts[first:last]:
                yield from single_spaced(text, at, cut.start)
                if cut.note is not None:
                    yield "", cut.start, cut.end, cut.note
                at = cut.end
            yield from single_spaced(text, at, part.end)

    def _put(self, words: str, start: int, end: int) -> None:
        if words:
            self._pieces.append(words)
            self._runs.add(self._length, self._length + len(words), start, end)
            self._length += len(words)

    def text(
        self,
        source: str,
        *,
        form: str,
        places: tuple[Place, ...] = (),
        warnings: tuple[str, ...] = (),
        dropped: Sequence[Dropped] = (),
    ) -> Text:
        """The finished text; runs and emphasis of the cleaned text are carried over to ``source``."""
        content = "".join(self._pieces)
        self._pieces.clear()
        runs = self._runs
        self._repairs.extend(_repairs(dropped, runs))
        footnotes = sorted(
            (Footnote(mark, self._anchors.get(index), span) for index, mark, span in self._notes),
            key=lambda note: note.span,
        )
        return Text(
            content=content,
            blocks=tuple(self._blocks),
            source=source,
            origin=OffsetMap(through(runs, self._cleaned.origin)),
            footnotes=tuple(footnotes),
            emphasis=tuple(_carried(self._cleaned.emphasis, runs)),
            repairs=tuple(sorted(self._repairs, key=lambda repair: repair.span)),
            places=places,
            format=form,
            warnings=warnings,
        )


def through(runs: Iterable[Run], origin: OffsetMap) -> Iterator[Run]:
    """Yield ``runs`` (content to cleaned text) led on through ``origin`` (cleaned text to source)."""
    inner = origin.runs
    starts = [run.start for run in inner]
    for run in runs:
        if run.end - run.start != run.source_end - run.source_start:
            source = origin.to_source(Span(run.source_start, run.source_end))
            yield Run(run.start, run.end, source.start, source.end)
            continue
        at = max(bisect_right(starts, run.source_start) - 1, 0)
        position = run.source_start
        while position < run.source_end:
            step = inner[at]
            end = min(step.end, run.source_end)
            shift = run.start - run.source_start
            if step.end - step.start == step.source_end - step.source_start:
                offset = step.source_start - step.start
                yield Run(position + shift, end + shift, position + offset, end + offset)
            elif position == step.start and end == step.end:
                yield Run(position + shift, end + shift, step.source_start, step.source_end)
            else:
                for here in range(position, end):
                    yield Run(here + shift, here + 1 + shift, step.source_start, step.source_end)
            position = end
            at += 1


def _carried(spans: Sequence[Span], runs: RunWriter) -> list[Span]:
    """What of ``spans`` (of the cleaned text) came into the content, in reading order."""
    if not spans:
        return []
    found: list[Span] = []
    begun = runs.column("source_start")
    order = sorted(range(len(runs)), key=begun.__getitem__)
    starts = array("q", map(begun.__getitem__, order))
    for span in spans:
        for index in order[max(bisect_right(starts, span.start) - 1, 0) : bisect_left(starts, span.end)]:
            run = runs[index]
            if run.end - run.start == run.source_end - run.source_start and run.source_end > span.start:
                shift = run.start - run.source_start
                found.append(Span(max(span.start, run.source_start) + shift, min(span.end, run.source_end) + shift))
    return sorted(found)


def _is_hyphenated(text: str, before: Span, after: Span) -> bool:
    """Whether a line ended inside a hyphenated word ("COVID-" "19")."""
    ends = text[before.end - 2 : before.end]
    return ends[-1:] == "-" and ends[:1].isalnum() and text[after.start : after.start + 1].isalnum()


def _repairs(dropped: Sequence[Dropped], runs: RunWriter) -> Iterator[Repair]:
    if not dropped:
        return
    ended = runs.column("source_end")
    order = sorted(range(len(runs)), key=ended.__getitem__)
    ends = array("q", map(ended.__getitem__, order))
    for noise in dropped:
        before = bisect_right(ends, noise.at)
        at = runs[order[before - 1]].end if before else 0
        yield Repair(noise.rule, Span(at, at), noise.words, "")


def kind_of(words: str) -> BlockKind:
    """What a block of these words is, as far as the words tell."""
    if mark_end(words):
        return "list_item"
    return "heading" if is_capitals(words) and len(words) < 300 else "paragraph"


def single_spaced(text: str, start: int, end: int) -> Iterator[tuple[str, int, int, None]]:
    while start < end and composes_back(text[start]):
        start += 1
    at = start
    for match in _SPACES.finditer(text, start, end):
        yield text[at : match.start()], at, match.start(), None
        yield " ", *match.span(), None
        at = match.end()
    if at < end:
        yield text[at:end], at, end, None
