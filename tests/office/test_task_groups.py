"""The task list in groups, and views kept under a name."""

import re
from collections.abc import Callable
from datetime import timedelta
from html import unescape

import pytest
import time_machine
from django.test import Client
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from dondoc.office.accounts.models import User
from dondoc.office.tasks.actions import arranging
from dondoc.office.tasks.actions.arranging import Owed
from dondoc.office.tasks.models import AssignmentRole, SavedView, Task
from dondoc.office.tasks.views import listing as view
from tests.office.office_cast import NOW, TODAY, Cast

SignIn = Callable[[User], Client]


@pytest.fixture
def tasks(cast: Cast) -> None:
    """Four of the department of health, three of finance, one that nobody leads; deadlines all mixed."""
    leads = [cast.health, cast.finance, None, cast.health, cast.finance, cast.health, cast.finance, cast.health]
    for n, agency in enumerate(leads):
        owed = [Owed(AssignmentRole.LEAD, agency)] if agency else []
        day = TODAY + timedelta(days=(n * 5) % 7 * 5 - 8)
        arranging.create_task(text=f"Việc {n}", owed=owed, by=cast.office, now=NOW, deadline=day, product="Báo cáo")


@time_machine.travel(NOW)
@pytest.mark.parametrize("by", ["chu-tri", "tinh-trang", "van-ban"])
def test_groups_hold_every_row_once_and_each_in_the_chosen_order(
    tasks: None, cast: Cast, signed_in: SignIn, by: str
) -> None:
    page = signed_in(cast.office).get(f"/nhiem-vu/?nhom={by}&sap=-han")
    groups = page.context["groups"]
    shown = [row.task.pk for group in groups for row in group.rows]
    assert sorted(shown) == sorted(Task.objects.values_list("pk", flat=True))
    assert all(group.number == len(group.rows) for group in groups)
    assert len({str(group.name) for group in groups}) == len(groups)
    for group in groups:
        days = [row.task.deadline for row in group.rows]
        assert days == sorted(days, reverse=True)


