"""Recognised words to lines: columns, list marks, doubts, and the slips that only one reading mends."""

import pytest
from PIL import Image, ImageDraw

from dondoc.reading.paged import Sheet, to_text
from dondoc.reading.pdflines import PdfLine
from dondoc.reading.phrases import _known, bare, find_slips
from dondoc.reading.scan.engine import Word
from dondoc.reading.scan.slips import mend
from dondoc.reading.scan.words import lines_of

WHITE = Image.new("L", (1240, 1754), 255)


def word(text: str, left: int, base: int, sure: float = 95.0, line: int = 1) -> Word:
    """A word of letters 30 pixels high, its box as tall as its letters are."""
    low = base + (6 if set(text) & set("gpqy(),;") else 0)
    return Word(text, left, base - 20, left + 14 * len(text), low, sure, (1, 1, line))


def said(words: list[Word], image: Image.Image = WHITE) -> list[str]:
    return [line.words for line in lines_of(words, image, 0.48, 1)]


def test_issuer_and_motto_side_by_side_are_read_one_after_the_other() -> None:
    words = [
        *(word("UBND", 100, 100), word("TỈNH", 170, 100), word("CỘNG", 700, 100), word("HÒA", 780, 100)),
        *(word("Số:", 100, 140, line=2), word("12", 160, 140, line=2), word("Độc", 720, 140, line=2)),
        *(word("Kết", 100, 240, line=3), word("luận", 160, 240, line=3)),
    ]
    assert said(words) == ["UBND TỈNH", "Số: 12", "CỘNG HÒA", "Độc", "Kết luận"]


def test_a_mark_far_from_its_item_stays_with_it() -> None:
    words = [word("1.", 100, 100), word("Giao", 260, 100), word("Sở", 330, 100)]
    assert said(words) == ["1. Giao Sở"]


def test_a_smeared_mark_far_from_its_item_stays_with_it() -> None:
    for mark in ("5...", "2,", "a)."):
        assert said([word(mark, 100, 100), word("Giao", 260, 100), word("Sở", 330, 100)]) == [f"{mark} Giao Sở"]


def test_a_signature_all_but_touching_the_recipients_is_told_by_its_base_line() -> None:
    words = [
        *(word("UBND", 180, 100), word("tỉnh;", 250, 100), word("KT.", 780, 100), word("TỊCH", 840, 100)),
        *(word("TT", 180, 160, line=2), word("Huyện", 240, 160, line=2), word("HĐND", 340, 160, line=2)),
        *(word("Đinh", 420, 169, line=2), word("Văn", 500, 169, line=2), word("Khoa", 560, 169, line=2)),
    ]
    assert said(words) == ["UBND tỉnh;", "TT Huyện HĐND", "KT. TỊCH", "Đinh Văn Khoa"]


def test_what_has_no_letters_shape_is_dropped() -> None:
    high_dash = Word("—", 130, 75, 150, 110, 90.0, (1, 1, 1))
    dot = Word("Ộ", 500, 90, 503, 94, 90.0, (1, 1, 1))
    assert said([word("6.", 100, 100), high_dash, word("Giao", 200, 100), word("Sở", 270, 100), dot]) == ["6. Giao Sở"]


def test_a_column_of_marks_taken_for_one_line_goes_to_its_items() -> None:
    marks = [word("a)", 100, 100), word("b)", 100, 140)]
    items = [word("Rà", 160, 100, line=2), word("soát", 200, 100, line=2), word("Báo", 160, 140, line=3)]
    assert said([*marks, *items]) == ["a) Rà soát", "b) Báo"]


def test_a_dash_that_recognition_passed_over_is_seen() -> None:
    image = WHITE.copy()
    ImageDraw.Draw(image).rectangle((100, 91, 110, 92), fill=0)
    assert said([word("Giao", 150, 100), word("Sở", 220, 100)], image) == ["- Giao Sở"]
    ImageDraw.Draw(image).rectangle((100, 78, 110, 100), fill=0)  # a blot is no dash
    assert said([word("Giao", 150, 100), word("Sở", 220, 100)], image) == ["Giao Sở"]


def test_both_pieces_of_a_figure_torn_in_two_are_doubtful() -> None:
    for first, second in (("32", "„2%;"), ("3,", "2%;"), ("32", ",2%")):
        line = lines_of([word("dựng", 100, 100), word(first, 190, 100), word(second, 240, 100)], WHITE, 0.48, 1)[0]
        assert [line.words[a:b] for a, b, _ in line.doubts] == [first, second]
    line = lines_of([word("mục", 100, 100), word("3,", 170, 100), word("4", 210, 100)], WHITE, 0.48, 1)[0]
    assert line.doubts == ()


