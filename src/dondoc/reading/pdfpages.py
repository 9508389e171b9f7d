"""The pages of a .pdf one by one: their text layer, and whether it is to be believed or the page read as an image."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Literal

import pypdfium2
import pypdfium2.raw as pdfium

from dondoc.reading import limits
from dondoc.reading.errors import ReadingError
from dondoc.reading.paged import Sheet
from dondoc.reading.pdfletters import Letters
from dondoc.reading.pdflines import page_lines
from dondoc.reading.pdfpictures import is_blank, picture_share
from dondoc.reading.pdftables import with_tables
from dondoc.reading.worth import is_english, worth

BROKEN = "Tệp .pdf bị hỏng hoặc không đầy đủ; hãy xuất lại tệp từ phần mềm soạn thảo rồi tải lên."
_LOCKED = "Tệp .pdf được đặt mật khẩu; hãy bỏ mật khẩu rồi tải lên lại."
_LONG = f"Tệp .pdf dài hơn {limits.MAX_PDF_PAGES} trang nên không được đọc; hãy tách thành nhiều tệp."
_CROWDED = "Trang {page} của tệp .pdf chứa quá nhiều chữ nên không được đọc; hãy xuất lại tệp từ phần mềm soạn thảo."
_FEW_LETTERS = 250
_WORTHLESS, _NOISE = 0.8, 0.5
_COVERED = 0.5
_FIRST_OBJECTS = 3
_PAGES_AT_ONCE = 50

Progress = Callable[[int, int], None]
Layer = Literal["words", "blank", "picture", "noise", "recognised"]


@dataclass(frozen=True, slots=True)
class PdfPage:
    """A page by its text layer.

    ``layer``: "words" to be believed, "blank", "picture" (no words that count), "noise" (words that are none),
    "recognised" (words that a scanner's program laid under its image). ``dpi`` is that of its image, 0 without one.
    """

    sheet: Sheet
    layer: Layer
    dpi: float = 0.0


@contextmanager
def opened(data: bytes) -> Iterator[Any]:
    """The .pdf ``data`` opened, closed at the end; what pdfium cannot open or read is a :class:`ReadingError`."""
    try:
        document = pypdfium2.PdfDocument(data)
        try:
            if len(document) > limits.MAX_PDF_PAGES:
                raise ReadingError(_LONG)
            yield document
        finally:
            document.close()
    except pypdfium2.PdfiumError as error:
        raise ReadingError(_LOCKED if "password" in str(error).lower() else BROKEN) from error


def pages_of(data: bytes) -> Iterator[PdfPage]:
    """Yield the pages of ``data`` with the lines of their text layers.

    pdfium keeps the fonts of every page that it showed until the document is closed, so a long one is opened anew.
    """
    first, count = 1, 1
    while first <= count:
        with opened(data) as document:
            count = len(document)
            for number in range(first, min(first + _PAGES_AT_ONCE, count + 1)):
                yield _page_of(document, number)
        first += _PAGES_AT_ONCE


def _page_of(document: Any, number: int) -> PdfPage:
    page = document[number - 1]
    letters = Letters(page)
    if letters.textpage.count_chars() > limits.MAX_PDF_CHARACTERS_PER_PAGE:
        raise ReadingError(_CROWDED.format(page=number))
    lines = page_lines(letters, number)
    if not letters.turn:
        lines = with_tables(page, letters.textpage, lines, number)
    sheet = Sheet(*letters.size, lines, letters.turn)
    letters.close()
    found = PdfPage(sheet, *_judged(page, sheet))
    page.close()
    return found


def _judged(page: Any, sheet: Sheet) -> tuple[Layer, float]:
    lines = [line.words for line in sheet.lines]
    if not lines and is_blank(page):
        return "blank", 0.0
    value = worth(lines)
    few = sum(map(len, lines)) < _FEW_LETTERS
    if not few and value >= _WORTHLESS and not _begins_with_picture(page):
        return "words", 0.0
    share, dpi = picture_share(page)
    if not lines:
        return "picture", dpi
    if share > _COVERED:
        return ("picture" if few else "recognised" if value >= _WORTHLESS else "noise"), dpi
    return ("noise" if value < _NOISE and not is_english(lines) else "words"), 0.0


def _begins_with_picture(page: Any) -> bool:
    count = min(pdfium.FPDFPage_CountObjects(page), _FIRST_OBJECTS)
    kinds = (pdfium.FPDFPageObj_GetType(pdfium.FPDFPage_GetObject(page, index)) for index in range(count))
    return pdfium.FPDF_PAGEOBJ_IMAGE in kinds
