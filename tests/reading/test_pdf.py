"""Documents in .pdf: lines to paragraphs, page edges, footnotes, and the kinds that cannot be read.

The files under ``files`` are LibreOffice exports of ``notice.py`` and of the notes below: with a Vietnamese font, with
one that lacks its letters (phong-thieu-chu: another font stands in), with one that misnames them (phong-hong); and a
page of the same words printed by a browser (trinh-duyet).
"""

import subprocess
from io import BytesIO
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from dondoc.reading import ReadingError, read
from dondoc.reading.frames import rectangles
from dondoc.reading.marks import is_lone_mark
from dondoc.reading.pdf import _is_scrambled
from dondoc.reading.pdfflow import find_noise
from dondoc.reading.pdflines import PdfLine, in_columns
from dondoc.reading.pdfpages import pages_of
from dondoc.text import Span
from tests.reading import notice
from tests.reading.shown import blocks, notes

FILES = Path(__file__).parent / "files"
NOTED = (FILES / "chu-thich.pdf").read_bytes()
HEADER = [
    "UBND TỈNH THUẬN GIANG",
    "VĂN PHÒNG",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "Số: 12/TB-VP",
    "Thuận Giang, ngày 5 tháng 9 năm 2024",
]


def test_an_exported_notice_reads_as_it_was_written() -> None:
    text = read(FILES / "thong-bao.pdf")
    assert blocks(text) == HEADER + notice.lines()
    assert text.format == "pdf"
    assert {repair.before for repair in text.repairs if repair.rule == "page-edge"} >= {"2", "3"}


def test_blocks_know_their_page_and_spans_their_letters() -> None:
    text = read(FILES / "thong-bao.pdf")
    last = text.blocks[-1]
    assert text.blocks[0].page == 1
    assert text.place_of(last.span) == f"page:{last.page}" == "page:4"
    start = text.content.index("12,5 tỷ đồng")
    source = text.to_source(Span(start, start + 12))
    assert text.source[source.start : source.end].split() == ["12,5", "tỷ", "đồng"]


def test_footnotes_at_the_foot_of_a_page_and_raised_digits() -> None:
    text = read(NOTED)
    found = blocks(text)
    assert len(found) == 3
    assert found[0].startswith("1. Doanh thu bán lẻ đạt 812 tỷ đồng, giảm 3,1% so với tháng trước; diện tích 15 m². ")
    assert "vướng mắc để tháo gỡ. Các sở" in found[1]
    assert [(mark, word) for mark, word, _ in notes(text)] == [("1", "trước"), ("2", "đồng")]
    assert notes(text)[0][2].endswith("nhờ nguồn cung dồi dào từ các huyện trong tỉnh.")


def test_a_password_is_named() -> None:
    with pytest.raises(ReadingError, match="mật khẩu"):
        read(FILES / "mat-khau.pdf")


