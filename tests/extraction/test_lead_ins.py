"""The time that a heading or a sentence without figures gives to what stands behind it."""

import pytest

import dondoc

HEAD = "SỞ NÔNG NGHIỆP\nSố: 31/BC-SNN\nSông Lam, ngày 25 tháng 10 năm 2021\n\nBÁO CÁO\nTình hình tháng 10 năm 2021\n\n"


def periods(body: str) -> list[str | None]:
    found = dondoc.extract(dondoc.read(f"{HEAD}{body}\n".encode()))
    return [quantity.period for quantity in found.quantities]


SO_FAR = "2021-01..2021-10"


@pytest.mark.parametrize(
    ("lead", "expected"),
    [
        ("Tính đến 20/10, kết quả thực hiện như sau:", SO_FAR),
        ("Đến hết ngày 20/10/2021, kết quả như sau:", SO_FAR),
        ("Kết quả giải ngân 10 tháng đầu năm như sau:", SO_FAR),
        ("Trong tháng 9, tình hình như sau:", "2021-09"),
        ("Kết quả quý III:", "2021-Q3"),
        ("Từ 01/8 đến 20/10, kết quả như sau:", "2021-08..2021-10"),
        ("Theo số liệu của Cục (kỳ thống kê từ 01/10/2020 đến 30/9/2021), kết quả:", "2020-10..2021-09"),
        ("Từ 24/12 đến 20/10, kết quả như sau:", "2021-10"),
        ("Tình hình như sau:", "2021-10"),
        ("Kết quả của 12 huyện đến ngày 20/10 như sau:", "2021-10"),
    ],
)
def test_a_list_is_led_in(lead: str, expected: str) -> None:
    listed = "- Có 1.204 hộ được vay vốn.\n\n- Có 31 xã mở lớp.\n\nToàn ngành có 15 đội lưu động đi kiểm tra."
    assert periods(f"{lead}\n\n{listed}")[-3:] == [expected, expected, "2021-10"]


@pytest.mark.parametrize(
    ("lead", "expected"),
    [
        ("Trong 10 tháng đầu năm, tiến độ trồng rừng còn chậm.", SO_FAR),
        ("Quý III, tiến độ trồng rừng còn chậm.", "2021-Q3"),
        ("So với 10 tháng đầu năm 2020, tiến độ trồng rừng còn chậm.", "2021-10"),
        ("Nhiệm vụ 10 tháng đầu năm còn chậm.", "2021-10"),
    ],
)
def test_a_paragraph_is_led_in(lead: str, expected: str) -> None:
    told = "Toàn tỉnh trồng được 1.204 ha.\n\nĐàn lợn trong tháng tăng khá, bán ra 3.120 con."
    assert periods(f"{lead}\n\n{told}") == [expected, "2021-10"]


def test_a_heading_names_the_season() -> None:
    told = (
        "1. Sản xuất vụ đông\n\n- Ngô đã trồng 8.097 ha; rau các loại 3.929 ha.\n\n2. Lâm nghiệp\n\nTrồng 12 ha rừng."
    )
    assert periods(told) == [None, None, "2021-10"]
