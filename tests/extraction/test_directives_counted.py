"""Groups told by their number, those who have not done it yet, and what a paper or news tells of the time behind it."""

import pytest

from tests.extraction.told import directives_of, told

HEAD = "THÔNG BÁO\n\nKết luận của Chủ tịch UBND tỉnh\n\nChủ tịch UBND tỉnh kết luận như sau:\n\n"
# (line, leads, coordinating)
TOLD = [
    ("Yêu cầu các sở, ban, ngành và 88 xã, phường rà soát từng chỉ tiêu.", "các sở, ban, ngành; 88 xã, phường", ""),
    ("Giao 05 Tổ công tác do Phó Chủ tịch UBND tỉnh làm Tổ trưởng kiểm tra hiện trường.", "05 Tổ công tác", ""),
    ("6 chủ đầu tư chưa giải ngân làm bản giải trình gửi Sở Tài chính trước 15-3.", "6 chủ đầu tư", ""),
    (
        "Các xã chưa đủ năng lực quản lý phối hợp với Ban QLDA khu vực ký hợp đồng ủy thác.",
        "Các xã",
        "Ban QLDA khu vực",
    ),
    (
        "Các đơn vị còn nợ báo cáo do UBND tỉnh, Chủ tịch UBND tỉnh giao (còn 12 báo cáo) phải gửi trước 20/3.",
        "Các đơn vị còn nợ báo cáo",
        "",
    ),
    (
        "Đối với ngành y tế, trước nguy cơ dịch bệnh, Chủ tịch UBND tỉnh yêu cầu kích hoạt 9 đội cơ động.",
        "ngành y tế",
        "",
    ),
    (
        "Việc rà soát, thu hồi đất này giao Sở Tư pháp làm đầu mối, Sở Tài chính, Thuế tỉnh cùng phối hợp.",
        "Sở Tư pháp",
        "Sở Tài chính; Thuế tỉnh",
    ),
    (
        "Chợ phải gọn, sạch, trước hết Sở Công Thương cùng với thành phố Hà Lam sắp xếp lại bãi xe.",
        "Sở Công Thương",
        "thành phố Hà Lam",
    ),
    (
        "Đất bỏ hoang ở Mộc An thì địa phương phải cùng Sở Công Thương tính toán chuyển đổi.",
        "địa phương",
        "Sở Công Thương",
    ),
    ("Phấn đấu đến hết quý II các chủ đầu tư giải ngân đạt trên 50%.", "các chủ đầu tư", ""),
    (
        "Đề nghị tăng mức hỗ trợ ngoài 90.000 đồng/em/tháng: Sở Nội vụ cùng Sở Tài chính tính toán, báo cáo.",
        "Sở Nội vụ",
        "Sở Tài chính",
    ),
    (
        "Sở Công Thương chủ trì làm việc với Công ty Điện lực Hà Lam lập danh mục thôn chưa có điện.",
        "Sở Công Thương",
        "Công ty Điện lực Hà Lam",
    ),
    (
        "Trạm Thủy sản phối hợp UBND các phường, xã biển vận động chủ tàu lắp thiết bị.",
        "Trạm Thủy sản",
        "UBND các phường, xã biển",
    ),
    # one task, though those who fail are named apart, or the same body again
    (
        "Giao Sở Xây dựng lập dự án, trình UBND tỉnh trong quý II; trước mắt Sở Xây dựng cho sửa chữa các ngầm tràn.",
        "Sở Xây dựng",
        "",
    ),
    ("Các địa phương thu đủ 30% dự toán; 3 huyện thu thấp phải kiểm điểm, báo cáo UBND tỉnh.", "Các địa phương", ""),
]


@pytest.mark.parametrize(("line", "lead", "coordinating"), TOLD, ids=[line[:50] for line, *_ in TOLD])
def test_who_is_told(line: str, lead: str, coordinating: str) -> None:
    _, found = directives_of(HEAD + line)
    assert [
        ("; ".join(one.name for one in task.lead), "; ".join(one.name for one in task.coordinating)) for task in found
    ] == [(lead, coordinating)]


@pytest.mark.parametrize(
    "line",
    [
        "14 chủ đầu tư giải ngân trên 70%, 12 chủ đầu tư dưới 50%.",
        "Ngoài mức hỗ trợ trên, mỗi hộ được dòng họ, thôn bản giúp khoảng 40 ngày công.",
        "Đến hết tháng 2, giải ngân 412 tỷ đồng, mới đạt 9,1%; trong đó vốn tỉnh 120 tỷ đồng.",
    ],
)
def test_what_is_counted_tells_nobody(line: str) -> None:
    assert directives_of(HEAD + line)[1] == ()


