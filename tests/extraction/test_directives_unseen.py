"""Wordings of documents that the rules were not written from: lines, and small documents of each class."""

import pytest

from tests.extraction.conclusion_lines import ORDERED, TELLS_NONE
from tests.extraction.described_lines import DESCRIBED, SHARED_OUT, TOLD_OF
from tests.extraction.office_lines import OFFICES, OFFICES_NONE
from tests.extraction.told import directives_of, told
from tests.extraction.unseen_lines import SAYS_NOTHING, UNSEEN

HEAD = "THÔNG BÁO\n\nKết luận của Chủ tịch UBND tỉnh\n\nChủ tịch UBND tỉnh kết luận như sau:\n\n"
TELLING = (*UNSEEN, *ORDERED, *OFFICES, *DESCRIBED)
TELLING_NOBODY = (*SAYS_NOTHING, *TELLS_NONE, *OFFICES_NONE, *TOLD_OF)


@pytest.mark.parametrize(("line", "lead", "coordinating", "by"), TELLING, ids=[one[0][:50] for one in TELLING])
def test_a_line_tells(line: str, lead: str, coordinating: str, by: str | None) -> None:
    _, found = directives_of(HEAD + line)
    assert [
        (
            "; ".join(agency.name for agency in one.lead),
            "; ".join(agency.name for agency in one.coordinating),
            one.deadline.by.isoformat() if one.deadline and one.deadline.by else None,
        )
        for one in found
    ] == [(lead, coordinating, by)]


@pytest.mark.parametrize("line", TELLING_NOBODY, ids=[line[:50] for line in TELLING_NOBODY])
def test_a_line_tells_nobody(line: str) -> None:
    assert directives_of(HEAD + line)[1] == ()


@pytest.mark.parametrize(("line", "leads"), SHARED_OUT, ids=[line[:50] for line, _ in SHARED_OUT])
def test_each_clause_tells_its_own(line: str, leads: list[str]) -> None:
    _, found = directives_of(HEAD + line)
    assert ["; ".join(agency.name for agency in one.lead) for one in found] == leads


def test_news_of_a_visit_tells_nobody() -> None:
    source = """Lâm Thao: kiểm tra đường ven biển

Sáng 14/8/2024, Chủ tịch UBND tỉnh Bùi Văn Khoa kiểm tra thực địa đường ven biển. Ông đề nghị thị xã Ninh Hải bàn giao \
mặt bằng trước 30/9.

Chiều cùng ngày, đồng chí Chủ tịch UBND tỉnh làm việc với Công ty CP Cảng Lâm Thao."""
    assert [one[1] for one in told(source, "news")] == ["thị xã Ninh Hải"]


OUTLOOKS = [
    ("Trong 6 tháng cuối năm, huyện Thanh Ba tiếp tục đẩy nhanh tiến độ trồng rừng.", ["huyện Thanh Ba"]),
    (
        "Trong tháng 6 và những tháng tiếp theo, huyện Thanh Ba tiếp tục thực hiện kế hoạch vụ Hè Thu.",
        ["huyện Thanh Ba"],
    ),
    ("Thời gian tới, UBND thành phố sẽ tiếp tục rà soát, xử lý các dự án treo.", ["UBND thành phố"]),
    (
        "Ngành giáo dục phấn đấu đến hết năm học có 202 trường chuẩn. Bên cạnh đó, ngành sẽ tiếp tục nâng chất lượng.",
        ["Ngành giáo dục", "ngành"],
    ),
    ("Trong 6 tháng đầu năm, huyện Thanh Ba tiếp tục duy trì đà tăng trưởng; đàn bò đạt 12.300 con.", []),
    ("Thời gian tới, giá xăng dầu có thể tiếp tục tăng.", []),
    ("Trong tháng 6, thành phố tập trung thu hoạch được 1.200 ha lúa.", []),
    (
        "Giải ngân đến ngày 30/9 đạt 4.872 tỷ đồng, bằng 51,3% kế hoạch Thủ tướng giao. Thu hút đầu tư được 12 dự án.",
        [],
    ),
]


@pytest.mark.parametrize(("line", "leads"), OUTLOOKS, ids=[line[:50] for line, _ in OUTLOOKS])
def test_news_sets_out_what_is_to_be_done(line: str, leads: list[str]) -> None:
    head = "Lâm Thao: UBND tỉnh họp phiên thường kỳ\n\nChiều 15/10/2024, UBND tỉnh họp phiên thường kỳ.\n\n"
    assert [one[1] for one in told(head + line, "news")] == leads


