"""The second factor: codes of an app, recovery codes, what is stored of them."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.core.cache import cache
from django.test import Client

from dondoc.office.accounts.models import User
from dondoc.office.audit.models import Entry
from tests.office.office_cast import Cast

SignIn = Callable[[User], Client]
PASSWORD = "mot cau kho doan lam"


def code_of(secret: str) -> str:
    """The code that an app shows now."""
    return str(format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time()))))


@pytest.fixture
def browser(cast: Cast) -> Client:
    """The office's clerk, signed in by password."""
    cast.office.set_password(PASSWORD)
    cast.office.save()
    client = Client()
    client.post("/dang-nhap/", {"login": "office", "password": PASSWORD})
    return client


def prove(browser: Client, address: str) -> None:
    """The password once more, on the way to ``address``."""
    asked = browser.get(address)
    assert asked["Location"].startswith("/xac-thuc-lai/?next=")
    assert browser.post(asked["Location"], {"password": PASSWORD})["Location"] == address


def turn_on(browser: Client) -> str:
    prove(browser, "/bao-mat/ung-dung/")
    page = browser.get("/bao-mat/ung-dung/").content.decode()
    found = re.search(r'class="dd-code">([A-Z2-7]{16,})<', page)
    assert found is not None
    wrong = browser.post("/bao-mat/ung-dung/", {"code": "000000"})
    assert "Mã không đúng" in wrong.content.decode()
    done = browser.post("/bao-mat/ung-dung/", {"code": code_of(found[1])})
    assert done["Location"] == "/bao-mat/ma-du-phong/"
    return found[1]


def test_a_code_is_asked_for_after_the_password(
    browser: Client, cast: Cast, django_capture_on_commit_callbacks: Callable[..., Any]
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        secret = turn_on(browser)
    assert "Đang bật" in browser.get("/bao-mat/").content.decode()
    fresh = Client()
    half = fresh.post("/dang-nhap/", {"login": "office", "password": PASSWORD})
    assert half["Location"] == "/bao-mat/xac-thuc/"
    assert fresh.get("/nhiem-vu/").status_code == 302  # half way in is not in
    page = fresh.get("/bao-mat/xac-thuc/").content.decode()
    assert "Xác thực hai lớp" in page
    assert "Mã không đúng" in fresh.post("/bao-mat/xac-thuc/", {"code": "123"}).content.decode()
    cache.clear()  # the same code was used a moment ago; the app would show the next one
    assert fresh.post("/bao-mat/xac-thuc/", {"code": code_of(secret)}).status_code == 302
    assert fresh.get("/nhiem-vu/").status_code == 200
    assert {"user.second_factor_add"} <= set(Entry.objects.values_list("action", flat=True))


def test_a_recovery_code_works_once(browser: Client, cast: Cast) -> None:
    turn_on(browser)
    codes = browser.get("/bao-mat/ma-du-phong/").context["unused_codes"]
    assert len(codes) == 10
    assert codes[0] in browser.get("/bao-mat/ma-du-phong/tai-ve/").content.decode()
    for code, location in ((codes[0], "/"), (codes[0], None)):
        fresh = Client()
        fresh.post("/dang-nhap/", {"login": "office", "password": PASSWORD})
        answer = fresh.post("/bao-mat/xac-thuc/", {"code": code})
        assert answer.get("Location") == location


def test_secrets_lie_encrypted(browser: Client, cast: Cast) -> None:
    secret = turn_on(browser)
    stored = str(list(Authenticator.objects.values_list("data", flat=True)))
    assert secret not in stored


def test_an_administrator_helps_who_lost_the_phone(browser: Client, cast: Cast, signed_in: SignIn) -> None:
    turn_on(browser)
    signed_in(cast.admin).post(f"/quan-tri/nguoi-dung/{cast.office.pk}/go-hai-lop/")
    assert not Authenticator.objects.exists()
    assert browser.get("/nhiem-vu/").status_code == 302
    fresh = Client()
    assert fresh.post("/dang-nhap/", {"login": "office", "password": PASSWORD})["Location"] == "/"
    assert Entry.objects.filter(action="user.second_factor_drop", by=cast.admin).exists()


def test_it_is_turned_off_only_after_proving_oneself_again(browser: Client, cast: Cast) -> None:
    turn_on(browser)
    session = browser.session
    known = session["account_authentication_methods"]
    session["account_authentication_methods"] = [{**each, "at": 0} for each in known]
    session.save()
    answer = browser.get("/bao-mat/ung-dung/tat/")
    assert "xac-thuc-lai" in answer["Location"]
    assert "Cách khác" in browser.get(answer["Location"]).content.decode()
    assert Authenticator.objects.filter(type="totp").exists()
    session["account_authentication_methods"] = known
    session.save()
    browser.post("/bao-mat/ung-dung/tat/")
    assert not Authenticator.objects.exists()


@pytest.mark.parametrize(
    "address", ["/bao-mat/", "/bao-mat/khoa/", "/bao-mat/khoa/them/", "/phien-dang-nhap/", "/bao-mat/mot-cua/"]
)
def test_the_pages_of_ones_own_account_are_in_vietnamese(browser: Client, address: str) -> None:
    if address == "/bao-mat/khoa/them/":
        prove(browser, address)
    page = browser.get(address)
    html = page.content.decode()
    assert page.status_code == 200
    assert html.count("<h1") == 1
    assert not re.search(r"<script(?![^>]*\bsrc=)(?![^>]*application/json)", html)
    assert not re.search(r"\s(?:style|on\w+)=", html)
