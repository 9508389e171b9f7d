"""A page that Tesseract gives up, or takes too long for, is named: never an empty page without a word."""

from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest

from dondoc.reading import ReadingError, limits, read, scan
from dondoc.reading.scan import engine
from tests.reading.scanned import as_jpeg, as_pdf, pages

pytestmark = pytest.mark.skipif(not scan.is_installed(), reason="no Tesseract with Vietnamese")
PRINTED = (Path(__file__).parents[1] / "files/thong-bao.pdf").read_bytes()


@pytest.fixture
def starved(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tesseract with less memory than its Vietnamese data needs."""
    seconds, _, written = engine._BOUNDS
    monkeypatch.setattr(engine, "_BOUNDS", (seconds, str(40 * 2**20), written))


def picture() -> bytes:
    return as_jpeg(next(pages(PRINTED)))


@pytest.mark.usefixtures("starved")
def test_an_image_that_tesseract_dies_on_says_so() -> None:
    with pytest.raises(ReadingError, match="Trang 1 chưa được đọc vì phần nhận dạng chữ dừng giữa chừng"):
        read(picture(), name="a.jpg")


def test_an_image_that_takes_too_long_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "SCAN_PAGE_SECONDS", 0.02)
    with pytest.raises(ReadingError, match="Trang 1 mất quá nhiều thời gian"):
        read(picture(), name="a.jpg")


@pytest.mark.usefixtures("starved")
def test_pages_with_words_are_kept_where_a_scanned_one_fails() -> None:
    document = pypdfium2.PdfDocument(PRINTED)
    document.import_pages(pypdfium2.PdfDocument(as_pdf(pages(PRINTED))), pages=[0])
    target = BytesIO()
    document.save(target)
    text = read(target.getvalue(), name="a.pdf")
    assert len(text.content) > 1_000
    assert [warning[:25] for warning in text.warnings] == ["Trang 5 chưa được đọc vì "]
