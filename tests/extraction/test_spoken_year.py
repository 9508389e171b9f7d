"""The year that a paper without a date speaks of."""

import pytest

from dondoc.extraction.spoken_year import spoken_year


@pytest.mark.parametrize(
    ("words", "year"),
    [
        ("Năm 2012, xã đền bù 2 tỷ đồng. Từ giữa năm 2018, công ty đã phát hiện 40 ha đất bị lấn.", 2018),
        ("Năm 2012, xã đền bù 2 tỷ đồng. Vào tháng 5 năm 2018, huyện đã thu hồi đất.", 2018),
        ("Năm 2012, xã đền bù 2 tỷ đồng. Từ năm 2030 sẽ trả hết nợ.", 2012),
        ("Năm 2012, Quy hoạch đến năm 2030 đã được phê duyệt.", 2012),
        ("Năm 2012, vốn trong năm 2013 đã được giao 5 tỷ đồng.", 2012),
    ],
)
def test_what_has_happened_is_over(words: str, year: int) -> None:
    assert spoken_year(words) == year
