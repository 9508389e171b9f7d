"""Lines of .pdf pages to paragraphs, by where they stand: margins, indents, distances, sizes.

Joins         a line that fills its column and goes on at the left margin · a line that goes on with a small letter
Drops         page numbers; what a browser prints around a page; words repeated at the head or foot of most pages
Leaves alone  centred titles, signatures, recipients, lines with a list mark
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from dondoc.reading.lines import Paragraph
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
from dondoc.reading.pdflines import RAISED, PdfLine
from dondoc.text import Span

_NEARLY_FULL = 0.85
_PAGE_NUMBER = re.compile(r"(?:[-–—]\s*)?(?:[Tt]rang\s*)?\d{1,3}(?:\s*/\s*\d{1,3})?(?:\s*[-–—])?")
_PRINTER = re.compile(r"(?:https?|file)://\S+$|\d{1,2}/\d{1,2}/\d{2,4},? \d{1,2}:\d{2}(?: [AP]M)?$")
_DIGITS = re.compile(r"\d+")
_NOTE_NUMBER = re.compile(r"(\d{1,3})\s")
_MOTTO = re.compile(r"(?:CỘNG H[OÒ][AÀ]|ĐẢNG CỘNG SẢN)(?!.*VIỆT NAM)")
_COLUMN_ITEM = re.compile(r"(?:V/v|Về việc)\b|[-–+]\s")
_DATE_OPEN = re.compile(r"(?:ngày|tháng|năm|quý)$", re.IGNORECASE)
_EDGE = 0.1
_INDENT = 9.0
_LEADING = 1.6
_AFTER_CLOSED = 1.2


@dataclass(frozen=True, slots=True)
class Sheet:
    """What most lines of a document share: margins, letter size, distance of lines."""

    left: float
    right: float
    size: float
    leading: float


def measure(lines: Sequence[PdfLine]) -> Sheet:
    """Return the measures of ``lines``."""
    weights: Counter[float] = Counter()
    for line in lines:
        weights[round(line.size, 1)] += len(line.words)
    size = weights.most_common(1)[0][0]
    body = [line for line in lines if abs(line.size - size) < 0.6 and len(line.words) > 25] or list(lines)
    rights = sorted(line.right for line in body)
    lefts = Counter(round(line.left) for line in body)
    distances = [a.bottom - b.bottom for a, b in pairwise(body) if a.page == b.page and a.bottom > b.bottom]
    left = min((place for place, count in lefts.items() if count >= max(2, len(body) // 20)), default=min(lefts))
    return Sheet(float(left), rights[len(rights) * 9 // 10], size, median(distances) if distances else size * 1.3)


def find_noise(lines: Sequence[PdfLine], heights: Sequence[float]) -> set[int]:
    """Return the indexes of page numbers and running heads in ``lines``; ``heights`` are those of the pages."""
    edges = [
        index
        for index, line in enumerate(lines)
        if line.cell is None
        and not _EDGE < line.bottom / max(heights[line.page - 1], 1.0) < 1 - _EDGE
        and len(line.words) < 120
    ]
    noise = {index for index in edges if _PAGE_NUMBER.fullmatch(lines[index].words)}
    printer = {index for index in edges if _PRINTER.match(lines[index].words)}
    margins = {(lines[index].page, round(lines[index].bottom)) for index in printer}
    noise.update(index for index in edges if (lines[index].page, round(lines[index].bottom)) in margins)
    shapes: dict[str, set[int]] = {}
    for index in edges:
        shapes.setdefault(_DIGITS.sub("#", lines[index].words), set()).add(lines[index].page)
    pages = len(heights)
    for index in edges:
        seen = shapes[_DIGITS.sub("#", lines[index].words)]
        if len(seen) >= 3 and len(seen) * 2 >= pages - 1:
            noise.add(index)
    return noise


def join(lines: Sequence[PdfLine], spans: Sequence[Span], sheet: Sheet) -> list[Paragraph]:
    """Return the paragraphs that ``lines`` make up; ``spans`` are their places in the source."""
    paragraphs: list[Paragraph] = []
    previous: PdfLine | None = None
    sides = _pages_with_sides(lines)
    for line, span in zip(lines, spans, strict=True):
        small = _is_small(line, sheet)
        if (
            previous is not None
            and line.page == previous.page
            and line.cell == previous.cell
            and (
                line.cell is not None
                or _goes_on(previous, line, sheet)
                or (line.page in sides and _goes_on_beside(paragraphs[-1], previous, line, sheet))
            )
        ):
            paragraph = paragraphs[-1]
            paragraph.parts.append(span)
            paragraph.words = f"{paragraph.words} {line.words}" if len(paragraph.words) < 400 else line.words
        else:
            paragraphs.append(Paragraph([span], line.page, 0, line.words, small=small, cell=line.cell is not None))
            paragraphs[-1].flush_start = line.left <= sheet.left + _INDENT
        paragraphs[-1].open_end = _is_full(line, None, sheet)
        previous = line
    return paragraphs


def _pages_with_sides(lines: Sequence[PdfLine]) -> set[int]:
    """The pages that carry words in narrow columns: a header, the recipients, which may go on overleaf."""
    found = {line.page for line in lines if line.column or _MOTTO.match(line.words)}
    recipients = {line.page for line in lines if line.words.startswith("Nơi nhận")}
    return found | recipients | {page + 1 for page in recipients}


def _goes_on_beside(paragraph: Paragraph, line: PdfLine, following: PdfLine, sheet: Sheet) -> bool:
    """Whether an item of a narrow column (a recipient, a subject, the national motto) goes on with ``following``."""
    words, distance = following.words, line.bottom - following.bottom
    if line.column and line.column != following.column:
        return False
    if not 0 < distance < line.size * _LEADING or abs(line.size - following.size) > 1 or mark_end(words):
        return False
    half = (sheet.left + sheet.right) / 2
    if _MOTTO.match(line.words):
        return words.endswith("NAM") and is_capitals(words)
    if line.right > half + _INDENT or following.right > half + _INDENT or line.words.endswith((";", ".", ":", "/.")):
        return False
    begun = _COLUMN_ITEM.match(paragraph.words)
    aligned = -2 < following.left - line.left < 2 * _INDENT or (begun is not None and begun[0][0] == "V")
    return begun is not None and aligned and not words.startswith(("Kính gửi", "Nơi nhận"))


def mark_note(line: PdfLine, sheet: Sheet) -> PdfLine:
    """``line`` with the plain number that begins a footnote raised."""
    match = _NOTE_NUMBER.match(line.words)
    if match is None or not _is_small(line, sheet) or not line.words[match.end() :][:1].isalpha():
        return line
    return replace(line, words=match[1].translate(RAISED) + line.words[match.end(1) :])


def _is_small(line: PdfLine, sheet: Sheet) -> bool:
    return line.size < sheet.size * 0.9


def _is_full(line: PdfLine, following: PdfLine | None, sheet: Sheet) -> bool:
    """Whether the first word of ``following`` had no room behind ``line``."""
    width = (line.right - line.left) / max(len(line.words), 1)
    first = len(following.words.split(None, 1)[0]) if following is not None else 6
    return line.right + (first + 1) * width * 0.9 > sheet.right


def _tells_figure(words: str) -> bool:
    """Whether a line begins as none does of itself: "77,4%. Tổng số ...", "(30.610 em)."."""
    return words[0].isdigit() or (words[0] == "(" and words[1:2].isdigit())


def _is_nearly_full(line: PdfLine, sheet: Sheet) -> bool:
    """Whether a ragged line ends near the margin, in the middle of what it says."""
    goes_on = line.words[-1:].islower() or line.words.endswith(",")
    return goes_on and line.right > sheet.left + (sheet.right - sheet.left) * _NEARLY_FULL


def _goes_on(line: PdfLine, following: PdfLine, sheet: Sheet) -> bool:
    before, words = line.words, following.words
    is_cut = (_DATE_OPEN.search(before) and words[0].isdigit()) or is_cut_number(before, words)
    if is_cut and following.bottom < line.bottom:
        return True
    if line.column != following.column and (line.column or following.column):
        return False
    if abs(line.size - following.size) > sheet.size * 0.08:
        return False
    if mark_end(words):
        full = _is_full(line, following, sheet) and not is_closed(before) and following.left <= sheet.left + _INDENT
        inside = words[1:].lstrip()[:1].islower() or has_open_bracket(before)
        return full and (inside if words[0] in "-–—+" else is_dangling(before))
    if words[0] in "¹²³⁰⁴⁵⁶⁷⁸⁹":
        return False
    distance = line.bottom - following.bottom
    if distance > max(sheet.leading, line.size * 0.9) * _LEADING:
        return False
    if is_capitals(before) != is_capitals(words) or is_document_name(before) or before.endswith("./."):
        return False
    if is_closed(before) and distance > sheet.leading * _AFTER_CLOSED:
        return False
    if not is_closed(before) and (begins_lower(words) or (_tells_figure(words) and _is_nearly_full(line, sheet))):
        return True
    centred = line.left > sheet.left + 2 * _INDENT and following.left > sheet.left + 2 * _INDENT
    if centred or distance <= 0:
        return is_dangling(before) and not is_closed(before) and distance > 0
    return (
        _is_full(line, following, sheet)
        and following.left <= max(sheet.left, min(line.left, following.left)) + _INDENT
        and (following.left <= line.left + _INDENT)
    )
