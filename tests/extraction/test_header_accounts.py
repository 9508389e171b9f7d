"""Texts without a head: accounts that nobody tells, news that retells a report, and the time that both are about."""

import pytest

import dondoc
from dondoc.facts import Facts

OPENING = (
    "Năm 2018, tổng sản phẩm trên địa bàn tỉnh đạt 48.500 tỷ đồng, tăng 7,3% so với năm 2017; công nghiệp tăng 9,1%, "
    "dịch vụ tăng 7,4%, nông nghiệp tăng 3,2%, thuế sản phẩm tăng 5,8%. Thu ngân sách năm 2018 đạt 6.120 tỷ đồng.\n\n"
)
FARMS = (
    "Trồng trọt: diện tích gieo trồng 108.900 ha, giảm 1,2%; sản lượng 461.500 tấn, tăng 0,8%; rau màu 12.300 ha, tăng "
    "4,1%; cây ăn quả 9.800 ha, tăng 6,5%. Đàn bò năm 2018 có 38.200 con, tăng 2,4%; đàn lợn 410.000 con, giảm 3%.\n\n"
)
TRADE = (
    "Bán lẻ đạt 31.400 tỷ đồng, tăng 11,2%; xuất khẩu đạt 820 triệu USD, tăng 8,8%; du lịch đón 1.240.000 lượt khách, "
    "tăng 9,5%, doanh thu 640 tỷ đồng, tăng 14,2%.\n"
)
ACCOUNT = OPENING + FARMS + TRADE


def read(words: str) -> Facts:
    return dondoc.extract(dondoc.read(words.encode()))


def test_an_account_that_nobody_tells_is_other_and_about_its_year() -> None:
    found = read(ACCOUNT)
    assert (found.header.type, found.header.period) == ("other", "2018")
    assert {quantity.period for quantity in found.quantities} == {"2018"}


@pytest.mark.parametrize(
    "words",
    [
        "Kinh tế tỉnh Đông Khê khởi sắc\n\n" + ACCOUNT,
        ACCOUNT + "\nTheo Cục Thống kê tỉnh, đây là mức tăng khá.\n",
        ACCOUNT + "\nTại kỳ họp, các đại biểu thống nhất.\n",
        OPENING,
    ],
)
def test_a_headline_somebody_who_tells_or_few_figures_make_no_account(words: str) -> None:
    assert read(words).header.type == "news"


def test_a_page_that_retells_a_report_is_news_of_its_day() -> None:
    title = "Tình hình sản xuất nông nghiệp tháng 11\n\n22/11/2018\n\n"
    body = (
        "Theo báo cáo của Sở Nông nghiệp, đến ngày 15/11/2018, toàn tỉnh trồng 31.920 ha rau; đàn lợn đạt 61.000 con.\n"
    )
    header = read(title + body).header
    assert (header.type, header.issued, header.period) == ("news", "2018-11-22", "2018-11")
    assert read(title + "1. Trồng trọt\n\nToàn tỉnh trồng 31.920 ha rau.\n").header.type == "report"


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("(BDK) - Sản xuất trong quý I/2022 tiếp tục khởi sắc, tăng 7,1% so với cùng kỳ.", "2022-Q1"),
        ("(BDK) - Trong quý I/2022, tỉnh tiếp tục triển khai 12 dự án.", None),
        ("Kết quả thực hiện các chỉ tiêu, nhiệm vụ phát triển kinh tế - xã hội, bảo đảm an sinh của huyện trong năm "
         "2024 rất khá: thu 84 tỷ đồng, chi 70 tỷ đồng, đạt 102%.", "2024"),
        ("date 2024-10 Huyện giao chỉ tiêu thực hiện năm 2024. Theo UBND huyện, ước tính đến ngày 30-9, thu được 59 tỷ "
         "đồng, đạt 93% dự toán, trồng 77 ha.", "2024-09"),
        ("Theo Sở Công Thương, trong quý đầu năm 2017, bán lẻ đạt 31 tỷ đồng, tăng 4%, thu 6 tỷ đồng.", "2017-Q1"),
        ("Trong 6 tháng đầu 2012, kinh tế tăng 8,4%, thu 3.443 tỷ đồng, chi 2.110 tỷ đồng.", "2012-H1"),
    ],
)  # fmt: skip
def test_the_time_that_news_are_about(words: str, period: str | None) -> None:
    assert read(words + "\n").header.period == period


def test_a_year_by_which_something_must_be_done_is_not_what_news_are_about() -> None:
    told = "Chủ tịch UBND tỉnh yêu cầu bến xe phải xong trong năm 2017.\n\nHiện còn 34 hộ chưa di dời.\n"
    assert read("Tỉnh yêu cầu di dời bến xe\n\n" + told).quantities[0].period is None


@pytest.mark.parametrize(
    ("first", "period"),
    [("Giá trị sản xuất quý III đạt 187 tỷ đồng.", "2018-Q3"), ("GRDP 9 tháng tăng 7,5%.", "2018-01..2018-09")],
)
def test_a_report_on_a_quarter_and_the_months_so_far_is_about_what_it_tells_first(first: str, period: str) -> None:
    head = "UBND HUYỆN ĐÔNG KHÊ\nSố: 27/BC-UBND\n\nBÁO CÁO\nTình hình kinh tế - xã hội quý III và 9 tháng năm 2018\n\n"
    found = read(f"{head}1. Kinh tế\n\n{first}\n\n2. Xã hội\n\nTổ chức khám bệnh cho 18.205 lượt người.\n")
    assert found.quantities[-1].period == period


def test_an_account_goes_on_with_the_time_of_the_sentence_before() -> None:
    shops = "Tại thời điểm 31/12/2017, tỉnh có 1.858 cửa hàng. Lao động của các cửa hàng là 34.132 người.\n"
    assert [quantity.period for quantity in read(ACCOUNT + "\n" + shops).quantities][-2:] == ["2017", "2017"]
