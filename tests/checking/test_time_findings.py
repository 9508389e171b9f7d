"""Slips in days, weekdays, hours and periods."""

import pytest

from tests.checking.found_lines import found, read

REPORT = """UBND HUYỆN BÌNH KHÊ

Số: 215/BC-UBND

Bình Khê, ngày 24 tháng 11 năm 2023

BÁO CÁO

Tình hình kinh tế - xã hội tháng 11, nhiệm vụ trọng tâm tháng 12 năm 2023

I. KẾT QUẢ THÁNG 11/2023

{}

Nguyễn Văn An
"""
FOUND = [
    ("TG602", "Hoàn thành trước ngày [31/02/2024]."),
    ("TG602", "Họp [ngày 30 tháng 02 năm 2024] tại hội trường."),
    ("TG602", "Văn bản đề [15/13/2023]."),
    ("TG602", "Hoàn thành trước ngày [29/02/2023]."),
    ("TG603", "Họp vào [thứ Hai], ngày 21/11/2023."),
    ("TG603", "Phiên họp sáng [thứ 6] (ngày 23/11/2023)."),
    ("TG603", "Ra quân [Chủ nhật] ngày 18 tháng 11 năm 2023."),
    ("TG604", "Bắt đầu lúc [25 giờ 30 phút] ngày 20/11/2023."),
    ("TG604", "Khai mạc [8h65], tại hội trường."),
    ("TG604", "Họp vào [26 giờ] ngày 20/11/2023."),
    ("TG605", "Từ ngày 20/5/2023 đến ngày [15/5/2023] đã kiểm tra 12 cơ sở."),
    ("TG605", "THỜI GIAN: TỪ NGÀY 20/5/2023 ĐẾN NGÀY [15/5/2023]."),
    ("TG605", "Kế hoạch giai đoạn [2030 - 2021] của huyện."),
    ("TG606", "[Tính đến ngày 15/12/2023] đã giải ngân 812 tỷ đồng."),
    ("TG601", "Trong [tháng 10], tình hình kinh tế - xã hội ổn định."),
    ("TG601", "Thu ngân sách [tháng 10] đạt 41 tỷ đồng, lũy kế 11 tháng 452 tỷ đồng."),
    ("TG601", "[Tháng 10/2023], các ngành tập trung chỉ đạo sản xuất."),
    ("TG601", "Trong [tháng 11/2022], huyện đã tổ chức 03 hội nghị."),
    ("TG601", "Lũy kế [10 tháng] thu ngân sách đạt 412 tỷ đồng. Tính chung 11 tháng đầu năm trồng 120 ha rừng."),
    ("TG601", "II. NHIỆM VỤ TRỌNG TÂM [THÁNG 11/2023]"),
    ("TG601", "II. NHIỆM VỤ TRỌNG TÂM [THÁNG 10]"),
    ("TG601", "II. PHƯƠNG HƯỚNG, NHIỆM VỤ [THÁNG 12/2022]"),
    ("TG601", "Thu ngân sách [tháng 10] ước đạt 45 tỷ đồng, lũy kế 11 tháng đạt 512 tỷ đồng."),
    ("TG601", "Tổng mức bán lẻ hàng hóa [tháng 10/2023] ước đạt 812 tỷ đồng, tăng 2,1% so với tháng trước."),
    ("TG601", "Sản lượng thủy sản [tháng 10] toàn huyện ước đạt 1.250 tấn."),
    ("TG601", "Trên đây là báo cáo tình hình kinh tế - xã hội [tháng 10] và nhiệm vụ tháng 12 năm 2023."),
    ("TG601", "Chỉ số giá tháng 11/2023 tăng 0,21% so với [tháng 11/2023] và tăng 3,4% so với cùng kỳ."),
    ("TG601", "Thu ngân sách trong tháng 11 ước 41 tỷ đồng, hơn [tháng 11] 2 tỷ đồng."),
    ("TG601", "Đàn lợn tháng Tám tăng 1,6% so với [tháng Sáu] (tháng trước) và tăng 3,8% so với cùng kỳ."),
    ("TG601", "So với [tháng 11], số giấy cấp mới tăng 12 giấy (tháng trước cấp 62 giấy)."),
    (
        "TG601",
        "Thu tháng 11 ước 40 tỷ đồng, đưa tổng thu 11 tháng lên 430 tỷ đồng; chi [tháng 10] ước 46 tỷ đồng, đưa "
        "tổng chi 11 tháng lên 398 tỷ đồng.",
    ),
    ("TG601", "Phấn đấu thu thêm 25 tỷ đồng trong [tháng 11], nâng số thu 10 tháng lên 305 tỷ đồng."),
    ("TG601", "[Tháng 11] thu được 9,8 tỷ đồng; tính chung 10 tháng được 91 tỷ đồng."),
    ("TG601", "1. Công tác chỉ đạo, điều hành trong [tháng 10]\n\nUBND huyện đã họp phiên thường kỳ."),
]
LEFT_ALONE = [
    ("TG601", "Chỉ số giá tháng 11 tăng 3,4% so với tháng 11 năm trước, tăng 2% so với tháng 11-2021."),
    ("TG601", "Đàn lợn tháng 11 tăng 1,6% so với tháng 10 (tháng trước) và tăng 3,8% so với tháng 11."),
    ("TG601", "Tháng 9 thu 4 tỷ đồng, tháng 10 thu 5 tỷ đồng, tháng 11 thu 6 tỷ đồng; cộng dồn 3 tháng 15 tỷ đồng."),
    ("TG601", "Giải ngân thêm trong tháng 11 được 12 tỷ đồng (lũy kế 10 tháng 81 tỷ đồng)."),
    ("TG601", "Dự kiến tháng 12 thu 50 tỷ đồng, lũy kế 11 tháng 500 tỷ đồng; tháng 11 nâng thời hạn vay lên 12 tháng."),
    ("TG601", "Chỉ tiêu đã được Sở phê duyệt điều chỉnh trong tháng 8 từ 640 xuống 590 tấn."),
    ("TG602", "Lễ hội ngày 30/02 âm lịch; hoàn thành trước 29/02/2024; đạt 30/2 chỉ tiêu."),
    ("TG602", "Tỷ lệ 1/500; đường số 31/02; Quyết định 31/2023/QĐ-UBND."),
    ("TG603", "Họp vào thứ Ba, ngày 21/11/2023; lần thứ hai, ngày 21/11/2023."),
    ("TG603", "Thứ Hai hằng tuần họp giao ban; ngày 21/11/2023 nghỉ."),
    ("TG604", "Trực 24/24 giờ; xử lý trong 48 giờ; khai mạc lúc 7 giờ 30 phút; mưa 72 giờ liên tục."),
    ("TG605", "Từ ngày 20/5/2023 đến ngày 15/6/2023; năm học 2023 - 2024; giai đoạn 2021 - 2025."),
    ("TG606", "Tính đến ngày 20/11/2023 đã giải ngân 812 tỷ đồng."),
    ("TG606", "Ước tính đến ngày 31/12/2023 giải ngân đạt 95%."),
    ("TG601", "Thu ngân sách tăng 5% so với tháng 10; so với tháng 11/2022 tăng 12%."),
    ("TG601", "Thu tháng 10 đạt 41 tỷ đồng, tháng 11 ước 45 tỷ đồng, lũy kế 11 tháng 452 tỷ đồng."),
    ("TG601", "Trong tháng 11, tình hình ổn định; từ tháng 8 đến tháng 10 trồng 120 ha."),
    ("TG601", "Ngày 15 tháng 10, huyện khởi công cầu Bến Sỏi; họp ngày 02/10."),
    ("TG601", "II. NHIỆM VỤ TRỌNG TÂM THÁNG 12/2023"),
    ("TG601", "Tháng 10 thu ngân sách đạt 41 tỷ đồng, tháng 11 ước đạt 45 tỷ đồng."),
    ("TG601", "Dự kiến tháng 12 thu ngân sách ước đạt 50 tỷ đồng."),
    ("TG601", "Sản lượng khai thác trong tháng 1.245 tấn, trong đó cá 812 tấn."),
    ("TG601", "1. Phòng Kinh tế hoàn thành báo cáo trong tháng 01/2024."),
    ("TG601", "Tính chung 11 tháng đầu năm đạt 412 tỷ đồng, cùng kỳ 10 tháng năm 2022 đạt 380 tỷ đồng."),
]


