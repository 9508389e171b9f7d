"""A .pdf handed back with its findings highlighted, each with a note that says why.

The words are looked for on the page that the reader took them from; of several alike, the one that stands as far down
the page's text is marked. Where a page does not hold the words as they were read (a scan, a scrambled font), the note
stands at the top of the page. Written by pypdfium2 (Apache-2.0 or BSD-3-Clause); pages stay as they were.
"""

import ctypes
from collections.abc import Sequence
from io import BytesIO

import pypdfium2
from pypdfium2 import raw

from dondoc.checking.finding import Severity
from dondoc.reading.errors import ReadingError
from dondoc.text import Span, Text

Box = tuple[float, float, float, float]
_COLOURS: dict[Severity, tuple[int, int, int]] = {
    "error": (255, 120, 120),
    "doubtful": (255, 214, 90),
    "format": (150, 200, 255),
}
_OPACITY = 110
_AUTHOR = "Đôn Đốc"
_NOTE = 18.0
_MARGIN = 24.0
_BROKEN = "Tệp .pdf không mở được để ghi nhận xét; hãy mở lại bằng chương trình khác, lưu thành tệp mới rồi thử lại."


def highlight_at(data: bytes, text: Text, marks: Sequence[tuple[Span, str, Severity]]) -> bytes:
    """Return the .pdf in ``data`` with a highlight and a note for each of ``marks``; ``data`` where there is none."""
    if not marks:
        return data
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise ReadingError(_BROKEN) from error
    try:
        pages: dict[int, list[tuple[Span, str, Severity]]] = {}
        for mark in marks:
            number = _page_of(text, mark[0])
            if 0 <= number < len(document):
                pages.setdefault(number, []).append(mark)
        for number, on_page in pages.items():
            _mark_page(document[number], text, number, on_page)
        target = BytesIO()
        document.save(target)
        return target.getvalue()
    finally:
        document.close()


def _page_of(text: Text, span: Span) -> int:
    """The 0-based page on which ``span`` begins."""
    part = text.place_of(span) or "page:1"
    number = part.rpartition(":")[2]
    return int(number) - 1 if number.isdecimal() else 0


def _mark_page(page: pypdfium2.PdfPage, text: Text, number: int, marks: Sequence[tuple[Span, str, Severity]]) -> None:
    words = page.get_textpage()
    try:
        start = _start_of_page(text, number)
        unplaced = 0
        for span, said, severity in marks:
            source = text.to_source(span)
            quote = text.source[source.start : source.end]
            before = text.source[start : source.start].count(quote) if quote else 0
            boxes = _boxes(words, quote, before)
            if boxes:
                _highlight(page, boxes, said, severity)
            else:
                _note(page, unplaced, said)
                unplaced += 1
    finally:
        words.close()


def _start_of_page(text: Text, number: int) -> int:
    part = f"page:{number + 1}"
    return next((place.start for place in text.places if place.part == part), 0)


def _boxes(words: pypdfium2.PdfTextPage, quote: str, before: int) -> list[Box]:
    """The boxes of ``quote`` where ``before`` others like it stand before it; of the last one where there are fewer."""
    if not quote.strip():
        return []
    searcher = words.search(" ".join(quote.split()), match_case=True)
    found = None
    for _ in range(before + 1):
        following = searcher.get_next()
        if following is None:
            break
        found = following
    if found is None:
        return []
    count = words.count_rects(*found)
    return [words.get_rect(index) for index in range(count)]


def _highlight(page: pypdfium2.PdfPage, boxes: Sequence[Box], said: str, severity: Severity) -> None:
    annotation = raw.FPDFPage_CreateAnnot(page, raw.FPDF_ANNOT_HIGHLIGHT)
    raw.FPDFAnnot_SetColor(annotation, raw.FPDFANNOT_COLORTYPE_Color, *_COLOURS[severity], _OPACITY)
    for left, bottom, right, top in boxes:
        corners = raw.FS_QUADPOINTSF(left, top, right, top, left, bottom, right, bottom)
        raw.FPDFAnnot_AppendAttachmentPoints(annotation, corners)
    left, bottom = min(box[0] for box in boxes), min(box[1] for box in boxes)
    right, top = max(box[2] for box in boxes), max(box[3] for box in boxes)
    raw.FPDFAnnot_SetRect(annotation, raw.FS_RECTF(left, top, right, bottom))
    _say(annotation, said)


def _note(page: pypdfium2.PdfPage, place: int, said: str) -> None:
    width, height = page.get_size()
    left = min(_MARGIN + place * (_NOTE + 4), width - _MARGIN)
    top = height - _MARGIN / 2
    annotation = raw.FPDFPage_CreateAnnot(page, raw.FPDF_ANNOT_TEXT)
    raw.FPDFAnnot_SetRect(annotation, raw.FS_RECTF(left, top, left + _NOTE, top - _NOTE))
    _say(annotation, said)


def _say(annotation: object, said: str) -> None:
    for key, value in ((b"Contents", said), (b"T", _AUTHOR)):
        encoded = (value + "\0").encode("utf-16-le")
        buffer = ctypes.create_string_buffer(encoded, len(encoded))
        raw.FPDFAnnot_SetStringValue(annotation, key, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)))
    raw.FPDFAnnot_SetFlags(annotation, raw.FPDF_ANNOT_FLAG_PRINT)
    raw.FPDFPage_CloseAnnot(annotation)
