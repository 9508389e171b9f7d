"""Documents in .pdf to :class:`dondoc.text.Text`: by their text layer, and page by page by their images without one.

pypdfium2 reads the words and where they stand; where a font without Vietnamese letters scrambled them, pdfplumber reads
them again, slower. Pages that are only images, or whose layer is noise, are recognised by Tesseract.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from dondoc.reading import limits
from dondoc.reading.errors import ReadingError
from dondoc.reading.paged import Sheet, to_text
from dondoc.reading.pagenames import named
from dondoc.reading.pdfagain import read_again
from dondoc.reading.pdflines import PdfLine
from dondoc.reading.pdfpages import PdfPage, Progress, opened, pages_of
from dondoc.reading.pdfpictures import render
from dondoc.reading.worth import worth
from dondoc.text import Text

_EMPTY = "Tệp .pdf không có chữ nào; hãy kiểm tra lại tệp rồi tải lên."
_BAD_FONT = (
    "Phông chữ trong tệp .pdf không có chữ tiếng Việt nên chữ đọc ra bị sai; hãy dùng tệp gốc .docx hoặc xuất lại tệp "
    "với phông Times New Roman."
)
_POOR_FONT = "Phông chữ trong tệp .pdf thiếu một số chữ tiếng Việt; hãy đối chiếu lại các từ có dấu với bản gốc."
_RECOGNISED = (
    "{pages} là bản quét có lớp chữ do máy nhận dạng từ trước, không rõ độ chắc; hãy đối chiếu các số với ảnh trang."
)
_LONE_LETTERS = re.compile(r"(?:^|\s)[À-ỹ](?:\s+[À-ỹ])*\s*$")
_FEWEST_SCRAMBLED = 3
_MOST_UNKNOWN = 0.02


def read_pdf(data: bytes, progress: Progress | None = None) -> Text:
    """Return the text of a .pdf file; ``progress`` is called with (pages read, pages) while images are recognised."""
    pages = list(pages_of(data))
    warnings: list[str] = []
    if _is_scrambled([line for page in pages for line in page.sheet.lines if page.layer == "words"]):
        pages = _unscrambled(data, pages, warnings)
    wanted = [number for number, page in enumerate(pages, 1) if page.layer in ("picture", "noise")]
    if wanted:
        with opened(data) as document:
            pages = _recognised(document, pages, wanted, warnings, progress)
    recognised = [number for number, page in enumerate(pages, 1) if page.layer == "recognised"]
    if recognised:
        warnings.append(_RECOGNISED.format(pages=named(recognised)))
    sheets = [page.sheet for page in pages]
    if not any(sheet.lines for sheet in sheets):
        raise ReadingError(" ".join(warnings) or _EMPTY)
    return to_text(sheets, form="pdf", warnings=warnings)


def _unscrambled(data: bytes, pages: Sequence[PdfPage], warnings: list[str]) -> list[PdfPage]:
    """``pages`` with the letters of their fonts put right, or marked as noise where the fonts do not name them."""
    again, unknown = read_again(data)
    if not again or unknown > _MOST_UNKNOWN:
        return [replace(page, layer="noise") if page.layer == "words" else page for page in pages]
    if unknown:
        warnings.append(_POOR_FONT)
    found: dict[int, list[PdfLine]] = {}
    for line in again:
        found.setdefault(line.page, []).append(line)
    for number, page in enumerate(pages, 1):
        if page.layer == "words":
            page.sheet.lines = found.get(number, [])
    return list(pages)


def _is_scrambled(lines: Sequence[PdfLine]) -> bool:
    """Whether accented letters were torn off their words and stand alone at the ends of lines."""
    torn = sum(_LONE_LETTERS.search(line.words) is not None for line in lines)
    return torn >= _FEWEST_SCRAMBLED and torn * 10 >= len(lines)


def _recognised(
    document: Any, pages: list[PdfPage], wanted: Sequence[int], warnings: list[str], progress: Progress | None
) -> list[PdfPage]:
    """``pages`` with the ``wanted`` ones read from their images, where that gives more than their text layer."""
    from dondoc.reading import scan  # Pillow and the search for Tesseract cost time that most files need not pay

    if not scan.is_installed():
        return _left_out(pages, wanted, warnings)
    if len(wanted) > limits.MAX_SCAN_PAGES:
        raise ReadingError(scan.LONG)
    unread: dict[int, scan.UnreadPageError] = {}
    read: list[int] = []
    for number in wanted:
        if progress is not None:
            progress(number - 1, len(pages))
        page = pages[number - 1]
        try:
            sheet = _recognised_page(document, page, number)
        except scan.UnreadPageError as error:
            unread[number] = error
            continue
        known = [line.words for line in page.sheet.lines]
        if page.layer == "noise" and worth(line.words for line in sheet.lines) <= worth(known):
            pages[number - 1] = replace(page, layer="recognised" if page.dpi else "words")
        else:
            pages[number - 1] = PdfPage(sheet, "picture", page.dpi)
            read.append(number)
    if progress is not None:
        progress(len(pages), len(pages))
    scan.mend(page.sheet for page in pages)
    warnings += scan.warnings(read, unread, len(pages))
    return pages


def _recognised_page(document: Any, page: PdfPage, number: int) -> Sheet:
    from dondoc.reading import scan

    opened_page = document[number - 1]
    try:
        image = render(opened_page, dpi=page.dpi)
        sheet = scan.recognise(image, number, opened_page.get_size())
    finally:
        opened_page.close()
    return sheet


def _left_out(pages: list[PdfPage], wanted: Sequence[int], warnings: list[str]) -> list[PdfPage]:
    """``pages`` where no image can be read: without the noise, and with a word about what is missing."""
    from dondoc.reading import scan

    noise = any(page.layer == "noise" for page in pages)
    for number in wanted:
        pages[number - 1].sheet.lines = []
    if not any(page.sheet.lines for page in pages):
        raise ReadingError(_BAD_FONT if noise else scan.MISSING)
    warnings.append(scan.LEFT_OUT.format(pages=named(wanted)))
    return pages