def test_a_figure_to_be_reached_by_a_day_ahead_is_a_goal() -> None:
    _, found = directives_of(HEAD + "Đến hết 31/01/2025 giải ngân đạt 95% kế hoạch trở lên.")
    assert [one.deadline.by.isoformat() for one in found if one.deadline and one.deadline.by] == ["2025-01-31"]


def test_an_introduction_with_a_goal_of_its_own_is_a_task() -> None:
    intro = "Để đạt mục tiêu tăng trưởng quý I từ 9% trở lên, UBND tỉnh yêu cầu các sở thực hiện các nội dung sau:"
    source = f"THÔNG BÁO\n\nKết luận của Chủ tịch UBND tỉnh\n\n{intro}\n\n1. Triển khai ngay kịch bản."
    assert [one[1] for one in told(source)] == ["các sở", "các sở"]


NEWS = """Hà Lam họp phiên tháng 2

Sáng 4/3/2024, UBND tỉnh họp. Chủ tịch UBND tỉnh Lê Văn An yêu cầu các sở rà soát chỉ tiêu. """


@pytest.mark.parametrize(
    "line",
    [
        "Tỉnh thu hút 31 dự án FDI với tổng vốn 486 triệu USD.",
        "Trong 140 nhiệm vụ UBND tỉnh giao, các đơn vị hoàn thành đúng hạn 121 nhiệm vụ, để trễ 9 nhiệm vụ.",
        "Giải trình tại phiên họp, lãnh đạo huyện Mộc An nói đường về xã đang chờ đá; lãnh đạo Sở Y tế thông tin về "
        "67 ca sốt xuất huyết.",
        "“Nói phải đi đôi với làm, dân chờ kết quả chứ không chờ lời hứa”, ông Lê Văn An nhấn mạnh.",
        "Ông nêu rõ, để cả năm tăng trưởng 8% thì quý IV GRDP phải tăng trên 9%, đây là thách thức lớn.",
    ],
)
def test_news_of_what_is_tells_nobody(line: str) -> None:
    assert [one[1] for one in told(NEWS + line, "news")] == ["các sở"]


def test_news_goes_on_with_tasks_that_set_a_day_or_a_least_amount() -> None:
    line = "Riêng 9 nhiệm vụ trễ hạn, Văn phòng UBND tỉnh nêu đích danh đơn vị. Sở Tài chính thu ít nhất 50 tỷ đồng."
    assert [one[1] for one in told(NEWS + line, "news")] == ["các sở", "Văn phòng UBND tỉnh", "Sở Tài chính"]


@pytest.mark.parametrize(
    ("line", "leads"),
    [
        ("UBND các huyện: Đẩy nhanh tiến độ làm trạm y tế.", ["UBND các huyện"]),
        ("Đề nghị các doanh nghiệp: Tiếp tục giải ngân số vốn đã cam kết.", ["các doanh nghiệp"]),
        ("Chủ tịch UBND xã nào để tái diễn phải chịu trách nhiệm trước huyện.", ["Chủ tịch UBND xã"]),
        ("Riêng 9 xã, phường chưa giải ngân phải giải trình trước 15-3.", ["9 xã, phường chưa giải ngân"]),
    ],
)
def test_who_stands_before_the_task(line: str, leads: list[str]) -> None:
    _, found = directives_of(HEAD + line)
    assert [agency.name for one in found for agency in one.lead] == leads


def test_a_front_named_alone_is_a_partner() -> None:
    _, found = directives_of(HEAD + "Các thôn phối hợp với Mặt trận và các đoàn thể vận động nhân dân nộp quỹ.")
    assert [agency.name for agency in found[0].coordinating] == ["Mặt trận và các đoàn thể"]


def test_a_body_that_sets_out_to_reach_goals_leads_them() -> None:
    source = "BÁO CÁO\n\nII. NHIỆM VỤ\n\nCác chỉ tiêu UBND thị xã phấn đấu thực hiện những tháng còn lại:\n\n"
    goals = "- Tổng thu ngân sách đạt 940 tỷ đồng trở lên.\n\n- Tỷ lệ hộ nghèo giảm còn dưới 1,2%."
    assert {one[1] for one in told(source + goals, "report")} == {"UBND thị xã"}


def test_the_last_line_of_a_report_tells_nobody() -> None:
    source = "BÁO CÁO\n\nII. NHIỆM VỤ\n\n1. Sở Y tế dập dịch.\n\nUBND tỉnh Hà Lam báo cáo./."
    assert [one[1] for one in told(source, "report")] == ["Sở Y tế"]


def test_what_somebody_tells_news_of_is_no_task() -> None:
    line = "Phó Giám đốc Sở Xây dựng nêu thực tế, tuyến đường dài 41 km mới chi trả được cho 150/170 hộ. "
    line += "Chủ tịch UBND phường Hà Lam phản ánh, mỗi ngày phường tiếp nhận trên 400 hồ sơ."
    assert [one[1] for one in told(NEWS + line, "news")] == ["các sở"]
