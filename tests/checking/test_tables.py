"""Rows of tables: share columns and total rows, and tables that state something else."""

from decimal import Decimal

from dondoc.checking import check
from dondoc.facts import Check
from tests.checking.typed_tables import facts_of

HEAD = ("TT", "Nguồn vốn", "Kế hoạch (tỷ đồng)", "Giải ngân (tỷ đồng)", "Tỷ lệ (%)")
ROWS = (
    ("1", "Ngân sách tỉnh", "1.200", "600", "50,0"),
    ("2", "Ngân sách huyện", "800", "640", "80,0"),
    ("3", "Vốn nước ngoài", "500", "150", "30,0"),
    ("", "Tổng cộng", "2.500", "1.390", "55,6"),
)


def flags(*rows: tuple[str, ...]) -> list[Check]:
    return [item for item in check(facts_of(*rows)) if item.verdict != "consistent"]


def changed(row: int, column: int, words: str) -> tuple[tuple[str, ...], ...]:
    rows = [list(cells) for cells in (HEAD, *ROWS)]
    rows[row][column] = words
    return tuple(tuple(cells) for cells in rows)


def test_cells_become_quantities_of_their_row_and_column() -> None:
    found = facts_of(HEAD, *ROWS).quantities
    assert [(q.role, q.unit) for q in found[:3]] == [("plan", "đồng"), ("actual", "đồng"), ("share_of_plan", "%")]
    assert {q.indicator for q in found[:3]} == {"Ngân sách tỉnh"}
    assert found[0].value == Decimal("1.2e12")
    assert (found[0].period, found[1].period) == ("2024", "2024-10")


def test_caption_gives_the_unit() -> None:
    rows = (("Chỉ tiêu", "Kế hoạch", "Thực hiện"), ("Thu nội địa", "320", "240"), ("Thu khác", "15,5", "20"))
    found = facts_of(*rows, caption="Đơn vị tính: triệu đồng").quantities
    assert [q.value for q in found] == [
        Decimal(320_000_000),
        Decimal(240_000_000),
        Decimal(15_500_000),
        Decimal(2 * 10**7),
    ]


def test_clean_table_is_silent() -> None:
    assert sum(item.kind == "ratio" for item in check(facts_of(HEAD, *ROWS))) == len(ROWS)
    assert flags(HEAD, *ROWS) == []


def test_wrong_share_of_a_row() -> None:
    found = flags(*changed(3, 4, "35,0"))
    assert [(item.kind, item.verdict) for item in found] == [("ratio", "inconsistent")]
    assert found[0].reason.startswith("150 / 500 tỷ đồng = 30%")


def test_wrong_total() -> None:
    found = flags(*changed(4, 3, "1.930"))
    assert ("sum", "inconsistent") in [(item.kind, item.verdict) for item in found]


def test_leaves_alone_a_share_that_is_no_ratio_of_the_columns() -> None:
    rows = (("TT", "Huyện", "Số xã", "Số hộ", "Tỷ lệ hộ nghèo (%)"), ("1", "A Lưới", "18", "5.210", "12,5"))
    assert flags(*rows, ("2", "Phú Bình", "12", "4.870", "3,1"), ("3", "Sông Hinh", "11", "3.450", "7,7")) == []
