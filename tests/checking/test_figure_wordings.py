"""Slips in single figures in five wordings and more: nothing is said of the right line, the slip is found."""

import pytest

from tests.checking.found_lines import read
from tests.checking.slipped_lines import written

# The figure in [brackets] is the one that slips: [as it is|as it is miswritten].
AVERAGES = [
    "Toàn huyện có 18 xã với 324 tiêu chí đạt chuẩn, bình quân mỗi xã đạt [18|16] tiêu chí.",
    "Tổng số tiêu chí đạt được là 285 tiêu chí trên 15 xã, bình quân đạt [19,0|17,0] tiêu chí/xã.",
    "Hỗ trợ 150 hộ nghèo sửa chữa nhà ở, mức hỗ trợ 20 triệu đồng/hộ, tổng kinh phí [3.000|3.500] triệu đồng.",
    "Chi trả cho 4.200 đối tượng với số tiền 2.100 triệu đồng (bình quân [500.000|600.000] đồng/người).",
    "Toàn huyện đạt 306 tiêu chí, bình quân [17|18] tiêu chí/xã (18 xã).",
    "Quỹ hội đạt 1.260 triệu đồng với 4.200 hội viên, bình quân [300|350] nghìn đồng/hội viên.",
    "Thưởng 45 học sinh giỏi, mức thưởng 2 triệu đồng/em, tổng số tiền [90|95] triệu đồng.",
]
RANKS = [
    "Chỉ số PCI năm 2022 xếp thứ [24|74]/63, tăng so với năm 2021.",
    "Tỉnh đứng thứ [6|16] trong 13 tỉnh, thành phố trong vùng.",
    "Năm 2022 xếp hạng 31/63, tụt [6|5] hạng so với năm 2021 (hạng 25/63).",
    "PAPI đạt 43,12 điểm, đứng thứ 12/63 tỉnh, thành (tăng 7 bậc, năm 2021 xếp thứ [19|18]).",
    "Từ vị trí thứ 28 năm 2021 lên vị trí thứ 20 năm 2022, tăng [8|9] bậc.",
    "Kết quả xếp hạng: năm 2021 đứng thứ 30, năm 2022 đứng thứ 22, tăng [8|6] bậc.",
    "So với năm 2021 (hạng 40), chỉ số của tỉnh năm 2022 xếp hạng 33, tăng [7|3] bậc.",
]
SMALL_COUNTS = [
    "Trong số 12 đơn tiếp nhận, có [41,7|45,8]% đã được giải quyết.",
    "Tỷ lệ xã đạt chuẩn nông thôn mới là [71,4|73,4]% (trong tổng số 14 xã).",
    "Khảo sát 40 doanh nghiệp, kết quả [72,5|73,5]% doanh nghiệp đánh giá ổn định.",
    "Trên địa bàn có 22 chợ, [54,5|55,5]% số chợ đã được đầu tư nâng cấp.",
    "[58,3|59,3]% trong số 12 thôn có nhà văn hóa.",
    "Có 8 trường, trong đó [37,5|36,5]% số trường đạt chuẩn quốc gia.",
]
COPIED = [
    "Xã Tân An giải ngân đạt 45,32%, xã Tân Bình giải ngân đạt [47,18|45,32]%.",
    "Vốn ngân sách trung ương giải ngân đạt 71,36% kế hoạch; vốn ngân sách tỉnh đạt [68,24|71,36]% kế hoạch.",
    "Kim ngạch xuất khẩu tăng 12,45% so cùng kỳ; kim ngạch nhập khẩu tăng [9,87|12,45]% so cùng kỳ.",
    "Khách quốc tế tăng 25,64%, khách nội địa tăng [18,32|25,64]%.",
    "Tỷ lệ hồ sơ đúng hạn cấp huyện đạt 98,72%, cấp xã đạt [99,15|98,72]%.",
]
UNITS = [
    "Tổng kinh phí thực hiện là [1.250 triệu đồng|1.250 đồng].",
    "Kim ngạch xuất khẩu ước đạt [57,5 triệu USD|57,5 USD].",
    "Tổng đàn gia cầm [3,25 triệu con|3,25 con], tăng 2,1%.",
    "Đón [245,6 nghìn lượt khách|245,6 lượt khách] du lịch.",
    "Tổng mức bán lẻ hàng hóa đạt [812,5 tỷ đồng|812,5 đồng].",
]
IMPOSSIBLE = [
    "Số hồ sơ đúng hạn đạt [99,2|109,2]% tổng số hồ sơ đã giải quyết.",
    "Có [96,5|106,5]% dân số tham gia bảo hiểm y tế.",
    "Tỷ lệ lấp đầy các cụm công nghiệp đạt [78,4|178,4]%.",
    "Đến nay [92,4|192,4]% số hộ có nhà vệ sinh hợp quy cách.",
    "Tỷ lệ thu gom rác thải sinh hoạt đô thị đạt [91,5|191,5]%.",
]
LISTS = [
    "Đến nay có [3|4] xã đạt chuẩn nông thôn mới gồm: Tân An, Tân Bình, Tân Phú.",
    "Công nhận [02|03] xã đạt chuẩn (Tân An, Tân Bình).",
    "Huyện có [5|6] xã biên giới: Tân An, Tân Bình, Tân Phú, Long Hải và Hòa Sơn.",
    "Khởi công [2|3] dự án là Khu dân cư Tân Hội và Trung tâm hành chính xã Tân An.",
    "Bổ sung vốn cho [3|4] công trình: Cầu Bến Sỏi, Đường Hùng Vương, Kè Long Đức.",
]
CLAIMS = [
    "Có 12 chỉ tiêu đạt và vượt kế hoạch, trong đó chỉ tiêu thu ngân sách đạt [102,5|92,5]% kế hoạch.",
    "Diện tích gieo trồng đạt và vượt kế hoạch: [6.120|5.820]/6.000 ha.",
    "Thu ngân sách đạt 480 tỷ đồng, bằng [101,2|91,2]% dự toán, vượt dự toán được giao.",
    "Sản lượng đạt [98,5|108,5]% kế hoạch, không đạt kế hoạch đề ra.",
    "Thu thuế hoàn thành dự toán năm, đạt [101,5|91,5]% dự toán.",
]
PARTS = [
    "Tổng số lao động 4.200 người (lao động nữ [2.100|5.100] người).",
    "Tổng diện tích 820 ha, riêng diện tích lúa [620|920] ha.",
    "Tổng đàn lợn 45.200 con, riêng lợn nái [5.200|52.000] con.",
]
TWICE = [
    "Toàn tỉnh có 12.345 hộ nghèo.\n\nVề giảm nghèo: hiện còn [12.345|12.354] hộ nghèo.",
    "Tỷ lệ hộ nghèo còn 2,35%.\n\nVề an sinh: tỷ lệ hộ nghèo toàn huyện còn [2,35|2,53]%.",
    "Đón 1.245,6 nghìn lượt khách du lịch.\n\nTổng lượt khách du lịch đạt [1.245,6|1.254,6] nghìn lượt khách.",
    "Sản lượng lương thực đạt 412.560 tấn.\n\nSản lượng lương thực có hạt đạt [412.560|421.560] tấn, tăng 2,1%.",
    "Tỷ lệ giải ngân vốn đầu tư công đạt 62,35%.\n\nVề vốn: tỷ lệ giải ngân vốn đầu tư công đạt [62,35|62,53]%.",
    "Tổng sản phẩm trên địa bàn tăng 8,12% so với cùng kỳ.\n\nNhìn chung, GRDP tăng [8,12|8,21]% so với cùng kỳ.",
    "Chỉ số sản xuất công nghiệp tăng 10,85% so với cùng kỳ.\n\nVề chung: IIP tăng [10,85|10,58]% so với cùng kỳ.",
]
ALL = [
    *(("SL108", line) for line in AVERAGES),
    *(("SL202", line) for line in RANKS),
    *(("SL204", line) for line in SMALL_COUNTS),
    *(("SL205", line) for line in COPIED),
    *(("SL206", line) for line in UNITS),
    *(("SL203", line) for line in IMPOSSIBLE),
    *(("SL201", line) for line in LISTS),
    *(("SL107", line) for line in CLAIMS),
    *(("SL106", line) for line in PARTS),
    *(("SL105", line) for line in TWICE),
]


