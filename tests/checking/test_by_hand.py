"""Messages are sums as a clerk writes them: no negative numbers, a fall called a fall, long lists shortened."""

import pytest

from tests.checking.found_lines import read

MESSAGES = [
    ("Xảy ra 45 vụ, giảm 9 vụ so với cùng kỳ (52 vụ).", "52 - 45 = 7 vụ, văn bản ghi giảm 9 vụ"),
    (
        "Bán được 3.800 căn, giảm 34% so với 5.000 căn cùng kỳ năm 2017.",
        "(5.000 - 3.800) / 5.000 = 24%, văn bản ghi giảm 34%",
    ),
    ("Xảy ra 45 vụ, giảm 5 vụ (20%) so với cùng kỳ.", "5 / (45 + 5) = 10%, văn bản ghi giảm 20%"),
    ("Sản lượng đạt 545 tấn, tăng 45 tấn so tháng trước (+8%).", "45 / (545 - 45) = 9%, văn bản ghi 8%"),
    ("Xảy ra 45 vụ (cùng kỳ 52 vụ), tăng 7 vụ.", "52 - 45 = 7 vụ (giảm), văn bản ghi tăng 7 vụ"),
    (
        "Doanh thu 1.250 tỷ đồng, giảm 25% so với cùng kỳ (1.000 tỷ đồng).",
        "(1.250 - 1.000) / 1.000 = 25% (tăng), văn bản ghi giảm 25%",
    ),
    (
        "Có 50 hộ (An 1 hộ; Bình 2 hộ; Cam 3 hộ; Dương 4 hộ; Giang 5 hộ; Hà 6 hộ; Khê 7 hộ; Lạc 8 hộ; Minh 9 hộ).",
        "1 + 2 + 3 + ... + 9 (9 số) = 45 hộ, văn bản ghi 50 hộ",
    ),
]
MENDS = [
    ("Xảy ra 45 vụ (cùng kỳ 52 vụ), tăng 7 vụ.", "sửa «tăng» thành «giảm»"),
    ("Giải ngân 130.100,5/180.100,5 triệu đồng, đạt 72,23%.", "làm tròn thì ghi 72,24%"),
]


@pytest.mark.parametrize(("line", "message"), MESSAGES)
def test_message_is_the_sum_on_paper(line: str, message: str) -> None:
    assert message in [one.message.partition("; ")[0] for one in read(line)[1]]


@pytest.mark.parametrize(("line", "mend"), MENDS)
def test_mend_is_what_to_write(line: str, mend: str) -> None:
    assert mend in [one.mend for one in read(line)[1]]
