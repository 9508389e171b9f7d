"""Numbers in digits and words, with the slips of the pen that offices make."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.grammar.numbers import parse_number, read_number, read_words


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("1.097", "1097"),
        ("2.156,711", "2156.711"),
        ("02", "2"),
        ("1.010.709.500", "1010709500"),
        ("15.331,4", "15331.4"),
        ("0,60", "0.60"),
        ("8.5", "8.5"),
        ("0.125", "0.125"),
        ("1,234,567", "1234567"),
        ("1,234.56", "1234.56"),
        ("1 250 000", "1250000"),
        ("- 33", "-33"),
        ("+9,01", "9.01"),
        ("hai mươi lăm", "25"),
        ("một trăm linh năm", "105"),
        ("Mười hai", "12"),
        ("ba nghìn hai trăm", "3200"),
    ],
)
def test_value(written: str, value: str) -> None:
    assert parse_number(written) == Decimal(value)


@pytest.mark.parametrize("written", ["", "1.23.4567", "hộ", "năm học", "1/2", "12a", "trăm", "1,2,3", "²", "-"])
def test_no_number(written: str) -> None:
    assert parse_number(written) is None


def test_three_digits_after_a_comma_are_thousands_of_whole_units_only() -> None:
    assert read_number("402,590", whole=True).value == Decimal(402590)
    assert read_number("402,590", whole=True).warning is not None
    assert read_number("402,590", whole=True, scaled=True).value == Decimal("402.590")
    assert read_number("402,590").value == Decimal("402.590")
    assert read_number("0,590", whole=True).value == Decimal("0.590")


def test_three_digits_after_a_point_are_decimals_of_shares_only() -> None:
    assert read_number("12.345", share=True).value == Decimal("12.345")
    assert read_number("12.345").value == Decimal(12345)


def test_half_step() -> None:
    assert read_number("5,14").half_step == Decimal("0.005")
    assert read_number("1.097").half_step == Decimal("0.5")
    assert read_number("8.50").half_step == Decimal("0.005")


def test_absurdly_long_digits_are_unreadable() -> None:
    assert read_number("9" * 100_000).value is None


@given(st.text(max_size=40))
def test_any_string_is_a_number_or_none(written: str) -> None:
    value = parse_number(written)
    assert value is None or value.is_finite()


@given(st.integers(0, 10**12))
def test_grouped_digits_read_back(number: int) -> None:
    assert parse_number(f"{number:,}".replace(",", ".")) == number


def test_words_of_another_kind_are_no_number() -> None:
    assert read_words(["một", "số"]) is None
    assert read_words([]) is None
