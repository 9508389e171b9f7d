"""Relations that the text states from afar: across clauses, lists of items, footnotes, whole paragraphs."""

import pytest

from dondoc.checking import check
from tests.extraction.quantity_lines import facts_of

FOUND = [
    (
        "Từ đầu năm, UBND tỉnh giao 512 nhiệm vụ. Trong đó: đã hoàn thành 418 nhiệm vụ; đang thực hiện trong hạn "
        "71 nhiệm vụ; chưa hoàn thành quá hạn 32 nhiệm vụ.",
        "sum",
    ),
    (
        "Tổng kế hoạch vốn 5.127 tỷ đồng (vốn ngân sách địa phương 3.308 tỷ đồng; vốn ngân sách trung ương 1.819 tỷ "
        "đồng). Đã giải ngân 2.514 tỷ đồng (vốn ngân sách địa phương 1.746 tỷ đồng, đạt 25,8%; vốn ngân sách trung "
        "ương 768 tỷ đồng, đạt 42,2%).",
        "ratio",
    ),
    ("Xuất khẩu đạt 1.086,4 triệu USD; nhập khẩu 742,9 triệu USD; xuất siêu 334,5 triệu USD.", "difference"),
    ("Tổng số mắc bệnh 4.216 con, đã điều trị khỏi 3.402 con, tiêu hủy 527 con, đang điều trị 278 con.", "sum"),
    ("Kinh phí thực hiện 18,6 tỷ đồng, giải ngân 16,2 tỷ đồng, đạt 78,1%.", "ratio"),
]
SILENT = [
    "Tổng kế hoạch vốn 600 tỷ đồng (vốn tỉnh 400 tỷ đồng; vốn huyện 200 tỷ đồng). Đã giải ngân 300 tỷ đồng "
    "(vốn tỉnh 220 tỷ đồng, đạt 55%; vốn huyện 80 tỷ đồng, đạt 40%).",
    "Xuất khẩu 120 triệu USD; nhập khẩu 45 triệu USD; xuất siêu 75 triệu USD.",
    "Xuất khẩu 120 triệu USD; nhập khẩu 45 triệu USD; xuất siêu hàng dệt may 31 triệu USD.",
    "Tổng chi 22.418 tỷ đồng, trong đó chi đầu tư 7.904 tỷ đồng, chi thường xuyên 14.106 tỷ đồng.",
    "Gieo trồng 425,6 ha. Trong đó: lúa 312 ha, năng suất 62 tạ/ha; ngô 45,6 ha, năng suất 48 tạ/ha; rau 68 ha.",
    "Kinh phí 18,6 tỷ đồng, hỗ trợ 1,2 tỷ đồng, đạt 45% số hộ.",
    "Tiếp nhận 34 hồ sơ, đã thẩm định 19 hồ sơ; lập biên bản 02 trường hợp.",
]


@pytest.mark.parametrize(("line", "kind"), FOUND)
def test_slip_is_found(line: str, kind: str) -> None:
    flagged = [item for item in check(facts_of(line)) if item.verdict != "consistent"]
    assert [(item.kind, item.verdict) for item in flagged] == [(kind, "inconsistent")]


@pytest.mark.parametrize("line", SILENT)
def test_nothing_is_flagged(line: str) -> None:
    assert [item.reason for item in check(facts_of(line)) if item.verdict != "consistent"] == []


def test_footnote_behind_the_plan_divides_what_was_done() -> None:
    body = "Tổng chi ngân sách lũy kế 16.170 tỷ đồng, đạt 66% dự toán (24.500 tỷ đồng)^."
    note = "Trong đó: chi đầu tư phát triển 5.906 tỷ đồng, chi thường xuyên 10.264 tỷ đồng."
    facts = facts_of(body, note=note)
    sums = [item for item in check(facts) if item.kind == "sum"]
    assert [(item.result, item.verdict) for item in sums] == [(facts.quantities[0].id, "consistent")]
