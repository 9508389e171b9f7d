"""What texts without head or day are about: told throughout, of another year, of the month that a paragraph names."""

import pytest

import dondoc
from dondoc.facts import Facts

DESPATCH = (
    "ỦY BAN NHÂN DÂN TỈNH LẠC SƠN\n\nCÔNG ĐIỆN\nVề việc khắc phục hậu quả mưa lũ\n\n"
    "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH điện: Giám đốc các sở, Chủ tịch UBND các huyện.\n\n"
)
FLOOD = "Mưa lũ đã làm 5 người chết, 1.204 nhà bị ngập.\n\n"
ORDER = "1. Sở Xây dựng rà soát, báo cáo trước ngày 25/12/2022.\n"
OPENING = (
    "Sản xuất nông nghiệp thuận lợi: diện tích gieo trồng {} đạt 10.890 ha, giảm 1,2%; sản lượng 46.150 tấn, tăng 1%; "
    "rau màu 1.230 ha, tăng 4,1%; cây ăn quả 980 ha, tăng 6,5%; đàn bò 3.820 con, tăng 2,4%; đàn lợn 41.000 con.\n\n"
)
REST = (
    "Bán lẻ đạt 314 tỷ đồng, tăng 11,2%; xuất khẩu đạt 8,2 triệu USD, tăng 8,8%; đón 12.400 lượt khách, tăng 9,5%; "
    "doanh thu 64 tỷ đồng, tăng 14,2%; thu ngân sách 31 tỷ đồng, tăng 8%; chi 40 tỷ đồng, tăng 3%.\n\n"
    "Giải quyết việc làm cho 1.240 người, tăng 4%; cấp 310 tấn gạo cho 620 hộ; 42 doanh nghiệp mới, vốn 210 tỷ đồng.\n"
)


def read(words: str) -> Facts:
    return dondoc.extract(dondoc.read(words.encode()))


@pytest.mark.parametrize(
    ("cited", "period"),
    [
        ("Tiếp theo Công điện số 12/CĐ-UBND ngày 16/11/2022, Công điện số 14/CĐ-UBND ngày 02/10/2022: ", "2022-11"),
        ("Từ ngày 16 tháng 11 năm 2022 đến nay có mưa to. ", "2022-11"),
        ("Mưa to kéo dài. ", None),
    ],
)
def test_a_despatch_without_a_day_follows_what_it_cites(cited: str, period: str | None) -> None:
    assert read(DESPATCH + cited + FLOOD + ORDER).quantities[0].period == period


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("Đến tháng 10 năm 2012, kinh tế chuyển biến tích cực. ", "2012-10"),
        ("So với tháng 10 năm 2011, kinh tế chuyển biến tích cực. ", "2012-06"),
        ("Kinh tế chuyển biến tích cực. ", "2012-06"),
    ],
)
def test_in_the_month_is_the_one_that_the_paragraph_named(opening: str, expected: str) -> None:
    first = "(BLS) - Trong 6 tháng đầu năm 2012, thu ngân sách đạt 3.457 tỷ đồng, tăng 29%, chi 2.110 tỷ đồng.\n\n"
    found = read(f"{first}{opening}Giá trị sản xuất trong tháng xấp xỉ 544 tỷ đồng.\n").quantities
    assert found[-1].period == expected


def test_after_the_month_of_the_report_the_quarter_goes_on_no_more() -> None:
    head = "Tình hình sản xuất công nghiệp tháng 9\n\n02/10/2018\n\nTrong quý III, sản xuất ổn định. "
    found = read(f"{head}Giá trị tháng 9 đạt 812 tỷ đồng. Than sạch 12 nghìn tấn; xi măng 31 nghìn tấn.\n").quantities
    assert [quantity.period for quantity in found] == ["2018-09"] * 3


def test_an_account_that_mostly_names_its_year_is_about_the_year() -> None:
    told = "Năm 2016, thu ngân sách đạt 812 tỷ đồng. Năm 2016, xuất khẩu đạt 31 triệu USD. Cả năm 2016 có 12 dự án.\n"
    found = read(OPENING.format("9 tháng đầu năm 2016") + REST + "\n" + told)
    assert (found.header.type, found.header.period) == ("other", "2016")
    assert found.quantities[-4].period == "2016"
