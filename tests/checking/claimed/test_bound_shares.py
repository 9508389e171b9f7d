"""Shares of few digits whose words bind them to two figures: any slip is found, nothing is said of the right line."""

import pytest

from tests.checking.slipped_lines import checks_of, written, wrong

# The figures in [brackets] are those that slip: [as it is|as it is miswritten].
BASE_BEHIND = [
    "Thu ngân sách đến 20/10 đạt 64,8 tỷ đồng, bằng [108|158]% dự toán năm (60 tỷ đồng), các khoản còn lại đều chậm.",
    "Sản lượng than [5.340|5.430] nghìn tấn (đạt 71,2% KH, KH năm 7.500 nghìn tấn; +4,1% so cùng kỳ).",
    # the same plan is that of another figure too
    "Khối lượng 18.450 tỷ đồng, đạt [48,8|84,8]% kế hoạch năm (37.800 tỷ đồng); giải ngân 20.220 tỷ đồng, bằng 53,5%.",
    # 9.180 and what is miswritten come to 61.980 between them, of which it would be as much
    "Thu ngân sách ước 9.180 tỷ đồng, bằng 14,8% dự toán năm là [61.980|52.800] tỷ đồng.",
    "Tham gia bảo hiểm [61.906|16.906] người/80.500 người dân, tỷ lệ bao phủ 76,9% dân số.",
    "Trồng rừng tập trung được 1.240 ha, đạt [62|26]% kế hoạch tỉnh giao (2.000 ha).",
    "Đã cấp [8.160|6.160] thẻ bảo hiểm, bằng 51% chỉ tiêu giao (16.000 thẻ bảo hiểm).",
    "Có 13.320 ha lúa bị hạn, chiếm gần [90|70]% diện tích xuống giống (14.900 ha); trong đó mất trắng 7.400 ha.",
    "Chi đầu tư phát triển 480 tỷ đồng = [60|90]% dự toán HĐND huyện giao (800 tỷ đồng).",
]
GIVEN = [
    "Toàn huyện đã tiếp nhận 64.200 liều vắc xin, đã tiêm 51.360 liều (đạt [80|88]%), trong đó mũi 1: 40.120 người.",
    "Tổng kế hoạch vốn năm 2021 giao cho các chủ đầu tư là 932,4 tỷ đồng; đến ngày 30/4 mới giải ngân [102,6|202,6] tỷ "
    "đồng, đạt 11% kế hoạch.",
    "Xã được phân bổ 4.200 kg giống, đã cấp cho dân 3.150 kg, đạt [75|57]%.",
    "Trung tâm thụ lý 240 vụ việc, đến nay đã giải quyết 192 vụ việc, đạt tỷ lệ [80|60]%.",
    "Huyện đăng ký 48 sản phẩm, đến hết quý III mới đánh giá 12 sản phẩm, bằng [25|52]%.",
    "Xảy ra 18 vụ phạm pháp hình sự, giảm 3 vụ so với cùng kỳ, điều tra làm rõ [15|51] vụ, đạt 83,3%.",
    "Chương trình được giao 948,9 tỷ đồng (vốn đầu tư 602,4 tỷ đồng, vốn sự nghiệp 346,5 tỷ đồng) nhưng mới giải ngân "
    "[4,6|9,6] tỷ đồng, bằng 0,5%.",
    "Vốn xây dựng bố trí cho 28 công trình (chuyển tiếp 16, khởi công mới 12) là 124,5 tỷ đồng; giải ngân đến ngày "
    "30/6 là [62,4|624] tỷ đồng, đạt 50,1%.",
    "Tổng số 1.500 hộ phải di dời; đến 30/6 đã di dời [1.050|1.550] hộ, đạt 70%.",
]
OF_TOTAL = [
    "Tổng lượt khách du lịch 24,5 triệu lượt, trong đó khách quốc tế 2,1 triệu lượt; riêng đảo Yến 7,8 triệu lượt, "
    "chiếm [32|23]%.",
    "Dân số trung bình 512.400 người, nữ chiếm 49,6%; thành thị 96.300 người ([18,8|98,8]%).",
    "Trong tuần tiếp nhận 1.240 hồ sơ, trong đó trực tuyến 1.054 hồ sơ ([85|58]%).",
    "Tổng đàn gia súc 41.200 con, riêng huyện Nậm Sơn 16.480 con, chiếm [40|60]%.",
    "Tổng vốn đăng ký 860 triệu USD, trong đó vốn cấp mới 344 triệu USD, chiếm [40|44]%.",
]
ENOUGH = [
    "Hội nghị nhất trí thông qua Đề án với 38/40 đồng chí biểu quyết tán thành (đạt [95|59]%).",
    "Tỉnh đã hoàn thành [2.730|4.730] căn nhà trong chỉ tiêu 9.100 căn, đạt 30%.",
    "Có [156|516] hộ trong tổng số 416 hộ kinh doanh phải tạm nghỉ từ 05/8 (chiếm 37,5%).",
    "Trong 9 tháng có 84 hợp tác xã trong tổng số 120 hợp tác xã được hỗ trợ theo Nghị quyết từ 01/3/2023, đạt "
    "[70|90]%.",
]
LINES = [*BASE_BEHIND, *GIVEN, *OF_TOTAL, *ENOUGH]


@pytest.mark.parametrize("line", LINES)
def test_right_line_is_left_alone(line: str) -> None:
    assert not wrong(checks_of(written(line, slipped=False)))


@pytest.mark.parametrize("line", LINES)
def test_slip_is_found(line: str) -> None:
    assert wrong(checks_of(written(line, slipped=True)))


LEFT_ALONE = [
    "Thu 37.656 tỷ đồng, đạt 34,6% dự toán pháp lệnh là 108.800 tỷ đồng, đạt 33,4% chỉ tiêu phấn đấu (112.900 tỷ "
    "đồng).",
    "Sản lượng lương thực 226.140 tấn, gồm thóc 151.870 tấn và ngô 74.270 tấn, đạt 100,5% KH (225.000 tấn).",
    "Sản lượng thủy sản 382.000 tấn, bằng 68,2% kế hoạch (560.000 tấn); riêng tôm 126.050 tấn, đạt 60,5% kế hoạch.",
    "Thu 86,4 tỷ đồng, bằng 158% cùng kỳ (vượt 80 tỷ đồng so với đầu năm).",
    "Giải ngân 42 tỷ đồng, đạt 60% kế hoạch (trong đó vốn tỉnh 18 tỷ đồng).",
    "Tổng mức đầu tư 88.530 tỷ đồng, trong đó Nhà nước hỗ trợ 41.400 tỷ đồng, chiếm 46,8%.",
    "- BHXH bắt buộc: 24.180 người, đạt 101,2%; tự nguyện 6.410 người;\n- BHTN: 17.320 người, đạt 98,7%;\n- BHYT: "
    "412.600 người, đạt 96,4%, tỷ lệ bao phủ 89,8% dân số (chỉ tiêu 92,5%).",
]


@pytest.mark.parametrize("line", LEFT_ALONE)
def test_share_of_something_else_is_left_alone(line: str) -> None:
    assert not wrong(checks_of(line))
