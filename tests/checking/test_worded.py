"""Words that claim something of the figures beside them: a half, the highest, higher than, an average, so many."""

import pytest

from tests.checking.found_lines import read, slips
from tests.checking.slipped_lines import written

# The words in [brackets] are those that slip: [as they are|as they are miswritten].
HALVES = [
    "Toàn huyện có 7/12 xã đạt chuẩn nông thôn mới, [quá nửa|chưa đến một nửa] tổng số xã.",
    "Đến hết tháng 6 đã giải ngân [52,5|42,5]% kế hoạch, hơn một nửa số vốn được giao.",
    "Đến nay hơn hai phần ba số hộ nghèo ([68,4|58,4]%) đã được vay vốn.",
    "Thu từ đất 12,4 tỷ đồng, chiếm [gần một nửa|quá nửa] tổng thu (47,1%).",
    "Có [14|12]/38 đơn vị, tức hơn một phần ba số đơn vị, chưa gửi báo cáo.",
]
HIGHER = [
    "Thu ngân sách đạt [81,0|71,0]% dự toán, cao hơn tiến độ bình quân 9 tháng (75,0%).",
    "Tỷ lệ hồ sơ giải quyết đúng hạn đạt 97,2%, [thấp hơn|cao hơn] mức 98,1% của toàn tỉnh.",
    "Giá lúa bình quân tháng 10 [cao hơn|thấp hơn] tháng 9 là 1,9% (7.250 đồng/kg so với 7.115 đồng/kg).",
    "Tỷ lệ hộ nghèo còn 4,10%, giảm 1,32 điểm phần trăm, vượt kế hoạch (giảm [1,0|2,0]%).",
    "Năng suất lúa đạt 58,4 tạ/ha, [cao hơn|thấp hơn] năng suất bình quân của tỉnh (56,9 tạ/ha).",
]
MOVED = [
    "Tỷ lệ hộ nghèo từ 3,2% giảm xuống còn [2,1|4,1]%.",
    "Đàn trâu còn 40 nghìn con, riêng đàn dê từ 120,5 nghìn con [tăng lên|giảm còn] 124,2 nghìn con.",
    "Số xã đạt chuẩn tăng từ 46 xã lên [52|42] xã.",
]
HIGHEST = [
    "Chỉ số cải cách hành chính: Sở Tài chính 88,20 điểm, Sở Nội vụ 85,75 điểm, Sở Y tế 82,40 điểm, Sở Tư pháp 89,10 "
    "điểm. Đứng đầu là [Sở Tư pháp|Sở Y tế], cách đơn vị thứ hai 0,90 điểm.",
    "Sản lượng: Tân An 1.250 tấn, Tân Bình 980 tấn, Tân Phú 1.410 tấn. [Tân Phú|Tân Bình] là xã có sản lượng lớn nhất.",
    "Theo ngành: dệt may tăng 12,4%; da giày tăng 8,1%; gỗ tăng 13,5%; hóa chất tăng 5,2%. Trong bốn ngành trên, "
    "[ngành gỗ|ngành hóa chất] có mức tăng lớn nhất.",
    "- Xã An Phú: 82,4%\n- Xã Bình Hòa: 91,0%\n- Xã Cô Vân: 76,5%\nThấp nhất là [xã Cô Vân|xã Bình Hòa], do vướng mặt "
    "bằng.",
    "Số vụ cháy ở các huyện là Bình Khê 12 vụ, Sơn Lộc 7 vụ, Trà Sơn 15 vụ; nhiều nhất là [Trà Sơn|Sơn Lộc].",
]
AVERAGES = [
    "Sở Tài chính đạt 88,2 điểm, Sở Nội vụ 85,7 điểm, Sở Y tế 82,4 điểm. Bình quân ba đơn vị này [85,4|88,4] điểm.",
    "Từ 03/5 đến 22/5, qua cửa khẩu có 7.360 xe xuất khẩu, bình quân [368|386] xe/ngày.",
    "Từ ngày 03/02 đến hết ngày 12/02 đón 84.200 lượt khách, trung bình mỗi ngày [8.420|4.820] lượt khách.",
    "Doanh thu 9 tháng năm 2023 đạt 2.484 tỷ đồng, bình quân mỗi tháng [276|267] tỷ đồng.",
    "Quý I/2023 tiếp nhận 4.260 hồ sơ, trung bình [1.420|1.240] hồ sơ/tháng.",
    "Năng suất ở Tân An 58,2 tạ/ha, Tân Bình 61,4 tạ/ha, Tân Phú 55,0 tạ/ha; trung bình 3 xã đạt [58,2|52,8] tạ/ha.",
]
OF_THESE = [
    "Xuất khẩu: chè 9,2 triệu USD; quế 4,6 triệu USD; bột 7,1 triệu USD; [ba|bốn] mặt hàng nêu trên chiếm phần lớn.",
    "Xã Tân Lập quá hạn 3,1%, xã Vũ Xá 2,2%, [2|3] xã này phải có báo cáo giải trình.",
    "Xã Tân An giải ngân 12 tỷ đồng, xã Tân Bình 9 tỷ đồng, xã Tân Phú 7 tỷ đồng; [cả 3|cả 4] xã vừa nêu đều chậm.",
]
FEWER = [
    "[Cả 4|Cả 5] chỉ tiêu chính đều vượt cùng kỳ: sản xuất công nghiệp tăng 14,2%, thu ngân sách tăng 17,5%, xuất khẩu "
    "tăng 9,8%, vốn đầu tư tăng 12,1%.",
    "Đã bàn giao gồm [03|04] hạng mục: nhà văn hóa thôn Đông, mương tiêu thôn Đoài, sân thể thao thôn Nam.",
    "Kiểm tra tại [ba|bốn] nơi: chợ trung tâm, bến xe và trường mầm non.",
]
DAYS = [
    "Đợt nghỉ dài, từ [29|31]/4 đến hết 03/5, các khu du lịch đón 18.700 lượt khách.",
    "Đợt cao điểm từ 15/5 đến [30|31]/6 đã kiểm tra 42 cơ sở.",
]
LINES = [*HALVES, *HIGHER, *MOVED, *HIGHEST, *AVERAGES, *OF_THESE, *FEWER, *DAYS]


