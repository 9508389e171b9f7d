"""Every relation in wordings of other offices, years and levels: found where it holds, flagged where a digit slips."""

import pytest

from tests.checking.slipped_lines import checks_of, holds, is_flagged, wrong

# The figure in [brackets] is the one that slips: [as it is|as it is miswritten].
SHARES_OF_PLAN = [
    "Kế hoạch vốn năm 2012 là 84.600 triệu đồng. Giải ngân đến 20/9/2012: 50.760 triệu đồng, đạt [60|80]%.",
    "Tổng vốn 46,5 tỷ đồng bố trí cho 21 công trình, khối lượng hoàn thành 37,2 tỷ đồng (80%), giải ngân "
    "[32,55|23,55] tỷ "
    "đồng (70%).",
    "Xã được giao 62,4 tỷ đồng cho 17 công trình (chuyển tiếp 11 công trình, khởi công mới 06 công trình); đã "
    "giải ngân "
    "31,2 tỷ đồng, đạt [50|55]%.",
    "Riêng 02 chương trình mục tiêu: 1.250 tỷ đồng, giải ngân 320 tỷ đồng, đạt [25,6|26,5]%.",
    "Số hội viên là 7.742 người; so với chỉ tiêu giao của Tỉnh hội ([7.900|7.600] người) đạt 98%.",
]
SHARES_OF_WHOLES = [
    "Kiểm định 4.250 lượt xe, đạt tiêu chuẩn 3.740 lượt xe, tỉ lệ [88|38]%.",
    "Khu vực hộ đạt 4.320 tỷ đồng, trong đó hộ cá thể đạt 216 tỷ đồng, tăng 12,5% so với cùng kỳ, chiếm tỷ lệ [5|15]%.",
    "Tháng 4 có 1.071 hồ sơ trễ hạn trên tổng số 35.700 hồ sơ, chiếm [3,00|3,50]%.",
]
SUMS = [
    "Toàn huyện có 87 trường: mầm non [31|37] trường, tiểu học 34 trường, THCS 22 trường; với 1.320 lớp.",
    "Chi ngân sách 8.246 tỷ đồng, trong đó chi đầu tư 3.105 tỷ đồng, chi thường xuyên 4.826 tỷ đồng, chi khác "
    "[315|35] tỷ đồng.",
    "Thu được 4.612,5 triệu đồng, đạt 36,9% dự toán được giao (12.500 triệu đồng). Trong đó: thu trên địa bàn "
    "512,5 triệu "
    "đồng; thu bổ sung từ ngân sách tỉnh [4.100|1.400] triệu đồng.",
    "Sản lượng lương thực đạt [412,6|12,6] nghìn tấn, tăng 3,2% so với năm 2016; trong đó, sản lượng lúa đạt "
    "351,2 nghìn "
    "tấn, tăng 2,9%; sản lượng ngô đạt 61,4 nghìn tấn.",
    "Tiêm phòng được 7.356 con, trong đó:\n- Đàn trâu, bò: [412|142] con, đạt 38,2%;\n- Đàn lợn: 6.944 con, đạt 71,5%.",
    "Trong 26 dự án trọng điểm có 05 dự án hoàn thành, [14|24] dự án đang thi công, 07 dự án chưa khởi công.",
    "Có 846 ca mắc, gồm 512 ca trong cộng đồng và 334 ca trong khu cách ly; 703 ca khỏi bệnh, 4 ca tử vong, đang điều "
    "trị [139|119] ca.",
    "Bệnh làm 354 con bò mắc; sau điều trị 296 con khỏi, 41 con chết và tiêu hủy, [17|27] con đang tiếp tục theo dõi.",
    "Thụ lý 426 vụ, đã giải quyết 351 vụ, tạm đình chỉ 18 vụ, đang giải quyết [57|67] vụ.",
    "Toàn tỉnh có 512 dự án với tổng vốn 18,265 tỷ USD (trong khu công nghiệp [307|370] dự án với tổng vốn 11,5 "
    "tỷ USD; "
    "ngoài khu công nghiệp 205 dự án với tổng vốn 6,765 tỷ USD).",
    "Số dự án cấp mới có vốn 4.615,20 triệu USD; 210 lượt tăng vốn, vốn đăng ký thêm 2.134,45 triệu USD, nâng tổng vốn "
    "đăng ký lên [6.749,65|6.794,65] triệu USD.",
    "Năm 2022, 21/25 chỉ tiêu đạt kế hoạch, [04|14] chỉ tiêu không đạt.",
    "Tiểu học có 18.260 học sinh, hoàn thành chương trình [18.112|18.212] em, chưa hoàn thành 148 em.",
    "1. Mức quà\n\na) Hộ nghèo: 312 suất.\n\nb) Người có công: [208|280] suất.\n\nTổng cộng 520 suất.",
    "Trong 7,25% tăng trưởng, nông nghiệp đóng góp 0,65 điểm phần trăm; công nghiệp đóng góp [4,10|4,70] điểm "
    "phần trăm; "
    "dịch vụ đóng góp 2,5 điểm phần trăm.",
]
HELD_ONLY = [
    (
        "Xuất khẩu đạt 145,13 tỷ USD, tăng 7,5%; nhập khẩu 143,34 tỷ USD. Tổng trị giá xuất nhập khẩu 288,47 tỷ USD.",
        "sum",
    ),
    ("Khai thác tháng 1 đạt 0,93 tỷ m3, tháng 2 đạt 0,73 tỷ m3; tính chung 2 tháng đạt 1,66 tỷ m3.", "sum"),
    (
        "Sản lượng thủy sản đạt 91,2 nghìn tấn, tăng 6,8%. Trong đó, khai thác đạt 33,8 nghìn tấn, giảm 0,1%. "
        "Nuôi trồng "
        "đạt 57,4 nghìn tấn, tăng 11,2%.",
        "sum",
    ),
    ("Đã tiếp nhận 2.140 hồ sơ (trực tuyến 1.605 hồ sơ - 75%; trực tiếp 535 hồ sơ - 25%).", "ratio"),
    ("Khám bệnh 214.300 lượt, tăng 2,1%. Chuyển tuyến 4.286 lượt, bằng 2,0% tổng số lượt khám bệnh.", "ratio"),
    (
        "Hiện có 140 trường đạt chuẩn. Năm sau huyện có 152 trường đạt chuẩn, tức phấn đấu đạt thêm 12 trường.",
        "difference",
    ),
    ("Dân số 962.000 người, nam 471.380 người (49%), nữ 490.620 người (51%).", "ratio"),
]
DIFFERENCES = [
    "Tổng chiều dài 24,6 km, đã bàn giao 21,2 km, còn lại [3,4|4,3] km.",
    "Các xã đã bàn giao 17,25 km/22,5 km, đạt 76,67%; còn lại [5,25|2,55] km.",
    "Rà soát 28/41 đơn tồn đọng; [13|31] đơn còn lại phải trả lời trong tháng.",
    "Số người tham gia là 48.200 người so với cùng kỳ năm 2019 (45.100 người); tăng [3.100|1.300] người.",
    "Thu nội địa 14.320 tỷ đồng. Không tính tiền sử dụng đất và xổ số (4.120 tỷ đồng) thì thu nội địa được "
    "[10.200|12.200] "
    "tỷ đồng.",
    "Số hội viên là 9.450 người; so với chỉ tiêu được giao (9.000 người) đạt 105%, vượt [450|540] người.",
]
GROWTH = [
    "Số người tham gia là 48.100 người so với cùng kỳ năm 2019 (44.000 người); tăng 4.100 người ([9,32|3,92]%).",
    "Xảy ra 1.180 vụ, làm chết 540 người, bị thương 860 người. So với cùng kỳ, giảm 20 vụ (-1,67%), giảm 60 người chết "
    "(-10,00%), giảm 140 người bị thương (-[14,00|41,00]%).",
    "Sản lượng đạt 53.280 tấn, tăng 3.280 tấn (+[6,56|6,65]%) so với cùng kỳ.",
]
GROWTH_BETWEEN = [
    "Doanh thu đạt 1.260 tỷ đồng, tăng [5,0|5,6]% so với cùng kỳ (1.200 tỷ đồng).",
    "Số hộ nghèo từ 1.250 hộ giảm còn 1.000 hộ, giảm [20,0|10,0]%.",
    "Thu 6 tháng đạt 146.000 tỷ đồng, bằng 51,6% dự toán, tăng [4,29|9,24]% so với cùng kỳ 2017 (140.000 tỷ đồng).",
]
ALL = [
    *((line, "ratio") for line in (*SHARES_OF_PLAN, *SHARES_OF_WHOLES)),
    *((line, "sum") for line in SUMS),
    *((line, "difference") for line in DIFFERENCES),
    *((line, "growth") for line in GROWTH),
    *((line, "growth") for line in GROWTH_BETWEEN),
]


