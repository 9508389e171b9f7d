"""Roles and bases where a figure says little of itself: the one before it, its arithmetic, its place decide."""

import pytest

from tests.extraction.quantity_lines import facts_of, unmark

ECHOES = [
    "Giá vật liệu tăng từ [20%|change/other] - [35%|change/other] so với đầu năm.",
    "Chỉ số tiêu thụ so với tháng trước và cùng kỳ tăng lần lượt [4,1%|change] và [15,8%|change].",
    "Công nghiệp tăng [9,4%|change/same_period] (riêng chế biến, chế tạo [11,2%|change/same_period]) so với cùng kỳ.",
    "Triệt phá 12 vụ/45 đối tượng đánh bạc (tăng [03 vụ|change]/[10 đối tượng|change]).",
    "Lúa mùa 1.450 ha, đạt [97,2%|share_of_plan] kế hoạch; ngô 310 ha, đạt [88,6%|share_of_plan]; "
    "lạc 120 ha, đạt [104,3%|share_of_plan].",
    "Trồng rừng sản xuất 420 ha, đạt [70%|share_of_plan].",
    "Thu ngân sách xã được [3,2 tỷ đồng|actual], đạt [64%|share_of_plan]; chi ngân sách 2,9 tỷ đồng.",
    "Thu nội địa đạt [57,4%|share_of_plan].",
    "Trong 18 chỉ tiêu được giao có 12 chỉ tiêu đạt trên [75%|share_of_plan].",
]
ECHOES += [
    "Thuế nhập khẩu 31 tỷ đồng, thuế giá trị gia tăng [84,6 tỷ đồng|actual]; tổng giá trị gia tăng tăng [7,2%|change].",
    "Diện tích lúa giảm 0,4% ([96 ha|change]) so với cùng vụ năm trước.",
    "Giá trị sản xuất ước đạt [51%|share_of_plan]; thương mại - dịch vụ đạt [49%|share_of_plan].",
    "Tuyển sinh [820 học viên|actual], bằng [41%|share_of_plan] chỉ tiêu năm.",
]
PLANS = [
    "Vốn ngân sách tỉnh [86,4 tỷ đồng|plan], giải ngân [31,2 tỷ đồng|cumulative], đạt [36,11%|share_of_plan].",
    "Tiền sử dụng đất thu 52 tỷ đồng, chỉ đạt [26%|share_of_plan] ([200 tỷ đồng|plan]).",
    "Doanh thu vận tải [1.250 tỷ đồng|actual]/KH [2.000 tỷ đồng|plan], đạt [62,5%|share_of_plan].",
    "Để hoàn thành nghị quyết năm, mỗi tháng còn lại phải thu [15 tỷ đồng|plan].",
    "Muốn đạt mục tiêu, quý IV phải tăng [10,4%|plan].",
    "Huyện đề nghị tỉnh hỗ trợ [6,5 tỷ đồng|plan] sửa chữa kè.",
    "Để hoàn thành kế hoạch thu thuế ngoài quốc doanh [18 tỷ đồng|plan], ngành thuế rà soát các hộ kinh doanh.",
    "Tỷ lệ người dân tham gia bảo hiểm y tế [91,3%|actual] (chỉ tiêu [94%|plan]).",
    "Thống nhất chủ trương đầu tư [04 phòng học|plan] cho trường mầm non.",
    "Tỷ lệ bao phủ đạt [86%|rate] dân số, thấp hơn [5%|change/plan] so với chỉ tiêu được giao ([91%|plan]).",
    "Phấn đấu GRDP tăng [8%|plan]; thu nhập bình quân đầu người đạt [70 triệu đồng|plan].",
    "Nghị quyết đề ra [22 chỉ tiêu|count] chủ yếu.",
    "GRDP quý I tăng 5,8% (kịch bản [6,5%|plan]).",
    "Nguồn vốn [310 tỷ đồng|plan] được bố trí trong năm 2024.",
]
SO_FAR = [
    "Thu ngân sách ước đến 30/6/2024 được [412 tỷ đồng|cumulative], tăng 4% so cùng kỳ.",
    "Từ đầu năm có [310 doanh nghiệp|cumulative] thành lập mới; có [85 doanh nghiệp|cumulative] quay trở lại.",
    "Xuất khẩu tháng 9 ước 12 triệu USD; lũy kế [98 triệu USD|cumulative], đạt 65% kế hoạch (150 triệu USD); nhập khẩu "
    "[41 triệu USD|cumulative].",
    "Vận động quỹ Vì người nghèo được [120 triệu đồng|cumulative]/[150 triệu đồng|plan].",
]
COUNTS = [
    "Tính đến nay, đã ghi nhận [46 ổ dịch|cumulative] tại [21 xã|count] thuộc [05 huyện|count].",
    "Xử phạt [17 tổ chức|actual] và [09 cá nhân|actual] vi phạm.",
    "Khen thưởng [04 tập thể|count] và [11 cá nhân|count] xuất sắc.",
    "Tổ chức [120 ca|count] tuần tra với [540 lượt|count] cán bộ, chiến sĩ tham gia, lập biên bản "
    "[86 trường hợp|actual].",
    "Cải tạo [03 tuyến đường|actual] hoa.",
    "Còn [06 chủ đầu tư|count] giải ngân dưới [40%|share_of_plan] kế hoạch.",
    "Đến nay có [9|part]/[35 chủ đầu tư|count] chưa giải ngân.",
    "Giao [42 thanh niên|actual] nhập ngũ đợt I.",
]
RATES = [
    "Đã khắc phục [84|part]/[96 phòng học|actual] bị tốc mái, đạt tỷ lệ [87,5%|rate].",
    "Tổng đàn lợn đến nay bằng [82%|rate] so với thời điểm trước dịch.",
]
BASES = [
    "GRDP 6 tháng ước tăng [6,9%|change/same_period], trong đó dịch vụ tăng [7,4%|change/same_period].",
    "Tỷ lệ hộ nghèo giảm [0,9%|change/other] so với đầu năm.",
    "Điểm bình quân cao hơn năm trước [0,3 điểm|change/previous].",
    "Có 410 doanh nghiệp đăng ký mới (tăng [35 doanh nghiệp|change/same_period] so cùng kỳ, "
    "[+9,33%|change/same_period]).",
    "Diện tích lúa mùa 8.120 ha, bằng 98% vụ mùa năm trước, giảm [160 ha|change/same_period].",
    "GRDP tăng [8,1%|change/same_period]; giải ngân đạt 52%, tăng [8 điểm phần trăm|change/previous] "
    "so với tháng trước.",
    "Dịch vụ đạt 41% so kế hoạch, tăng [10,6%|change/same_period]; thu ngân sách đạt 66% so với dự toán, tăng "
    "[29%|change/same_period] so cùng kỳ.",
    "So với thời gian liền kề giảm [21 vụ|change/previous].",
]
LEAVES_ALONE = [
    "Thanh tra [61 cuộc thanh tra|count] (theo kế hoạch [45 cuộc|part], đột xuất [16 cuộc|part]).",
    "Làm đất 2.981 ha, đạt 100% KH; cấy [2.891 ha|actual], đạt [97%|share_of_plan] KH.",
    "Xuất khẩu lao động tăng 12% so với cùng kỳ, chủ yếu sang thị trường Đài Loan ([97 người|actual]).",
    "Giao quân đạt 100% chỉ tiêu ([15|actual]/[15 thanh niên|plan]).",
    "Năng suất đạt 58 tạ/ha; trong đó, năng suất vùng đồng bằng đạt [61 tạ/ha|actual].",
    "Tỷ lệ học sinh lên lớp đạt [98,2%|rate].",
    "Lúa đạt 97% kế hoạch; tỷ lệ cơ giới hóa đạt [85%|rate].",
    "Tiêm phòng được 2.300 con, đạt [81%|rate] tổng đàn.",
    "Tiếp nhận 20 đơn, đã giải quyết 15 đơn, đạt [75%|rate].",
    "Khách quốc tế bằng [105%|rate] so với cùng kỳ; khách nội địa bằng [97%|rate].",
    "Giá trị sản xuất đạt 40% kế hoạch (tăng [7 tỷ đồng|change/same_period] so với cùng kỳ).",
    "Tổng vốn cấp mới và tăng thêm là [210 tỷ đồng|actual].",
    "Nợ quá hạn đến ngày 30/9 là [9,4 tỷ đồng|actual].",
    "Từ ngày 15/8/2024 đến ngày 14/9/2024 xảy ra [12 vụ|actual] cháy.",
    "Đã bàn giao [35 hồ sơ|actual] cho xã.",
    "Thu gom được [12 tấn|actual] rác.",
    "Có thêm [03 xã|actual] đạt chuẩn nông thôn mới.",
    "Toàn huyện có [24 thôn|count], dân số [31.200 người|actual].",
    "Hiến máu được [350 đơn vị|actual] máu.",
    "Lúa hè thu xuống giống [1.200 ha|actual]/[1.250 ha|plan].",
    "Lượng mưa phổ biến [60 mm|actual].",
    "Năng suất ước [58 tạ/ha|actual].",
]
IN_A_TASK = [
    "Rà soát nhu cầu cát đắp nền (thiếu khoảng [1,2 triệu m³|actual]), báo cáo UBND tỉnh.",
    "Điều chuyển vốn của các dự án giải ngân dưới [30%|share_of_plan].",
    "Ưu tiên các dự án đã hoàn thành trên [70%|rate] khối lượng.",
    "Kéo giảm tai nạn giao thông cả [3 tiêu chí|count].",
    "Vận động xây dựng [120 căn nhà|plan] Đại đoàn kết.",
    "Giao chỉ tiêu phát triển [45 đảng viên|plan].",
    "Kiểm tra việc xét duyệt đối tượng tại [05 tỉnh|count].",
    "Báo cáo Ủy ban nhân dân tỉnh trong [30 ngày làm việc|count].",
]
WHOLES = [
    (
        "Gieo trồng 23.500 ha. Trong đó, vùng thấp 12.700 ha, gồm: xã A 7.300 ha, xã B 5.000 ha, xã C 400 ha. "
        "Vùng cao gieo trồng được 10.800 ha.",
        {"12.700 ha": "23.500 ha", "7.300 ha": "12.700 ha", "10.800 ha": "23.500 ha"},
    ),
    (
        "Phải di dời tổng số 640 hộ, đến nay đã chi trả 512 hộ (đạt 80%), còn 128 hộ.",
        {"512 hộ": "640 hộ", "128 hộ": "640 hộ"},
    ),
    (
        "Có 7/12 nhóm hàng tăng giá; 03 nhóm hàng giảm giá và 02 nhóm hàng ổn định.",
        {"03 nhóm hàng": "12 nhóm hàng", "02 nhóm hàng": "12 nhóm hàng"},
    ),
    (
        "Gieo trồng được 2.150 ha cây vụ đông, trong đó, cây ngô trồng 820 ha, đạt 91% kế hoạch; cây lạc trồng 260 ha.",
        {"820 ha": "2.150 ha", "260 ha": "2.150 ha"},
    ),
    ("Triển khai 64 công trình (có 21 công trình khởi công mới).", {"21 công trình": "64 công trình"}),
    (
        "Sản lượng lương thực 90,5 nghìn tấn, trong đó, lúa 72,3 nghìn tấn; ngô 18,2 nghìn tấn.",
        {"72,3 nghìn tấn": "90,5 nghìn tấn", "18,2 nghìn tấn": "90,5 nghìn tấn"},
    ),
    ("Nuôi trồng 3.120,5 ha, chủ yếu là nuôi cá với 3.058,1 ha, chiếm 98%.", {"3.058,1 ha": "3.120,5 ha"}),
    (
        "Quá hạn 64 nhiệm vụ. Nhiều nhất là Sở Xây dựng (13 nhiệm vụ), Sở Nội vụ (11 nhiệm vụ).",
        {"13 nhiệm vụ": "64 nhiệm vụ", "11 nhiệm vụ": "64 nhiệm vụ"},
    ),
    (
        "Sản lượng 2.190,6 tấn, bao gồm cá đạt 1.488,9 tấn, tăng 4,6%; tôm đạt 322 tấn; loại khác đạt 379,7 tấn.",
        {"1.488,9 tấn": "2.190,6 tấn", "322 tấn": "2.190,6 tấn", "379,7 tấn": "2.190,6 tấn"},
    ),
    (
        "Bộ phận một cửa tiếp nhận 820 hồ sơ; giải quyết 790 hồ sơ, trong đó đúng hạn 781 hồ sơ, quá hạn 09 hồ sơ.",
        {"790 hồ sơ": "820 hồ sơ", "781 hồ sơ": "790 hồ sơ", "09 hồ sơ": "790 hồ sơ"},
    ),
]
NO_WHOLES = [
    "Xây mới 703 căn nhà cho người có công, trong đó, xã A 304 căn nhà, xã B 399 căn nhà và hỗ trợ [371 căn nhà|] "
    "hộ nghèo.",
    "Đàn bò 3.100 con, trong đó: bò sữa 420 con; đàn lợn [41.200 con|].",
    "Làm rõ 66 vụ án; trong đó triệt xóa [131 tụ điểm|] đánh bạc.",
    "Phát hiện 108 trường hợp vi phạm, xử phạt [116 trường hợp|].",
]


