"""Wholes named behind their parts, on lines of our own."""

import pytest

from dondoc.checking import check
from tests.extraction.quantity_lines import facts_of

GRADES = "Xếp loại: giỏi 2.163 em (21,3%), khá 4.482 em ({share}), trung bình 3.518 em (34,6%) trên tổng số {whole} em."


def verdicts(line: str) -> set[tuple[str, str]]:
    return {(one.kind, one.verdict) for one in check(facts_of(line)) if one.kind in ("sum", "ratio")}


def test_parts_and_their_shares_hold() -> None:
    found = check(facts_of(GRADES.format(share="44,1%", whole="10.163")))
    assert [one.kind for one in found if one.verdict == "consistent"].count("ratio") == 3
    assert [len(one.args) for one in found if one.kind == "sum"] == [3]


def test_a_wrong_share_and_parts_above_the_whole_are_found() -> None:
    assert ("ratio", "inconsistent") in verdicts(GRADES.format(share="41,4%", whole="10.163"))
    assert ("sum", "inconsistent") in verdicts(GRADES.format(share="44,1%", whole="10.136"))


def test_parts_below_the_whole_may_not_be_all() -> None:
    line = "Kết quả: 12 dự án đã xong, 15 dự án đang thi công, 09 dự án chưa khởi công, trên tổng số 38 dự án."
    assert verdicts(line) <= {("sum", "doubtful")}


@pytest.mark.parametrize(
    "line",
    [
        "Kiểm tra 1.348 cơ sở trên tổng số 1.536 cơ sở.",
        "Giải ngân 12 tỷ đồng, 14 tỷ đồng và 30 tỷ đồng cho ba dự án; có 5 dự án trên tổng số 20 dự án chậm.",
        "Kế hoạch 20 dự án, 5 dự án, tăng 3 dự án so với cùng kỳ, 4 dự án trên tổng số 40 dự án.",
    ],
)
def test_left_alone(line: str) -> None:
    assert not any(one.rule == "sum.closing" for one in check(facts_of(line)))
