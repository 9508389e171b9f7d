"""The lines of a .pdf once more, by pdfplumber: slower, but true where a font scrambled the letters."""

import logging
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from dondoc.reading.cleaning import clean
from dondoc.reading.marks import is_lone_mark
from dondoc.reading.pdflines import RAISED, PdfLine, in_columns

_SMALLER = 0.85
_RISEN = 0.1
_SPACE = 0.15
_GAP = 1.7
_NO_WIDTH = 0.01


def read_again(data: bytes) -> tuple[list[PdfLine], float]:
    """Return the lines of all pages, none where pdfplumber cannot read the file, and the share of unknown letters.

    A letter is unknown where its font does not say which it is, or where it has no width: an accent of its own.
    """
    import pdfplumber
    from pdfminer.pdfexceptions import PDFException
    from pdfplumber.utils.exceptions import PdfminerException

    logging.getLogger("pdfminer").setLevel(logging.ERROR)  # a broken file would fill the log
    lines: list[PdfLine] = []
    unknown = total = 0
    try:
        with pdfplumber.open(BytesIO(data)) as document:
            for number, page in enumerate(document.pages, 1):
                groups: list[list[PdfLine]] = []
                for line in page.extract_text_lines(return_chars=True):
                    # A ligature stands in the list once for each of its letters.
                    letters = list({id(letter): letter for letter in line["chars"]}.values())
                    unknown += sum(map(_is_unknown, letters))
                    total += len(letters)
                    groups.append(list(_pieces(letters, float(page.height), number)))
                lines.extend(in_columns(groups))
                page.close()
    except (PDFException, PdfminerException, ValueError, KeyError, TypeError, AttributeError):
        return [], 0.0
    return lines, unknown / max(total, 1)


def _is_unknown(letter: dict[str, Any]) -> bool:
    text = str(letter["text"])
    return text.startswith("(cid:") or (text.strip().isalnum() and letter["x1"] - letter["x0"] < _NO_WIDTH)


def _pieces(letters: list[dict[str, Any]], height: float, page: int) -> Iterator[PdfLine]:
    """Yield the sides of a line that a wide gap parts, raised digits raised."""
    letters = sorted(letters, key=lambda letter: letter["x0"])
    size = max((float(letter["size"]) for letter in letters), default=0.0)
    base = min((height - float(letter["bottom"]) for letter in letters), default=0.0)
    sides: list[list[dict[str, Any]]] = [[]]
    for letter in (letter for letter in letters if letter["text"].strip()):
        apart = bool(sides[-1]) and letter["x0"] - sides[-1][-1]["x1"] > _GAP * size
        if apart and (len(sides) > 1 or not is_lone_mark("".join(known["text"] for known in sides[-1]))):
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
