"""What figures come to together, told behind them."""

import pytest

from tests.checking.slipped_lines import checks_of, holds, is_flagged, wrong

LINES = [
    "Huyện Tân Lộc có 127 sản phẩm OCOP, huyện An Bình có 119 sản phẩm; hai huyện gộp lại được [246|264] sản phẩm.",
    "Quỹ A huy động 8,42 tỷ đồng; quỹ B huy động 5,17 tỷ đồng. Hai quỹ này cộng lại là [13,59|15,39] tỷ đồng.",
    "Kho bạc chi 214,6 tỷ đồng cho đường giao thông, 97,8 tỷ đồng cho thủy lợi và [63,1|61,3] tỷ đồng cho trường học, "
    "ba lĩnh vực cộng dồn 375,5 tỷ đồng.",
    "Trồng tập trung 1.246 ha, trồng phân tán quy đổi 318 ha, tính gộp [1.564|1.654] ha.",
    "Bệnh viện tỉnh tiếp nhận 3.412 lượt, bệnh viện huyện 5.187 lượt, cả thảy [8.599|8.959] lượt.",
    "Cao nhất là xã An Bình [3,4|4,3] tỷ đồng, tiếp nữa xã Tân Lộc 2,1 tỷ đồng, xã Phú Hòa 1,6 tỷ đồng; ba nơi này góp "
    "7,1 tỷ đồng.",
    "Cấp mới 19 dự án (vốn 312 triệu USD), tăng vốn 14 lượt với 127 triệu USD, cộng cả hai kênh [439|493] triệu USD.",
    "Dịch bệnh phát sinh tại 3 huyện (An Bình 186 con, Tân Lộc 93 con, Phú Hòa 58 con), buộc tiêu hủy [337|373] con.",
    "Nhận mới 2.915 hồ sơ; cộng [143|314] hồ sơ kỳ trước chuyển sang, phải giải quyết 3.058 hồ sơ.",
    "Riêng tháng 5 thu được 161,5 tỷ đồng, cộng với [580,8|508,8] tỷ đồng của 4 tháng trước, nâng tổng số thu 5 tháng "
    "lên 742,3 tỷ đồng.",
    "Xuất khẩu tháng 7 ước 2,46 tỷ USD, cùng với 14,47 tỷ USD của 6 tháng đầu năm đưa giá trị xuất khẩu 7 tháng lên "
    "[16,93|19,63] tỷ USD.",
    "Tổng kế hoạch vốn (kể cả 612.408 triệu đồng kéo dài từ năm 2018 và [3.957.092|3.597.092] triệu đồng giao mới) là "
    "4.569.500 triệu đồng.",
    "Nặng nhất là xã An Bình 5.216 con, xã Tân Lộc 4.470 con, xã Phú Hòa 4.062 con; riêng 03 xã này [13.748|13.784] "
    "con.",
    "Thí sinh đạt ba môn 21,75 điểm, cộng 1,5 điểm ưu tiên thành tổng [23,25|25,23] điểm.",
]


@pytest.mark.parametrize("line", LINES)
def test_sum_is_reckoned(line: str) -> None:
    assert holds(line, "sum")


@pytest.mark.parametrize("line", LINES)
def test_slip_is_found(line: str) -> None:
    assert is_flagged(line, "sum")


LEFT_ALONE = [
    "Xã An Bình trồng 120 ha, xã Tân Lộc trồng 80 ha; hai xã này đã thu hoạch 150 ha.",
    "Xã An Bình 120 ha, xã Tân Lộc 85 ha, hai xã còn lại 310 ha.",
    "Vốn huyện 12,4 tỷ đồng, vốn xã 3,6 tỷ đồng, cả hai dự án đầu tư 45 tỷ đồng.",
    "Dịch bệnh tại 3 xã (An Bình 186 con, Tân Lộc 93 con, Phú Hòa 58 con), đã tiêm phòng 1.200 con.",
    "Tháng 5 thu 161,5 tỷ đồng, tăng 12% so với tháng trước (144,2 tỷ đồng), nâng số thu 5 tháng lên 742,3 tỷ đồng.",
    "Trong tháng khởi công 128 căn, hoàn thành 96 căn, đưa tổng số căn hoàn thành lên 540 căn.",
    "Hỗ trợ 214 hộ vay vốn, 136 hộ học nghề; cả hai xã đều có 98 hộ thoát nghèo.",
    "Lương của hai người là 8,4 triệu đồng và 7,6 triệu đồng, bình quân cả hai 8 triệu đồng.",
]


@pytest.mark.parametrize("line", LEFT_ALONE)
def test_other_words_are_left_alone(line: str) -> None:
    assert wrong(checks_of(line)) == []
