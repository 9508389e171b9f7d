"""Doing something to a task in the browser: who is offered what, what a wrong form says, and nothing typed is lost."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from dondoc.office.accounts.models import User
from dondoc.office.agencies.models import Agency
from dondoc.office.tasks.actions import arranging, finishing, reporting
from dondoc.office.tasks.actions.arranging import Owed
from dondoc.office.tasks.actions.reporting import Proof
from dondoc.office.tasks.acts import ACTS
from dondoc.office.tasks.models import AssignmentRole, Task, TaskState
from tests.office.office_cast import NOW, TODAY, Cast, make_agency

SignIn = Callable[[User], Client]
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def frozen(time_machine: time_machine.TimeMachineFixture) -> None:
    time_machine.move_to(NOW)


@pytest.fixture
def task(cast: Cast) -> Task:
    owed = [Owed(AssignmentRole.LEAD, cast.health), Owed(AssignmentRole.COORDINATING, cast.finance)]
    return arranging.create_task(
        text="Rà soát giường bệnh", owed=owed, by=cast.office, now=NOW, deadline=TODAY + 10 * DAY, product="Báo cáo"
    )


def hand_in(task: Task, cast: Cast) -> None:
    proof = Proof(day=TODAY, number="120/BC-SYT")
    reporting.add_evidence(task=task, proof=proof, agency=cast.health, by=cast.owner, now=NOW)
    finishing.submit(task=task, summary="Đã rà soát", agency=cast.health, by=cast.owner, now=NOW)


def test_a_task_goes_from_the_agency_to_acceptance(task: Task, cast: Cast, signed_in: SignIn) -> None:
    owner, office = signed_in(cast.owner), signed_in(cast.office)
    address = f"/nhiem-vu/{task.pk}/"
    proof = SimpleUploadedFile("bao cao.pdf", b"%PDF-1.4 x")
    answer = owner.post(address + "nop-ket-qua/", {"summary": "Đã rà soát 9 bệnh viện", "file": proof})
    assertRedirects(answer, address)
    page = office.get(address)
    assertContains(page, "đang chờ nghiệm thu")
    assertContains(page, "Đã rà soát 9 bệnh viện")
    assertContains(page, "bao cao.pdf")
    evidence = task.evidence.get()
    download = office.get(f"{address}minh-chung/{evidence.pk}/")
    assert b"".join(download) == b"%PDF-1.4 x"
    assert "attachment" in download["Content-Disposition"]
    download.close()
    assertRedirects(office.post(address + "nghiem-thu/", {"grade": "good"}), address)
    task.refresh_from_db()
    assert (task.state, task.grade) == (TaskState.DONE, "good")
    assertContains(office.get(address), "Hoàn thành đúng hạn")


def test_a_form_with_an_error_keeps_what_was_typed(task: Task, cast: Cast, signed_in: SignIn) -> None:
    page = signed_in(cast.owner).post(
        f"/nhiem-vu/{task.pk}/xin-gia-han/", {"wanted": "ngày mai", "reason": "Chờ số liệu của bệnh viện"}
    )
    assert page.status_code == 422
    assertContains(page, "Chờ số liệu của bệnh viện", status_code=422)
    assertContains(page, "dd-error", status_code=422)


def test_handing_in_without_evidence_says_what_is_missing(task: Task, cast: Cast, signed_in: SignIn) -> None:
    page = signed_in(cast.owner).post(f"/nhiem-vu/{task.pk}/nop-ket-qua/", {"summary": "Xong rồi"})
    assertContains(page, "Chưa có minh chứng", status_code=409)
    assertContains(page, "Xong rồi", status_code=409)


def test_the_second_of_two_editors_sees_it_and_sends_again(task: Task, cast: Cast, signed_in: SignIn) -> None:
    first, second = signed_in(cast.leader), signed_in(cast.office)
    typed = {"text": task.text, "product": "Kế hoạch", "deadline": "20/11/2026", "version": task.version}
    assertRedirects(first.post(f"/nhiem-vu/{task.pk}/sua/", typed), f"/nhiem-vu/{task.pk}/")
    mine = {**typed, "product": "Đề án"}
    page = second.post(f"/nhiem-vu/{task.pk}/sua/", mine)
    assertContains(page, "Leader vừa sửa", status_code=409)
    assertContains(page, "Đề án", status_code=409)
    assertContains(page, f'name="version" value="{task.version + 1}"', status_code=409)
    second.post(f"/nhiem-vu/{task.pk}/sua/", {**mine, "version": task.version + 1})
    task.refresh_from_db()
    assert task.product == "Đề án"


@pytest.mark.parametrize("slug", sorted(ACTS))
def test_another_agency_gets_404_for_every_act(task: Task, cast: Cast, signed_in: SignIn, slug: str) -> None:
    stranger = signed_in(cast.stranger)
    for answer in (stranger.get(f"/nhiem-vu/{task.pk}/{slug}/"), stranger.post(f"/nhiem-vu/{task.pk}/{slug}/")):
        assert answer.status_code == 404


@pytest.mark.parametrize("slug", sorted(ACTS))
def test_a_viewer_does_nothing(task: Task, cast: Cast, signed_in: SignIn, slug: str) -> None:
    answer = signed_in(cast.viewer).post(f"/nhiem-vu/{task.pk}/{slug}/", {"reason": "x", "text": "x"})
    assert answer.status_code == 403
    before = task.version
    task.refresh_from_db()
    assert task.version == before


def test_a_coordinating_agency_reports_but_does_not_hand_in(task: Task, cast: Cast, signed_in: SignIn) -> None:
    helper = User.objects.create_user(username="tai-chinh", full_name="Tài Chính", role="focal", agency=cast.finance)
    client = signed_in(helper)
    assert client.get(f"/nhiem-vu/{task.pk}/nop-ket-qua/").status_code == 403
    assertRedirects(
        client.post(f"/nhiem-vu/{task.pk}/bao-cao/", {"text": "Đã có ý kiến", "share": "100", "part_done": "on"}),
        f"/nhiem-vu/{task.pk}/",
    )
    assertContains(client.get(f"/nhiem-vu/{task.pk}/"), "Đã có ý kiến")


def test_who_handed_in_is_not_offered_acceptance(task: Task, cast: Cast, signed_in: SignIn) -> None:
    hand_in(task, cast)
    assertContains(signed_in(cast.office).get(f"/nhiem-vu/{task.pk}/"), "/nghiem-thu/")
    assertNotContains(signed_in(cast.owner).get(f"/nhiem-vu/{task.pk}/"), "/nghiem-thu/")


def test_a_group_shows_who_has_not_reported(cast: Cast, signed_in: SignIn) -> None:
    for name in ("Bình An", "Hòa Phú", "Tân Lập"):
        make_agency(f"xa-{name}", f"UBND xã {name}", kind="committee", level="commune")
    owed = [Owed(AssignmentRole.LEAD, group=cast.communes)]
    task = arranging.create_task(text="Dọn kênh", owed=owed, by=cast.office, now=NOW, deadline=TODAY + DAY)
    office = signed_in(cast.office)
    form = office.get(f"/nhiem-vu/{task.pk}/bao-cao/")
    assertContains(form, "UBND xã Hòa Phú")
    chosen = Agency.objects.get(name="UBND xã Hòa Phú")
    office.post(f"/nhiem-vu/{task.pk}/bao-cao/", {"text": "Xong", "part_done": "on", "agency": chosen.pk})
    page = office.get(f"/nhiem-vu/{task.pk}/")
    assertContains(page, "1/3 đã báo cáo, 1 xong")


def test_a_task_outside_documents_is_added(cast: Cast, signed_in: SignIn) -> None:
    answer = signed_in(cast.office).post(
        "/nhiem-vu/moi/", {"text": "Chuẩn bị hội nghị", "lead": ["Sở Y tế", "Sở Không Có"], "deadline": "30/11/2026"}
    )
    made = Task.objects.get()
    assertRedirects(answer, f"/nhiem-vu/{made.pk}/")
    assert [(row.name, row.agency) for row in made.assignments.all()] == [
        ("Sở Y tế", cast.health),
        ("Sở Không Có", None),
    ]
    assert signed_in(cast.viewer).get("/nhiem-vu/moi/").status_code == 403


def test_the_form_of_every_act_is_a_page(task: Task, cast: Cast, signed_in: SignIn) -> None:
    admin = signed_in(cast.admin)
    for slug, act in ACTS.items():
        page = admin.get(f"/nhiem-vu/{task.pk}/{slug}/", follow=True)
        assert page.status_code == 200, slug
        if act.offered(cast.admin, task):
            assertContains(page, str(act.name))


def test_nobody_undoes_what_somebody_else_has_just_changed_elsewhere(task: Task, cast: Cast, signed_in: SignIn) -> None:
    office, address = signed_in(cast.office), f"/nhiem-vu/{task.pk}/sua/"
    seen = office.get(address).context["form"].initial
    arranging.edit(task=task, product="Đề án", by=cast.leader, now=NOW)
    arranging.edit(task=task, deadline=TODAY + 20 * DAY, reason="Chờ luật", by=cast.leader, now=NOW)
    typed = {name: value or "" for name, value in seen.items()} | {"text": "Rà soát giường bệnh năm 2027"}
    page = office.post(address, typed)
    assertContains(page, "Leader vừa sửa", status_code=409)
    assertContains(page, "Chờ luật", status_code=409)  # what was changed, and why
    form = page.context["form"]
    assert [form[name].value() for name in ("text", "product", "deadline")] == [
        "Rà soát giường bệnh năm 2027", "Đề án", f"{TODAY + 20 * DAY:%d/%m/%Y}",
    ]  # fmt: skip
    office.post(address, {name: form[name].value() or "" for name in form.fields})
    task.refresh_from_db()
    assert (task.text, task.product) == ("Rà soát giường bệnh năm 2027", "Đề án")
    assert task.deadline == TODAY + 20 * DAY
