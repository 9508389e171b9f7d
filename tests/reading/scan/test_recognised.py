"""Scans read by the real program: images, mixed files, worthless layers, pages upside down, and the way there."""

from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from dondoc import extract
from dondoc.extraction.doubts import UNSURE
from dondoc.reading import ReadingError, limits, read, scan
from dondoc.reading.isolated import draw_isolated, read_isolated
from dondoc.reading.transport import dump, load
from tests.reading.scan_trip import compare
from tests.reading.scanned import as_pdf, pages
from tests.reading.scanned import scan as scanned

pytestmark = pytest.mark.skipif(not scan.is_installed(), reason="no Tesseract with Vietnamese")
NOTICE = (Path(__file__).parents[1] / "files/thong-bao.pdf").read_bytes()
PRINTED = read(NOTICE, name="a.pdf")
WORDS = " ".join(PRINTED[block.span] for block in PRINTED.blocks if block.page == 2).split()


def page() -> Image.Image:
    """The second page of the notice, as a scanner in good order gives it."""
    shown: Image.Image = pypdfium2.PdfDocument(NOTICE)[1].render(scale=150 / 72).to_pil()
    return shown.convert("RGB")


def share(content: str) -> float:
    """How much of the page's words ``content`` holds."""
    found = set(content.split())
    return sum(word in found for word in WORDS) / len(WORDS)


def saved(form: str, **more: object) -> bytes:
    target = BytesIO()
    page().save(target, form, **more)
    return target.getvalue()


@pytest.mark.parametrize(("form", "name"), [("PNG", "a.png"), ("JPEG", "a.jpg"), ("TIFF", "a.tif")])
def test_an_image_is_read_with_places_and_pages(form: str, name: str) -> None:
    text = read(saved(form), name=name)
    assert share(text.content) > 0.97
    assert text.format == "image"
    assert text.pages[0].scanned
    assert text.place_of(text.blocks[0].span) == "page:1"
    assert "nhận dạng từ bản quét" in text.warnings[0]
    assert load(dump(text)).pages == text.pages


def test_every_page_of_a_file_is_told_as_it_is_read() -> None:
    told: list[tuple[int, int]] = []
    data = saved("TIFF", save_all=True, append_images=[page()])
    text = read(data, name="a.tiff", progress=lambda done, total: told.append((done, total)))
    assert told == [(0, 2), (1, 2), (2, 2)]
    assert text.blocks[-1].page == 2


def test_a_page_upside_down_is_turned() -> None:
    target = BytesIO()
    page().rotate(180).save(target, "PNG")
    text = read(target.getvalue(), name="a.png")
    assert share(text.content) > 0.97
    assert text.pages[0].turn == 2


def test_a_scan_says_what_its_print_says(tmp_path: Path) -> None:
    path = tmp_path / "scan.pdf"
    path.write_bytes(scanned(NOTICE))
    told: list[tuple[int, int]] = []
    text = read_isolated(path, progress=lambda done, total: told.append((done, total)))
    trip = compare(PRINTED, text)
    assert trip.f1 >= 0.9
    assert trip.unmarked == ()
    assert told[-1] == (4, 4)
    assert all(page.scanned and page.frames for page in text.pages)
    image = Image.open(BytesIO(draw_isolated(path, 1, width=400, tilt=text.pages[0].tilt)))
    assert image.size[0] == 400


def test_pages_with_and_without_words_in_one_file() -> None:
    document = pypdfium2.PdfDocument(NOTICE)
    document.import_pages(pypdfium2.PdfDocument(as_pdf(iter([page()]))))
    target = BytesIO()
    document.save(target)
    text = read(target.getvalue(), name="a.pdf")
    last = " ".join(text[block.span] for block in text.blocks if block.page == 5)
    assert share(last) > 0.97
    assert [each.scanned for each in text.pages] == [False] * 4 + [True]
    assert text.warnings == (
        "Trang 5 được nhận dạng từ bản quét; hãy đối chiếu với ảnh trang những chữ và số được đánh dấu là chưa chắc.",
    )


def test_a_figure_read_with_little_confidence_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dondoc.reading.scan.words._SURE_OF_DIGITS", 101)
    text = read(saved("PNG"), name="a.png")
    assert any(letter.isdigit() for doubt in text.doubts for letter in text[doubt.span])
    facts = extract(text)
    assert {quantity.warning for quantity in facts.quantities if quantity.span.end > quantity.span.start} == {UNSURE}
    assert UNSURE not in facts.warnings


def test_a_worthless_layer_under_a_scan_is_not_believed() -> None:
    """A scanner's own recognition without Vietnamese, laid invisibly under the image."""
    image = next(pages(NOTICE, sealed=False))
    document = pypdfium2.PdfDocument(as_pdf(iter([image])))
    font = pypdfium2.raw.FPDFText_LoadStandardFont(document, b"Helvetica")
    for row in range(30):
        words = pypdfium2.raw.FPDFPageObj_CreateTextObj(document, font, 10)
        noise = "Uy ban nh8n d&n tinh Thuin Giang v6 vi€c tri6n khai thuc hi6n nhi€m vu"
        encoded = (noise + "\0").encode("utf-16-le")
        pypdfium2.raw.FPDFText_SetText(
            words, (pypdfium2.raw.FPDF_WCHAR * (len(encoded) // 2)).from_buffer_copy(encoded)
        )
        pypdfium2.raw.FPDFPageObj_Transform(words, 1, 0, 0, 1, 60, 760 - 20 * row)
        pypdfium2.raw.FPDFTextObj_SetTextRenderMode(words, 3)
        pypdfium2.raw.FPDFPage_InsertObject(document[0], words)
    page_ = document[0]
    pypdfium2.raw.FPDFPage_GenerateContent(page_)
    target = BytesIO()
    document.save(target)
    text = read(target.getvalue(), name="a.pdf")
    assert "nhi€m" not in text.content
    assert text.pages[0].scanned


def test_a_page_that_takes_too_long_is_left_out_and_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "SCAN_PAGE_SECONDS", 0.001)
    with pytest.raises(ReadingError):
        read(saved("PNG"), name="a.png")


@pytest.mark.parametrize("name", ["a.png", "a.jpg", "a.tiff"])
def test_images_beyond_the_limits_are_refused_in_words(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_SCAN_PIXELS", 1_000_000)
    form = {"a.png": "PNG", "a.jpg": "JPEG", "a.tiff": "TIFF"}[name]
    with pytest.raises(ReadingError, match="triệu điểm"):
        read(saved(form), name=name)


def test_more_pages_than_may_be_recognised_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_SCAN_PAGES", 1)
    for data, name in ((saved("TIFF", save_all=True, append_images=[page()]), "a.tiff"), (scanned(NOTICE), "a.pdf")):
        with pytest.raises(ReadingError, match="trang quét"):
            read(data, name=name)


def test_an_image_without_words_says_so() -> None:
    target = BytesIO()
    Image.new("RGB", (600, 400), "white").save(target, "PNG")
    with pytest.raises(ReadingError, match="Không nhận ra chữ nào"):
        read(target.getvalue(), name="a.png")


@pytest.mark.parametrize("size", [(1, 60_000), (60_000, 1), (2, 2)])
def test_an_image_of_a_mad_shape_is_refused_before_it_grows(size: tuple[int, int]) -> None:
    target = BytesIO()
    Image.new("L", size, 255).save(target, "PNG")
    with pytest.raises(ReadingError):
        read(target.getvalue(), name="a.png")
