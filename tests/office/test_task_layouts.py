"""The board, the month and the bars over time show the tasks that the list shows."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client
from pytest_django.asserts import assertContains, assertNotContains

from dondoc.office.accounts.models import User
from dondoc.office.rules.actions import set_special_day
from dondoc.office.tasks import board, layouts
from dondoc.office.tasks.actions import arranging
from dondoc.office.tasks.actions.arranging import Owed
from dondoc.office.tasks.models import AssignmentRole, Task
from dondoc.office.tasks.queries import by_standing
from tests.office.office_cast import NOW, TODAY, Cast

SignIn = Callable[[User], Client]
DAY = timedelta(days=1)


@pytest.fixture
def tasks(cast: Cast) -> list[Task]:
    """Due in three days, long overdue, without a deadline; six on one day."""
    owed = [Owed(AssignmentRole.LEAD, cast.health)]
    days = [TODAY + 3 * DAY, TODAY - 40 * DAY, None, *[TODAY + 15 * DAY] * 6]
    return [
        arranging.create_task(text=f"Việc {n}", owed=owed, by=cast.office, now=NOW, deadline=day, product="Báo cáo")
        for n, day in enumerate(days)
    ]


def test_the_board_counts_what_the_list_counts(tasks: list[Task]) -> None:
    columns = board.board(Task.objects.all(), TODAY)
    counted = by_standing(Task.objects.all(), TODAY)
    assert {column.value: column.number for column in columns} == {
        standing.value: number for standing, number in counted.items()
    }
    assert all(len(column.cards) == column.number for column in columns)
    assert sum(column.number for column in columns) == Task.objects.count()


def test_a_column_names_how_many_it_hides_and_leads_to_all(
    tasks: list[Task], cast: Cast, signed_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(board, "CARDS", 2)
    page = signed_in(cast.office).get("/nhiem-vu/bang/?q=viec&tinh-trang=qua-han")
    assertContains(page, "/nhiem-vu/?q=viec&amp;tinh-trang=trong-han")
    shown = board.board(Task.objects.all(), TODAY)
    assert {column.value: column.more for column in shown}["trong-han"] == 4


def test_a_board_without_tasks_says_so_once(cast: Cast, signed_in: SignIn) -> None:
    office = signed_in(cast.office)
    assertContains(office.get("/nhiem-vu/bang/"), "Chưa có nhiệm vụ")
    assertNotContains(office.get("/nhiem-vu/bang/?q=khong-co"), "dd-board-column")


def test_what_has_ended_is_drawn_over_time_only_when_it_is_asked_for(
    tasks: list[Task], cast: Cast, signed_in: SignIn
) -> None:
    arranging.cancel(task=tasks[0], reason="Trùng", by=cast.office, now=NOW)
    office = signed_in(cast.office)
    assertNotContains(office.get("/nhiem-vu/dong-thoi-gian/"), "Việc 0")
    assertContains(office.get("/nhiem-vu/dong-thoi-gian/?tinh-trang=dung"), "Việc 0")


def test_an_empty_month_says_so_and_leads_back_to_this_one(tasks: list[Task], cast: Cast, signed_in: SignIn) -> None:
    page = signed_in(cast.office).get("/nhiem-vu/lich/?thang=2031-01&q=viec")
    assertContains(page, "Không có nhiệm vụ nào đến hạn trong tháng 01/2031 khớp bộ lọc đang dùng.")
    assertContains(page, 'href="?q=viec">Tháng này')


def test_a_month_puts_each_task_on_its_day_and_names_what_it_hides(tasks: list[Task], cast: Cast) -> None:
    set_special_day(day=TODAY, worked=False, name="Nghỉ bão", by=cast.admin, now=NOW)
    days = {cell.day: cell for week in layouts.month(Task.objects.all(), TODAY.replace(day=1), TODAY) for cell in week}
    assert [row.text for row in days[TODAY + 3 * DAY].rows] == ["Việc 0"]
    assert (len(days[TODAY + 15 * DAY].rows), days[TODAY + 15 * DAY].more) == (4, 2)
    assert not days[TODAY].works
    assert days[TODAY + DAY].works
    assert not days[date(2026, 11, 14)].works


def test_bars_lie_within_the_span_and_an_extended_task_marks_its_first_deadline(tasks: list[Task], cast: Cast) -> None:
    arranging.edit(task=tasks[0], deadline=TODAY + 60 * DAY, reason="Ghi nhầm", by=cast.office, now=NOW)
    span = layouts.timeline(Task.objects.all(), TODAY)
    assert span is not None
    assert len(span.bars) == 8
    assert all(bar.start >= 0 and bar.start + bar.length <= 100.5 for bar in span.bars)
    assert [bar.row.text for bar in span.bars if bar.first is not None] == ["Việc 0"]
    assert 0 < span.today < 100


def test_nothing_with_a_deadline_draws_nothing(cast: Cast) -> None:
    assert layouts.timeline(Task.objects.all(), TODAY) is None


@pytest.mark.parametrize("address", ["/nhiem-vu/bang/", "/nhiem-vu/lich/?thang=2026-11", "/nhiem-vu/dong-thoi-gian/"])
def test_only_what_is_in_sight_is_drawn(tasks: list[Task], cast: Cast, signed_in: SignIn, address: str) -> None:
    assertContains(signed_in(cast.owner).get(address), "Việc 0")
    assertNotContains(signed_in(cast.stranger).get(address), "Việc 0")


@pytest.mark.parametrize("words", ["2026-13", "x", "0000-01", "99999-01", "-1"])
def test_a_month_that_is_none_shows_the_present_one(cast: Cast, signed_in: SignIn, words: str) -> None:
    assert signed_in(cast.office).get("/nhiem-vu/lich/", {"thang": words}).status_code == 200
