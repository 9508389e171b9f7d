"""The neighbours of a period."""

import pytest

from dondoc.office.indicators import periods


@pytest.mark.parametrize(
    ("period", "before", "year_before"),
    [
        ("2026-10", "2026-09", "2025-10"),
        ("2026-01", "2025-12", "2025-01"),
        ("2026-Q1", "2025-Q4", "2025-Q1"),
        ("2026-H2", "2026-H1", "2025-H2"),
        ("2026", "2025", "2025"),
        ("2026-01..2026-10", None, "2025-01..2025-10"),
        ("2025-09..2026-05", None, None),
        ("tuần 3", None, None),
    ],
)
def test_what_came_before(period: str, before: str | None, year_before: str | None) -> None:
    assert periods.before(period) == before
    assert periods.year_before(period) == year_before


@pytest.mark.parametrize("period", ["2026", "2026-01..2026-10", "2026-H1", "2026-Q1", "2026-01"])
def test_periods_from_january_can_be_held_against_the_plan(period: str) -> None:
    assert periods.from_january(period)


@pytest.mark.parametrize("period", ["2026-10", "2026-Q2", "2026-H2", "2025-09..2026-05", ""])
def test_other_periods_cannot(period: str) -> None:
    assert not periods.from_january(period)


def test_the_newest_end_comes_first_and_months_so_far_before_the_month() -> None:
    found = periods.newest_first(["2026-09", "?", "2026-10", "2026-01..2026-10", "2026-Q3", "2025"])
    assert found == ["2026-01..2026-10", "2026-10", "2026-Q3", "2026-09", "2025", "?"]


@pytest.mark.parametrize(
    ("period", "cumulative", "point", "home"),
    [
        ("2026-10", True, False, "2026-01..2026-10"),
        ("2026-10", False, False, "2026-10"),
        ("2026-01..2026-10", True, False, "2026-01..2026-10"),
        ("2026-01..2026-10", False, True, "2026-10"),
        ("2026-Q3", True, False, "2026-Q3"),
        ("nhiệm kỳ", True, True, "nhiệm kỳ"),
    ],
)
def test_a_cumulated_figure_belongs_to_the_months_so_far(period: str, cumulative: bool, point: bool, home: str) -> None:
    assert periods.home(period, cumulative=cumulative, point=point) == home


def test_twins() -> None:
    assert periods.twin("2026-10") == "2026-01..2026-10"
    assert periods.twin("2026-01..2026-10") == "2026-10"
    assert periods.twin("2026-Q1") is None
