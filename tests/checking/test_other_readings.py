"""What a careful reader would not blame: ranges, averages, asides, roundings, shares of something else."""

from dataclasses import replace

import pytest

from dondoc.checking import check
from dondoc.checking.catalogue import choose
from dondoc.checking.review import MISREAD, review
from dondoc.extraction import extract
from dondoc.extraction.doubts import UNSURE
from dondoc.reading.plain import read_plain
from tests.extraction.quantity_lines import facts_of

NO_CLAIM = [
    "Doanh số quý I ước 6.240 tỷ đồng, tăng 12,4% (tháng 1: 2.050 tỷ; tháng 2: 2.160 tỷ; tháng 3: 2.030 tỷ).",
    "Gieo trồng 4.860 ha, bằng 97,2% kế hoạch (5.000 ha), giảm 120 ha so với vụ mùa 2011.",
    "Tập huấn 1.890 học viên, vượt kế hoạch (1.800 học viên), đạt 105%.",
    "Có 9/11 đội thuế huyện, thị xã, thành phố đạt trên 75% dự toán.",
    "Thụ lý 1.960 vụ/3.600 bị cáo, giải quyết 1.940 vụ/3.540 bị cáo, đạt 99,0% về số vụ, 98,3% về số bị cáo.",
    "Thu 824,5 tỷ đồng, đạt 103,1% so với kế hoạch 800 tỷ đồng, tăng 9,9% so với năm trước (750 tỷ đồng).",
    "Sản lượng dự kiến đạt 32.000 - 33.000 tấn, bằng khoảng 50% so với năm 2018 (55.000 - 60.000 tấn).",
    "Giá điện bậc 3 (101 – 200 kWh), bậc 4 (201 – 300 kWh) lần lượt bằng 110% và 138%.",
    "Mỗi chuyến chở từ 800 đến 1.000 khách, tăng 40 - 50% so với ngày thường.",
    "Diện tích từ 450 ha trở lên (miền núi 850 ha trở lên).",
    "Thu nhập bình quân 11,9 triệu đồng, trong đó thành thị 14,4 triệu đồng, nông thôn 9 triệu đồng.",
    "Xảy ra 7 vụ, trong đó có vụ làm chết 3 người, bị thương 13 người.",
    "Doanh thu đạt 7.000 tỷ đồng, giảm 25% so với năm 2016 và lợi nhuận 40 tỷ đồng, giảm 56%.",
    "Đón 7,9 triệu lượt, tăng 27,2% so với cùng kỳ năm 2017 trong đó riêng khách đường bộ 4,1 triệu lượt.",
    "Vốn đăng ký mới 6,46 tỷ USD, tăng 38,7% so với cùng kỳ, vốn tăng thêm 2,63 tỷ USD, tăng 5,5%.",
    "Nợ có khả năng thu 480 tỷ đồng, chiếm 57,9% tổng nợ; trong đó nợ khó thu 349 tỷ đồng, chiếm 42,1% tổng nợ.",
    "Rừng bị hại 86 ha (do phá 63 ha, do cháy 23 ha), giảm 133 ha (tương ứng giảm 60,7%) so với tháng 4.",
    "Vận chuyển 571 triệu lượt, giảm 3,5% so với năm 2017 (592 triệu lượt) và đạt 90% kế hoạch (635 triệu lượt).",
    "Cả năm lỗ 895 tỷ đồng, trong đó công ty mẹ lỗ 1.337 tỷ đồng.",
    "Từ mức 6,7 hộ/10.000 hộ xuống còn 4,7 hộ/10.000 hộ.",
    "Có 4 mặt hàng đạt trên 1 tỷ USD, gồm: gạo 700 triệu USD; tôm 400 triệu USD…",
    "Năm 2016 ứng 600 tỷ đồng; năm 2017 lần lượt là 500 tỷ đồng và 1.200 tỷ đồng.",
    "Chi phí tài chính 100 tỷ đồng, trong đó chi phí lãi vay tăng từ 18 tỷ đồng lên 43 tỷ đồng, dự phòng 57 tỷ đồng.",
    "Tổng thu được 1.468,8 tỷ đồng, đạt 28,8% dự toán Trung ương giao (5.100 tỷ đồng), đạt 27,1% dự toán tỉnh giao.",
    "Tạo việc làm cho 3.840 lao động, đạt 25,6% kế hoạch 15.000 người; đưa 324 người đi học nghề, bằng 40,5% chỉ tiêu.",
    "Bệnh dại có 41 ca ở 4 huyện (Phú Mộc 17, Hà Khê 11, Lam Sơn 8, Đức Lâm 5), không có tử vong.",
    "Phát hiện 284 vụ vi phạm (cùng kỳ năm 2022: 351 vụ, bớt 67 vụ), trong đó phá rừng 49 vụ, vận chuyển 120 vụ.",
    "Hạ số hộ nghèo từ 81.420 xuống 68.115 hộ, tức bớt 13.305 hộ, tương ứng 1,9% tổng số hộ.",
    "Kế hoạch xi măng điều chỉnh từ 720 xuống 650 nghìn tấn nên tỷ lệ 55,4% (360 nghìn tấn) tính theo số mới.",
    "Đầu năm có 5.120 hộ nghèo (Trà Mai 2.790 hộ, chiếm 61,4% và Khe Lạnh 2.330 hộ, chiếm 48,2%).",
    "Đầu năm huyện có 5.120 hộ nghèo. Ước đến cuối năm còn 4.680 hộ, giảm 440 hộ, tương đương giảm 8,6%.",
    "Có 14/19 chỉ tiêu đạt trên 50% kế hoạch năm; 9/31 chủ đầu tư giải ngân dưới 20%.",
    "Huy động 8.412 học sinh, hơn năm học trước 187 học sinh; mầm non 2.020 học sinh, tiểu học 6.392 học sinh.",
]
DOUBTFUL = [
    ("Đã giải ngân 169.800/200.500 tỷ đồng, đạt 84,68%.", "bỏ phần lẻ"),
    ("Tiêu thụ 211.600 tấn, gồm: vải sớm 43.570 tấn, vải chính vụ 168.010 tấn.", "làm tròn"),
    ("Kiểm tra 318 cơ sở, có 289 cơ sở đạt, chiếm 90,88%; 92 cơ sở vi phạm.", "trùng nhau"),
]


