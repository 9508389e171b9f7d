"""People: made, invited, closed, acting for each other; sight by agency, field and day."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.core import mail
from django.db import IntegrityError, transaction
from django.http import QueryDict
from django.test import Client
from django.utils import timezone
from pytest_django.fixtures import Settings

from dondoc.office.accounts import invitations, people
from dondoc.office.accounts.access import may_confirm, sees_all
from dondoc.office.accounts.models import ActingFor, Field, Invitation, Role, User
from dondoc.office.audit.models import Entry
from dondoc.office.indicators import access as indicators_access
from dondoc.office.indicators.models import Indicator
from dondoc.office.refusal import Refusal
from dondoc.office.tasks import access as tasks_access
from dondoc.office.tasks.act_forms import ReportForm
from dondoc.office.tasks.models import Assignment, AssignmentRole, Task
from dondoc.office.tasks.rights import may_instruct, may_report
from tests.office.office_cast import NOW, Cast

SignIn = Callable[[User], Client]
PASSWORD = "mot cau kho doan lam"
VALUES: dict[str, Any] = {
    "username": "lan.tt",
    "full_name": "Trần Thị Lan",
    "email": "lan@thuangiang.example",
    "role": Role.OFFICE,
}


def fresh(person: User) -> User:
    return User.objects.get(pk=person.pk)


@pytest.fixture
def health_task(cast: Cast) -> Task:
    made = Task.objects.create(text="Rà soát giường bệnh", created_at=NOW, changed_at=NOW)
    Assignment.objects.create(task=made, role=AssignmentRole.LEAD, agency=cast.health, written="Sở Y tế")
    return made


def test_a_person_is_made_without_a_password(cast: Cast) -> None:
    made = people.create_person(values=VALUES, by=cast.admin, now=NOW)
    assert not made.has_usable_password()
    entry = Entry.objects.get(action="user.create")
    assert (entry.by, (entry.after or {})["username"]) == (cast.admin, "lan.tt")
    for again in ({"username": "LAN.TT", "email": ""}, {"username": "khac", "email": "LAN@thuangiang.example"}):
        with pytest.raises(Refusal, match="đã có người dùng"):
            people.create_person(values={**VALUES, **again}, by=cast.admin, now=NOW)


def test_the_last_administrator_stays(cast: Cast) -> None:
    for values in ({"role": Role.OFFICE}, {"is_active": False}, {"valid_to": date(2027, 1, 1)}):
        with pytest.raises(Refusal, match="quản trị viên cuối cùng"):
            people.change_person(person=cast.admin, values=values, fields=None, by=cast.admin, now=NOW)
    assert fresh(cast.admin).role == Role.ADMIN
    people.change_person(person=cast.office, values={"role": Role.ADMIN}, fields=None, by=cast.admin, now=NOW)
    people.set_active(person=cast.admin, active=False, by=cast.office, now=NOW)
    with pytest.raises(Refusal, match="tự khóa"):
        people.set_active(person=cast.office, active=False, by=cast.office, now=NOW)


def test_a_closed_account_is_signed_out_with_the_next_page(cast: Cast, signed_in: SignIn) -> None:
    client = signed_in(cast.viewer)
    assert client.get("/nhiem-vu/").status_code == 200
    User.objects.filter(pk=cast.viewer.pk).update(valid_to=timezone.localdate() - timedelta(days=1))
    assert client.get("/nhiem-vu/")["Location"] == "/tam-khoa/"
    User.objects.filter(pk=cast.viewer.pk).update(valid_to=None)
    assert client.get("/nhiem-vu/").status_code == 302  # signed out, not only turned away
    early = signed_in(cast.owner)
    User.objects.filter(pk=cast.owner.pk).update(valid_from=timezone.localdate() + timedelta(days=1))
    assert early.get("/nhiem-vu/")["Location"] == "/tam-khoa/"


def test_an_invitation_by_mail_works_once(cast: Cast, signed_in: SignIn, client: Client) -> None:
    made = people.create_person(values=VALUES, by=cast.admin, now=NOW)
    answer = signed_in(cast.admin).post(f"/quan-tri/nguoi-dung/{made.pk}/moi/", {"cach": "thu"})
    assert answer.status_code == 302
    letter = mail.outbox[0]
    assert letter.to == ["lan@thuangiang.example"]
    address = re.search(r"http://testserver(\S+)", str(letter.body))
    assert address is not None
    assert "Trần Thị Lan" in client.get(address[1]).content.decode()
    bad = client.post(address[1], {"password1": "ngan", "password2": "ngan"})
    assert "ít nhất 10 ký tự" in bad.content.decode()
    differs = client.post(address[1], {"password1": PASSWORD, "password2": "khac hoan toan"})
    assert "không giống nhau" in differs.content.decode()
    done = client.post(address[1], {"password1": PASSWORD, "password2": PASSWORD})
    assert done["Location"] == "/dang-nhap/"
    assert fresh(made).check_password(PASSWORD)
    assert client.get(address[1]).status_code == 404
    code = address[1].rstrip("/").rsplit("/", 1)[-1]
    assert code not in str(list(Entry.objects.values_list("after", flat=True)))
    assert not Invitation.objects.filter(code_hash__contains=code).exists()


def test_a_printed_sheet_shows_the_code_once(cast: Cast, signed_in: SignIn, client: Client) -> None:
    made = people.create_person(values=VALUES, by=cast.admin, now=NOW)
    sheet = signed_in(cast.admin).post(f"/quan-tri/nguoi-dung/{made.pk}/moi/", {"cach": "phieu"})
    assert sheet["Cache-Control"] == "no-store"
    code = sheet.context["code"]
    assert re.fullmatch(r"(?:[A-Z2-9]{5}-){3}[A-Z2-9]{5}", code)
    typed = client.post("/nhan-tai-khoan/", {"code": f" {code.lower().replace('-', ' ')} "})
    assert client.get(typed["Location"]).status_code == 200
    assert mail.outbox == []


def test_a_new_code_ends_the_old_and_a_reset_ends_password_and_sessions(cast: Cast, signed_in: SignIn) -> None:
    cast.viewer.set_password(PASSWORD)
    cast.viewer.save()
    browser = Client()
    assert browser.post("/dang-nhap/", {"login": "viewer", "password": PASSWORD}).status_code == 302
    assert browser.get("/nhiem-vu/").status_code == 200
    _first, old = invitations.invite(person=cast.viewer, by=cast.admin, now=timezone.now())
    assert fresh(cast.viewer).check_password(PASSWORD)
    _second, new = invitations.invite(person=cast.viewer, by=cast.admin, now=timezone.now(), reset=True)
    assert not fresh(cast.viewer).has_usable_password()
    assert browser.get("/nhiem-vu/").status_code == 302
    assert invitations.open_invitation(old, timezone.now()) is None
    assert invitations.open_invitation(new, timezone.now()) is not None
    assert invitations.open_invitation(new, timezone.now() + timedelta(days=8)) is None
    User.objects.filter(pk=cast.viewer.pk).update(is_active=False)
    assert invitations.open_invitation(new, timezone.now()) is None


def test_guessing_codes_is_slowed_down(db: None, client: Client) -> None:
    answers = [client.get(f"/nhan-tai-khoan/SAI{number}/").status_code for number in range(25)]
    assert answers[0] == 404
    assert answers[-1] == 429


def test_a_sixth_session_ends_the_first(cast: Cast, settings: Settings) -> None:
    settings.DONDOC_MAX_SESSIONS = 2
    cast.viewer.set_password(PASSWORD)
    cast.viewer.save()
    browsers = [Client(), Client(), Client()]
    for browser in browsers:
        browser.post("/dang-nhap/", {"login": "viewer", "password": PASSWORD})
    assert [browser.get("/nhiem-vu/").status_code for browser in browsers] == [302, 200, 200]
    assert Entry.objects.filter(action="user.sign_in").count() == 3
    listed = browsers[2].get("/phien-dang-nhap/").content.decode()
    assert "Phiên này" in listed
    browsers[2].post("/phien-dang-nhap/")
    assert [browser.get("/nhiem-vu/").status_code for browser in browsers] == [302, 302, 200]


def test_acting_for_somebody_widens_sight_for_its_days_only(cast: Cast, health_task: Task) -> None:
    today = timezone.localdate()
    assert list(tasks_access.visible(cast.stranger)) == []
    acting = people.start_acting(
        person=cast.stranger, absent=cast.owner, starts=today, ends=today, reason="ốm", by=cast.admin, now=NOW
    )
    assert list(tasks_access.visible(fresh(cast.stranger))) == [health_task]
    assert may_report(fresh(cast.stranger), health_task)
    form = ReportForm(QueryDict("text=Xong"), task=health_task, person=fresh(cast.stranger))
    assert form.is_valid()
    assert form.chosen_agency() == cast.health  # in the name of the one they act for
    for starts, ends in ((1, 5), (-5, -1)):
        ActingFor.objects.update(starts=today + timedelta(days=starts), ends=today + timedelta(days=ends))
        assert list(tasks_access.visible(fresh(cast.stranger))) == []
        assert not may_report(fresh(cast.stranger), health_task)
    ActingFor.objects.update(starts=today, ends=today)
    people.end_acting(acting=acting, by=cast.admin, now=NOW)
    assert list(tasks_access.visible(fresh(cast.stranger))) == []


def test_acting_for_a_leader_and_never_for_an_administrator(cast: Cast) -> None:
    today = timezone.localdate()
    assert not may_instruct(cast.office)
    people.start_acting(
        person=cast.office, absent=cast.leader, starts=today, ends=today, reason="", by=cast.admin, now=NOW
    )
    assert may_instruct(fresh(cast.office))
    User.objects.filter(pk=cast.leader.pk).update(is_active=False)
    assert not may_instruct(fresh(cast.office))  # who is gone is not acted for
    with pytest.raises(Refusal, match="quản trị viên"):
        people.start_acting(
            person=cast.office, absent=cast.admin, starts=today, ends=today, reason="", by=cast.admin, now=NOW
        )
    with pytest.raises(IntegrityError), transaction.atomic():
        ActingFor.objects.create(person=cast.office, absent=cast.office, starts=today, ends=today)
    with pytest.raises(IntegrityError), transaction.atomic():
        ActingFor.objects.create(person=cast.office, absent=cast.owner, starts=today, ends=today - timedelta(days=1))


def test_a_viewer_with_a_field_sees_that_field_only(cast: Cast, health_task: Task) -> None:
    other = Indicator.objects.create(
        code="thu", name="Thu", folded="thu", unit="đồng", created_at=NOW, owner=cast.finance, sector="Ngân sách",
        meaning="cumulative",
    )  # fmt: skip
    assert sees_all(cast.viewer)
    field = people.save_field(
        field=None, name="Khối văn xã", agencies=[cast.health], sectors=[], by=cast.admin, now=NOW
    )
    people.change_person(person=cast.viewer, values={}, fields=[field], by=cast.admin, now=NOW)
    viewer = fresh(cast.viewer)
    assert not sees_all(viewer)
    assert list(tasks_access.visible(viewer)) == [health_task]
    assert list(indicators_access.visible(viewer)) == []
    field.sectors = ["Ngân sách"]
    field.save()
    assert list(indicators_access.visible(fresh(viewer))) == [other]
    field.agencies.set([cast.finance])
    assert list(tasks_access.visible(fresh(viewer))) == []
    assert sees_all(cast.leader)
    assert not may_confirm(viewer)


def test_the_pages_of_the_administrator(cast: Cast, signed_in: SignIn) -> None:
    client = signed_in(cast.admin)
    form = {"full_name": "Lê Văn Bình", "username": "binh", "role": "focal", "agency": ""}
    assert client.post("/quan-tri/nguoi-dung/them/", form).status_code == 422
    form["agency"] = str(cast.health.pk)
    answer = client.post("/quan-tri/nguoi-dung/them/", form)
    made = User.objects.get(username="binh")
    assert answer["Location"] == f"/quan-tri/nguoi-dung/{made.pk}/"
    assert "Lê Văn Bình" in client.get("/quan-tri/nguoi-dung/?tim=binh&vai-tro=focal&tinh-trang=moi").content.decode()
    assert "Lê Văn Bình" not in client.get("/quan-tri/nguoi-dung/?tinh-trang=khoa").content.decode()
    client.post(
        f"/quan-tri/nguoi-dung/{made.pk}/sua/", {**form, "title": "Phó Chánh Văn phòng", "valid_to": "31/12/2027"}
    )
    assert (fresh(made).title, fresh(made).valid_to) == ("Phó Chánh Văn phòng", date(2027, 12, 31))
    day = f"{timezone.localdate():%d/%m/%Y}"
    acting = {"person": cast.stranger.pk, "starts": day, "ends": day, "reason": "đi học"}
    assert client.post(f"/quan-tri/nguoi-dung/{made.pk}/lam-thay/", acting).status_code == 302
    assert "đi học" in client.get(f"/quan-tri/nguoi-dung/{made.pk}/").content.decode()
    client.post(f"/quan-tri/lam-thay/{ActingFor.objects.get().pk}/thoi/")
    assert ActingFor.objects.get().ended_at is not None
    client.post(f"/quan-tri/nguoi-dung/{made.pk}/khoa/", {"mo": "0"})
    assert not fresh(made).is_active
    assert "quản trị viên cuối cùng" in client.post(
        f"/quan-tri/nguoi-dung/{cast.admin.pk}/sua/", {"full_name": "A", "username": "admin", "role": "office"}
    ).content.decode()  # fmt: skip
    assert client.post("/quan-tri/linh-vuc/them/", {"name": "Văn xã", "agencies": ["Sở Y tế"]}).status_code == 302
    assert [agency.name for agency in Field.objects.get().agencies.all()] == ["Sở Y tế"]
    no_mail = client.post(f"/quan-tri/nguoi-dung/{made.pk}/moi/", {"cach": "thu"}, follow=True)
    assert "chưa có thư điện tử" in no_mail.content.decode()


def test_rules_days_and_audit(cast: Cast, signed_in: SignIn) -> None:
    client = signed_in(cast.admin)
    rules = {
        "due_soon_days": 5, "badly_overdue_days": 10, "acceptance_days": 3, "extension_by": "leader",
        "extension_days_before": 0, "extension_most": 2,
    }  # fmt: skip
    assert client.post("/quan-tri/quy-dinh/", rules).status_code == 302
    assert client.post("/quan-tri/quy-dinh/", {**rules, "due_soon_days": -1}).status_code == 422
    html = client.get("/quan-tri/ngay-nghi/?nam=2026").content.decode()
    assert "17/02/2026" in html  # the first day of the lunar year
    assert "âm lịch 1/1" in html
    client.post("/quan-tri/ngay-nghi/", {"day": "21/11/2026", "worked": "1", "name": "Hoán đổi theo thông báo"})
    assert "Hoán đổi theo" in client.get("/quan-tri/ngay-nghi/?nam=2026").content.decode()
    client.post("/quan-tri/ngay-nghi/2026-11-21/bo/")
    assert 'name="name" value="Hoán đổi theo thông báo"' in client.get("/quan-tri/ngay-nghi/").content.decode()
    assert "Hoán đổi theo" not in client.get("/quan-tri/ngay-nghi/?nam=2026").content.decode()
    log = client.get("/quan-tri/nhat-ky/?viec=special_day").content.decode()
    assert "Ghi ngày nghỉ, làm bù" in log
    assert "Ghi ngày nghỉ, làm bù" in client.get("/quan-tri/nhat-ky/?ai=ADMIN").content.decode()
    assert "Ghi ngày nghỉ, làm bù" not in client.get("/quan-tri/nhat-ky/?ai=leader").content.decode()
    assert "Ghi ngày nghỉ, làm bù" in client.get("/quan-tri/nhat-ky/?viec=lam+bu").content.decode()
    assert "Đổi quy định" not in log
