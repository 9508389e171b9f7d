"""A link for an agency with more tasks than fit on a page: chosen over pages, by a filter, or all of them."""

import re
from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django.asserts import assertContains, assertNotContains

from dondoc.office.accounts.models import User
from dondoc.office.answering import actions
from dondoc.office.answering.models import TaskLink
from dondoc.office.tasks.models import Assignment, AssignmentRole, Task, TaskState
from tests.office.office_cast import NOW, TODAY, Cast

SignIn = Callable[[User], Client]
MANY = 260


def give(cast: Cast, number: int, first: int = 0) -> list[Task]:
    """Tasks of the department of health; every fifth is about water, every one has its own words."""
    made = Task.objects.bulk_create(
        Task(
            text=f"Việc {n}", folded=f"viec {n} {'nuoc sach' if n % 5 == 0 else ''}", created_at=NOW, changed_at=NOW,
            deadline=TODAY,
        )
        for n in range(first, first + number)
    )  # fmt: skip
    Assignment.objects.bulk_create(
        Assignment(task=task, role=AssignmentRole.LEAD, agency=cast.health, written="Sở Y tế") for task in made
    )
    return made


@pytest.fixture
def tasks(cast: Cast) -> list[Task]:
    made = give(cast, MANY)
    Task.objects.filter(pk=made[0].pk).update(state=TaskState.DONE, finished_on=TODAY)
    foreign = Task.objects.create(text="Việc khác", created_at=NOW, changed_at=NOW)
    Assignment.objects.create(task=foreign, role=AssignmentRole.LEAD, agency=cast.finance, written="Sở Tài chính")
    return made


def address(cast: Cast) -> str:
    return f"/lien-ket/moi/{cast.health.pk}/"


def test_all_open_tasks_go_into_one_link(tasks: list[Task], cast: Cast, signed_in: SignIn) -> None:
    office = signed_in(cast.office)
    assertContains(office.get(address(cast)), "Chọn mọi nhiệm vụ đang làm (259)")
    page = office.get(f"{address(cast)}?tat-ca=1")
    assert (page.context["number"], len(page.context["named"]), page.context["more"]) == (259, 20, 239)
    assert office.post(f"{address(cast)}?tat-ca=1", {"days": "7"}).status_code == 200
    link = TaskLink.objects.get()
    assert set(link.tasks.values_list("pk", flat=True)) == {task.pk for task in tasks[1:]}
    assertContains(office.get(f"/lien-ket/{link.pk}/"), "và 209 nhiệm vụ khác")


def test_all_that_a_filter_lets_through(tasks: list[Task], cast: Cast, signed_in: SignIn) -> None:
    office = signed_in(cast.office)
    page = office.get(f"{address(cast)}?q=nuoc+sach")
    assert page.context["page"].paginator.count == 51
    assertContains(page, "Chọn cả 51 nhiệm vụ khớp bộ lọc")
    office.post(f"{address(cast)}?q=nuoc+sach&tat-ca=1", {"days": "7"})
    assert TaskLink.objects.get().tasks.count() == 51
    assertContains(office.get(f"{address(cast)}?q=khong-co"), "Không có nhiệm vụ nào khớp bộ lọc")


def test_ticks_stay_from_page_to_page(tasks: list[Task], cast: Cast, signed_in: SignIn) -> None:
    office = signed_in(cast.office)
    first = office.get(address(cast)).context["rows"][3].task.pk
    second = office.get(f"{address(cast)}?trang=2&nhiem-vu={first}")
    assertContains(second, "đã chọn 1 ở trang khác")
    assert f'type="hidden" name="nhiem-vu" value="{first}"' in second.content.decode()
    other = second.context["rows"][5].task.pk
    last = office.get(f"{address(cast)}?tiep=1&nhiem-vu={first}&nhiem-vu={other}&nhiem-vu=x")
    hidden = re.findall(r'name="nhiem-vu" value="(\d+)"', last.content.decode())
    assert {int(each) for each in hidden} == {first, other}
    office.post(address(cast), {"days": "7", "nhiem-vu": hidden})
    assert set(TaskLink.objects.get().tasks.values_list("pk", flat=True)) == {first, other}


def test_nothing_chosen_or_too_much_is_said(
    tasks: list[Task], cast: Cast, signed_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = signed_in(cast.office)
    assertContains(office.get(f"{address(cast)}?tiep=1"), "Hãy chọn ít nhất một nhiệm vụ.")
    monkeypatch.setattr(actions, "MOST_TASKS", 200)
    answer = office.post(f"{address(cast)}?tat-ca=1", {"days": "7"})
    assertContains(answer, "nhiều nhất 200 nhiệm vụ", status_code=422)
    assert not TaskLink.objects.exists()


def test_whoever_holds_it_pages_and_searches(tasks: list[Task], cast: Cast, signed_in: SignIn, client: Client) -> None:
    made = signed_in(cast.office).post(f"{address(cast)}?tat-ca=1", {"days": "7"}).content.decode()
    found = re.search(r"http://testserver(/tra-loi/\S+?/)<", made)
    assert found is not None
    page = client.get(found[1])
    assertContains(page, "259 nhiệm vụ cần trả lời")
    assert len(page.context["rows"]) == 20
    assertContains(client.get(f"{found[1]}?q=viec+259"), "Việc 259")
    assertNotContains(client.get(f"{found[1]}?q=viec+259"), "Việc 25<")
    assert client.get(f"{found[1]}{tasks[-1].pk}/bao-cao/").status_code == 200


def test_no_page_asks_more_for_more_tasks(cast: Cast, signed_in: SignIn, client: Client) -> None:
    office = signed_in(cast.office)

    def asked(number: int, first: int) -> list[int]:
        give(cast, number, first)
        counted = []
        made = office.post(f"{address(cast)}?tat-ca=1", {"days": "7"}).content.decode()
        token = re.findall(r"http://testserver(/tra-loi/\S+?/)<", made)[0]
        for who, path in ((office, address(cast)), (office, f"{address(cast)}?tat-ca=1"), (client, token)):
            with CaptureQueriesContext(connection) as queries:
                assert who.get(path).status_code == 200
            counted.append(len(queries))
        return counted

    assert asked(3, 0) == asked(12, 3)
