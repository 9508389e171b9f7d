"""News: whom a leader's demand is addressed to, and what must be done because of what was told."""

import pytest

from tests.extraction.told import told

OPENING = "Chủ tịch UBND huyện Hoa Lộc giao Phòng Y tế kiểm tra nguồn nước."


def leads(*sentences: str) -> list[str]:
    """Who is told behind the opening order in one paragraph of news."""
    return [row[1] for row in told(f"Huyện Hoa Lộc họp\n\n{' '.join((OPENING, *sentences))}", "news")][1:]


@pytest.mark.parametrize(
    ("sentence", "lead"),
    [
        ("Huyện đã lập bản đồ ngập, trên cơ sở đó các xã, thị trấn cũng phải rà soát số hộ.", "các xã, thị trấn"),
        ("Mưa đã làm sạt 3 km kè, do đó các phòng, ban còn phải trực đêm.", "các phòng, ban"),
        ("Hiện nay huyện đã có phương án, vì vậy các xã cần tập dượt trước.", "các xã"),
        ("Năm 2021, Ban Quản lý rừng An Sơn cũng sẽ có trách nhiệm hỗ trợ huyện.", "Ban Quản lý rừng An Sơn"),
        ("Bí thư Huyện ủy đề nghị cả hệ thống chính trị tiếp tục vào cuộc.", "cả hệ thống chính trị"),
        (
            "Chủ tịch UBND huyện yêu cầu toàn hệ thống chính trị xã Phú Mỹ vận động người dân.",
            "toàn hệ thống chính trị xã Phú Mỹ",
        ),
        ("Với các trường học trên địa bàn, lãnh đạo huyện chỉ đạo kiểm tra bếp ăn.", "các trường học trên địa bàn"),
        ("Đối với các trạm y tế xã, Chủ tịch UBND huyện yêu cầu dự trữ đủ thuốc.", "các trạm y tế xã"),
        ("Với lái xe vi phạm, yêu cầu nhà trường tạm thời dừng hợp đồng.", "nhà trường"),
        ("Đoạn nào khô nước ưu tiên bơm trước.", "Phòng Y tế"),
        ("Điểm nào chậm dọn dẹp thì báo cáo ngay Ban chỉ đạo.", "Phòng Y tế"),
    ],
)
def test_a_demand_tells(sentence: str, lead: str) -> None:
    assert leads(sentence) == [lead]


@pytest.mark.parametrize(
    "sentence",
    [
        "Hiện nay huyện đã có phương án, trên cơ sở đó các xã đã tập dượt.",
        "Đối với các trường học trên địa bàn, năm qua đã sửa 12 phòng.",
        "Đoạn nào khô nước đều đã được bơm.",
        "Cả hệ thống chính trị đã vào cuộc.",
    ],
)
def test_what_was_done_tells_nobody(sentence: str) -> None:
    assert leads(sentence) == []


def test_an_affair_behind_which_leaders_ask_is_no_account() -> None:
    asked = "Qua sự cố này, Chủ tịch UBND huyện đã nhắc nhở nhà trường. Yêu cầu nhà trường sửa lại cổng."
    with_trains = "Với các trường mầm non, lãnh đạo huyện chỉ đạo tổ chức tập huấn."
    assert leads(asked, with_trains) == ["nhà trường", "các trường mầm non"]


def test_a_deputy_by_office_and_name_begins_to_tell() -> None:
    lines = "Tiến độ kè\n\nPhó Chủ tịch Trần Văn Bình yêu cầu đoạn kè còn lại phải hoàn thành trước ngày 30/9/2021."
    assert len(told(lines, "news")) == 1


def test_a_place_by_its_name_alone_must_act() -> None:
    praise = "Bí thư Tỉnh ủy đánh giá cao kết quả của huyện Phú Mộc. Tuy nhiên, Phú Mộc vẫn là huyện nghèo."
    asked = (
        "Phú Mộc phải rà soát quy hoạch. Đồng thời, Phú Mộc tiếp tục sắp xếp trường lớp. Phú Mộc phải gánh 3 trận lũ."
    )
    rows = told(f"Thăm Phú Mộc\n\n{praise} {asked}", "news")
    assert [row[:2] for row in rows] == [("Phú Mộc phải rà", "Phú Mộc"), ("Đồng thời, Phú Mộc", "Phú Mộc")]


def test_a_person_by_name_is_no_place() -> None:
    assert told("Chuyện làng\n\nNăm ngoái bà Trần Thị Mộc vay vốn. Trần Thị Mộc phải nuôi hai con.", "news") == []
