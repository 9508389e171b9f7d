"""What is printed with decimals was measured: rounding may explain a difference; counts are exact."""

import pytest

import dondoc


@pytest.mark.parametrize(
    "line",
    [
        "Năng suất lúa đạt 60,0 tạ/ha, tăng 1,1% (+0,6 tạ/ha) so với cùng kỳ năm trước.",
        "Năng suất ngô đạt 48,3 tạ/ha, tăng 2,3% (+1,1 tạ/ha) so với cùng kỳ năm trước.",
        "Thu nhập bình quân đạt 62,5 triệu đồng/người, tăng 4,1% (+2,5 triệu đồng/người) so với cùng kỳ năm trước.",
    ],
)
def test_rounding_explains_a_small_difference(line: str) -> None:
    checks = dondoc.check(dondoc.extract(dondoc.read(f"BÁO CÁO\nTình hình tháng 10 năm 2023\n\n1. {line}\n".encode())))
    assert [one.verdict for one in checks if one.kind == "growth"] == ["consistent"]


def test_counts_stay_exact() -> None:
    line = "Có 210 trường hợp, tăng 7% (+15 trường hợp) so với cùng kỳ năm trước."
    checks = dondoc.check(dondoc.extract(dondoc.read(f"BÁO CÁO\nTình hình tháng 10 năm 2023\n\n1. {line}\n".encode())))
    assert all(one.verdict != "consistent" for one in checks if one.kind == "growth")
    assert any(one.kind == "growth" for one in checks)
