"""Wholes told apart in words, and percentages that no two figures beside them give."""

import pytest

from dondoc.checking import check
from tests.extraction.quantity_lines import facts_of

HOLDS = [
    ("Toàn tuyến có 640 hộ bị ảnh hưởng, đến nay đã chi trả 512 hộ (đạt 80%), còn 128 hộ.", "difference."),
    (
        "Kế hoạch vốn là 9.120 triệu đồng; đã giải ngân 4.735 triệu đồng. Vốn tỉnh 5.200 triệu đồng, giải ngân 2.600 "
        "triệu đồng, đạt 50%; vốn huyện 3.920 triệu đồng, giải ngân 2.135 triệu đồng, đạt 54,46%.",
        "sum.source",
    ),
    ("Doanh thu ước 420 tỷ đồng, thu phí tham quan đóng góp 84 tỷ đồng, tương đương 20% tổng doanh thu.", "ratio"),
]
SILENT = [
    "Giá trị thực hiện đạt 812,4 tỷ đồng/1.905,2 tỷ đồng, tương đương 42,64%, chậm 9% so với kế hoạch.",
    "Có 6/10 nhóm hàng tăng giá, cao nhất là nhóm giao thông (4,35%).",
    "Trong 18 chỉ tiêu của xã có 04 chỉ tiêu đã đạt, 11 chỉ tiêu đạt trên 70%.",
    "Hộ nghèo giảm 12 hộ, hiện còn 45 hộ.",
    "Cấp 320 thẻ, đã trao 250 thẻ, còn 60 thẻ sai thông tin.",
]


@pytest.mark.parametrize(("line", "rule"), HOLDS)
def test_relation_is_found(line: str, rule: str) -> None:
    found = [item for item in check(facts_of(line)) if item.rule.startswith(rule)]
    assert [item.verdict for item in found][:1] == ["consistent"]


def test_more_settled_and_pending_than_received() -> None:
    line = "Tiếp nhận 1.240 hồ sơ; đã giải quyết 1.180 hồ sơ; đang giải quyết 95 hồ sơ."
    assert [item.verdict for item in check(facts_of(line)) if item.kind == "sum"] == ["doubtful"]


@pytest.mark.parametrize("line", SILENT)
def test_nothing_is_flagged(line: str) -> None:
    assert [item.reason for item in check(facts_of(line)) if item.verdict != "consistent"] == []
