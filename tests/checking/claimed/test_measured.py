"""By how much a figure is above or below the one it is measured by: amounts and rates, wherever the three stand."""

import pytest

from tests.checking.slipped_lines import checks_of, holds, is_flagged, written, wrong

LINES = [
    "Thu từ đất hụt [615|651] tỷ đồng (thực thu 3.285 tỷ đồng, dự toán 3.900 tỷ đồng).",
    "Khách quốc tế chỉ còn 412 nghìn lượt trong khi cùng kỳ là 567 nghìn lượt, mất đi [155|515] nghìn lượt.",
    "Nhu cầu sửa trường là 345 tỷ đồng nhưng mới bố trí được 212 tỷ đồng, thiếu hụt [133|313] tỷ đồng.",
    "Xuất khẩu đạt 318,4 triệu USD, vượt [38,4|34,8] triệu USD (13,7%) so với chỉ tiêu 280 triệu USD.",
    "Ngành du lịch vượt [350|530] nghìn lượt so với kịch bản 4,2 triệu lượt, tổng lượt khách là 4.550 nghìn lượt.",
    "Giá tiêu tại vườn 6.300 đồng/kg, nhích [300|800] đồng/kg so với mức 6.000 đồng/kg đầu tháng.",
    "Đàn bò 31.460 con, giảm [1.758|1.578] con so với cùng kỳ và vượt 460 con so với kế hoạch (31.000 con); cùng kỳ "
    "đàn bò là 33.218 con.",
    "Doanh thu tăng [53|35] tỷ đồng, đạt 412 tỷ đồng (năm trước 359 tỷ đồng).",
    "Đã khám phá 151/187 vụ, đạt tỷ lệ [80,75|88,75]% (chỉ tiêu Bộ giao 75%, vượt 5,75%).",
    "Thi hành xong đạt tỷ lệ 45,26%; so với chỉ tiêu ngành giao (82,5%) còn phải thực hiện [37,24|32,74]%.",
    "Giải ngân đạt 52,97% kế hoạch, so với tỷ lệ cùng kỳ năm 2022 (46,12%) cao hơn [6,85|8,65]%.",
    "Bàn giao mặt bằng đạt 75,18%, thấp hơn [9,82|8,92]% so với mốc 85% mà huyện đặt ra.",
    "Đã giải quyết 79,9% số đơn, chưa đạt chỉ tiêu Huyện ủy đề ra là [85|88]% (còn thiếu 5,1%).",
    "Tỷ lệ tổn thất điện [5,82|5,28]%, thấp hơn so với cùng kỳ 0,47% (cùng kỳ: 6,29%) nhưng vẫn cao hơn 0,12% so với "
    "chỉ tiêu giao là 5,7%.",
    "Tỷ lệ bao phủ đạt 98,27% dân số (640.012 người). So với cuối năm 2022 (tỷ lệ [98,52|95,82]%) giảm 0,25%.",
    "Tỷ lệ hộ nghèo giảm từ [12,93|19,23]% cuối năm 2022 xuống còn 9,16%, giảm 3,77%.",
    "Tỷ lệ lao động qua đào tạo tăng 1,9%, đạt [69,2|62,9]% (năm trước 67,3%).",
    "Tỷ lệ thất thoát 8,6% (kế hoạch [9|6]%, thấp hơn 0,4%).",
    "Xảy ra [187|178] vụ (quý I/2015: 203 vụ), giảm 16 vụ.",
    "Bảo hiểm tự nguyện có 14.321 người, đạt 84,2% kế hoạch; so với tháng 6/2023 giảm [186|168] người (14.507 người).",
    "Mức hỗ trợ tăng thêm [160|180] nghìn đồng so với hiện hành: từ mức 340 nghìn đồng lên 500 nghìn đồng.",
]

# Where it holds, the second and the third make the first as well.
OUTRIGHT = [
    "Thu 812 tỷ đồng, hơn [756|765] tỷ đồng của năm ngoái 56 tỷ đồng.",
    "Đá xây dựng 342 nghìn m³, trội hơn 318 nghìn m³ của năm ngoái [24|42] nghìn m³.",
]


@pytest.mark.parametrize("line", LINES)
def test_difference_is_reckoned(line: str) -> None:
    assert holds(line, "difference")


@pytest.mark.parametrize("line", [*LINES, *OUTRIGHT])
def test_slip_is_found(line: str) -> None:
    assert is_flagged(line, "difference")


LEFT_ALONE = [
    "Thu nội địa 3.285 tỷ đồng, tăng 120 tỷ đồng so với cùng kỳ, bằng 85% dự toán (3.865 tỷ đồng).",
    "Chi phí 812 tỷ đồng, giảm 63 tỷ đồng (riêng đất 40 tỷ đồng, xây lắp 15 tỷ đồng).",
    "Thu 186 tỷ đồng, hụt 24 tỷ đồng (cùng kỳ thu 195 tỷ đồng, vượt 12 tỷ đồng).",
    "Đàn lợn 6.120 con bằng 102% kế hoạch (6.000 con), so cùng kỳ giảm 180 con.",
    "Thu 412 tỷ đồng trong khi năm trước là 498 tỷ đồng, tăng 36 tỷ đồng so với quý trước.",
    "Tỷ lệ giải ngân đạt 61,2%, tăng 5% so với năm trước (58,3%).",
    "Thu ngân sách đạt 85,2% dự toán, tăng 12,1% so với cùng kỳ (cùng kỳ tăng 9,4%).",
    "Giá trị sản xuất đạt 108,2% (kế hoạch 105%), vượt 8,2%.",
    "Có 92,3% hộ dùng điện (kế hoạch 95%), tăng 2,1% so với cùng kỳ.",
    "Đến nay đạt 14/19 tiêu chí (tăng 02 tiêu chí so với cuối năm 2013 là 12 tiêu chí).",
]


@pytest.mark.parametrize("line", [*LEFT_ALONE, *(written(line, slipped=False) for line in OUTRIGHT)])
def test_other_words_are_left_alone(line: str) -> None:
    assert wrong(checks_of(line)) == []
