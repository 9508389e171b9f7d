"""Arithmetic with periods."""

from datetime import date

import pytest

from dondoc.grammar.periods import (
    first_day,
    last_day,
    months_so_far,
    previous_period,
    same_period_last_year,
    stretch,
)


@pytest.mark.parametrize(
    ("period", "before", "last_year", "so_far", "first", "last"),
    [
        ("2023-01", "2022-12", "2022-01", "2023-01", date(2023, 1, 1), date(2023, 1, 31)),
        ("2024-02", "2024-01", "2023-02", "2024-01..2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-11", "2023-10", "2022-11", "2023-01..2023-11", date(2023, 11, 1), date(2023, 11, 30)),
        ("2023-Q1", "2022-Q4", "2022-Q1", "2023-Q1", date(2023, 1, 1), date(2023, 3, 31)),
        ("2023-Q3", "2023-Q2", "2022-Q3", "2023-01..2023-09", date(2023, 7, 1), date(2023, 9, 30)),
        ("2023-H1", "2022-H2", "2022-H1", "2023-H1", date(2023, 1, 1), date(2023, 6, 30)),
        ("2023-H2", "2023-H1", "2022-H2", "2023", date(2023, 7, 1), date(2023, 12, 31)),
        ("2023", "2022", "2022", "2023", date(2023, 1, 1), date(2023, 12, 31)),
        ("2023-01..2023-09", None, "2022-01..2022-09", "2023-01..2023-09", date(2023, 1, 1), date(2023, 9, 30)),
    ],
)
def test_shifts(period: str, before: str | None, last_year: str, so_far: str, first: date, last: date) -> None:
    assert previous_period(period) == before
    assert same_period_last_year(period) == last_year
    assert months_so_far(period) == so_far
    assert (first_day(period), last_day(period)) == (first, last)


def test_a_stretch_of_months_has_its_shortest_name() -> None:
    assert stretch(2023, 1, 12) == "2023"
    assert stretch(2023, 7, 12) == "2023-H2"
    assert stretch(2023, 4, 6) == "2023-Q2"
    assert stretch(2023, 5, 5) == "2023-05"
    assert stretch(2023, 1, 10) == "2023-01..2023-10"
