"""Averages, rows typed below each other, lists of bare numbers and superlatives: what does not fit its neighbours."""

import pytest

from tests.checking.found_lines import read, slips
from tests.checking.slipped_lines import written

# The figure in [brackets] is the one that slips: [as it is|as it is miswritten].
MEANS = [
    "Ngân hàng cho 12.480 lượt hộ vay [624 tỷ|624 triệu] đồng, trung bình 50 triệu đồng mỗi lượt hộ.",
    "Cấp 936 tấn gạo cho 15.260 hộ, 62.400 khẩu, mỗi khẩu [15|1,5] kg.",
    "Phát hiện 84 công trình sai phép, xử phạt 76 công trình với 912 triệu đồng, mức phạt trung bình [12|21] triệu "
    "đồng/công trình.",
    "Tiểu học có 51.300 em; trung học cơ sở có 33.750 em.\n\nSĩ số: tiểu học 1.710 lớp, 30,0 em/lớp; trung học cơ sở "
    "900 lớp, [37,5|35,5] em/lớp.",
    "Quy mô GRDP đạt 84.630 tỷ đồng; với dân số 1.128 nghìn người, GRDP bình quân đầu người [75,0|57,0] triệu đồng.",
    "Huyện có dân số 41.350 người, mật độ 96 người/km2. Sản lượng lương thực 12.860 tấn, bình quân đầu người [311|331] "
    "kg/năm.",
    "Cấp 512,4 tấn gạo cho 8.540 hộ với 34.160 nhân khẩu, bình quân [15|19] kg mỗi khẩu.",
    "Có thêm 72 doanh nghiệp với số vốn 468 tỷ đồng, tính ra mỗi doanh nghiệp bình quân [6,50|7,80] tỷ đồng.",
    "Thành lập mới 216 doanh nghiệp, vốn đăng ký 1.620 tỷ đồng, bình quân [7,5|12,5] tỷ đồng một doanh nghiệp; 38 "
    "doanh nghiệp trở lại hoạt động.",
    "Hỗ trợ 42,6 tỷ đồng cho 33.281 lượt người (khoảng [1,28|1,98] triệu đồng/lượt người).",
    "Xử phạt 8.420 trường hợp, nộp Kho bạc 6.130 triệu đồng, bình quân gần [728|278] nghìn đồng/trường hợp.",
    "Toàn xã có 2.150 hộ, [7.740|7.470] nhân khẩu, bình quân 3,60 người/hộ.",
    "Tiêu hủy 24.310 con (ngày hôm trước 24.150 con), tổng trọng lượng 1.215.500 kg, trung bình [50,0|80,0] kg/con.",
]
ROWS = [
    "- Xi măng: 84 nghìn tấn; 80 nghìn tấn; +5,0%\n- Gạch: 63 triệu viên; 60 triệu viên; +5,0%\n- Bia: 28,5 triệu lít; "
    "30,0 triệu lít; [-|+]5,0%\n- Điện: 220 triệu kWh; 200 triệu kWh; +10,0%",
    "1) Ban Quản lý | 412,5 | 330,0 | 80,0\n2) Sở Y tế | 164,0 | 97,6 | [59,5|95,5]\n3) Thị xã An Phú | 218,0 | "
    "109,0 | "
    "50,0\n4) Huyện Bình Hòa | 305,5 | 244,4 | 80,0\nTổng cộng | 1.100,0 | 781,0 | 71,0",
    "- Xã An Phú: kế hoạch 120 ha, đã trồng 114 ha, đạt 95,0%\n- Xã Bình Hòa: kế hoạch 150 ha, đã trồng 135 ha, đạt "
    "90,0%\n- Xã Cô Vân: kế hoạch [80|60] ha, đã trồng 72 ha, đạt 90,0%\n- Xã Tiên Sa: kế hoạch 200 ha, đã trồng 190 "
    "ha, đạt 95,0%",
    "Trường An | 412,5 | 310,2\nTrường Bình | [218,9|2189] | 164,4\nTrường Cường | 305,5 | 244,4\nTổng cộng | 936,9 | "
    "719,0",
    "- Thuế khoán 18,60/24,0 77,5%\n- Lệ phí 9,18/12,0 76,5%\n- Tiền thuê đất 6,24/8,0 78,0%\n"
    "- Phí 3,85/5,0 [77,0|70,7]%",
    "- Đàn trâu: 1.840 (2.000), giảm 8,0%\n- Đàn bò: 5.250 (5.000), tăng 5,0%\n- Đàn dê: 9.200 (8.000), tăng 15,0%\n"
    "- Gia cầm: 318.000 (300.000), [tăng|giảm] 6,0%",
]
BARE = [
    "Hoàn thành giao [47|49] công dân nhập ngũ (41 quân đội, 06 công an).",
    "Toàn xã có 46 nhà bị ảnh hưởng (sập hoàn toàn 03, hư hỏng nặng 11, phải di dời khẩn cấp [32|82]), 04 điểm trường "
    "bị ngập.",
    "Danh mục có [243|234] thủ tục (58 ban hành mới, 126 sửa đổi, bổ sung, 59 bãi bỏ).",
    "Hỗ trợ [512|572] người với 640.000.000đ, gồm người có công 84, bảo trợ 296, hộ nghèo, cận nghèo 107, lao động tự "
    "do 25.",
    "Dư nợ ước [108.315|018.315] tỷ đồng.",
    "Thu ngân sách bằng [104|014]% dự toán.",
    "Chỉ số xếp thứ 21/63, tăng 06 bậc so năm 2016 (hạng [27|47]) và đứng thứ 4/6 khu vực.",
    "Toàn xã có 3.482 học sinh, chia theo cấp: mầm non 812, tiểu học 1.474, trung học cơ sở [1.196|1.169].",
    "Thu nội địa 842,6 tỷ đồng. Theo khoản thu (tỷ đồng): thuế ngoài quốc doanh 512,7; lệ phí trước bạ 128,3; tiền sử "
    "dụng đất, thuê đất [160,0|106,0]; phí, lệ phí và khác 41,6.",
    "Trong năm đầu tư 12 công trình; đã khởi công 7, đang mời thầu 4, còn [1|2] công trình chưa phê duyệt.",
    "Hội thi đạt 8 huy chương vàng, 12 bạc, 16 đồng, tổng cộng [36|38] huy chương.",
]
OTHERS = [
    "Trong tổng số 24 chỉ tiêu của thị xã có [17|71] chỉ tiêu đạt và vượt.",
    "Có 163 con mắc bệnh, trong số mắc có [52|252] con chết và tiêu hủy.",
    "Môn Toán 6,52 điểm, môn Văn 7,14 điểm, môn Anh 5,03 điểm. Cao nhất là môn [Văn (7,14|Toán (6,52] điểm).",
    "Khách quốc tế đạt 412,6 nghìn lượt.\n\nTrong đó khách quốc tế đạt [412,6|421,6] nghìn lượt, khách nội địa nhiều "
    "hơn.",
]
LINES = [*MEANS, *ROWS, *BARE, *OTHERS]


