"""The lunar calendar: new years as the State announced them, and years by name."""

from datetime import date

import pytest

from dondoc.grammar.lunar import solar_day, year_of_stem_and_branch


@pytest.mark.parametrize(
    ("year", "day"),
    [
        (2009, date(2009, 1, 26)),
        (2015, date(2015, 2, 19)),
        (2019, date(2019, 2, 5)),
        (2021, date(2021, 2, 12)),
        (2023, date(2023, 1, 22)),
        (2024, date(2024, 2, 10)),
        (2025, date(2025, 1, 29)),
        (2026, date(2026, 2, 17)),
    ],
)
def test_new_year(year: int, day: date) -> None:
    assert solar_day(1, 1, year) == day


def test_days_the_calendar_does_not_have() -> None:
    assert solar_day(31, 1, 2024) is None
    assert solar_day(1, 13, 2024) is None
    assert solar_day(1, 1, 3000) is None


def test_years_by_stem_and_branch() -> None:
    assert year_of_stem_and_branch("Giáp", "Thìn", 2023) == 2024
    assert year_of_stem_and_branch("Ất", "Tỵ", 2024) == 2025
    assert year_of_stem_and_branch("Kỷ", "Sửu", 2008) == 2009
    assert year_of_stem_and_branch("Giáp", "Tỵ", 2024) is None
    assert year_of_stem_and_branch("Xuân", "Thìn", 2024) is None
