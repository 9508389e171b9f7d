"""Titles and openings that name more than one time: the quarter that a month closes, a plan over several years."""

import pytest

import dondoc

HEAD = "UBND TỈNH SÔNG LAM\n\nSố: 41/{symbol}-UBND\n\nSông Lam, ngày 28 tháng {month} năm 2023\n\n{kind}\n"
BODY = "Thu ngân sách đạt 1.204 tỷ đồng, tăng 6,2% so với cùng kỳ; xuất khẩu đạt 120 triệu USD.\n"


def reported(subject: str, month: int, kind: str = "BÁO CÁO", symbol: str = "BC", opening: str = "") -> str | None:
    head = HEAD.format(symbol=symbol, month=f"{month:02}", kind=kind)
    return dondoc.extract(dondoc.read(f"{head}{subject}\n\n{opening}\n\n1. {BODY}".encode())).header.period


@pytest.mark.parametrize(
    ("subject", "month", "expected"),
    [
        ("Tình hình kinh tế - xã hội tháng 3 và quý I; nhiệm vụ tháng 4, quý II năm 2023", 3, "2023-Q1"),
        ("Kết quả thực hiện nhiệm vụ tháng 9, quý III; nhiệm vụ quý IV năm 2023", 9, "2023-Q3"),
        ("Tình hình kinh tế - xã hội tháng 6 và 6 tháng đầu năm 2023", 6, "2023-H1"),
        ("Kết quả công tác quý IV và năm 2023; phương hướng năm 2024", 12, "2023"),
        ("Tình hình kinh tế - xã hội tháng 8 và 8 tháng năm 2023", 8, "2023-08"),
        ("Tình hình kinh tế - xã hội quý III và 9 tháng năm 2023", 9, "2023-Q3"),
        ("Tình hình tháng 3, nhiệm vụ trọng tâm quý II năm 2023", 3, "2023-03"),
        ("Kết quả công tác tháng 9, phương hướng nhiệm vụ quý IV năm 2023", 9, "2023-09"),
        ("Tình hình thực hiện nhiệm vụ tháng 12 năm 2023, nhiệm vụ tháng 01 năm 2024", 12, "2023-12"),
    ],
)
def test_a_title_of_two_times(subject: str, month: int, expected: str) -> None:
    assert reported(subject, month) == expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("chủ trì phiên họp thường kỳ tháng 3 để nghe tình hình kinh tế quý I, bàn việc quý II/2023", "2023-Q1"),
        ("chủ trì phiên họp tháng 3, đánh giá kết quả quý I và nhiệm vụ quý II năm 2023", "2023-Q1"),
        ("chủ trì phiên họp thường kỳ tháng 3 bàn nhiệm vụ quý II/2023", "2023-03"),
        ("họp đánh giá tình hình tháng 3 và 3 tháng đầu năm, triển khai nhiệm vụ tháng 4/2023", "2023-03"),
    ],
)
def test_news_of_a_session(told: str, expected: str) -> None:
    title = "UBND tỉnh họp thường kỳ tháng 3\n\n28/03/2023 - 10:00"
    words = f"{title}\n\nSáng nay 28/3, Chủ tịch UBND tỉnh {told}.\n\n{BODY}"
    assert dondoc.extract(dondoc.read(words.encode())).header.period == expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("tổ chức phiên họp thường kỳ tháng 8/2023 nhằm đánh giá tình hình kinh tế 8 tháng đầu năm", "2023-08"),
        ("họp giao ban tháng 8, nghe báo cáo tình hình 8 tháng năm 2023", "2023-08"),
        ("tổ chức hội nghị đánh giá tình hình 8 tháng năm 2023, bàn việc tháng 9", "2023-01..2023-08"),
        ("họp bàn về tình hình 8 tháng năm 2023, chuẩn bị phiên họp tháng 9", "2023-01..2023-08"),
        ("tổ chức phiên họp tháng 9, sơ kết tình hình 8 tháng năm 2023", "2023-01..2023-08"),
    ],
)
def test_months_so_far_at_the_session_of_their_last_month(told: str, expected: str) -> None:
    words = f"8 tháng, thu ngân sách đạt khá\n\n07/09/2023 - 10:00\n\nSáng nay 7/9, UBND tỉnh {told}.\n\n{BODY}"
    assert dondoc.extract(dondoc.read(words.encode())).header.period == expected


