"""Numbers, money, days and periods in Vietnamese form."""

from datetime import date
from decimal import Decimal

import pytest

from dondoc.office.look import numbers
from dondoc.office.look.period_picks import period_picks


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("1097.50", "1.097,5"),
        ("-3.2", "−3,2"),
        ("0", "0"),
        ("1234567", "1.234.567"),
        ("100", "100"),
        ("0.05", "0,05"),
    ],
)
def test_a_number_has_points_for_thousands_and_a_comma(value: str, words: str) -> None:
    assert numbers.number(Decimal(value)) == words


def test_a_missing_number_is_a_dash_and_never_zero() -> None:
    assert numbers.number(None) == "—"
    assert numbers.with_unit(None, "đồng") == "—"
    assert numbers.day(None) == "—"
    assert numbers.period("") == "—"


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        ("1097000000000", "đồng", "1.097 tỷ đồng"),
        ("1568000000", "đồng", "1,568 tỷ đồng"),
        ("15298000", "đồng", "15,298 triệu đồng"),
        ("15298123", "đồng", "15.298,123 nghìn đồng"),
        ("501", "đồng", "501 đồng"),
        ("118.5", "%", "118,5%"),
        ("22000", "ha", "22.000 ha"),
        ("0", "đồng", "0 đồng"),
    ],
)
def test_money_is_shown_in_the_largest_unit_that_keeps_it_exact(value: str, unit: str, words: str) -> None:
    assert numbers.with_unit(Decimal(value), unit) == words


def test_figures_beside_each_other_share_one_scale() -> None:
    assert numbers.one_scale([Decimal(10) ** 9 * 3, Decimal(10) ** 6], "đồng") == (Decimal(10) ** 9, "tỷ đồng")
    assert numbers.one_scale([Decimal(5000)], "ha") == (Decimal(1), "ha")
    assert numbers.one_scale([], "đồng") == (Decimal(1), "đồng")


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("2026", "năm 2026"),
        ("2026-10", "tháng 10/2026"),
        ("2026-Q3", "quý III/2026"),
        ("2026-H1", "6 tháng đầu năm 2026"),
        ("2026-01..2026-10", "10 tháng năm 2026"),
        ("2025-09..2026-05", "tháng 9/2025 – tháng 5/2026"),
        ("nhiệm kỳ", "nhiệm kỳ"),
    ],
)
def test_a_period_is_said_in_words(key: str, words: str) -> None:
    assert numbers.period(key) == words


def test_a_day_is_written_dd_mm_yyyy() -> None:
    assert numbers.day(date(2026, 11, 8)) == "08/11/2026"


def test_period_picks_hold_what_was_there_and_the_year_before() -> None:
    groups = dict(period_picks(["2025-09..2026-05", "2026-10"]))
    assert set(groups) >= {"2026", "2025"}
    assert ("2026-10", "tháng 10/2026") in groups["2026"]
    assert ("2025-09..2026-05", "tháng 9/2025 – tháng 5/2026") in groups["2025"]
    assert period_picks([]) == []
