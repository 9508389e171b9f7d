"""Figures of one indicator joined into one row."""

from decimal import Decimal

from dondoc.extraction.quantities.rows import indicator_rows
from tests.extraction.quantity_lines import facts_of

LINE = (
    "Tổng thu ngân sách 9 tháng ước đạt 12.345 tỷ đồng, bằng 78,5% dự toán, tăng 12% so với cùng kỳ "
    "(trong đó thu nội địa 9.000 tỷ đồng; thu xuất nhập khẩu 3.345 tỷ đồng)."
)


def test_value_share_and_change_stand_in_one_row() -> None:
    row = indicator_rows(facts_of(LINE))[0]
    assert row.indicator == "Tổng thu ngân sách"
    assert row.cumulative is not None
    assert row.cumulative.value == Decimal("12345000000000")
    assert row.share_of_plan is not None
    assert [change.value for change in row.change_same_period] == [Decimal(12)]
    assert [part.indicator for part in row.parts] == ["thu nội địa", "thu xuất nhập khẩu"]


def test_implied_values_are_marked_as_derived() -> None:
    row = indicator_rows(facts_of(LINE))[0]
    assert row.plan is None
    implied = {item.column: item for item in row.derived}
    assert implied["plan"].value == Decimal("15726100000000")
    assert implied["same_period"].value == Decimal("11022300000000")
    assert set(implied["plan"].sources) == {quantity.id for quantity in row.quantities[:2]}


def test_a_stated_plan_is_not_derived() -> None:
    facts = facts_of("Thu ngân sách đạt 412,6 tỷ đồng, bằng 54,8% dự toán (753 tỷ đồng).")
    row = indicator_rows(facts)[0]
    assert row.plan is not None
    assert all(item.column != "plan" for item in row.derived)


def test_absolute_change_gives_the_exact_earlier_figure() -> None:
    row = indicator_rows(facts_of("Sản lượng đạt 318,77 tấn, tăng 26,35 tấn so tháng trước (+9,01%)."))[0]
    assert [(item.column, item.value) for item in row.derived] == [("previous", Decimal("292.42"))]


def test_every_named_figure_stands_in_exactly_one_row() -> None:
    facts = facts_of(LINE + " Doanh thu đạt 5 tỷ đồng. Doanh thu đạt 6 tỷ đồng.")
    placed = [quantity.id for row in indicator_rows(facts) for quantity in row.quantities]
    assert sorted(placed) == sorted(quantity.id for quantity in facts.quantities if quantity.indicator)
