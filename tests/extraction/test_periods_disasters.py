"""The damage of a storm or a flood stands in the month in which that struck, where it is before the one reported on."""

import pytest

import dondoc

HEAD = (
    "ỦY BAN NHÂN DÂN\nTỈNH SÔNG LAM\n\nSố: 131/{symbol}-UBND\n\n"
    "Sông Lam, ngày 04 tháng {issued}\n\n{kind}\n{subject}\n\n"
)
NOTICE = HEAD.format(
    symbol="TB",
    issued="11 năm 2015",
    kind="THÔNG BÁO",
    subject="Kết luận của Chủ tịch UBND tỉnh tại phiên họp thường kỳ tháng 10/2015",
)
HALF = HEAD.format(
    symbol="BC", issued="7 năm 2015", kind="BÁO CÁO", subject="Kết quả thực hiện nhiệm vụ 6 tháng đầu năm 2015"
)


def periods(head: str, body: str) -> list[str | None]:
    return [one.period for one in dondoc.extract(dondoc.read(f"{head}1. {body}\n".encode())).quantities]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("Bão số 4 (ngày 12/9/2015) làm 3 người chết, 412 nhà tốc mái.", ["2015-09", "2015-09"]),
        ("Đêm 17/8, lốc xoáy làm tốc mái 124 nhà, ước thiệt hại 3,2 tỷ đồng.", ["2015-08", "2015-08"]),
        ("Đợt mưa lũ ngày 15 - 18/9 làm ngập 812 ha lúa; 26 km kênh mương bị sạt lở.", ["2015-09"] * 2),
        ("Rạng sáng 09/7/2015, một vụ cháy tại chợ Đồn thiêu rụi 41 quầy hàng.", ["2015-07"]),
        (
            "Bão số 4 (ngày 12/9/2015) làm 3 người chết. Tổng thiệt hại 218 tỷ đồng, trong đó nhà ở 64 tỷ đồng.",
            ["2015-09"] * 3,
        ),
        ("Mưa lớn ngày 06/10 làm 18 ha rau bị ngập.", ["2015-10"]),
        ("Bão số 4 (ngày 12/9/2015) làm 3 người chết. Thu ngân sách đạt 84 tỷ đồng.", ["2015-09", "2015-10"]),
        ("Phương án phòng chống bão lập trước ngày 15/8. Đã cắm 37 biển báo.", ["2015-10"]),
        ("Ngày 12/9/2015, đoàn thanh niên trồng 214 cây xanh.", ["2015-10"]),
    ],
)
def test_damage_told_in_a_notice_on_october(told: str, expected: list[str]) -> None:
    assert periods(NOTICE, told) == expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("Trận mưa đá ngày 27/3 làm 164 nhà hư hỏng mái.", ["2015-H1"]),
        ("Sau đợt mưa lũ cuối tháng 5, toàn tỉnh có 62 nhà bị ngập.", ["2015-H1"]),
        ("Riêng bão số 1 và mưa lũ tháng 6 làm 84 nhà sập.", ["2015-H1"]),
        ("Đợt rét tháng 12/2014 làm chết 120 con trâu.", ["2014-12"]),
        ("Tháng 5, toàn tỉnh trồng 34 ha rừng.", ["2015-05"]),
    ],
)
def test_a_day_or_month_of_the_time_reported_on(told: str, expected: list[str]) -> None:
    assert periods(HALF, told) == expected
