"""Examinations and the call-up come once a year: of the year, whatever month a text is about."""

import pytest

import dondoc

HEAD = (
    "ỦY BAN NHÂN DÂN\nHUYỆN TRÀ GIANG\n\nSố: 45/BC-UBND\n\nTrà Giang, ngày 28 tháng {month} năm 2019\n\nBÁO CÁO\n"
    "Tình hình kinh tế - xã hội {period}\n\n"
)
MONTH, HALF = HEAD.format(month="02", period="tháng 02 năm 2019"), HEAD.format(month="6", period="6 tháng đầu năm 2019")


def periods(head: str, body: str) -> list[str | None]:
    return [one.period for one in dondoc.extract(dondoc.read(f"{head}1. {body}\n".encode())).quantities]


@pytest.mark.parametrize(
    ("head", "told", "expected"),
    [
        (MONTH, "Có 1.204 thí sinh đăng ký dự thi THPT quốc gia, trong đó 118 thí sinh tự do.", ["2019", "2019"]),
        (HALF, "Tỷ lệ tốt nghiệp THPT đạt 98,1% (918/936 thí sinh).", ["2019"] * 3),
        (MONTH, "Hoàn thành giao quân 120/120 thanh niên, đạt 100%.", ["2019"] * 3),
        (HALF, "Tỷ lệ tốt nghiệp THPT đạt 98,1%; có thêm 03 trường đạt chuẩn quốc gia.", ["2019", "2019-H1"]),
        (HALF, "Giao quân 120 thanh niên. Xảy ra 14 vụ phạm pháp hình sự.", ["2019-H1", "2019-H1"]),
        (HALF, "Năm học 2018 - 2019, tỷ lệ tốt nghiệp THPT đạt 98,1%.", [None]),
        (MONTH, "Phúc tra 204 thanh niên trong độ tuổi nhập ngũ.", ["2019-02"]),
        (MONTH, "Thi học sinh giỏi có 46 em đoạt giải.", ["2019-02"]),
    ],
)
def test_what_comes_once_a_year(head: str, told: str, expected: list[str | None]) -> None:
    assert periods(head, told) == expected


PLAN = HEAD.replace("BC-UBND", "KH-UBND").replace("BÁO CÁO\nTình hình", "KẾ HOẠCH\nPhát triển")


def test_a_season_that_a_plan_of_the_year_sets_targets_for() -> None:
    plan = PLAN.format(month="01", period="năm 2019")
    assert periods(plan, "Phấn đấu gieo cấy vụ Xuân 1.120 ha lúa.") == ["2019"]
    assert periods(MONTH, "Vụ Xuân đã gieo cấy 1.120 ha lúa.") == [None]


def test_grain_of_the_spring_in_a_report_on_half_a_year() -> None:
    told = "Diện tích cây lương thực có hạt vụ xuân 4.120 ha. Trong đó: lúa xuân 810 ha."
    assert periods(HALF, told) == ["2019-H1", "2019-H1"]
    assert periods(HALF, "Lúa vụ xuân đã gieo cấy 810 ha.") == [None]


def test_a_flock_to_be_vaccinated_is_no_plan_of_the_year() -> None:
    assert periods(HALF, "Tiêm phòng đợt 2: trâu bò 1.260 liều/1.800 liều, đạt 70%.")[1] is None
    assert periods(HALF, "Trồng rừng 168 ha/240 ha, đạt 70% kế hoạch.")[1] == "2019"
