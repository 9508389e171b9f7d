"""Names in tasks that fit nobody: the queue, what it learns, and what it is told not to ask again."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from dondoc.office.accounts.models import User
from dondoc.office.agencies.actions.learning import ask_again, learn_name, not_an_agency
from dondoc.office.agencies.models import NotAgency
from dondoc.office.agencies.queries import resolve
from dondoc.office.agencies.unmatched import guesses, waiting
from dondoc.office.audit.models import Entry
from dondoc.office.refusal import Refusal
from dondoc.office.tasks.models import Assignment, AssignmentRole, Task
from tests.office.office_cast import NOW, TODAY, Cast

SignIn = Callable[[User], Client]


def row(written: str, role: str = AssignmentRole.LEAD, task: Task | None = None, **more: object) -> Assignment:
    task = task or Task.objects.create(text="Việc", created_at=NOW, changed_at=NOW)
    return Assignment.objects.create(task=task, role=role, written=written, **more)


def test_names_are_counted_however_spelt(cast: Cast) -> None:
    for written in ("Sở Tài chinh tỉnh", "SỞ TÀI CHINH TỈNH", "Ban Liên ngành", "Sở Tài chinh tỉnh"):
        row(written)
    row("Sở Y tế", agency=cast.health)
    assert [(each.name, each.number) for each in waiting()] == [("Sở Tài chinh tỉnh", 3), ("Ban Liên ngành", 1)]
    found = guesses(waiting(), TODAY)
    assert found[waiting()[0].key] == [cast.finance]
    assert found[waiting()[1].key] == []


def test_a_name_is_learnt_for_all_rows_and_for_ever(cast: Cast) -> None:
    rows = [row("Ngành tài chính"), row("NGÀNH TÀI CHÍNH"), row("Khác")]
    assert learn_name(name="Ngành tài chính", owner=cast.finance, by=cast.office, now=NOW) == 2
    assert [Assignment.objects.get(pk=each.pk).agency for each in rows] == [cast.finance, cast.finance, None]
    assert resolve("ngành Tài chính", TODAY) == cast.finance
    assert (Entry.objects.get(action="agency.learn_name").after or {})["name"] == "Ngành tài chính"
    assert Entry.objects.filter(action="task.owner_found", object_type="tasks.task").count() == 2
    with pytest.raises(Refusal, match="Không còn dòng"):
        learn_name(name="Ngành tài chính", owner=cast.finance, by=cast.office, now=NOW)


def test_a_group_learns_too(cast: Cast) -> None:
    made = row("các địa phương")
    learn_name(name="các địa phương", owner=cast.communes, by=cast.office, now=NOW)
    made.refresh_from_db()
    assert made.group == cast.communes
    assert resolve("Các địa phương", TODAY) == cast.communes


def test_two_rows_of_one_task_become_one_and_the_lead_stays(cast: Cast) -> None:
    task = Task.objects.create(text="Việc", created_at=NOW, changed_at=NOW)
    row("Sở Y tế", AssignmentRole.COORDINATING, task, agency=cast.health)
    row("Ngành y tế", AssignmentRole.LEAD, task)
    learn_name(name="Ngành y tế", owner=cast.health, by=cast.office, now=NOW)
    only = task.assignments.get()
    assert (only.agency, only.role) == (cast.health, AssignmentRole.LEAD)
    assert waiting() == []


def test_nobody_is_not_asked_about_again_until_somebody_wants(cast: Cast) -> None:
    row("các đơn vị liên quan")
    not_an_agency(name="các đơn vị liên quan", by=cast.office, now=NOW)
    not_an_agency(name="Các đơn vị liên quan", by=cast.office, now=NOW)
    assert NotAgency.objects.count() == Entry.objects.filter(action="name.not_an_agency").count() == 1
    assert waiting() == []
    ask_again(refused=NotAgency.objects.get(), by=cast.office, now=NOW)
    assert len(waiting()) == 1


def test_the_page_of_the_queue(cast: Cast, signed_in: SignIn) -> None:
    client = signed_in(cast.office)
    assert "Không còn tên nào" in client.get("/co-quan/ten-chua-ro/").content.decode()
    row("Sở Tài chinh")
    html = client.get("/co-quan/ten-chua-ro/").content.decode()
    assert "Sở Tài chinh" in html
    assert "Là Sở Tài chính" in html
    wrong = client.post("/co-quan/ten-chua-ro/gan/", {"name": "Sở Tài chinh", "owner": "Sở Ma"}, follow=True)
    assert "Sở Ma" in wrong.content.decode()
    done = client.post("/co-quan/ten-chua-ro/gan/", {"name": "Sở Tài chinh", "owner": "Sở Tài chính"}, follow=True)
    assert "đã gán 1 dòng" in done.content.decode()
    row("Ban X")
    client.post("/co-quan/ten-chua-ro/khong-phai/", {"name": "Ban X"})
    refused = NotAgency.objects.get()
    client.post(f"/co-quan/ten-chua-ro/{refused.pk}/hoi-lai/")
    assert not NotAgency.objects.exists()
    assert signed_in(cast.owner).get("/co-quan/ten-chua-ro/").status_code == 403


@pytest.mark.parametrize("address", ["/co-quan/", "/co-quan/ten-chua-ro/", "/co-quan/nhom/", "/co-quan/xuat/"])
def test_the_number_of_queries_does_not_grow(cast: Cast, signed_in: SignIn, address: str) -> None:
    from dondoc.office.agencies.models import AgencyGroup
    from tests.office.office_cast import make_agency

    client = signed_in(cast.admin)

    def grow(first: int, number: int) -> int:
        for each in range(first, first + number):
            agency = make_agency(f"c{each}", f"Cơ quan số {each}", parent=cast.health)
            row(f"Tên lạ số {each}")
            group = AgencyGroup.objects.create(name=f"Nhóm {each}")
            group.members.add(agency)
        with CaptureQueriesContext(connection) as asked:
            assert client.get(address).status_code == 200
        return len(asked)

    assert grow(0, 3) == grow(3, 20)
