"""Spreadsheets: figures as they are shown, tables where they are, places, what is hidden or missing."""

from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from dondoc.reading import read
from dondoc.reading.sheets.shown import read_format, show
from dondoc.text import Text
from tests.reading.sheet_files import number, ods, ods_number, ods_words, words, xlsx

FILES = Path(__file__).parent / "files"
SHOWN = [
    ("1234567.5", "#,##0.0", "1.234.567,5"),
    ("0.2944", "0.0%", "29,4%"),
    ("0.125", "0.00%", "12,50%"),
    ("-1250", "#,##0;(#,##0)", "-1.250"),
    ("1250000", "#,##0,", "1.250"),
    ("46021", "dd/mm/yyyy", "30/12/2025"),
    ("46021", "mm/yyyy", "12/2025"),
    ("1E+05", "0.00E+00", "100000"),
    ("0.1", "General", "0,1"),
    ("0.30000000000000004", "General", "0,3"),
    ("12345678.912", "General", "12345678,91"),
    ("52", '0" ha"', "52 ha"),
    ("1500", '_(* #,##0_);_(* (#,##0);_(* "-"_)', "1.500"),
    ("1234567890123456789", "0", "1234567890123460000"),
    ("0.005", "0.00", "0,01"),
    ("-0.001", "0.0", "0,0"),
]


@pytest.mark.parametrize(("value", "code", "expected"), SHOWN)
def test_a_number_is_shown_as_its_format_says(value: str, code: str, expected: str) -> None:
    assert show(value, read_format(code)) == expected


def test_what_is_no_number_is_not_shown() -> None:
    assert show("chưa có", read_format("0.0")) is None
    assert show("99999999999", read_format("dd/mm/yyyy")) is None
    assert show("1e999", read_format("0")) is None


def cells(text: Text) -> list[list[str]]:
    """The words of the first table by row."""
    rows: dict[int, list[str]] = {}
    for cell in text.tables[0].cells:
        rows.setdefault(cell.row, []).append(text[cell.span])
    return list(rows.values())


HEAD = f"<row r='3'>{words('A3', 'TT')}{words('B3', 'Đơn vị')}{words('C3', 'Số hộ')}</row>"
ROW = f"<row r='4'>{number('A4', '1')}{words('B4', 'Xã Tân An')}{number('C4', '1250')}</row>"


def test_words_above_a_table_are_paragraphs_and_the_table_keeps_its_cells() -> None:
    text = read(xlsx(f"<row r='1'>{words('A1', 'ĐVT: hộ')}</row>{HEAD}{ROW}"), name="bieu.xlsx")
    assert text.format == "xlsx"
    assert [text[block.span] for block in text.blocks[:2]] == ["Biểu", "ĐVT: hộ"]
    assert cells(text) == [["TT", "Đơn vị", "Số hộ"], ["1", "Xã Tân An", "1250"]]
    assert [text.place_of(block.span) for block in text.blocks][-1] == "cell:Biểu!C4"


def test_every_span_leads_to_its_cell() -> None:
    text = read(xlsx(HEAD + ROW.replace("Xã Tân An", "Xã  Tân\nAn ")), name="bieu.xlsx")
    for cell in text.tables[0].cells:
        source = text.to_source(cell.span)
        assert " ".join(text.source[source.start : source.end].split()) == text[cell.span]
    assert "Xã Tân An" in text.content


def test_a_formula_stands_with_its_last_value_and_one_without_is_said() -> None:
    row = f"<row r='5'>{words('B5', 'Cộng')}{number('C5', '1250', formula='SUM(C4:C4)')}</row>"
    lost = f"<row r='6'>{words('B6', 'Tổng')}{number('C6', '', formula='[1]Biểu!C5')}</row>"
    text = read(xlsx(HEAD + ROW + row + lost), name="bieu.xlsx")
    assert cells(text)[2][-1] == "1250"
    assert "ô C6" in text.warnings[0]
    assert "hãy mở bằng Excel, lưu lại" in text.warnings[0]


def test_hidden_rows_columns_and_sheets_are_read_and_said() -> None:
    text = read(
        xlsx(HEAD + ROW.replace("<row r='4'", "<row r='4' hidden='1'"), state='state="veryHidden"'), name="bieu.xlsx"
    )
    assert "Xã Tân An" in text.content
    assert any("“Biểu” đang ẩn" in warning for warning in text.warnings)
    assert any("1 dòng" in warning for warning in text.warnings)


