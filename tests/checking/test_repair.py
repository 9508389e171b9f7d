"""Slips between the digits written and the digits meant, and intervals of printed figures."""

from decimal import Decimal

import pytest

from dondoc.checking.arithmetic.as_written import as_written
from dondoc.checking.arithmetic.intervals import Interval, interval_of, is_exact
from dondoc.checking.arithmetic.relation import value_of
from dondoc.checking.arithmetic.repair import find_repair, slip_between
from dondoc.numerals import format_amount, format_number, format_terms
from tests.extraction.quantity_lines import facts_of


@pytest.mark.parametrize(
    ("written", "meant", "slip"),
    [
        ("25268", "15268", "digit"),
        ("63", "36", "swap"),
        ("1234", "124", "length"),
        ("124", "1234", "length"),
        ("15", "1500", "separator"),
        ("262", "248", None),
        ("5", "50", None),
        ("123", "321", None),
    ],
)
def test_slip(written: str, meant: str, slip: str | None) -> None:
    assert slip_between(written, meant) == slip


@pytest.mark.parametrize(
    ("line", "low", "high"),
    [
        ("Thu 26,271 tỷ đồng.", "26270500000", "26271500000"),
        ("Có 23 doanh nghiệp.", "23", "23"),
        ("Diện tích 711 ha.", "710.5", "711.5"),
        ("Tỷ lệ đạt 14,38%.", "14.375", "14.385"),
        ("Có trên 100 hộ.", "100", "105"),
    ],
)
def test_interval(line: str, low: str, high: str) -> None:
    found = interval_of(facts_of(line).quantities[0])
    if facts_of(line).quantities[0].approx:
        assert found.low <= Decimal(low)
        assert found.high >= Decimal(high)
    else:
        assert found == Interval(Decimal(low), Decimal(high))


def test_counts_are_exact_and_amounts_are_not() -> None:
    quantities = facts_of("Hỗ trợ 12 hộ với 30 triệu đồng.").quantities
    assert [is_exact(quantity) for quantity in quantities] == [True, False]


def test_a_count_is_not_mended_into_a_part_of_one() -> None:
    facts = facts_of("Có 67 hộ; thu 67 tỷ đồng.")
    count, amount = facts.quantities
    assert find_repair(facts.text, count, Interval(Decimal("0.6"), Decimal("0.7"))) is None
    assert find_repair(facts.text, amount, Interval(Decimal("660000000"), Decimal("680000000"))) is not None


def test_the_digit_of_a_unit_is_none_of_the_figure() -> None:
    facts = facts_of("Cấp 160.300 m3 nước trên 4.210 m2.")
    water, area = facts.quantities
    mended = find_repair(facts.text, water, Interval(Decimal(106200), Decimal(106400)))
    assert mended is not None
    assert as_written(facts.text, water, value_of(mended.quantity)) == "106.300 m3"
    assert find_repair(facts.text, area, Interval(Decimal(4119), Decimal(4121))) is not None


@pytest.mark.parametrize(
    ("value", "written"),
    [("12345.60", "12.345,6"), ("-33", "-33"), ("0.5", "0,5"), ("1000000", "1.000.000"), ("100", "100")],
)
def test_format_number(value: str, written: str) -> None:
    assert format_number(Decimal(value)) == written


@pytest.mark.parametrize(
    ("value", "unit", "written"),
    [
        ("26271000000", "đồng", "26,271 tỷ đồng"),
        ("1393758832", "đồng", "1.393.758.832 đồng"),
        ("25500000", "đồng", "25,5 triệu đồng"),
        ("2270000000", "USD", "2,27 tỷ USD"),
        ("118.5", "%", "118,5%"),
        ("711", "ha", "711 ha"),
        ("5", None, "5"),
    ],
)
def test_format_amount(value: str, unit: str | None, written: str) -> None:
    assert format_amount(Decimal(value), unit) == written


def test_terms_share_one_scale() -> None:
    assert format_terms([Decimal(25268000000), Decimal(500000000)], "đồng") == (["25,268", "0,5"], "tỷ đồng")
