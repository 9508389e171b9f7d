"""How things stand "hiện nay", told in a task of a notice on more than a month: in the month in which it is written."""

import pytest

import dondoc

HEAD = (
    "ỦY BAN NHÂN DÂN\nHUYỆN TRÀ GIANG\n\nSố: 45/TB-UBND\n\nTrà Giang, ngày 08 tháng 10 năm 2019\n\nTHÔNG BÁO\n"
    "Kết luận của Chủ tịch UBND huyện tại {meeting}\n\n1. "
)
QUARTER = HEAD.format(meeting="Hội nghị sơ kết công tác quý III năm 2019")
MONTH = HEAD.format(meeting="phiên họp thường kỳ tháng 9 năm 2019")


@pytest.mark.parametrize(
    ("head", "task", "expected"),
    [
        (QUARTER, "Giao Phòng Giáo dục bố trí đủ giáo viên (hiện còn thiếu 16 giáo viên).", "2019-10"),
        (QUARTER, "Giao UBND các xã bàn giao nốt mặt bằng (hiện đã bàn giao 28 ha).", "2019-10"),
        (QUARTER, "Giao Phòng Giáo dục bố trí đủ giáo viên (đến nay còn thiếu 16 giáo viên).", "2019-Q3"),
        (MONTH, "Giao Phòng Giáo dục bố trí đủ giáo viên (hiện còn thiếu 16 giáo viên).", "2019-09"),
    ],
)
def test_today_in_a_task(head: str, task: str, expected: str) -> None:
    facts = dondoc.extract(dondoc.read(f"{head}{task}\n".encode()))
    assert [one.period for one in facts.quantities] == [expected]