@time_machine.travel(NOW)
def test_heads_count_the_whole_group_on_every_page(
    tasks: None, cast: Cast, signed_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(view, "ROWS", 3)
    client = signed_in(cast.office)
    heads = []
    for number in (1, 2, 3):
        page = client.get(f"/nhiem-vu/?nhom=chu-tri&trang={number}")
        heads += [(str(group.name), group.number, len(group.rows)) for group in page.context["groups"]]
    assert heads == [
        ("Sở Tài chính", 3, 3),
        ("Sở Y tế", 4, 3),
        ("Sở Y tế", 4, 1),
        ("Chưa rõ chủ trì", 1, 1),
    ]


def test_a_grouping_that_does_not_exist_groups_nothing(tasks: None, cast: Cast, signed_in: SignIn) -> None:
    page = signed_in(cast.office).get("/nhiem-vu/?nhom=mau-sac")
    assert len(page.context["groups"]) == 1
    assertNotContains(page, "dd-group")


def test_a_view_is_kept_shown_and_dropped(tasks: None, cast: Cast, signed_in: SignIn) -> None:
    client = signed_in(cast.office)
    client.post("/nhiem-vu/cach-xem/luu/", {"ten": " Quá hạn  của tôi ", "dia-chi": "nhom=chu-tri&q=viec&trang=2&tu="})
    saved = SavedView.objects.get()
    assert (saved.person, saved.name, saved.query) == (cast.office, "Quá hạn của tôi", "nhom=chu-tri&q=viec")
    page = client.get("/nhiem-vu/?q=viec&nhom=chu-tri&trang=1")
    assertContains(page, 'href="/nhiem-vu/?nhom=chu-tri&amp;q=viec" aria-current="page"')
    client.post(f"/nhiem-vu/cach-xem/{saved.pk}/bo/")
    assertContains(client.get("/nhiem-vu/"), "Hoàn tác")
    assertNotContains(client.get("/nhiem-vu/"), "cach-xem/")


def test_the_same_name_replaces_and_a_view_without_a_name_is_refused(cast: Cast, signed_in: SignIn) -> None:
    client = signed_in(cast.office)
    for query in ("q=a", "q=b"):
        client.post("/nhiem-vu/cach-xem/luu/", {"ten": "Của tôi", "dia-chi": query})
    assert [each.query for each in SavedView.objects.all()] == ["q=b"]
    client.post("/nhiem-vu/cach-xem/luu/", {"ten": "  ", "dia-chi": "q=c"})
    assert SavedView.objects.count() == 1
    assertContains(client.get("/nhiem-vu/"), "Hãy đặt tên cho cách xem")


PAGES = {"tasks:list": "", "tasks:board": "bang/", "tasks:month": "lich/", "tasks:timeline": "dong-thoi-gian/"}


@pytest.mark.parametrize("page", [*PAGES, "tasks:reviews"])
def test_a_view_leads_back_to_the_page_that_it_was_kept_of(
    tasks: None, cast: Cast, signed_in: SignIn, page: str
) -> None:
    client = signed_in(cast.office)
    own = f"/nhiem-vu/{PAGES.get(page, 'ra-soat/')}"
    data = {"noi": page, "ten": "Của tôi", "dia-chi": "q=viec&thang=2026-10"}
    assertRedirects(client.post("/nhiem-vu/cach-xem/luu/", data), f"{own}?q=viec", fetch_redirect_response=False)
    for path in ("", "bang/", "lich/", "dong-thoi-gian/", "ra-soat/"):
        views = client.get(f"/nhiem-vu/{path}?q=viec").context["saved"]
        assert [(view.url, view.current) for view in views] == [(f"{own}?q=viec", own == f"/nhiem-vu/{path}")]
    view = SavedView.objects.get()
    dropped = client.post(f"/nhiem-vu/cach-xem/{view.pk}/bo/", {"noi": page, "dia-chi": "q=a"})
    assertRedirects(dropped, f"{own}?q=a", fetch_redirect_response=False)


def test_the_same_name_on_another_page_takes_its_place_and_an_unknown_page_is_the_list(
    cast: Cast, signed_in: SignIn
) -> None:
    client = signed_in(cast.office)
    for page in ("tasks:board", "tasks:month", "admin:home"):
        client.post("/nhiem-vu/cach-xem/luu/", {"noi": page, "ten": "Của tôi", "dia-chi": "q=a"})
    assert [view.page for view in SavedView.objects.all()] == ["tasks:list"]


def test_saved_views_do_not_say_of_cells_that_they_were_saved(tasks: None, cast: Cast, signed_in: SignIn) -> None:
    client = signed_in(cast.office)
    client.post("/nhiem-vu/cach-xem/luu/", {"ten": "Của tôi", "dia-chi": "q=a"}, follow=True)
    page = client.get("/nhiem-vu/")
    assertContains(page, "dd-cell-open")
    assertNotContains(page, "dd-cell-saved")


def test_a_dropped_view_comes_back_as_it_was(cast: Cast, signed_in: SignIn) -> None:
    client = signed_in(cast.office)
    client.post("/nhiem-vu/cach-xem/luu/", {"noi": "tasks:board", "ten": "Của <tôi>", "dia-chi": "q=a"})
    before = SavedView.objects.values("page", "name", "query").get()
    page = client.post(f"/nhiem-vu/cach-xem/{SavedView.objects.get().pk}/bo/", follow=True)
    assertContains(page, "Đã bỏ cách xem “Của &lt;tôi&gt;”")
    alert = page.content.decode().partition('role="status"')[2].partition("</form>")[0]
    fields = {name: unescape(value) for name, value in re.findall(r'name="([a-z-]+)" value="([^"]*)"', alert)}
    assert 'action="/nhiem-vu/cach-xem/luu/"' in alert
    assertContains(client.post("/nhiem-vu/cach-xem/luu/", fields, follow=True), "Đã khôi phục cách xem")
    assert SavedView.objects.values("page", "name", "query").get() == before


def test_views_are_ones_own(cast: Cast, signed_in: SignIn) -> None:
    signed_in(cast.office).post("/nhiem-vu/cach-xem/luu/", {"ten": "Của văn phòng", "dia-chi": "q=a"})
    leader = signed_in(cast.leader)
    assertNotContains(leader.get("/nhiem-vu/"), "Của văn phòng")
    assert leader.post(f"/nhiem-vu/cach-xem/{SavedView.objects.get().pk}/bo/").status_code == 404
    assert SavedView.objects.exists()
