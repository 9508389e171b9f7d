"""Answering through a link without an account: one agency, chosen tasks, for a while, every use written down."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from dondoc.office.accounts.models import User
from dondoc.office.answering.actions import create_link, revoke_link
from dondoc.office.answering.models import TaskLink, TaskLinkUse
from dondoc.office.answering.queries import USES
from dondoc.office.audit.models import Entry
from dondoc.office.refusal import Refusal
from dondoc.office.tasks.models import Assignment, AssignmentRole, ProgressReport, Task, TaskState
from tests.office.office_cast import NOW, Cast

SignIn = Callable[[User], Client]
SIGNED = {"signer": "Lê Thị Hoa", "position": "Phó Giám đốc"}


@pytest.fixture
def tasks(cast: Cast) -> list[Task]:
    """Led by the department of health, coordinated by it, and another's."""
    made = []
    for text, role, agency in (
        ("Rà soát giường bệnh", AssignmentRole.LEAD, cast.health),
        ("Góp ý dự toán", AssignmentRole.COORDINATING, cast.health),
        ("Việc của tài chính", AssignmentRole.LEAD, cast.finance),
    ):
        task = Task.objects.create(
            text=text, created_at=NOW, changed_at=NOW, deadline=timezone.localdate() + timedelta(days=20)
        )
        Assignment.objects.create(task=task, role=role, agency=agency, written=agency.name)
        made.append(task)
    return made


@pytest.fixture
def link(cast: Cast, tasks: list[Task]) -> tuple[TaskLink, str]:
    return create_link(agency=cast.health, tasks=tasks[:2], days=7, note="bà Hoa", by=cast.office, now=timezone.now())


def test_a_link_shows_its_tasks_and_no_other(link: tuple[TaskLink, str], tasks: list[Task], client: Client) -> None:
    page = client.get(f"/tra-loi/{link[1]}/")
    html = page.content.decode()
    assert page.status_code == 200
    assert "Rà soát giường bệnh" in html
    assert "Góp ý dự toán" in html
    assert "Việc của tài chính" not in html
    assert "no-store" in page["Cache-Control"]
    assert client.get(f"/tra-loi/{link[1]}/{tasks[2].pk}/bao-cao/").status_code == 404
    assert client.get(f"/tra-loi/{link[1]}/{tasks[0].pk}/sua/").status_code == 404
    assert client.get("/nhiem-vu/").status_code == 302  # it opens nothing else


def test_a_strangers_secret_opens_nothing(link: tuple[TaskLink, str], client: Client) -> None:
    assert client.get(f"/tra-loi/{link[0].token_hash}/").status_code == 404
    cut_short = client.get(f"/tra-loi/{link[1][:-1]}/")
    assert cut_short.status_code == 404
    assert "hãy chép lại cả địa chỉ" in cut_short.content.decode()
    assert link[1] not in str(list(TaskLink.objects.values()))


def test_progress_is_signed_by_name(link: tuple[TaskLink, str], tasks: list[Task], client: Client, cast: Cast) -> None:
    address = f"/tra-loi/{link[1]}/{tasks[1].pk}/bao-cao/"
    assert client.post(address, {"text": "Đã góp ý"}).status_code == 422
    answer = client.post(address, {"text": "Đã góp ý", "share": "40", **SIGNED})
    assert answer["Location"] == f"/tra-loi/{link[1]}/"
    report = ProgressReport.objects.get()
    assert (report.agency, report.by, report.signed) == (cast.health, None, "Lê Thị Hoa, Phó Giám đốc")
    assert Entry.objects.get(action="task.report").by is None
    use = TaskLinkUse.objects.get(act="bao-cao")
    assert (use.task, use.signed, use.address) == (tasks[1], report.signed, "127.0.0.1")
    assert (Entry.objects.get(action="task_link.use").after or {})["task"] == tasks[1].pk
    assert "Lê Thị Hoa" in client.get(address).content.decode()  # the name is kept for the next form
    assert "Đã góp ý" in client.get(f"/tra-loi/{link[1]}/").content.decode()


def test_only_the_lead_hands_in_and_with_evidence(
    link: tuple[TaskLink, str], tasks: list[Task], client: Client
) -> None:
    coordinating = client.get(f"/tra-loi/{link[1]}/{tasks[1].pk}/nop-ket-qua/")
    assert coordinating["Location"] == f"/tra-loi/{link[1]}/"
    address = f"/tra-loi/{link[1]}/{tasks[0].pk}/nop-ket-qua/"
    without = client.post(address, {"summary": "Đã xong", **SIGNED})
    assert (without.status_code, "Chưa có minh chứng" in without.content.decode()) == (409, True)
    file = SimpleUploadedFile("bao-cao.pdf", b"%PDF-1.4 minh chung")
    assert client.post(address, {"summary": "Đã xong", "file": file, **SIGNED}).status_code == 302
    tasks[0].refresh_from_db()
    assert tasks[0].state == TaskState.SUBMITTED
    assert tasks[0].submissions.get().signed == "Lê Thị Hoa, Phó Giám đốc"
    assert client.get(address).status_code == 302  # handed in: nothing more to do


