"""Cells as quantities: who names them, what, when, in which unit, where; the same from Word and from Excel."""

from decimal import Decimal
from pathlib import Path

import pytest

import dondoc
from dondoc.facts import Facts, Quantity
from tests.extraction.tables.appendices import (
    ALL,
    BUDGET,
    COMPLAINTS,
    CROPS,
    DISBURSED,
    DISEASE,
    ECONOMY,
    RETAIL,
    Appendix,
    Value,
    as_docx,
    as_xlsx,
)
from tests.extraction.tables.more_appendices import (
    ACCIDENTS,
    ALLOCATED,
    HARVEST,
    INDEXES,
    MID_TERM,
    MORE,
    PLAN_2019,
    POVERTY,
    TYPED,
)

EVERY = ALL | MORE
Told = tuple[str | None, str, str | None, str | None, str | None]


def facts_of(tmp_path: Path, appendix: Appendix) -> Facts:
    return dondoc.extract(dondoc.read(as_xlsx(tmp_path / "a.xlsx", appendix)))


def at(facts: Facts, address: str) -> Quantity:
    """The quantity in a cell of the first sheet."""
    places = {facts.text.place_of(one.span): one for one in facts.quantities}
    return places[f"cell:Biểu 1!{address}"]


def told(one: Quantity) -> Told:
    """Indicator, role, base, period and unit of a quantity."""
    return one.indicator, one.role, one.base, one.period, one.unit


TOLD = [
    (ECONOMY, "D9", ("NÔNG NGHIỆP - Diện tích gieo trồng", "plan", None, "2026", "ha")),
    (ECONOMY, "E10", ("Lúa", "actual", None, "2026-10", "ha")),
    (ECONOMY, "F12", ("Sản lượng thủy sản", "actual", None, "2026-11", "tấn")),
    (ECONOMY, "G14", ("Thu nội địa", "cumulative", None, "2026-01..2026-11", "đồng")),
    (ECONOMY, "H16", ("Giải quyết việc làm", "cumulative", None, "2025-01..2025-11", "người")),
    (ECONOMY, "I16", ("Giải quyết việc làm", "share_of_plan", None, "2026-01..2026-11", "%")),
    (ECONOMY, "J16", ("Giải quyết việc làm", "rate", "same_period", "2026-01..2026-11", "%")),
    (DISBURSED, "C8", ("Giải ngân vốn đầu tư công", "plan", None, "2026", "đồng")),
    (DISBURSED, "G10", ("Sở Nông nghiệp và Môi trường - NSTW", "cumulative", None, "2026-01..2026-11", "đồng")),
    (DISBURSED, "I12", ("Phường Bình Hòa", "share_of_plan", None, "2026-01..2026-11", "%")),
    (CROPS, "D4", ("Năng suất", "actual", None, "2024", "tạ/ha")),
    (CROPS, "E8", ("Sản lượng", "actual", None, "2024", "tấn")),
    (BUDGET, "D7", ("TỔNG THU NSNN (I+II)", "cumulative", None, "2023-01..2023-09", "đồng")),
    (BUDGET, "F8", ("Thu nội địa", "rate", "same_period", "2023-01..2023-09", "%")),
    (COMPLAINTS, "F5", ("Thanh tra tỉnh - Đã giải quyết", "actual", None, "2025-Q3", "vụ việc")),
    (COMPLAINTS, "H6", ("Sở Xây dựng - Tỷ lệ giải quyết", "rate", None, "2025-Q3", "%")),
    (DISEASE, "F5", ("Dịch bệnh sốt xuất huyết", "cumulative", None, "2025-01..2025-08", None)),
    (DISEASE, "G5", ("Số ca", "change", "same_period", "2026-01..2026-08", "ca")),
    (DISEASE, "H5", ("Dịch bệnh sốt xuất huyết", "change", "same_period", "2026-01..2026-08", "%")),
    (PLAN_2019, "E5", ("Giá trị sản xuất công nghiệp", "cumulative", None, "2019-H1", "đồng")),
    (PLAN_2019, "G7", ("thu nội địa", "change", "same_period", "2019-H1", "%")),
    (POVERTY, "C5", ("Số hộ nghèo", "actual", None, "2022", "hộ nghèo")),
    (ALLOCATED, "E6", ("Sở Y tế", "plan", None, "2024", "đồng")),
    (MID_TERM, "E10", ("Đường tỉnh 715 - NSTW - Trong nước", "plan", None, None, "đồng")),
    (INDEXES, "B5", ("Khai khoáng", "rate", "previous", "2023-04", "%")),
    (ACCIDENTS, "E7", ("Đường bộ", "change", "same_period", "2022-01..2022-10", "%")),
    (HARVEST, "F6", ("Ngô", "cumulative", None, "2021-01..2021-09", "ha")),
    (RETAIL, "C6", ("Doanh thu bán lẻ hàng hóa", "actual", None, "2024-07", "đồng")),
    (RETAIL, "E8", ("Lương thực, thực phẩm", "rate", "previous", "2024-07", "%")),
    (RETAIL, "G9", ("Hàng may mặc", "rate", "same_period", "2024-01..2024-07", "%")),
]  # fmt: skip


