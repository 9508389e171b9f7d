"""Tables as other offices lay them out: nothing is said of the right one, the slip and only the slip is found."""

import pytest

from dondoc.checking import check
from dondoc.checking.review import review
from tests.checking.typed_tables import facts_of

Rows = tuple[tuple[str, ...], ...]
FRACTIONS: Rows = (
    ("TT", "Địa bàn", "Kế hoạch", "Thực hiện", "Tỷ lệ TH/KH"),
    ("1", "Xã Tân An", "1.559", "1.342", "0,86"),
    ("2", "Xã Tân Bình", "657", "612", "0,93"),
    ("3", "Xã Long Hải", "1.455", "1.427", "0,98"),
    ("4", "Xã Hòa Sơn", "1.741", "1.616", "0,93"),
    ("", "Tổng cộng", "5.412", "4.997", "0,92"),
)
COMPARED: Rows = (
    ("TT", "Địa bàn", "Kế hoạch", "Thực hiện", "So sánh"),
    ("1", "Xã Tân An", "1.559", "1.342", "86,1"),
    ("2", "Xã Tân Bình", "657", "612", "93,2"),
    ("3", "Xã Long Hải", "1.455", "1.427", "98,1"),
    ("", "Tổng cộng", "3.671", "3.381", "92,1"),
)
TIMES: Rows = (
    ("TT", "Địa bàn", "Kế hoạch", "Thực hiện", "So với KH (lần)"),
    ("1", "Xã Tân An", "1.559", "3.342", "2,14"),
    ("2", "Xã Tân Bình", "657", "612", "0,93"),
    ("3", "Xã Long Hải", "1.455", "1.427", "0,98"),
    ("", "Tổng cộng", "3.671", "5.381", "1,47"),
)
STRUCTURE: Rows = (
    ("STT", "Ngành", "Giá trị (tỷ đồng)", "Cơ cấu (%)"),
    ("", "Tổng số", "19.489", "100,0"),
    ("1", "Nông, lâm nghiệp và thủy sản", "6.364", "32,7"),
    ("2", "Công nghiệp - xây dựng", "3.278", "16,8"),
    ("3", "Dịch vụ", "4.332", "22,2"),
    ("4", "Thuế sản phẩm trừ trợ cấp", "5.515", "28,3"),
)
OF_WHICH: Rows = (
    ("TT", "Chỉ tiêu", "Đơn vị tính", "KH 2023", "Ước TH 11 tháng"),
    ("1", "Tổng đàn gia súc", "con", "65.800", "61.505"),
    ("", "Trong đó:", "", "", ""),
    ("-", "Đàn trâu", "con", "4.200", "4.105"),
    ("-", "Đàn bò", "con", "15.400", "14.200"),
    ("-", "Đàn lợn", "con", "46.200", "43.200"),
)
SPEEDING: Rows = (
    ("STT", "Đơn vị", "Số vụ nồng độ cồn (vụ)", "Số vụ xử phạt tốc độ (vụ)", "Số vụ khác (vụ)", "Tổng số vụ (vụ)"),
    ("1", "Đội số 1", "97", "25", "-", "122"),
    ("2", "Đội số 2", "120", "45", "-", "165"),
    ("3", "Công an các xã", "74", "133", "11", "218"),
    ("", "Cộng", "291", "203", "11", "505"),
)
YEARS: Rows = (
    ("Năm", "Tổng số hộ", "Số hộ nghèo", "Tỷ lệ hộ nghèo (%)"),
    ("2020", "2.388", "195", "8,17"),
    ("2021", "2.366", "93", "3,93"),
    ("2022", "2.743", "109", "3,97"),
    ("2023", "2.273", "173", "7,61"),
)
HARVEST: Rows = (
    ("STT", "Cây trồng", "Diện tích (ha)", "Năng suất (tạ/ha)", "Sản lượng (tấn)"),
    ("1", "Lúa đông xuân", "2.485", "51,1", "12.698,4"),
    ("2", "Lúa hè thu", "3.058", "38,0", "11.620,4"),
    ("3", "Ngô", "2.685", "29,7", "7.974,5"),
    ("4", "Lạc", "637", "28,0", "1.783,6"),
)
TABLES = [
    (YEARS, "DIỄN BIẾN HỘ NGHÈO", (2, 3, "3,39")),
    (YEARS, "DIỄN BIẾN HỘ NGHÈO", (4, 2, "713")),
    (HARVEST, "KẾT QUẢ SẢN XUẤT", (1, 4, "12.968,4")),
    (HARVEST, "KẾT QUẢ SẢN XUẤT", (3, 2, "2.865")),
    (FRACTIONS, "ĐVT: triệu đồng", (2, 4, "0,39")),
    (FRACTIONS, "ĐVT: triệu đồng", (4, 4, "3,93")),
    (COMPARED, "ĐVT: triệu đồng", (2, 4, "39,2")),
    (COMPARED, "ĐVT: triệu đồng", (4, 4, "29,1")),
    (TIMES, "ĐVT: triệu đồng", (1, 4, "2,41")),
    (TIMES, "ĐVT: triệu đồng", (4, 4, "4,17")),
    (STRUCTURE, "CƠ CẤU GIÁ TRỊ SẢN XUẤT", (4, 3, "22,6")),
    (STRUCTURE, "CƠ CẤU GIÁ TRỊ SẢN XUẤT", (1, 3, "140,0")),
    (STRUCTURE, "CƠ CẤU GIÁ TRỊ SẢN XUẤT", (3, 2, "3.728")),
    (OF_WHICH, "KẾT QUẢ CHĂN NUÔI", (4, 4, "14.700")),
    (SPEEDING, "XỬ LÝ VI PHẠM", (2, 3, "54")),
    (SPEEDING, "XỬ LÝ VI PHẠM", (4, 3, "230")),
]


