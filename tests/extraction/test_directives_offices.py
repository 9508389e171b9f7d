"""The press in further wordings, and what headings, labels and lists around a task say."""

import pytest

from tests.extraction.office_lines import PRESS, PRESS_NONE
from tests.extraction.told import directives_of, told

HEAD = "THÔNG BÁO\n\nKết luận của Chủ tịch UBND tỉnh\n\nChủ tịch UBND tỉnh kết luận như sau:\n\n"
NEWS = "Siết quản lý nhà xưởng\n\nChủ tịch UBND tỉnh yêu cầu Sở Xây dựng kiểm tra nhà xưởng xây trái phép.\n\n"


@pytest.mark.parametrize(("line", "lead", "coordinating", "_by"), PRESS, ids=[one[0][:50] for one in PRESS])
def test_news_tells(line: str, lead: str, coordinating: str, _by: None) -> None:
    assert [row[1:] for row in told(NEWS + line, "news")][1:] == [(lead, coordinating)]


@pytest.mark.parametrize("line", PRESS_NONE, ids=[line[:50] for line in PRESS_NONE])
def test_news_tells_nobody(line: str) -> None:
    assert told(NEWS + line, "news")[1:] == []


def test_parts_of_a_list_that_name_their_own_leads_are_tasks_apart() -> None:
    line = "Giao các sở thực hiện: (i) Sở Tài chính rà soát dự toán; (ii) Sở Xây dựng kiểm tra công trình, cầu cảng."
    text, found = directives_of(HEAD + line)
    assert [[agency.name for agency in one.lead] for one in found] == [["Sở Tài chính"], ["Sở Xây dựng"]]
    assert text[found[0].span] == "Sở Tài chính rà soát dự toán"


def test_lines_of_news_right_below_a_task_go_on_with_it() -> None:
    task = "Sở Xây dựng chủ trì, phối hợp các quận rà soát nhà xưởng."
    below = "Hướng dẫn các chủ nhà xưởng lập hồ sơ."
    source = f"Siết quản lý\n\nUBND tỉnh yêu cầu {task}\n{below}"
    assert [row[1:] for row in told(source, "news")] == [("Sở Xây dựng", "các quận")] * 2


def test_a_paragraph_of_news_goes_on_with_the_task_of_one_body_above_it() -> None:
    below = "Hướng dẫn các chủ nhà xưởng lập hồ sơ."
    head = "Siết quản lý\n\nUBND tỉnh yêu cầu "
    one = f"{head}Sở Xây dựng chủ trì, phối hợp các quận rà soát nhà xưởng.\n\n{below}"
    assert [row[1:] for row in told(one, "news")] == [("Sở Xây dựng", "các quận")] * 2
    many = f"{head}các quận rà soát nhà xưởng.\n\n{below}"
    assert [row[1:] for row in told(many, "news")] == [("các quận", ""), ("", "")]
    general = f"{head}Sở Xây dựng rà soát nhà xưởng.\n\nTăng cường phòng cháy trong khu dân cư."
    assert [row[1:] for row in told(general, "news")] == [("Sở Xây dựng", ""), ("", "")]
    parted = f"{head}Sở Xây dựng rà soát nhà xưởng.\n\nNhiều nhà xưởng đã cũ.\n\n{below}"
    assert [row[1:] for row in told(parted, "news")] == [("Sở Xây dựng", ""), ("", "")]


def test_a_body_that_is_told_to_direct_others_leads_what_stands_below() -> None:
    source = """KẾ HOẠCH

IV. TỔ CHỨC THỰC HIỆN

1. Sở Nông nghiệp và Môi trường chỉ đạo Chi cục Thủy sản thực hiện các nội dung sau:

- Tuyên truyền, hướng dẫn người nuôi trồng thủy sản.

2. UBND các huyện chỉ đạo UBND các xã triển khai các việc sau:

- Rà soát hộ nuôi.

3. UBND tỉnh chỉ đạo như sau:

- Bố trí kinh phí theo phân cấp."""
    leads = [row[1] for row in told(source, "plan")]
    assert leads == ["Sở Nông nghiệp và Môi trường", "UBND các huyện", ""]


@pytest.mark.parametrize(
    ("introduction", "lead"),
    [
        ("Trong tháng 3, toàn ngành tập trung vào các nhiệm vụ sau:", "toàn ngành"),
        ("Ngành nông nghiệp xác định nhiệm vụ trọng tâm tháng 3 như sau:", "Ngành nông nghiệp"),
        ("Trước khó khăn đó, ngành Nông nghiệp và PTNT tiếp tục tập trung chỉ đạo các nhiệm vụ sau:",
         "ngành Nông nghiệp và PTNT"),
        ("Ngành y tế phấn đấu thực hiện tốt các nhiệm vụ sau:", "Ngành y tế"),
        ("Phương hướng tháng 3 của các đơn vị như sau:", ""),
    ],
)  # fmt: skip
def test_a_branch_takes_on_the_tasks_of_its_report(introduction: str, lead: str) -> None:
    source = f"BÁO CÁO\n\nII. NHIỆM VỤ THÁNG 3\n\n{introduction}\n\n- Theo dõi sát thời tiết.\n\n- Rà soát hồ đập."
    assert [row[1] for row in told(source, "report")] == [lead, lead]


LABELLED = """KẾ HOẠCH

I. MỤC ĐÍCH, YÊU CẦU

Bảo đảm thống nhất.

II. NỘI DUNG

1. Tổ chức kiểm tra việc thi hành Luật Việc làm

- Cơ quan chủ trì: Sở Nội vụ.

- Cơ quan phối hợp: UBND các xã.

- Thời gian thực hiện: quý II năm 2024.

2. Phổ biến, giáo dục pháp luật

- Nội dung: Biên soạn tài liệu, tổ chức tập huấn.

- Cơ quan thực hiện: Sở Tư pháp rà soát, gửi về Sở Nội vụ.

III. KINH PHÍ

1. Kinh phí thực hiện được bố trí từ ngân sách nhà nước.

2. Sở Tài chính tham mưu bố trí kinh phí theo quy định."""


def test_a_heading_above_labels_is_the_task_and_the_part_on_money_tells_too() -> None:
    assert told(LABELLED, "plan") == [
        ("Tổ chức kiểm tra", "Sở Nội vụ", "UBND các xã"),
        ("Biên soạn tài liệu,", "Sở Tư pháp", ""),
        ("Sở Tài chính tham", "Sở Tài chính", ""),
    ]


def test_a_mark_on_a_line_of_its_own_counts_what_follows() -> None:
    _, found = directives_of(HEAD + "1.\n\nRà soát các dự án chậm tiến độ.\n\n2.\n\nBáo cáo UBND tỉnh kết quả.")
    assert [one.item for one in found] == ["1", "2"]


def test_a_note_that_lists_papers_grounds_the_task_that_it_hangs_on() -> None:
    source = (
        HEAD
        + "1. Hoàn thành xây dựng bệnh viện theo chỉ đạo¹.\n\n"
        + "¹ Thông báo kết luận của Tỉnh ủy; Nghị quyết số 46/NQ-CP và Công điện số 15/CĐ-UBND.\n"
    )
    _, found = directives_of(source)
    assert {"Nghị quyết số 46/NQ-CP", "Công điện số 15/CĐ-UBND"} <= {one.text for one in found[0].references}
