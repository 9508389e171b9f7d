"""What stands at a day, in news of a month's session that reviews the months so far: at that month."""

import pytest

import dondoc

HEAD = (
    "UBND tỉnh họp thường kỳ tháng 9\n\n02/10/2019 - 10:00\n\nChiều 2/10, UBND tỉnh Sông Lam tổ chức phiên họp "
    "thường kỳ tháng 9/2019 nhằm đánh giá tình hình kinh tế - xã hội 9 tháng đầu năm.\n\n"
)
MONTH, SO_FAR = "2019-09", "2019-01..2019-09"


def periods(body: str) -> list[str | None]:
    return [one.period for one in dondoc.extract(dondoc.read(f"{HEAD}{body}\n".encode())).quantities]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("Số trường đạt chuẩn quốc gia 210/480 trường, tỷ lệ 43,8%.", [MONTH] * 3),
        ("Dịch tả lợn xảy ra tại 7/12 huyện.", [MONTH] * 2),
        ("Dư nợ cho vay hỗ trợ lãi suất đạt 1.204 tỷ đồng.", [MONTH]),
        ("Cầu Sông Trong thi công đạt 71,5% khối lượng.", [MONTH]),
        ("Giải quyết đúng hạn 1.204/1.310 hồ sơ.", [SO_FAR] * 2),
        ("Xảy ra 14 vụ cháy, thiệt hại 3,2 tỷ đồng.", [SO_FAR] * 2),
        ("Xuất khẩu đạt 120 triệu USD, tăng 8,2% so với cùng kỳ.", [SO_FAR] * 2),
    ],
)
def test_stocks_and_what_came_together(told: str, expected: list[str]) -> None:
    assert periods(told) == expected
