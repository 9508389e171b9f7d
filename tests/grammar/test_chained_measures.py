"""Numbers of a list of names that count what the list began with."""

import pytest

from dondoc.grammar.measures import find_measures


def told(line: str) -> list[tuple[str, str | None]]:
    return [(line[one.span.start : one.span.end], one.unit) for one in find_measures(line)]


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("Sản lượng: lúa 25.000 tấn; ngô 3.200; lạc 410; rau màu 12.000.", ["3.200", "410", "12.000"]),
        ("lúa 25.000 tấn, ngô 3.200, lạc 410.", ["3.200", "410"]),
        ("Đàn lợn 320.000 con, trong đó: An Sơn 120.000, Bình Lâm 90.000.", ["120.000", "90.000"]),
        ("Có 4.520 hộ nghèo (khu vực thành thị 520, khu vực nông thôn 4.010).", ["520", "4.010"]),
        ("ngập 300 ha lúa, hoa màu, cây trồng khác (Lâm Hà 41, Sơn Bình 18, xã Tân Lập 25).", ["41", "18", "25"]),
        ("Trồng 1.250 ha rừng, gồm: huyện An Sơn: 450; huyện Bình Lâm: 300.", ["450", "300"]),
        ("Khám cho 5.210 lượt người; trẻ em 1.120; người cao tuổi 980.", ["1.120", "980"]),
        ("Gieo 1.810,5 ha lúa; ngô 320,4; rau đậu 95,2.", ["320,4", "95,2"]),
        ("Tiếp 1.268 lượt công dân, tiếp thường xuyên 987, lãnh đạo tiếp định kỳ 281.", ["987", "281"]),
        ("Có 2.914 cơ sở (khu vực nhà nước 1.312, ngoài nhà nước 1.602).", ["1.312", "1.602"]),
    ],
)
def test_a_list_of_names_goes_on_counting(line: str, rest: list[str]) -> None:
    first, *others = told(line)
    assert others == [(number, first[1]) for number in rest]


@pytest.mark.parametrize(
    "line",
    [
        "Trồng 25 ha, quý 13, xã Tân Lập.",
        "Sửa 12 km đường, quốc lộ 91, 92.",
        "Có 5 xã; khoản 12, điều 13.",
        "Sửa 12 km đường; phường 12; quận 10.",
        "Thu 120 tỷ đồng, thu phí 30, lệ phí 12.",
        "Có 45 hồ sơ; đạt 95; năm 2021.",
        "Có 45 hồ sơ, tăng 12; giảm 10.",
        "Trồng 25 ha; đến 15/10.",
    ],
)
def test_what_is_no_list_is_left_alone(line: str) -> None:
    assert not any(unit in ("ha", "km", "xã", "đồng", "hồ sơ") for _, unit in told(line)[1:])


@pytest.mark.parametrize(
    "line",
    [
        "Thiếu 1.828 giáo viên. Chia ra: mầm non 645 (35,3%), tiểu học 583, THCS 391.",
        "Thiếu 1.828 giáo viên, trong đó mầm non 645 (chiếm 35,3%), tiểu học 583 (31,9%), THCS 391 (21,4%).",
    ],
)
def test_shares_in_brackets_are_passed_over(line: str) -> None:
    counted = [number for number, unit in told(line) if unit == "giáo viên"]
    assert counted == ["1.828 giáo viên", "645", "583", "391"]
