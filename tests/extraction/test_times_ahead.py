"""Headings that are nothing but a later time: what stands below them is told to somebody."""

import pytest

import dondoc
from dondoc.extraction.directives.times_ahead import heads_time_ahead

HEAD = "UBND HUYỆN AN BÌNH\nSố: 21/BC-UBND\nAn Bình, ngày 05 tháng 10 năm 2023\n\nBÁO CÁO\n\nKết quả quý III/2023\n\n"
DONE = "I. KẾT QUẢ\n\nThu ngân sách đạt 31 tỷ đồng. Phòng Kinh tế mở 04 lớp tập huấn.\n\n"
TASK = "Phòng Kinh tế phối hợp các xã nạo vét 12 km kênh mương."


@pytest.mark.parametrize(
    "heading",
    ["II. QUÝ IV NĂM 2023", "II/ Quý IV", "II. Tháng 10/2023", "II. Các tháng cuối năm", "II. Năm 2024", "Quý IV/2023"],
)
def test_tasks_stand_below_a_later_time(heading: str) -> None:
    found = dondoc.extract(dondoc.read(f"{HEAD}{DONE}{heading}\n\n{TASK}\n".encode())).directives
    assert [one.lead[0].canonical for one in found] == ["Phòng Kinh tế"]


def test_a_later_time_and_a_colon_head_a_task() -> None:
    facts = dondoc.extract(dondoc.read(f"{HEAD}{DONE}2. Tháng 10: {TASK}\n".encode()))
    assert [facts.text[one.span] for one in facts.directives] == [TASK]
    assert facts.quantities[-1].role == "plan"


@pytest.mark.parametrize("heading", ["II. QUÝ III NĂM 2023", "II. Tháng 9", "II. Năm 2023", "II. Quý II/2023"])
def test_results_stand_below_a_time_that_is_over(heading: str) -> None:
    body = f"{HEAD}{DONE}{heading}\n\nPhòng Kinh tế tổ chức 04 lớp tập huấn.\n"
    assert not dondoc.extract(dondoc.read(body.encode())).directives


@pytest.mark.parametrize(
    ("words", "period", "ahead"),
    [
        ("III. 6 tháng cuối năm", "2023-H1", True),
        ("III. 6 tháng cuối năm", "2023", False),
        ("D. NĂM HỌC 2023-2024", "2023-06", True),
        ("5. Tháng 10:", "2023-01..2023-09", True),
        ("Quý I/2024", "2023-Q4", True),
        ("Năm 2031", "2023", False),
        ("Năm 2024 phấn đấu thu 12 tỷ đồng", "2023", False),
        ("Tháng 10", None, False),
    ],
)
def test_what_is_ahead(words: str, period: str | None, *, ahead: bool) -> None:
    assert heads_time_ahead(words, period) is ahead
