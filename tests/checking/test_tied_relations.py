"""Relations told by the words alone: between two times, of a running total, of what the words call a whole."""

import pytest

from tests.checking.slipped_lines import checks_of, holds, is_flagged, wrong

# The figure in [brackets] is the one that slips: [as it is|as it is miswritten].
OF_TWO_TIMES = [
    ("Số hộ nghèo đầu năm 3.412 hộ, cuối năm còn [2.687|2.867] hộ, giảm 725 hộ.", "difference"),
    ("Dự toán 86,4 tỷ đồng, quyết toán [79,8|73,8] tỷ đồng, giảm 6,6 tỷ đồng.", "difference"),
    ("Năm 2019 thu 1.860 tỷ đồng, năm 2020 thu 2.142 tỷ đồng, tăng [15,2|51,2]%.", "growth"),
    ("Tháng 8 khai thác 412 tấn; tháng 9 khai thác [436|463] tấn, tăng 24 tấn.", "difference"),
    ("Số vụ cháy tăng [7|2] vụ (19,4%), từ 36 vụ lên 43 vụ.", "difference"),
    ("Doanh nghiệp thành lập mới tăng [12,8|21,8]% so với cùng kỳ (548 doanh nghiệp/486 doanh nghiệp).", "growth"),
]
SO_MANY_TIMES = [
    ("Khách quốc tế đạt 86.400 lượt, gấp [1,8|2,8] lần so với cùng kỳ (48.000 lượt).", "ratio"),
    ("Vốn đăng ký đạt 846,2 triệu USD, gấp [2,05|2,50] lần cùng kỳ năm trước (412,6 triệu USD).", "ratio"),
]
RUNNING_TOTALS = [
    "Số thu trong tháng [38.420|83.420] triệu đồng, lũy kế 9 tháng 324.730 triệu đồng (8 tháng: 286.310 triệu đồng).",
    "Giải ngân tháng 9 đạt 186,4 tỷ đồng, nâng lũy kế từ đầu năm lên [1.102,7|1.012,7] tỷ đồng (lũy kế đến hết tháng 8 "
    "là 916,3 tỷ đồng).",
    "Thu trong tháng 412,6 tỷ đồng, lũy kế 8 tháng [3.186,4|3.816,4] tỷ đồng, lũy kế 9 tháng 3.599,0 tỷ đồng.",
    "Tuần qua ghi nhận [86|88] ca mắc, nâng tổng số ca mắc từ đầu năm lên 1.332 ca (tính đến tuần trước là 1.246 ca).",
    "Quý III giải quyết việc làm cho 4.862 lao động, lũy kế 9 tháng [13.274|13.724] lao động, trong đó 6 tháng đầu năm "
    "8.412 lao động.",
]
OF_NAMED_WHOLES = [
    "Nợ đọng thuế đến cuối tháng là 412,6 tỷ đồng; nợ khó thu [158,3|185,3] tỷ đồng, chiếm 38,4% tổng nợ.",
    "Cục Thuế thu được 2.846 tỷ đồng trên tổng dự toán 3.620 tỷ đồng, đạt [78,6|87,6]%.",
    "Số hộ nghèo là 1.864 hộ, chiếm tỷ lệ 5,29% trên tổng số [35.240|53.240] hộ dân.",
    "Giá trị sản xuất 6.842 tỷ đồng, trong đó nông nghiệp 2.531 tỷ đồng, chiếm 37,0%; công nghiệp 2.464 tỷ đồng, chiếm "
    "[36,0|32,0]%.",
    "Tỷ lệ lao động qua đào tạo đạt [60,3|63,0]% (tương ứng 412.600 người trong tổng số 684.300 lao động).",
    "Nợ bảo hiểm là [86,4|68,4] tỷ đồng, chiếm 3,02% số phải thu (2.864 tỷ đồng).",
    "Cục Hải quan thu 1.486,2 tỷ đồng, đạt [76,2|67,2]% chỉ tiêu pháp lệnh 1.950 tỷ đồng.",
    "Kế hoạch giao trong năm là 5.604,2 tỷ đồng.\n\nĐã phân bổ 5.547,9 tỷ đồng, đạt [99|69]% kế hoạch giao trong năm.",
]
SUMS = [
    "Giải quyết 132 kiến nghị; đã giải quyết xong 86 kiến nghị, đang giải quyết [34|54] kiến nghị, chưa giải quyết 12 "
    "kiến nghị.",
    "Số lượt khách đạt 361.000 lượt; khách quốc tế [42.600|24.600] lượt, khách nội địa 318.400 lượt.",
    "Toàn huyện có 1.952 cán bộ, công chức, viên chức, trong đó có 124 cán bộ, 186 công chức và [1.642|1.742] viên "
    "chức.",
    "Lấy 1.127 mẫu xét nghiệm, kết quả [1.119|1.191] mẫu âm tính, 8 mẫu đang chờ.",
    "Số lao động có việc làm là 14.520 người, gồm 8.412 nam và [6.108|6.180] nữ.",
    "Đợt 1 cấp 1.240 tấn gạo, đợt 2 cấp [860|680] tấn gạo, cả hai đợt cấp 2.100 tấn gạo.",
    "Cấp mới 12 dự án với vốn 248,6 triệu USD, tăng vốn 7 dự án với 96,3 triệu USD; tổng vốn cấp mới và tăng vốn đạt "
    "[344,9|434,9] triệu USD.",
    "Vốn toàn xã hội thực hiện 6.208,8 tỷ đồng. Vốn khu vực Nhà nước 953,6 tỷ đồng, khu vực ngoài Nhà nước [4.660,6|"
    "4.460,6] tỷ đồng, khu vực đầu tư nước ngoài 594,6 tỷ đồng.",
]
DIFFERENCES = [
    "Giao 1.240 biên chế, hiện có mặt [1.168|1.618] biên chế, còn thiếu 72 biên chế.",
    "Năm học này có 286.420 học sinh, tăng [4.560|4.860] học sinh so với năm học trước (281.860 học sinh).",
    "Đầu năm giao 1.825.922,3 triệu đồng, trong năm bổ sung 287.293,9 triệu đồng.\n\nTổng kế hoạch đến nay là "
    "[2.113.216,2|2.131.216,2] triệu đồng.",
]
LINES = [
    *OF_TWO_TIMES,
    *SO_MANY_TIMES,
    *((line, "sum") for line in (*RUNNING_TOTALS, *SUMS, DIFFERENCES[2])),
    *((line, "ratio") for line in OF_NAMED_WHOLES),
    *((line, "difference") for line in DIFFERENCES[:2]),
]