def test_an_error_of_a_formula_is_said() -> None:
    row = ROW.replace(number("C4", "1250"), '<c r="C4" t="e"><f>1/0</f><v>#DIV/0!</v></c>')
    assert "ô C4" in read(xlsx(HEAD + row), name="bieu.xlsx").warnings[0]


def test_merged_cells_span_and_stay_inside_the_sheet() -> None:
    merged = '<mergeCells count="2"><mergeCell ref="A3:A4"/><mergeCell ref="B3:XFD1048576"/></mergeCells>'
    text = read(xlsx(HEAD + ROW, sheet=merged), name="bieu.xlsx")
    spans = {text[cell.span]: (cell.rowspan, cell.colspan) for cell in text.tables[0].cells}
    assert spans["TT"] == (2, 1)
    assert spans["Đơn vị"] == (2, 2)


def sheet_of(*rows: tuple[str | int | None, ...]) -> bytes:
    """A workbook with ``rows``; an empty tuple is a blank row."""
    from io import BytesIO

    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    for row in rows:
        sheet.append(row)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def test_several_tables_of_one_sheet_with_blank_rows_between_and_inside() -> None:
    text = read(
        sheet_of(
            ("UBND TỈNH HÀ TRUNG", None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
            ("SỞ TÀI CHÍNH", None, "Độc lập - Tự do - Hạnh phúc"),
            (),
            ("1. Thu ngân sách",),
            ("STT", "Nội dung", "Dự toán", "Thực hiện"),
            (1, "Thu nội địa", 100, 90),
            (),
            (2, "Thu khác", 10, 9),
            ("II. CÁC KHOẢN KHÁC",),
            (3, "Thu viện trợ", 5, 5),
            (),
            ("2. Chi ngân sách",),
            ("STT", "Nội dung", "Dự toán", "Thực hiện"),
            (1, "Chi thường xuyên", 80, 70),
            (),
            ("Ghi chú: số liệu chưa gồm ghi thu, ghi chi",),
            ("NGƯỜI LẬP BIỂU", None, "KT. GIÁM ĐỐC"),
        ),
        name="bieu.xlsx",
    )
    assert len(text.tables) == 2
    assert [max(cell.row for cell in table.cells) for table in text.tables] == [5, 1]
    outside = [text[block.span] for block in text.blocks if block.kind != "cell"]
    assert outside[:5] == [
        "UBND TỈNH HÀ TRUNG",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "SỞ TÀI CHÍNH",
        "Độc lập - Tự do - Hạnh phúc",
        "1. Thu ngân sách",
    ]
    assert outside[-1] == "KT. GIÁM ĐỐC"


def test_a_list_of_tasks_is_a_table_too() -> None:
    text = read(
        sheet_of(
            ("STT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"),
            (1, "Xây dựng kế hoạch phòng chống thiên tai", "Sở Nông nghiệp và Môi trường", "30/9/2026"),
            (2, "Rà soát quy hoạch chợ", "Sở Công Thương", "Quý IV/2026"),
        ),
        name="nhiem-vu.xlsx",
    )
    assert len(text.tables) == 1
    assert len(text.tables[0].cells) == 12


ODS_ROWS = (
    f"<table:table-row>{ods_words('TT')}{ods_words('Huyện')}{ods_words('Diện tích (ha)')}{ods_words('Đạt')}"
    "</table:table-row>"
    f"<table:table-row>{ods_number('1', '1')}{ods_words('Sơn Bình')}{ods_number('1250.5', '1,250.50')}"
    f"{ods_number('0.964', '96.4%', 'percentage')}</table:table-row>"
    '<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="1024"/>'
    "</table:table-row>"
)


def test_opendocument_figures_are_shown_the_vietnamese_way() -> None:
    text = read(ods(ODS_ROWS), name="bieu.ods")
    assert cells(text) == [["TT", "Huyện", "Diện tích (ha)", "Đạt"], ["1", "Sơn Bình", "1.250,50", "96,4%"]]
    assert text.place_of(text.tables[0].cells[-1].span) == "cell:Biểu!D2"


def test_an_old_workbook_keeps_formats_and_dates() -> None:
    text = read(FILES / "gieo-trong.xls")
    rows = cells(text)
    assert rows[0] == ["TT", "Huyện, thị xã", "Kế hoạch", "Thực hiện", "Đạt (%)"]
    assert rows[1][2:] == ["1.250,50", "1.200,00", "96,0%"]
    assert text.content.endswith("31/08/2025")