@pytest.mark.parametrize(("line", "kind"), ALL)
def test_relation_holds(line: str, kind: str) -> None:
    assert holds(line, kind)


@pytest.mark.parametrize(("line", "kind"), ALL)
def test_slip_is_flagged(line: str, kind: str) -> None:
    assert is_flagged(line, kind)


@pytest.mark.parametrize(("line", "kind"), HELD_ONLY)
def test_relation_that_holds_is_told(line: str, kind: str) -> None:
    found = checks_of(line)
    assert (kind, "consistent") in [(item.kind, item.verdict) for item in found]
    assert wrong(found) == []


LEFT_ALONE = [
    "Đến nay có 340 ca mắc (trong cộng đồng 125 ca, khu cách ly 215 ca); đã khỏi 310 ca, tử vong 02 ca.",
    "Doanh thu đạt 512 tỷ đồng, trong đó nhất là bán lẻ 210 tỷ đồng, lưu trú 96 tỷ đồng.",
    "Vay nợ cuối quý là 113 tỷ đồng, gấp gần 4 lần đầu năm (32,6 tỷ đồng), trong đó vay cá nhân 68 tỷ đồng; vay "
    "khác 45 tỷ "
    "đồng.",
    "Do tai nạn giao thông là 33 vụ (71,7%), phương tiện đông: 7 vụ (15,2%), nguyên nhân khác 6 vụ (13,1%).",
    "Trong 40 xã có 12 xã đạt chuẩn, 09 xã đạt nâng cao.",
    "Giải quyết 2.350 hồ sơ, trong đó đúng hạn 2.341 hồ sơ, quá hạn 09 hồ sơ; đang giải quyết 210 hồ sơ.",
    "Tiếp nhận mới 9.650 hồ sơ, đúng hạn là 9.310 hồ sơ (đạt 94,97%), đến hạn giải quyết 9.803 hồ sơ.",
    "Thêm 03 xã về đích, nâng tổng số xã đạt chuẩn lên 41 xã.",
    "Chi 61,2 tỷ đồng/89,75 tỷ đồng (68,19%), gồm chi thường xuyên 52,88 tỷ đồng, chi đầu tư 8,32 tỷ đồng.",
    "Hàn Quốc có vốn 5,08 tỷ USD, Nhật Bản đứng thứ hai với 2,62 tỷ USD, chiếm 15,7% tổng vốn đầu tư.",
    "Phía Nam nhiều nhất là Bình An (120 ca), Hải Tân (96 ca), Lạc Thủy (41 ca).",
    "Kết quả có 05 đề tài xuất sắc, 12 đề tài đạt; nghiệm thu 30 đề tài của năm trước.",
    "Khám phá 12 vụ, bắt 19 người, thu giữ 3 xe máy, 21 điện thoại và 15 triệu đồng.",
    "Sở Công Thương giải ngân 12 tỷ đồng, đạt 40% kế hoạch; Sở Y tế được giao 96 tỷ đồng.",
    "Các xã Tân An (12 hộ), Tân Bình (9 hộ), Tân Phú (7 hộ) còn hộ nghèo; toàn huyện có 230 hộ nghèo.",
    "Cách ly 842 người; kết quả 12 người dương tính, 15 người chờ xét nghiệm lại.",
]


