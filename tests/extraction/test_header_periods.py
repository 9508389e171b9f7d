"""What pages without an official head report on: their title, or the words that they open with."""

import pytest

import dondoc

BODY = "\n\nTổng mức bán lẻ ước đạt 412 tỷ đồng, tăng 6,2% so với cùng kỳ.\n"


def period(source: str) -> str | None:
    return dondoc.extract(dondoc.read(source.encode())).header.period


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Tình hình kinh tế - xã hội tháng 8 năm 2019 tỉnh Sông Lam", "2019-08"),
        ("Tình hình kinh tế - xã hội tháng 06, quý II và 6 tháng đầu năm 2018", "2018-06"),
        ("KINH TẾ - XÃ HỘI 6 THÁNG ĐẦU NĂM 2011", "2011-H1"),
        ("Sản xuất nông nghiệp quý III/2016", "2016-Q3"),
        ("Kết quả giải ngân vốn đầu tư công 9 tháng năm 2024", "2024-01..2024-09"),
        ("Thành tựu kinh tế - xã hội năm 2020; chỉ tiêu năm 2021", "2020"),
        ("Nhiệm vụ phát triển kinh tế - xã hội năm 2021", None),
        ("Kế hoạch sản xuất vụ xuân năm 2022", None),
        ("Lịch tiếp công dân tháng 8 năm 2022", None),
        ("Sản xuất công nghiệp tháng 7 phục hồi", None),
    ],
)
def test_title_of_a_page_without_a_head(title: str, expected: str | None) -> None:
    assert period(title + BODY) == expected


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("Trong 09 tháng, UBND huyện Long Khê đã tập trung chỉ đạo sản xuất năm 2019.", "2019-01..2019-09"),
        ("6 tháng đầu năm 2021, huyện Long Khê thu ngân sách đạt khá.", "2021-H1"),
        ("Quý I/2022, ngành thuế thu được 81 tỷ đồng.", "2022-Q1"),
        ("Năm 2021, tỉnh Sông Lam có thêm 12 xã nông thôn mới.", "2021"),
        ("Năm 2021, tỉnh Sông Lam phấn đấu có thêm 12 xã nông thôn mới.", None),
        ("Trong tháng 9, UBND huyện tiếp tục thu ngân sách.", None),
    ],
)
def test_words_that_news_open_with(opening: str, expected: str | None) -> None:
    assert period(f"(SLO) - Tin trong tỉnh\n\n{opening}{BODY}") == expected


def test_figures_published_are_a_report() -> None:
    told = "Chiều 28/6, Cục Thống kê họp báo công bố số liệu kinh tế - xã hội 6 tháng đầu năm 2023."
    assert period(told + BODY) == "2023-H1"


def test_an_official_head_goes_without_a_title() -> None:
    head = "UBND HUYỆN LONG KHÊ\nSố: 77/UBND-TH\nLong Khê, ngày 08 tháng 9 năm 2020\n\n"
    assert period(f"{head}Kính gửi: các phòng.\n\nTình hình kinh tế - xã hội tháng 8 năm 2020{BODY}") is None
