"""What a document without a stated period is about: never what is still to come, never a month for a school year."""

import dondoc

LETTER = """UBND HUYỆN LONG KHÊ
Số: 77/UBND-TH
Long Khê, ngày 08 tháng 9 năm 2020

Kính gửi: Thủ trưởng các phòng, ban.

Theo kết quả theo dõi, còn 12 nhiệm vụ quá hạn. Văn phòng kiểm tra tình hình thực hiện tại 05 đơn vị trong {when}.
"""
SCHOOL = """PHÒNG GIÁO DỤC VÀ ĐÀO TẠO
Số: 8/BC-PGDĐT
Long Khê, ngày 05 tháng 6 năm 2019

BÁO CÁO
Tổng kết năm học 2018 - 2019, nhiệm vụ năm học 2019 - 2020

Toàn huyện có 41 trường với 12.380 học sinh.
"""


def periods(source: str) -> list[str | None]:
    return [quantity.period for quantity in dondoc.extract(dondoc.read(source.encode())).quantities]


def test_a_quarter_still_to_come_is_not_what_a_letter_reports_on() -> None:
    assert "2020-Q4" not in periods(LETTER.format(when="quý IV"))[:1]
    assert periods(LETTER.format(when="quý IV"))[0] == periods(LETTER.format(when="tuần tới"))[0]


def test_a_report_on_a_school_year_has_no_month() -> None:
    assert periods(SCHOOL) == [None, None]
    assert periods(
        SCHOOL.replace("Tổng kết năm học 2018 - 2019, nhiệm vụ năm học 2019 - 2020", "Công tác tháng 5")
    ) == [
        "2019-05",
        "2019-05",
    ]


def test_the_year_since_when_something_is_highest_is_not_the_year_of_news() -> None:
    source = """Xuất khẩu 6 tháng đầu năm cao nhất kể từ năm 2011

Kim ngạch xuất khẩu 6 tháng đầu năm 2018 của tỉnh ước đạt 412 triệu USD, tăng 9,4% so với cùng kỳ năm trước.
"""
    assert periods(source) == ["2018-H1", "2018-H1"]
