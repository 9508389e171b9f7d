"""Periods that come from headings, ranges of days and the opening of the text; where the evidence points."""

import pytest

from dondoc.extraction import extract
from dondoc.facts import Facts, Quantity
from dondoc.reading.plain import read_plain

HEAD = "UBND TỈNH LẠC SƠN\n\nSố: 12/{}\n\nLạc Sơn, ngày 12 tháng 12 năm 2022\n\n{}\n\n"
PLAN = HEAD.format("NQ-HĐND", "NGHỊ QUYẾT\nVề nhiệm vụ phát triển kinh tế - xã hội năm 2023")


def read(source: str) -> Facts:
    return extract(read_plain(source))


def figure(facts: Facts, words: str) -> Quantity:
    return next(one for one in facts.quantities if facts.text[one.span] == words)


@pytest.mark.parametrize(
    ("source", "words", "period"),
    [
        (PLAN + "I. KẾT QUẢ NĂM 2022\n\nThu ngân sách đạt 9.236 tỷ đồng.", "9.236 tỷ đồng", "2022"),
        (
            PLAN + "Điều 2. Mục tiêu năm 2023\n\n- Thu ngân sách đạt 9.500 tỷ đồng.",
            "9.500 tỷ đồng",
            "2023",
        ),
        (
            PLAN + "Từ ngày 01/02/2022 đến ngày 30/9/2022, tiếp nhận 1.842 hồ sơ. Trong đó quá hạn 64 hồ sơ.",
            "64 hồ sơ",
            "2022-02..2022-09",
        ),
        (PLAN + "Phần I\nKẾT QUẢ NĂM 2022\n\n1. Xuất khẩu 450 triệu USD.", "450 triệu USD", "2022"),
    ],
)
def test_period_of_the_section(source: str, words: str, period: str) -> None:
    assert figure(read(source), words).period == period


def test_a_term_of_years_is_no_period_of_a_section() -> None:
    facts = read(PLAN + "I. CHƯƠNG TRÌNH GIAI ĐOẠN 2021 - 2025\n\nThu ngân sách đạt 9.236 tỷ đồng.")
    assert ".." not in (figure(facts, "9.236 tỷ đồng").period or "")


def test_evidence_points_at_the_words() -> None:
    facts = read(PLAN + "Trong tháng 11/2022, thu ngân sách đạt 820 tỷ đồng, tăng 5% so với cùng kỳ.")
    amount, change = figure(facts, "820 tỷ đồng"), figure(facts, "5%")
    why = {one.part: facts.text[one.span] for one in (*amount.evidence, *change.evidence) if one.span}
    assert why["period"] == "tháng 11/2022"
    assert why["base"] == "cùng kỳ"
    assert why["indicator"] == "thu ngân sách"
