"""Relations that the words say outright: told whatever the slip."""

import pytest

from dondoc.checking import check
from dondoc.extraction import extract
from dondoc.reading.plain import read_plain
from tests.checking.slipped_lines import written

LINES = [
    "Thu 1.563 tỷ đồng so với dự toán 1.500 tỷ đồng, vượt [63|36] tỷ đồng.",
    "Sở Tài chính giải ngân 82,4%, Sở Y tế 61,0%, chênh nhau [21,4|24,1] điểm phần trăm.",
    "Tân An thu 64 tỷ đồng, Tân Bình thu 41 tỷ đồng, chênh lệch [23|32] tỷ đồng.",
    "Đã cấp 18.260 giấy chứng nhận trong tổng số 19.430 thửa cần cấp, hoàn thành [94,0|49,0]%.",
    "Trong tổng thu 2.140 tỷ đồng, phần thu từ đất là 856 tỷ đồng, bằng [40|60]%.",
    "Trong tổng số 1.240 lao động, lao động nữ 682 lao động, chiếm [55|65]%.",
    "Xảy ra 18 vụ, làm chết 11 người, bị thương 14 người; so cùng kỳ giảm 3 vụ (21 vụ), giảm [2|5] người chết (13 "
    "người).",
    "Gạch nung 18,2 triệu viên, thấp hơn 24,5 triệu viên năm ngoái [25,7|29,5]%.",
    "Thành lập mới 312 doanh nghiệp, nhiều hơn 260 doanh nghiệp cùng kỳ [20|12]%.",
    "Thu phí được 1.638 tỷ đồng trong khi quý II/2019 là 2.100 tỷ đồng, nghĩa là [giảm|tăng] 22%.",
    "Giá cam ở mức 12.400 đồng/kg, cách đây một tháng 11.900 đồng/kg, tức mỗi ký [cao hơn|thấp hơn] 500 đồng.",
    "Đàn bò có 118.600 con, tăng 8.600 con so với 110.000 con hồi đầu quý, tương ứng [7,8|7,3]%.",
    "Tháng này 842,4 tỷ đồng, tháng trước 810,0 tỷ đồng, chênh lệch 32,4 tỷ đồng, ứng với [4,0|0,4]%.",
    "Số thu là 270,6 tỷ đồng, thấp hơn tháng 7 (295,2 tỷ đồng) 24,6 tỷ đồng, tương đương [giảm|tăng] 8,3%.",
    "Dư nợ đạt 28.460 tỷ đồng, cao hơn cuối năm trước 1.240 tỷ đồng (27.220 tỷ đồng), tăng [4,6|6,4]%.",
    "Xảy ra 42 vụ, ít hơn cùng kỳ 8 vụ (50 vụ), tương đương [16|61]%.",
    "Hàng bán ra: may mặc 31,8 triệu USD; lâm sản 5,4 triệu USD (riêng dăm gỗ [3,6|6,3] triệu USD).",
    "Có 9 người bị thương; số người bị thương giảm [4|14] người (13 người).",
    "Vốn trong nước giải ngân 214,2/612,0 tỷ đồng, vốn nước ngoài 45,6/95,0 tỷ đồng, tương ứng 35,0% và [48,0|35,0]%.",
    "Kế hoạch vốn 42.600 triệu đồng; khối lượng thực hiện 41.748 triệu đồng, giải ngân 40.044 triệu đồng, tương ứng "
    "98% và [94|98]% kế hoạch.",
    "Toàn huyện có 8.400 hộ; hộ nghèo 462 hộ, hộ cận nghèo 588 hộ, lần lượt chiếm 5,5% và [7,0|8,0]%.",
    "Tỷ lệ hộ nghèo là 7,49%, tức 2.127 hộ trên 28.400 hộ toàn huyện; hộ cận nghèo có 1.846 hộ, chiếm [6,50|7,49]%.",
    "Máy bơm xuất xưởng 88,5 nghìn chiếc, giảm 7,9% từ mức [96,1|80,9] nghìn chiếc; quạt điện 17,2 nghìn chiếc.",
    "Kế hoạch vốn được giao 1.284,6 tỷ đồng, Kho bạc đã thanh toán 706,5 tỷ đồng, tỷ lệ giải ngân [55,00|50,55]%.",
    "Có 312 doanh nghiệp rời thị trường, nhiều hơn số gia nhập và quay lại (236 doanh nghiệp) là [76|67] doanh nghiệp.",
    "Bán lẻ đạt 2.412 tỷ đồng, so với 2.318 tỷ đồng cùng kỳ nhiều hơn 94 tỷ đồng ([4,1|1,4]%).",
]


def _wrong(line: str) -> list[str]:
    return [one.reason for one in check(extract(read_plain(line))) if one.verdict != "consistent"]


@pytest.mark.parametrize("line", LINES)
def test_right_line_is_left_alone(line: str) -> None:
    assert not _wrong(written(line, slipped=False))


@pytest.mark.parametrize("line", LINES)
def test_slip_is_found(line: str) -> None:
    assert _wrong(written(line, slipped=True))


LEFT_ALONE = [
    "Thu 1.563 tỷ đồng so với dự toán 1.500 tỷ đồng, tăng 12% so với cùng kỳ.",
    "Trong tổng vốn 2.140 tỷ đồng, vốn tỉnh 856 tỷ đồng, đạt 60% kế hoạch.",
    "Có 420 hộ trong tổng số 980 hộ được vay, bằng 85% so với cùng kỳ.",
    "Cao nhất 82,4%, thấp nhất 61,0%, có 4 đơn vị chênh nhau 2 bậc.",
    "Thu 270,6 tỷ đồng, thấp hơn tháng 7 (295,2 tỷ đồng) 24,6 tỷ đồng, bằng 82% dự toán.",
    "Đàn bò 118.600 con, tăng 8.600 con so với 110.000 con đầu quý, bằng 31,2% tổng đàn.",
    "Thu 1.638 tỷ đồng trong khi kế hoạch là 2.100 tỷ đồng, nghĩa là phải tăng 28,2%.",
    "So với 284 vụ của năm trước, số vụ (251 vụ) có giảm nhưng tỷ lệ khám phá chỉ tăng 1,6%.",
]


@pytest.mark.parametrize("line", LEFT_ALONE)
def test_other_words_are_left_alone(line: str) -> None:
    assert not _wrong(line)


def test_a_count_of_what_was_named_may_end_a_text() -> None:
    assert not _wrong("Giao 12 tỷ đồng cho xã Tân An, 9 tỷ đồng cho xã Tân Bình; đề nghị hai xã này sớm báo cáo.")
