"""The time of figures in conclusions whose head names none: the day told, what is asked for, what goes before."""

import pytest

import dondoc

HEAD = (
    "VĂN PHÒNG CHÍNH PHỦ\nSố: 31/TB-VP\n\nTHÔNG BÁO\n\nKết luận tại buổi làm việc với tỉnh\n\n"
    "Ngày 29 tháng 11 năm 2025, Phó Thủ tướng đã kiểm tra và làm việc với tỉnh, kết luận như sau:\n\n"
)


def periods(body: str) -> list[str | None]:
    found = dondoc.extract(dondoc.read(f"{HEAD}{body}\n".encode()))
    return [quantity.period for quantity in found.quantities]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Đợt mưa lũ vừa qua đã làm 963 nhà bị sập.", "2025-11"),
        ("Theo báo cáo của Sở, đến ngày 07 tháng 10 năm 2025, các xã đã bàn giao 19 km.", "2025-10"),
        ("Tuy nhiên, đến ngày 15/9/2025, các xã mới bàn giao 19 km.", "2025-09"),
        ("GRDP 9 tháng năm 2025 tăng 6,9%.", "2025-01..2025-09"),
    ],
)
def test_the_day_told(body: str, expected: str) -> None:
    assert periods(f"I. ĐÁNH GIÁ CHUNG\n\n{body}\n\nII. NHIỆM VỤ\n\nCác sở tiếp tục thực hiện.")[0] == expected


def test_what_is_asked_for_has_no_time() -> None:
    told = "I. ĐÁNH GIÁ CHUNG\n\nKinh tế 10 tháng năm 2025: thu ngân sách 1.204 tỷ đồng, tăng 8%.\n\n"
    asked = (
        "III. VỀ MỘT SỐ KIẾN NGHỊ CỦA TỈNH\n\n1. Về kiến nghị hỗ trợ khoảng 200 tỷ đồng: Giao Bộ Tài chính xem xét.\n"
    )
    found = periods(told + asked)
    assert found[-1] is None
    assert found[0] == "2025-01..2025-10"


@pytest.mark.parametrize(
    ("present", "expected"),
    [
        ("Dự họp có 48 đại biểu.", "2023-10"),
        ("Tham dự có đại diện 15 doanh nghiệp vận tải.", "2023-10"),
        ("Hội nghị kết nối đến 18 điểm cầu.", "2023-10"),
        ("Hội nghị đã nghe 19 ý kiến phát biểu.", "2023-01..2023-09"),
        ("Tham dự có Chủ tịch UBND 20 xã.", None),
    ],
)
def test_who_sat_in_the_meeting_is_of_its_month(present: str, expected: str | None) -> None:
    head = (
        "UBND HUYỆN AN BÌNH\nSố: 31/TB-UBND\n\nTHÔNG BÁO\n\nKết luận tại Hội nghị giao ban 9 tháng năm 2023\n\n"
        f"Ngày 12/10/2023, Chủ tịch UBND huyện chủ trì Hội nghị giao ban 9 tháng đầu năm 2023. {present}\n\n"
        "Chủ tịch UBND huyện kết luận như sau:\n\n1. Thu ngân sách đạt 31 tỷ đồng.\n"
    )
    assert dondoc.extract(dondoc.read(head.encode())).quantities[0].period == expected
