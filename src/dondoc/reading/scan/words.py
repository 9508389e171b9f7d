"""Words that were recognised on a page to the lines of that page, as :mod:`dondoc.reading.pdflines` knows them.

Tells         letter size and base line from the boxes, so that headings, notes and columns are known as in a .pdf
Doubts        words that Tesseract is less sure of, digits more readily than letters
Drops         specks: lone signs that no text has
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from statistics import median

from PIL import Image

from dondoc.reading.cleaning import clean
from dondoc.reading.pdflines import PdfLine, in_columns
from dondoc.reading.scan.boxes import depth_of, size_of
from dondoc.reading.scan.engine import Word
from dondoc.reading.scan.sides import parted

_SURE, _SURE_OF_DIGITS = 60, 80
_SPECK = 30
_SAME_SIZE = 0.14
_DASH_RISES = 0.25
_HIGH_DASH, _LOW_LETTER = 0.6, 0.25
_DASH_REACH = 2.6
_INK = 232
_SIGNS = re.compile(r"[^\w%]+")
_LIST_SIGNS = frozenset("-–—+*•")
_DIGIT = re.compile(r"\d")
_FRACTION = re.compile(r"[,.„‚]\d")
_WHOLE, _SHARE = re.compile(r"\d[,.]$"), re.compile(r"\d+%")
# No figure is written so: a stroke was lost or taken for a digit, a point for a comma.
_ODD_FIGURE = re.compile(
    r"^[^\w(+\-–]*[,.„‚]\d|\.\d{4,}(?!\d*[.,/-])|\d[⁄„‚!|]|[⁄„‚!|]\d|\d[oOlI]\d|\d\.\d{1,2}%?$|^0\.\d{3}|[Ø¡¿]"
)


def lines_of(words: Sequence[Word], image: Image.Image, scale: float, page: int) -> list[PdfLine]:
    """The lines that ``words`` recognised in ``image``, the page, make up; ``scale``: points a pixel."""
    words = [word for word in words if not _is_speck(word)]
    if not words:
        return []
    usual = _usual_size(words)
    words = [word for word in words if not _is_phantom(word, usual)]
    lines = [_Line(level, usual) for _, group in groupby(words, key=lambda word: word.line) for level in _levels(group)]
    rows: list[list[_Line]] = []
    for line in sorted(lines, key=lambda line: line.base):
        row = next((row for row in reversed(rows[-3:]) if line.stands_beside(row)), None)
        if row is None:
            rows.append([line])
        else:
            row.append(line)
    sides = [[_dashed(_Line(side, usual), image) for side in row] for row in parted([_row(row) for row in rows], usual)]
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


def _is_sign(text: str) -> bool:
    return _SIGNS.fullmatch(text) is not None


def _is_speck(word: Word) -> bool:
    lone = _is_sign(word.text) and word.text not in _LIST_SIGNS
    return (lone and word.confidence < _SPECK) or not word.text.strip("_|~`ˆ¬°¦'‘’.,")


def _is_phantom(word: Word, usual: float) -> bool:
    """Whether ``word`` has no letter's shape: a dash as high as a line, a letter as low as a dot."""
    height = word.bottom - word.top
    if not word.text.strip("-–—_"):
        return height > _HIGH_DASH * usual
    return word.text.isalpha() and height < _LOW_LETTER * usual


class _Line:
    """Words side by side, in pixels from the top left."""

    __slots__ = ("base", "left", "right", "size", "words")

    def __init__(self, words: Sequence[Word], usual: float) -> None:
        self.words = words
        self.left, self.right = words[0].left, words[-1].right
        spoken = [word for word in words if not _is_sign(word.text)]
        size = median(map(size_of, spoken)) if spoken else usual
        self.size = usual if abs(size - usual) < usual * _SAME_SIZE else size
        level = [word.bottom for word in spoken if not depth_of(word.text)]
        if not level:
            level = [word.bottom - round(depth_of(word.text) * self.size) for word in spoken]
        self.base = median(level) if level else words[0].bottom + _DASH_RISES * usual

    def stands_beside(self, row: Sequence["_Line"]) -> bool:
        """Whether this line stands on one level with all of ``row`` and beside them."""
        near = all(abs(self.base - other.base) < 0.5 * max(self.size, other.size) for other in row)
        return near and all(self.left >= other.right or self.right <= other.left for other in row)


def _usual_size(words: Sequence[Word]) -> float:
    """The size of letters that most of the page is set in."""
    sizes = sorted((size_of(word), len(word.text)) for word in words if not _is_sign(word.text))
    half = sum(weight for _, weight in sizes) / 2
    for size, weight in sizes:
        half -= weight
        if half <= 0:
            return size
    return 20.0


def _pieces(row: Sequence[_Line], height: int, scale: float, page: int) -> Iterator[PdfLine]:
    for column, line in enumerate(row):
        spoken = [(text, word) for word in line.words if (text := clean(word.text, markup=False).text.strip())]
        if not spoken:
            continue
        words = " ".join(text for text, _ in spoken)
        stops = tuple(word.left * scale for _, word in spoken)
        known = stops if words.count(" ") == len(stops) - 1 else ()
        bottom = (height - line.base) * scale
        edges = line.left * scale, line.right * scale
        doubts = tuple(_doubts(spoken))
        yield PdfLine(words, *edges, bottom, round(line.size * scale, 1), page, column, known, doubts)


def _doubts(spoken: Sequence[tuple[str, Word]]) -> Iterator[tuple[int, int, int]]:
    """Yield (start, end, confidence) of the words of a line that may be wrong; both pieces of a figure torn in two."""
    torn = {
        index
        for index, ((before, _), (after, _)) in enumerate(pairwise(spoken))
        if (before[-1:].isdigit() and _FRACTION.match(after)) or (_WHOLE.search(before) and _SHARE.match(after))
    }
    at = 0
    for index, (text, word) in enumerate(spoken):
        sure = word.confidence >= (_SURE_OF_DIGITS if _DIGIT.search(text) else _SURE)
        if not sure or _ODD_FIGURE.search(text) or index in torn or index - 1 in torn:
            yield at, at + len(text), round(min(word.confidence, _SURE))
        at += len(text) + 1
