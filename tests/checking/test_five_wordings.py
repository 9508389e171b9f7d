"""Every relation of figures in five wordings and more: found where it holds, flagged where one figure slips."""

import pytest

from dondoc.extraction import extract
from dondoc.reading.plain import read_plain
from tests.checking.slipped_lines import checks_of, holds, is_flagged, wrong

# The figure in [brackets] is the one that slips: [as it is|as it is miswritten].
SHARES_OF_PLAN = [
    "Khám cho 5.830.000 lượt người, đạt [106,0|160,0]% so với con số 5,5 triệu lượt được giao.",
    "Tự nguyện có 34.000 người tham gia, mới đạt [80,0|87,0]% trên 42.500 người được giao.",
    "Thu ngân sách đạt 412,6 tỷ đồng, bằng [54,8|45,8]% dự toán năm (753 tỷ đồng).",
    "Giải ngân được 412,5 tỷ đồng/1.250 tỷ đồng kế hoạch vốn giao, đạt [33,00|38,00]%.",
    "Kế hoạch năm 2024 trồng 640 ha rừng; đến nay trồng được 720 ha, đạt [112,5|121,5]% kế hoạch.",
    "Gieo trồng vụ Xuân đạt [98,5|89,5]% kế hoạch (5.910/6.000 ha).",
    "Đã tuyển 1.230 lao động, đạt [82,0|28,0]% so với chỉ tiêu 1.500 lao động.",
    "Tỷ lệ giải ngân đạt [36,2|63,2]% kế hoạch (1.086/3.000 tỷ đồng).",
    "Thực hiện 1.845 hộ trên tổng số 2.250 hộ theo kế hoạch, đạt [82,0|92,0]%.",
    "Sản lượng 324,9 tấn/KH 900 tấn, đạt [36,10|31,60]% KH.",
    "Vốn kế hoạch được giao là 84.600 triệu đồng, khối lượng giải ngân đến 30/9 là 50.760 triệu đồng (đạt "
    "[60,0|90,0]% kế hoạch).",
    "So với kế hoạch giao 1.500 tấn, sản lượng đạt 1.275 tấn, bằng [85,0|58,0]%.",
]
SHARES_OF_WHOLES = [
    "Các Sở đã kiểm tra 214 cơ sở, nhắc nhở 57 cơ sở, tức [26,6|62,6]%.",
    "Có 1.205 hộ dân tộc thiểu số trong tổng số 4.820 hộ, chiếm [25,0|52,0]%.",
    "Trong 3.200 lao động được đào tạo có 1.984 lao động nữ, chiếm [62,0|26,0]%.",
    "Trong tổng số 640 cơ sở được kiểm tra, 576 cơ sở đạt yêu cầu, đạt tỷ lệ [90,0|96,0]%.",
    "Giá trị sản xuất đạt 12.500 tỷ đồng, trong đó công nghiệp chế biến 9.375 tỷ đồng, chiếm tỷ trọng [75,0|57,0]%.",
    "Trồng trọt chiếm [64,0|46,0]% giá trị toàn ngành (3.200/5.000 tỷ đồng).",
    "Có 45/60 xã đạt chuẩn, tương đương [75,0|57,0]%.",
    "Số hộ nghèo còn 1.240 hộ, tỷ lệ [3,10|1,30]% (tổng số 40.000 hộ).",
    "Tổng số hộ dân là 6.250 hộ; hộ nghèo 150 hộ (chiếm [2,40|4,20]%).",
    "Đàn bò 3.500 con (bò lai [2.100|1.200] con, chiếm 60,0% tổng đàn).",
    "Tiếp nhận 5.200 hồ sơ (trực tuyến 4.420 hồ sơ - [85|35]%; trực tiếp 780 hồ sơ - 15%).",
]
SHARES_IN_TIME = [
    "Đã giải quyết 12.480 hồ sơ, trong đó đúng và trước hạn 12.230 hồ sơ, đạt [98,0|89,0]%.",
    "Tiếp nhận 1.720 hồ sơ, đúng hạn 1.698 hồ sơ, đạt tỷ lệ [98,72|97,82]%.",
    "Tỷ lệ giải quyết đúng hạn đạt [96,4|94,6]% (2.410/2.500 hồ sơ).",
    "Số hồ sơ trả trước và đúng hạn là 4.875/5.000 hồ sơ, tỷ lệ [97,5|95,7]%.",
    "Có 1.071 hồ sơ trễ hạn trên tổng số 35.700 hồ sơ, chiếm [3,00|3,50]%.",
    "Giao 250 nhiệm vụ, hoàn thành đúng hạn 235 nhiệm vụ (đạt [94,0|49,0]%).",
]
SUMS = [
    "Tổng đàn gia súc 12.450 con, trong đó trâu 2.150 con, bò 6.100 con, lợn [4.200|2.400] con.",
    "Phân bổ 470 triệu đồng (vốn đầu tư 180 triệu đồng, vốn sự nghiệp [290|920] triệu đồng).",
    "Có 87 trường, gồm 31 trường mầm non, 34 trường tiểu học và [22|42] trường THCS.",
    "Chi ngân sách 8.246 tỷ đồng, bao gồm: chi đầu tư phát triển [3.105|3.015] tỷ đồng; chi thường xuyên 4.826 "
    "tỷ đồng; chi khác 315 tỷ đồng.",
    "Chia ra: khu vực thành thị 1.245 hộ, khu vực nông thôn [3.155|3.515] hộ; tổng cộng 4.400 hộ.",
    "Huy động 64,5 tỷ đồng: ngân sách trung ương 40,2 tỷ đồng, ngân sách tỉnh 18,3 tỷ đồng, nhân dân đóng góp "
    "[6,0|9,0] tỷ đồng.",
    "Đón 1.256 nghìn lượt khách; trong đó, khách quốc tế 156 nghìn lượt, khách nội địa [1.100|1.010] nghìn lượt.",
    "Vốn thực hiện 640 tỷ đồng, trong đó vốn trung ương 96 tỷ đồng, chiếm 15,0%, vốn địa phương [544|454] tỷ "
    "đồng, chiếm 85,0%.",
    "Thiệt hại 7.500 con gia súc (4.500 con trâu, 1.800 con bò; [1.200|1.250] gia súc khác).",
    "Thiệt hại khoảng 6.482 con gia súc (4.120 con trâu, 1.845 con bò; [517|571] con dê).",
]
GROWTH = [
    "Số tiền chậm đóng 148,6 tỷ đồng, tăng 12,3 tỷ (hay [9,0|6,0]%) so với tháng trước.",
    "Đón 1,93 triệu lượt khách, tăng [5,3|9,3]% (6 tháng 2012: 1,833 triệu lượt).",
    "Thu hút 1.250 lượt khách, tăng 250 lượt ([25,0|52,0]%) so với cùng kỳ.",
    "Sản lượng đạt 545,0 tấn, tăng 45,0 tấn so tháng trước (+[9,00|6,00]%).",
    "Có 115 HTX, tăng [15,0|51,0]% so với năm trước (tăng 15 hợp tác xã).",
    "Xảy ra 36 vụ, giảm 12 vụ, tương đương giảm [25,0|35,0]% so với cùng kỳ.",
    "Dư nợ đạt 4.360 tỷ đồng, tăng [9,0|6,0]% (360 tỷ đồng) so với đầu năm.",
    "Vốn huy động là 25.480 tỷ đồng; so với 31/12/2021 tăng 1.480 tỷ đồng (+[6,17|6,71]%).",
    "Tổng dư nợ 2.142,5 tỷ đồng, so với đầu năm tăng 142,5 tỷ đồng, tốc độ tăng [7,13|1,73]%.",
]
GROWTH_BETWEEN = [
    "Doanh thu đạt 1.260 tỷ đồng, tăng [5,0|5,6]% so với cùng kỳ (1.200 tỷ đồng).",
    "Xảy ra 36 vụ (cùng kỳ 48 vụ), giảm [25,0|35,0]%.",
    "Số hộ nghèo giảm từ 1.250 hộ xuống 1.000 hộ, tương đương giảm [20,0|12,0]%.",
    "Sản lượng đạt 4.360 tấn, so với cùng kỳ năm trước (4.000 tấn) tăng [9,0|6,0]%.",
    "Đạt 2.142 lượt khách so với 1.800 lượt của cùng kỳ năm 2023, tăng [19,0|91,0]%.",
    "Kim ngạch đạt 57,5 triệu USD, tăng [15,0|51,0]% (cùng kỳ 50 triệu USD).",
    "Diện tích đạt 920 ha, cùng kỳ năm trước 800 ha, tăng [15,0|51,0]%.",
    "Bán được 3.800 căn, giảm [24|42]% so với 5.000 căn cùng kỳ năm 2017.",
]
DIFFERENCES = [
    "Xảy ra 12 vụ, giảm [3|8] vụ so với cùng kỳ (15 vụ).",
    "Phát sinh 435 đơn (cùng kỳ 487 đơn), giảm [52|25] đơn.",
    "Trong kỳ xảy ra 388 vụ, so với cùng kỳ 400 vụ, giảm [12|16] vụ.",
    "Xảy ra 45 vụ, cùng kỳ năm trước 52 vụ, giảm [7|9] vụ.",
    "Khám phá 148 vụ, giảm [14|41] vụ so với cùng kỳ (148/162 vụ).",
    "Kiểm tra 1.250 lượt so với 1.100 lượt của tháng trước, tăng [150|510] lượt.",
    "Kiểm tra 148 vụ (cùng kỳ 162 vụ, giảm [14|41] vụ).",
    "Xảy ra 45 vụ, giảm [17|71] vụ so với cùng kỳ năm trước (cùng kỳ 62 vụ).",
]
LEFT = [
    "Đã giải quyết 25/34 đơn, còn lại [9|19] đơn.",
    "Tổng chiều dài 24,6 km, đã bàn giao 21,2 km, còn lại [3,4|4,3] km.",
    "Kế hoạch vốn 1.250 tỷ đồng, đã phân bổ 1.130 tỷ đồng, còn [120|210] tỷ đồng chưa phân bổ.",
    "Trong 640 hộ phải di dời, đã di dời 512 hộ; còn [128|182] hộ chưa di dời.",
    "Đến nay đã kiểm đếm 125/152 hộ, còn [27|72] hộ chưa kiểm đếm.",
]
BEYOND = [
    "Đạt 725/600 ha, vượt [125|152] ha.",
    "Thu ngân sách đạt 1.325 tỷ đồng, vượt [125|152] tỷ đồng so với dự toán (1.200 tỷ đồng).",
    "Tuyển được 560/500 lao động, vượt [60|90] lao động so với kế hoạch.",
    "Kế hoạch 4.000 tấn, thực hiện 4.360 tấn, vượt [360|630] tấn.",
    "Trồng 725 ha, vượt [125|215] ha so với kế hoạch giao 600 ha.",
]
BALANCES = [
    "Xuất khẩu 1.120 triệu USD; nhập khẩu 748 triệu USD; xuất siêu [372|327] triệu USD.",
    "Tổng thu ngân sách đạt 12.400 tỷ đồng. Tổng chi ngân sách đạt 13.152 tỷ đồng, bội chi [752|725] tỷ đồng.",
    "Tháng 5 xuất khẩu đạt 1,45 tỷ USD, nhập khẩu 1,62 tỷ USD, nhập siêu [0,17|0,71] tỷ USD.",
    "Kim ngạch xuất khẩu 57,5 triệu USD, kim ngạch nhập khẩu 31,2 triệu USD; cán cân thương mại thặng dư "
    "[26,3|23,6] triệu USD.",
    "Thu ngân sách 7.250 tỷ đồng, chi ngân sách 6.980 tỷ đồng, bội thu [270|720] tỷ đồng.",
]
SO_FAR = [
    "Bốn tháng đầu năm đón 412,5 nghìn lượt khách, tháng 5 đón 88,3 nghìn lượt, 5 tháng đón [500,8|580,8] nghìn lượt.",
    "Sản lượng 4 tháng đầu năm đạt 1.250 tấn, tháng 5 ước đạt 340 tấn, lũy kế 5 tháng ước đạt [1.590|1.950] tấn.",
    "Quý I thu 2.150 tỷ đồng, quý II thu 2.430 tỷ đồng; 6 tháng thu [4.580|4.850] tỷ đồng.",
]
ALL = [
    *((line, "ratio") for line in (*SHARES_OF_PLAN, *SHARES_OF_WHOLES, *SHARES_IN_TIME)),
    *((line, "sum") for line in (*SUMS, *SO_FAR)),
    *((line, "growth") for line in GROWTH),
    *((line, "growth") for line in GROWTH_BETWEEN),
    *((line, "difference") for line in (*DIFFERENCES, *LEFT, *BEYOND, *BALANCES)),
]


