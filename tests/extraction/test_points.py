"""Percentage points between two levels: down where the level lies lower than what it is held against."""

import pytest

from tests.extraction.quantity_lines import facts_of


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("Giải ngân đạt 15,2% kế hoạch, thấp hơn CK 2,1 điểm phần trăm.", "-2.1"),
        ("Giải ngân chậm, thấp hơn bình quân chung của tỉnh (41,2%) là 5,5 điểm %.", "-5.5"),
        ("Giải ngân đạt 58% kế hoạch, cao hơn bình quân cả nước (47,4%) 10,6 điểm %.", "10.6"),
        ("Tỷ lệ hộ nghèo còn 3,4%, giảm 1,2 điểm phần trăm so với cùng kỳ.", "-1.2"),
        ("Tỷ lệ che phủ tăng 0,3 điểm phần trăm so với cùng kỳ.", "0.3"),
    ],
)
def test_the_sign_of_points(line: str, value: str) -> None:
    told = facts_of(line).quantities[-1]
    assert (told.role, str(told.value)) == ("change", value)
