"""Lines of a plain text to paragraphs: blank lines divide, list marks begin, wrapped lines are joined.

Joins         a line that fills the page width and goes on below · a line that goes on with a small letter
Leaves alone  short lines one below the other (signature, recipients, titles), every line with a list mark
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from dondoc.reading.marks import (
    begins_lower,
    has_open_bracket,
    is_capitals,
    is_closed,
    is_cut_number,
    is_dangling,
    is_document_name,
    mark_end,
)
from dondoc.text import Span

_WIDEST_WRAP = 140
_DATE_OPEN = re.compile(r"(?:ngày|tháng|năm)$")
_NOTE = re.compile(r"[¹²³⁰⁴-⁹]+[ \t]*[^\W\d_]|\[\d{1,3}\][ \t]*\w")


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its outer white space; ``group`` counts blank lines and page ends, ``page`` form feeds."""

    span: Span
    indent: int
    group: int
    page: int
    words: str


@dataclass(slots=True)
class Paragraph:
    """Stretches of the cleaned text that read on as one, joined by a space.

    ``words`` are for looking at: the whole, or the last line of a long paragraph. Where the format tells (.pdf),
    ``small`` marks the letters of notes, ``open_end`` a last line without room left, ``flush_start`` no indent,
    ``cell`` the words of a table cell, which stand alone.
    """

    parts: list[Span]
    page: int
    group: int
    words: str
    small: bool = False
    open_end: bool | None = None
    flush_start: bool = False
    cell: bool = False


def find_lines(text: str) -> Iterator[Line]:
    """Yield the lines of ``text`` that hold something."""
    group, page, start = 1, 1, 0
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        for number, sheet in enumerate(text[start:end].split("\f")):
            if number:
                page += 1
                group += 1
            words = sheet.strip()
            if words:
                left = start + len(sheet) - len(sheet.lstrip())
                yield Line(Span(left, left + len(words)), left - start, group, page, words)
            else:
                group += 1
            start += len(sheet) + 1


def join_lines(lines: Iterable[Line]) -> list[Paragraph]:
    """Return the paragraphs that ``lines`` make up."""
    lines = list(lines)
    width = _wrap_width(lines)
    paragraphs: list[Paragraph] = []
    previous: Line | None = None
    for line in lines:
        if previous is not None and line.group == previous.group and _goes_on(previous, line, width):
            paragraph = paragraphs[-1]
            paragraph.parts.append(line.span)
            paragraph.words = f"{paragraph.words} {line.words}" if len(paragraph.words) < 400 else line.words
        else:
            paragraphs.append(Paragraph([line.span], line.page, line.group, line.words))
        previous = line
    return paragraphs


def _wrap_width(lines: list[Line]) -> int | None:
    """The width at which the text was wrapped, None where every line is a paragraph of its own."""
    inner = [(a, b) for a, b in pairwise(lines) if a.group == b.group]
    if len(inner) < 3:
        return None
    width = max(line.indent + len(line.words) for line in lines)
    if width > _WIDEST_WRAP:
        return None
    forced = sum(_is_full(a, b, width) for a, b in inner)
    return width if forced >= 3 and forced >= 0.4 * len(inner) else None


def _is_full(line: Line, following: Line, width: int) -> bool:
    """Whether the next line's first words had no room left on ``line``."""
    first = following.words.split(None, 2)[:2]
    return line.indent + len(line.words) + 2 + len(" ".join(first)) > width


def _goes_on(line: Line, following: Line, width: int | None) -> bool:
    full = width is not None and _is_full(line, following, width)
    if _NOTE.match(following.words) or line.words[0] == "#" or following.words[0] == "#":
        return False
    if mark_end(following.words):
        rest = following.words[1:].lstrip()
        dash = following.words[0] in "-–—+"
        return (
            full
            and not is_closed(line.words)
            and (rest[:1].islower() or has_open_bracket(line.words) if dash else is_dangling(line.words))
        )
    if (_DATE_OPEN.search(line.words) and following.words[0].isdigit()) or is_cut_number(line.words, following.words):
        return True
    if is_capitals(line.words) or is_capitals(following.words):
        return is_capitals(line.words) and is_capitals(following.words) and (full or len(line.words) >= 45)
    if is_document_name(line.words):
        return False
    if begins_lower(following.words):
        return full or not is_closed(line.words)
    if full:
        return following.indent <= line.indent + 1 or not is_closed(line.words)
    if is_closed(line.words) or len(line.words) < 50:
        return False
    return is_dangling(line.words) or following.words[0].isdigit() or following.words[0] == "("