@pytest.fixture
def without_recognition(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dondoc.reading.scan.is_installed", lambda: False)


def pictured(words: str = "") -> bytes:
    page = Image.new("RGB", (1240, 500), "white")
    ImageDraw.Draw(page).multiline_text((120, 100), words, fill="black", font_size=34, spacing=14)
    target = BytesIO()
    page.save(target, "PDF", resolution=150)
    return target.getvalue()


@pytest.mark.usefixtures("without_recognition")
def test_a_scan_names_what_is_missing_to_read_it() -> None:
    with pytest.raises(ReadingError, match=r"bản quét.*tesseract-ocr-vie"):
        read(pictured(), name="scan.pdf")


def lines(*words: str) -> list[PdfLine]:
    return [PdfLine(line, 70, 500, 700 - 20 * at, 14, 1) for at, line in enumerate(words)]


def test_torn_accented_letters_show_a_scrambled_font() -> None:
    torn = lines("S Tài chính ch trì ở ủ", "ph i h p v i S Y t ố ợ ớ", "báo cáo ế ở", "theo dõi")
    assert _is_scrambled(torn)
    assert not _is_scrambled(lines("Sở Tài chính chủ trì", "nhấn mạnh các ý", "báo cáo", "theo dõi ở"))


def test_a_scrambled_file_is_read_again_to_the_same_text(monkeypatch: pytest.MonkeyPatch) -> None:
    first = [read(FILES / name) for name in ("thong-bao.pdf", "chu-thich.pdf")]
    monkeypatch.setattr("dondoc.reading.pdf._is_scrambled", lambda lines: True)
    again = [read(FILES / name) for name in ("thong-bao.pdf", "chu-thich.pdf")]
    assert sorted(blocks(again[0])[: len(HEADER)]) == sorted(HEADER)
    assert blocks(again[0])[len(HEADER) :] == blocks(first[0])[len(HEADER) :]
    assert blocks(again[1]) == blocks(first[1])
    assert [notes(text) for text in again] == [notes(text) for text in first]


FRAMED = [
    "ỦY BAN NHÂN DÂN",
    "TỈNH THUẬN GIANG",
    "Số: 12/TB-UBND",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "Thuận Giang, ngày 5 tháng 9 năm 2024",
    *notice.lines()[:8],
]


def test_a_font_without_vietnamese_letters_is_read_as_it_was_written() -> None:
    data = (FILES / "phong-thieu-chu.pdf").read_bytes()
    scrambled = [line for page in pages_of(data) for line in page.sheet.lines]
    assert any(line.words.endswith("ồ ơ ề ị ậ ạ ẩ ớ") or "ậ" in line.words.split() for line in scrambled)
    assert _is_scrambled(scrambled)
    assert blocks(read(data, name="a.pdf")) == FRAMED


@pytest.mark.usefixtures("without_recognition")
def test_letters_that_the_font_does_not_name_are_not_guessed() -> None:
    with pytest.raises(ReadingError, match="Phông chữ"):
        read(FILES / "phong-hong.pdf")


def test_a_few_unknown_letters_are_a_warning(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dondoc.reading.pdf.read_again", lambda data: (lines("Giao Sở Y tế."), 0.01))
    text = read(FILES / "phong-thieu-chu.pdf")
    assert text.warnings[0].startswith("Phông chữ trong tệp .pdf thiếu một số chữ")


def test_a_page_printed_by_a_browser() -> None:
    bulleted = [words.removeprefix("- ") for words in FRAMED]
    assert blocks(read(FILES / "trinh-duyet.pdf")) == bulleted


def test_what_a_browser_prints_around_a_page_is_dropped() -> None:
    page = [
        PdfLine("22/11/2025, 6:04 AM", 20, 100, 820, 8, 1),
        PdfLine("Thông báo kết luận", 250, 330, 820, 8, 1, 1),
        PdfLine("1. Giao Sở Y tế.", 70, 500, 600, 14, 1),
        PdfLine("https://tinh.gov.vn/tb/12", 20, 180, 15, 8, 1),
        PdfLine("1/2", 560, 575, 15, 8, 1, 1),
    ]
    assert find_noise(page, [842.0]) == {0, 1, 3, 4}


def test_a_recipient_goes_on_in_its_column_and_the_signature_in_the_other() -> None:
    left = PdfLine("- Các phòng, ban, đơn vị thuộc", 85, 300, 700, 14, 1)
    right = PdfLine("CHÁNH VĂN PHÒNG", 350, 490, 700, 14, 1, 1)
    rest = PdfLine("Sở;", 85, 105, 684, 14, 1)
    name = PdfLine("Trần Văn An", 370, 450, 668, 14, 1)
    found = in_columns([[left, right], [rest], [name]])
    assert [line.words for line in found] == [left.words, rest.words, right.words, name.words]
    full = PdfLine("Các phòng, ban, đơn vị thuộc Sở chịu trách nhiệm thi hành.", 85, 520, 684, 14, 1)
    assert [line.words for line in in_columns([[left, right], [full]])] == [left.words, right.words, full.words]


def test_a_mark_far_from_its_item_is_no_column() -> None:
    assert [is_lone_mark(words) for words in ("-", "1.", "a)", "II.", "2.1.", "Số:", "12,5", "TM.")] == [True] * 5 + [
        False
    ] * 3


def merged(*parts: bytes) -> bytes:
    document = pypdfium2.PdfDocument.new()
    for part in parts:
        document.import_pages(pypdfium2.PdfDocument(part), [0])
    target = BytesIO()
    document.save(target)
    return target.getvalue()


@pytest.mark.usefixtures("without_recognition")
def test_scanned_pages_among_others_are_named_in_a_warning() -> None:
    text = read(merged(NOTED, pictured("Giao Sở Y tế"), NOTED), name="a.pdf")
    assert len(text.warnings) == 1
    assert text.warnings[0].startswith("Trang 2 là bản quét nên chưa được đọc")


def test_a_blank_page_is_no_scan() -> None:
    document = pypdfium2.PdfDocument(NOTED)
    document.new_page(595, 842)
    target = BytesIO()
    document.save(target)
    assert read(target.getvalue(), name="a.pdf").warnings == ()


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_page_reads_as_it_did_upright(turn: int) -> None:
    document = pypdfium2.PdfDocument(NOTED)
    for page in document:
        page.set_rotation(turn)
    target = BytesIO()
    document.save(target)
    assert blocks(read(target.getvalue(), name="a.pdf")) == blocks(read(NOTED, name="a.pdf"))


@pytest.mark.parametrize("turn", [1, 2, 3])
def test_words_written_askew_are_read_along_their_lines(turn: int) -> None:
    document = pypdfium2.PdfDocument(NOTED)
    width, height = document[0].get_size()
    matrix = {1: (0, 1, -1, 0, height, 0), 2: (-1, 0, 0, -1, width, height), 3: (0, -1, 1, 0, 0, width)}[turn]
    for page in document:
        everywhere = pdfium.FS_RECTF(-9000, 9000, 9000, -9000)
        pdfium.FPDFPage_TransFormWithClip(page, pdfium.FS_MATRIX(*matrix), everywhere)
        if turn % 2:
            page.set_mediabox(0, 0, height, width)
            page.set_cropbox(0, 0, height, width)
        pdfium.FPDFPage_GenerateContent(page)
    target = BytesIO()
    document.save(target)
    text = read(target.getvalue(), name="a.pdf")
    assert blocks(text) == blocks(read(NOTED, name="a.pdf"))
    assert text.pages[0].turn == turn
    assert (round(text.pages[0].width), round(text.pages[0].height)) == (round(width), round(height))


def test_words_have_their_place_on_the_page() -> None:
    text = read(FILES / "thong-bao.pdf")
    start = text.content.index("12,5 tỷ đồng")
    found = list(rectangles(text.pages[0].frames, text.to_source(Span(start, start + 12))))
    letters = pypdfium2.PdfDocument(FILES / "thong-bao.pdf")[0]
    words = letters.get_textpage()
    for box in found:
        left, right = (edge * letters.get_width() / 10_000 for edge in (box.left, box.right))
        top, bottom = ((10_000 - edge) * letters.get_height() / 10_000 for edge in (box.top, box.bottom))
        shown = words.get_text_bounded(left - 2, bottom, right + 2, top)
        assert any(part in shown for part in ("12,5", "tỷ", "đồng"))
    assert found


damage = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@damage
@given(end=st.integers(0, len(NOTED)))
def test_a_truncated_file_gives_a_text_or_the_error(end: int) -> None:
    try:
        read(NOTED[:end], name="a.pdf")
    except ReadingError:
        return


@damage
@given(flips=st.lists(st.tuples(st.integers(8, len(NOTED) - 1), st.integers(1, 255)), min_size=1, max_size=8))
def test_a_damaged_file_gives_a_text_or_the_error(flips: list[tuple[int, int]]) -> None:
    broken = bytearray(NOTED)
    for at, bits in flips:
        broken[at] ^= bits
    try:
        read(bytes(broken), name="a.pdf")
    except ReadingError:
        return


@pytest.mark.libreoffice
def test_word_and_its_export_say_the_same(tmp_path: Path) -> None:
    path = tmp_path / "thong-bao.docx"
    notice.write(str(path))
    home = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    word, exported = read(path), read(path.with_suffix(".pdf"))
    assert blocks(word)[-len(notice.lines()) :] == blocks(exported)[-len(notice.lines()) :] == notice.lines()
