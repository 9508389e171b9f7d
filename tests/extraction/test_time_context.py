"""The year a document is about, where its head does not say."""

from datetime import date

import pytest

from dondoc.extraction.time_context import read_context
from dondoc.facts import Event, Header
from dondoc.reading import read


@pytest.mark.parametrize(
    ("words", "year"),
    [
        ("Thu ngân sách quý I tăng 8% so với cùng kỳ năm 2017. Kế hoạch năm 2018 là 900 tỷ đồng.", 2018),
        ("Theo giá so sánh năm 2010, giá trị sản xuất tháng 5/2019 tăng 9%.", 2019),
        ("Năm 2021, tỉnh có 12 xã đạt chuẩn.", 2021),
        ("Xuất khẩu quý I cao nhất kể từ năm 2011. Ba tháng đầu năm 2018, tỉnh xuất 12 nghìn tấn.", 2018),
        ("Công trình dở dang từ năm 2014 nay đã xong; năm 2017 tỉnh thông 3 cầu.", 2017),
        ("Phấn đấu đến năm 2030 có 60 xã; hết năm 2024 đã có 41 xã.", 2024),
        ("Tổng kết năm 2016. Theo Kế hoạch số 14 ngày 3/4/2017 của Sở Y tế, 5 đội đã ra quân.", 2017),
        ("Năm 2016 có 3 xã đạt. Căn cứ Công văn số 88/SYT ngày 7 tháng 2 năm 2017, 9 trạm đã tiêm.", 2017),
        ("Năm 2016 xếp thứ 20. Huyện phải tăng cao hơn mức 6 tháng đầu năm 2017 (9,2%).", 2017),
        ("Năm 2016 xếp thứ 20; 9 tháng năm 2017, huyện thu 12 tỷ đồng.", 2017),
        ("Năm 2016 thu 90 tỷ đồng, xây dựng nhiệm vụ 6 tháng đầu năm 2017.", 2016),
        ("Năm 2016 thu 90 tỷ đồng, tập trung cho nửa đầu năm 2017.", 2016),
        ("Năm 2016 thu 90 tỷ đồng, phấn đấu quý I/2017 thu 20 tỷ đồng.", 2016),
        ("So với năm 2016, diện tích tăng 3%.", None),
        ("Trong giai đoạn 2016 - 2020, tỉnh trồng 3.000 ha rừng.", None),
        ("Có 2.019 hộ và 120201 lượt người.", None),
    ],
)
def test_the_year_is_not_one_that_is_compared_with(words: str, year: int | None) -> None:
    assert read_context(read(words.encode()), Header()).year == year


def test_a_notice_with_a_blank_day_speaks_from_the_day_it_tells_of() -> None:
    event = Event("họp giao ban", date(2026, 7, 28))
    assert read_context(read("Họp giao ban.".encode()), Header(issued="2026-07", event=event)).issued == date(
        2026, 7, 28
    )
    assert read_context(read("Họp giao ban.".encode()), Header(issued="2026-08", event=event)).issued == date(
        2026, 8, 31
    )
