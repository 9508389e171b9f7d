"""Many tasks at once: looked at before anything is written, refused one by one, written all together."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from pytest_django.asserts import assertContains, assertRedirects

from dondoc.office.accounts.models import User
from dondoc.office.audit.models import Entry
from dondoc.office.tasks.actions import arranging, together
from dondoc.office.tasks.actions.arranging import Owed
from dondoc.office.tasks.actions.together import Together, Wanted
from dondoc.office.tasks.models import AssignmentRole, Task, TaskState, Watch
from tests.office.office_cast import NOW, TODAY, Cast

SignIn = Callable[[User], Client]
ADDRESS = "/nhiem-vu/nhieu/"


@pytest.fixture
def tasks(cast: Cast) -> list[Task]:
    """Two open ones with a deadline, one without, one stopped."""
    owed = [Owed(AssignmentRole.LEAD, cast.health)]
    days = [TODAY + timedelta(days=9), TODAY + timedelta(days=19), None, None]
    made = [
        arranging.create_task(text=f"Việc {n}", owed=owed, by=cast.office, now=NOW, deadline=day)
        for n, day in enumerate(days)
    ]
    arranging.cancel(task=made[3], reason="Trùng", by=cast.office, now=NOW)
    return [Task.objects.get(pk=each.pk) for each in made]


def seen(tasks: list[Task]) -> list[str]:
    return [f"{each.pk}.{each.version}" for each in tasks]


def test_the_preview_names_what_changes_and_what_refuses_and_writes_nothing(
    tasks: list[Task], cast: Cast, signed_in: SignIn
) -> None:
    before = list(Task.objects.values()), Entry.objects.count()
    data = {"viec": "dung", "nv": [each.pk for each in tasks], "buoc": "xem", "reason": "Đã có văn bản thay thế"}
    page = signed_in(cast.office).post(ADDRESS, data)
    assert [line.task for line in page.context["good"]] == tasks[:3]
    assert [line.task for line in page.context["refused"]] == tasks[3:]
    assertContains(page, "Chỉ dừng được nhiệm vụ đang thực hiện")
    assertContains(page, "3 nhiệm vụ sẽ đổi, 1 nhiệm vụ giữ nguyên")
    assert (list(Task.objects.values()), Entry.objects.count()) == before


def test_confirmed_it_is_done_to_all_that_do_not_refuse(tasks: list[Task], cast: Cast, signed_in: SignIn) -> None:
    data = {"viec": "dung", "nv": seen(tasks), "buoc": "lam", "reason": "Thay thế", "tro-lai": "q=viec"}
    client = signed_in(cast.office)
    answer = client.post(ADDRESS, data)
    assertRedirects(answer, "/nhiem-vu/?q=viec", fetch_redirect_response=False)
    assert Task.objects.filter(cancelled_reason="Thay thế", state=TaskState.CANCELLED).count() == 3
    assertContains(client.get("/nhiem-vu/"), "với 3 nhiệm vụ")
    assert Entry.objects.filter(action="task.cancel", by=cast.office).count() == 4


def test_a_deadline_goes_only_to_tasks_without_one(tasks: list[Task], cast: Cast, signed_in: SignIn) -> None:
    data = {"viec": "thoi-han", "nv": seen(tasks), "buoc": "lam", "deadline": "31/12/2026"}
    signed_in(cast.office).post(ADDRESS, data)
    assert [f"{each.deadline:%d/%m}" if each.deadline else "" for each in Task.objects.order_by("pk")] == [
        "19/11", "29/11", "31/12", "",
    ]  # fmt: skip
    assert Task.objects.get(pk=tasks[2].pk).first_deadline is not None


def test_one_changed_after_the_preview_stays_and_is_named(tasks: list[Task], cast: Cast, signed_in: SignIn) -> None:
    shown = seen(tasks[:2])
    arranging.edit(task=tasks[0], product="Tờ trình", by=cast.leader, now=NOW)
    client = signed_in(cast.office)
    client.post(ADDRESS, {"viec": "nguoi-theo-doi", "nv": shown, "buoc": "lam", "follower": cast.leader.pk})
    assert [Task.objects.get(pk=each.pk).follower for each in tasks[:2]] == [cast.office, cast.leader]
    assertContains(client.get("/nhiem-vu/"), "Có người vừa sửa nhiệm vụ này")


def test_watching_needs_nothing_and_goes_to_the_preview_at_once(
    tasks: list[Task], cast: Cast, signed_in: SignIn
) -> None:
    client = signed_in(cast.office)
    page = client.post(ADDRESS, {"viec": "theo-doi", "nv": [tasks[0].pk]})
    assert page.context["step"] == "xem"
    assert not Watch.objects.exists()
    client.post(ADDRESS, {"viec": "theo-doi", "nv": seen(tasks[:1]), "buoc": "lam"})
    assert Watch.objects.get().task == tasks[0]


def test_what_it_needs_is_asked_first_and_a_wrong_value_is_said_beside_it(
    tasks: list[Task], cast: Cast, signed_in: SignIn
) -> None:
    client = signed_in(cast.office)
    asked = client.post(ADDRESS, {"viec": "thoi-han", "nv": [tasks[2].pk]})
    assert (asked.status_code, asked.context["step"]) == (200, "sua")
    wrong = client.post(ADDRESS, {"viec": "thoi-han", "nv": [tasks[2].pk], "buoc": "xem", "deadline": "32/13/2026"})
    assert wrong.status_code == 422
    assertContains(wrong, "32/13/2026", status_code=422)
    assertContains(wrong, 'class="dd-error"', status_code=422)


@pytest.mark.parametrize("data", [{"viec": "dung"}, {"viec": "xoa-het", "nv": ["1"]}, {"nv": ["x", "9" * 30]}])
def test_nothing_ticked_or_no_such_act_goes_back_to_the_list(
    data: dict[str, object], cast: Cast, signed_in: SignIn
) -> None:
    client = signed_in(cast.office)
    assertRedirects(client.post(ADDRESS, data), "/nhiem-vu/", fetch_redirect_response=False)
    assertContains(client.get("/nhiem-vu/"), "Chưa chọn nhiệm vụ nào")


def test_all_or_nothing_where_the_machine_fails(tasks: list[Task], cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = arranging.cancel

    def failing(*, task: Task, **given: object) -> Task:
        if task == tasks[1]:
            raise RuntimeError("the disk is full")
        return whole(task=task, **given)  # type: ignore[arg-type]

    monkeypatch.setattr(arranging, "cancel", failing)
    wanted = Wanted(Together.CANCEL, reason="Trùng")
    with pytest.raises(RuntimeError, match="disk"):
        together.do_to_all(tasks=tasks[:3], wanted=wanted, by=cast.office, now=NOW)
    assert not Task.objects.filter(pk__in=[each.pk for each in tasks[:3]], state=TaskState.CANCELLED).exists()


def test_only_the_office_does_it_and_only_it_sees_boxes(tasks: list[Task], cast: Cast, signed_in: SignIn) -> None:
    answer = signed_in(cast.owner).post(ADDRESS, {"viec": "dung", "nv": seen(tasks), "buoc": "lam", "reason": "x"})
    assert answer.status_code == 403
    assert b'name="nv"' not in signed_in(cast.owner).get("/nhiem-vu/").content
    page = signed_in(cast.office).get("/nhiem-vu/")
    assertContains(page, 'class="dd-tick"', count=4)
    ticked = signed_in(cast.office).get("/nhiem-vu/?chon=trang").content.decode()
    assert len(re.findall(r'class="dd-tick"[^>]* checked', ticked)) == 4
