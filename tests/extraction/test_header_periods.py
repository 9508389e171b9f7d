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
        ("Tình hình kinh tế - xã hội tháng Mười và 10 tháng năm 2019", "2019-10"),
        ("Kinh tế - xã hội tháng Chín năm 2020 tỉnh Sông Lam", "2020-09"),
        ("Tình hình kinh tế - xã hội 9 tháng năm 2020", "2020-01..2020-09"),
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


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("Kết thúc năm 2020, thu ngân sách tỉnh Sông Lam đạt 1.736 tỷ đồng, tăng 7% so với cùng kỳ.", "2020"),
        ("Ngành thuế đã hoàn thành nhiệm vụ. Trong năm 2020, thu được 1.736 tỷ đồng, tăng 7%.", "2020"),
        ("Thu hút đầu tư từ đầu năm đến cuối tháng 9-2016 đạt 9,5 nghìn tỷ đồng, tăng 8%.", "2016-01..2016-09"),
        ("Từ ngày 15/7 đến 14/8/2019, công an tỉnh phát hiện 89 vụ, giảm 17 vụ so với tháng 7/2019.", "2019-08"),
        ("Đến 30/11/2021, dư nợ tín dụng đạt 65.955 tỷ đồng, tăng 12%.", "2021-11"),
        ("Tính đến hết ngày 30/9/2021, giải ngân được 1.655 tỷ đồng, đạt 62%.", "2021-01..2021-09"),
        (
            "So với tháng trước giảm 2%. Tính chung 7 tháng năm 2018, vận chuyển 17.861 nghìn tấn, tăng 9%.",
            "2018-07",
        ),
        ("Tính chung 7 tháng năm 2018, vận chuyển 17.861 nghìn tấn, tăng 9% so với cùng kỳ.", "2018-01..2018-07"),
        ("Nửa đầu năm 2022, thu ngân sách đạt 710 tỷ đồng, bằng 52%.", "2022-H1"),
        ("Trong 3 tháng đầu năm 2022, thu ngân sách đạt 310 tỷ đồng, bằng 22%.", "2022-Q1"),
        ("Vụ Kế hoạch cho biết, trong 2 tháng năm 2020, cả nước gieo được 300 ha, đạt 90%.", "2020-01..2020-02"),
        ("Sự cố vào tháng 9/2016 gây thiệt hại 40 tỷ đồng, 12 hộ phải di dời.", None),
        ("Mục tiêu trong năm 2026, thu ngân sách đạt 900 tỷ đồng, tăng 10%.", None),
        ("Năm 2026, tỉnh phấn đấu thu ngân sách đạt 900 tỷ đồng, tăng 10%.", None),
    ],
)
def test_first_time_that_news_tell_figures_of(opening: str, expected: str | None) -> None:
    assert period(f"(SLO) - {opening} Cả tỉnh có 12 xã đạt chuẩn.\n") == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Báo cáo tiến độ kỳ 25/10/2016\n\nLúa đã gặt 1.200 ha, bằng 96% so với cùng kỳ năm 2015.\n", "2016-10"),
        (
            "Tại Nghị quyết phiên họp Chính phủ thường kỳ tháng 8/2016, Chính phủ yêu cầu các Bộ chủ động.\n",
            None,
        ),
    ],
)
def test_names_and_days_of_pages(source: str, expected: str | None) -> None:
    assert period(source) == expected


HEAD = "UBND TỈNH SÔNG LAM\nSỞ XÂY DỰNG\nSố: {}\nSông Lam, ngày 22 tháng 7 năm 2024\n\n"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        # letters that report
        (HEAD.format("36/SXD\nV/v báo cáo số liệu cấp nước 6 tháng đầu năm 2024") + "Kính gửi: UBND tỉnh", "2024-H1"),
        (HEAD.format("37/SXD-KT\nV/v kết quả giải ngân tháng 6/2024") + "Kính gửi: UBND tỉnh", "2024-06"),
        (HEAD.format("38/SXD-KT\nV/v mời dự lễ kỷ niệm tháng 8/2024") + "Kính gửi: UBND tỉnh", None),
        # drafts, extracts
        (HEAD.format("/BC-SXD") + "(Dự thảo) BÁO CÁO\nKết quả công tác quý II năm 2024", "2024-Q2"),
        (HEAD.format("12/KH-SXD") + "KẾ HOẠCH\nChuyển đổi số năm 2025\n(Trích phần nhiệm vụ)", "2025"),
        # the days in the bracket behind a period
        (HEAD.format("9/BC") + "BÁO CÁO\nCông tác 6 tháng đầu năm 2024\n(từ 01/10/2023 đến 31/3/2024)",
         "2023-10..2024-03"),
        # the day up to which is counted, where nothing else tells
        (HEAD.format("9/BC") + "BÁO CÁO\nTình hình thu hồi đất\n\nTính đến ngày 10/7/2024 đã kiểm đếm 305 hộ.",
         "2024-07"),
        (HEAD.format("9/BC") + "BÁO CÁO\nTình hình dịch bệnh\n(Cập nhật đến 16h00' ngày 12/7/2024)", "2024-07"),
        (HEAD.format("9/BC") + "BÁO CÁO\nTình hình thu hồi đất\n\nTính đến ngày 31/12/2020 đã có 305 hộ.", None),
        (HEAD.format("9/BC") + "BÁO CÁO\nTình hình thu hồi đất\n\nPhải xong từ nay đến ngày 31/8/2024.", None),
    ],
)  # fmt: skip
def test_papers_that_count_up_to_a_day(source: str, expected: str | None) -> None:
    body = "\n\nCác đơn vị đã phối hợp tốt. Có 412 hộ nhận tiền, đạt 62,5%.\n"
    assert period(source + body) == expected


