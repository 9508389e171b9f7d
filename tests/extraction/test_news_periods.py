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
        ("Bán lẻ tăng 7% so cùng kỳ 2018.", 2019),
        ("Cấp phép 34 dự án, nhiều hơn 6 tháng đầu năm 2018 là 9 dự án.", 2019),
        ("Đàn bò tăng 3% so cùng thời điểm năm 2016.", 2017),
        ("Chỉ số sản xuất tháng Sáu tăng 9% so với tháng 6/2020.", 2021),
        ("Chỉ số sản xuất tháng Sáu tăng 1% so với tháng 5/2020.", 2020),
        ("Giá tiêu dùng tăng 0,8% so với tháng 12/2019.", 2020),
        ("Sản lượng tháng 5 bằng 104% tháng 5 năm 2018.", 2019),
        ("Thu tăng 12% so với năm 2018; chi tăng 8% so với năm 2018.", 2019),
        ("Đến năm 2030 có 900 ha, tăng 80 ha so với năm 2010, rừng tăng 20 ha so với năm 2010.", None),
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


RETAIL = """Giá cả ở Lâm Thượng ổn định

Tổng mức bán lẻ tháng {month} của tỉnh đạt 4.310 tỷ đồng, tăng 0,9% so với tháng trước và tăng 5,4% so với cùng kỳ.\
 Tính chung {months}, bán lẻ đạt 33.120 tỷ đồng, tăng 6,8% so cùng kỳ 2018.
"""
OF_YEAR = """Du lịch Hải Sơn qua một năm

{opening} Lượng khách ước đạt 312 nghìn lượt, giảm 41% so với năm 2020; doanh thu 210 tỷ đồng, giảm 38% so với năm 2020.
"""


@pytest.mark.parametrize(
    ("month", "months", "period", "so_far"),
    [
        ("tám", "8 tháng", "2019-08", "2019-01..2019-08"),
        ("Mười một", "11 tháng", "2019-11", "2019-01..2019-11"),
        ("sáu", "6 tháng đầu năm nay", "2019-06", "2019-H1"),
    ],
)
def test_months_in_words_are_of_the_year_after_the_one_compared_with(
    month: str, months: str, period: str, so_far: str
) -> None:
    facts = dondoc.extract(dondoc.read(RETAIL.format(month=month, months=months).encode()))
    assert facts.header.period == period
    assert [quantity.period for quantity in facts.quantities] == [*[period] * 3, so_far, so_far]


@pytest.mark.parametrize(
    "opening",
    [
        "2021 là năm trầm lắng của ngành.",
        "Dịch bệnh kéo dài.",
        "2021 tiếp tục là năm trầm lắng.",
        "Năm 2021, khách ít.",
    ],
)
def test_what_is_told_against_the_year_before_is_told_of_the_year(opening: str) -> None:
    facts = dondoc.extract(dondoc.read(OF_YEAR.format(opening=opening).encode()))
    assert facts.header.period == "2021"
    assert {quantity.period for quantity in facts.quantities} == {"2021"}


@pytest.mark.parametrize(
    ("page", "period"),
    [
        # What a later sentence aims at or compares with says nothing of the months before it.
        ("Huyện Bình Lộc thu ngân sách khá\n12/08/2019\n(BLO) - Theo báo cáo, 7 tháng đầu năm thu 27 tỷ đồng, đạt 71%"
         " kế hoạch; trồng 140 ha chè; xuất khẩu 3 triệu USD. Phấn đấu đến năm 2020 có 3 xã về đích.",
         "2019-01..2019-07"),
        ("Huyện Bình Lộc thu ngân sách khá\n12/08/2019\n(BLO) - Tình hình kinh tế tháng 7 chuyển biến tốt. Thu 18 tỷ"
         " đồng, trồng 140 ha chè, xuất khẩu 3 triệu USD, hơn hẳn tháng 7 năm 2016.", "2019-07"),
        # In January December is the one before.
        ("Công nghiệp tỉnh tăng khá\n05/01/2018\n(BNG) - Trong tháng 12, sản xuất tăng 3,1%, xuất khẩu đạt 31 triệu"
         " USD, thu 210 tỷ đồng. Cả năm, chỉ số tăng 8%.", "2017-12"),
        # What is still to come is no period of what is reported.
        ("Thành phố họp thường kỳ: dồn sức cho 6 tháng cuối năm\n03/07/2019\n(TPO) Ngày 2-7, UBND thành phố họp thường"
         " kỳ tháng 6 đánh giá tình hình. GRDP tăng 5%, xuất khẩu 512 triệu USD, thu 12 tỷ đồng.", "2019-06"),
        ("Khai mạc kỳ họp: 14/17 chỉ tiêu năm 2019 đạt và vượt\n09/12/2019\n(BHN) - GRDP tăng 7%, xuất khẩu 310 triệu"
         " USD, thu ngân sách 1.640 tỷ đồng.", "2019"),
    ],
)  # fmt: skip
def test_the_day_of_the_news_says_which_year_its_months_are_of(page: str, period: str) -> None:
    assert dondoc.extract(dondoc.read(f"{page}\n".encode())).header.period == period


