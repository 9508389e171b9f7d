"""What holds for every password and every session, at every door."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone
from pytest_django.asserts import assertContains
from pytest_django.fixtures import Settings

from dondoc.office.accounts import invitations
from dondoc.office.accounts.models import User
from tests.office.office_cast import Cast

SignIn = Callable[[User], Client]
PASSWORD = "mot cau kho doan lam"
WEAK = {
    "ngan qua": "ít nhất 10 ký tự",
    "password123": "phổ biến",
    "8412345679": "hoàn toàn là số",
    "tranthilan26": "giống",
}


@pytest.fixture
def lan(cast: Cast) -> User:
    person = User.objects.get(pk=cast.office.pk)
    person.username, person.full_name, person.email = "tranthilan", "Trần Thị Lan", "tranthilan@thuangiang.example"
    person.set_password(PASSWORD)
    person.save()
    return person


def browser(person: User) -> Client:
    client = Client()
    client.post("/dang-nhap/", {"login": person.username, "password": PASSWORD})
    return client


@pytest.mark.parametrize(("weak", "words"), WEAK.items())
def test_a_weak_password_is_refused_when_it_is_changed(lan: User, weak: str, words: str) -> None:
    form = {"oldpassword": PASSWORD, "password1": weak, "password2": weak}
    said = browser(lan).post("/mat-khau/", form).content.decode()
    assert words in said
    assert User.objects.get(pk=lan.pk).check_password(PASSWORD)


@pytest.mark.parametrize(("weak", "words"), WEAK.items())
def test_and_when_an_account_is_taken_into_use(lan: User, cast: Cast, client: Client, weak: str, words: str) -> None:
    _invitation, code = invitations.invite(person=lan, by=cast.admin, now=timezone.now())
    answer = client.post(f"/nhan-tai-khoan/{code}/", {"password1": weak, "password2": weak})
    assertContains(answer, words, status_code=422)
    assert invitations.open_invitation(code, timezone.now()) is not None  # a slip does not use the code up


def test_a_changed_password_ends_every_other_session(lan: User) -> None:
    here, elsewhere = browser(lan), browser(lan)
    new = "mot cau khac han cau cu"
    here.post("/mat-khau/", {"oldpassword": PASSWORD, "password1": new, "password2": new})
    assert here.get("/nhiem-vu/").status_code == 200
    assert elsewhere.get("/nhiem-vu/").status_code == 302


def test_a_session_ends_after_its_hours(lan: User, settings: Settings) -> None:
    assert settings.SESSION_COOKIE_AGE == 12 * 3600
    with time_machine.travel(timezone.now(), tick=False) as clock:
        client = browser(lan)
        clock.shift(timedelta(hours=11))
        assert client.get("/nhiem-vu/").status_code == 200
        clock.shift(timedelta(hours=2))
        assert client.get("/nhiem-vu/").status_code == 302


def test_the_cookie_of_a_session_is_out_of_reach(lan: User) -> None:
    cookie = browser(lan).cookies["sessionid"]
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")


def test_guessing_a_password_is_slowed_down(lan: User) -> None:
    client = Client()
    for _try in range(30):
        client.post("/dang-nhap/", {"login": lan.username, "password": "sai mat khau"})
    right = client.post("/dang-nhap/", {"login": lan.username, "password": PASSWORD})
    assert right.status_code != 302
    assert client.get("/nhiem-vu/").status_code == 302


def test_nobody_registers_and_nobody_is_told_who_exists(lan: User, client: Client) -> None:
    assertContains(client.get("/dang-ky/"), "Không tự đăng ký được")
    before = User.objects.count()
    client.post("/dang-ky/", {"username": "moi", "password1": PASSWORD, "password2": PASSWORD})
    assert User.objects.count() == before
    known = client.post("/dang-nhap/", {"login": lan.username, "password": "sai"}).content.decode()
    unknown = client.post("/dang-nhap/", {"login": "khong-co", "password": "sai"}).content.decode()
    words = "Tên đăng nhập hoặc mật khẩu không đúng"
    assert (words in known, words in unknown) == (True, True)
