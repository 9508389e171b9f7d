"""What is left, totals behind their parts, months so far, changes told in turn: as it is, and with a slip."""

import pytest

from tests.checking.slipped_lines import checks_of, holds, is_flagged, wrong

LEFT_OVER = [
    "Tổng kế hoạch vốn 2.640 tỷ đồng, đã phân bổ 2.115 tỷ đồng, còn lại [525|552] tỷ đồng chưa phân bổ.",
    "Huyện được giao 48,6 tỷ đồng, đến nay đã giải ngân [31,2|32,1] tỷ đồng, đạt 64,2%; còn 17,4 tỷ đồng chưa "
    "giải ngân.",
    "Sở tiếp nhận [1.284|1.248] hồ sơ, đã giải quyết 1.196 hồ sơ (trước hạn 702 hồ sơ, đúng hạn 494 hồ sơ), còn 88 "
    "hồ sơ đang giải quyết.",
    "Phải thu hồi 36,5 ha đất của 214 hộ; đã thu hồi 29,8 ha, hiện còn [6,7|7,6] ha chưa bàn giao.",
    "Tổng kế hoạch vốn năm 2019 là 308.770 triệu đồng. Đến ngày 25/10, huyện giải ngân 200.553 triệu đồng, đạt 64,95% "
    "kế hoạch; số vốn còn lại phải giải ngân là [108.217|118.217] triệu đồng.",
    "Nhu cầu vốn là 1.150 triệu đồng, ngân sách đã cấp 820 triệu đồng và còn thiếu [330|303] triệu đồng.",
]
BALANCED = [
    "Kết quả giải quyết thủ tục hành chính: tiếp nhận 245.680 hồ sơ, đã giải quyết 238.410 hồ sơ, trong đó đúng hạn "
    "236.905 hồ sơ (99,4%), quá hạn 1.505 hồ sơ (0,6%); còn [7.270|7.720] hồ sơ đang trong thời hạn giải quyết.",
    "Tổng thu 186.420 triệu đồng, bằng 121% cùng kỳ (154.060 triệu đồng). Trong đó: thu cấp quyền sử dụng đất 72.300 "
    "triệu đồng; thu thuế 114.120 triệu đồng. Nếu loại trừ tiền đất thì thu đạt [114.120|114.210] triệu đồng.",
    "Tổng thu ngân sách xã 14.820 triệu đồng, đạt 84,7% dự toán. Tổng chi 12.640 triệu đồng, đạt 72,2% dự toán năm "
    "(17.500 triệu đồng); kết dư tạm tính [2.180|2.280] triệu đồng.",
    "Tổng thu 6.410 triệu đồng, tổng chi [5.975|5.795] triệu đồng, chênh lệch thu chi 435 triệu đồng.",
]
PENDING = [
    "Trong tháng tiếp nhận 4.215 hồ sơ (kỳ trước chuyển sang 318 hồ sơ, tiếp nhận mới 3.897 hồ sơ). Đã giải quyết "
    "3.940 hồ sơ (trước hạn 3.121 hồ sơ, đúng hạn 807 hồ sơ, quá hạn 12 hồ sơ); đang giải quyết [275|257] hồ sơ.",
    "Đã khởi công 4.512 căn, đạt 96,6% kế hoạch (4.672 căn); hoàn thành 4.203 căn; đang thi công [309|390] căn; chưa "
    "khởi công 160 căn.",
    "Toàn tỉnh tiếp nhận 61.580 hồ sơ, trong đó kỳ trước chuyển sang 2.045 hồ sơ, mới tiếp nhận 59.535 hồ sơ. Đã giải "
    "quyết 58.730 hồ sơ, gồm: trước hạn 56.885 hồ sơ, đúng hạn 1.768 hồ sơ, quá hạn 77 hồ sơ. Đang giải quyết "
    "[2.850|2.580] hồ sơ.",
    "Tiếp nhận 1.024 hồ sơ đất đai, đã giải quyết [987|978] hồ sơ; 37 hồ sơ đang trong thời hạn giải quyết.",
]
BESIDE = [
    "Tiếp công dân: 42 lượt với 51 người, giảm [06|08] lượt so với tháng trước (48 lượt).",
    "Sản lượng lúa 89.924,3 tấn, tăng [625,5|652,5] tấn (tăng 0,7%) so với vụ Đông Xuân trước (89.298,8 tấn).",
]
DIVIDED = [
    "Gieo trồng vụ Thu Đông 1.255/1.300 ha, đạt 96,5% kế hoạch; trong đó: ấp 1: 312 ha, ấp 2: 285 ha, ấp 3: [410|401] "
    "ha, ấp 4: 248 ha. Thu hoạch được 680 ha, chiếm 54,2% diện tích xuống giống.",
    "Có 10 công trình được giao vốn, tổng vốn 8.420 triệu đồng; đã hoàn thành [5|6] công trình, đang thi công 3 công "
    "trình, chưa khởi công 2 công trình.",
    "Giải quyết 1.864 hồ sơ, trong đó trả trước hạn [1.690|1.960] hồ sơ, đúng hạn 172 hồ sơ, trễ hạn 02 hồ sơ.",
    "Tiếp nhận 356.420 hồ sơ (kỳ trước chuyển sang 8.215 hồ sơ, tiếp nhận mới 348.205 hồ sơ); đã giải quyết 345.980 hồ "
    "sơ, trong đó đúng hạn và trước hạn 342.520 hồ sơ, đạt 99,0%; quá hạn [3.460|3.640] hồ sơ; đang giải quyết 10.440 "
    "hồ sơ.",
]
SUMMED_UP = [
    "Sản lượng khai thác 4.215 tấn, tăng 315 tấn so với cùng kỳ (3.900 tấn), diện tích nuôi 420 ha, sản lượng nuôi "
    "trồng 1.280 tấn. Tổng sản lượng [5.495|5.595] tấn.",
    "Thu nội địa 3.860 tỷ đồng, bằng 81,2% dự toán; thu xuất nhập khẩu 245 tỷ đồng, tổng thu [4.105|4.150] tỷ đồng.",
    "Tặng quà hộ nghèo 312 suất, người có công 208 suất, tổng cộng [520|250] suất.",
    "Diện tích lúa 8.420 ha, diện tích ngô 1.265 ha; tổng diện tích gieo trồng [9.685|9.865] ha.",
    "Vốn trong nước 1.240 tỷ đồng, vốn nước ngoài 365 tỷ đồng, cộng chung [1.605|1.650] tỷ đồng.",
    "Khách quốc tế 42.300 lượt, khách nội địa 318.500 lượt, tính chung tổng lượt khách đạt [360.800|306.800] lượt.",
]
TOLD_ROUGHLY = [
    "Lượng khách ước đạt 268.000 lượt, tăng 9% so với cùng kỳ (khách quốc tế khoảng 61.000 lượt, khách trong nước "
    "khoảng [207.000|270.000] lượt).",
    "Tổng số liều đã tiêm là [4.816.300|4.186.300] liều, trong đó tiêm 1 mũi là 4.402.100 liều, tiêm 2 mũi là 414.200 "
    "liều.",
]
SO_FAR = [
    "Lũy kế 8 tháng thu 3.455 tỷ đồng, tháng 9 ước thu 412 tỷ đồng, lũy kế 9 tháng [3.867|3.687] tỷ đồng.",
    "Tính chung 10 tháng đạt [62.480|62.840] tấn, trong đó tháng 10 đạt 6.120 tấn, 9 tháng đạt 56.360 tấn.",
]
FROM_TO = [
    "Tỷ lệ hộ nghèo giảm từ 6,4% xuống còn 4,9%, giảm [1,5|5,1] điểm phần trăm.",
    "Số người chết giảm 13 người (từ 33 người xuống [20|26] người).",
    "Số vụ giảm [15|51] vụ (60 vụ xuống 45 vụ).",
    "Toàn huyện còn 2.310 hộ nghèo, giảm 465 hộ so với đầu năm ([2.775|2.757] hộ).",
    "Số trường đạt chuẩn là 142 trường, tăng [12|21] trường so với cuối năm 2023 (130 trường).",
    "Tỷ lệ bao phủ đạt 92,3%, tăng [1,8|8,1] điểm phần trăm so với đầu năm (90,5%).",
]
IN_TURN = [
    "Khởi tố 412 vụ, 586 bị can; tăng 32 vụ ([8,42|4,82]%) so với cùng kỳ.",
    "Trong tháng xảy ra 36 vụ, làm chết 18 người, bị thương 24 người, giảm 4 vụ ([10|15]%), giảm 2 người chết (10%), "
    "tăng 4 người bị thương (20%).",
    "Tai nạn giao thông: 36 vụ, 18 người chết, 24 người bị thương; so với cùng kỳ giảm 04 vụ (-10%), giảm 02 người "
    "chết (-[10|18]%), tăng 04 người bị thương (+20%).",
    "Phát hiện 642 vụ, 1.105 đối tượng, tăng 82 vụ ([14,6|16,4]%) so với cùng kỳ năm trước.",
    "Tham gia bảo hiểm thất nghiệp là 184.300 người (gồm cả người nghỉ thai sản), tăng 9.800 người (tăng [5,62|5,26]%) "
    "so với cùng kỳ.",
]
NAMED_WHOLES = [
    "Vốn nhà nước 4.860 tỷ đồng, chiếm [27|72]% tổng vốn đầu tư toàn xã hội (18.000 tỷ đồng).",
    "Nợ xấu 540 tỷ đồng, chiếm [1,2|2,1]% tổng dư nợ (45.000 tỷ đồng).",
    "Số người tham gia bảo hiểm y tế là 846.000 người, đạt tỷ lệ bao phủ [94|49]% dân số (900.000 người).",
    "Rừng trồng mới 3.150 ha, bằng [12,6|16,2]% diện tích rừng toàn tỉnh (25.000 ha).",
    "Có 86.400 người đóng bảo hiểm, chiếm [18,0|11,0]% lực lượng lao động (480.000 người).",
]
SINCE_A_DAY = [
    "Huy động vốn đạt 70.840 tỷ đồng, tăng [7,5|5,7]% so với 31/12/2022 (65.900 tỷ đồng).",
    "Dư nợ đạt 52.500 tỷ đồng, tăng [5,0|6,0]% so với thời điểm 31/12/2023 (50.000 tỷ đồng).",
    "Tổng đàn lợn 126.000 con, tăng [5|9]% so với đầu năm (120.000 con).",
]
ALL = [
    *((line, "ratio") for line in NAMED_WHOLES),
    *((line, "growth") for line in SINCE_A_DAY),
    *((line, "sum") for line in PENDING),
    *((line, "difference") for line in BESIDE),
    *((line, "difference") for line in (*LEFT_OVER, *FROM_TO, *BALANCED)),
    *((line, "sum") for line in (*SUMMED_UP, *DIVIDED, *TOLD_ROUGHLY, *SO_FAR)),
    *((line, "growth") for line in IN_TURN),
]
LEFT_ALONE = [
    "Thu ngân sách 14.820 triệu đồng, chi 12.640 triệu đồng; thu kết dư năm trước 1.200 triệu đồng.",
    "Toàn tỉnh có 21.400 hộ nghèo; đã hỗ trợ 3.150 hộ, số hộ nghèo còn 18.900 hộ.",
    "Doanh thu 1.720 tỷ đồng, lợi nhuận 162 tỷ đồng, tổng số thuế đã nộp 188 tỷ đồng.",
    "Khởi công 2 công trình vốn 120 tỷ đồng, hoàn thành 1 công trình vốn 45 tỷ đồng; tổng mức đầu tư 900 tỷ đồng.",
    "Lũy kế 8 tháng thu 3.455 tỷ đồng; chi trong tháng 412 tỷ đồng.",
    "Đã cấp 820 triệu đồng cho 12 xã, còn lại 330 triệu đồng của năm trước chuyển sang.",
    "Toàn huyện có 45 dự án đang triển khai. Đã hoàn thành 12 dự án, giải ngân 30 tỷ đồng; đang thi công 20 dự án.",
    "Xảy ra 36 vụ, làm chết 18 người; tăng 3 người chết so với tháng trước.",
]


