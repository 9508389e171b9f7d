"""A workbook handed back with notes on the cells that do not add up."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.comments import Comment

import dondoc
from dondoc.drafting.workbook_comments import comment_cells
from dondoc.reading import ReadingError, read
from dondoc.text import Span
from tests.extraction.tables.appendices import BUDGET, DISBURSED, as_docx, as_xlsx


def handed_back(path: Path) -> bytes:
    """The workbook at ``path`` after a check of its figures."""
    facts = dondoc.extract(dondoc.read(path))
    return dondoc.annotate(path, facts, dondoc.check(facts))


def test_the_cell_is_noted_and_yellow_and_all_else_stays(tmp_path: Path) -> None:
    path = as_xlsx(tmp_path / "a.xlsx", BUDGET, DISBURSED.changed(5, 3, 69_240))
    book = load_workbook(BytesIO(handed_back(path)))
    before = load_workbook(path)
    noted = {
        f"{sheet.title}!{cell.coordinate}": cell
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.comment is not None
    }
    assert noted
    assert all(name.startswith("Biểu 2!") for name in noted)
    for cell in noted.values():
        assert cell.fill.fgColor.rgb == "FFFFFF00"
        assert cell.comment is not None
        assert "văn bản ghi" in str(cell.comment.text)
    for sheet in before:
        for row in sheet.iter_rows():
            for cell in row:
                other = book[sheet.title][cell.coordinate]
                assert (other.value, other.number_format) == (cell.value, cell.number_format)


def test_parts_without_notes_stay_byte_for_byte(tmp_path: Path) -> None:
    path = as_xlsx(tmp_path / "a.xlsx", BUDGET, DISBURSED.changed(5, 3, 69_240))
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(BytesIO(handed_back(path))) as new:
        assert old.read("xl/worksheets/sheet1.xml") == new.read("xl/worksheets/sheet1.xml")
        assert old.read("xl/workbook.xml") == new.read("xl/workbook.xml")
        assert set(old.namelist()) <= set(new.namelist())


def test_notes_that_a_cell_has_are_kept(tmp_path: Path) -> None:
    path = as_xlsx(tmp_path / "a.xlsx", DISBURSED.changed(5, 3, 69_240))
    book = load_workbook(path)
    book["Biểu 1"]["C10"].comment = Comment("đã đối chiếu", "Lan")
    book["Biểu 1"]["A1"].comment = Comment("bản thảo", "Lan")
    book.save(path)
    text = read(path)
    place = next(
        quantity.span
        for quantity in dondoc.extract(text).quantities
        if text.place_of(quantity.span) == "cell:Biểu 1!C10"
    )
    sheet = load_workbook(BytesIO(comment_cells(path.read_bytes(), text, [(place, "tổng lệch 27.000")])))["Biểu 1"]
    assert sheet["C10"].comment.text == "đã đối chiếu\ntổng lệch 27.000"
    assert sheet["A1"].comment.text == "bản thảo"


def test_a_workbook_that_adds_up_comes_back_as_it_is(tmp_path: Path) -> None:
    path = as_xlsx(tmp_path / "a.xlsx", BUDGET)
    assert handed_back(path) == path.read_bytes()


def test_other_formats_are_refused(tmp_path: Path) -> None:
    path = as_docx(tmp_path / "a.docx", BUDGET)
    with pytest.raises(ReadingError, match=r"\.xlsx"):
        comment_cells(path.read_bytes(), read(path), [(Span(0, 1), "x")])
