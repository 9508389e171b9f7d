"""Numbers that names and lists keep from being read: places that end like a numbered thing, brackets of bare counts."""

import pytest

from dondoc.grammar.measures import find_measures

READ = [
    ("xã Sông Cầu 98 hộ, xã An Lộc 120 hộ", ["98 hộ", "120 hộ"]),
    ("Xuất khẩu 486,7 triệu USD/720 triệu USD", ["486,7 triệu USD", "720 triệu USD"]),
    ("có 142 giải học sinh giỏi (nhất 06, nhì 31, ba 48, khuyến khích 57).", ["142 giải", "06", "31", "48", "57"]),
    ("tiểu thủ công nghiệp 62 cơ sở, thương mại 57 cơ sở", ["62 cơ sở", "57 cơ sở"]),
    ("có 16 trường (mầm non 10, tiểu học 03, THCS 03).", ["16 trường", "10", "03", "03"]),
    ("lấn làn đường 46 vụ, đỗ dưới lòng đường 58 vụ", ["46 vụ", "58 vụ"]),
    ("có 15 xã đạt 19 tiêu chí,01 xã đạt 12 tiêu chí", ["15 xã", "19 tiêu chí", "01 xã", "12 tiêu chí"]),
]
NOT_READ = [
    ("đến tháng 5 tỷ lệ giải ngân đạt 17%", ["17%"]),
    ("quý 2 tỷ trọng công nghiệp đạt 31%", ["31%"]),
    ("cách mạng công nghiệp 4 mở ra cơ hội", []),
    ("tại đường 46 và đường 58 có 3 vụ", ["3 vụ"]),
    ("qua cầu 98 hộ dân", ["98 hộ dân"]),
    ("văn bản A/USD/15", []),
    ("có 12 xã (phường 3, phường 5)", ["12 xã"]),
    ("Quyết định số 12/QĐ-UBND,05/QĐ-UBND", []),
]


@pytest.mark.parametrize(("line", "read"), READ)
def test_every_figure_is_read(line: str, read: list[str]) -> None:
    assert [line[one.span.start : one.span.end] for one in find_measures(line)] == read


@pytest.mark.parametrize(("line", "read"), NOT_READ)
def test_nothing_else_is(line: str, read: list[str]) -> None:
    assert [line[one.span.start : one.span.end] for one in find_measures(line)] == read