def _slips(line: str) -> list[str]:
    return slips(line, "SL", "TG")


@pytest.mark.parametrize("line", LINES)
def test_right_line_is_left_alone(line: str) -> None:
    assert not _slips(written(line, slipped=False))


@pytest.mark.parametrize("line", LINES)
def test_slip_is_found(line: str) -> None:
    assert _slips(written(line, slipped=True))


LEFT_ALONE = [
    "Tỷ lệ hộ nghèo 12,5%, hơn một nửa số đó là hộ già cả.",
    "Có 8 đơn vị giải ngân dưới 30%, hơn một nửa số đơn vị đạt khá.",
    "Doanh thu tăng 12%, hơn một nửa số doanh nghiệp có lãi.",
    "Thu đạt 91,4% dự toán, thấp hơn bình quân chung (2,1%).",
    "Có 05 chỉ tiêu đạt và vượt kế hoạch, 09 chỉ tiêu đạt trên 50%.",
    "Diện tích ở Tân An 120 ha, Tân Bình 95 ha, Tân Phú 140 ha. Năng suất cao nhất là Tân Bình.",
    "Dệt may tăng 12,4%, gỗ tăng 13,5%, hóa chất giảm 5,2%. Giảm nhiều nhất là hóa chất.",
    "Tỷ lệ ở Tân An 58,2%, Tân Bình 61,4%, Tân Phú 55,0%; trung bình 3 xã đạt 59,8%.",
    "Từ 01/7 đến 20/9 nhận 11.268 hồ sơ, trung bình mỗi ngày làm việc 197,7 hồ sơ.",
    "Xã Tân Lập quá hạn 3,1%, Vũ Xá 2,2% và Tân An 2,0%; 3 xã này phải giải trình.",
    "Công ty An Phú góp 98 tỷ đồng vào Công ty Bình Hòa, 47 tỷ đồng vào Công ty Tiên Sa; hai công ty này chưa báo cáo.",
    "Vụ trước thu 5.000 tỷ đồng, vụ này 5.300 tỷ đồng, mỗi năm dự án này góp 12 tỷ đồng.",
    "Có 5 bãi rác gồm: Phước An 3 bãi, Gò Mây 1 bãi và Đông Khê 1 bãi.",
    "Khu đất có 4 mặt tiền: đường Hùng Vương - Lê Lợi - Quang Trung và Trần Phú.",
    "Nhóm này chiếm 13% tổng dân số, chiếm hơn một nửa tổng số người được vay.",
    "Giá vàng ở Tân An 36,4 triệu đồng, Tân Bình 36,5 triệu đồng, Tân Phú 36,2 triệu đồng. Mức giá cao nhất là 36,6 "
    "triệu đồng.",
    "Căn hộ nhỏ chiếm 12%, căn hộ vừa chiếm 56%, căn hộ cao cấp chiếm 32%; căn hộ nhỏ phải chiếm tỷ lệ lớn nhất.",
    "Kiểm tra 3 xã trên địa bàn: Tân An, Tân Bình, Tân Phú và Cô Vân.",
    "Cả 4 chỉ tiêu, trong đó: thu ngân sách, xuất khẩu.",
    "Gồm 05 nhiệm vụ: quốc phòng, an ninh, trật tự, giao thông, phòng cháy, cứu nạn.",
    "Đầu kỳ tồn 64 đơn, trong kỳ tiếp nhận 218 đơn, giải quyết 231 đơn, chuyển kỳ sau 51 đơn.",
    "Thu nhập 9 tháng đạt 48 triệu đồng/người, bình quân tháng 10 đạt 5,5 triệu đồng/người.",
    "Số xã đạt chuẩn tăng từ 12/15 xã lên 14/15 xã.",
    "Mức tăng giá đã giảm từ 9,0% còn 7,4%; tỷ lệ giảm nghèo tăng từ 1,2% lên 1,5%.",
    "Công suất phòng giảm từ 40% đến 50%; chỉ số cạnh tranh tăng từ vị trí 45 lên vị trí 38.",
    "Thời gian giải quyết rút ngắn từ 15 ngày xuống còn 10 ngày; giảm kế hoạch từ 255 tỷ đồng xuống còn 100 tỷ đồng.",
]


@pytest.mark.parametrize("line", LEFT_ALONE)
def test_other_words_are_left_alone(line: str) -> None:
    assert not _slips(line)


NOTICE = """UBND TỈNH AN PHÚ
Số: 12/TB-UBND
An Phú, ngày 09 tháng 7 năm 2023

THÔNG BÁO
Kết luận của Chủ tịch UBND tỉnh tại Hội nghị trực tuyến

Ngày {}/7/2023, tại Trung tâm Hội nghị tỉnh, Chủ tịch UBND tỉnh chủ trì Hội nghị trực tuyến tới các xã, phường.
"""


def test_meeting_is_held_before_its_notice() -> None:
    assert not _slips_of_days(NOTICE.format("06"))
    assert _slips_of_days(NOTICE.format("16")) == ["cuộc họp ghi ngày 16/07/2023, sau ngày ban hành văn bản 09/07/2023"]


def _slips_of_days(source: str) -> list[str]:
    return [one.message for one in read(source)[1] if one.rule == "TG606"]
