"""Headings beside headings that name who is told; members of a list behind a comma who are no subject."""

import pytest

from tests.extraction.told import told

HEADS = """CHỈ THỊ
Về tăng cường quản lý đất đai

Chủ tịch UBND tỉnh yêu cầu:

1. Sở Nông nghiệp và Môi trường
a) Chủ trì rà soát diện tích đất bị lấn chiếm.
2. {head}
a) {task}
b) Kiểm tra, xử lý các trường hợp vi phạm.
"""


def leads(head: str, task: str = "Thực hiện đúng quy hoạch đã được duyệt.") -> list[str]:
    """Who leads what stands under ``head``."""
    rows = told(HEADS.format(head=head, task=task), "directive")
    return [lead for words, lead, _ in rows if not words.startswith("Chủ trì")]


@pytest.mark.parametrize(
    ("head", "lead"),
    [
        ("Ủy ban nhân dân các xã, phường, đặc khu Hòn Lao:", "Ủy ban nhân dân các xã, phường, đặc khu Hòn Lao"),
        (
            "Ban Quản lý các khu kinh tế tỉnh, các đơn vị kinh doanh hạ tầng khu công nghiệp",
            "Ban Quản lý các khu kinh tế tỉnh; các đơn vị kinh doanh hạ tầng khu công nghiệp",
        ),
        (
            "Các chủ rừng là tổ chức (các ban quản lý rừng, các công ty lâm nghiệp...)",
            "Các chủ rừng là tổ chức (các ban quản lý rừng, các công ty lâm nghiệp...)",
        ),
        ("Chủ cơ sở chăn nuôi, hộ gia đình nuôi lợn:", "Chủ cơ sở chăn nuôi; hộ gia đình nuôi lợn"),
        ("Doanh nghiệp cấp nước trên địa bàn tỉnh:", "Doanh nghiệp cấp nước trên địa bàn tỉnh"),
    ],
)
def test_a_heading_beside_an_addressed_one_names_who_is_told(head: str, lead: str) -> None:
    assert set(leads(head)) == {lead}


@pytest.mark.parametrize("head", ["Kinh phí thực hiện", "Chế độ báo cáo", "Các nhiệm vụ trọng tâm", "Về đất rừng:"])
def test_a_heading_that_names_a_matter_tells_nobody(head: str) -> None:
    assert head.rstrip(":") not in set(leads(head))


@pytest.mark.parametrize(
    "task",
    [
        "Theo dõi, đôn đốc kết quả xử lý của địa phương, đơn vị, tổng hợp báo cáo UBND tỉnh trước ngày 20/12.",
        "Trên cơ sở nhiệm vụ được giao, chủ trì, phối hợp với các cơ quan, đơn vị có liên quan bố trí kinh phí.",
        "Tiếp tục chỉ đạo phòng chuyên môn, các cơ quan có liên quan rà soát toàn bộ diện tích đất công.",
        "Hướng dẫn các xã, các chủ rừng lập hồ sơ giao đất.",
        "Bố trí kinh phí cho phòng chuyên môn, đơn vị tổ chức thực hiện trong tháng 10.",
    ],
)
def test_a_list_behind_a_comma_is_no_new_lead(task: str) -> None:
    assert leads("Sở Tài chính", task)[0] == "Sở Tài chính"


@pytest.mark.parametrize(
    ("task", "lead"),
    [
        ("Chuẩn bị tốt nội dung trình kỳ họp giữa năm, các sở, ngành khẩn trương hoàn thiện hồ sơ.", "các sở, ngành"),
        ("Đối với các dự án chưa giải ngân, chủ đầu tư báo cáo nguyên nhân trước ngày 31/7.", "chủ đầu tư"),
        ("Để kịp khai giảng năm học mới, các địa phương phải sửa xong trường lớp.", "các địa phương"),
    ],
)
def test_who_acts_behind_a_purpose_or_a_matter_leads(task: str, lead: str) -> None:
    assert leads("Sở Tài chính", task)[0] == lead


LINE = """THÔNG BÁO
Kết luận của Chủ tịch UBND tỉnh tại cuộc họp

Chủ tịch UBND tỉnh kết luận như sau:

1. {line}
2. Sở Y tế báo cáo kết quả trước ngày 15/11.
"""


@pytest.mark.parametrize(
    ("line", "lead"),
    [
        ("Yêu cầu Nhà đầu tư (Công ty Sông Trà) rà soát kế hoạch thi công.", "Nhà đầu tư (Công ty Sông Trà)"),
        (
            "Thành phố Tân An và các huyện An Sơn, Bình Lâm đẩy nhanh tiến độ lập quy hoạch.",
            "Thành phố Tân An; các huyện An Sơn; Bình Lâm",
        ),
        (
            "Sở Xây dựng, Công an tỉnh, các huyện An Sơn, Bình Lâm đôn đốc chủ đầu tư bàn giao mặt bằng.",
            "Sở Xây dựng; Công an tỉnh; các huyện An Sơn; Bình Lâm",
        ),
        (
            "Sở Xây dựng, cơ quan chủ quản các dự án đang thi công tiếp tục chỉ đạo nhà thầu.",
            "Sở Xây dựng; cơ quan chủ quản các dự án đang thi công",
        ),
        (
            "Giám đốc Sở Y tế, Phó Giám đốc Sở Y tế phụ trách lĩnh vực tiếp tục bám sát công trường.",
            "Giám đốc Sở Y tế; Phó Giám đốc Sở Y tế phụ trách lĩnh vực",
        ),
        ("thôn Phúc Hòa, thôn Đại Đồng xử lý dứt điểm điểm tập kết rác tự phát.", "thôn Phúc Hòa; thôn Đại Đồng"),
    ],
)
def test_a_list_of_known_and_unknown_names_is_told(line: str, lead: str) -> None:
    assert [one for _, one, _ in told(LINE.format(line=line))] == [lead, "Sở Y tế"]


