"""The day that news tell of: in their first words, or below them."""

import pytest

from dondoc.extraction import extract
from dondoc.extraction.time_context import read_context
from dondoc.facts import Header
from dondoc.reading import read
from dondoc.reading.plain import read_plain

NEWS = Header(type="news")
STORY = (
    "Huyện Lâm Hà gỡ vướng về mặt bằng\n\nChủ tịch UBND huyện yêu cầu Phòng Tài chính khẩn trương gỡ vướng, "
    "báo cáo UBND huyện trước ngày 20/9.\n\nCông tác giải phóng mặt bằng đã được chỉ đạo từ tháng 6.\n\n"
)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Chiều 14/8/2024, UBND tỉnh tổ chức cuộc họp.", "2024-08-14"),
        ("(LH) - Sáng 5/3/2021, Phó Chủ tịch UBND tỉnh chủ trì cuộc họp.", "2021-03-05"),
        ("Ngày 20 tháng 4 năm 2019, HĐND huyện họp.", "2019-04-20"),
        ("Chiều 26/5, UBND tỉnh tổ chức hội nghị. Từ đầu năm 2023 đến nay xảy ra 12 vụ.", "2023-05-26"),
        ("Chiều 26/5, UBND tỉnh tổ chức hội nghị. Quý I năm 2022, xuất khẩu tăng 8%.", "2022-05-26"),
        ("Chiều 26/5, UBND tỉnh tổ chức hội nghị. Đến năm 2030 có 60 xã đạt chuẩn.", None),
        ("Hội nghị bàn việc sửa đường, họp chiều 14/8/2024 như đã hẹn.", None),
        ("Chiều 31/2/2024, UBND tỉnh tổ chức cuộc họp.", None),
    ],
)
def test_the_first_words_name_the_day(words: str, day: str | None) -> None:
    issued = read_context(read(words.encode()), NEWS).issued
    assert (issued.isoformat() if issued else None) == day


def test_a_notice_is_dated_by_its_head_alone() -> None:
    words = "Chiều 26/5, UBND tỉnh tổ chức hội nghị. Từ đầu năm 2023 đến nay xảy ra 12 vụ."
    assert read_context(read(words.encode()), Header(type="official_letter")).issued is None


@pytest.mark.parametrize(
    ("words", "year"),
    [
        ("Đến năm 2030, toàn huyện có 60 xã đạt chuẩn, tầm nhìn 2045 là đô thị.", None),
        ("Phấn đấu đến hết năm 2028 hoàn thành 7 cầu.", None),
        ("Tính đến năm 2024, huyện có 12 xã đạt chuẩn.", 2024),
        ("Đến năm 2030 có 60 xã; trong năm 2025 thêm 4 xã.", 2025),
    ],
)
def test_a_year_that_is_aimed_at_is_not_the_one_told_of(words: str, year: int | None) -> None:
    assert read_context(read(words.encode()), NEWS).year == year


@pytest.mark.parametrize(
    ("foot", "day"),
    [
        ("Giờ đăng: 17:00 18/09/2025", "2025-09-18"),
        ("Ngày đăng: 18/9/2025", "2025-09-18"),
        ("Cập nhật lúc 08h15, ngày 18/09/2025", "2025-09-18"),
        ("Xuất bản: 18-09-2025", "2025-09-18"),
        ("Theo báo địa phương ngày 18/9/2025", None),
    ],
)
def test_a_paper_writes_the_day_below(foot: str, day: str | None) -> None:
    header = extract(read_plain(STORY + foot)).header
    assert header.type == "news"
    assert header.issued == day
    assert header.period is None


def test_the_year_of_a_document_is_none_that_news_report_on() -> None:
    story = (
        "Toàn văn kết luận về sắp xếp các bến xe\n\nVăn phòng UBND tỉnh ban hành Thông báo 15/TB-VP năm 2024 về kết "
        "luận của Chủ tịch UBND tỉnh.\n\nThống nhất nguyên tắc mỗi huyện chỉ có 01 bến xe.\n"
    )
    (bus_stations,) = extract(read_plain(story)).quantities
    assert (bus_stations.role, bus_stations.period) == ("count", None)


def test_since_new_year_ends_with_the_month_of_the_news() -> None:
    story = (
        "Phát triển doanh nghiệp năm 2018\n\nNgày đăng: 14/07/2018\n\nTừ đầu năm đến nay, toàn huyện đã có 169 doanh "
        "nghiệp thành lập mới.\n\nNăm 2018, huyện thu hút 12 dự án.\n\nChủ tịch UBND huyện yêu cầu các phòng rà soát.\n"
    )
    firms, projects = extract(read_plain(story)).quantities
    assert (firms.role, firms.period) == ("cumulative", "2018-01..2018-07")
    assert projects.period == "2018"


@pytest.mark.parametrize("dateline", ["Thứ sáu, 24.12.2010", "Số ra Thứ Sáu, ngày 24 - 12 - 2010"])
def test_the_weekday_over_the_news(dateline: str) -> None:
    words = f"{dateline}\n\n{STORY}Theo Chủ tịch huyện, thu ngân sách đạt 12 tỷ đồng."
    assert extract(read_plain(words)).header.issued == "2010-12-24"
