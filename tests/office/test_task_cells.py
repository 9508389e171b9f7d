"""Cells of the task table changed where they stand."""

from collections.abc import Callable

import pytest
import time_machine
from django.test import Client
from pytest_django.asserts import assertContains, assertNotContains

from dondoc.office.accounts.models import User
from dondoc.office.audit.models import Entry
from dondoc.office.tasks.actions import arranging
from dondoc.office.tasks.actions.arranging import Owed
from dondoc.office.tasks.models import AssignmentRole, Task
from tests.office.office_cast import NOW, TODAY, Cast

SignIn = Callable[[User], Client]


@pytest.fixture
def task(cast: Cast) -> Task:
    """Without a deadline and a product."""
    owed = [Owed(AssignmentRole.LEAD, cast.health)]
    return Task.objects.get(pk=arranging.create_task(text="Rà soát", owed=owed, by=cast.office, now=NOW).pk)


@time_machine.travel(NOW)
def test_a_value_is_saved_said_and_the_standing_follows(task: Task, cast: Cast, signed_in: SignIn) -> None:
    client = signed_in(cast.office)
    assertContains(client.get(f"/nhiem-vu/{task.pk}/o/san-pham/"), 'name="product"')
    client.post(f"/nhiem-vu/{task.pk}/o/san-pham/", {"product": "Tờ trình", "version": task.version})
    version = Task.objects.get(pk=task.pk).version
    page = client.post(f"/nhiem-vu/{task.pk}/o/thoi-han/", {"deadline": "31/12/2026", "version": version})
    assertContains(page, "Đã lưu hạn.")
    assertContains(page, "Trong hạn")
    task.refresh_from_db()
    assert (task.product, f"{task.deadline:%d/%m/%Y}") == ("Tờ trình", "31/12/2026")
    assert Entry.objects.filter(action="task.edit", by=cast.office).count() == 2


def test_a_cell_left_as_it_was_saves_nothing_and_says_nothing(task: Task, cast: Cast, signed_in: SignIn) -> None:
    page = signed_in(cast.office).post(f"/nhiem-vu/{task.pk}/o/thoi-han/", {"deadline": "", "version": task.version})
    assertNotContains(page, "Đã lưu")
    assert not Entry.objects.filter(action="task.edit").exists()


def test_a_wrong_day_stays_in_its_field_with_the_error_beside(task: Task, cast: Cast, signed_in: SignIn) -> None:
    page = signed_in(cast.office).post(f"/nhiem-vu/{task.pk}/o/thoi-han/", {"deadline": "31/02/2026"})
    assertContains(page, 'value="31/02/2026"', status_code=422)
    assertContains(page, 'class="dd-error" role="alert"', status_code=422)


def test_somebody_elses_change_is_said_what_was_typed_stays_and_goes_through_again(
    task: Task, cast: Cast, signed_in: SignIn
) -> None:
    seen = task.version
    arranging.edit(task=task, product="Báo cáo", by=cast.leader, now=NOW)
    client = signed_in(cast.office)
    page = client.post(f"/nhiem-vu/{task.pk}/o/san-pham/", {"product": "Tờ trình", "version": seen})
    assertContains(page, "vừa sửa nhiệm vụ này", status_code=422)
    assertContains(page, 'value="Tờ trình"', status_code=422)
    assertContains(page, f'name="version" value="{seen + 1}"', status_code=422)
    assert Task.objects.get().product == "Báo cáo"
    client.post(f"/nhiem-vu/{task.pk}/o/san-pham/", {"product": "Tờ trình", "version": seen + 1})
    assert Task.objects.get().product == "Tờ trình"


def test_a_deadline_that_is_there_does_not_move_in_the_table(task: Task, cast: Cast, signed_in: SignIn) -> None:
    arranging.edit(task=task, deadline=TODAY, by=cast.office, now=NOW)
    client = signed_in(cast.office)
    page = client.post(f"/nhiem-vu/{task.pk}/o/thoi-han/", {"deadline": "31/12/2026", "version": task.version + 1})
    assertContains(page, "đã có thời hạn", status_code=422)
    assert Task.objects.get().deadline == TODAY
    assertNotContains(client.get("/nhiem-vu/"), "/o/thoi-han/")


def test_only_the_office_edits_and_an_ended_task_offers_no_cell(task: Task, cast: Cast, signed_in: SignIn) -> None:
    assert signed_in(cast.owner).post(f"/nhiem-vu/{task.pk}/o/san-pham/", {"product": "x"}).status_code == 403
    assertNotContains(signed_in(cast.owner).get("/nhiem-vu/"), "/o/san-pham/")
    office = signed_in(cast.office)
    assertContains(office.get("/nhiem-vu/"), "/o/san-pham/")
    assert office.get(f"/nhiem-vu/{task.pk}/o/mau-sac/").status_code == 404
    arranging.cancel(task=task, reason="Trùng", by=cast.office, now=NOW)
    assertNotContains(office.get("/nhiem-vu/"), "/o/san-pham/")
