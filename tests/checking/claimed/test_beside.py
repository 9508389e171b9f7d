"""Shares right behind their part, what is left of a pair, and lists that words open: found whatever the slip."""

import pytest

from tests.checking.slipped_lines import checks_of, holds, is_flagged, written, wrong

SHARES = [
    "Công ty quản lý 18.640 khách hàng, phát triển mới 412 khách hàng. Trả tiền qua ngân hàng [12.861|21.861] khách "
    "hàng, đạt 69,0%.",
    "Thụ lý 612 vụ với 921 bị cáo; giải quyết 597 vụ (xét xử 570; trả hồ sơ 23; đình chỉ 04), đạt [97,55|57,55]%.",
    "Đã điều tra làm rõ [143|413]/176 vụ, bắt, xử lý 268 đối tượng, đạt tỷ lệ 81,25%.",
    "Kiểm tra [164|194] đảng viên (tăng 18 đảng viên so với cùng kỳ); kết luận 123 đảng viên có vi phạm (75,0%).",
    "Trong năm tiêu thụ 4.210,5 tấn. Xuất khẩu 1.616,8 tấn ([38,4|88,4]% lượng tiêu thụ).",
]
RESTS = [
    "Có 11/15 khoản thu hoàn thành dự toán; [04|40] khoản không hoàn thành.",
    "Đến nay đã kiểm đếm 405/412 hộ, đạt 98,3%; [07|70] hộ vắng chủ chưa kiểm đếm được.",
    "Có [12|13]/17 chỉ tiêu đạt tiến độ, 5 chỉ tiêu có nguy cơ chậm.",
]
LISTS = [
    "Đơn nhận quý I 524 đơn, quý II 606 đơn, cộng 6 tháng là 1.130 đơn. Phân loại: khiếu nại 612, tố cáo 74, kiến "
    "nghị [444|484].",
    "Nợ thuế đến 31/10 là 346,4 tỷ đồng, tăng 12,5 tỷ đồng so với đầu năm. Trong tổng nợ: nợ khó thu [62,8|26,8] tỷ "
    "đồng; nợ chờ xử lý 21,3 tỷ đồng; nợ dưới 90 ngày 77,5 tỷ đồng, nợ trên 90 ngày 184,8 tỷ đồng.",
]


@pytest.mark.parametrize("line", SHARES)
def test_slip_in_share_is_found(line: str) -> None:
    assert holds(line, "ratio")
    assert is_flagged(line, "ratio")


@pytest.mark.parametrize("line", [*RESTS, *LISTS])
def test_slip_in_sum_is_found(line: str) -> None:
    assert not wrong(checks_of(written(line, slipped=False)))
    assert is_flagged(line, "sum")


LEFT_ALONE = [
    # Bounds, rates of their own, more than there are.
    "Trong 42 đơn vị có 15 đơn vị đạt từ 45% đến dưới 65%; 13 đơn vị đạt dưới 45%.",
    "Khảo sát ở 9 trạm, có 3 trạm đạt 97%, 3 trạm đạt 92%, 3 trạm đạt 83%.",
    "Có 1.250 ca nô chưa kiểm tra, hơn 80.000 ca nô (chiếm 70% tổng số ca nô) đã kiểm tra.",
    # Not all that is left, no rest at all.
    "Xã điểm đạt 12/18 tiêu chí, bình quân chung mỗi xã đạt 7 tiêu chí.",
    "Có 52/60 xã đạt chuẩn nông thôn mới, 14 xã nông thôn mới nâng cao.",
    "Đã xóa 6/15 nhà, 3 nhà đang xây, 6 nhà chưa khởi công.",
    # The list ends before what it is told of.
    "Xử lý 2.415 vụ bao gồm 312 vụ quá tải, 468 vụ quá tốc độ, 1.635 vụ không giấy phép…; trong đó khoảng 180 vụ "
    "tái phạm.",
]


@pytest.mark.parametrize("line", LEFT_ALONE)
def test_what_is_told_otherwise_is_left_alone(line: str) -> None:
    assert wrong(checks_of(line)) == []
