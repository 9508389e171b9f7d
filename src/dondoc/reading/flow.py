"""Paragraphs as they stand on the pages to the text as it reads: cut sentences joined, notes moved behind the body.

Joins         "… có 239 sản" ⏎⏎ "phẩm đạt chứng nhận" · the same with footnotes, a page number or a running head between
              · a footnote that goes on at the foot of the next page, to the footnote
Leaves alone  paragraphs that end as sentences do, headings, list items, a subject under "THÔNG BÁO"
"""

import re
from collections.abc import Sequence

from dondoc.reading.assembly import Assembly, Cut, Draft, Dropped
from dondoc.reading.cleaning import Cleaned
from dondoc.reading.lines import Paragraph
from dondoc.reading.marks import (
    begins_lower,
    is_capitals,
    is_closed,
    is_dangling,
    is_day_line,
    is_document_name,
    mark_end,
)
from dondoc.reading.notes import Mark, find_marks, note_mark
from dondoc.text import Place, Span, Text

_HEADING = re.compile(r"(#{1,6})[ \t]+(?=\S)")
_SHORTEST_OPEN = 50
_SHORTEST_FULL = 80
_HEAD = 600


def assemble(
    cleaned: Cleaned,
    paragraphs: Sequence[Paragraph],
    source: str,
    *,
    form: str,
    places: tuple[Place, ...] = (),
    warnings: tuple[str, ...] = (),
    dropped: Sequence[Dropped] = (),
) -> Text:
    """Return the text that ``paragraphs`` of ``cleaned`` make up."""
    marks = sorted(find_marks(cleaned.text), key=lambda mark: mark.start)
    drafts = _Flow(marks).read(paragraphs)
    if not places and "\f" not in cleaned.text:
        for draft in drafts:
            draft.page = None
    assembly = Assembly(cleaned, _cuts(marks, drafts))
    for notes in (False, True):
        for index, draft in enumerate(drafts):
            if (draft.note is not None) is notes:
                assembly.write(index, draft)
    return assembly.text(source, form=form, places=places, warnings=warnings, dropped=dropped)


class _Flow:
    """Goes through the paragraphs and remembers what the body and the last note left open."""

    def __init__(self, marks: Sequence[Mark]) -> None:
        self._called = {mark.number: mark.start for mark in reversed(marks) if not mark.number.isdigit()}
        self._drafts: list[Draft] = []
        self._body: Draft | None = None
        self._note: Draft | None = None
        self._body_end: Paragraph | None = None
        self._note_words = ""
        self._between = False

    def read(self, paragraphs: Sequence[Paragraph]) -> list[Draft]:
        """Return the blocks to be, notes among them."""
        for paragraph in paragraphs:
            if paragraph.cell:
                self._drafts.append(Draft(list(paragraph.parts), "cell", page=paragraph.page))
                self._body = self._body_end = None
                continue
            title = _HEADING.match(paragraph.words)
            if title is not None:
                part = paragraph.parts[0]
                parts = [Span(part.start + title.end(), part.end), *paragraph.parts[1:]]
                self._drafts.append(Draft(parts, "heading", title.end(1) - 1, paragraph.page))
                self._body = self._body_end = None
            elif not (self._begin_note(paragraph) or self._go_on(paragraph)):
                self._body = Draft(list(paragraph.parts), page=paragraph.page)
                self._drafts.append(self._body)
                self._body_end = paragraph
                self._between = False
        return self._drafts

    def _begin_note(self, paragraph: Paragraph) -> bool:
        found = note_mark(paragraph.words)
        if found is None:
            return False
        number, width = found
        first = paragraph.parts[0]
        if not number.isdigit() and not self._called.get(number, first.start) < first.start:
            return False
        parts = [Span(first.start + width, first.end), *paragraph.parts[1:]]
        self._note = Draft(parts, kind="footnote", page=paragraph.page, note=number)
        self._note_words = paragraph.words
        self._drafts.append(self._note)
        self._between = True
        return True

    def _go_on(self, paragraph: Paragraph) -> bool:
        words = paragraph.words
        inner = not mark_end(words) and begins_lower(words)
        if paragraph.small and self._note is not None and not mark_end(words):
            self._extend(self._note, paragraph)
            self._note_words = words
            return True
        if self._body is not None and self._body_end is not None and self._continues(self._body_end, paragraph):
            self._extend(self._body, paragraph)
            self._body_end = paragraph
            self._between = False
            return True
        if self._note is not None and inner and not is_closed(self._note_words):
            self._extend(self._note, paragraph)
            self._note_words = words
            return True
        return False

    @staticmethod
    def _extend(draft: Draft, paragraph: Paragraph) -> None:
        draft.repaired.append(len(draft.parts))
        draft.parts.extend(paragraph.parts)

    def _continues(self, last: Paragraph, paragraph: Paragraph) -> bool:
        """Whether ``paragraph`` goes on with the sentence that ``last`` left open, across a page break."""
        before, words = last.words, paragraph.words
        if mark_end(words) or is_capitals(before) or is_capitals(words) or is_document_name(before):
            return False
        if paragraph.parts[0].start < _HEAD and (is_day_line(words) or is_day_line(before)):
            return False
        turned = paragraph.page != last.page
        if last.open_end is not None:
            if not turned:
                return False
            if last.open_end and paragraph.flush_start and not is_closed(before):
                return True
            return begins_lower(words) and not is_closed(before)
        if is_closed(before):
            return False
        if begins_lower(words):
            return True
        sure = self._between or turned
        if words[0].isdigit() or words[0] == "(":
            return sure or len(before) >= _SHORTEST_OPEN
        return (is_dangling(before) and len(before) >= _SHORTEST_OPEN) or (sure and len(before) >= _SHORTEST_FULL)


def _cuts(marks: Sequence[Mark], drafts: Sequence[Draft]) -> list[Cut]:
    """Give each note the nearest free mark before it; a raised mark without a note is cut out too."""
    own = [(draft.parts[0].start, index, draft.note) for index, draft in enumerate(drafts) if draft.note is not None]
    begun = {start for start, _, _ in own}
    waiting: dict[str, list[Mark]] = {}
    cuts: list[Cut] = []
    at = 0
    for start, index, number in own:
        while at < len(marks) and marks[at].start < start:
            if marks[at].end not in begun:
                waiting.setdefault(marks[at].number, []).append(marks[at])
            at += 1
        if number is not None and waiting.get(number):
            found = waiting[number].pop()
            cuts.append(Cut(found.start, found.end, index))
    for mark in marks[at:]:
        waiting.setdefault(mark.number, []).append(mark)
    cuts.extend(Cut(mark.start, mark.end) for left in waiting.values() for mark in left if mark.is_lone_call)
    return cuts