@pytest.mark.parametrize("line", LEFT_ALONE)
def test_nothing_is_flagged(line: str) -> None:
    assert wrong(checks_of(line)) == []


OVERLAPPING = [
    "Phát hiện 96 trường hợp vi phạm: nhắc nhở 61 trường hợp, lập biên bản 30 trường hợp, xử phạt 14 trường hợp.",
    "Triển khai 31 công trình (trong đó: 06 công trình hoàn thành, 04 công trình quyết toán, 24 công trình đang "
    "thi công).",
]
DISTINCT = [
    "Có 58 công trình: hoàn thành 26 công trình, đang thi công 25 công trình, chuẩn bị đầu tư 08 công trình.",
    "Điều trị nội trú 31.450 lượt, trong đó tuyến tỉnh 12.340 lượt, tuyến huyện 17.220 lượt, tuyến xã 1.990 lượt.",
    "Có 240 trường đạt chuẩn, chiếm 51% tổng số trường. Trong đó, mầm non có 61 trường, tiểu học có 120 trường, "
    "THCS có 59 "
    "trường và THPT có 11 trường.",
]


@pytest.mark.parametrize("line", OVERLAPPING)
def test_groups_that_may_overlap_are_doubtful(line: str) -> None:
    assert [item.verdict for item in checks_of(line) if item.verdict != "consistent"] == ["doubtful"]


@pytest.mark.parametrize("line", DISTINCT)
def test_groups_that_exclude_each_other_are_not(line: str) -> None:
    assert [item.verdict for item in checks_of(line) if item.verdict != "consistent"] == ["inconsistent"]


def test_whole_named_behind_its_share() -> None:
    line = "Tiếp nhận mới 9.650 hồ sơ, đúng hạn là 9.310 hồ sơ (đạt 94,97%), đến hạn giải quyết 9.803 hồ sơ."
    assert [item.reason[:13] for item in checks_of(line) if item.kind == "ratio"] == ["9.310 / 9.803"]


def test_long_list_of_names_is_added() -> None:
    names = "Bình An (120 ca), Hải Tân (96 ca), Lạc Thủy (41 ca), Sơn Hà (8 ca), Yên Khê (5 ca)"
    found = checks_of(f"Có 270 ca mắc mới. Cụ thể: {names}.")
    assert [len(item.args) for item in found if item.kind == "sum" and item.verdict == "consistent"] == [5]
