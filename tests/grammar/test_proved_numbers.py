"""Bare numbers behind names that arithmetic proves: on lines of our own."""

import pytest

from dondoc.grammar.measures import find_measures

FINDS = {
    "Xếp loại 250 chi hội: xuất sắc 96 (38,4%); khá 118 (47,2%); trung bình 30 (12%), yếu 06 (2,4%).": [
        "250 chi hội", "96 chi hội", "38.4 %", "118 chi hội", "47.2 %", "30 chi hội", "12 %", "6 chi hội", "2.4 %",
    ],
    "định biên 318 người, hiện có 297, còn thiếu 21.": ["318 người", "297 người", "21 người"],
    "tuyển 2.640 người (cao đẳng 215; trung cấp 705; sơ cấp và dưới 3 tháng 1.720)": [
        "2640 người", "215 người", "705 người", "1720 người",
    ],
    "Vốn giao 16.420 triệu đồng (tỉnh 9.300, huyện 4.720, xã 2.400)": [
        "16420000000 đồng", "9300000000 đồng", "4720000000 đồng", "2400000000 đồng",
    ],
    "xuất nhập khẩu 168,5 triệu USD (xuất khẩu 121,3, nhập khẩu 47,2)": [
        "168500000 USD", "121300000 USD", "47200000 USD",
    ],
    "bác sĩ 138 người, y sĩ 216, điều dưỡng 104; toàn ngành": ["138 người"],
    "Toàn ngành 458 người: bác sĩ 138 người, y sĩ 216, điều dưỡng 104; phân bố chưa đều": [
        "458 người", "138 người", "216 người", "104 người",
    ],
    "ban hành 145 kiến nghị, được tiếp thu 139 (95,86%)": ["145 kiến nghị", "139 kiến nghị", "95.86 %"],
    "kiểm tra 684 cơ sở; đạt 621, tỷ lệ 90,79%": ["684 cơ sở", "621 cơ sở", "90.79 %"],
    "có 298 doanh nghiệp rút lui (61) và tạm nghỉ (237).": ["298 doanh nghiệp", "61 doanh nghiệp", "237 doanh nghiệp"],
    "thành lập 2.914 hợp tác xã, tăng 31,6% (cùng kỳ 2.214)": ["2914 hợp tác xã", "31.6 %", "2214 hợp tác xã"],
    "Có 143 tổ chức, đạt 89,4% chỉ tiêu năm (160), còn lại": ["143 tổ chức", "89.4 %", "160 tổ chức"],
    "khám 8.716 lượt người (nội trú 1.204);": ["8716 lượt người", "1204 lượt người"],
    "Thành lập mới 143 CĐCS trong năm (chỉ tiêu 80, vượt 63 CĐCS)": ["143 CĐCS", "80 CĐCS", "63 CĐCS"],
    "đại hội có 1.250 VĐV tham gia": ["1250 VĐV"],
}  # fmt: skip
LEAVES_ALONE = {
    "theo Kết luận 12 BCT và Nghị quyết 68 NQTW": [],
    "đường tỉnh 331 UBND huyện quản lý": [],
    "Tổ chức 42 lớp, theo điều 30, khoản 12.": ["42 lớp"],
    "Có 17 xã, tháng 9, tháng 8.": ["17 xã"],
    "tăng 2 đơn vị so với kế hoạch (1)": ["2 đơn vị"],
    "kiểm tra 684 cơ sở; theo Nghị định số 15 (12,5%)": ["684 cơ sở", "12.5 %"],
}


@pytest.mark.parametrize(("line", "answers"), [*FINDS.items(), *LEAVES_ALONE.items()])
def test_line(line: str, answers: list[str]) -> None:
    assert [f"{measure.value:f} {measure.unit}" for measure in find_measures(line)] == answers
