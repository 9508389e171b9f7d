"""What news compare their figures with, where they say it once for several sentences."""

import pytest

import dondoc
from dondoc.facts import Base

TRADE = """Xuất khẩu của Lâm Thượng phục hồi

Tháng 6 năm 2018, xuất khẩu của tỉnh đạt 105 triệu USD, giảm 2,7% so với tháng trước và tăng 11,5% so cùng kỳ. {next}
"""
YEAR = """Lâm Thượng công bố số liệu năm 2025

(BLT) - Năm 2025, GRDP ước đạt 17.912 tỷ đồng, tăng 7,35% so với năm trước. Bán lẻ 8.964 tỷ đồng ({sign}13,9%).\
 CPI bình quân năm {other}. Hộ nghèo còn 14,8%, giảm 3,9 điểm %.
"""


def bases(words: str) -> list[Base | None]:
    found = dondoc.extract(dondoc.read(words.encode())).quantities
    return [quantity.base for quantity in found if quantity.role == "change"]


@pytest.mark.parametrize(
    ("following", "expected"),
    [
        ("Trong đó, khu vực địa phương đạt 88 triệu USD, giảm 2,6% và tăng 11,6%.", ["previous", "same_period"]),
        ("Trong đó, khu vực địa phương đạt 88 triệu USD, tăng 2,6% và 11,6%.", ["previous", "same_period"]),
        ("Trong đó, hàng dệt đạt 88 triệu USD, tăng 11,6%.", ["same_period"]),
        ("Trong đó, dệt và da tăng lần lượt là 2,6% và 11,6%.", ["same_period", "same_period"]),
    ],
)
def test_two_changes_of_a_part_are_told_in_the_order_of_its_whole(following: str, expected: list[Base]) -> None:
    assert bases(TRADE.format(next=following)) == ["previous", "same_period", *expected]


@pytest.mark.parametrize(("sign", "other"), [("+", "tăng 2,93%"), ("-", "giảm 2,93%"), ("tăng ", "tăng 2,93%")])
def test_news_of_a_year_compare_with_the_year_before(sign: str, other: str) -> None:
    assert bases(YEAR.format(sign=sign, other=other)) == ["previous"] * 4


def test_where_something_else_is_compared_with_nothing_is_supplied() -> None:
    assert bases(YEAR.format(sign="+", other="tăng 2,93% so với cùng kỳ"))[1] != "previous"
