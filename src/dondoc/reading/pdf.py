"""Documents in .pdf with a text layer to :class:`dondoc.text.Text`.

pypdfium2 reads the words and where they stand; where a font without Vietnamese letters scrambled them, pdfplumber reads
them again, slower. ``Text.source`` is the lines of the pages, a form feed between pages; ``places`` names "page:<n>".
"""

import re
from collections.abc import Sequence

import pypdfium2

from dondoc.reading import limits
from dondoc.reading.assembly import Dropped
from dondoc.reading.cleaning import Cleaned
from dondoc.reading.errors import ReadingError
from dondoc.reading.flow import assemble
from dondoc.reading.pdfagain import read_again
from dondoc.reading.pdfflow import find_noise, join, mark_note, measure
from dondoc.reading.pdflines import PdfLine, page_lines
from dondoc.text import OffsetMap, Place, Span, Text

_BROKEN = "Tệp .pdf bị hỏng hoặc không đầy đủ; hãy xuất lại tệp từ phần mềm soạn thảo rồi tải lên."
_LOCKED = "Tệp .pdf được đặt mật khẩu; hãy bỏ mật khẩu rồi tải lên lại."
_SCAN = "Tệp .pdf là bản quét, chưa có lớp chữ; hãy nhận dạng chữ (OCR) hoặc dùng tệp gốc .docx rồi tải lên lại."
_LONG = f"Tệp .pdf dài hơn {limits.MAX_PDF_PAGES} trang nên không được đọc; hãy tách thành nhiều tệp."
_CROWDED = "Trang {page} của tệp .pdf chứa quá nhiều chữ nên không được đọc; hãy xuất lại tệp từ phần mềm soạn thảo."
_BAD_FONT = (
    "Phông chữ trong tệp .pdf không có chữ tiếng Việt nên chữ đọc ra bị sai; hãy dùng tệp gốc .docx hoặc xuất lại tệp "
    "với phông Times New Roman."
)
_POOR_FONT = "Phông chữ trong tệp .pdf thiếu một số chữ tiếng Việt; hãy đối chiếu lại các từ có dấu với bản gốc."
_LONE_LETTERS = re.compile(r"(?:^|\s)[À-ỹ](?:\s+[À-ỹ])*\s*$")
_FEWEST_SCRAMBLED = 3
_MOST_UNKNOWN = 0.02


def read_pdf(data: bytes) -> Text:
    """Return the text of a .pdf file."""
    try:
        lines, heights = _read_pages(data)
    except pypdfium2.PdfiumError as error:
        raise ReadingError(_LOCKED if "password" in str(error).lower() else _BROKEN) from error
    empty = sorted(set(range(1, len(heights) + 1)) - {line.page for line in lines})
    if not lines:
        raise ReadingError(_SCAN)
    warnings = [f"Trang {page} không có lớp chữ (bản quét) nên chưa được đọc." for page in empty]
    if _is_scrambled(lines):
        again, unknown = read_again(data)
        if not again or unknown > _MOST_UNKNOWN:
            raise ReadingError(_BAD_FONT)
        lines = again
        if unknown:
            warnings.append(_POOR_FONT)
    return _to_text(lines, heights, tuple(warnings))


def _read_pages(data: bytes) -> tuple[list[PdfLine], list[float]]:
    lines: list[PdfLine] = []
    heights: list[float] = []
    document = pypdfium2.PdfDocument(data)
    try:
        if len(document) > limits.MAX_PDF_PAGES:
            raise ReadingError(_LONG)
        for number in range(len(document)):
            page = document[number]
            textpage = page.get_textpage()
            if textpage.count_chars() > limits.MAX_PDF_CHARACTERS_PER_PAGE:
                raise ReadingError(_CROWDED.format(page=number + 1))
            lines.extend(page_lines(textpage, number + 1))
            heights.append(page.get_height())
            textpage.close()
            page.close()
    finally:
        document.close()
    return lines, heights


def _is_scrambled(lines: Sequence[PdfLine]) -> bool:
    """Whether accented letters were torn off their words and stand alone at the ends of lines."""
    torn = sum(_LONE_LETTERS.search(line.words) is not None for line in lines)
    return torn >= _FEWEST_SCRAMBLED and torn * 10 >= len(lines)


def _to_text(lines: list[PdfLine], heights: list[float], warnings: tuple[str, ...]) -> Text:
    noise = find_noise(lines, heights)
    noise = noise if len(noise) < len(lines) else set()
    sheet = measure([line for index, line in enumerate(lines) if index not in noise])
    lines = [mark_note(line, sheet) for line in lines]
    kept = [line for index, line in enumerate(lines) if index not in noise]
    pieces: list[str] = []
    spans: list[Span] = []
    places: list[Place] = []
    at = page = 0
    dropped: list[Dropped] = []
    for index, line in enumerate(lines):
        words = line.words
        if line.page != page:
            if page:
                pieces.append("\f")
                at += 1
            page = line.page
            places.append(Place(at, f"page:{page}"))
        if index in noise:
            dropped.append(Dropped(at, words, "page-edge"))
        else:
            spans.append(Span(at, at + len(words)))
        pieces.append(words + "\n")
        at += len(words) + 1
    source = "".join(pieces)
    cleaned = Cleaned(source, OffsetMap.identity(len(source)))
    paragraphs = join(kept, spans, sheet)
    return assemble(cleaned, paragraphs, source, form="pdf", places=tuple(places), warnings=warnings, dropped=dropped)