def _slips(line: str) -> list[str]:
    return slips(line, "SL")


@pytest.mark.parametrize("line", LINES)
def test_right_line_is_left_alone(line: str) -> None:
    assert not _slips(written(line, slipped=False))


@pytest.mark.parametrize("line", LINES)
def test_slip_is_found(line: str) -> None:
    assert _slips(written(line, slipped=True))


LEFT_ALONE = [
    "Cây lương thực 31.200 ha, gồm lúa 15.100 ha, ngô 16.100 ha; năng suất lúa ước 57,4 tạ/ha; sản lượng 155.000 tấn.",
    "Thu ngân sách được 3.214 triệu đồng; chi ngân sách 12.840 triệu đồng. Đã trao 62 con giống, tổng ngân sách hỗ trợ "
    "là 1.200 triệu đồng.",
    "Tiếp nhận 6.318 hồ sơ (trực tuyến 5.876), kỳ trước chuyển sang 204 hồ sơ; đã giải quyết 6.230 hồ sơ, đang giải "
    "quyết 292 hồ sơ.",
    "Dân số 52.400 người, sản lượng 13.100 tấn; thu nhập bình quân đầu người 52 triệu đồng, lương thực bình quân đầu "
    "người 250 kg, chè bình quân đầu người 12 kg.",
    "Hỗ trợ 6.120 lao động tự do, mỗi người 1,5 triệu đồng, hết 9,18 tỷ đồng; 214 hộ kinh doanh, mỗi hộ 3 triệu đồng.",
    "- Xã An Phú: 12 ha, 15 hộ, 3 thôn\n- Xã Bình Hòa: 18 ha, 22 hộ, 4 thôn\n- Xã Cô Vân: 9 ha, 31 hộ, 2 thôn\n"
    "- Xã Tiên Sa: 20 ha, 8 hộ, 5 thôn",
    "Nguồn 1: kế hoạch 1.840 tỷ; trả 1.564 tỷ; đạt 85,0%\nNguồn 2: kế hoạch 1.100 tỷ; trả 1.012 tỷ; đạt 92,0%\n"
    "Nguồn 3: kế hoạch 1.600 tỷ; trả 1.488 tỷ; đạt 93,0%\nSố vốn còn lại 476 tỷ đồng của 4 nguồn, gồm phần được kéo "
    "dài 400 tỷ đồng, phần hủy dự toán 76 tỷ đồng (16,0%).",
    "Cao nhất là môn Văn 7,14 điểm, thấp nhất là môn Anh 5,03 điểm; năm trước môn Văn 7,2 điểm.",
    "Trong năm 31 vụ; đã hòa giải 16, đang hòa giải 5, rút đơn 2.",
]


@pytest.mark.parametrize("line", LEFT_ALONE)
def test_what_is_not_claimed_is_left_alone(line: str) -> None:
    assert not _slips(line)


def test_rows_typed_with_strokes_stay_lines() -> None:
    text = read("Sở Y tế | 164,0 | 97,6\nTổng cộng | 164,0 | 97,6")[0].text
    assert [text[block.span] for block in text.blocks] == ["Sở Y tế | 164,0 | 97,6", "Tổng cộng | 164,0 | 97,6"]
