"""Numbers without a unit that their marks, their share or a heading tell to be amounts: a slip in them is found."""

import pytest

from tests.checking.found_lines import slips
from tests.checking.slipped_lines import written

# The figures in [brackets] are those that slip: [as it is|as it is miswritten].
LINES = [
    "(Đơn vị: tỷ đồng)\n\nVốn giao trong năm: 386,2/[598,4|958,4] = 64,54%, còn chậm.",
    "(Đơn vị: tỷ đồng, số liệu đến cuối tháng)\n\nVốn ba chương trình là [214,6|241,6] bằng 42,92% kế hoạch (500,0).",
    "Tổng vốn 8.420 triệu đồng.\n\nMục một: KH 2.834.600; thanh toán 2.571.480; tỷ lệ [90,72|97,02]%",
    "Có 64 chi hội.\n\nKết quả xếp loại chi hội: hoàn thành tốt nhiệm vụ 12 (18,75%), hoàn thành [49|94] (76,56%), "
    "không hoàn thành 3 (4,69%).",
]
LEFT_ALONE = [
    "Ngày 12/10.2024, đoàn đã đi 3 xã (40%).",
    "Theo Quyết định số 1.234/QĐ-UBND, bằng 50% mức cũ.",
    "(Đơn vị: tỷ đồng)\n\nThu phí 386,2, tăng 12% so với cùng kỳ; chi 214,6, bằng 40% dự toán.",
]


@pytest.mark.parametrize("line", LINES)
def test_right_line_is_left_alone(line: str) -> None:
    assert not slips(written(line, slipped=False), "SL")


@pytest.mark.parametrize("line", LINES)
def test_slip_is_found(line: str) -> None:
    assert slips(written(line, slipped=True), "SL")


@pytest.mark.parametrize("line", LEFT_ALONE)
def test_other_numbers_are_left_alone(line: str) -> None:
    assert not slips(line, "SL")
