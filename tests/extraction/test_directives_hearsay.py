"""What news tells without telling anybody: meetings held, prizes given, laws explained, what is far from an order."""

import pytest

from tests.extraction.told import directives_of, told

OPENING = "Chủ tịch UBND tỉnh Hòa Lương giao Sở Y tế mua thêm vắc xin."


def leads(*paragraphs: str) -> list[str]:
    """Who is told in a piece of news made of ``paragraphs``."""
    return [row[1] for row in told("\n\n".join(("Phòng dịch mùa hè", *paragraphs)), "news")]


@pytest.mark.parametrize(
    "line",
    [
        "Sáng 12/3, UBND huyện An Mỹ tổ chức hội nghị triển khai kế hoạch năm.",
        "Phó Chủ tịch UBND tỉnh Lê Văn A chiều 12/3 chủ trì phiên họp về giải phóng mặt bằng.",
        "Lãnh đạo tỉnh trao Bằng khen cho các tập thể có thành tích.",
        "Phó Chủ tịch UBND tỉnh tin tưởng Đảng bộ và nhân dân xã sẽ tiếp tục phát huy truyền thống.",
        "Theo Luật Phòng chống dịch, cần khai báo khi có dấu hiệu mắc bệnh.",
        "Ông Lê Văn A, giám đốc bệnh viện, cho biết đơn vị đã đề nghị cơ quan công an xác minh.",
        "Sở đang đẩy mạnh tiêm chủng.",
    ],
)
def test_tells_nobody(line: str) -> None:
    assert leads(OPENING, line) == ["Sở Y tế"]


@pytest.mark.parametrize(
    ("line", "lead"),
    [
        ("Chủ tịch UBND tỉnh cho biết đã yêu cầu Sở Tài chính bố trí kinh phí.", "Sở Tài chính"),
        ("Theo Kế hoạch này, Sở Nội vụ chủ trì tổ chức hội nghị tổng kết.", "Sở Nội vụ"),
        ("Ban Thường vụ Huyện ủy An Mỹ chỉ đạo dừng ngay việc thi công.", ""),
        ("Đồng chí đề nghị thời gian tới, huyện tập trung tiêm phòng đàn gia súc.", "huyện"),
    ],
)
def test_tells_still(line: str, lead: str) -> None:
    assert leads(OPENING, line) == ["Sở Y tế", lead]


def test_a_leader_is_called_by_the_last_word_of_a_name() -> None:
    opening = "Chủ tịch UBND TP Hòa Lương Nguyễn Đức Minh giao Sở Y tế mua thêm vắc xin."
    assert leads(opening, "Theo ông Minh, các quận, huyện cần tiêm xong trước hè.") == ["Sở Y tế", "các quận, huyện"]
    assert leads(opening, "Theo ông Bình, các quận, huyện cần thêm vắc xin.") == ["Sở Y tế"]


def test_work_handed_out_without_saying_which_is_no_task() -> None:
    assert leads("Chủ tịch UBND tỉnh Hòa Lương đã giao nhiệm vụ cho các đơn vị.", OPENING) == ["Sở Y tế"]


def test_a_bare_task_goes_on_only_close_behind_an_order() -> None:
    quiet = "Bệnh viện huyện có 120 giường. Khoa nhi nằm ở tầng hai. Cả khoa có tám bác sĩ."
    after = "Thực hiện nghiêm túc việc khử khuẩn phòng bệnh."
    assert leads(f"{OPENING} {after}") == ["Sở Y tế", "Sở Y tế"]
    assert leads(f"{OPENING} {quiet} {after}") == ["Sở Y tế"]


def test_what_was_done_before_any_order_is_no_task() -> None:
    report = "Công tác giáo dục có nhiều chuyển biến. Thực hiện nghiêm túc việc nâng cao chất lượng sinh hoạt chi bộ."
    assert leads(report, OPENING) == ["Sở Y tế"]


@pytest.mark.parametrize(
    "line",
    [
        "Tại hội nghị tổ chức ngày 12/3, Chủ tịch UBND tỉnh nêu rõ, phải quản lý tốt ngân sách.",
        "Chủ tịch UBND tỉnh đề nghị các sở đánh giá công tác trong Quý I vừa qua.",
        "Chủ tịch UBND tỉnh yêu cầu đơn vị thi công sửa lại mặt đường sau Tết Nguyên đán 2025.",
    ],
)
def test_a_day_that_is_over_bounds_nothing(line: str) -> None:
    _, found = directives_of(f"Thu chi ngân sách\n\n{line}", "news")
    assert [one.deadline for one in found] == [None]


def test_a_title_on_a_line_of_its_own_belongs_to_the_body_below() -> None:
    head = "THÔNG BÁO\n\nKết luận của Thủ tướng\n\nThủ tướng yêu cầu:\n\n"
    source = f"{head}2. Bộ trưởng\nBộ Y tế chỉ đạo khử khuẩn vùng ngập."
    assert [row[1] for row in told(source)] == ["Bộ trưởng Bộ Y tế"]