@pytest.mark.parametrize(("rule", "line"), FOUND)
def test_found(rule: str, line: str) -> None:
    words, expected = found(line, rule, REPORT)
    assert words == expected


@pytest.mark.parametrize(("rule", "line"), LEFT_ALONE)
def test_left_alone(rule: str, line: str) -> None:
    assert found(line, rule, REPORT) == ([], [])


def test_a_report_of_another_month_than_its_date() -> None:
    words, _ = found("", "TG601", REPORT.replace("ngày 24 tháng 11", "ngày 24 tháng 10"))
    assert words == ["tháng 11"]


def test_a_notice_speaks_of_many_months() -> None:
    notice = REPORT.replace("BÁO CÁO", "THÔNG BÁO").replace("BC-UBND", "TB-UBND")
    assert found("Trong tháng 10, huyện đã làm xong.", "TG601", notice) == ([], [])


def test_one_stale_month_is_told_once_for_all_its_places() -> None:
    facts, findings = read(REPORT.replace("{}", "Trong tháng 10, huyện trồng 5 ha.\n\nTháng 10/2023, huyện họp."))
    told = [one for one in findings if one.rule == "TG601"]
    assert [one.message for one in told] == ["báo cáo tháng 11/2023 nhưng ghi tháng 10, ở 2 chỗ"]
    assert [facts.text[span] for span in (told[0].span, *told[0].related)] == ["tháng 10", "Tháng 10/2023"]


