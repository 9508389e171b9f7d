"""Single sign-on against a real provider on this machine: it opens accounts that exist and makes none."""

from collections.abc import Iterator

import pytest
import requests
from allauth.mfa.models import Authenticator
from django.test import Client
from pytest_django.fixtures import Settings

from dondoc.office import openid
from dondoc.office.accounts.models import User
from dondoc.office.audit.models import Entry
from tests.office.office_cast import Cast
from tests.office.oidc_provider import CLIENT, SECRET, Provider, running

LOGIN = "/dang-nhap/mot-cua/tinh/"


@pytest.fixture
def provider(settings: Settings) -> Iterator[Provider]:
    with running() as found:
        environment = {
            "DONDOC_OIDC_URL": found.address, "DONDOC_OIDC_CLIENT": CLIENT, "DONDOC_OIDC_SECRET": SECRET,
            "DONDOC_OIDC_NAME": "Đăng nhập một cửa của tỉnh",
        }  # fmt: skip
        settings.SOCIALACCOUNT_PROVIDERS = {
            "openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": openid.apps(environment)}
        }
        yield found


def sign_in(client: Client) -> tuple[int, str]:
    """The whole way: to the provider, back with its code, in; the status and the page."""
    to_provider = client.get(LOGIN)
    assert to_provider.status_code == 302
    back = requests.get(to_provider["Location"], allow_redirects=False, timeout=5)
    answer = client.get(back.headers["Location"])
    return answer.status_code, answer.content.decode()


@pytest.mark.parametrize(
    "claims",
    [
        {"email": "lan@thuangiang.example", "email_verified": True},
        {"preferred_username": "office"},
    ],
)
def test_a_known_person_comes_in(cast: Cast, provider: Provider, client: Client, claims: dict[str, object]) -> None:
    User.objects.filter(pk=cast.office.pk).update(email="lan@thuangiang.example")
    provider.person = {"sub": "42", "name": "Lan", **claims}
    assert sign_in(client)[0] == 302
    assert client.get("/nhiem-vu/").wsgi_request.user == cast.office
    assert (Entry.objects.get(action="user.single_sign_on").after or {})["uid"] == "42"
    second = Client()
    provider.person = {"sub": "42", "name": "Lan"}  # known by the number from now on
    assert sign_in(second)[0] == 302
    assert second.get("/nhiem-vu/").status_code == 200


@pytest.mark.parametrize(
    "claims",
    [
        {"email": "ai-do@thuangiang.example", "email_verified": True},
        {"email": "lan@thuangiang.example", "email_verified": False},
        {"preferred_username": "khong-co"},
        {},
    ],
)
def test_a_stranger_gets_no_account(cast: Cast, provider: Provider, client: Client, claims: dict[str, object]) -> None:
    User.objects.filter(pk=cast.office.pk).update(email="lan@thuangiang.example")
    provider.person = {"sub": "43", **claims}
    before = User.objects.count()
    status, page = sign_in(client)
    assert (status, "Chưa có tài khoản ở đây" in page) == (403, True)
    assert User.objects.count() == before
    assert client.get("/nhiem-vu/").status_code == 302


def test_who_is_closed_stays_out(cast: Cast, provider: Provider, client: Client) -> None:
    provider.person = {"sub": "44", "preferred_username": "office"}
    User.objects.filter(pk=cast.office.pk).update(is_active=False)
    assert sign_in(client)[0] == 403
    User.objects.filter(pk=cast.office.pk).update(is_active=True)
    assert sign_in(client)[0] == 302
    User.objects.filter(pk=cast.office.pk).update(is_active=False)
    fresh = Client()
    sign_in(fresh)
    assert fresh.get("/nhiem-vu/").status_code == 302


def test_an_answer_nobody_asked_for_is_refused(cast: Cast, provider: Provider, client: Client) -> None:
    provider.person = {"sub": "45", "preferred_username": "office"}
    answer = client.get(LOGIN + "tra-ve/?code=code-0&state=la")
    assert answer.status_code != 302
    assert "Đăng nhập một cửa chưa được" in answer.content.decode()
    assert client.get("/nhiem-vu/").status_code == 302


@pytest.mark.parametrize(
    "lie",
    [
        {"iss": "https://ke-gia.example"},
        {"aud": "phan-mem-khac"},
        {"exp": 1_000_000_000, "iat": 1_000_000_000 - 60},
    ],
    ids=["another issuer", "for another program", "too old"],
)
def test_a_token_that_is_not_for_us_now_is_refused(
    cast: Cast, provider: Provider, client: Client, lie: dict[str, object]
) -> None:
    provider.person = {"sub": "46", "preferred_username": "office"}
    provider.lie = lie
    status, page = sign_in(client)
    assert (status, "Đăng nhập một cửa chưa được" in page) == (401, True)
    assert client.get("/nhiem-vu/").status_code == 302


def test_a_code_works_once_and_only_with_its_own_session(cast: Cast, provider: Provider, client: Client) -> None:
    provider.person = {"sub": "47", "preferred_username": "office"}
    to_provider = client.get(LOGIN)
    back = requests.get(to_provider["Location"], allow_redirects=False, timeout=5).headers["Location"]
    assert Client().get(back).status_code == 401  # another browser: no way in
    assert client.get(back).status_code == 302
    client.post("/dang-xuat/")
    assert client.get(back).status_code == 401
    assert client.get("/nhiem-vu/").status_code == 302


def test_a_provider_that_is_away_is_said_in_words(cast: Cast, client: Client, settings: Settings) -> None:
    gone = {"DONDOC_OIDC_URL": "http://127.0.0.1:9", "DONDOC_OIDC_CLIENT": CLIENT, "DONDOC_OIDC_SECRET": SECRET}
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": openid.apps(gone)}}
    answer = client.get(LOGIN)
    assert answer.status_code == 503
    assert "Đăng nhập một cửa chưa được" in answer.content.decode()


def test_the_second_factor_of_the_office_is_asked_after_single_sign_on_too(
    cast: Cast, provider: Provider, client: Client
) -> None:
    provider.person = {"sub": "48", "preferred_username": "office"}
    Authenticator.objects.create(user=cast.office, type=Authenticator.Type.TOTP, data={"secret": "x"})
    to_provider = client.get(LOGIN)
    back = requests.get(to_provider["Location"], allow_redirects=False, timeout=5)
    assert client.get(back.headers["Location"])["Location"] == "/bao-mat/xac-thuc/"
    assert client.get("/nhiem-vu/").status_code == 302


def test_the_button_is_there_only_where_it_is_set(
    cast: Cast, provider: Provider, client: Client, settings: Settings
) -> None:
    assert "Đăng nhập một cửa của tỉnh" in client.get("/dang-nhap/").content.decode()
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": openid.apps({"DONDOC_OIDC_URL": "https://x"})}}
    assert "mot-cua" not in client.get("/dang-nhap/").content.decode()
    assert client.get(LOGIN).status_code == 404
