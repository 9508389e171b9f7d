"""What has failed and what has not: together all there is."""

import pytest

from tests.checking.slipped_lines import checks_of, holds, is_flagged, wrong

LINES = [
    "Lấy mẫu 480 sản phẩm, 463 sản phẩm đạt yêu cầu (96,5%), [17|71] sản phẩm không đạt.",
    "Sát hạch 1.240 học viên, đỗ [1.087|1.078] học viên, trượt 153 học viên.",
    "Lấy mẫu 318 sản phẩm, 297 sản phẩm bảo đảm chất lượng, [21|12] sản phẩm vi phạm.",
    "Có 1.426 học sinh dự thi, [1.318|1.138] em đậu, 108 em rớt.",
    "Hội đồng xét 174 hồ sơ, chấp thuận 121 hồ sơ, từ chối [53|35] hồ sơ.",
    "Tháng 4 Sở nhận 412 hồ sơ, kể cả 38 hồ sơ tháng 3 chuyển sang; giải quyết [387|378] hồ sơ đúng hạn, 25 hồ sơ chờ.",
]


@pytest.mark.parametrize("line", LINES)
def test_sum_is_reckoned(line: str) -> None:
    assert holds(line, "sum")


@pytest.mark.parametrize("line", LINES)
def test_slip_is_found(line: str) -> None:
    assert is_flagged(line, "sum") or is_flagged(line, "difference")


LEFT_ALONE = [
    "Xét 86 sáng kiến, công nhận 71 sáng kiến cấp huyện, 5 sáng kiến không được công nhận, số còn lại phải bổ sung.",
    "Có 120 xã, đạt 12 xã; không đạt chỉ tiêu 03 nhiệm vụ.",
    "Tiếp nhận 412 hồ sơ, đã giải quyết 380 hồ sơ, không giải quyết 6 hồ sơ do thiếu giấy tờ, đang xem xét 26 hồ sơ.",
    "Viện kiểm sát thụ lý 735 tin; đã giải quyết 612 tin, gồm: khởi tố 271, không khởi tố 203, tạm đình chỉ 138. Còn "
    "lại 123 tin đang giải quyết.",
    "Mở 23 lớp/805 người, trong đó đồng bào DTTS 483 người, nữ 402 người.",
]


@pytest.mark.parametrize("line", LEFT_ALONE)
def test_other_words_are_left_alone(line: str) -> None:
    assert wrong(checks_of(line)) == []
