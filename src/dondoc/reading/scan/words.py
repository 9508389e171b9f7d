"""Words that were recognised on a page to the lines of that page, as :mod:`dondoc.reading.pdflines` knows them.

Tells         letter size and base line from the boxes, so that headings, notes and columns are known as in a .pdf
Doubts        words that Tesseract is less sure of, digits more readily than letters
Drops         specks: lone signs that no text has
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from statistics import median

from PIL import Image

from dondoc.reading.cleaning import clean
from dondoc.reading.marks import is_lone_mark
from dondoc.reading.pdflines import PdfLine, in_columns
from dondoc.reading.scan.engine import Word

_GAP = 1.7
_SURE, _SURE_OF_DIGITS = 60, 80
_SPECK = 30
_SAME_SIZE = 0.14
_NARROW, _FADES = 0.45, 3
_DASH_RISES = 0.25
_DASH_REACH = 2.6
_INK = 232
_ASCENDERS = frozenset("bdfhklt()/[]{}|%0123456789“”\"'!?&")
_DESCENDERS = frozenset("gpqy()[]{}|/;,")
_BELOW = "\u0323"
_SIGNS = re.compile(r"[^\w%]+")
_LIST_SIGNS = frozenset("-–—+*•")
_DIGIT = re.compile(r"\d")
# No figure is written so: a stroke was lost or taken for a digit.
_ODD_FIGURE = re.compile(r"^[^\w(+\-–]*[,.„‚]\d|\.\d{4,}(?!\d*[.,/-])|\d[⁄„‚!|]|[⁄„‚!|]\d|\d[oOlI]\d")


def lines_of(words: Sequence[Word], image: Image.Image, scale: float, page: int) -> list[PdfLine]:
    """The lines that ``words`` recognised in ``image``, the page, make up; ``scale``: points a pixel."""
    words = [word for word in words if not _is_speck(word)]
    if not words:
        return []
    usual = _usual_size(words)
    lines = [_Line(level, usual) for _, group in groupby(words, key=lambda word: word.line) for level in _levels(group)]
    rows: list[list[_Line]] = []
    for line in sorted(lines, key=lambda line: line.base):
        row = next((row for row in reversed(rows[-3:]) if line.stands_beside(row)), None)
        if row is None:
            rows.append([line])
        else:
            row.append(line)
    sides = [
        [_dashed(_Line(side, usual), image) for side in row] for row in _parted([_row(row) for row in rows], usual)
    ]
    return in_columns(list(_pieces(row, image.height, scale, page)) for row in sides)


def _dashed(line: "_Line", image: Image.Image) -> "_Line":
    """``line`` with the dash that stands before it as a list mark, which recognition often passes over."""
    size = line.size
    left, right = round(line.left - _DASH_REACH * size), round(line.left - 0.2 * size)
    if left < 0 or line.words[0].text[0] in _LIST_SIGNS:
        return line
    high, low = round(line.base - 0.42 * size), round(line.base - 0.12 * size)
    if low <= high or right <= left:
        return line
    dark = _dark(image.crop((left, high, right, low)))
    if not dark or dark != list(range(dark[0], dark[-1] + 1)) or not 0.15 < len(dark) / size < 0.9:
        return line
    around = (round(line.base - 0.95 * size), high - 1), (low + 1, round(line.base + 0.25 * size))
    if any(_dark(image.crop((left, top, right, foot))) for top, foot in around if foot > top):
        return line
    dash = Word("-", left + dark[0], high, left + dark[-1] + 1, low, 100.0, line.words[0].line)
    return _Line([dash, *line.words], size)


def _dark(strip: Image.Image) -> list[int]:
    """The columns of ``strip`` that hold ink."""
    return [
        index
        for index, shade in enumerate(strip.resize((strip.width, 1), Image.Resampling.BOX).tobytes())
        if shade < _INK
    ]


def _levels(words: Iterable[Word]) -> Iterator[list[Word]]:
    """Yield the words of a line; a column of list marks taken for one line comes in pieces."""
    level: list[Word] = []
    for word in words:
        if level and (word.top > level[-1].bottom or word.bottom < level[-1].top):
            yield level
            level = []
        level.append(word)
    if level:
        yield level


def _row(lines: Sequence["_Line"]) -> list[Word]:
    """The words of ``lines`` side by side, without what a speck left before them."""
    words = sorted((word for line in lines for word in line.words), key=lambda word: word.left)
    while words and words[0].confidence < _SURE and _is_sign(words[0].text) and words[0].text not in _LIST_SIGNS:
        words = words[1:]
    return words


def _parted(rows: Sequence[list[Word]], size: float) -> Iterator[list[list[Word]]]:
    """Yield the sides of rows, parted where a wide gap is.

    A list mark keeps to its item however far away it stands. Below a parted row, a narrower gap parts too where it
    continues the gutter between the two columns: an issuer and the motto often all but touch.
    """
    gutter: tuple[int, int] | None = None
    since = 0
    for row in rows:
        sides = _at_wide_gaps(row, size)
        if len(sides) == 1 and gutter is not None:
            sides = _at_gutter(row, gutter, size)
        if len(sides) == 2:
            left, right = sides[0][-1].right, sides[1][0].left
            old = gutter
            gutter = (max(left, old[0]), min(right, old[1])) if old and left < old[1] and right > old[0] else None
            gutter, since = gutter or (left, right), 0
        elif gutter is not None and sides and sides[0][0].left < gutter[0] and sides[-1][-1].right > gutter[1]:
            gutter = None
        since += 1
        gutter = gutter if since <= _FADES else None
        found = [side for side in sides if any(word.text.strip("-–—") for word in side)]
        if found:
            yield found


def _at_wide_gaps(row: Sequence[Word], size: float) -> list[list[Word]]:
    sides: list[list[Word]] = []
    for word in row:
        apart = bool(sides) and word.left - sides[-1][-1].right > _GAP * size
        if not sides or (apart and not is_lone_mark(" ".join(known.text for known in sides[-1]))):
            sides.append([])
        sides[-1].append(word)
    return sides


def _at_gutter(row: list[Word], gutter: tuple[int, int], size: float) -> list[list[Word]]:
    """``row`` parted at a wider gap that lies over ``gutter``, whole where there is none."""
    gaps = [after.left - before.right for before, after in pairwise(row)]
    if not gaps:
        return [row]
    usual = median(gaps) if len(gaps) > 2 else size * 0.25
    for index, gap in enumerate(gaps, 1):
        over = row[index - 1].right < gutter[1] and row[index].left > gutter[0]
        if over and gap > max(_NARROW * size, usual):
            return [row[:index], row[index:]]
    return [row]


def _is_sign(text: str) -> bool:
    return _SIGNS.fullmatch(text) is not None


def _is_speck(word: Word) -> bool:
    lone = _is_sign(word.text) and word.text not in _LIST_SIGNS
    return (lone and word.confidence < _SPECK) or not word.text.strip("_|~`ˆ¬°¦'‘’.,")


class _Line:
    """Words side by side, in pixels from the top left."""

    __slots__ = ("base", "left", "right", "size", "words")

    def __init__(self, words: Sequence[Word], usual: float) -> None:
        self.words = words
        self.left, self.right = words[0].left, words[-1].right
        spoken = [word for word in words if not _is_sign(word.text)]
        size = median(map(_size, spoken)) if spoken else usual
        self.size = usual if abs(size - usual) < usual * _SAME_SIZE else size
        level = [word.bottom for word in spoken if not _depth(word.text)]
        if not level:
            level = [word.bottom - round(_depth(word.text) * self.size) for word in spoken]
        self.base = median(level) if level else words[0].bottom + _DASH_RISES * usual

    def stands_beside(self, row: Sequence["_Line"]) -> bool:
        """Whether this line stands on one level with all of ``row`` and beside them."""
        near = all(abs(self.base - other.base) < 0.5 * max(self.size, other.size) for other in row)
        return near and all(self.left >= other.right or self.right <= other.left for other in row)


def _usual_size(words: Sequence[Word]) -> float:
    """The size of letters that most of the page is set in."""
    sizes = sorted((_size(word), len(word.text)) for word in words if not _is_sign(word.text))
    half = sum(weight for _, weight in sizes) / 2
    for size, weight in sizes:
        half -= weight
        if half <= 0:
            return size
    return 20.0


def _size(word: Word) -> float:
    """The size of the letters of ``word``, told from the height of its box."""
    return (word.bottom - word.top) / max(_height(word.text) + _depth(word.text), 0.2)


def _height(text: str) -> float:
    """How far letters of size 1 rise above the base line, in the types that offices print with."""
    highest = 0.1
    for letter in text:
        parts = unicodedata.normalize("NFD", letter)
        base, marks = parts[0], parts[1:]
        over = sum(mark not in (_BELOW, "\u031b") for mark in marks)
        if base.isupper() or letter in "Đ":
            height = 0.66 + 0.2 * min(over, 1) + 0.08 * (over > 1)
        elif base in _ASCENDERS or letter == "đ":
            height = 0.68
        elif base.isalpha():
            height = (0.45 if base != "i" else 0.66) + (0.22 * min(over, 1) + 0.12 * (over > 1) if over else 0)
        else:
            height = 0.3 if letter in "-–—=" else 0.12
        highest = max(highest, height)
    return highest


def _depth(text: str) -> float:
    """How far letters of size 1 reach below the base line."""
    if any(letter in _DESCENDERS for letter in text):
        return 0.14 if not any(letter in "gpqy()[]{}|/" for letter in text.lower()) else 0.21
    return 0.19 if any(_BELOW in unicodedata.normalize("NFD", letter) for letter in text) else 0.0


def _pieces(row: Sequence[_Line], height: int, scale: float, page: int) -> Iterator[PdfLine]:
    for column, line in enumerate(row):
        parts: list[str] = []
        stops: list[float] = []
        doubts: list[tuple[int, int, int]] = []
        at = 0
        for word in line.words:
            text = clean(word.text, markup=False).text.strip()
            if not text:
                continue
            if word.confidence < (_SURE_OF_DIGITS if _DIGIT.search(text) else _SURE) or _ODD_FIGURE.search(text):
                doubts.append((at, at + len(text), round(min(word.confidence, _SURE))))
            parts.append(text)
            stops.append(word.left * scale)
            at += len(text) + 1
        words = " ".join(parts)
        if not words:
            continue
        known = tuple(stops) if words.count(" ") == len(stops) - 1 else ()
        bottom = (height - line.base) * scale
        edges = line.left * scale, line.right * scale
        yield PdfLine(words, *edges, bottom, round(line.size * scale, 1), page, column, known, tuple(doubts))
