"""The list marks that a sentence stands under.

Finds         "2-3-i": item 2, its item (3), and the mark (i) in the running text before the sentence
Leaves alone  sections (I, II, A) and dashes, which count nothing that one would cite
"""

import re

from dondoc.extraction.structure import Item
from dondoc.text import Span

_INLINE_MARK = re.compile(r"\(([ivx]{1,5}|\d{1,2}|[a-hđ])\)[.:]?\s*\Z")
_SECTION = re.compile(r"[IVXLC]+|[A-ZĐ]|[Tt]hứ.*|THỨ.*")


def item_path(content: str, item: Item, sentence: Span) -> str | None:
    """Return the marks above ``sentence``, outermost first, or None where it stands under none."""
    marks: list[str] = []
    for mark in item.path:
        if not _SECTION.fullmatch(mark):
            numbers = mark.split(".")
            marks += numbers[-1:] if marks and numbers[0] == marks[0] else numbers
    before = max(item.span.start, sentence.start - 10)
    marked = content.find(")", before, sentence.start) >= 0
    inline = _INLINE_MARK.search(content, before, sentence.start) if marked else None
    if inline is not None:
        marks.append(inline.group(1))
    return "-".join(marks) or None
