"""Working days: the New Year as the State announced it, days made up, Saturdays worked."""

from datetime import date

import pytest

from dondoc.grammar.working_days import add_working_days, days_off, is_working_day


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(2018, 2, 14), date(2018, 2, 20)),
        (date(2020, 1, 23), date(2020, 1, 29)),
        (date(2021, 2, 10), date(2021, 2, 16)),
        (date(2022, 1, 31), date(2022, 2, 4)),
        (date(2023, 1, 20), date(2023, 1, 26)),
        (date(2024, 2, 8), date(2024, 2, 14)),
        (date(2025, 1, 27), date(2025, 1, 31)),
        (date(2026, 2, 16), date(2026, 2, 20)),
    ],
)
def test_new_year_as_announced(first: date, last: date) -> None:
    """The first and the last working day lost to the New Year of each year."""
    lost = sorted(day for day in days_off(first.year) if date(first.year, 1, 5) < day < date(first.year, 3, 1))
    assert (lost[0], lost[-1]) == (first, last)


@pytest.mark.parametrize(
    ("start", "count", "day"),
    [
        (date(2025, 1, 20), 5, date(2025, 2, 3)),
        (date(2024, 8, 29), 3, date(2024, 9, 5)),
        (date(2025, 4, 28), 2, date(2025, 5, 5)),
        (date(2023, 4, 28), 1, date(2023, 5, 4)),
        (date(2022, 4, 8), 1, date(2022, 4, 12)),
        (date(2022, 3, 14), 5, date(2022, 3, 21)),
        (date(2022, 3, 14), 0, date(2022, 3, 14)),
    ],
)
def test_counting(start: date, count: int, day: date) -> None:
    assert add_working_days(start, count) == day


def test_a_saturday_worked_for_another_day_counts() -> None:
    assert is_working_day(date(2025, 4, 26))
    assert not is_working_day(date(2025, 5, 2))
    assert not is_working_day(date(2025, 4, 19))


def test_the_end_of_the_calendar_is_no_day() -> None:
    assert add_working_days(date(9999, 12, 30), 10) is None
