"""Who is told beside others, behind a heading in the same line, by a bare noun, or for what stands before."""

import pytest

from tests.extraction.told import told

NEWS = "Họp giao ban\n\nChủ tịch UBND huyện An Mỹ yêu cầu các phòng kiểm điểm.\n\n"
REPORT = "BÁO CÁO\n\nTình hình kinh tế - xã hội tháng 6 năm 2024\n\n1. Kinh tế: thu ngân sách đạt 51%.\n\n"

BESIDE = [
    ("- Phòng Y tế kiểm tra chợ; UBND thị trấn An Mỹ dẹp hàng rong.", ["Phòng Y tế", "UBND thị trấn An Mỹ"]),
    ("- Công an huyện tuần tra; xã Tân Lập về đích nông thôn mới trước 31/12.", ["Công an huyện", "xã Tân Lập"]),
    ("- Phòng Kinh tế rà soát hồ đập; các xã tích nước trước 30/5.", ["Phòng Kinh tế", "các xã"]),
    ("- Giao Phòng Nội vụ kiểm tra; Phòng Y tế tự chấm điểm.", ["Phòng Nội vụ", "Phòng Y tế"]),
    ("- Phòng Y tế kiểm tra chợ; xã Tân Lập đạt 19 tiêu chí.", ["Phòng Y tế"]),
    ("- Phòng Kinh tế rà soát vốn; UBND xã Tân Hội đã nộp hồ sơ.", ["Phòng Kinh tế"]),
]


@pytest.mark.parametrize(("line", "leads"), BESIDE)
def test_who_shares_the_work_is_told_whatever_verb_it_has(line: str, leads: list[str]) -> None:
    assert [row[1] for row in told(NEWS + line, "news")][1:] == leads


HEADED = [
    ("2. Nhiệm vụ quý IV: Phòng Y tế phun hóa chất; các xã nạo vét mương.", ["Phòng Y tế", "các xã"]),
    ("2. Phương hướng tháng 7: mở đợt cao điểm trấn áp tội phạm.", [""]),
    ("2. Nhiệm vụ 6 tháng cuối năm: Phòng Kinh tế: phấn đấu thu vượt 5%.", ["Phòng Kinh tế"]),
    ("2. Công tác trọng tâm tháng tới: các phòng tiết kiệm điện.", ["các phòng"]),
    ("2. Kế hoạch tháng tới: Công an xã cùng các ấp rà soát hộ tạm trú.", ["Công an xã"]),
    ("2. Kết quả nhiệm vụ tháng 6: Công an xã phối hợp xử lý 12 vụ.", []),
    ("2. Giải pháp đã làm: Phòng Y tế phun hóa chất.", []),
]


@pytest.mark.parametrize(("line", "leads"), HEADED)
def test_the_heading_of_a_report_may_stand_in_the_line_of_its_tasks(line: str, leads: list[str]) -> None:
    assert [row[1] for row in told(REPORT + line, "report")] == leads


REASONED = [
    ("Mưa lớn kéo dài, do đó UBND tỉnh yêu cầu Sở Y tế phun hóa chất.", "Sở Y tế"),
    ("Dịch lan rộng, do vậy Chủ tịch UBND tỉnh giao Sở Y tế phun hóa chất.", "Sở Y tế"),
    ("Dịch lan rộng, vì vậy UBND huyện đề nghị Trung tâm Y tế phun hóa chất.", "Trung tâm Y tế"),
    ("Dịch lan rộng, vì thế Ban Chỉ đạo yêu cầu Sở Y tế phun hóa chất.", "Sở Y tế"),
    ("Ông Lê An, Phó Chủ tịch UBND tỉnh cho biết Ban chỉ đạo đã yêu cầu các xã phun hóa chất.", "các xã"),
]


@pytest.mark.parametrize(("line", "lead"), REASONED)
def test_a_reason_may_stand_before_who_orders(line: str, lead: str) -> None:
    assert [row[1] for row in told(NEWS + line, "news")][-1] == lead


def test_what_somebody_was_given_is_no_order() -> None:
    assert len(told(NEWS + "Tuyến đường do Sở Xây dựng giao Công ty Minh Phát quản lý từ lâu.", "news")) == 1


NAMED = [
    ("Chủ tịch UBND tỉnh yêu cầu các lực lượng nhất là biên phòng cần tuần tra.", "các lực lượng"),
    ("Các chủ đầu tư chậm nhất 15/6 phải nộp hồ sơ.", "Các chủ đầu tư"),
    ("Chủ tịch UBND tỉnh giao Ban Quản lý dự án 3 dọn mặt bằng. Ban phải thông xe sớm.", "Ban Quản lý dự án 3"),
    ("Bộ trưởng yêu cầu Tổng cục Thủy lợi xem đê. Tổng cục phải rà soát 12 vị trí.", "Tổng cục Thủy lợi"),
]


@pytest.mark.parametrize(("line", "lead"), NAMED)
def test_a_name_ends_where_its_duty_begins(line: str, lead: str) -> None:
    assert [row[1] for row in told(NEWS + line, "news")][-1] == lead


def test_these_forces_are_those_told_before() -> None:
    lines = "Chủ tịch UBND tỉnh giao Công an tỉnh và Cục Thuế kiểm tra kho. Các lực lượng này cần phối hợp chặt chẽ."
    assert [row[1] for row in told(NEWS + lines, "news")][-1] == "Công an tỉnh; Cục Thuế"


def test_a_headline_is_no_part_of_the_list_below_it() -> None:
    text = (
        "Hòa Lương chỉ đạo dập dịch\n\nTheo đó, các sở, ban, ngành và UBND các huyện theo chức năng triển khai "
        "Thông báo số 15/TB-UBND và các văn bản chỉ đạo khác."
    )
    assert [row[1] for row in told(text, "news")] == ["các sở, ban, ngành; UBND các huyện"]


SET_OUT = [
    (
        "Xã đã lên kế hoạch triển khai 5 giải pháp cho những tháng cuối năm. Theo đó, tập trung gieo cấy.",
        ["Theo đó, tập trung"],
    ),
    ("Đại hội xác định 4 giải pháp cho thời gian tới. Trước hết, rà soát quỹ đất.", ["Trước hết, rà soát"]),
    ("Bộ trưởng Lê An cho rằng dịch còn lan. Do vậy, cần xét nghiệm diện rộng.", ["Do vậy, cần xét"]),
    ("Chủ tịch UBND tỉnh nhận định mưa còn lớn. Vì thế, các xã phải canh đê.", ["Vì thế, các xã"]),
    ("Người dân cho rằng giá còn cao. Do vậy, cần thêm thời gian.", []),
    ("Chủ tịch Hội Làm vườn cho rằng giá còn cao. Do đó, cần thêm thời gian.", []),
    ("Năm qua, huyện đề ra 3 nhiệm vụ trọng tâm. Trong đó, ưu tiên nạo vét kênh mương.", []),
]


@pytest.mark.parametrize(("line", "begin"), SET_OUT)
def test_news_tells_what_was_set_out_and_what_a_leader_draws_on(line: str, begin: list[str]) -> None:
    found = told("Họp cuối tháng\n\nSáng 10/7, huyện An Mỹ họp.\n\n" + line, "news")
    assert [row[0] for row in found] == begin
