"""The lines of a .pdf once more, by pdfplumber: slower, but true where a font scrambled the letters."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from dondoc.reading.cleaning import clean
from dondoc.reading.pdflines import RAISED, PdfLine

_SMALLER = 0.85
_RISEN = 0.1
_SPACE = 0.15
_GAP = 1.7


def read_again(data: bytes) -> list[PdfLine]:
    """Return the lines of all pages; none where pdfplumber cannot read the file."""
    import pdfplumber
    from pdfminer.pdfexceptions import PDFException
    from pdfplumber.utils.exceptions import PdfminerException

    lines: list[PdfLine] = []
    try:
        with pdfplumber.open(BytesIO(data)) as document:
            for number, page in enumerate(document.pages, 1):
                waiting: list[PdfLine] = []
                for line in page.extract_text_lines(return_chars=True):
                    pieces = list(_pieces(line["chars"], float(page.height), number))
                    if len(pieces) == 1:
                        lines.extend(waiting)
                        waiting = []
                    lines.extend(pieces[:1])
                    waiting.extend(pieces[1:])
                lines.extend(waiting)
                page.close()
    except (PDFException, PdfminerException, ValueError, KeyError, TypeError, AttributeError):
        return []
    return lines


def _pieces(letters: list[dict[str, Any]], height: float, page: int) -> Iterator[PdfLine]:
    """Yield the sides of a line that a wide gap parts, raised digits raised."""
    letters = sorted(letters, key=lambda letter: letter["x0"])
    size = max((float(letter["size"]) for letter in letters), default=0.0)
    base = min((height - float(letter["bottom"]) for letter in letters), default=0.0)
    sides: list[list[dict[str, Any]]] = [[]]
    for letter in (letter for letter in letters if letter["text"].strip()):
        if sides[-1] and letter["x0"] - sides[-1][-1]["x1"] > _GAP * size:
            sides.append([])
        sides[-1].append(letter)
    for column, side in enumerate(sides):
        words = clean(_words(side, size, base, height), markup=False).text.strip()
        if words:
            yield PdfLine(words, float(side[0]["x0"]), float(side[-1]["x1"]), base, size, page, column)


def _words(letters: list[dict[str, Any]], size: float, base: float, height: float) -> str:
    words = ""
    end: float | None = None
    for letter in letters:
        if end is not None and letter["x0"] - end > _SPACE * size:
            words += " "
        text = str(letter["text"])
        if words and text.isdecimal() and float(letter["size"]) < size * _SMALLER:
            risen = height - float(letter["bottom"]) > base + size * _RISEN
            text = text.translate(RAISED) if risen else text
        words += text
        end = float(letter["x1"])
    return words
