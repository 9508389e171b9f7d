"""Damaged words are mended, each mend recorded and undoable, and no figure is touched."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.reading import read
from dondoc.reading.repairs import repaired
from dondoc.reading.rewriting import Change, rewritten, undone
from dondoc.text import Span
from tests.reading.word_package import docx, paragraph, run, table

CORPUS = Path(__file__).parents[1] / "corpus"
MENDED = [
    ("Thông nhất giao Sở Tài chính thẩm định.", "Thống nhất giao Sở Tài chính thẩm định.", "slip"),
    ("UY BAN NHÂN DÂN TỈNH BÌNH LƯƠNG", "ỦY BAN NHÂN DÂN TỈNH BÌNH LƯƠNG", "slip"),
    ("Tổng vốn 12,5 tỷ đông.", "Tổng vốn 12,5 tỷ đồng.", "slip"),
    ("Khôi lượng đạt 45%.", "Khối lượng đạt 45%.", "slip"),
    ("Ðồng chí Chủ tịch", "Đồng chí Chủ tịch", "homoglyph"),
    ("Giао Sở Y tế", "Giao Sở Y tế", "homoglyph"),  # а and о are Cyrillic
]
POOR = [
    ("Sở Y tế chỉ đao, kiêm tra và báo cáo.", "Sở Y tế chỉ đạo, kiểm tra và báo cáo."),
    ("Thông nhất phương án: xây dưng, đốn đốc.", "Thống nhất phương án: xây dựng, đôn đốc."),
    ("UBND huyện đánh gía, tông hợp đến 30/6/2025.", "UBND huyện đánh giá, tổng hợp đến 30/6/2025."),
]
KEPT = [
    "Xây dưng nhà văn hóa.",  # one alone may be the writer's own
    "Tri thức hiện đại, nhận thức hiện nay.",
    "Ông Nguyễn Thông Nhất và bà Trần Xây Dưng.",
    "Các tuyến giao thông nhất là đường tỉnh.",
    "Hệ thống truyền thông nhất quán.",
    "Hàng triệu đông đảo nhân dân.",
    "Khôi phục sản xuất; đồng chí Minh Khôi.",
    "Đoàn đến Москва làm việc.",
    "Hoà giải ở cơ sở, hòa nhập, uỷ quyền, ủy quyền.",
    "Tình yêu câu hát dân ca.",
]


@pytest.mark.parametrize(("damaged", "mended", "rule"), MENDED)
def test_a_damaged_word_is_mended_and_noted(damaged: str, mended: str, rule: str) -> None:
    text = read(damaged.encode(), name="a.txt")
    assert text.content == mended
    assert {repair.rule for repair in text.repairs} == {rule}
    assert text.source == damaged
    for repair in reversed(text.repairs):
        assert text[repair.span] == repair.after
        text = undone(text, repair)
    assert (text.content, text.repairs) == (damaged, ())
    assert read(damaged.encode(), name="a.txt", repair=False).content == damaged


@pytest.mark.parametrize(("damaged", "mended"), POOR)
def test_a_text_with_several_phrases_misread_came_out_of_recognition(damaged: str, mended: str) -> None:
    text = read(damaged.encode(), name="a.txt")
    assert text.content == mended
    assert {repair.rule for repair in text.repairs} == {"slip"}
    for repair in reversed(text.repairs):
        text = undone(text, repair)
    assert text.content == damaged


def test_no_right_word_of_sound_texts_is_taken_for_a_slip() -> None:
    for path in CORPUS.glob("*.txt"):
        assert [repair for repair in read(path).repairs if repair.rule == "slip"] == [], path.name


@pytest.mark.parametrize("words", KEPT)
def test_other_words_stay(words: str) -> None:
    text = read(words.encode(), name="a.txt")
    assert (text.content, text.repairs) == (words, ())


def test_a_word_file_in_an_old_font_reads_in_unicode_and_keeps_its_letters_as_source() -> None:
    old = "Giao Së Tµi chÝnh chñ tr×, phèi hîp víi c¸c së, ngµnh b¸o c¸o kÕt qu¶ tr­íc ngµy 15/8/2008: 12,5 tû ®ång."
    head = paragraph(xml=run("th«ng b¸o kÕt luËn", '<w:rFonts w:ascii=".VnTimeH" w:hAnsi=".VnTimeH"/>'))
    text = read(docx(head + paragraph(old)), name="a.docx")
    assert text.content == (
        "THÔNG BÁO KẾT LUẬN\n"
        "Giao Sở Tài chính chủ trì, phối hợp với các sở, ngành báo cáo kết quả trước ngày 15/8/2008: 12,5 tỷ đồng."
    )
    assert {repair.rule for repair in text.repairs} == {"legacy-tcvn3"}
    assert text.repairs[-1].before == old
    start = text.content.index("trước")
    assert text.source[slice(*text.to_source(Span(start, start + 5)))] == "tr­íc"
    assert "TCVN3" in text.warnings[0]
    assert undone(text, text.repairs[-1]).content.endswith(old)


def test_a_plain_file_of_old_letters_notes_each_block() -> None:
    old = "Giao Së Tµi chÝnh chñ tr×, phèi hîp víi c¸c së.\n\nB¸o c¸o kÕt qu¶ tr­íc ngµy 15/8/2008."
    text = read(old.encode("latin-1"), name="a.txt")
    assert [repair.rule for repair in text.repairs] == ["legacy-tcvn3"] * 2
    assert text.repairs[1].before.startswith("B¸o c¸o")
    assert text.repairs[1].after == "Báo cáo kết quả trước ngày 15/8/2008."


def test_everything_that_points_at_the_words_moves_along() -> None:
    body = (
        paragraph("Uy ban nhân dân tỉnh yêu câu:") + table([paragraph("Tông số"), paragraph("12")]) + paragraph("Hết")
    )
    before = read(docx(body), name="a.docx", repair=False)
    text = rewritten(before, [Change(0, 6, "Ủy ban ", "slip"), Change(21, 28, "yêu  cầu", "slip")])
    assert [text[block.span] for block in text.blocks] == ["Ủy ban  nhân dân tỉnh yêu  cầu:", "Tông số", "12", "Hết"]
    assert [text[cell.span] for cell in text.tables[0].cells] == ["Tông số", "12"]
    for block in before.blocks[1:]:
        moved = next(one for one in text.blocks if text[one.span] == before[block.span])
        assert text.to_source(moved.span) == before.to_source(block.span)


def test_a_change_of_digits_is_never_made() -> None:
    text = read("Đạt l2,5 tỷ đồng năm 2O24.".encode(), name="a.txt")
    assert rewritten(text, [Change(4, 8, "12,5", "slip"), Change(21, 25, "2024", "slip")]) is text


@given(st.text(alphabet="aăâđôơưÐАВЕор 1,\nThông nhất giao tỷ đông", max_size=80))
def test_mending_keeps_every_digit_and_can_be_taken_back(words: str) -> None:
    text = read(words.encode(), name="a.txt", repair=False)
    mended = repaired(text)
    assert [sign for sign in mended.content if sign.isdigit()] == [sign for sign in text.content if sign.isdigit()]
    again = mended
    for repair in reversed([one for one in mended.repairs if one not in text.repairs]):
        again = undone(again, repair)
    assert again.content == text.content


GARBLED = "Giao Sở Tài chính chủ trì, phối hợp với các sở: 12,5 tỷ đồng. Ủy ban nhân dân là cơ quan báo cáo “thật”."


@pytest.mark.parametrize(
    ("codec", "name"),
    [("cp1252", "a.txt"), ("cp1252", "a.html"), ("cp1252", "a.docx"), ("latin-1", "a.txt"), ("latin-1", "a.html")],
)
def test_utf8_taken_for_windows_letters_is_read_as_what_it_was(codec: str, name: str) -> None:
    wrong = "".join(bytes([byte]).decode(codec, "ignore") or chr(byte) for byte in GARBLED.encode())
    page = f"<p>{wrong}</p>" if name == "a.html" else wrong
    text = read(docx(paragraph(wrong)) if name == "a.docx" else page.encode(), name=name)
    assert text.content == GARBLED
    assert "UTF-8" in text.warnings[0]


def test_a_few_odd_signs_are_left_as_they_are() -> None:
    words = "Café Ä‘ở Đà Nẵng, Sở Tài chính báo cáo."
    assert read(words.encode(), name="a.txt").content == words
