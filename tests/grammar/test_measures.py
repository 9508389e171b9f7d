"""Measures: every number with a meaning, its unit, value and approximation; and the numbers that are names."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.facts import Measure
from dondoc.grammar.measures import find_measures
from tests.grammar.marked_lines import Marked, read_marked

LINES = [*read_marked("measures"), *read_marked("measures_of_reports")]


def _answer(measure: Measure) -> str:
    value = "None" if measure.value is None else f"{measure.value.normalize():f}"
    return " ".join(part for part in (value, measure.unit, measure.approx) if part)


@pytest.mark.parametrize("marked", LINES, ids=[marked.line[:60] for marked in LINES])
def test_marked_line(marked: Marked) -> None:
    found = [(marked.line[m.span.start : m.span.end], _answer(m)) for m in find_measures(marked.line)]
    assert found == list(marked.answers)


def test_half_step_is_half_a_unit_of_the_last_written_digit() -> None:
    steps = {
        "15 tỷ 298 triệu đồng": "500000",
        "3,5 ngàn tỷ đồng": "50000000000",
        "2.156,711 tỷ đồng": "500000",
        "5,14%": "0.005",
        "70 tỷ": "500000000",
        "1.646 hồ sơ": "0.5",
    }
    for words, step in steps.items():
        assert [m.half_step for m in find_measures(f"đạt {words}.")] == [Decimal(step)], words


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("tiết kiệm 402,590 kWh", "hàng nghìn"),
        ("đạt 8.5% kế hoạch", "thập phân"),
        ("chi 1,234,567 đồng", "kiểu Anh"),
        ("có 3O hộ nghèo", "chữ cái"),
        ("rộng 1.23.4567 ha", "không đọc được"),
    ],
)
def test_misprint_is_read_with_a_warning(line: str, words: str) -> None:
    (measure,) = find_measures(line)
    assert words in (measure.warning or "")


def test_three_decimals_of_scaled_and_measured_units_are_no_misprint() -> None:
    measures = find_measures("chi 2.156,711 tỷ đồng, thu 423,864 triệu đồng, rộng 12,345 ha")
    assert [measure.warning for measure in measures] == [None, None, None]


def test_who_is_above_is_no_approximation() -> None:
    assert [m.approx for m in find_measures("nộp cấp trên 30%, đạt trên 30%")] == [None, "over"]


def test_number_span_holds_the_digits_alone() -> None:
    line = "giảm (- 33 trường hợp), còn 1.646 hồ sơ"
    assert [line[m.number.start : m.number.end] for m in find_measures(line)] == ["33", "1.646"]


_PIECES = st.lists(
    st.sampled_from(
        [
            *"0123456789.,/-+%() \n",
            "tỷ ",
            "triệu ",
            "đồng",
            "ha",
            "hộ ",
            "ngày ",
            "phường ",
            "ba ",
            "một phần ",
            "O",
            "m²",
        ]
    ),
    max_size=40,
).map("".join)


@given(st.one_of(_PIECES, st.text(max_size=80)))
def test_any_string_gives_true_spans_in_order(text: str) -> None:
    end = 0
    for measure in find_measures(text):
        assert end <= measure.span.start < measure.span.end <= len(text)
        assert measure.span.start <= measure.number.start < measure.number.end <= measure.span.end
        assert measure.half_step >= 0
        end = measure.span.end


def test_extra_spaces_and_tone_places_change_nothing() -> None:
    plain = find_measures("Hòa giải 31 vụ, cấp 05 hóa đơn, thu 24,45% dự toán")
    varied = find_measures("Hoà giải 31 vụ, cấp 05 hoá đơn, thu 24,45 % dự toán")
    assert [m.value for m in plain] == [m.value for m in varied] == [Decimal(31), Decimal(5), Decimal("24.45")]


@pytest.mark.parametrize("unit", ["1/", "1 ", "1-", "12 hộ, ", "phường 3, ", "hai ", "05, ", "12 xã và "])
def test_a_long_line_of_one_pattern_takes_no_more_than_its_length(unit: str) -> None:
    assert len(find_measures(unit * 5_000)) <= 5_000


@pytest.mark.parametrize(
    ("line", "unit"),
    [
        ("Khai thác 3.025,0 nghìn m [3] gỗ.", "m3"),
        ("Xây 120 m [2] nhà.", "m2"),
        ("Cấp 14 triệu m[3] nước.", "m3"),
        ("Đào 120 m [4] kênh.", "m"),
        ("Đào 120 m kênh [3].", "m"),
    ],
)
def test_exponent_taken_for_a_footnote(line: str, unit: str) -> None:
    assert [found.unit for found in find_measures(line)] == [unit]
