"""Two rows of figures and the row of their changes: one that slips is told by the others that hold."""

import pytest

from tests.checking.slipped_lines import checks_of, written, wrong

# The figures in [brackets] are those that slip: [as it is|as it is miswritten].
ROWS = [
    "Huyện xảy ra 26 vụ cháy, 11 người chết, 19 người bị thương; đối chiếu quý II năm 2019 (32 vụ, 9 người chết, 24 "
    "người bị thương) giảm 6 vụ, giảm 5 người bị thương nhưng số người chết lại tăng [2|5] người.",
    "Từ đầu năm có 148 vụ, 46 người chết, 97 người bị thương, so với 163 vụ, 53 người chết, 108 người bị thương năm "
    "ngoái thì giảm cả ba mặt: 15 vụ, [7|17] người chết, 11 người bị thương.",
    "Toàn tỉnh có 84 vụ, chết 45 người, bị thương 66 người, so với cùng kỳ (96 vụ, 48 người chết, 60 người bị thương) "
    "giảm 12,5% số vụ, giảm [6,3|12,5]% số người chết, tăng 10,0% số người bị thương.",
    "Đã khởi tố 62 vụ, 91 bị can; cùng kỳ là 54 vụ, 78 bị can; tăng 8 vụ, [13|31] bị can.",
    "Có 412 hồ sơ khiếu nại, 96 hồ sơ tố cáo; năm trước 450 hồ sơ khiếu nại, 88 hồ sơ tố cáo; như vậy khiếu nại giảm "
    "38 hồ sơ, tố cáo [tăng|giảm] 8 hồ sơ.",
]
LEFT_ALONE = [
    "Có 26 vụ, 11 người chết; huyện bên có 32 vụ, 9 người chết; bình quân 6 vụ, 3 người chết một tháng.",
    "Thu 420 tỷ đồng, chi 380 tỷ đồng; kế hoạch thu 900 tỷ đồng, chi 870 tỷ đồng; còn phải thu 480 tỷ đồng, riêng chi "
    "đầu tư còn 310 tỷ đồng.",
    "Toàn tỉnh có 84 vụ, chết 45 người, so với cùng kỳ (96 vụ, 48 người chết) giảm 12,5% số vụ; bị thương 60 người, "
    "tăng 7,1%.",
]


@pytest.mark.parametrize("line", ROWS)
def test_right_row_is_left_alone(line: str) -> None:
    assert not wrong(checks_of(written(line, slipped=False)))


@pytest.mark.parametrize("line", ROWS)
def test_slip_in_a_row_is_found(line: str) -> None:
    assert wrong(checks_of(written(line, slipped=True)))


@pytest.mark.parametrize("line", LEFT_ALONE)
def test_rows_of_other_things_are_left_alone(line: str) -> None:
    assert not wrong(checks_of(line))


def test_changes_of_rows_that_hold_are_told() -> None:
    found = checks_of(written(ROWS[0], slipped=False))
    assert len([one for one in found if one.kind == "difference" and one.verdict == "consistent"]) == 3


COLUMNS = [
    "Toàn ngành tiếp 1.284 lượt/1.652 người. Trong đó tiếp thường xuyên 1.036 lượt/1.318 người; tiếp định kỳ 248 "
    "lượt/[334|134] người.",
    "Có 46 dự án với vốn 812,5 triệu USD, gồm 27 dự án trong nước với vốn 305,2 triệu USD và 19 dự án FDI với vốn "
    "[507,3|570,3] triệu USD.",
]


@pytest.mark.parametrize("line", COLUMNS)
def test_column_beside_one_that_adds_up(line: str) -> None:
    assert not wrong(checks_of(written(line, slipped=False)))
    assert wrong(checks_of(written(line, slipped=True)))
