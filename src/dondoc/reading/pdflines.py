"""The lines of a .pdf page with their place on it.

Splits        a line with a wide gap (issuer | motto, recipients | signature): left parts first, then the right ones
Raises        digits set smaller than their line: footnote marks and exponents, read as ¹ ² ³
"""

import ctypes
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import isfinite
from statistics import median
from typing import Any

import pypdfium2.raw as pdfium

from dondoc.reading.cleaning import clean
from dondoc.reading.marks import is_lone_mark

RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_MAYBE_RAISED = re.compile(r"(?<=[^\W_])\d{1,3}(?!\d)|(?<=[”\"».,;:)%])\d{1,3}(?!\d)|^\d{1,3}(?=\s?[^\W\d_])")
_SMALLER = 0.85
_RISEN = 0.1
_GAP = 1.7
_FARTHEST = 4.0
_STRETCHED = 1.2
_NO_SPACE = 0.12
# pdfium takes a hyphen at the end of a line for one that only breaks a word; Vietnamese breaks none (COVID-|19).
_LINE_END = re.compile("(?<=[\n\x02\ufffe])")
_LINE_HYPHEN = re.compile("[\x02\ufffe]")
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class PdfLine:
    """A line, or one side of a wide gap in it. Lengths are points, ``bottom`` counts from the page's foot."""

    words: str
    left: float
    right: float
    bottom: float
    size: float
    page: int
    column: int = 0


@dataclass(frozen=True, slots=True)
class _Raw:
    words: str
    start: int
    left: float
    right: float
    bottom: float
    size: float


def page_lines(textpage: Any, number: int) -> list[PdfLine]:
    """Return the lines of one page in the order of its text layer."""
    raw = list(_raw_lines(textpage))
    if not raw:
        return []
    usual = median((line.right - line.left) / len(line.words) for line in raw)
    groups: list[list[PdfLine]] = []
    for line in raw:
        stretched = line.right - line.left > usual * len(line.words) * _STRETCHED
        groups.append(list(_pieces(textpage, line, number, split=stretched)))
    return _merged(in_columns(groups))


def in_columns(groups: Iterable[list[PdfLine]]) -> list[PdfLine]:
    """The pieces of lines, where lines are parted: first what stands on the left, then what stands on the right."""
    lines: list[PdfLine] = []
    waiting: list[PdfLine] = []
    for pieces in groups:
        if len(pieces) > 1:
            lines.extend(piece for piece in pieces if piece.column == 0)
            waiting.extend(piece for piece in pieces if piece.column)
            continue
        for piece in pieces:
            if waiting and _stays_right(piece, waiting):
                waiting.append(replace(piece, column=1))
                continue
            if waiting and not _stays_left(piece, waiting):
                lines.extend(waiting)
                waiting = []
            lines.append(piece)
    return lines + waiting


def _stays_right(line: PdfLine, waiting: Sequence[PdfLine]) -> bool:
    """Whether ``line`` goes on in the right column (a signature's next line, a motto on two lines)."""
    near = min(piece.bottom for piece in waiting) - line.bottom < _FARTHEST * line.size
    return near and line.left > min(piece.left for piece in waiting) - line.size


def _stays_left(line: PdfLine, waiting: Sequence[PdfLine]) -> bool:
    """Whether ``line`` goes on in the left column while the right one is ``waiting`` (a recipient on two lines)."""
    near = min(piece.bottom for piece in waiting) - line.bottom < _FARTHEST * line.size
    return near and line.right + line.size < min(piece.left for piece in waiting)


def _merged(lines: list[PdfLine]) -> list[PdfLine]:
    """Join what the text layer broke although it stands on one line (before and behind raised digits)."""
    found: list[PdfLine] = []
    for line in lines:
        last = found[-1] if found else None
        if last is None or not _adjoins(last, line):
            found.append(line)
            continue
        words = line.words
        if words.isdecimal() and line.size < last.size * _SMALLER and line.bottom > last.bottom + last.size * _RISEN:
            words = words.translate(RAISED)
        joint = "" if line.left - last.right < last.size * _NO_SPACE else " "
        size, bottom = max(last.size, line.size), min(last.bottom, line.bottom)
        found[-1] = replace(last, words=last.words + joint + words, right=line.right, size=size, bottom=bottom)
    return found


def _adjoins(last: PdfLine, line: PdfLine) -> bool:
    size = max(last.size, line.size)
    level = abs(line.bottom - last.bottom) < size * 0.5
    return level and not (last.column or line.column) and -0.2 < (line.left - last.right) / size < _GAP


def _raw_lines(textpage: Any) -> Iterator[_Raw]:
    start = 0
    for raw in _LINE_END.split(textpage.get_text_range()):
        words = _LINE_HYPHEN.sub("-", raw.strip())
        if words:
            at = start + len(raw) - len(raw.lstrip())
            probes = {at, at + len(words) // 3, at + len(words) // 2, at + len(words) - 1}
            size = max(_size(textpage, index) for index in probes)
            left, right = _edge(textpage, at, right=False), _edge(textpage, at + len(words) - 1, right=True)
            base = min(_base(textpage, index) for index in probes)
            if right > left and size > 0 and all(map(isfinite, (left, right, base, size))):
                yield _Raw(words, at, left, right, base, size)
        start += len(raw)


def _pieces(textpage: Any, line: _Raw, page: int, *, split: bool) -> Iterator[PdfLine]:
    words, start = line.words, line.start
    letters = list(words)
    for match in _MAYBE_RAISED.finditer(words):
        at = start + match.start()
        if _size(textpage, at) < line.size * _SMALLER and _base(textpage, at) > line.bottom + line.size * _RISEN:
            letters[match.start() : match.end()] = match[0].translate(RAISED)
    bounds = [(0, len(words))]
    for match in _SPACES.finditer(words) if split else ():
        if is_lone_mark(words[: match.start()]):
            continue
        before = _edge(textpage, start + match.start() - 1, right=True)
        if _edge(textpage, start + match.end(), right=False) - before > _GAP * line.size:
            bounds[-1:] = [(bounds[-1][0], match.start()), (match.end(), len(words))]
    for column, (a, b) in enumerate(bounds):
        cleaned = _SPACES.sub(" ", clean("".join(letters[a:b]), markup=False).text).strip()
        if not cleaned:
            continue
        found = PdfLine(cleaned, line.left, line.right, line.bottom, line.size, page, column)
        if len(bounds) > 1:
            left, right = _edge(textpage, start + a, right=False), _edge(textpage, start + b - 1, right=True)
            found = replace(found, left=left, right=right)
        yield found


def _size(textpage: Any, index: int) -> float:
    """The size of a character in points, as it is shown."""
    matrix = pdfium.FS_MATRIX()
    scale = abs(matrix.d) or abs(matrix.b) if pdfium.FPDFText_GetMatrix(textpage, index, ctypes.byref(matrix)) else 1.0
    return float(pdfium.FPDFText_GetFontSize(textpage, index)) * (scale or 1.0)


def _base(textpage: Any, index: int) -> float:
    """The height of a character's base line above the page's foot."""
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(textpage, index, ctypes.byref(x), ctypes.byref(y))
    return y.value


def _edge(textpage: Any, index: int, *, right: bool) -> float:
    """The left or right edge of a character."""
    rect = pdfium.FS_RECTF()
    if not pdfium.FPDFText_GetLooseCharBox(textpage, index, ctypes.byref(rect)):
        return 0.0
    return float(rect.right if right else rect.left)
