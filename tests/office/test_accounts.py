"""Accounts: who may sign in, and in which role."""

from collections.abc import Callable

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from dondoc.office.accounts.actions import create_first_administrator
from dondoc.office.accounts.models import Role, User
from dondoc.office.audit.models import Entry
from tests.office.office_cast import NOW, Cast

PASSWORD = "Mot-mat-khau-rat-dai-7"


@pytest.fixture
def person(db: None) -> User:
    return User.objects.create_user(
        username="lan", email="lan@thuangiang.example", password=PASSWORD, full_name="Trần Thị Lan", role=Role.OFFICE
    )


@pytest.mark.parametrize("login", ["lan", "lan@thuangiang.example"])
def test_sign_in_by_name_or_address_and_out_again(person: User, client: Client, login: str) -> None:
    answer = client.post(reverse("account_login") + "?next=/van-ban/", {"login": login, "password": PASSWORD})
    assert (answer.status_code, answer["Location"]) == (302, "/van-ban/")
    assert client.get("/van-ban/").status_code == 200
    client.post(reverse("account_logout"))
    assert client.get("/van-ban/").status_code == 302


@pytest.mark.parametrize("login", ["lan", "khong-co"])
def test_a_wrong_password_lets_nobody_in(person: User, client: Client, login: str) -> None:
    answer = client.post(reverse("account_login"), {"login": login, "password": "sai"})
    assert answer.status_code == 200
    assert answer.context["form"].non_field_errors()
    assert client.get("/van-ban/").status_code == 302


def test_sign_in_never_leads_to_another_site(person: User, client: Client) -> None:
    form = {"login": "lan", "password": PASSWORD}
    answer = client.post(reverse("account_login") + "?next=https://evil.example/", form)
    assert "evil" not in answer["Location"]


def test_a_password_is_changed_by_its_owner(person: User, client: Client) -> None:
    client.force_login(person)
    assert client.get(reverse("account_change_password")).status_code == 200
    new = "Mot-mat-khau-khac-8"
    client.post(reverse("account_change_password"), {"oldpassword": PASSWORD, "password1": new, "password2": new})
    person.refresh_from_db()
    assert person.check_password(new)


def test_the_first_administrator_is_made_once(db: None) -> None:
    password = create_first_administrator(now=NOW)
    assert password is not None
    assert len(password) >= 16
    made = User.objects.get()
    assert (made.username, made.role) == ("quantri", Role.ADMIN)
    assert made.check_password(password)
    assert create_first_administrator(now=NOW) is None
    assert password not in str(Entry.objects.get().after)


def test_the_database_knows_the_roles(cast: Cast) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.create_user(username="x", role="king")
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.create_user(username="y", role=Role.FOCAL)  # a focal person of no agency would see nothing


def test_initials() -> None:
    assert User(full_name="Nguyễn Văn An").initials == "NA"
    assert User(username="quantri").initials == "Q"


@pytest.mark.django_db
def test_a_sign_in_that_fails_is_said_in_vietnamese(client: Client) -> None:
    page = client.post("/dang-nhap/", {"login": "ai-do", "password": "sai"})
    assert "Tên đăng nhập hoặc mật khẩu không đúng" in page.content.decode()


def test_changing_the_password(cast: Cast, signed_in: Callable[[User], Client]) -> None:
    cast.admin.set_password("mat khau dau tien")
    cast.admin.save()
    client = signed_in(cast.admin)
    form = {"oldpassword": "sai", "password1": "ngan", "password2": "khac"}
    refused = client.post("/mat-khau/", form).content.decode()
    assert "Mật khẩu hiện tại không đúng" in refused
    assert "phải có ít nhất 10 ký tự" in refused
    form = {"oldpassword": "mat khau dau tien", "password1": "mot cau kho doan", "password2": "mot cau kho doan"}
    changed = client.post("/mat-khau/", form, follow=True).content.decode()
    assert "Đã đổi mật khẩu." in changed
    cast.admin.refresh_from_db()
    assert cast.admin.check_password("mot cau kho doan")
