"""Notices and plans: who leads, who only helps, what is handed over, and what is told before an order."""

import pytest

from tests.extraction.told import directives_of, told

HEAD = "THÔNG BÁO\n\nKết luận của Chủ tịch UBND tỉnh\n\nChủ tịch UBND tỉnh kết luận như sau:\n\n"

TELLING = [
    ("1. UBND các thị xã còn lại sửa chữa kho thóc.", "UBND các thị xã còn lại", "", None),
    ("1. Các xã còn lại rà soát phương án.", "Các xã còn lại", "", None),
    ("1. Các cơ quan báo, đài đưa tin về giá lúa.", "Các cơ quan báo, đài", "", None),
    (
        "1. Phòng Kinh tế phối hợp với Chi nhánh Trung tâm đăng ký thuyền Bình Hải hướng dẫn người dân.",
        "Phòng Kinh tế",
        "Chi nhánh Trung tâm đăng ký thuyền Bình Hải",
        None,
    ),
    ("1. Sở Y tế phối hợp với Hải quan kiểm tra kho lạnh.", "Sở Y tế", "Hải quan", None),
    (
        "1. Trạm Y tế phối hợp Kho bạc, Tổ chức hành nghề An Sơn tổ chức tập huấn.",
        "Trạm Y tế",
        "Kho bạc; Tổ chức hành nghề An Sơn",
        None,
    ),
    ("1. Sở Nội vụ làm việc lại với nhà thầu, hoàn thiện phần mềm.", "Sở Nội vụ", "nhà thầu", None),
    ("1. Ba phường nêu trên nộp danh sách, chậm nhất 25/3/2024.", "Ba phường nêu trên", "", "2024-03-25"),
    (
        "1. Sở Y tế: rà soát thuốc.\n\n- Chỉ đạo Sở Xây dựng chủ trì, phối hợp với Sở Y tế sửa trạm.",
        "Sở Xây dựng",
        "Sở Y tế",
        None,
    ),
    ("1. Sở Xây dựng: rà soát quỹ đất, giao cho các huyện rà soát lại.", "các huyện", "", None),
    (
        "1. Chủ tịch UBND các xã sửa đèn đường (Đoàn Thanh niên, Hội Nông dân phối hợp).",
        "Chủ tịch UBND các xã",
        "Đoàn Thanh niên; Hội Nông dân",
        None,
    ),
    ("1. Trồng cây: 21/38 ha, đề nghị Ban Quản lý dự án đẩy nhanh tiến độ.", "Ban Quản lý dự án", "", None),
    ("1. Đèn đường sáng 86% -> Cục Thuế kiểm tra 12 quầy.", "Cục Thuế", "", None),
    ("1. Không bẻ hàng rào, không lấn lề đường làng.", "", "", None),
    (
        "1. Nhận được kế hoạch này yêu cầu các sở nộp danh sách trước 17h00 ngày 30/3/2024.",
        "các sở",
        "",
        "2024-03-30",
    ),
    ("1. Sở Công Thương mở lại chợ chậm nhất thứ Hai, ngày 18/3/2024.", "Sở Công Thương", "", "2024-03-18"),
    ("1. Sở Xây dựng dọn cây đổ trong ngày 09/3 và trả đường trước 19 giờ cùng ngày.", "Sở Xây dựng", "", "2024-03-09"),
    ("1. Sở Giao thông cấm đường từ 7 giờ ngày 12/3 đến 17 giờ ngày 14/3.", "Sở Giao thông", "", "2024-03-14"),
    ("1. Sở Nội vụ phấn đấu hết năm cấp xong 90 thẻ.", "Sở Nội vụ", "", "2024-12-31"),
    ("1. Sở Tài chính nghiệm thu 4 nhà kho, không quá 12 ngày/kho.", "Sở Tài chính", "", None),
    ("1. Sở Tài chính thu hồi vốn xây chợ nếu đến 30/9/2024 chưa chọn được thầu.", "Sở Tài chính", "", None),
]

