"""Figures and days on which other readers of Vietnamese text stumble, and changes of form that change no fact."""

import unicodedata
from datetime import date
from decimal import Decimal

import pytest

from dondoc.grammar.context import TimeContext
from dondoc.grammar.dates import find_dates
from dondoc.grammar.deadlines import find_deadlines
from dondoc.grammar.measures import find_measures
from dondoc.grammar.periods import find_periods
from tests.grammar.placed_lines import Placed, read_placed

REPORT = TimeContext(date(2023, 2, 27), "2023-02", 2023)
NOVEMBER = TimeContext(date(2023, 11, 22), "2023-11", 2023)


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Thu được 2.156,711 tỷ đồng.", [("2156711000000", "đồng")]),
        ("Lấn chiếm 15.331,4 m² đất.", [("15331.4", "m²")]),
        ("Đạt 09/09 tiêu chí.", [("9", "tiêu chí"), ("9", "tiêu chí")]),
        ("Chi 15 tỷ 298 triệu cho an sinh xã hội.", [("15298000000", "đồng")]),
        ("Tiết kiệm 402,590 kWh.", [("402590", "kWh")]),
        ("Đúng hạn 94,8%% hồ sơ.", [("94.8", "%")]),
        ("Xuống giống 711ha/600 ha.", [("711", "ha"), ("600", "ha")]),
        ("Giải quyết (- 33 trường hợp).", [("-33", "trường hợp")]),
        ("Sản lượng tăng (+9,01%).", [("9.01", "%")]),
        ("Tăng “6,01%”** so cùng kỳ.", [("6.01", "%")]),
        ("Thu 70 tỷ đồng³ và 12 tỷ đồng.", [("70000000000", "đồng"), ("12000000000", "đồng")]),
        (
            "Đã thu 297.570.829 đồng/1.010.709.500 đồng, đạt 29,44%.",
            [("297570829", "đồng"), ("1010709500", "đồng"), ("29.44", "%")],
        ),
        ("Giai đoạn 2021 - 2030; tháng 02/2023; tháng 11 và 11 tháng; 25 và 27/2.", []),
        ("Số:    /TB-VP, ngày   tháng 11 năm 2023; lễ (1 5/01 AL).", []),
    ],
)
def test_measures(line: str, wanted: list[tuple[str, str]]) -> None:
    found = [(measure.value, measure.unit) for measure in find_measures(line)]
    assert found == [(Decimal(value), unit) for value, unit in wanted]


def test_a_month_of_a_year_is_that_year_s() -> None:
    assert [mention.period for mention in find_periods("tháng 02/2023", NOVEMBER)] == ["2023-02"]


def test_the_month_and_the_months_so_far() -> None:
    found = [mention.period for mention in find_periods("Kết quả tháng 11 và 11 tháng năm 2023", NOVEMBER)]
    assert found == ["2023-11", "2023-01..2023-11"]


def test_percentages_and_scores_are_no_days() -> None:
    line = "Đạt 8.5%, 12.5 %, 09/09 tiêu chí, 02/12 đơn, 19/19, tháng năm bận rộn, giai đoạn 2021 - 2030."
    assert find_dates(line, REPORT) == []


@pytest.mark.parametrize(
    ("line", "days"),
    [
        ("ngày 25 và 27/2", [date(2023, 2, 25), date(2023, 2, 27)]),
        ("Nhân lễ (1 5/01 AL)", [date(2023, 2, 5)]),
        ("tháng 6 nhuận: ngày 01/6 nhuận âm lịch năm 2025", [None]),
    ],
)
def test_days(line: str, days: list[date | None]) -> None:
    found = [mention.day for mention in find_dates(line, REPORT)]
    assert found == days


def test_a_blank_day_keeps_its_month() -> None:
    (mention,) = find_dates("ngày   tháng 11 năm 2023", REPORT)
    assert (mention.day, mention.precision) == (date(2023, 11, 30), "month")


TIMES = [*read_placed("dates_of_offices"), *read_placed("periods_of_offices"), *read_placed("deadlines_of_offices")]


@pytest.mark.parametrize("placed", TIMES, ids=[placed.line[:60] for placed in TIMES])
def test_composed_letters_are_the_same_line(placed: Placed) -> None:
    again = unicodedata.normalize("NFC", unicodedata.normalize("NFD", placed.line))
    assert find_deadlines(again, placed.context) == find_deadlines(placed.line, placed.context)


@pytest.mark.parametrize("gap", ["  ", "   ", " \n"])
def test_wider_gaps_change_no_day(gap: str) -> None:
    line = "Từ ngày 10 đến ngày 15 tháng 3 năm 2023, trước ngày 20 tháng 4 năm 2023, trong quý II năm 2023"
    wide = line.replace(" ", gap)
    assert [m.day for m in find_dates(wide, REPORT)] == [m.day for m in find_dates(line, REPORT)]
    assert [m.period for m in find_periods(wide, REPORT)] == [m.period for m in find_periods(line, REPORT)]
    assert [m.by for m in find_deadlines(wide, REPORT)] == [m.by for m in find_deadlines(line, REPORT)]


@pytest.mark.parametrize("space", ["", " ", "  ", "\u00a0"])
def test_the_gap_before_a_unit_changes_no_measure(space: str) -> None:
    line = f"Đạt 711{space}ha, 24,45{space}%, 70{space}tỷ đồng, 1.646{space}hồ sơ"
    values = [Decimal(711), Decimal("24.45"), Decimal(70 * 10**9), Decimal(1646)]
    assert [measure.value for measure in find_measures(line)] == values


def test_a_changed_number_changes_that_fact_alone() -> None:
    line = "Toàn xã có {} hộ nghèo, giảm 12 hộ, đạt 95,5% kế hoạch"
    one, other = find_measures(line.format("345")), find_measures(line.format("346"))
    assert [measure.value for measure in one][1:] == [measure.value for measure in other][1:]
    assert (one[0].value, other[0].value) == (Decimal(345), Decimal(346))


@pytest.mark.parametrize("unit", ["1 .", "1..", "1O", "1 (một) ", "Số hộ: 1", "1/3 số ", "một nửa ", "1l"])
def test_a_long_line_of_misprints_takes_no_more_than_its_length(unit: str) -> None:
    assert len(find_measures(unit * 5_000)) <= 10_000


@pytest.mark.parametrize(
    "unit", ["tháng Tám ", "quý cuối năm ", "6T/2021 ", "1/3, ", "30 Tết ", "ngày 5 tháng 6 nhuận "]
)
def test_a_long_line_of_time_takes_no_more_than_its_length(unit: str) -> None:
    line = unit * 5_000
    assert len(find_dates(line, REPORT)) <= 10_000
    assert len(find_periods(line, REPORT)) <= 10_000
    assert len(find_deadlines(line, REPORT)) <= 10_000