@pytest.mark.parametrize(("appendix", "address", "expected"), TOLD)
def test_row_column_and_caption_say_what_a_cell_is(
    tmp_path: Path, appendix: Appendix, address: str, expected: Told
) -> None:
    assert told(at(facts_of(tmp_path, appendix), address)) == expected


@pytest.mark.parametrize("name", EVERY)
def test_every_number_of_a_measuring_column_is_a_quantity_once(tmp_path: Path, name: str) -> None:
    facts = facts_of(tmp_path, EVERY[name])
    spans = [one.span for one in facts.quantities]
    assert len(set(spans)) == len(spans)
    assert all(one.rule == "table.cell" for one in facts.quantities)
    assert all(
        facts.text[one.span].strip("-%").replace(".", "").replace(",", "").isdecimal() for one in facts.quantities
    )
    figures = sum(len(table.figures) for table in facts.tables)
    assert figures == len(facts.quantities) > 8


@pytest.mark.parametrize("name", EVERY)
def test_word_and_excel_give_the_same_facts(tmp_path: Path, name: str) -> None:
    sheet = facts_of(tmp_path, EVERY[name])
    paper = dondoc.extract(dondoc.read(as_docx(tmp_path / "a.docx", EVERY[name])))
    assert [(one.value, *told(one), one.area) for one in sheet.quantities] == [
        (one.value, *told(one), one.area) for one in paper.quantities
    ]


def test_rows_that_are_places_give_the_area(tmp_path: Path) -> None:
    facts = facts_of(tmp_path, DISEASE)
    assert {one.area for one in facts.quantities} == {"Phường An Phú", "Xã Long Thành", "Xã Vĩnh Mỹ", None}
    assert {one.area for one in facts_of(tmp_path, DISBURSED).quantities} == {None}


def test_a_column_of_decreases_gives_negative_changes(tmp_path: Path) -> None:
    one = at(facts_of(tmp_path, POVERTY), "G5")
    assert (one.value, one.role, one.base) == (Decimal(-130), "change", "same_period")


def test_a_caption_may_stand_in_the_table_itself(tmp_path: Path) -> None:
    facts = facts_of(tmp_path, TYPED)
    assert [(one.value, one.indicator) for one in facts.quantities[:2]] == [
        (Decimal(9_000_000_000), "Thu ngân sách xã"),
        (Decimal(8_100_000_000), "Thu ngân sách xã"),
    ]


def test_parts_name_the_figure_of_their_group_in_the_same_column(tmp_path: Path) -> None:
    facts = facts_of(tmp_path, BUDGET)
    assert at(facts, "C9").of == at(facts, "C8").id
    assert at(facts, "C8").of == at(facts, "C7").id
    assert at(facts, "E9").of is None
    crops = facts_of(tmp_path, CROPS)
    assert at(crops, "C4").of == at(crops, "C8").id
    assert at(crops, "D4").of is None


def test_a_table_says_how_it_was_understood(tmp_path: Path) -> None:
    table = facts_of(tmp_path, BUDGET).tables[0]
    assert [(column.number, column.formula) for column in table.columns] == [
        ("1", None),
        ("2", None),
        ("3", "3=2/1"),
        ("4", None),
    ]
    rows = {row.name: (row.mark, row.kind, row.level, row.partial) for row in table.rows}
    assert rows["Thu nội địa"] == ("I", "item", 1, False)
    assert rows["chi từ nguồn thu sử dụng đất"] == (None, "part", 2, True)


def small(*rows: tuple[Value, ...], above: tuple[str, ...] = ("KẾT QUẢ THÁNG 5 NĂM 2025",)) -> Appendix:
    """An appendix of text cells, as they are typed."""
    return Appendix(above, rows)


