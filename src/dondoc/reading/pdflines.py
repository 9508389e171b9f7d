"""The lines of a .pdf page with their place on it.

Splits        a line with a wide gap (issuer | motto, recipients | signature): left parts first, then the right ones
Raises        digits set smaller than their line: footnote marks and exponents, read as ¹ ² ³
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import isfinite
from statistics import median

from dondoc.reading.cleaning import clean
from dondoc.reading.encoding import legacy_encoding
from dondoc.reading.marks import is_lone_mark
from dondoc.reading.pdfletters import Letters

RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_MAYBE_RAISED = re.compile(r"(?<=[^\W_])\d{1,3}(?!\d)|(?<=[”\"».,;:)%])\d{1,3}(?!\d)|^\d{1,3}(?!\d)")
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
_UNICODE = re.compile("[ăđơưạ-ỹĂĐƠƯ]")


@dataclass(frozen=True, slots=True)
class PdfLine:
    """A line, or one side of a wide gap in it. Lengths are points, ``bottom`` counts from the page's foot.

    ``stops`` are the left edges of its words, none where unknown; ``doubts`` are (start, end, confidence) of words
    that were recognised in an image and may be wrong, ``mends`` (start, end, before) of words that plainly were.
    ``cell`` is (table, row, column, rowspan, colspan) of a line inside a ruled table.
    """

    words: str
    left: float
    right: float
    bottom: float
    size: float
    page: int
    column: int = 0
    stops: tuple[float, ...] = ()
    doubts: tuple[tuple[int, int, int], ...] = ()
    mends: tuple[tuple[int, int, str], ...] = ()
    cell: tuple[int, int, int, int, int] | None = None


@dataclass(frozen=True, slots=True)
class _Raw:
    words: str
    start: int
    left: float
    right: float
    bottom: float
    size: float


def page_lines(letters: Letters, number: int) -> list[PdfLine]:
    """Return the lines of one page in the order of its text layer."""
    text = letters.textpage.get_text_range()
    raw = list(_raw_lines(letters, text))
    if not raw:
        return []
    legacy = None if _UNICODE.search(text) else legacy_encoding(text)
    usual = median((line.right - line.left) / len(line.words) for line in raw)
    groups: list[list[PdfLine]] = []
    for line in raw:
        stretched = line.right - line.left > usual * len(line.words) * _STRETCHED
        groups.append(list(_pieces(letters, line, number, split=stretched, legacy=legacy)))
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
            if waiting and not _stays_left(piece, waiting, lines[-1]):
                lines.extend(waiting)
                waiting = []
            lines.append(piece)
    return lines + waiting


def _stays_right(line: PdfLine, waiting: Sequence[PdfLine]) -> bool:
    """Whether ``line`` goes on in the right column (a signature's next line, a motto on two lines)."""
    near = min(piece.bottom for piece in waiting) - line.bottom < _FARTHEST * line.size
    return near and line.left > min(piece.left for piece in waiting) - line.size


def _stays_left(line: PdfLine, waiting: Sequence[PdfLine], last: PdfLine) -> bool:
    """Whether ``line`` goes on below ``last`` in the left column while the right one is ``waiting`` (recipients)."""
    lowest = min(last.bottom, *(piece.bottom for piece in waiting))
    beside = line.right + line.size < min(piece.left for piece in waiting)
    return lowest - line.bottom < _FARTHEST * line.size and beside and not line.words.startswith("Kính gửi")


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
        stops = last.stops + line.stops[not joint :] if last.stops and line.stops else ()
        joined = last.words + joint + words
        found[-1] = replace(last, words=joined, right=line.right, size=size, bottom=bottom, stops=stops)
    return found


def _adjoins(last: PdfLine, line: PdfLine) -> bool:
    size = max(last.size, line.size)
    level = abs(line.bottom - last.bottom) < size * 0.5
    return level and not (last.column or line.column) and -0.2 < (line.left - last.right) / size < _GAP


def _raw_lines(letters: Letters, text: str) -> Iterator[_Raw]:
    start = 0
    for raw in _LINE_END.split(text):
        words = _LINE_HYPHEN.sub("-", raw.strip())
        if words:
            at = start + len(raw) - len(raw.lstrip())
            last = at + len(words) - 1
            probes = {at, at + len(words) // 3, at + len(words) // 2, last}
            size = max(map(letters.height_of, probes))
            left, right = letters.left(at), letters.right(last)
            base = min(map(letters.base, probes))
            if right > left and size > 0 and all(map(isfinite, (left, right, base, size))):
                yield _Raw(words, at, left, right, base, size)
        start += len(raw)


def _pieces(letters: Letters, line: _Raw, page: int, *, split: bool, legacy: str | None) -> Iterator[PdfLine]:
    words, start = line.words, line.start
    shown = list(words)
    for match in _MAYBE_RAISED.finditer(words):
        at = start + match.start()
        if letters.height_of(at) < line.size * _SMALLER and letters.base(at) > line.bottom + line.size * _RISEN:
            shown[match.start() : match.end()] = match[0].translate(RAISED)
    spaces = [match.span() for match in _SPACES.finditer(words)]
    lefts = letters.lefts([start + end for _, end in spaces])
    bounds = [(0, len(words))]
    stops = [[line.left]]
    for (before, behind), left in zip(spaces, lefts, strict=True):
        if split and left - letters.right(start + before - 1) > _GAP * line.size and not is_lone_mark(words[:before]):
            bounds[-1:] = [(bounds[-1][0], before), (behind, len(words))]
            stops.append([])
        stops[-1].append(left)
    for column, ((a, b), edges) in enumerate(zip(bounds, stops, strict=True)):
        cleaned = _SPACES.sub(" ", clean("".join(shown[a:b]), markup=False, legacy=legacy).text).strip()
        if not cleaned:
            continue
        known = tuple(edges) if cleaned.count(" ") == len(edges) - 1 else ()
        left, right = (line.left, line.right) if len(bounds) == 1 else (edges[0], letters.right(start + b - 1))
        yield PdfLine(cleaned, left, right, line.bottom, line.size, page, column, known)
