"""By how many points a rate moved: as it is, with a slip, and rates that grew."""

import pytest

from tests.checking.slipped_lines import checks_of, holds, is_flagged, wrong

POINTS = [
    "Tỷ lệ hộ nghèo còn 2,85%, giảm [0,85|0,95] điểm phần trăm so với năm 2023 (3,7%).",
    "Tỷ lệ hộ nghèo còn 2,85% (8.208/288.000 hộ), giảm [0,85|0,58] điểm phần trăm so với cuối năm 2023 (3,7%).",
    "Tỷ lệ hộ cận nghèo giảm từ 4,1% cuối năm 2023 xuống còn [3,6|3,2]%, giảm 0,5 điểm %.",
    "Tỷ lệ giải ngân vốn đầu tư công đạt 54,5%, cao hơn cùng kỳ năm trước [7,2|6,2]% (cùng kỳ 47,3%).",
    "Tỷ lệ trường đạt chuẩn quốc gia đạt [71,6|76,1]%, tăng 3,4% so với năm học trước (68,2%).",
    "GRDP của tỉnh tăng 7,42%, cao hơn [0,5|0,9] điểm phần trăm so với cùng kỳ (6,92%).",
    "Tốc độ tăng trưởng đạt 7,42%, thấp hơn [0,38|0,83] điểm % so với kịch bản (7,8%).",
    "Hồ sơ đúng hạn đạt 98,6%, tăng [1,2|2,1] điểm phần trăm so với cùng kỳ (97,4%).",
]
LEFT_ALONE = [
    "Thu ngân sách đạt 82,3% dự toán, tăng 11,4% so với cùng kỳ (cùng kỳ đạt 79,1%).",
    "Sản lượng thủy sản tăng 10,1% so với cùng kỳ (cùng kỳ tăng 12,4%).",
    "Công nghiệp tăng 9,8%, cao hơn mức tăng 7,5% của cùng kỳ năm trước.",
    "Tỷ lệ lao động qua đào tạo đạt 73,5%, tăng 5% so với năm trước (70%).",
    "Có 587 doanh nghiệp thành lập mới, tăng 54 doanh nghiệp so với năm 2023 (10,1%).",
]


@pytest.mark.parametrize("line", POINTS)
def test_points_hold(line: str) -> None:
    assert holds(line, "difference")


@pytest.mark.parametrize("line", POINTS)
def test_a_slip_is_flagged(line: str) -> None:
    assert is_flagged(line, "difference")


@pytest.mark.parametrize("line", LEFT_ALONE)
def test_nothing_is_flagged(line: str) -> None:
    assert wrong(checks_of(line)) == []