REPORT = """BÁO CÁO

Tình hình kinh tế - xã hội tháng 02 và nhiệm vụ tháng 3 năm 2024

{first}

1. Nông nghiệp

Toàn huyện gieo trồng 4.120 ha lúa, đạt 98% kế hoạch. Tiếp tục duy trì đàn bò 12.300 con.

2. Thu ngân sách

- Thu nội địa 212 tỷ đồng, đạt 21% dự toán.

{second}

1. Rà soát từng chỉ tiêu, xây dựng kịch bản tăng trưởng.

2. Phòng Tài chính - Kế hoạch đôn đốc giải ngân.

Trên đây là báo cáo của UBND huyện./."""


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Phần thứ nhất\nKẾT QUẢ THỰC HIỆN THÁNG 02", "Phần thứ hai\nNHIỆM VỤ, GIẢI PHÁP THÁNG 3"),
        ("PHẦN THỨ NHẤT\n\nKẾT QUẢ ĐẠT ĐƯỢC", "PHẦN THỨ HAI\n\nPHƯƠNG HƯỚNG, NHIỆM VỤ TRỌNG TÂM THÁNG 3"),
        ("**Phần I**\n\n**TÌNH HÌNH THỰC HIỆN**", "**Phần II**\n\n**NHIỆM VỤ TRỌNG TÂM**"),
        ("I. CÁC CHỈ TIÊU KINH TẾ", "II. NHIỆM VỤ TRỌNG TÂM THÁNG 3"),
        ("Phần thứ nhất: Một số chỉ tiêu chủ yếu", "Phần thứ hai: Nhiệm vụ trọng tâm"),
        ("A. NHỮNG CHỈ TIÊU CHỦ YẾU ĐẠT ĐƯỢC", "B. PHƯƠNG HƯỚNG, NHIỆM VỤ"),
        ("PHẦN I: KẾT QUẢ THỰC HIỆN", "PHẦN II: NHIỆM VỤ TRỌNG TÂM THÁNG 3"),
        ("Phần 1. Kết quả thực hiện", "Phần 2: Phương hướng, nhiệm vụ trọng tâm"),
        ("A. KẾT QUẢ THỰC HIỆN", "B. PHƯƠNG HƯỚNG, NHIỆM VỤ"),
        ("KẾT QUẢ THỰC HIỆN THÁNG 02", "NHIỆM VỤ TRỌNG TÂM THÁNG 3"),
        ("I. KẾT QUẢ", "II. MỘT SỐ NHIỆM VỤ THÁNG 3/2024"),
        ("Phần thứ nhất: Đánh giá tình hình", "Phần thứ hai: Nhiệm vụ và giải pháp chủ yếu"),
        ("I - TÌNH HÌNH THÁNG 02", "II - CÔNG TÁC TRỌNG TÂM THÁNG 3"),
        ("Chương I\nKẾT QUẢ THỰC HIỆN", "Chương II\nNHIỆM VỤ TRỌNG TÂM"),
        ("Phần thứ nhất\n*Kết quả thực hiện nhiệm vụ tháng 02*", "Phần thứ hai\n*Nhiệm vụ trọng tâm tháng 3*"),
    ],
)
def test_the_second_part_of_a_report_lists_tasks(first: str, second: str) -> None:
    assert told(REPORT.format(first=first, second=second), "report") == [
        ("Rà soát từng chỉ", "", ""),
        ("Phòng Tài chính -", "Phòng Tài chính - Kế hoạch", ""),
    ]


def test_a_report_concludes_from_its_results() -> None:
    source = """BÁO CÁO

Tình hình kinh tế - xã hội quý I năm 2024

I. TÌNH HÌNH KINH TẾ - XÃ HỘI

1. Công nghiệp tăng 6,1%; để đạt mục tiêu cả năm, các quý còn lại phải tăng 9,2%. Vì vậy, các cấp, các ngành cần tập \
trung tháo gỡ khó khăn cho doanh nghiệp.

2. Giá lợn hơi giảm sâu. Các hộ cần vốn để tái đàn."""
    assert told(source, "report") == [("Vì vậy, các cấp,", "các cấp; các ngành", "")]


def test_a_day_at_the_head_of_a_listed_task_bounds_it() -> None:
    source = """THÔNG BÁO

Kết luận của Chủ tịch UBND tỉnh

Chủ tịch UBND tỉnh kết luận như sau:

1. Đánh giá chung: Công tác giải ngân còn chậm; hồ sơ bàn giao chưa đầy đủ.

2. Sở Tài chính:

- Tháng 6/2024 trình đề án sắp xếp các công ty lâm nghiệp.

- Quý II/2024 hoàn thành việc bàn giao mốc giới.

3. Mốc tiến độ: Thông xe 12 km đầu tuyến trong năm 2024. Hoàn thành toàn bộ Dự án ngày 30/9/2024."""
    _, found = directives_of(source)
    days = [one.deadline.by.isoformat() if one.deadline and one.deadline.by else None for one in found]
    assert days == ["2024-06-30", "2024-06-30", "2024-12-31", "2024-09-30"]


def test_the_body_of_a_heading_asks_its_contractors() -> None:
    source = (
        HEAD
        + """1. Ban QLDA 4: Yêu cầu nhà thầu lập lại tiến độ từng tuần. Trả khối lượng nghiệm thu cho nhà thầu; tư vấn \
giám sát chịu trách nhiệm về khối lượng xác nhận.

2. Sở Xây dựng:

- Tiếp tục chủ trì, phối hợp với Ban Quản lý dự án giao thông và UBND xã Đông Mỹ, UBND xã Long Bình vận động 12 hộ."""
    )
    assert [one[1:] for one in told(source)] == [
        ("Ban QLDA 4", ""),
        ("Ban QLDA 4", ""),
        ("tư vấn giám sát", ""),
        ("Sở Xây dựng", "Ban Quản lý dự án giao thông; UBND xã Đông Mỹ; UBND xã Long Bình"),
    ]