NINE_MONTHS = """UBND TỈNH THUẬN GIANG

Số: 512/BC-UBND

Thuận Giang, ngày 26 tháng 9 năm 2025

BÁO CÁO

Tình hình kinh tế - xã hội 9 tháng, nhiệm vụ trọng tâm quý IV năm 2025

I. KẾT QUẢ

Thu ngân sách 9 tháng đạt 4.120 tỷ đồng.

{}
"""


@pytest.mark.parametrize(
    "line",
    [
        "MỘT SỐ CHỈ TIÊU CHỦ YẾU [8 THÁNG NĂM 2025]",
        "BIỂU TỔNG HỢP THU NGÂN SÁCH [6 THÁNG ĐẦU NĂM 2025]",
        "Bảng 2. Tình hình thu hút đầu tư [9 tháng năm 2024]",
        "MỘT SỐ CHỈ TIÊU CHỦ YẾU 9 THÁNG NĂM 2025",
        "SO SÁNH VỚI CÙNG KỲ 9 THÁNG NĂM 2024",
        "KẾ HOẠCH 6 THÁNG CUỐI NĂM 2025",
        "Sản lượng 8 tháng năm 2025 đạt 1.250 tấn, 9 tháng đạt 1.420 tấn.",
    ],
)
def test_the_title_of_an_appendix_left_over_from_an_earlier_report(line: str) -> None:
    words, expected = found(line, "TG601", NINE_MONTHS)
    assert words == expected


def test_a_caption_of_the_month_before() -> None:
    line = "BIỂU TỔNG HỢP THU NGÂN SÁCH [THÁNG 10 NĂM 2023]"
    words, expected = found(line, "TG601", REPORT)
    assert words == expected