def rules_of(line: str) -> list[str]:
    """The rules on figures and times that find something in ``line``."""
    return sorted({one.rule for one in read(line)[1] if one.rule.startswith(("SL", "TG"))})


@pytest.mark.parametrize(("rule", "line"), ALL)
def test_right_line_is_left_alone_and_its_slip_is_found(rule: str, line: str) -> None:
    assert (rules_of(written(line, slipped=False)), rules_of(written(line, slipped=True))) == ([], [rule])


LEFT_ALONE = [
    # averages
    "Chi trả trợ cấp cho 1.973 đối tượng với số tiền 1.362,5 triệu đồng; tặng quà toàn dân mức 100.000 đồng/người.",
    "Hỗ trợ 120 hộ, trong đó 40 hộ nghèo mức 20 triệu đồng/hộ, tổng kinh phí 1.800 triệu đồng.",
    # ranks of two things
    "PCI xếp thứ 12, PAPI xếp thứ 20, cùng tăng 3 bậc so với năm 2021.",
    "Chỉ số PCI năm 2022 xếp thứ 12 cả nước và xếp thứ 3 vùng, tăng 5 bậc so với năm 2021.",
    # shares of something else than the small count
    "Tổ chức 12 lớp tập huấn, trong đó 62,4% lao động nông thôn được đào tạo.",
    "Toàn huyện có 14 xã, trong đó xã Tân An có 62,3% hộ dân dùng nước sạch.",
    "Giải ngân toàn huyện đạt 45,32% kế hoạch; như vậy tỷ lệ giải ngân 45,32% cao hơn cùng kỳ.",
    # rates of births and households, prices
    "Mức sinh đạt 2,1 con/phụ nữ; bình quân mỗi hộ có 3,5 người; học phí 9.500 đồng.",
    "Cứ 1.000 dân có 14,7 doanh nghiệp.",
    "Thu ngân sách bằng 112,5% tổng số thu cùng kỳ; số hộ vay bằng 105% số hộ năm trước.",
    # lists
    "Có 3/5 xã (Tân An, Tân Bình, Tân Phú) hoàn thành; 04 xã (Tân An, Tân Bình...) chưa báo cáo.",
    "Tập trung vào 3 lĩnh vực: đầu tư hạ tầng; đầu tư y tế và công nghệ.",
    "Có 05 đơn vị gồm Công an, Quân sự, Y tế, Văn hóa và Thông tin, Tài chính.",
    "Tham dự có 03 đồng chí: Nguyễn Văn An, Trần Bình, Lê Hải, Ủy viên Ban Thường vụ.",
    # claims
    "Có 18 chỉ tiêu vượt kế hoạch; còn 02 chỉ tiêu chưa đạt: tỷ lệ giải ngân đạt 75% kế hoạch.",
    "Nhiều chỉ tiêu đạt và vượt kế hoạch, tuy nhiên diện tích trồng rừng đạt 85% kế hoạch.",
    "Nhiều chỉ tiêu đạt và vượt kế hoạch\n\nGiá trị sản xuất nông nghiệp đạt 66,75% so với kế hoạch.",
    "Thu ngân sách đạt 91,2% dự toán trung ương giao, vượt dự toán tỉnh giao.",
    # parts of another time, other places
    "Tổng vốn 45 tỷ đồng, riêng năm 2024 bố trí 60 tỷ đồng.",
    "Toàn tỉnh xảy ra 42 vụ (cả nước 520 vụ); tổng dư nợ 820 tỷ đồng (kế hoạch 920 tỷ đồng).",
    # two things with like figures
    "Tỷ lệ hộ nghèo còn 2,35%; tỷ lệ hộ cận nghèo còn 2,53%.",
    "Thu ngân sách trên địa bàn đạt 1.532 tỷ đồng.\n\nChi ngân sách địa phương đạt 1.523 tỷ đồng.",
]


@pytest.mark.parametrize("line", LEFT_ALONE)
def test_nothing_is_said(line: str) -> None:
    assert rules_of(line) == []