@pytest.mark.parametrize(("line", "kind"), ALL)
def test_relation_holds(line: str, kind: str) -> None:
    assert holds(line, kind)


@pytest.mark.parametrize(("line", "kind"), ALL)
def test_slip_is_flagged(line: str, kind: str) -> None:
    assert is_flagged(line, kind)


@pytest.mark.parametrize("line", LEFT_ALONE)
def test_nothing_is_flagged(line: str) -> None:
    assert wrong(checks_of(line)) == []


COMMON = """Trong 7 tháng, tổng vốn đăng ký cấp mới và tăng thêm đạt 12,40 tỷ USD, tăng 18,2% so với cùng kỳ.

Công nghiệp chế biến đứng đầu với 6,82 tỷ USD, chiếm {}% tổng vốn đăng ký.

Bất động sản đứng thứ hai với 2,17 tỷ USD, chiếm 17,5% tổng vốn đầu tư.

Theo đối tác, Hàn Quốc dẫn đầu với 3,72 tỷ USD, chiếm 30% tổng vốn.
"""
BUDGET = """Tổng thu ngân sách 9 tháng đạt 5.120 tỷ đồng.

Thu từ doanh nghiệp nhà nước 1.792 tỷ đồng, bằng {}% tổng thu ngân sách. Thuế bảo vệ môi trường 512 tỷ đồng, chiếm 10% \
tổng thu. Thu tiền sử dụng đất 768 tỷ đồng, chiếm 15% trong tổng thu.
"""


@pytest.mark.parametrize(("text", "right", "wrong"), [(COMMON, "55,0", "45,0"), (BUDGET, "35,0", "53,0")])
def test_shares_of_one_total_paragraphs_above(text: str, right: str, wrong: str) -> None:
    found = checks_of(text.format(right))
    assert [(item.kind, item.verdict) for item in found if item.kind == "ratio"] == [("ratio", "consistent")] * 3
    slipped = checks_of(text.format(wrong))
    assert [item.verdict for item in slipped if item.kind == "ratio"] == ["inconsistent", "consistent", "consistent"]


def test_one_share_alone_ties_no_total_paragraphs_above() -> None:
    lead, _, _ = COMMON.partition("Bất động sản")
    found = checks_of(lead.format("45,0").replace("tổng vốn đăng ký.", "tổng vốn của cả vùng."))
    assert [item.verdict for item in found if item.verdict != "consistent"] == []
