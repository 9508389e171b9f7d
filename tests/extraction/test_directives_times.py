"""Which time bounds a task: goals of a time, the month of a heading, the day from which something holds."""

import pytest

from tests.extraction.told import directives_of

HEAD = "THÔNG BÁO\n\nKết luận của Chủ tịch UBND tỉnh\n\nChủ tịch UBND tỉnh kết luận như sau:\n\n"
# (line, the last day on which its task is still on time)
BOUND = [
    ("Sở Xây dựng đẩy nhanh tiến độ nhà ở công nhân, năm nay phải hoàn thành 640 căn.", "2024-12-31"),
    ("Sở Tài chính lưu ý, hết 6 tháng tỷ lệ giải ngân toàn tỉnh phải đạt 45%.", "2024-06-30"),
    ("UBND các huyện tiêm phòng, quý II đàn lợn của huyện phải đạt 80% diện tiêm.", "2024-06-30"),
    ("Đề nghị Cục Thuế rà soát quy trình, áp dụng từ 01/4/2024.", "2024-04-01"),
    ("Thanh tra tỉnh giải quyết 14 đơn tồn, không để kéo dài sang năm 2025.", "2024-12-31"),
    ("Công an tỉnh tăng cường tuần tra dịp lễ 30-4 và 1-5.", "2024-05-01"),
    ("Cục Thuế đôn đốc nợ đọng, phấn đấu tỷ lệ nợ thuế đến cuối năm dưới 5% tổng thu.", "2024-12-31"),
    ("Sở Nội vụ chọn doanh nghiệp, cả năm 2024 đưa ít nhất 90 lao động đi làm việc ở nước ngoài.", "2024-12-31"),
    ("Sở Công Thương đôn đốc các mỏ, bảo đảm tháng 4 khai thác tối thiểu 2 triệu tấn đá.", "2024-04-30"),
    ("Cục Thuế rà soát nguồn thu, phấn đấu thu nội địa 6 tháng đạt trên 52% dự toán.", "2024-06-30"),
    ("Sở Nông nghiệp tập trung nguồn lực để cuối năm có 6 xã được công nhận.", "2024-12-31"),
    ("Các huyện giữ vững tiêu chí; năm 2024 phấn đấu có thêm 8 xã đạt chuẩn.", "2024-12-31"),
    ("Kết thúc quý II giải ngân toàn tỉnh phải đạt tối thiểu 40%, hết tháng 9 đạt 70%.", "2024-06-30"),
    # a season whose day nobody tells, not the year of the plan
    ("UBND huyện Hà Sơn phải hoàn thành di dời 100 hộ theo kế hoạch năm 2024 trước mùa mưa.", None),
    # bound by none
    ("Chi cục Kiểm lâm tuần tra theo Luật Lâm nghiệp, năm 2024 đã phát hiện 30 vụ vi phạm.", None),
    ("Sở Tài chính tổng hợp vốn, 6 tháng đã giải ngân đạt 31%.", None),
    ("Sở Giáo dục và Đào tạo ôn tập, nâng tỷ lệ tốt nghiệp năm 2024 đạt từ 97%.", None),
    ("Sở Xây dựng rà soát quỹ đất, năm nay tỉnh được giao 640 căn.", None),
    ("Sở Tư pháp phổ biến Luật áp dụng từ 01/01/2024.", None),
    ("Sở Y tế bảo đảm trực cấp cứu trong 09 ngày nghỉ Tết.", None),
    ("Sở Tài chính báo cáo việc hết 6 tháng năm trước chỉ giải ngân 30%.", None),
]


@pytest.mark.parametrize(("line", "by"), BOUND, ids=[line[:50] for line, _ in BOUND])
def test_goals_of_a_time(line: str, by: str | None) -> None:
    _, found = directives_of(HEAD + line)
    assert [one.deadline.by.isoformat() if one.deadline and one.deadline.by else None for one in found] == [by]


@pytest.mark.parametrize(
    ("heading", "by"),
    [("NHIỆM VỤ TRỌNG TÂM THÁNG 4", "2024-04-30"), ("NHIỆM VỤ TRỌNG TÂM", "2024-03-31")],
)
def test_the_month_is_that_of_the_heading(heading: str, by: str) -> None:
    body = f"B. {heading}\n\n1. Phòng Nội vụ hoàn thành điều tra trong tháng."
    _, found = directives_of(f"THÔNG BÁO\n\nKết luận của Chủ tịch UBND tỉnh\n\n{body}")
    assert [one.deadline.by.isoformat() for one in found if one.deadline and one.deadline.by] == [by]
