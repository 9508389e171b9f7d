"""Shares of a plan that stands in an earlier section, on a report of our own."""

from decimal import Decimal

import dondoc
from dondoc.facts import Check

REPORT = """BÁO CÁO
Tình hình giải ngân vốn đầu tư công đến ngày 31/8/2024

1. Kế hoạch giao: 3.229,4 tỷ đồng, gồm ngân sách trung ương 2.416,9 tỷ đồng, ngân sách huyện 812,5 tỷ đồng.

2. Kết quả giải ngân: 1.589,7 tỷ đồng, trong đó ngân sách trung ương 1.087,6 tỷ đồng, đạt {central}%; {local}
502,1 tỷ đồng, đạt 61,8%.
"""


def shares(central: str = "45", local: str = "ngân sách huyện") -> list[Check]:
    found = dondoc.check(dondoc.extract(dondoc.read(REPORT.format(central=central, local=local).encode())))
    return [one for one in found if one.rule == "ratio.planned-earlier"]


def test_each_source_is_compared_with_its_own_plan() -> None:
    assert [(one.verdict, one.stated) for one in shares()] == [("consistent", 45), ("consistent", Decimal("61.8"))]


def test_a_slip_that_one_digit_explains_is_found() -> None:
    assert [one.verdict for one in shares(central="54,00")] == ["inconsistent", "consistent"]


def test_another_name_and_a_share_far_off_are_left_alone() -> None:
    assert len(shares(local="ngân sách xã")) == 1
    assert len(shares(central="7")) == 1
