"""What news compare their figures with, where they say it once for several sentences."""

import pytest

import dondoc
from dondoc.facts import Base

TRADE = """Xuất khẩu của Lâm Thượng phục hồi

Tháng 6 năm 2018, xuất khẩu của tỉnh đạt 140 triệu USD, giảm 3,1% so với tháng trước và tăng 9,4% so cùng kỳ. {next}
"""
YEAR = """Lâm Thượng công bố số liệu năm 2025

(BLT) - Năm 2025, GRDP ước đạt 20.450 tỷ đồng, tăng 6,4% so với năm trước. Bán lẻ 7.310 tỷ đồng ({sign}11,2%).\
 CPI bình quân năm {other}. Hộ nghèo còn 9,6%, giảm 2,1 điểm %.
"""


def bases(words: str) -> list[Base | None]:
    found = dondoc.extract(dondoc.read(words.encode())).quantities
    return [quantity.base for quantity in found if quantity.role == "change"]


@pytest.mark.parametrize(
    ("following", "expected"),
    [
        ("Trong đó, khu vực địa phương đạt 61 triệu USD, giảm 1,9% và tăng 8,2%.", ["previous", "same_period"]),
        ("Trong đó, khu vực địa phương đạt 61 triệu USD, tăng 1,9% và 8,2%.", ["previous", "same_period"]),
        ("Trong đó, hàng dệt đạt 61 triệu USD, tăng 8,2%.", ["same_period"]),
        ("Trong đó, dệt và da tăng lần lượt là 1,9% và 8,2%.", ["same_period", "same_period"]),
    ],
)
def test_two_changes_of_a_part_are_told_in_the_order_of_its_whole(following: str, expected: list[Base]) -> None:
    assert bases(TRADE.format(next=following)) == ["previous", "same_period", *expected]


@pytest.mark.parametrize(("sign", "other"), [("+", "tăng 3,07%"), ("-", "giảm 3,07%"), ("tăng ", "tăng 3,07%")])
def test_news_of_a_year_compare_with_the_year_before(sign: str, other: str) -> None:
    assert bases(YEAR.format(sign=sign, other=other)) == ["previous"] * 4


def test_where_something_else_is_compared_with_nothing_is_supplied() -> None:
    assert bases(YEAR.format(sign="+", other="tăng 3,07% so với cùng kỳ"))[1] != "previous"


PORT = """Cảng Mộc Khê đón thêm tàu

Tháng 6 năm 2018, chỉ số sản xuất công nghiệp tăng 3,8% so với tháng trước, {months}. Xuất khẩu tăng 9,4% so cùng kỳ.
"""


@pytest.mark.parametrize(
    ("months", "expected"),
    [
        ("nhưng 6 tháng chỉ tăng 1,7%", ["same_period"]),
        ("lũy kế 6 tháng đầu năm tăng 1,7%", ["same_period"]),
        ("riêng dệt may tăng 1,7%", ["previous"]),
    ],
)
def test_no_month_stands_before_half_a_year(months: str, expected: list[Base]) -> None:
    assert bases(PORT.format(months=months))[1:-1] == expected


def test_signed_members_of_a_list_rose_against_what_its_whole_did() -> None:
    words = "Năm 2018, xuất khẩu tăng 9% so với năm trước. IIP tăng 12,4%, trong đó dệt +61,2%, giấy -3,3%."
    assert bases(f"Lâm Thượng sản xuất nhiều hơn\n\n{words}\n") == ["previous"] * 4
