"""Titles below "Phần thứ hai", and notes at the end of a text: both stand under what they belong to."""

import pytest

import dondoc

HEAD = (
    "ỦY BAN NHÂN DÂN\nHUYỆN TRÀ GIANG\n\nSố: 45/BC-UBND\n\nTrà Giang, ngày 17 tháng 12 năm 2021\n\nBÁO CÁO\n"
    "Tình hình kinh tế - xã hội năm 2021, nhiệm vụ năm 2022\n\n"
)


def periods(body: str) -> list[str | None]:
    return [one.period for one in dondoc.extract(dondoc.read(f"{HEAD}{body}\n".encode())).quantities]


def test_a_title_below_its_part() -> None:
    body = (
        "Phần thứ nhất\nKết quả thực hiện năm 2021\n\n1. Kinh tế\n- Thu ngân sách đạt 84 tỷ đồng.\n\n"
        "Phần thứ hai\nPhương hướng, nhiệm vụ năm 2022\n\nA- Các chỉ tiêu\n- Thu ngân sách đạt 90 tỷ đồng.\n"
        "- Giải quyết việc làm cho 1.200 lao động.\n"
    )
    assert periods(body) == ["2021", "2022", "2022"]


def test_a_part_with_its_title_beside_it() -> None:
    body = "PHẦN II: NHIỆM VỤ NĂM 2022\n\nUBND huyện tập trung chỉ đạo các ngành.\n- Thu ngân sách đạt 90 tỷ đồng.\n"
    assert periods(body) == ["2022"]


def test_a_line_below_a_part_that_names_no_time() -> None:
    body = "Phần thứ nhất\nKết quả đạt được\n\n- Thu ngân sách đạt 84 tỷ đồng.\n"
    assert periods(body) == ["2021"]


def test_a_note_belongs_where_its_mark_stands() -> None:
    body = (
        "I. KẾT QUẢ NĂM 2021\n\nGiải ngân vốn đầu tư đạt 87 tỷ đồng[1].\n\n"
        "II. NHIỆM VỤ NĂM 2022\n\nPhấn đấu thu ngân sách đạt 90 tỷ đồng.\n\n"
        "[1] Trong đó: công trình chuyển tiếp giải ngân 51 tỷ đồng, công trình mới 36 tỷ đồng.\n"
    )
    assert periods(body) == ["2021", "2022", "2021", "2021"]


NOTICE = (
    "ỦY BAN NHÂN DÂN\nHUYỆN TRÀ GIANG\n\nSố: 45/TB-UBND\n\nTrà Giang, ngày 02 tháng 10 năm 2021\n\nTHÔNG BÁO\n"
    "Kết luận của Chủ tịch UBND huyện tại phiên họp tháng 9 năm 2021\n\n"
)


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("I. Tình hình kinh tế - xã hội 9 tháng", "2021-01..2021-09"),
        ("I. Kết quả tháng 9 và quý III", "2021-Q3"),
        ("I. Kết quả tháng 9 và 9 tháng", "2021-09"),
        ("I. Kết quả tháng 9, nhiệm vụ quý IV", "2021-09"),
        ("I. Kết quả thực hiện hợp đồng 12 tháng", "2021-09"),
    ],
)
def test_a_heading_that_ends_in_its_time(heading: str, expected: str) -> None:
    words = f"{NOTICE}{heading}\n\nXảy ra 14 vụ tai nạn giao thông, làm 6 người bị thương.\n"
    assert [one.period for one in dondoc.extract(dondoc.read(words.encode())).quantities][-2:] == [expected] * 2
