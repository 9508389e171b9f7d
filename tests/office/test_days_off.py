"""The calendar of offices from 2009 to 2040: lunar days computed, days of the law there, the office's own word last."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client

from dondoc.office.accounts.models import User
from dondoc.office.administration.days_off import calendar_days, unannounced
from dondoc.office.rules.actions import set_special_day
from dondoc.office.rules.queries import calendar
from tests.office.office_cast import NOW, Cast

SignIn = Callable[[User], Client]
YEARS = range(2009, 2041)
# The first day of the lunar year, as calendars in print have it.
NEW_YEARS = {
    2009: "01-26", 2010: "02-14", 2011: "02-03", 2012: "01-23", 2013: "02-10", 2014: "01-31", 2015: "02-19",
    2016: "02-08", 2017: "01-28", 2018: "02-16", 2019: "02-05", 2020: "01-25", 2021: "02-12", 2022: "02-01",
    2023: "01-22", 2024: "02-10", 2025: "01-29", 2026: "02-17", 2027: "02-06", 2028: "01-26", 2029: "02-13",
    2030: "02-02", 2031: "01-23", 2032: "02-11", 2033: "01-31", 2034: "02-19", 2035: "02-08", 2036: "01-28",
    2037: "02-15", 2038: "02-04", 2039: "01-24", 2040: "02-12",
}  # fmt: skip
# Giỗ Tổ, the tenth day of the third lunar month.
HUNG_KINGS = {2009: "04-05", 2014: "04-09", 2020: "04-02", 2023: "04-29", 2025: "04-07", 2026: "04-26", 2028: "04-04"}


def free(day: date) -> bool:
    """Whether offices rest on ``day``, by the shown calendar or the week."""
    shown = {each.day: each.worked for each in calendar_days(day.year)}
    return not shown.get(day, True) if day in shown else day.weekday() >= 5


@pytest.mark.parametrize("year", YEARS)
def test_the_lunar_new_year(db: None, year: int) -> None:
    first = date.fromisoformat(f"{year}-{NEW_YEARS[year]}")
    shown = {each.day: each for each in calendar_days(first.year)}
    assert shown[first].lunar == "1/1" if first in shown else first.weekday() >= 5
    assert all(free(first + timedelta(days=ahead)) for ahead in (-1, 0, 1, 2))
    rest = sum(1 for day in shown if abs((day - first).days) <= 9 and day.weekday() < 5 and not shown[day].worked)
    assert rest >= (5 if first.year >= 2014 else 4) - 1


@pytest.mark.parametrize(("year", "day"), HUNG_KINGS.items())
def test_the_day_of_the_hung_kings(db: None, year: int, day: str) -> None:
    feast = date.fromisoformat(f"{year}-{day}")
    assert free(feast)
    if feast.weekday() >= 5:
        made_up = feast + timedelta(days=7 - feast.weekday())
        assert free(made_up)


@pytest.mark.parametrize("year", YEARS)
def test_the_days_of_the_law_in_every_year(db: None, year: int) -> None:
    assert all(free(date(year, month, day)) for month, day in ((1, 1), (4, 30), (5, 1), (9, 2)))
    rows = calendar_days(year)
    assert 9 <= sum(not row.worked for row in rows) <= 16
    assert [row.day for row in rows] == sorted({row.day for row in rows})


def test_every_day_has_its_name(db: None) -> None:
    names = {f"{row.day:%d/%m}": row.name for row in calendar_days(2026)}
    assert (names["01/01"], names["02/01"], names["10/01"]) == (
        "Tết Dương lịch",
        "Nghỉ hoán đổi",
        "Làm bù cho ngày hoán đổi",
    )
    assert {names[f"{day}/02"] for day in (16, 17, 18, 19, 20)} == {"Tết Nguyên đán"}
    assert names["27/04"] == "Nghỉ bù"  # Giỗ Tổ falls on a Sunday
    assert (names["01/09"], names["02/09"]) == ("Quốc khánh", "Quốc khánh")
    named = {row.name for year in YEARS for row in calendar_days(year)}
    assert "Giỗ Tổ Hùng Vương" in named
    assert "" not in named


def test_a_year_that_nobody_has_announced_says_so(cast: Cast, signed_in: SignIn) -> None:
    client = signed_in(cast.admin)
    assert [unannounced(year) for year in (2026, 2040)] == [False, True]
    assert "chưa có trong lịch" in client.get("/quan-tri/ngay-nghi/?nam=2040").content.decode()
    assert "chưa có trong lịch" not in client.get("/quan-tri/ngay-nghi/?nam=2026").content.decode()


def test_the_office_s_own_word_is_the_last(cast: Cast, signed_in: SignIn) -> None:
    saturday, thursday = date(2027, 9, 4), date(2027, 9, 2)
    assert not calendar().works(thursday)
    set_special_day(day=saturday, worked=True, name="Làm bù", by=cast.admin, now=NOW)
    set_special_day(day=thursday, worked=True, name="Trực", by=cast.admin, now=NOW)
    assert calendar().works(saturday)
    assert calendar().works(thursday)
    shown = {each.day: each for each in calendar_days(2027)}
    assert (shown[thursday].worked, shown[saturday].worked) == (True, True)
    client = signed_in(cast.admin)
    assert client.post("/quan-tri/ngay-nghi/2027-09-02/bo/").status_code == 302
    assert not calendar().works(thursday)


def test_a_stretch_of_days_at_once(cast: Cast, signed_in: SignIn) -> None:
    client = signed_in(cast.admin)
    form = {"day": "08/02/2027", "until": "10/02/2027", "worked": "0", "name": "Nghỉ Tết theo thông báo"}
    assert client.post("/quan-tri/ngay-nghi/", form).status_code == 302
    assert [calendar().works(date(2027, 2, day)) for day in (8, 9, 10, 11)] == [False, False, False, True]
    for until in ("07/02/2027", "09/04/2027"):
        assert client.post("/quan-tri/ngay-nghi/", {**form, "until": until}).status_code == 422
