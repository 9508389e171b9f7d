"""Who finds what on their own page: the agency what it owes, the office what it must answer."""

from datetime import timedelta

import pytest

from dondoc.office.accounts.models import User
from dondoc.office.tasks.actions import arranging, extending, finishing, reporting, talking
from dondoc.office.tasks.actions.arranging import Owed
from dondoc.office.tasks.actions.reporting import Proof
from dondoc.office.tasks.mine import waiting_for
from dondoc.office.tasks.models import AssignmentRole, Task
from tests.office.office_cast import NOW, TODAY, Cast

DAY = timedelta(days=1)


@pytest.fixture
def task(cast: Cast) -> Task:
    owed = [Owed(AssignmentRole.LEAD, cast.health), Owed(AssignmentRole.COORDINATING, cast.finance)]
    return arranging.create_task(
        text="Rà soát giường bệnh", owed=owed, by=cast.office, now=NOW, deadline=TODAY + 3 * DAY, product="Báo cáo"
    )


def heaps(person: User, days: int = 0) -> dict[str, int]:
    return {str(heap.title): heap.number for heap in waiting_for(person, TODAY + days * DAY)}


def test_the_lead_finds_what_it_owes_and_a_helper_does_not(task: Task, cast: Cast) -> None:
    helper = User.objects.create_user(username="tai-chinh", full_name="Tài Chính", role="focal", agency=cast.finance)
    assert heaps(cast.owner) == {"Sắp đến hạn": 1}
    assert heaps(cast.owner, 5) == {"Quá hạn": 1}
    assert heaps(helper) == {}
    assert heaps(cast.stranger) == {}


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


def test_a_watcher_finds_what_is_watched(task: Task, cast: Cast) -> None:
    talking.watch(task=task, on=True, by=cast.viewer, now=NOW)
    assert heaps(cast.viewer) == {"Bạn đang theo dõi": 1}