def test_more_time_is_asked_once(link: tuple[TaskLink, str], tasks: list[Task], client: Client) -> None:
    address = f"/tra-loi/{link[1]}/{tasks[0].pk}/xin-gia-han/"
    wanted = f"{timezone.localdate() + timedelta(days=60):%d/%m/%Y}"
    assert client.post(address, {"wanted": wanted, "reason": "Chờ số liệu", **SIGNED}).status_code == 302
    assert tasks[0].extensions.get().signed == "Lê Thị Hoa, Phó Giám đốc"
    assert client.get(address).status_code == 302


def test_it_ends_by_itself_or_at_once(link: tuple[TaskLink, str], client: Client, cast: Cast) -> None:
    address = f"/tra-loi/{link[1]}/"
    revoke_link(link=link[0], by=cast.office, now=timezone.now())
    page = client.get(address)
    assert (page.status_code, "thu hồi" in page.content.decode()) == (410, True)
    with pytest.raises(Refusal):
        revoke_link(link=link[0], by=cast.office, now=timezone.now())
    TaskLink.objects.update(
        revoked_at=None, created_at=timezone.now() - timedelta(days=8), expires_at=timezone.now() - timedelta(days=1)
    )
    page = client.get(address)
    assert (page.status_code, "hết hiệu lực" in page.content.decode()) == (410, True)
    with pytest.raises(IntegrityError), transaction.atomic():
        TaskLink.objects.update(expires_at=NOW - timedelta(days=999))


def test_it_opens_no_task_that_was_given_to_another(
    link: tuple[TaskLink, str], tasks: list[Task], client: Client, cast: Cast
) -> None:
    Assignment.objects.filter(task=tasks[0]).update(agency=cast.finance)
    assert "Rà soát" not in client.get(f"/tra-loi/{link[1]}/").content.decode()
    assert client.get(f"/tra-loi/{link[1]}/{tasks[0].pk}/bao-cao/").status_code == 404


def test_too_many_uses_are_stopped(link: tuple[TaskLink, str], client: Client) -> None:
    TaskLinkUse.objects.bulk_create([TaskLinkUse(link=link[0], at=timezone.now(), act="open") for _n in range(USES)])
    assert client.get(f"/tra-loi/{link[1]}/").status_code == 429
    TaskLinkUse.objects.update(at=timezone.now() - timedelta(minutes=11))
    assert client.get(f"/tra-loi/{link[1]}/").status_code == 200


def test_the_office_makes_looks_at_and_closes_a_link(
    cast: Cast, tasks: list[Task], signed_in: SignIn, client: Client
) -> None:
    office = signed_in(cast.office)
    address = f"/lien-ket/moi/{cast.health.pk}/"
    html = office.get(address + f"?nhiem-vu={tasks[0].pk}").content.decode()
    assert "Rà soát giường bệnh" in html
    assert "Việc của tài chính" not in html
    assert "checked" in html
    assert office.post(address, {"days": "14", "nhiem-vu": [tasks[2].pk]}).status_code == 422
    assert office.post(address, {"days": "400", "nhiem-vu": [tasks[0].pk]}).status_code == 422
    made = office.post(address, {"days": "14", "nhiem-vu": [tasks[0].pk], "note": "bà Hoa"})
    found = re.search(r"http://testserver(/tra-loi/\S+?/)<", made.content.decode())
    assert found is not None
    assert client.get(found[1]).status_code == 200
    link = TaskLink.objects.get()
    assert "Mở liên kết" in office.get(f"/lien-ket/{link.pk}/").content.decode()
    assert "bà Hoa" in office.get("/lien-ket/").content.decode()
    assert "bà Hoa" in office.get(f"/co-quan/{cast.health.pk}/").content.decode()
    office.post(f"/lien-ket/{link.pk}/thu-hoi/")
    assert client.get(found[1]).status_code == 410
    for person in (cast.owner, cast.viewer):
        assert signed_in(person).get(address).status_code == 403
        assert signed_in(person).get("/lien-ket/").status_code == 403


def test_a_task_of_another_agency_goes_into_no_link(cast: Cast, tasks: list[Task]) -> None:
    with pytest.raises(Refusal, match="không giao cho cơ quan này"):
        create_link(agency=cast.health, tasks=tasks, days=7, note="", by=cast.office, now=NOW)
    assert not TaskLink.objects.exists()