@pytest.mark.parametrize(
    "line",
    [
        "Sở Xây dựng, các huyện An Sơn, Bình Lâm đã bàn giao mặt bằng.",
        "Tổ chức học tập, quán triệt và xây dựng chương trình hành động.",
        "Thực hiện đồng bộ các giải pháp phát triển kinh tế - xã hội, nỗ lực phấn đấu hoàn thành kế hoạch.",
        "Ban Quản lý dự án ứng kinh phí, chi trả tiền thuê nhà cho các hộ.",
    ],
)
def test_what_is_no_list_makes_no_names(line: str) -> None:
    assert all(";" not in lead for _, lead, _ in told(LINE.format(line=line)))


NEWS = """Tiến độ giải ngân vốn đầu tư công

{line}
Chủ tịch UBND tỉnh yêu cầu Sở Tài chính rà soát từng dự án chậm.
"""


@pytest.mark.parametrize(
    "line",
    [
        "Đến hết tháng 11, cả nước giải ngân 528.870 tỷ đồng, đạt 57,9% kế hoạch Thủ tướng Chính phủ giao.",
        "Kế hoạch vốn các địa phương giao tăng so với kế hoạch Thủ tướng Chính phủ giao là 167.612 tỷ đồng.",
        "Thu nội địa đạt 92% dự toán Trung ương giao, bằng 88% dự toán HĐND tỉnh giao.",
        "So với kế hoạch Thủ tướng Chính phủ giao, có 08 bộ, cơ quan trung ương giải ngân trên mức bình quân.",
    ],
)
def test_a_plan_that_was_given_orders_nobody(line: str) -> None:
    assert [lead for _, lead, _ in told(NEWS.format(line=line), "news")] == ["Sở Tài chính"]


PLAN = """KẾ HOẠCH
Thực hiện nhiệm vụ năm 2026

II. PHÂN CÔNG THỰC HIỆN
1. Phòng Kinh tế
a) Chủ trì, phối hợp với các HTX dịch vụ, Trưởng thôn các thôn:
- Chỉ đạo gieo cấy lúa vụ xuân đúng lịch.
- Phòng Kinh tế cải tạo 07 ao, hồ trong khu dân cư bằng nguồn xã hội hóa khoảng 4,8 tỷ đồng.
2. Phòng Văn hóa - Xã hội chủ trì, phối hợp Công an xã rà soát hộ nghèo theo chuẩn mới.
Chỉ đạo các trường tổ chức dạy học 02 buổi/ngày. Xây dựng kế hoạch bảo tồn nghề rèn.
3. Công an xã mở đợt cao điểm.
"""


def test_partners_named_by_a_heading_alone_work_with_those_told_above() -> None:
    rows = [(lead, coordinating) for _, lead, coordinating in told(PLAN, "plan")[:2]]
    assert rows == [("Phòng Kinh tế", "các HTX dịch vụ; Trưởng thôn các thôn"), ("Phòng Kinh tế", "")]


def test_a_paragraph_before_the_next_number_goes_on_with_the_task() -> None:
    rows = told(PLAN, "plan")[2:]
    assert [lead for _, lead, _ in rows] == [*["Phòng Văn hóa - Xã hội"] * 3, "Công an xã"]
    last = PLAN.partition("3. Công an xã")[0]
    assert [lead for _, lead, _ in told(last, "plan")[2:]] == ["Phòng Văn hóa - Xã hội", "", ""]


@pytest.mark.parametrize(
    ("case", "lead"),
    [
        (
            "dự án nào đến 15/9 chưa có khối lượng thì Phòng Tài chính - Kế hoạch tham mưu điều chuyển",
            "Phòng Tài chính - Kế hoạch",
        ),
        ("hộ nào đủ điều kiện thì UBND xã lập danh sách hỗ trợ", "UBND xã"),
        ("gói thầu nào chậm tiến độ thì Ban QLDA chấm dứt hợp đồng", "Ban QLDA"),
    ],
)
def test_who_acts_in_a_case_is_told_apart(case: str, lead: str) -> None:
    rows = told(f"THÔNG BÁO\n\nKết luận\n\n1. Các chủ đầu tư phải giải ngân hết số vốn; {case}.\n")
    assert [row[1] for row in rows][-1] == lead


def test_who_answers_where_something_happens_is_told() -> None:
    line = "Nơi nào để xảy ra cháy rừng thì Chủ tịch UBND xã nơi đó phải chịu trách nhiệm."
    assert told(f"THÔNG BÁO\n\nKết luận\n\n1. {line}\n")[0][1] == "Chủ tịch UBND xã"