@pytest.mark.parametrize("line", NO_CLAIM)
def test_nothing_is_blamed(line: str) -> None:
    assert [item.reason for item in check(facts_of(line)) if item.verdict != "consistent"] == []


@pytest.mark.parametrize(("line", "why"), DOUBTFUL)
def test_another_reading_is_told(line: str, why: str) -> None:
    found = [item for item in check(facts_of(line)) if item.verdict != "consistent"]
    assert [item.verdict for item in found] == ["doubtful"]
    assert why in found[0].reason


def test_the_share_of_two_figures_beside_it_is_no_alibi_for_a_written_pair() -> None:
    line = "Sau sắp xếp, toàn tỉnh có 64 xã; qua rà soát có 41/46 xã đạt chuẩn, chiếm 64,06%."
    assert [item.verdict for item in check(facts_of(line)) if item.kind == "ratio"] == ["inconsistent"]


def test_an_error_on_a_figure_that_a_scan_may_have_misread_is_only_doubtful() -> None:
    facts = extract(read_plain("Giải ngân 512 tỷ đồng/1.420 tỷ đồng, đạt 38,06% kế hoạch."))
    checks = check(facts)
    sure = review(facts, checks, rules=choose(("SL",)))
    assert [one.severity for one in sure] == ["error"]
    figures = tuple(replace(one, warning=UNSURE) if one.unit == "%" else one for one in facts.quantities)
    unsure = review(replace(facts, quantities=figures), checks, rules=choose(("SL",)))
    assert [one.severity for one in unsure] == ["doubtful"]
    assert MISREAD in unsure[0].message