def with_cell(rows: Rows, row: int, column: int, words: str) -> Rows:
    """``rows`` with other words in one cell."""
    return tuple(
        tuple(words if (r, c) == (row, column) else cell for c, cell in enumerate(cells))
        for r, cells in enumerate(rows)
    )


def told(rows: Rows, caption: str) -> list[list[str]]:
    """The words that each finding on figures stands on and speaks of."""
    facts = facts_of(*rows, caption=caption)
    found = review(facts, check(facts))
    return [[facts.text[span] for span in (one.span, *one.related)] for one in found if one.rule.startswith("SL")]


@pytest.mark.parametrize(("rows", "caption", "slip"), TABLES)
def test_the_slip_and_only_the_slip_is_found(rows: Rows, caption: str, slip: tuple[int, int, str]) -> None:
    assert told(rows, caption) == []
    found = told(with_cell(rows, *slip), caption)
    assert [slip[2] in words for words in found] == [True]


def test_fractions_are_ratios_and_no_percentages() -> None:
    facts = facts_of(*FRACTIONS, caption="ĐVT: triệu đồng")
    assert {one.unit for one in facts.quantities if one.role == "share_of_plan"} == {"lần"}


def test_years_that_name_rows_are_periods() -> None:
    found = facts_of(*YEARS).quantities
    assert [(one.period, one.indicator) for one in found[3:6]] == [
        ("2021", "Tổng số hộ"), ("2021", "Số hộ nghèo"), ("2021", "Tỷ lệ hộ nghèo"),
    ]  # fmt: skip


def test_small_percentages_of_a_rate_stay_percentages() -> None:
    rows = (
        ("TT", "Xã", "Tổng số hộ", "Tỷ lệ hộ nghèo"),
        ("1", "Tân An", "1.200", "0,95"),
        ("2", "Long Hải", "980", "1,35"),
    )
    assert {one.unit for one in facts_of(*rows).quantities if one.role == "rate"} == {"%"}


def test_a_column_that_is_no_structure_of_the_one_before_it_is_left_alone() -> None:
    rows = (
        ("TT", "Xã", "Số hộ", "Tỷ trọng lao động nữ (%)"),
        ("1", "Tân An", "1.200", "48,5"),
        ("2", "Long Hải", "980", "51,2"),
        ("3", "Hòa Sơn", "760", "50,4"),
        ("", "Tổng số", "2.940", "49,9"),
    )
    assert told(rows, "LAO ĐỘNG NỮ") == []


@pytest.mark.parametrize(("words", "value"), [("149.9 08", "149908"), ("98,4 8", "98.48"), ("1.250.4 00", "1250400")])
def test_number_broken_over_two_lines_of_a_narrow_printed_cell(words: str, value: str) -> None:
    rows = (("TT", "Nội dung", "Thực hiện"), ("1", "Thu nội địa", words), ("2", "Thu khác", "12.500"))
    assert str(facts_of(*rows, form="pdf").quantities[0].value) == value


def test_two_numbers_of_a_printed_cell_are_not_joined() -> None:
    rows = (("TT", "Nội dung", "Thực hiện"), ("1", "Thu nội địa", "12.345 678"), ("2", "Thu khác", "12.500"))
    assert facts_of(*rows, form="pdf").quantities[0].value != 12345678
