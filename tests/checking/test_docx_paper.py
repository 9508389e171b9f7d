"""What a .docx says about its sheet."""

from io import BytesIO

import docx as python_docx
import pytest
from docx.shared import Mm, Pt

from dondoc.checking.docx_paper import read_paper
from dondoc.reading import ReadingError


def saved(document: "python_docx.document.Document") -> bytes:
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def test_page_margins_font_and_size() -> None:
    document = python_docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(20), Mm(25)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    document.styles["Normal"].font.name = "Times New Roman"
    document.styles["Normal"].font.size = Pt(14)
    document.add_paragraph("Tổng thu ngân sách nhà nước trên địa bàn.")
    small = document.add_paragraph().add_run("Nơi nhận")
    small.font.size, small.font.name = Pt(11), "Arial"
    paper = read_paper(saved(document))
    measured = (paper.width, paper.height, paper.top, paper.bottom, paper.left, paper.right)
    assert [round(length or 0) for length in measured] == [210, 297, 20, 25, 30, 15]
    assert [name for name, _ in paper.fonts] == ["Times New Roman", "Arial"]
    assert [size for size, _ in paper.sizes] == [14.0, 11.0]
    assert paper.fonts[0][1] > 0.8


def test_tables_may_be_set_smaller_than_the_text() -> None:
    document = python_docx.Document()
    document.styles["Normal"].font.size = Pt(14)
    document.add_paragraph("Tổng thu ngân sách.")
    table = document.add_table(rows=20, cols=2)
    for cell in table.column_cells(0):
        cell.paragraphs[0].add_run("Thu nội địa, thu tiền sử dụng đất").font.size = Pt(10)
    assert read_paper(saved(document)).sizes == ((14.0, 1.0),)


def test_a_theme_names_the_font() -> None:
    document = python_docx.Document()
    document.add_paragraph("Tổng thu ngân sách.")
    assert read_paper(saved(document)).fonts == (("Cambria", 1.0),)


def test_an_empty_document_says_nothing_of_letters() -> None:
    paper = read_paper(saved(python_docx.Document()))
    assert paper.fonts == ()
    assert paper.sizes == ()


def test_a_broken_file_is_refused() -> None:
    with pytest.raises(ReadingError):
        read_paper(b"PK\x03\x04 broken")
