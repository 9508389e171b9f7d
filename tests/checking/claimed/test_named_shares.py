"""Shares whose whole is named behind them and told elsewhere: a slip is found, nothing is said of the right text."""

import pytest

from tests.checking.slipped_lines import checks_of, written, wrong

# The figures in [brackets] are those that slip: [as it is|as it is miswritten].
TEXTS = [
    "Tổng dư nợ 84.200 tỷ đồng, tăng 6,1% so đầu năm. Cho vay nông nghiệp 37.890 tỷ đồng, chiếm 45% tổng dư nợ; cho "
    "vay xuất khẩu 4.210 tỷ đồng.\n\nNợ xấu [1.094|3.094] tỷ đồng, tỷ lệ 1,3% tổng dư nợ, tăng so với đầu năm.",
    "Giá trị khối lượng hoàn thành ước đạt 540 tỷ đồng, bằng 45% kế hoạch vốn (1.200 tỷ đồng); giải ngân 432 tỷ đồng = "
    "[80|90]% khối lượng.",
    "Theo sở, sản lượng vải năm nay ước 38.600 tấn, tăng 12,4% so với năm 2020. Đến nay mới có 9 hợp tác xã ký bao "
    "tiêu được [5.760|5.160] tấn, bằng gần 15% sản lượng.",
    "Số thu 10 tháng 1.024.500 triệu đồng, đạt 85,4% KH (1.200.000 triệu đồng). Tổng nợ 50.400 triệu đồng, chiếm "
    "[4,2|6,2]% kế hoạch thu.",
    "Nợ thuế [920|820] tỷ đồng, tăng 4% so đầu năm. Riêng nợ thuế của 3 công ty là 478 tỷ đồng, quá nửa (52%) số nợ "
    "thuế toàn tỉnh.",
    "Tỉnh có 412.500 ha đất. Đất rừng 247.500 ha, chiếm 60,00% diện tích tự nhiên. Đất ở còn 17.325 ha, thực tăng 900 "
    "ha so với năm 2010, chiếm [4,20|2,40]% diện tích đất tự nhiên.",
    "Tín dụng: Tổng dư nợ ước 96.400 tỷ đồng, tăng 8,2% so đầu năm.\n\nNợ xấu 771,2 tỷ đồng, tỷ lệ [0,80|0,08]% (cuối "
    "năm 2019: 0,55%).",
    "Năm 2015 toàn tỉnh có diện tích 412.350,5 ha. Điều chỉnh đến năm 2020 đất rừng có 247.410 ha, chiếm 60,00% diện "
    "tích đất tự nhiên. Đến năm 2020 đất ở có 17.319 ha, thực tăng 900 ha so với năm 2010, chiếm [4,20|2,40]% diện "
    "tích đất tự nhiên.",
    "Tổng số lao động là 64.000 lao động. Trong năm đã đào tạo nghề 12.800 lao động, bằng [20|50]% tổng số lao động.",
    "Toàn tỉnh có diện tích [418.260,5|498.260,5] ha. Đất lúa có 87.834,7 ha, chiếm 21,00% diện tích tự nhiên. Đất "
    "rừng có 236.317,2 ha, chiếm 56,50% diện tích tự nhiên.",
]


@pytest.mark.parametrize("text", TEXTS)
def test_right_text_is_left_alone(text: str) -> None:
    assert not wrong(checks_of(written(text, slipped=False)))


@pytest.mark.parametrize("text", TEXTS)
def test_slip_is_found(text: str) -> None:
    assert wrong(checks_of(written(text, slipped=True)))


LEFT_ALONE = [
    "Công ty có 6.991 tỷ tài sản ngắn hạn và 1.836 tỷ tài sản dài hạn.\n\nNợ ngắn hạn 6.481 tỷ (chiếm 93% tài sản ngắn "
    "hạn).",
    "Cây trồng nông nghiệp, năm 2010 có 47.615 ha, chiếm 79,45% diện tích tự nhiên. Năm 2015 toàn huyện có 59.906 ha "
    "đất. Đến năm 2020 rừng còn 10.518 ha, chiếm 17,56% diện tích tự nhiên.",
    "Vùng quặng rộng 18.903 ha, chiếm 22,9% diện tích tự nhiên. Khu chồng lấn 31.200 ha, chiếm 38,6% diện tích tự "
    "nhiên toàn huyện.",
    "Thu nội địa 1.286 tỷ đồng (đạt 75,6% DT 1.700 tỷ đồng), xuất nhập khẩu 166 tỷ đồng (đạt 55,3% DT 300 tỷ đồng).",
]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_share_of_another_whole_is_left_alone(text: str) -> None:
    assert not wrong(checks_of(text))