@pytest.mark.parametrize(("line", "kind"), LINES)
def test_relation_holds(line: str, kind: str) -> None:
    assert holds(line, kind)


@pytest.mark.parametrize(("line", "kind"), LINES)
def test_slip_is_flagged(line: str, kind: str) -> None:
    assert is_flagged(line, kind)


LEFT_ALONE = [
    "Năm 2019 thu 1.860 tỷ đồng, năm 2020 thu 2.142 tỷ đồng, tăng 6,4% so với kế hoạch.",
    "Lợi nhuận đạt 615 tỷ đồng, gấp rưỡi năm trước (407 tỷ đồng); vốn gấp 3 lần năm trước (210 tỷ đồng).",
    "Nợ phải trả 2.456 tỷ đồng, gấp 3 lần vốn chủ sở hữu (839 tỷ đồng).",
    "Thành phố Bắc Hà dẫn đầu với tổng vốn đầu tư 5,08 tỷ USD, Nam Khê đứng thứ hai với tổng vốn đầu tư 2,62 tỷ USD, "
    "chiếm 15,7% tổng vốn đầu tư.",
    "Xảy ra 30 vụ, 30 người chết, 13 người bị thương (chiếm 37% tổng số vụ cả năm).",
    "Đã có 1.877 chuyến đúng giờ trong tổng số 2.024 chuyến, chiếm tỷ lệ 92,7%.",
    "Thu ngân sách lũy kế 6.874 tỷ đồng, bằng 78,83% dự toán (8.720 tỷ đồng), trong đó: thu nội địa 6.215 tỷ đồng, thu "
    "từ xuất nhập khẩu 659 tỷ đồng.",
    "Doanh thu đạt 4.000 tỷ đồng, bằng 90% kế hoạch và lợi nhuận đạt 269 tỷ đồng.",
    "Trong tháng thu 412 tỷ đồng, lũy kế từ đầu năm 3.186 tỷ đồng, bằng 78% dự toán.",
    "Toàn tỉnh có 31 vụ việc; đã hòa giải 16 vụ, đang hòa giải 5 vụ.",
]


@pytest.mark.parametrize("line", LEFT_ALONE)
def test_nothing_is_flagged(line: str) -> None:
    assert not wrong(checks_of(line))


def test_numbers_of_names_are_no_figures() -> None:
    line = "Toàn trường có 680 học sinh: khối 6 có {} em, khối 7 có 174 em, khối 8 có 168 em, khối 9 có 152 em."
    assert [one.verdict for one in checks_of(line.format(186)) if one.kind == "sum"] == ["consistent"]
    assert [one.verdict for one in checks_of(line.format(168)) if one.kind == "sum"] == ["doubtful"]


def test_two_figures_that_changed_places_are_told() -> None:
    found = checks_of("Ban Tiếp công dân tiếp nhận 268 đơn, đã xử lý 342 đơn, tỷ lệ 78,4%.")
    assert "inconsistent" in [one.verdict for one in found]


def test_a_share_far_from_its_figures_is_told_where_the_words_tie_them() -> None:
    found = checks_of("Dư nợ 38.460 tỷ đồng; dư nợ ngắn hạn 22.150 tỷ đồng, chiếm 49,1% tổng dư nợ.")
    assert [one.verdict for one in found if one.kind == "ratio"] == ["inconsistent"]