def test_a_session_that_reviews_its_month_reports_on_the_month() -> None:
    page = (
        "Vốn đầu tư vào Lâm Thượng tăng\n10/09/2024 8:47\nTrong 8 tháng năm 2024, tỉnh thu hút trên 1,4 tỷ USD, tăng"
        " 31% so với cùng kỳ.\nTại phiên họp của UBND tỉnh đánh giá tình hình kinh tế - xã hội tháng 8, thu ngân sách"
        " 8 tháng đạt 3.810 tỷ đồng; bán lẻ tháng 8 đạt 1.240 tỷ đồng.\n"
    )
    facts = dondoc.extract(dondoc.read(page.encode()))
    assert facts.header.period == "2024-08"
    assert [quantity.role for quantity in facts.quantities if quantity.unit != "%"] == ["cumulative"] * 2 + ["actual"]


@pytest.mark.parametrize(
    ("told", "role"),
    [
        ("đến năm 2020 có 105 ha, thực tăng 20 ha so với năm 2010", "plan"),
        ("điều chỉnh đến năm 2020 còn 105 ha", "plan"),
        ("đến năm 2015 có 105 ha", "actual"),
    ],
)
def test_what_news_without_a_day_tell_of_years_to_come_is_planned(told: str, role: str) -> None:
    page = f"Quy hoạch đất ở Lâm Thượng\nNăm 2015, tỉnh có 5.990 ha đất. Về đất ở, {told}. Đất rừng có 7 ha.\n"
    found = dondoc.extract(dondoc.read(page.encode()))
    assert next(one.role for one in found.quantities if found.text[one.span] == "105 ha") == role


def test_years_that_news_look_back_on_are_no_years_to_come() -> None:
    page = "Rừng ở Lâm Thượng giảm\nNăm 2012, tỉnh có 5.990 ha rừng, đến năm 2018 còn 105 ha. Đất khác có 7 ha.\n"
    assert {quantity.role for quantity in dondoc.extract(dondoc.read(page.encode())).quantities} == {"actual"}


@pytest.mark.parametrize(
    "told",
    [
        "tăng 7,4% (cùng kỳ quý I/2024 tăng 6,1%)",
        "tăng 7,4%, cùng kỳ 3 tháng đầu năm 2024 tăng 6,1%",
        "tăng 7,4%, hơn cùng kỳ của quý I năm 2024 (6,1%)",
    ],
)
def test_a_part_of_the_year_before_is_compared_with(told: str) -> None:
    page = f"Về tình hình quý I, UBND tỉnh cho biết thu ngân sách {told}. Chi 20 tỷ đồng, trồng 30 ha rừng."
    assert periods(page)[0] == "2025-Q1"


def test_a_year_far_behind_in_a_name_is_not_the_one_told() -> None:
    page = (
        "Để công tác thu ngân sách 6 tháng cuối năm khá hơn, Chủ tịch UBND tỉnh yêu cầu các sở, ngành và các huyện,"
        " thành phố thực hiện tốt kết luận của Bí thư Tỉnh ủy tại Hội nghị tổng kết năm 2016 và Kế hoạch số 4 ngày"
        " 2/3/2017. Trong 6 tháng đầu năm, tỉnh đã thu 410 tỷ đồng."
    )
    assert periods(page)[-1] == "2017-H1"


@pytest.mark.parametrize(
    ("told", "period"),
    [
        ("tại họp báo thường kỳ quý II, Sở Công Thương cho biết bán lẻ 6 tháng ước đạt 40 tỷ đồng", "2025-H1"),
        ("tại phiên họp thường kỳ quý II, UBND huyện cho biết tổng thu 6 tháng là 31 tỷ đồng", "2025-H1"),
        ("tại phiên họp thường kỳ quý III, UBND huyện cho biết thu 9 tháng đạt 40 tỷ đồng", "2025-01..2025-09"),
        ("tại họp báo thường kỳ quý II, Sở Công Thương cho biết bán lẻ quý II đạt 40 tỷ đồng, 6 tháng 90 tỷ đồng",
         "2025-Q2"),
        ("tại họp báo về tình hình quý II, Sở Công Thương cho biết 6 tháng bán lẻ đạt 40 tỷ đồng", "2025-Q2"),
    ],
)  # fmt: skip
def test_a_quarter_that_names_a_meeting(told: str, period: str) -> None:
    page = f"Sản xuất khởi sắc\n\n04/10/2025 - 09:30\n\nChiều 3/10, {told}. Dịch vụ tăng 8,2%, trồng 30 ha rừng."
    assert periods(page)[-1] == period
