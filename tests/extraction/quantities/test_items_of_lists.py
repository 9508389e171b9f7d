"""Lists of items under a figure: announced with two stages, under a total, and lists of something else."""

import pytest

from dondoc.extraction import extract
from dondoc.reading.plain import read_plain

HEAD = (
    "UBND TỈNH LẠC SƠN\n\nSố: 12/BC-UBND\n\nLạc Sơn, ngày 28 tháng 9 năm 2022\n\n"
    "BÁO CÁO\nTình hình kinh tế - xã hội tháng 9 năm 2022\n\n"
)


def roles(body: str) -> list[str]:
    return [quantity.role for quantity in extract(read_plain(HEAD + body)).quantities]


def test_each_stage_of_an_item_belongs_to_the_same_stage_above() -> None:
    facts = extract(
        read_plain(
            HEAD + "- Thu ngân sách tháng 9 ước 142 tỷ đồng; lũy kế 1.210 tỷ đồng. Trong đó:\n"
            "+ Thu nội địa 120 tỷ đồng; lũy kế 1.002 tỷ đồng.\n+ Thu hải quan 22 tỷ đồng; lũy kế 208 tỷ đồng.\n"
        )
    )
    found = [(quantity.role, quantity.of) for quantity in facts.quantities]
    assert found == [("actual", None), ("cumulative", None), *[("part", "q1"), ("part", "q2")] * 2]


def test_an_item_of_one_stage_belongs_to_the_last_figure_above() -> None:
    facts = extract(
        read_plain(
            HEAD + "- Thu ngân sách tháng 9 ước 142 tỷ đồng; lũy kế 1.210 tỷ đồng. Trong đó:\n"
            "+ Thu nội địa 120 tỷ đồng.\n+ Thu hải quan 1.090 tỷ đồng.\n"
        )
    )
    assert [quantity.of for quantity in facts.quantities[2:]] == ["q2", "q2"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("- Tổng diện tích gieo trồng: 8.412 ha.\n+ Lúa: 6.120 ha;\n+ Ngô: 1.204 ha.\n", "part"),
        ("Tổng thu ngân sách ước đạt 1.210 tỷ đồng.\n\n- Thuế: 980 tỷ đồng.\n\n- Phí: 210 tỷ đồng.\n", "part"),
        ("- Diện tích gieo trồng: 8.412 ha.\n+ Tưới: 6.120 ha;\n+ Phun thuốc: 1.204 ha.\n", "actual"),
        ("- Tổng diện tích gieo trồng: 8.412 ha.\n+ Tưới: 6.120 ha;\n+ Phun thuốc: 5.204 ha.\n", "actual"),
        ("- Tổng diện tích gieo trồng: 8.412 ha.\n+ Lúa: 6.120 ha;\n+ Thóc: 31.204 tấn.\n", "actual"),
    ],
)
def test_what_stands_under_a_total(body: str, expected: str) -> None:
    assert roles(body)[1:] == [expected, expected]


def test_parts_of_parts_do_not_hide_a_sum() -> None:
    body = "Trồng được 11.946 ha. Cây lương thực 9.474 ha, trong đó lúa 8.781 ha. Cây màu 1.560 ha. Cây rau 912 ha.\n"
    assert roles(body) == ["actual", *["part"] * 4]


@pytest.mark.parametrize(("period", "expected"), [("9 tháng", "cumulative"), ("tháng 9", "actual")])
def test_months_so_far_are_no_result_of_a_report_on_a_year(period: str, expected: str) -> None:
    head = HEAD.replace("tháng 9 năm 2022\n\n", "năm 2022\n\n").replace("28 tháng 9", "28 tháng 12")
    facts = extract(read_plain(f"{head}1. Thu ngân sách {period} đạt 4.210 tỷ đồng.\n"))
    assert [quantity.role for quantity in facts.quantities] == [expected]


LEVELS = "2. Kết quả giải ngân\n\n2.1. Toàn tỉnh giải ngân 2.236,8 tỷ đồng, {}. Cụ thể từng nguồn:\n"
SOURCES = "a) Ngân sách trung ương: 815,4 tỷ đồng, đạt 46,7%.\nb) Ngân sách địa phương: 1.421,4 tỷ đồng, đạt 45,6%.\n"


def test_a_time_told_in_a_sentence_is_not_that_of_the_items_below() -> None:
    aside = "giảm 6,3 điểm phần trăm so với cùng kỳ (8 tháng năm 2020 đạt 52,3%)"
    facts = extract(read_plain(HEAD + LEVELS.format(aside) + SOURCES))
    assert {quantity.period for quantity in facts.quantities[-4:]} <= {"2022-09", "2022-01..2022-09"}


def test_the_time_a_heading_tells_is_that_of_the_items_below() -> None:
    facts = extract(read_plain(HEAD + "2. Kết quả giải ngân năm 2021:\n" + SOURCES))
    assert {quantity.period for quantity in facts.quantities} == {"2021"}
