"""Figures that the words tie otherwise than they stand: nothing is said of them, and a slip beside them is found."""

import pytest

from tests.checking.found_lines import read
from tests.checking.slipped_lines import written

# The figure in [brackets] is the one that slips: [as it is|as it is miswritten].
SLIPPED = [
    # all parts of a paragraph, with what each contributed in points
    (
        "SL101",
        "GRDP ước đạt 18.420 tỷ đồng. Khu vực nông nghiệp đạt 4.120 tỷ đồng, tăng 2,1%, đóng góp 0,52 điểm phần trăm."
        " Khu vực công nghiệp đạt 7.850 tỷ đồng, tăng 9,4%. Khu vực dịch vụ đạt [5.480|5.840] tỷ đồng, tăng 6,2%."
        " Thuế sản phẩm đạt 970 tỷ đồng, tăng 3,3%.",
    ),
    # kinds that are told by what they did
    ("SL101", "Trong 14 nhóm hàng có 8 nhóm tăng giá, 4 nhóm giảm giá và [2|5] nhóm giữ giá, chia như trên."),
    ("SL101", "Thành lập 22 tổ hợp tác (gồm 8 tổ trồng trọt, 3 tổ chăn nuôi và [11|17] tổ thủy sản)."),
    # what is left, what was fallen to
    ("SL103", "Kế hoạch 150 tỷ đồng, đã giải ngân 87,5 tỷ đồng, còn được giải ngân [62,5|65,2] tỷ đồng."),
    # the month that a figure is compared with, by its number
    ("SL103", "Xảy ra 03 vụ, làm 01 người chết, so với tháng 5 (07 vụ) giảm [04|05] vụ."),
    # growth copied from the comparison before
    (
        "SL104",
        "Doanh thu bán lẻ ước 812,6 tỷ đồng, so tháng trước (800,4 tỷ đồng) tăng 1,5%, so tháng 6 năm trước (731,2 tỷ"
        " đồng) tăng [11,1|1,5]%.",
    ),
    # of what grows only so much bears
    ("SL106", "Cà phê có 1.250 ha, diện tích đang cho thu hoạch [1.120|1.320] ha, sản lượng 2.870 tấn."),
    # rates of rows, told with one word each
    ("SL205", "Xã Tân An giải ngân đạt 45,32%, xã Tân Bình giải ngân đạt [47,18|45,32]%."),
    # times of day, and how long something took
    ("TG604", "Vụ cháy xảy ra lúc [22 giờ 15 phút|25 giờ 15 phút] ngày 4/5, được dập tắt sau 37 giờ 40 phút."),
    # shares of those who were there
    ("SL102", "Có 42/48 đại biểu tán thành (chiếm [87,5|78,5]%)."),
    # averages, told as they are rounded
    ("SL108", "Hỗ trợ 150 hộ sửa chữa nhà ở, mức hỗ trợ 20 triệu đồng/hộ, tổng kinh phí [3.000|3.500] triệu đồng."),
    # names beside their number
    ("SL201", "Dịch xảy ra ở [3|4] xã là An Phú, An Bình và An Hòa với 64 con bò mắc bệnh."),
    ("SL201", "Ở [ba|bốn] địa bàn gồm thị xã An Phú, huyện Bình Hòa và huyện Cô Vân, ngư dân đánh bắt 1.240 tấn cá."),
    (
        "SL101",
        "Trong 18 chỉ tiêu được giao, có 5 chỉ tiêu đạt và vượt, 10 chỉ tiêu đạt từ 50% trở lên, [3|6] chỉ tiêu đạt "
        "dưới 50%.",
    ),
    (
        "SL101",
        "Huyện có 96 xã, thôn bản, phân theo tiêu chí: 12 xã đạt 19 tiêu chí, 9 xã đạt từ 15 - 18 tiêu chí, 34 xã đạt "
        "từ 10 - 14 tiêu chí, [41|51] xã đạt từ 5 - 9 tiêu chí.",
    ),
    ("SL101", "Trong 14 mặt hàng có 9 mặt hàng tăng giá, [5|6] mặt hàng giảm giá."),
    ("SL201", "Cả [4|5] xã An Phú, An Bình, An Hòa, An Lạc đều đạt chuẩn."),
    ("SL203", "Hộ dùng nước sạch chiếm [92,4|192,4]%."),
    ("SL206", "Kim ngạch xuất khẩu ước đạt [57,5 triệu USD|57,5 USD]."),
    ("SL206", "Chi ngân sách 84,36 tỷ đồng; riêng chi thường xuyên 71,64 tỷ đồng, chi đầu tư 12,72 [tỷ|triệu] đồng."),
    ("SL206", "Sản lượng nuôi 815 tấn, khai thác 185 tấn, tổng cộng 1.000 [tấn|tạ]."),
    ("SL206", "Tổng đàn gia cầm [3,25 triệu con|3,25 con]."),
    ("SL206", "Giá cà phê xuất khẩu [2.850 USD/tấn|2,850 USD/tấn]."),
]
LEFT_ALONE = [
    # the plan right behind a share is of that figure, not of a narrower one
    "Sản lượng thủy sản đạt 36.000 tấn, bằng 72% kế hoạch (50.000 tấn), tăng 4,2%; riêng sản lượng tôm 12.600 tấn, đạt"
    " 63,5% kế hoạch.",
    "Tổng thu ngân sách 812 tỷ đồng, bằng 40,6% dự toán (2.000 tỷ đồng), tăng 1,2%. Tổng chi ngân sách 705,8 tỷ đồng,"
    " đạt 36,7% dự toán.",
    # what a figure is compared with stands right before the bracket
    "Giải ngân đạt 111 tỷ đồng/1.520 tỷ đồng, bằng 7,3%, tuy nhanh hơn mức chung của cả nước nhưng còn thấp hơn cùng kỳ"
    " (8,6%).",
    # so many were passed, not by so many
    "Năm 2022 xã có 18/18 chỉ tiêu đạt và vượt nghị quyết, trong đó vượt 11 chỉ tiêu, đạt 07 chỉ tiêu.",
    "Đề nghị mở rộng cụm công nghiệp thêm 12,4 ha (từ 20,6 ha lên 33,0 ha).",
    "Tiếp nhận 964 hồ sơ, đã giải quyết 941 hồ sơ (trước và đúng hạn đạt 100%), đang giải quyết 23 hồ sơ.",
    "Giao 20 chỉ tiêu, gồm kinh tế 07, văn hóa - xã hội 08, môi trường 02, xây dựng chính quyền 03.",
    # which of two grew, told before or behind
    "Doanh số bán lẻ 1.386 tỷ đồng, so với 1.302 tỷ đồng cùng kỳ nhiều hơn 84 tỷ đồng (6,45%).",
    "Có 246 người bị thương; bên cạnh 265 người bị thương của năm 2022 thì giảm 19 người (7,17%).",
    "Nhận 264 hồ sơ, kể cả 15 hồ sơ tháng trước chuyển sang; giải quyết 252 hồ sơ đúng hạn, 12 hồ sơ chờ.",
    "Ngoài khu có 24 dự án. Theo ngành, chế biến đứng đầu với 27 dự án, chiếm 45,0% trong 60 dự án.",
    "Giá trị sản xuất đạt 842 tỷ đồng, tăng 5,25% so với năm 2022 (800 tỷ đồng), vượt chỉ tiêu tăng 4,5%.",
    "Xuất khẩu được 92,8 triệu USD, vượt 2,8 triệu USD so với mục tiêu 90 triệu USD, cao hơn 16,0% so với mức 80"
    " triệu USD của năm 2021.",
    "Có 240 cơ sở, tăng 20 cơ sở so với 220 cơ sở cuối năm trước: 160 quán ăn, 52 bếp ăn, 28 chợ.",
    "Cấp mới 144 giấy phép, cao hơn năm 2022 là 24 giấy phép (120 giấy phép), tương đương 20,0%.",
    "Nước đá: 42 tấn (40 tấn), tăng 5,0%\n\nGạch: 84 tấn (80 tấn), tăng 5,0%\n\nĐường: 63 tấn (60 tấn), tăng 5,0%\n\n"
    "Như vậy, trên 6 mặt hàng có 4 mặt hàng tăng và 2 mặt hàng giảm.",
    "Thu ngân sách tháng 6 được 1,7 tỷ đồng, cao hơn con số 1,4 tỷ đồng của tháng 5.",
    # prices of a small measure
    "Giá dầu bình quân 71,283 USD/thùng (giảm 0,006 USD/thùng, tương đương -0,01%); bạc 16,945 USD/ounce.",
    "Giá dầu nhiên liệu tăng 31,268 USD/tấn, tương đương 8,72%.",
    "Hành khách luân chuyển ước đạt 264,8 Tr.người.Km, tăng 3%.",
    "Tổng thu nhập tính theo đầu người tăng lên 2.590 USD; tổng giá trị viện trợ 15.000 USD.",
    # one rate told again
    "Tổng công ty bán đấu giá 62,37% cổ phần cảng Hà Khê. Công ty Nam Sơn nộp tiền mua 62,37% cổ phần này.",
    # loans beside output
    "Tín dụng ngân hàng chiếm 124% GDP.",
    # lists
    "Dự án thuộc địa bàn 4 xã Bình An, Long Hòa, Suối Cát và xã Cẩm Sơn.",
    "Tại hai xã Bình An, Long Hòa, Chủ tịch huyện đã kiểm tra; ba tỉnh Hà Khê, Nam Sơn, Lam Kinh, Trưởng đoàn báo cáo.",
    "Có 4 công ty sản xuất lớn là Hà Khê, Nam Sơn, Lam Kinh N.V và Nhà máy An Phú, cùng tham gia.",
    "Tại 4 xã gồm Hà Khê, Nam Sơn và Tân Phú, thị trấn Lam Kinh đã làm xong; xã đạt chuẩn nâng cao là 2 xã.",
    # ranges of which one holds the other
    "Trong 22 xã có 12 xã đạt trên 10 tiêu chí, 8 xã đạt trên 15 tiêu chí, 5 xã đạt trên 18 tiêu chí.",
    # what something moved from and to
    "Nợ phải trả giảm từ 4.512 tỷ về 3.207 tỷ đồng, đặc biệt nợ ngắn hạn giảm phân nửa về chỉ còn 131 tỷ đồng.",
    "Lãi 42 tỷ đồng, giảm so với năm 2015 (216 tỷ đồng), lãi trên cổ phiếu giảm từ 735 đồng còn 143 đồng.",
    "Phí giảm từ 1.800.000 đồng/tháng xuống còn 1.500.000 đồng/tháng, từ 5.200.000 xuống còn 4.350.000 đồng/quý.",
    "Lao động thời vụ tăng từ 15,2 triệu người lên 17,9 triệu người (chiếm 54% tổng số lao động).",
    "Tổng mức đầu tư tăng thêm 26.500 tỷ đồng, trong đó điều chỉnh từ 15.200 tỷ đồng lên 41.700 tỷ đồng.",
    "Thu ngân sách ước đạt 17,3% dự toán năm, tăng 3,1% so với cùng kỳ (thu nội địa tăng 13,6%).",
    # others beside them, parts of a part, some of many
    "Xã An Phú nhận 220 m³, trong khi xã Tân An và xã Tân Phú nhận lần lượt là 350 m³ và 110 m³.",
    "Đã trả 62.315 tỷ đồng, gồm trả trực tiếp 31.486 tỷ đồng, trả gốc 22.917 tỷ đồng, trả lãi 8.569 tỷ đồng.",
    "Thu 151.238 tỷ đồng, gấp 2,3 lần so với chỉ tiêu 65.000 tỷ đồng, trong đó bán vốn 6.214,3 tỷ đồng và thoái vốn"
    " 145.024 tỷ đồng.",
    "Đầu tư 142 dự án, bao gồm 44 dự án điện, 35 dự án nước, 56 dự án giao thông và nhiều dự án khác.",
    "Mua mới 512 xe, bao gồm 58 xe cứu thương, 63 xe chữa cháy, xe tải 71 cái... Số còn lại dùng vào việc khác.",
    "Chi tiêu đến từ 5 huyện: An Phú (614 tỷ đồng), Tân An (231 tỷ đồng), Hà Khê (62,4 tỷ đồng), Lam Sơn (61,8 tỷ"
    " đồng) và Nam Sơn (58,7 tỷ đồng).",
    "Hệ thống có 24 đại lý (gồm 9 ở miền Bắc, 4 miền Trung và 11 miền Nam).",
    "Tiền điện kỳ một 312.450 đồng, kỳ hai 428.550 đồng, tổng cộng 815.100 đồng (bao gồm thuế).",
    "Thu ngân sách đạt 18.450 tỷ đồng. Trong đó thu nội địa đạt 11.625 tỷ đồng, bằng 45% dự toán. Thu nội địa, nếu trừ"
    " tiền sử dụng đất, đạt 10.910 tỷ đồng.",
    "Thặng dư thương mại là 45,16 triệu USD. Trong đó, thặng dư với Nam Sơn đạt 26,94 triệu USD, thấp hơn con số 29,13"
    " triệu USD của tháng trước.",
    # growth of two things, of rates, of what was reached
    "Cả nước có 98.000 lượt hộ thiếu nước, giảm 40,2%, tương ứng với 380 nghìn lượt nhân khẩu, giảm 41,5%.",
    "Trồng 174 triệu ha, tăng hơn 5 triệu ha so với năm 2013, chủ yếu là đậu tương (48%), ngô (31%), bông (15%).",
    "Biên lợi nhuận ở mức 4,3%, tăng 0,5% so với mức 3,8% cùng kỳ năm 2018.",
    "Năm 2000 có 12 triệu m² thì đến 2014 tổng diện tích đã tăng 10 lần (118 triệu m²).",
    "Doanh thu quý 3 đạt 4.130 tỷ đồng, lũy kế 9 tháng đạt 68% kế hoạch năm với 12.430 tỷ đồng.",
    # shares of another whole
    "Có 391/437 đại biểu tán thành (chiếm 80,95% tổng số đại biểu Quốc hội).",
    "Trong 58 triệu người dùng mạng có 49 triệu người tham gia (chiếm 52% dân số).",
    "Sở A cung cấp 7 dịch vụ, đạt 58,3%; Sở B đạt 41%; Sở C mới chỉ có 2 dịch vụ, đạt 9,5%.",
    "Giao 16.940 nhiệm vụ. Trong đó có 10.127 nhiệm vụ đến hạn đã hoàn thành, đạt 97,8% (đúng hạn: 8.815, quá hạn:"
    " 1.312); chưa hoàn thành: 6.813 (trong hạn: 6.585, quá hạn: 228).",
    "Có 12 xe điện, 96 xe chạy khí trong tổng số 2.450 xe buýt, đạt 4,41%.",
    "Vốn đã giao 213.600 tỷ đồng, số chưa giao 98.200 tỷ đồng, bằng 68,5% kế hoạch cả giai đoạn.",
    "Mới xây được 4/65 cây cầu, chỉ tiêu đất dành cho giao thông mới được 14%.",
    # figures of two places, averages that no total is divided for
    "Giá lúa tại Hà Khê ở mức 33,45 triệu đồng chiều mua và 33,72 triệu đồng chiều bán ra. Giá lúa tại Nam Sơn ở mức"
    " 33,44 triệu đồng chiều mua và 33,74 triệu đồng chiều bán ra.",
    "Mức cước là 12.000 đồng/2 km đầu và 4.100 đồng/km tiếp theo.",
    "Bán 214.907.320 cổ phần với mức giá 27.600 đồng/cổ phần, tổng giá trị đạt 5.931 tỷ đồng.",
    # the difference of another figure of the sentence
    "Xã đạt 15/19 tiêu chí (tăng 03 tiêu chí so với cuối năm 2022 là 12 tiêu chí).",
    "Tổn thất điện lũy kế 4,62%, thấp hơn cùng kỳ 0,35% (cùng kỳ 4,97%) nhưng cao hơn 0,12% so với chỉ tiêu 4,5%.",
    "Kỷ luật 6 đảng viên: khiển trách 4, cảnh cáo 1, khai trừ 1; giảm 3 đảng viên so với năm trước (9).",
    "Thu 18.262 tỷ đồng, tương đương 98,7% chỉ tiêu được giao là 18.500 tỷ đồng, bằng 1,12 lần cùng kỳ (16.300 tỷ"
    " đồng).",
    # of figures of another unit, of things that are counted beside amounts
    "Truy tố 312 vụ/540 bị can; Tòa án giải quyết 298 vụ/519 bị can (đạt 95,5% số vụ và 96,1% số bị can).",
    "(Đơn vị: tỷ đồng)\n\nVốn 3 chương trình mục tiêu quốc gia là 712,36 bằng 40,92% kế hoạch (1.740,85).",
    # told beside one another, not of one another
    "Đã giải quyết 700 tin. Gồm: khởi tố 310, không khởi tố 230, tạm đình chỉ 160. Còn lại 140 tin trong hạn.",
    "Mở 25 lớp/820 người; trong đó đồng bào dân tộc thiểu số 490 người, nữ 415 người.",
    # a mean of whole things
    "Tiếp nhận 96.400 tờ khai của 1.190 doanh nghiệp (mỗi doanh nghiệp bình quân 81 tờ khai).",
    # what only stands near, and no slip would make a share of it
    "Giải quyết 4.120 vụ. Án bị hủy 25 vụ (chủ quan 14, khách quan 11), chiếm 0,61%.",
    "Vốn ngân sách tỉnh 702 tỷ đồng đạt 54,1%, vốn trung ương 819 tỷ đồng đạt 34,3%.",
    # what has a part of its own is not divided again, least by figures told more roughly
    "Khu đất rộng 913 ha (trong đó 112 ha đất sông, rạch).\n\nTỉnh thu hồi thêm 100 ha đất. Trong 3 quyết định thu"
    " hồi (804 ha; 6,9 ha; 102 ha) không có tên phường An Phú.",
    "Công ty An Phú nợ 59 tháng với 27,942 tỷ đồng; Công ty Tân An nợ 71 tháng với 14 tỷ đồng; Công ty Hà Khê nợ 67"
    " tháng với 13,682 tỷ đồng.",
    # no parts, whichever is larger
    "Trả hơn 108 tỷ đồng gồm tiền lãi của 236 tỷ đồng tiền gốc và lãi phạt chậm thanh toán.",
    "Trong 30 ngày phải quyết định, gồm cả việc điều tra bổ sung trong 60 ngày.",
    "Khu An Phú có 18,5 ha và khu Tân An 6 ha. Như vậy, tổng diện tích là 24,5 ha.",
]


def rules_of(line: str) -> list[str]:
    """The rules on figures and times that find something in ``line``."""
    return sorted({one.rule for one in read(line)[1] if one.rule.startswith(("SL", "TG"))})


@pytest.mark.parametrize(("rule", "line"), SLIPPED)
def test_the_slip_is_found_and_the_right_line_left_alone(rule: str, line: str) -> None:
    assert (rules_of(written(line, slipped=False)), rules_of(written(line, slipped=True))) == ([], [rule])


@pytest.mark.parametrize("line", LEFT_ALONE)
def test_nothing_is_said(line: str) -> None:
    assert rules_of(line) == []