def _compare(line: str, task: bool = False) -> None:
    content, marks = unmark(line)
    found = facts_of(content, task=task).quantities
    for mark in marks:
        quantity = next((one for one in found if one.span.start <= mark.start + 2 and mark.start < one.span.end), None)
        assert quantity is not None, f"not read: {mark.words}"
        assert quantity.role == mark.role, (mark, quantity.evidence)
        assert not mark.base or (quantity.base or "-") == mark.base, (mark, quantity.evidence)


@pytest.mark.parametrize("line", [*ECHOES, *PLANS, *SO_FAR, *COUNTS, *RATES, *BASES])
def test_finds(line: str) -> None:
    _compare(line)


@pytest.mark.parametrize("line", LEAVES_ALONE)
def test_leaves_alone(line: str) -> None:
    _compare(line)


@pytest.mark.parametrize("line", IN_A_TASK)
def test_in_a_task(line: str) -> None:
    _compare(line, task=True)


@pytest.mark.parametrize(("line", "wholes"), WHOLES)
def test_parts_know_their_whole(line: str, wholes: dict[str, str]) -> None:
    found = facts_of(line).quantities
    at = {words: line.index(words) for pair in wholes.items() for words in pair}
    named = {words: next(one for one in found if one.span.start == start) for words, start in at.items()}
    assert {part: named[part].of for part in wholes} == {part: named[whole].id for part, whole in wholes.items()}


@pytest.mark.parametrize("line", NO_WHOLES)
def test_what_is_no_part(line: str) -> None:
    content, marks = unmark(line)
    found = facts_of(content).quantities
    assert [one.of for one in found if one.span.start <= marks[0].start + 2 and marks[0].start < one.span.end] == [None]
