"""Planted slips: a digit of a figure that a relation holds together is changed; clean copies stay silent."""

from decimal import Decimal

import pytest

from dondoc.checking import check
from tests.extraction.quantity_lines import facts_of

CLEAN = (
    "Diện tích gieo trồng đạt 6.318,7 ha/6.250 ha, đạt 101,1% kế hoạch (Bình Khê: 2.410,2 ha; Long An: 1.908,5 ha; "
    "Tân Hội: 2.000 ha).",
    "Thu ngân sách đạt 15.032 tỷ đồng, bằng 98,9% dự toán (15.200 tỷ đồng), tăng 16,8% so với cùng kỳ.",
    "Tổng nợ thuế 36,271 tỷ đồng (trong đó nợ có khả năng thu 25,268 tỷ đồng, nợ khó thu 11,003 tỷ đồng).",
    "Tiếp nhận 1.646 hồ sơ; giải quyết đúng hạn 1.636 hồ sơ, đạt tỷ lệ 99,39%, trễ hạn 10 hồ sơ.",
    "Sản lượng đạt 318,77 tấn, tăng 26,35 tấn so tháng trước (+9,01%).",
    "Xảy ra 45 vụ, giảm 12 vụ so với cùng kỳ năm trước (57 vụ).",
    "Kế hoạch vốn 320,5 tỷ đồng; đã giải ngân 201,35 tỷ đồng, đạt 62,82% kế hoạch.",
    "Thẩm định 742 trường, gồm 218 trường mầm non, 291 trường tiểu học và 233 trường trung học.",
    "Doanh thu đạt 1.375 tỷ đồng, tăng 25% so với cùng kỳ (1.100 tỷ đồng).",
    "Đã giải quyết 125/470 việc có điều kiện thi hành, đạt 26,6%.",
)
KINDS = ("ratio", "sum", "difference", "growth")
ENOUGH = Decimal("0.95")


@pytest.mark.parametrize("line", CLEAN)
def test_clean_copy_is_silent(line: str) -> None:
    found = check(facts_of(line))
    assert any(item.kind in KINDS for item in found)
    assert [item for item in found if item.verdict != "consistent"] == []


def test_changed_leading_digit_is_found() -> None:
    planted = found = 0
    for line in CLEAN:
        facts = facts_of(line)
        held = {ref for item in check(facts) if item.kind in KINDS for ref in (*item.args, item.result)}
        for quantity in facts.quantities:
            if quantity.id not in held:
                continue
            at = quantity.span.start + (not facts.text.content[quantity.span.start].isdecimal())
            digit = facts.text.content[at]
            changed = f"{line[:at]}{int(digit) % 8 + 1}{line[at + 1 :]}"
            if changed == line:
                continue
            planted += 1
            found += any(item.verdict == "inconsistent" for item in check(facts_of(changed)))
    assert planted > 30
    assert Decimal(found) / planted >= ENOUGH