def test_a_numbered_session_is_on_the_month_that_its_opening_names() -> None:
    subject = "Kết luận của Chủ tịch UBND tỉnh tại phiên họp thường kỳ lần thứ 5 năm 2023"
    opening = "Ngày 26/5/2023, UBND tỉnh họp đánh giá tình hình kinh tế - xã hội tháng 5, nhiệm vụ tháng 6."
    assert reported(subject, 5, "THÔNG BÁO", "TB", opening) == "2023-05"
    assert reported(subject, 5, "THÔNG BÁO", "TB", "Sau khi nghe các ý kiến, Chủ tịch kết luận như sau:") == "2023"


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ("Xóa nhà tạm trên địa bàn huyện năm 2023 và 6 tháng đầu năm 2024", None),
        ("Kiên cố hóa trường học năm 2023 và năm 2024", None),
        ("Thu hút đầu tư năm 2023, định hướng đến năm 2025", None),
        ("Xóa nhà tạm, nhà dột nát trên địa bàn huyện năm 2023", "2023"),
    ],
)
def test_a_plan_over_several_years(subject: str, expected: str | None) -> None:
    opening = "Thực hiện Quyết định của UBND tỉnh, UBND huyện ban hành kế hoạch như sau:"
    assert reported(subject, 5, "KẾ HOẠCH", "KH", opening) == expected


def test_a_plan_over_several_years_gives_its_figures_those_that_they_name() -> None:
    head = HEAD.format(symbol="KH", month="05", kind="KẾ HOẠCH")
    words = (
        f"{head}Kiên cố hóa trường học năm 2023 và 6 tháng đầu năm 2024\n\nI. THỰC TRẠNG\n\n"
        "Kết quả rà soát đến 15/4/2023: toàn huyện còn 126 phòng học tạm, gồm 87 phòng mầm non.\n\n"
        "II. KINH PHÍ\n\n1. Mức hỗ trợ 60 triệu đồng/phòng.\n\n"
        "2. Tổng kinh phí 12,4 tỷ đồng, gồm ngân sách tỉnh 7 tỷ đồng.\n"
    )
    found = dondoc.extract(dondoc.read(words.encode())).quantities
    assert [one.period for one in found] == ["2023-04", "2023-04", None, None, None]


def test_a_directive_counts_up_to_the_day_that_it_names() -> None:
    head = HEAD.format(symbol="CT", month="10", kind="CHỈ THỊ")
    words = (
        f"{head}Về việc đẩy mạnh giải ngân vốn đầu tư công\n\nTheo báo cáo của Kho bạc Nhà nước, giải ngân đến ngày "
        "30/9/2023 được 412 tỷ đồng. Vốn ngân sách huyện giải ngân 61 tỷ đồng, đạt 38% kế hoạch.\n\n"
        "Chủ tịch UBND tỉnh chỉ thị:\n\n1. Các chủ đầu tư lập kế hoạch giải ngân từng dự án.\n"
    )
    found = dondoc.extract(dondoc.read(words.encode())).quantities
    assert [one.period for one in found] == ["2023-01..2023-09"] * 3


def test_the_end_of_the_reported_time_goes_on_no_further() -> None:
    head = HEAD.format(symbol="BC", month="06", kind="BÁO CÁO")
    words = (
        f"{head}Tình hình kinh tế - xã hội 6 tháng đầu năm 2023\n\n1. Hết tháng 6 toàn tỉnh có 70 xã đạt chuẩn. "
        "Đón 1,6 triệu lượt khách du lịch.\n\n2. Hết tháng 5 toàn tỉnh có 68 xã đạt chuẩn. Đón 1,2 triệu lượt khách.\n"
    )
    found = dondoc.extract(dondoc.read(words.encode())).quantities
    assert [one.period for one in found] == ["2023-06", "2023-H1", "2023-05", "2023-05"]


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("Sáng nay (26-3), tại Hội trường, UBND tỉnh tổ chức phiên họp tháng 3 để nghe tình hình", "phiên họp tháng 3"),
        ("Ngày 27/3, UBND tỉnh họp phiên thường kỳ tháng 3, đánh giá tình hình quý I", "phiên thường kỳ tháng 3"),
        ("Ngày 27/3, UBND tỉnh tổ chức hội nghị giao ban, theo hình thức trực tuyến", "hội nghị giao ban"),
        ("Ngày 27/3, UBND tỉnh tổ chức hội nghị đánh giá quý I", "hội nghị đánh giá quý I"),
    ],
)
def test_the_name_of_a_session_ends_before_what_it_did(told: str, name: str) -> None:
    words = f"UBND tỉnh họp bàn việc quý II\n\n28/03/2023 - 10:00\n\n{told}.\n\n{BODY}"
    event = dondoc.extract(dondoc.read(words.encode())).header.event
    assert event is not None
    assert event.name == name
    assert event.date is not None


def test_a_report_under_the_day_of_its_page() -> None:
    words = f"Thứ tư - 03/04/2024 17:13\nBÁO CÁO\nTình hình kinh tế - xã hội Quý I năm 2024\n\nI. KẾT QUẢ\n{BODY}"
    assert dondoc.extract(dondoc.read(words.encode())).header.issued == "2024-04-03"