def test_specks_are_dropped() -> None:
    words = [word("~", 60, 100, 20), word("Giao", 100, 100), word("|", 180, 100, 90), word("Sở", 200, 100)]
    assert said(words) == ["Giao Sở"]


@pytest.mark.parametrize(
    ("text", "sure", "doubtful"),
    [
        *(("7.215", 95, False), ("7.215", 70, True), ("đồng", 70, False), ("đồng", 40, True), (",2%", 96, True)),
        *(("9.8145", 96, True), ("III⁄2018", 96, True), ("30/9/2025", 96, False), ("(46,3%);", 96, False)),
    ],
)
def test_what_may_be_wrong_is_doubted(text: str, sure: float, doubtful: bool) -> None:
    (line,) = lines_of([word("đạt", 100, 100), word(text, 160, 100, sure)], WHITE, 0.48, 1)
    assert bool(line.doubts) is doubtful
    if doubtful:
        ((start, end, _),) = line.doubts
        assert line.words[start:end] == text


def sheet(*words: str, scanned: bool = True) -> Sheet:
    lines = [PdfLine(line, 70, 500, 700 - 20 * at, 14, 1) for at, line in enumerate(words)]
    return Sheet(595, 842, lines, scanned=scanned)


MENDED = [
    ("ước đạt 7.215 tử đồng", "ước đạt 7.215 tỷ đồng"),
    ("đạt 12,5 ty dông.", "đạt 12,5 tỷ đồng."),
    ("ở nồng độ từ 4%o trở lên", "ở nồng độ từ 4‰ trở lên"),
    ("5... Bộ Công Thương", "5. Bộ Công Thương"),
    ("c; Hướng dẫn các địa phương", "c) Hướng dẫn các địa phương"),
    ("L. ĐÁNH GIÁ CHUNG", "I. ĐÁNH GIÁ CHUNG"),
    ("Giao Sở Y tế chủ trị, phối hợp", "Giao Sở Y tế chủ trì, phối hợp"),
    ("Lñy kế 10 tháng", "Lũy kế 10 tháng"),
    ("Thông nhất chủ trương", "Thống nhất chủ trương"),
    ("KÊ HOẠCH", "KẾ HOẠCH"),
]
KEPT = [
    "tăng 7.215 tử vong",
    "1,5 triệu con",
    "phương tiện đo lường và tiền đồ",
    "Thứ trưởng Lê Văn A",
    "các đồng chí; chỉ dao động từ 5% đến 7%",
    "Khu kinh tế Vân Phong",
    "uỷ ban nhân dân, luỹ kế, hoà nhập",
    "tỷ lệ 5: 7",
]


@pytest.mark.parametrize(("before", "after"), MENDED)
def test_slips_are_mended_and_noted(before: str, after: str) -> None:
    page = sheet(before)
    mend([page])
    assert page.lines[0].words == after
    text = to_text([page], form="pdf")
    assert {repair.rule for repair in text.repairs} == {"ocr-slip"}
    assert all(text[repair.span] for repair in text.repairs)
    digits = [letter for letter in before if letter.isdigit()]
    assert [letter for letter in text.content if letter.isdigit()] == digits


@pytest.mark.parametrize("words", KEPT)
def test_what_makes_sense_is_left_alone(words: str) -> None:
    page = sheet(words)
    mend([page])
    assert page.lines[0].words == words


def test_a_page_with_a_text_layer_is_left_alone() -> None:
    page = sheet("đạt 7.215 tử đồng", scanned=False)
    mend([page])
    assert page.lines[0].words == "đạt 7.215 tử đồng"


def test_strokes_lost_from_the_numbers_of_headings() -> None:
    pages = [sheet("I. MỘT", "II. HAI"), sheet("II. BA", "IV. BỐN", "I. PHẦN SAU")]
    mend(pages)
    assert [line.words.split()[0] for page in pages for line in page.lines] == ["I.", "II.", "III.", "IV.", "I."]


def test_no_two_phrases_look_alike_without_marks() -> None:
    pairs = _known()
    assert len(pairs) > 100
    for (first, second), right in pairs.items():
        assert (bare(right[0]), bare(right[1])) == (first, second)
        assert list(find_slips(" ".join(right))) == []