@pytest.mark.parametrize(("line", "kind"), ALL)
def test_relation_holds(line: str, kind: str) -> None:
    assert holds(line, kind)


@pytest.mark.parametrize(("line", "kind"), ALL)
def test_slip_is_flagged(line: str, kind: str) -> None:
    assert is_flagged(line, kind)


LEFT_ALONE = [
    "Xảy ra 45 vụ (cùng kỳ 52 vụ), tăng 3 vụ so với tháng trước.",
    "Kim ngạch nhập khẩu đạt 125 triệu USD, bằng 80,4% so cùng kỳ, gồm nhà nước 26 triệu USD, tăng 38%; tư nhân 40 "
    "triệu USD, bằng 58,8%; nước ngoài 59 triệu USD, bằng 86% so cùng kỳ.",
    "Dự án có tổng mức đầu tư 1.250 tỷ đồng. Cụ thể, An Khê góp 96 tỷ đồng (chiếm 60%), Bình Minh góp 64 tỷ đồng "
    "(40%).",
    "Trong nước nhập siêu 21,02 tỷ USD, khu vực nước ngoài xuất siêu 23,7 tỷ USD.",
    "Lương thực đạt 905 nghìn tấn. Trong đó, lúa đạt 900 nghìn tấn, tăng 2%: vụ đông xuân 400 nghìn tấn; vụ hè thu 350 "
    "nghìn tấn; vụ mùa 150 nghìn tấn.",
    "Bình quân: xã An Lộc 15,09%; xã Tân Hội 15,69%; xã Phú Cường 15,69%; xã Hải Tân 17,31%; xã Mỹ Trung 17,65%; xã "
    "Yên Khê 17,86%.",
]


@pytest.mark.parametrize("line", LEFT_ALONE)
def test_nothing_is_flagged(line: str) -> None:
    assert wrong(checks_of(line)) == []


def test_figure_of_the_same_period_is_read() -> None:
    facts = extract(read_plain("Phát sinh 435 đơn thư (cùng kỳ 487 đơn thư), giảm 52 đơn thư."))
    assert [str(figure.value) for figure in facts.quantities] == ["435", "487", "-52"]
