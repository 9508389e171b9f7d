"""What is owed before going on: a password nobody else has seen, a second factor where the office asks for one."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.test import Client
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from dondoc.office.accounts import people
from dondoc.office.accounts.actions import create_first_administrator
from dondoc.office.accounts.models import Role, User
from dondoc.office.audit.models import Entry
from dondoc.office.rules.actions import demand_second_factor
from dondoc.office.rules.models import SecondFactor
from dondoc.office.rules.queries import current
from tests.office.office_cast import NOW, TODAY, Cast

SignIn = Callable[[User], Client]
DAY = timedelta(days=1)
OWED = "/bao-mat/bat-buoc/"
NEW = "mot cau kho doan lam"


@pytest.fixture
def at_noon() -> object:
    with time_machine.travel(NOW, tick=False) as clock:
        yield clock


def demand(cast: Cast, of: SecondFactor, grace: int) -> None:
    User.objects.update(date_joined=NOW - 90 * DAY)
    demand_second_factor(of=of, grace=grace, by=cast.admin, now=NOW)


def give_factor(person: User) -> None:
    Authenticator.objects.create(user=person, type=Authenticator.Type.TOTP, data={"secret": "x"})


def test_the_first_password_must_be_changed(db: None, client: Client) -> None:
    first = create_first_administrator(now=NOW) or ""
    client.post("/dang-nhap/", {"login": "quantri", "password": first})
    for address in ("/tong-quan/", "/quan-tri/", "/bao-mat/"):
        assert client.get(address)["Location"] == "/mat-khau/"
    assert client.post("/nhiem-vu/moi/", {"text": "x"})["Location"] == "/mat-khau/"
    assert client.get("/van-ban/", HTTP_HX_REQUEST="true")["HX-Redirect"] == "/mat-khau/"
    assertContains(client.get("/mat-khau/"), "mật khẩu tạm")
    same = client.post("/mat-khau/", {"oldpassword": first, "password1": first, "password2": first})
    assertContains(same, "phải khác mật khẩu tạm")
    changed = client.post("/mat-khau/", {"oldpassword": first, "password1": NEW, "password2": NEW})
    assert changed["Location"] == "/"
    assert client.get("/tong-quan/").status_code == 200
    assert not User.objects.get(username="quantri").must_change_password
    assert Entry.objects.filter(action="user.password_change").exists()


def test_whoever_must_change_the_password_may_leave(db: None, client: Client) -> None:
    first = create_first_administrator(now=NOW) or ""
    client.post("/dang-nhap/", {"login": "quantri", "password": first})
    assert client.post("/dang-xuat/").status_code == 302
    assert client.get("/mat-khau/")["Location"].startswith("/dang-nhap/")


@pytest.mark.parametrize(
    ("of", "asked"),
    [
        (SecondFactor.NOBODY, set()),
        (SecondFactor.ADMIN, {"admin"}),
        (SecondFactor.OFFICE, {"admin", "office"}),
        (SecondFactor.EVERYBODY, {"admin", "office", "leader", "viewer", "owner", "stranger"}),
    ],
)
def test_who_is_asked(of: SecondFactor, asked: set[str], at_noon: object, cast: Cast, signed_in: SignIn) -> None:
    demand(cast, of, grace=0)
    led = {
        person.username
        for person in User.objects.all()
        if signed_in(person).get("/nhiem-vu/").get("Location", "") == f"{OWED}?next=/nhiem-vu/"
    }
    assert led == asked


def test_for_some_days_it_can_be_put_off_once_a_session(at_noon: object, cast: Cast, signed_in: SignIn) -> None:
    demand(cast, SecondFactor.OFFICE, grace=3)
    client = signed_in(cast.office)
    led = client.get("/nhiem-vu/?tinh-trang=qua-han")
    assert led["Location"] == f"{OWED}?next=/nhiem-vu/%3Ftinh-trang%3Dqua-han"
    assertContains(client.get(led["Location"]), "Còn hoãn được 3 ngày, đến hết ngày 12/11/2026")
    assert client.post(led["Location"])["Location"] == "/nhiem-vu/?tinh-trang=qua-han"
    assert client.get("/nhiem-vu/").status_code == 200
    assert client.post(f"{OWED}?next=https://evil.example/")["Location"] == "/"


def test_work_under_way_is_not_lost_in_the_days_of_grace(at_noon: object, cast: Cast, signed_in: SignIn) -> None:
    demand(cast, SecondFactor.OFFICE, grace=3)
    sent = signed_in(cast.office).post("/nhiem-vu/moi/", {"text": ""})
    assert sent.status_code == 422  # the form answers; the next page asks for the second factor


def test_after_the_days_of_grace_nothing_else_opens(cast: Cast, signed_in: SignIn) -> None:
    with time_machine.travel(NOW, tick=False):
        demand(cast, SecondFactor.OFFICE, grace=3)
    with time_machine.travel(NOW + 3 * DAY, tick=False):
        client = signed_in(cast.office)
        assertContains(client.get(OWED), "Đã hết thời gian hoãn")
        assertNotContains(client.get(OWED), "Để sau")
        assert client.post(OWED).status_code == 200
        assert client.get("/nhiem-vu/")["Location"].startswith(OWED)
        assert client.post("/nhiem-vu/moi/", {"text": "x"})["Location"].startswith(OWED)
        assert client.get("/nhiem-vu/", HTTP_HX_REQUEST="true")["HX-Redirect"].startswith(OWED)
        assert client.get("/bao-mat/").status_code == 200
        assertContains(client.get("/bao-mat/ung-dung/"), "Bật ứng dụng tạo mã")
        give_factor(cast.office)
        assert client.get("/nhiem-vu/").status_code == 200
        assert client.get(OWED)["Location"] == "/"


def test_who_acts_for_one_who_is_asked_is_asked_too(at_noon: object, cast: Cast, signed_in: SignIn) -> None:
    demand(cast, SecondFactor.OFFICE, grace=0)
    assert signed_in(cast.viewer).get("/nhiem-vu/").status_code == 200
    people.start_acting(
        person=cast.viewer, absent=cast.office, starts=TODAY, ends=TODAY, reason="", by=cast.admin, now=NOW
    )
    assert signed_in(cast.viewer).get("/nhiem-vu/")["Location"].startswith(OWED)


def test_the_days_begin_with_the_rule_or_with_the_account(at_noon: object, cast: Cast, signed_in: SignIn) -> None:
    demand(cast, SecondFactor.ADMIN, grace=5)
    demand_second_factor(of=SecondFactor.ADMIN, grace=9, by=cast.admin, now=NOW + 4 * DAY)
    assert current().second_factor_since == TODAY  # the same people: their days do not begin again
    demand_second_factor(of=SecondFactor.EVERYBODY, grace=9, by=cast.admin, now=NOW + 4 * DAY)
    assert current().second_factor_since == TODAY + 4 * DAY
    fresh = User.objects.create_user(username="moi", full_name="Mới", role=Role.OFFICE, date_joined=NOW + 20 * DAY)
    with time_machine.travel(NOW + 28 * DAY, tick=False):
        assertContains(signed_in(fresh).get(OWED), "Còn hoãn được 1 ngày")


def test_the_administrator_sees_who_has_none(cast: Cast, signed_in: SignIn) -> None:
    give_factor(cast.admin)
    client = signed_in(cast.admin)
    assert client.post("/quan-tri/dang-nhap/", {"of": "office", "grace": 200}).status_code == 422
    assert client.post("/quan-tri/dang-nhap/", {"of": "office", "grace": 7}).status_code == 302
    assert current().second_factor_since == timezone.localdate()
    assertContains(client.get("/quan-tri/dang-nhap/"), "1 người phải có xác thực hai lớp mà chưa có")
    assertContains(client.get("/quan-tri/"), "1 người chưa có xác thực hai lớp bắt buộc")
    owing = client.get("/quan-tri/nguoi-dung/?tinh-trang=thieu-lop").context["page"].object_list
    assert list(owing) == [cast.office]
    without = client.get("/quan-tri/nguoi-dung/?tinh-trang=mot-lop").context["page"].object_list
    assert {person.username for person in without} == {"office", "leader", "viewer", "owner", "stranger"}
    assertContains(client.get(f"/quan-tri/nguoi-dung/{cast.office.pk}/"), "còn hoãn được đến hết ngày")
    assert (Entry.objects.get(action="rules.change").after or {})["second_factor_by"] == "office"