TELLING_NOBODY = [
    "1. Số cây giống giao cho các trường là 640 cây.",
    "1. Không có người chết, không có người bị thương.",
    "1. Thu phí: 12 tỷ đồng, tăng 3% so với cùng kỳ.",
    "1. Ngày 05/3/2024 đã gửi công văn cho các huyện.",
    "1. Trật tự chợ: tuần qua nhắc nhở 18 quầy hàng ở khu phía đông.",
    "1. Đối với chợ, đến nay đã xây 2 gian; giải ngân 4 tỷ đồng/11 tỷ đồng, bằng 36%.",
    "Trên cơ sở ý kiến nêu trên, các sở nghiêm túc triển khai thực hiện./.",
]


@pytest.mark.parametrize(("lines", "lead", "coordinating", "by"), TELLING, ids=[one[0][:50] for one in TELLING])
def test_the_last_line_tells(lines: str, lead: str, coordinating: str, by: str | None) -> None:
    _, found = directives_of(HEAD + lines)
    last = found[-1]
    assert (
        "; ".join(agency.name for agency in last.lead),
        "; ".join(agency.name for agency in last.coordinating),
        last.deadline.by.isoformat() if last.deadline and last.deadline.by else None,
    ) == (lead, coordinating, by)


@pytest.mark.parametrize("line", TELLING_NOBODY, ids=[line[:50] for line in TELLING_NOBODY])
def test_a_line_tells_nobody(line: str) -> None:
    assert directives_of(HEAD + line)[1] == ()


def test_a_task_keeps_its_parts_behind_a_colon() -> None:
    text, found = directives_of(
        f"{HEAD}1. Giao kế hoạch tới các trường trước ngày 31/3, cụ thể: An Mỹ 5 lớp; Phú Lộc 3 lớp."
    )
    assert [text[one.span][:14] for one in found] == ["Giao kế hoạch "]


def test_a_monthly_day_opens_a_task() -> None:
    source = f"{HEAD}1. Sở Tài chính chủ trì, phối hợp với Kho bạc:\n\n"
    source += "- Ngày 12 hằng tháng kiểm quỹ, báo cáo UBND tỉnh."
    assert told(source) == [("Ngày 12 hằng tháng", "Sở Tài chính", "Kho bạc")]


def test_a_heading_with_an_unknown_body_and_its_partner() -> None:
    source = f"{HEAD}1. Sở Y tế, Công ty Nước sạch An Sơn phối hợp với Công an tỉnh: xét nghiệm nước giếng."
    assert told(source) == [("xét nghiệm nước giếng.", "Sở Y tế; Công ty Nước sạch An Sơn", "Công an tỉnh")]


def test_any_verb_behind_somebody_and_a_colon_tells() -> None:
    source = f"{HEAD}1. Trạm Y tế: phun hóa chất khu chợ. Công an xã: xử phạt xe quá tải."
    assert [row[1] for row in told(source)] == ["Trạm Y tế", "Công an xã"]


def test_what_was_counted_behind_a_colon_tells_nobody() -> None:
    assert told(f"{HEAD}1. Trạm Y tế: tiêm được 300 liều.") == []


def test_targets_of_a_plan_in_one_line() -> None:
    aims = "I. Chỉ tiêu: trồng 4.000 cây; 90% hộ có sổ."
    source = f"KẾ HOẠCH\n\nLàm thủy lợi\n\n{aims}\n\nII. Phân công\n\n1. Sở A: rà soát."
    assert [row[0] for row in told(source, "plan")] == ["trồng 4.000 cây; 90%", "rà soát."]


def test_news_of_a_plan_shares_out_the_work() -> None:
    shares = "Phân công thực hiện:\n\n1. Sở Tài chính bố trí vốn.\n\n2. Sở Xây dựng: giao chỉ tiêu cho từng xã."
    source = f"Trồng cây\n\nUBND tỉnh ban hành Kế hoạch trồng cây.\n\n{shares}"
    assert [row[1] for row in told(source, "news")] == ["Sở Tài chính", "Sở Xây dựng"]


def test_the_day_of_an_order_is_no_deadline_of_it() -> None:
    source = "Ứng phó lũ\n\nNgay trong ngày 23/3/2024, UBND tỉnh yêu cầu các huyện di dời 86 hộ trước 18h ngày 25/3."
    deadline = directives_of(source, "news")[1][0].deadline
    assert deadline is not None
    assert deadline.by is not None
    assert deadline.by.isoformat() == "2024-03-25"
