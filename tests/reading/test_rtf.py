"""Rich Text Format: words, marks, tables, notes, old fonts; broken and hostile files."""

import pytest

from dondoc.reading import ReadingError, read
from dondoc.text import Text


def rtf(body: str, fonts: str = r"{\f0 Times New Roman;}") -> Text:
    return read(f"{{\\rtf1\\ansi\\ansicpg1252{{\\fonttbl{fonts}}}{body}}}".encode("latin-1"), name="a.rtf")


def test_letters_of_every_spelling() -> None:
    assert (
        rtf(r"Giao S\u7903? T\'e0i ch\u237\'ednh {\uc2 \u273ab}\emdash\~A\_B\{\}\\").content
        == "Giao Sở Tài chính đ— A-B{}\\"
    )
    assert rtf(r"\uc0 S\u7903  Y\line t\u7871").content == "Sở Y\ntế"


def test_the_marks_that_stand_in_the_file_are_kept() -> None:
    text = rtf(r"{\listtext\pard\plain 1.\tab}Giao S\'f4\par{\pntext -\tab}Hai\par Ba\par")
    assert text.content == "1. Giao Sô\n- Hai\nBa"
    assert [block.kind for block in text.blocks] == ["list_item", "list_item", "paragraph"]


def test_what_is_no_word_of_the_document_is_left_out() -> None:
    text = rtf(
        r"{\info{\title Mau}}{\header Trang 1}{\*\generator Word;}{\pict 89504e47}{\v an}{\deleted bo}"
        r"{\field{\*\fldinst HYPERLINK}{\fldrslt ket qua}}{\*\bkmkstart a}.\par{\*\moi la}"
    )
    assert text.content == "ket qua."


def test_a_table_with_merged_cells() -> None:
    row = r"\trowd\cellx1000\cellx2000\cellx3000\intbl a\cell b\cell c\cell\row"
    merged = r"\trowd\clvmgf\cellx1000\cellx3000\intbl d\cell e\cell\row\trowd\clvmrg\cellx1000\cellx2000\cellx3000"
    text = rtf(row + merged + r"\intbl\cell f\cell g\cell\row\pard Sau\par")
    cells = [(text[cell.span], cell.row, cell.column, cell.rowspan, cell.colspan) for cell in text.tables[0].cells]
    assert cells == [
        ("a", 0, 0, 1, 1),
        ("b", 0, 1, 1, 1),
        ("c", 0, 2, 1, 1),
        ("d", 1, 0, 2, 1),
        ("e", 1, 1, 1, 2),
        ("f", 2, 1, 1, 1),
        ("g", 2, 2, 1, 1),
    ]
    assert text.content.endswith("\nSau")


def test_a_list_mark_in_a_cell_does_not_end_the_table() -> None:
    text = rtf(
        r"\trowd\cellx1\cellx2\intbl dau\par{\listtext\pard -\tab}muc\cell 2\cell\row"
        r"\trowd\cellx1\cellx2\intbl x\cell 3\cell\row"
    )
    assert text.content == "dau - muc\t2\nx\t3"


def test_a_footnote_goes_behind_the_body() -> None:
    text = rtf(r"Thu 5 t\u7927?{\super\chftn{\footnote\pard\chftn Theo k\u7871? ho\u7841?ch.}}, chi 3.\par Sau\par")
    assert text.content == "Thu 5 tỷ, chi 3.\nSau\nTheo kế hoạch."
    (note,) = text.footnotes
    assert (text[note.span], note.anchor) == ("Theo kế hoạch.", len("Thu 5 tỷ"))


def test_fonts_of_the_time_before_unicode() -> None:
    fonts = r"{\f0\fnil .VnTimeH;}{\f1\fnil .VnTime;}{\f2\fnil VNI-Times;}{\f3 Arial;}"
    text = rtf(r"\f0 b\'b8o c\'b8o\par\f1 Giao S\'eb T\'b5i ch\'ddnh 12,5 t\'fb\par\f3 S\u7903? Y t\u7871?\par", fonts)
    assert text.content == "BÁO CÁO\nGiao Sở Tài chính 12,5 tỷ\nSở Y tế"
    assert text.blocks[0].kind == "heading"
    assert [repair.before for repair in text.repairs] == ["b¸o c¸o", "Giao Së Tµi chÝnh 12,5 tû"]
    assert "TCVN3" in text.warnings[0]
    assert rtf(r"\f2 Coäng hoøa\par", fonts).content == "Cộng hòa"


@pytest.mark.parametrize("body", [b"{\\rtf1", b"{\\rtf1 }", b"{\\rtf1 {\\info a}}", b"{\\rtf1" + b"{" * 5000 + b"a"])
def test_a_broken_file_is_one_clear_sentence(body: bytes) -> None:
    with pytest.raises(ReadingError, match=r"^Tệp \.rtf .*\.$"):
        read(body, name="a.rtf")


def test_a_name_that_lies() -> None:
    with pytest.raises(ReadingError, match="đổi đuôi"):
        read(b"{\\rtf1 a}", name="a.docx")
    with pytest.raises(ReadingError, match="không đúng định dạng"):
        read(b"Giao", name="a.rtf")
    assert read(b"{\\rtf1 Giao\\par}", name="a.doc").format == "rtf"


def test_rows_by_the_thousand_take_linear_time() -> None:
    text = rtf(r"\trowd\cellx1\cellx2\intbl a\cell b\cell\row" * 4000)
    assert len(text.tables[0].cells) == 8000
