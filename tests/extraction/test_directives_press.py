"""News: what it says twice, captions, who is told in the passive, what leaders narrate."""

import pytest

from tests.extraction.told import directives_of, told

ABSTRACT = "Chủ tịch UBND tỉnh Hòa Lương vừa yêu cầu Sở Xây dựng kiểm tra toàn bộ nhà xưởng xây trái phép."
BODY = (
    "Theo đó, Chủ tịch UBND tỉnh Hòa Lương yêu cầu Sở Xây dựng kiểm tra toàn bộ nhà xưởng xây trái phép, "
    "báo cáo trước ngày 15/3/2024."
)


def leads(*paragraphs: str) -> list[str]:
    """Who is told in a piece of news made of ``paragraphs``."""
    return [row[1] for row in told("\n\n".join(paragraphs), "news")]


def test_an_abstract_that_the_body_repeats_tells_once() -> None:
    text, found = directives_of(f"Siết quản lý nhà xưởng\n\n{ABSTRACT}\n\n{BODY}", "news")
    assert [text[one.span].split()[0] for one in found] == ["Theo"]


def test_an_abstract_of_its_own_tells() -> None:
    other = "Chủ tịch UBND tỉnh giao Sở Y tế rà soát các phòng khám tư nhân."
    assert leads("Siết quản lý", ABSTRACT, other) == ["Sở Xây dựng", "Sở Y tế"]


def test_a_caption_tells_nobody() -> None:
    caption = "Công an tỉnh tăng cường tuần tra các tuyến đường - Ảnh: Hoàng Nam"
    assert leads("Siết quản lý", BODY, "Sở Y tế đã vào cuộc.", caption) == ["Sở Xây dựng"]


@pytest.mark.parametrize(
    ("line", "lead"),
    [
        ("Sở Y tế được yêu cầu kiểm tra các nhà thuốc.", "Sở Y tế"),
        ("UBND huyện An Mỹ cũng được yêu cầu lập phương án xử lý.", "UBND huyện An Mỹ"),
        ("Giám đốc Sở Nông nghiệp bị yêu cầu kiểm điểm trách nhiệm.", "Giám đốc Sở Nông nghiệp"),
        ("Sở Xây dựng còn được chỉ đạo phải tăng cường hậu kiểm.", "Sở Xây dựng"),
        ("Phó Chủ tịch UBND tỉnh chỉ đạo các đơn vị vận tải rà soát phương tiện.", "các đơn vị vận tải"),
        ("Hòa Lương cũng giao Sở Y tế mua thêm vắc xin.", "Sở Y tế"),
        ("UBND quận đã chỉ đạo Công an phường kiểm tra các quán karaoke.", "Công an phường"),
        ("Chủ tịch UBND tỉnh nhấn mạnh Sở Xây dựng phải đẩy nhanh thẩm định.", "Sở Xây dựng"),
    ],
)
def test_who_is_told(line: str, lead: str) -> None:
    assert leads("Siết quản lý", BODY, line)[1:] == [lead]


@pytest.mark.parametrize(
    "line",
    [
        "Dù UBND tỉnh chỉ đạo các cơ quan tăng cường giám sát nhưng vi phạm vẫn xảy ra.",
        "Tiếp nhận thông tin, UBND quận Tây đã kiểm tra, làm rõ.",
        "Ông Hải khởi kiện yêu cầu UBND huyện bồi thường.",
        "Bộ trưởng Lê Văn Khải thừa nhận việc kiểm tra còn lỏng lẻo.",
        "Chủ tịch UBND tỉnh nhấn mạnh tầm quan trọng của công tác này.",
        "UBND tỉnh đã có chỉ đạo kiểm điểm trách nhiệm của các bên.",
    ],
)
def test_nobody_is_told(line: str) -> None:
    assert leads("Siết quản lý", BODY, line)[1:] == []


def test_what_was_ordered_in_a_month_is_not_due_in_it() -> None:
    line = "Liên quan vụ việc, vào tháng 2/2024, UBND tỉnh đã chỉ đạo Công an tỉnh điều tra nguyên nhân."
    _, found = directives_of(f"Siết quản lý\n\n{BODY}\n\n{line}", "news")
    assert [one.deadline for one in found][1:] == [None]