TALK = "Hội nghị đã thống nhất.\n\n1. Về kết quả\n\nCác cơ quan đã cố gắng.\n\n2. Về tồn tại\n\nCòn chậm.\n"


@pytest.mark.parametrize(
    ("meeting", "expected"),
    [
        ("TẠI HỘI NGHỊ TOÀN TỈNH CÔNG TÁC VĂN THƯ NĂM 2025", None),
        ("TẠI HỘI NGHỊ TỔNG KẾT CÔNG TÁC VĂN THƯ NĂM 2025", "2025"),
        ("TẠI HỘI NGHỊ TRIỂN KHAI CÔNG TÁC NĂM 2025", "2025"),
    ],
)
def test_year_of_a_conference(meeting: str, expected: str | None) -> None:
    head = "TỈNH ỦY SÔNG LAM\nSố 07-KL/VPTU\nSông Lam, ngày 01 tháng 12 năm 2025\n\n"
    assert period(f"{head}KẾT LUẬN\n\nCỦA CHÁNH VĂN PHÒNG\n\n{meeting}\n\n{TALK}") == expected


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("Chỉ số sản xuất (IIP) tháng 8-2023 tăng 2,23% so với cùng kỳ.", "2023-08"),
        ("Trong 7 tháng đầu năm nay (tính từ ngày 15/12/2023 đến 14/7/2024), xảy ra 142 vụ.", "2024-01..2024-07"),
        ("Tính đến hết tháng 8, huy động 98 tỷ đồng, tăng 2% so với thời điểm cuối năm 2022.", None),
        ("Tháng 8-2023, huyện mở hội chợ. Có 12 hộ dân tham gia.", None),
    ],
)
def test_news_of_few_figures(opening: str, expected: str | None) -> None:
    assert period(f"(SLO) - {opening}\n\nCác đơn vị đang tiếp tục triển khai, theo dõi.\n") == expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("Kết quả giải ngân tính đến hết ngày 27/11/2025 đạt 412 tỷ đồng.", "2025-01..2025-11"),
        ("Giao vốn đến ngày 15/3/2025 là 412 tỷ đồng.", "2025"),
        ("Giải ngân đến ngày 31/12/2024 đạt 412 tỷ đồng.", "2025"),
    ],
)
def test_a_page_on_the_plan_of_a_year_tells_what_was_paid_out(told: str, expected: str) -> None:
    page = "Tình hình vốn đầu tư công năm 2025\n\nVốn giao đầu năm 2025 là 913 tỷ đồng, tăng 8%; phân bổ 95%."
    assert period(f"{page}\n\n{told}\n") == expected


PLAN = "UBND XÃ LONG KHÊ\n\nSố: 12/KH-UBND\n\nLong Khê, ngày 22 tháng 9 năm 2025\n\nKẾ HOẠCH\n{}\n\n{}"


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ("Ra quân làm thủy lợi nội đồng quý IV năm 2025", "2025-Q4"),
        ("Công tác tháng 10 năm 2025", "2025-10"),
        ("Thu ngân sách 6 tháng cuối năm 2025", "2025-H2"),
        ("Trồng rừng năm 2025 trên địa bàn xã", "2025"),
        ("Phát triển nông thôn mới năm 2025 của xã Long Khê", "2025"),
        ("Xây dựng nhà ở năm 2025 và 6 tháng đầu năm 2026", None),
    ],
)
def test_the_time_that_a_plan_is_for(subject: str, expected: str | None) -> None:
    facts = dondoc.extract(dondoc.read(PLAN.format(subject, "I. Chỉ tiêu: đào 12,3 km kênh.").encode()))
    assert facts.header.period == expected
    assert facts.quantities[0].period == expected


OFFICE = (
    "CỤC THI HÀNH ÁN DÂN SỰ\n\nSố: 5/BC-CTHA\n\nLong Khê, ngày 08 tháng 4 năm 2019\n\nBÁO CÁO"
    "\n\n{}\n\n1. Thụ lý 962 việc."
)


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ("Kết quả công tác 6 tháng đầu năm 2019 (từ 01/10/2018 đến 31/3/2019)", "2018-10..2019-03"),
        ("Kết quả công tác quý I (từ ngày 1/1/2019 đến hết ngày 31/3/2019)", "2019-Q1"),
        ("Kết quả công tác (số liệu từ 01/10/2018 - 28/02/2019)", "2018-10..2019-02"),
        ("Kết quả công tác 5 tháng, từ 01-11-2018 đến 31-3-2019", "2018-11..2019-03"),
        ("Kết quả công tác 6 tháng đầu năm 2019 (từ 15/11/2018 đến 14/5/2019)", "2019-H1"),
    ],
)
def test_whole_months_that_an_office_counts(subject: str, expected: str) -> None:
    facts = dondoc.extract(dondoc.read(OFFICE.format(subject).encode()))
    assert [facts.header.period, facts.quantities[0].period] == [expected, expected]


def test_what_was_held_at_the_end_of_a_month_is_no_period() -> None:
    news = (
        "Chi ngân sách giảm khá\n\nChi ngân sách 8 tháng đầu năm 2017 đạt 40.350 tỷ đồng, bằng 22,6% dự toán, "
        "giảm 3,1% so với cùng kỳ 2016; thu đạt 41.200 tỷ đồng, bằng 58,4% dự toán.\n\n"
        "Tại cuộc làm việc hồi cuối tháng Bảy vừa qua, tỉnh đã phê bình 13 huyện giải ngân dưới 20%.\n"
    )
    assert period(news) == "2017-01..2017-08"
