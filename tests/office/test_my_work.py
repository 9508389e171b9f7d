"""Who finds what on their own page: the agency what it owes, the office what it must answer."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from dondoc.office.accounts.models import User
from dondoc.office.tasks.actions import arranging, extending, finishing, reporting, talking
from dondoc.office.tasks.actions.arranging import Owed
from dondoc.office.tasks.actions.reporting import Proof
from dondoc.office.tasks.mine import SHOWN, waiting_for
from dondoc.office.tasks.models import Assignment, AssignmentRole, Offer, Task
from dondoc.office.tasks.relations import Relation
from tests.office.office_cast import NOW, TODAY, Cast

SignIn = Callable[[User], Client]
DAY = timedelta(days=1)


@pytest.fixture
def task(cast: Cast) -> Task:
    owed = [Owed(AssignmentRole.LEAD, cast.health), Owed(AssignmentRole.COORDINATING, cast.finance)]
    return arranging.create_task(
        text="Rà soát giường bệnh", owed=owed, by=cast.office, now=NOW, deadline=TODAY + 3 * DAY, product="Báo cáo"
    )


def heaps(person: User, days: int = 0) -> dict[str, int]:
    return {str(heap.title): heap.number for heap in waiting_for(person, TODAY + days * DAY)}


def test_the_lead_finds_what_it_owes_and_a_helper_what_it_helps_with(task: Task, cast: Cast) -> None:
    helper = User.objects.create_user(username="tai-chinh", full_name="Tài Chính", role="focal", agency=cast.finance)
    assert heaps(cast.owner) == {"Sắp đến hạn": 1}
    assert heaps(cast.owner, 5) == {"Quá hạn": 1}
    assert heaps(helper) == heaps(helper, 5) == {"Cơ quan bạn phối hợp": 1}
    assert heaps(cast.stranger) == {}


def test_help_ends_with_the_task_and_what_one_leads_is_no_help(task: Task, cast: Cast) -> None:
    helper = User.objects.create_user(username="tai-chinh", full_name="Tài Chính", role="focal", agency=cast.finance)
    cast.communes.members.add(cast.health)
    Assignment.objects.create(task=task, role=AssignmentRole.COORDINATING, written="Nhóm", group=cast.communes)
    assert "Cơ quan bạn phối hợp" not in heaps(cast.owner)
    arranging.cancel(task=task, reason="Trùng", by=cast.office, now=NOW)
    assert heaps(helper) == {}


def test_a_handed_in_result_waits_for_another_person(task: Task, cast: Cast) -> None:
    reporting.add_evidence(task=task, proof=Proof(day=TODAY, number="1/BC"), agency=None, by=cast.office, now=NOW)
    finishing.submit(task=task, summary="Xong", agency=None, by=cast.office, now=NOW)
    assert "Kết quả chờ bạn nghiệm thu" not in heaps(cast.office)
    assert heaps(cast.leader)["Kết quả chờ bạn nghiệm thu"] == 1
    assert heaps(cast.leader, 9)["Chậm ở khâu nghiệm thu"] == 1


def test_returned_and_asked_and_instructed_work_reaches_whom_it_waits_for(task: Task, cast: Cast) -> None:
    extending.ask_extension(task=task, wanted=TODAY + 9 * DAY, reason="Mưa", agency=cast.health, by=cast.owner, now=NOW)
    talking.instruct(task=task, text="Làm gấp", reply_due=TODAY, by=cast.leader, now=NOW)
    assert heaps(cast.office)["Đề nghị gia hạn chờ trả lời"] == 1
    assert heaps(cast.owner)["Ý kiến chỉ đạo chờ trả lời"] == 1
    assert heaps(cast.leader, 1)["Ý kiến chỉ đạo quá hạn trả lời"] == 1
    reporting.add_evidence(task=task, proof=Proof(day=TODAY, number="1/BC"), agency=None, by=cast.owner, now=NOW)
    finishing.submit(task=task, summary="Xong", agency=cast.health, by=cast.owner, now=NOW)
    finishing.return_result(task=task, reason="Thiếu phụ lục", by=cast.office, now=NOW)
    assert heaps(cast.owner)["Bị trả lại, cần bổ sung"] == 1


def test_waiting_work_comes_back_on_its_day(task: Task, cast: Cast) -> None:
    arranging.wait(task=task, waiting_for="Thông tư", look_again=TODAY + 2 * DAY, by=cast.office, now=NOW)
    assert "Đến ngày xem lại điều kiện" not in heaps(cast.office)
    assert heaps(cast.office, 2)["Đến ngày xem lại điều kiện"] == 1


@time_machine.travel(NOW)
def test_every_heap_is_the_list_behind_its_link(task: Task, cast: Cast, signed_in: SignIn) -> None:
    make_some_of_everything(cast)
    titles: set[str] = set()
    for person in (cast.office, cast.leader, cast.owner, cast.stranger, cast.viewer):
        client = signed_in(person)
        for heap in client.get("/viec-cua-toi/").context["heaps"]:
            titles.add(str(heap.title))
            page = client.get(heap.url)
            assert page.context["page"].paginator.count == heap.number, heap.url
            shown = {f"/nhiem-vu/{row.task.pk}/" for row in page.context["rows"]}
            assert {row.url for row in heap.rows} <= shown, heap.url
            assert len(heap.rows) == min(heap.number, SHOWN)
            assert heap.number < Task.objects.count(), heap.url
    assert len(titles) == 7 + 2 + 1 + 1 + 5 + 1 + 1, sorted(titles)


def make_some_of_everything(cast: Cast) -> None:
    """Beside ``task`` one task for each heap, some of another agency's."""
    health, finance = Owed(AssignmentRole.LEAD, cast.health), Owed(AssignmentRole.LEAD, cast.finance)

    def add(days: int | None, *owed: Owed, ago: int = 0) -> Task:
        return arranging.create_task(
            text=f"Việc {days} {ago}", owed=owed, by=cast.office, now=NOW - ago * DAY, product="Báo cáo",
            deadline=None if days is None else TODAY + days * DAY,
        )  # fmt: skip

    def hand_in(given: Task, by: User, ago: int) -> None:
        proof = Proof(day=TODAY - ago * DAY, number="1/BC")
        reporting.add_evidence(task=given, proof=proof, agency=None, by=by, now=NOW - ago * DAY)
        finishing.submit(task=given, summary="Xong", agency=None, by=by, now=NOW - ago * DAY)

    for owed in (health, finance):
        add(-2, owed)
        add(3, owed)
    add(None, health)
    returned = add(30, health)
    hand_in(returned, cast.owner, 0)
    finishing.return_result(task=returned, reason="Thiếu", by=cast.office, now=NOW)
    hand_in(add(-9, health, ago=30), cast.owner, 20)
    hand_in(add(20, finance), cast.office, 0)
    extending.ask_extension(
        task=add(40, health), wanted=TODAY + 90 * DAY, reason="Mưa", agency=None, by=cast.owner, now=NOW
    )
    extending.ask_extension(
        task=add(41, finance), wanted=TODAY + 90 * DAY, reason="Mưa", agency=None, by=cast.office, now=NOW
    )
    talking.instruct(task=add(42, health), text="Gấp", reply_due=TODAY - DAY, by=cast.leader, now=NOW - 9 * DAY)
    arranging.wait(task=add(43, finance), waiting_for="Luật", look_again=TODAY, by=cast.office, now=NOW)
    Offer.objects.create(task=add(44, finance), kind="continues", earlier=returned, score=1, at=NOW)
    talking.watch(task=add(45, finance), on=True, by=cast.viewer, now=NOW)
    add(46, finance, Owed(AssignmentRole.COORDINATING, cast.health))


@time_machine.travel(NOW)
def test_nobody_is_asked_for_what_they_may_not_decide(task: Task, cast: Cast, signed_in: SignIn) -> None:
    later = TODAY + 99 * DAY
    extending.ask_extension(task=task, wanted=later, reason="Mưa", agency=None, by=cast.office, now=NOW)
    assert "Đề nghị gia hạn chờ trả lời" not in heaps(cast.office)
    assert heaps(cast.leader)["Đề nghị gia hạn chờ trả lời"] == 1
    for relation in Relation:
        page = signed_in(cast.viewer).get(f"/nhiem-vu/?cua-toi={relation}")
        assert page.context["page"].paginator.count == 0, relation


def test_a_watcher_finds_what_is_watched(task: Task, cast: Cast) -> None:
    talking.watch(task=task, on=True, by=cast.viewer, now=NOW)
    assert heaps(cast.viewer) == {"Bạn đang theo dõi": 1}
