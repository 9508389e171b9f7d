"""Spreadsheets that lie, swell or hide something: one sentence, no traceback, no flood."""

import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dondoc.reading import ReadingError, limits, read
from tests.reading.sheet_files import number, ods, ods_words, words, xlsx, zipped

FILES = Path(__file__).parent / "files"
ROWS = (
    f"<row r='1'>{words('A1', 'Thu')}{number('B1', '5')}</row><row r='2'>{words('A2', 'Chi')}{number('B2', '4')}</row>"
)
MANY_COLUMNS = 'table:number-columns-repeated="99999999"'
BOMB = b"<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;'>]>"


def refusal(data: bytes, name: str) -> str:
    with pytest.raises(ReadingError) as caught:
        read(data, name=name)
    return str(caught.value)


def test_macros_passwords_and_entities_are_refused() -> None:
    assert "macro" in refusal(xlsx(ROWS, parts={"xl/vbaProject.bin": b"x"}), "a.xlsx")
    assert ".xlsx" in refusal(xlsx(ROWS, parts={"xl/vbaProject.bin": b"x"}), "a.xlsx")
    sheet = b"<?xml version='1.0'?>" + BOMB + b"<worksheet><sheetData>&b;</sheetData></worksheet>"
    assert "không được phép" in refusal(xlsx(ROWS, parts={"xl/worksheets/sheet1.xml": sheet}), "a.xlsx")
    assert "không được phép" in refusal(ods("", head=BOMB.decode()), "a.ods")
    locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")
    assert refusal(locked, "a.xlsx") == "Tệp .xlsx được đặt mật khẩu; hãy bỏ mật khẩu rồi tải lên lại."


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    packed = xlsx(ROWS, parts={"xl/media/a.bin": b"\0" * (limits.MAX_UNPACKED_BYTES // 20) * 21})
    assert "quá nhiều dữ liệu" in refusal(packed, "a.xlsx")


def test_a_million_rows_in_name_only_cost_nothing() -> None:
    far = f"<row r='1048576'>{words('A1048576', 'Cuối')}{number('XFD1048576', '1')}</row>"
    text = read(xlsx(ROWS + far, sheet='<dimension ref="A1:XFD1048576"/>'), name="a.xlsx")
    assert "Cuối" in text.content
    assert sum(len(table.cells) for table in text.tables) < 50_000


def test_too_many_cells_are_refused() -> None:
    repeated = (
        f'<table:table-row table:number-rows-repeated="{limits.MAX_SHEET_CELLS + 1}">{ods_words("x")}</table:table-row>'
    )
    assert "hãy tách thành nhiều tệp" in refusal(ods(repeated), "a.ods")
    wide = f"<table:table-row>{ods_words('x', more=MANY_COLUMNS)}"
    assert "hãy tách thành nhiều tệp" in refusal(ods(wide + "</table:table-row>"), "a.ods")


def test_broken_parts_give_one_sentence() -> None:
    assert "bị hỏng" in refusal(xlsx(ROWS, parts={"xl/worksheets/sheet1.xml": b"<worksheet><row>"}), "a.xlsx")
    assert "bị hỏng" in refusal(xlsx(ROWS, parts={"xl/sharedStrings.xml": b"", "xl/styles.xml": b"<a"}), "a.xlsx")
    assert "không có ô nào" in refusal(xlsx(""), "a.xlsx")
    assert "bị hỏng" in refusal(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook\0".encode("utf-16-le") * 9, "a.xls")


def test_a_name_that_lies_is_an_error() -> None:
    assert "nội dung là bảng tính Excel" in refusal(xlsx(ROWS), "a.docx")
    assert ".xlsx" in refusal(zipped({"xl/other.xml": b""}), "a.xlsx")


def test_odd_references_strings_and_styles_are_survived() -> None:
    odd = (
        '<row r="x"><c r="??" t="s"><v>999999</v></c><c t="s"><v>-1</v></c><c s="77"><v>7</v></c>'
        '<c s="-3"><v>abc</v></c><c t="b"><v>1</v></c><c t="d"><v>2026-11-20T00:00</v></c></row>'
        '<row r="99999999999"><c r="ZZZZ1"><v>1e999</v></c></row>'
    )
    text = read(xlsx(odd), name="a.xlsx")
    assert "7" in text.content
    assert "20/11/2026" in text.content


@settings(max_examples=60)
@given(st.data())
def test_damaged_workbooks_give_a_text_or_the_error(data: st.DataObject) -> None:
    whole = bytearray(
        data.draw(st.sampled_from([xlsx(ROWS), ods(f"<table:table-row>{ods_words('Thu')}</table:table-row>")]))
    )
    for _ in range(data.draw(st.integers(1, 6))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(1, len(whole)))
    name = data.draw(st.sampled_from(["a.xlsx", "a.ods", "a.xls", "a", None]))
    try:
        text = read(bytes(whole[:cut]), name=name)
    except ReadingError:
        return
    assert all(text[block.span] for block in text.blocks)


def test_a_cell_in_the_last_corner_of_an_old_workbook_costs_no_more_than_itself() -> None:
    data = bytearray((FILES / "gieo-trong.xls").read_bytes())
    cell = data.rindex(b"\xfd\x00\x0a\x00")  # a word: its row and column follow
    data[cell + 4 : cell + 8] = b"\xff\xff\xff\x00"
    tracemalloc.start()
    try:
        text = read(bytes(data), name="a.xls")
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert "Vân Hà" in text.content
    assert peak < 60 * 2**20
