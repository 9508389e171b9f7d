"""A .pdf handed back with highlights and notes at its findings."""

from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from pypdfium2 import raw

from dondoc.checking.finding import Finding
from dondoc.drafting import annotate_findings
from dondoc.reading import ReadingError, read
from dondoc.text import OffsetMap, Place, Span, Text

SAMPLE = Path(__file__).parents[2] / "src/dondoc/office/sample/documents/2026-11-14-thong-bao-96-tinh-uy.pdf"


def findings_at(text: Text, *quotes: str) -> list[Finding]:
    places = [text.content.index(quote) for quote in quotes]
    return [
        Finding("SL101", Span(at, at + len(quote)), "error", f"xem lại {quote}", "sửa")
        for at, quote in zip(places, quotes, strict=True)
    ]


def annotations(data: bytes) -> list[list[tuple[int, str, tuple[float, float, float, float]]]]:
    """Kind, note and rectangle of the annotations of each page."""
    document = pypdfium2.PdfDocument(data)
    found = []
    for page in document:
        on_page = []
        for index in range(raw.FPDFPage_GetAnnotCount(page)):
            one = raw.FPDFPage_GetAnnot(page, index)
            size = raw.FPDFAnnot_GetStringValue(one, b"Contents", None, 0)
            buffer = (raw.FPDF_WCHAR * (size // 2))()
            raw.FPDFAnnot_GetStringValue(one, b"Contents", buffer, size)
            box = raw.FS_RECTF()
            raw.FPDFAnnot_GetRect(one, box)
            words = bytes(buffer).decode("utf-16-le").rstrip("\0")
            on_page.append((raw.FPDFAnnot_GetSubtype(one), words, (box.left, box.bottom, box.right, box.top)))
            raw.FPDFPage_CloseAnnot(one)
        found.append(on_page)
    document.close()
    return found


@pytest.fixture(scope="module")
def sample() -> tuple[bytes, Text]:
    data = SAMPLE.read_bytes()
    return data, read(data)


def words_of(text: Text) -> list[str]:
    """Two stretches of words that stand once in the text, on one line each."""
    candidates = [" ".join(text[block.span].split()[:4]) for block in text.blocks if block.kind != "footnote"]
    once = [words for words in candidates if len(words) > 15 and text.content.count(words) == 1 and "\n" not in words]
    return [once[2], once[-2]]


def test_words_are_highlighted_with_a_note(sample: tuple[bytes, Text]) -> None:
    data, text = sample
    quotes = words_of(text)
    marked = annotate_findings(data, text, findings_at(text, *quotes))
    pages = annotations(marked)
    found = [one for page in pages for one in page if one[0] == raw.FPDF_ANNOT_HIGHLIGHT]
    assert [note for _, note, _ in found] == [
        f"Lỗi: xem lại {quote}.\nĐề nghị: sửa.\n(Quy tắc SL101)" for quote in quotes
    ]
    document = pypdfium2.PdfDocument(marked)
    for quote, (number, box) in zip(
        quotes, [(n, one[2]) for n, page in enumerate(pages) for one in page if one in found], strict=True
    ):
        left, bottom, right, top = box
        inside = document[number].get_textpage().get_text_bounded(left - 1, bottom - 1, right + 1, top + 1)
        assert quote.split()[0] in inside
    document.close()


def test_the_text_stays_as_it_was(sample: tuple[bytes, Text]) -> None:
    data, text = sample
    marked = annotate_findings(data, text, findings_at(text, *words_of(text)))
    assert read(marked).content == text.content


def test_words_that_the_page_does_not_hold_become_a_note(sample: tuple[bytes, Text]) -> None:
    data, _ = sample
    scanned = "Chữ đọc từ ảnh chụp"
    length = len(scanned)
    text = Text(scanned, (), scanned, OffsetMap.identity(length), places=(Place(0, "page:1"),), format="pdf")
    pages = annotations(annotate_findings(data, text, findings_at(text, scanned)))
    assert [kind for kind, _, _ in pages[0]] == [raw.FPDF_ANNOT_TEXT]


def test_of_words_alike_the_right_one_is_marked(sample: tuple[bytes, Text]) -> None:
    data, text = sample
    word = next(w for w in ("tỉnh", "Tỉnh", "và") if text.source.count(w) > 3)
    first = text.content.index(word)
    second = text.content.index(word, first + 1)
    findings = [Finding("SL101", Span(at, at + len(word)), "doubtful", "xem lại") for at in (first, second)]
    pages = annotations(annotate_findings(data, text, findings))
    boxes = [(number, box) for number, page in enumerate(pages) for _, _, box in page]
    assert len(set(boxes)) == 2


def test_nothing_to_say_leaves_the_file_as_it_was(sample: tuple[bytes, Text]) -> None:
    data, text = sample
    assert annotate_findings(data, text, []) == data


def test_a_broken_file_is_refused(sample: tuple[bytes, Text]) -> None:
    _, text = sample
    with pytest.raises(ReadingError, match=r"\.pdf"):
        annotate_findings(b"%PDF-1.4 broken", text, findings_at(text, words_of(text)[0]))


def test_pages_keep_their_number_and_size(sample: tuple[bytes, Text]) -> None:
    data, text = sample
    marked = annotate_findings(data, text, findings_at(text, *words_of(text)))
    old, new = pypdfium2.PdfDocument(data), pypdfium2.PdfDocument(BytesIO(marked))
    assert [page.get_size() for page in old] == [page.get_size() for page in new]
    old.close()
    new.close()
