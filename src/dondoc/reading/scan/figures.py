"""The figures of a scanned table, read once more by themselves: cut out of their cells, one below the other.

Between the rules of a narrow column Tesseract passes over commas or takes them for points, and letters that hold on to
a figure mislead it. Two readings that see the same digits are worth more than one that is sure.

Reads again   cells of digits, and cells that were hardly read in a column of figures
Mends         98.8 → 98,8 · 31.888.3 → 31.888,3: in a figure a point stands before three digits
Doubts        digits that the two readings see otherwise, commas that neither of them saw
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from PIL import Image, ImageFilter

from dondoc.reading.ruling import RuledCell
from dondoc.reading.scan.engine import Word

ENLARGED = 2
_BLUR = 1.2
_GAP, _EDGE = 8, 20
_A_SHEET = 200
_INK = 150
_AROUND = 4
_UNSURE, _AGREED = 50.0, 95.0
_HARDLY = 80
_MOSTLY = 0.5
_SPECKS = "_|`´¦~:;'\"‘’“”.,„¡!«» "
_FIGURE = re.compile(r"[(+\-–]?\d[\d.,]*%?\)?")
_WELL_WRITTEN = re.compile(r"[(+\-–]?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?%?\)?")
_NO_THOUSANDS = re.compile(r"\.(?=(?:\d{1,2}|\d{4,})(?:%?\)?)$)")

Homes = Mapping[RuledCell, Sequence[Word]]
Cut = tuple[RuledCell, Image.Image, tuple[int, int]]


def read_again(
    homes: Homes, clean: Image.Image, scale: float, words_of: Callable[[Image.Image], list[Word]]
) -> dict[RuledCell, list[Word]]:
    """``homes``, the words by cell, with the figures as both readings have them.

    ``clean`` is the page without its rules, ``scale`` points a pixel; ``words_of`` reads an image of figures alone.
    """
    cuts = list(_cuts(_wanted(homes), clean, scale))
    again = {cell: list(words) for cell, words in homes.items()}
    for begin in range(0, len(cuts), _A_SHEET):
        for cut, words in _read(cuts[begin : begin + _A_SHEET], words_of):
            again[cut[0]] = agreed(again[cut[0]], words, cut)
    return again


def agreed(first: list[Word], second: Sequence[Word], cut: Cut) -> list[Word]:
    """The figure of a cell that was read as ``first`` among its neighbours and as ``second`` in the ``cut``."""
    _, image, (left, top) = cut
    digits = [word for word in second if any(map(str.isdigit, word.text))]
    seen, known = "".join(word.text for word in digits).strip(_SPECKS), _figure_of(first)
    same = _digits(seen) == _digits(known)
    if not _FIGURE.fullmatch(seen) or (len(digits) > 1 and not same):
        return first
    text, sure = _written(known, seen) if same else (_mended(seen), False)
    confidence = max(_AGREED, *(word.confidence for word in digits)) if sure else _UNSURE
    line = first[0].line if first else (0, 0, 0)
    return [Word(text, left, top, left + image.width, top + image.height, confidence, line)]


def _written(first: str, second: str) -> tuple[str, bool]:
    """How a figure is written of which two readings see the same digits, and whether that is sure."""
    well = [text for text in (second, first) if _WELL_WRITTEN.fullmatch(text)]
    if not well:
        return _mended(second), False
    signs = {text[0] for text in (first, second) if text and not text[0].isdigit()}
    longest = max(well, key=len)
    one_value = len({text.replace(".", "") for text in well}) == 1
    return longest, one_value and (not signs or longest[0] in signs)


def _mended(text: str) -> str:
    return _NO_THOUSANDS.sub(",", text)


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))


def _figure_of(words: Sequence[Word]) -> str:
    return "".join(word.text for word in words).strip(_SPECKS)


def _wanted(homes: Homes) -> Iterator[RuledCell]:
    """Yield the cells of figures, and those hardly read that stand below a figure in a column of figures."""
    columns: dict[int, list[RuledCell]] = {}
    for cell in sorted(homes, key=lambda cell: cell.row):
        columns.setdefault(cell.column, []).append(cell)
    for cells in columns.values():
        figures = [_is_of_digits(_figure_of(homes[cell])) for cell in cells]
        below = figures[figures.index(True) :] if True in figures else []
        mostly = sum(below) >= _MOSTLY * len(below)
        for cell, figure in list(zip(cells, figures, strict=True))[len(cells) - len(below) :]:
            if figure or (mostly and all(word.confidence < _HARDLY for word in homes[cell])):
                yield cell


def _is_of_digits(text: str) -> bool:
    return bool(text) and 2 * sum(map(str.isdigit, text)) >= len(text)


def _cuts(cells: Iterator[RuledCell], clean: Image.Image, scale: float) -> Iterator[Cut]:
    """Yield what stands in each of ``cells``, cut out of the page, and where; an empty one is passed over."""
    for cell in cells:
        left, top = int(cell.left / scale) + 1, int(clean.height - cell.top / scale) + 1
        right, foot = int(cell.right / scale) - 1, int(clean.height - cell.bottom / scale) - 1
        if right <= left or foot <= top:
            continue
        image = clean.crop((left, top, right, foot))
        box = image.point([255 * (shade < _INK) for shade in range(256)]).getbbox()
        if box is not None:
            x, y = max(box[0] - _AROUND, 0), max(box[1] - _AROUND, 0)
            ink = x, y, min(box[2] + _AROUND, image.width), min(box[3] + _AROUND, image.height)
            yield cell, image.crop(ink), (left + x, top + y)


def _read(cuts: Sequence[Cut], words_of: Callable[[Image.Image], list[Word]]) -> Iterator[tuple[Cut, list[Word]]]:
    """Yield each of ``cuts`` with the words that are read in it when all stand below each other on one sheet."""
    width = max(image.width for _, image, _ in cuts) + 2 * _EDGE
    sheet = Image.new("L", (width, sum(image.height + _GAP for _, image, _ in cuts) + _GAP), 255)
    feet, top = [], _GAP
    for _, image, _ in cuts:
        sheet.paste(image, (_EDGE, top))
        top += image.height + _GAP
        feet.append((top - _GAP / 2) * ENLARGED)
    larger = sheet.resize((sheet.width * ENLARGED, sheet.height * ENLARGED), Image.Resampling.LANCZOS)
    words = sorted(words_of(larger.filter(ImageFilter.GaussianBlur(_BLUR))), key=lambda word: word.top + word.bottom)
    at = 0
    for cut, foot in zip(cuts, feet, strict=True):
        inside = []
        while at < len(words) and (words[at].top + words[at].bottom) / 2 < foot:
            inside.append(words[at])
            at += 1
        yield cut, sorted(inside, key=lambda word: word.left)