def values(tmp_path: Path, appendix: Appendix) -> list[tuple[Decimal | None, str | None]]:
    facts = dondoc.extract(dondoc.read(as_docx(tmp_path / "a.docx", appendix)))
    return [(one.value, one.unit) for one in facts.quantities]


CELLS = [
    ("1.234,5", [(Decimal("1234.5"), "ha")]),
    ("- 12", [(Decimal(-12), "ha")]),
    ("1E+05", [(Decimal("1E5"), "ha")]),
    ("12,5%", [(Decimal("12.5"), "%")]),
    ("3 tỷ đồng", [(Decimal(3_000_000_000), "đồng")]),
    ("-", []),
    ("...", []),
    ("x", []),
    ("chưa có số liệu", []),
    ("0", [(Decimal(0), "ha")]),
]


@pytest.mark.parametrize(("words", "expected"), CELLS)
def test_a_cell_is_read_as_it_is_typed(
    tmp_path: Path, words: str, expected: list[tuple[Decimal | None, str | None]]
) -> None:
    appendix = small(("STT", "Cây trồng", "Diện tích (ha)"), ("1", "Ngô", words), ("2", "Lạc", "7"), ("3", "Mía", "8"))
    assert values(tmp_path, appendix) == [*expected, (Decimal(7), "ha"), (Decimal(8), "ha")]


def test_english_marks_are_read_where_the_whole_table_has_them(tmp_path: Path) -> None:
    rows = (
        ("TT", "Sản phẩm", "Sản lượng (tấn)"),
        ("1", "Tôm", "1,234.5"),
        ("2", "Cá", "12,345"),
        ("3", "Cua", "98.25"),
    )
    assert [value for value, _ in values(tmp_path, small(*rows))] == [
        Decimal("1234.5"),
        Decimal(12345),
        Decimal("98.25"),
    ]


def test_codes_years_dates_and_running_numbers_are_no_figures(tmp_path: Path) -> None:
    rows = (
        ("STT", "Mã số dự án", "Tên dự án", "Năm khởi công", "Số QĐ, ngày", "Tổng mức đầu tư (tỷ đồng)", "Ghi chú"),
        ("1", "7901234", "Cầu Bến Đình", "2023", "1256/QĐ-UBND ngày 12/7/2023", "125,5", "5"),
        ("2", "7904567", "Trường THCS Tân Phú", "2024", "88/QĐ-UBND", "42", ""),
    )
    assert values(tmp_path, small(*rows)) == [(Decimal(125_500_000_000), "đồng"), (Decimal(42_000_000_000), "đồng")]


def test_a_list_of_tasks_is_no_table_of_figures(tmp_path: Path) -> None:
    rows = (
        ("STT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"),
        ("1", "Trình kế hoạch sử dụng đất", "Sở Nông nghiệp và Môi trường", "30/6/2025"),
        ("2", "Hỗ trợ 120 hộ di dời", "UBND xã Tân Lập", "Quý III/2025"),
    )
    facts = dondoc.extract(dondoc.read(as_docx(tmp_path / "a.docx", small(*rows))))
    assert facts.tables == ()
    assert len(facts.directives) == 2


def test_measures_as_rows_and_quarters_as_columns(tmp_path: Path) -> None:
    rows: tuple[tuple[Value, ...], ...] = (
        ("Chỉ tiêu", "Quý I/2025", "Quý II/2025"),
        ("Thu ngân sách (tỷ đồng)", None, None),
        ("Kế hoạch", 1_200, 1_300),
        ("Thực hiện", 1_150, 1_420),
    )
    found = facts_of(tmp_path, small(*rows)).quantities
    assert [told(one) for one in found] == [
        ("Thu ngân sách", "plan", None, "2025", "đồng"),
        ("Thu ngân sách", "plan", None, "2025", "đồng"),
        ("Thu ngân sách", "actual", None, "2025-Q1", "đồng"),
        ("Thu ngân sách", "actual", None, "2025-Q2", "đồng"),
    ]


def test_sentences_around_a_table_are_read_as_ever(tmp_path: Path) -> None:
    appendix = Appendix(
        ("Tháng 9 năm 2023, thu ngân sách đạt 812 tỷ đồng.", *BUDGET.above), BUDGET.rows, BUDGET.merges, BUDGET.formats
    )
    facts = dondoc.extract(dondoc.read(as_docx(tmp_path / "a.docx", appendix)))
    assert facts.text[facts.quantities[0].span] == "812 tỷ đồng"
    assert sum(one.rule != "table.cell" for one in facts.quantities) == 1
