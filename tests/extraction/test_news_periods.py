"""What a page of news without an official head reports on: by its own words, the year by what it compares with."""

import pytest

import dondoc
from dondoc.extraction.time_context import read_context
from dondoc.facts import Header
from dondoc.reading import read

NEWS = """Huyện Long Khê thu ngân sách khá

Theo UBND huyện, {told} thu ngân sách đạt 42 tỷ đồng, tăng 8% so với cùng kỳ năm 2021.\
 Toàn huyện trồng được 318 ha rừng, \
giải quyết việc làm cho 940 lao động.
"""


def periods(words: str) -> list[str | None]:
    return [quantity.period for quantity in dondoc.extract(dondoc.read(words.encode())).quantities]


@pytest.mark.parametrize(
    ("words", "year"),
    [
        ("Quý I, thu ngân sách tăng 8% so với cùng kỳ năm 2017.", 2018),
        ("Dư nợ tăng 4% so với cuối năm 2021.", 2022),
        ("Thu ngân sách tăng 8% so với cùng kỳ năm 2017. Năm 2019, thu tiếp tục tăng.", 2019),
        ("So với giai đoạn 2016 - 2020, diện tích tăng 3%.", None),
        ("So với năm 2016, diện tích tăng 3%.", None),
    ],
)
def test_the_year_comes_after_the_one_compared_with(words: str, year: int | None) -> None:
    assert read_context(read(words.encode()), Header()).year == year


def test_months_so_far_hold_for_the_whole_page() -> None:
    assert set(periods(NEWS.format(told="trong 9 tháng đầu năm"))) == {"2022-01..2022-09"}


def test_the_day_up_to_which_is_counted_gives_the_month() -> None:
    found = periods(NEWS.format(told="tính đến ngày 31/7/2022,"))
    assert found[0] in ("2022-07", "2022-01..2022-07")
    assert None not in found


def test_a_meeting_ahead_is_no_period() -> None:
    assert "2022-12" not in periods(NEWS.format(told="phiên họp tháng 12 sẽ bàn việc này; trong 9 tháng đầu năm"))


def test_a_page_of_news_without_a_day_hands_no_term_to_its_figures() -> None:
    header = Header(type="news", period="2021")
    assert read_context(read("Kế hoạch năm 2021 đã xong.".encode()), header).period is None


EVENT = """Thành phố yêu cầu điều tra đường dây lừa đảo

Chủ tịch UBND thành phố yêu cầu Công an thành phố kiểm tra, xác minh đường dây bị tố lừa đảo.

Trước đó, một nhóm người tố cáo công ty chiếm đoạt hơn 15.000 tỉ đồng của 32.000 nhà đầu tư.
"""


def test_what_news_of_an_event_count_was_not_reached_in_any_time() -> None:
    found = dondoc.extract(dondoc.read(EVENT.encode())).quantities
    assert {(quantity.role, quantity.period) for quantity in found} == {("count", None)}


def test_a_statement_is_no_task_because_it_names_months() -> None:
    source = (
        NEWS.format(told="trong 9 tháng đầu năm")
        + "Ngoài ra, trong 9 tháng đầu năm, vốn đầu tư đạt 1.946 tỷ đồng, \
tăng 14% so với cùng kỳ năm 2021.\n"
    )
    found = dondoc.extract(dondoc.read(source.encode())).quantities
    assert [quantity.role for quantity in found][-2:] == ["actual", "change"]


@pytest.mark.parametrize(
    ("meeting", "period"),
    [
        ("đánh giá tình hình kinh tế - xã hội 9 tháng, nhiệm vụ trọng tâm quý IV/2025", "2025-01..2025-09"),
        ("đánh giá kết quả 9 tháng và nhiệm vụ quý IV năm 2025", "2025-01..2025-09"),
        ("phiên thường kỳ tháng 10, triển khai nhiệm vụ tháng 11/2025", "2025-10"),
        ("đánh giá tình hình thực hiện nhiệm vụ quý III, giải pháp quý IV/2025", "2025-Q3"),
    ],
)
def test_news_of_a_meeting_reports_on_what_was_not_on_what_is_to_be_done(meeting: str, period: str) -> None:
    words = f"Lâm Thao: UBND tỉnh họp\n\nChiều 15/10/2025, UBND tỉnh họp {meeting}. Đồng chí Trần Văn Hiếu, Chủ tịch \
UBND tỉnh chủ trì.\n\nThu ngân sách trên địa bàn đạt 14.256 tỷ đồng, bằng 82,4% dự toán."
    assert dondoc.extract(dondoc.read(words.encode())).header.period == period
