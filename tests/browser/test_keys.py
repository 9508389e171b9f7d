"""A key (WebAuthn) in a real browser with a virtual authenticator: added, used to sign in, taken away."""

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect

from dondoc.office.accounts.models import User
from dondoc.office.audit.models import Entry
from tests.browser.browser_office import PASSWORD, Office, open_page

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def with_key(page: Page) -> None:
    """Give the page's browser a key that always says yes."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
                "isUserVerified": True, "automaticPresenceSimulation": True,
            }
        },
    )  # fmt: skip


def test_a_key_opens_the_account_without_a_password(chromium: Browser, office: Office) -> None:
    address = office.address.replace("127.0.0.1", "localhost")  # a key belongs to a name, not to a number
    User.objects.filter(pk=office.clerk.pk).update(last_login=timezone.now())
    page = open_page(chromium, 390)
    with_key(page)
    page.goto(f"{address}/dang-nhap/")
    page.get_by_label("Tên đăng nhập hoặc thư điện tử").fill(office.clerk.username)
    page.get_by_label("Mật khẩu").fill(PASSWORD)
    page.get_by_role("button", name="Đăng nhập").click()
    page.wait_for_url(f"{address}/tong-quan/")
    page.goto(f"{address}/bao-mat/khoa/them/")
    page.get_by_label("Mật khẩu").fill(PASSWORD)
    page.get_by_role("button", name="Tiếp tục").click()
    page.get_by_label("Tên để nhớ").fill("Máy ở cơ quan")
    page.get_by_role("button", name="Thêm khóa").click()
    page.wait_for_url(f"{address}/bao-mat/ma-du-phong/")
    page.goto(f"{address}/bao-mat/khoa/")
    expect(page.get_by_text("Máy ở cơ quan")).to_be_visible()
    page.context.clear_cookies()
    page.goto(f"{address}/dang-nhap/")
    page.get_by_role("button", name="Dùng khóa truy cập").click()
    page.wait_for_url(f"{address}/tong-quan/")
    assert Entry.objects.filter(action="user.second_factor_add").exists()
    assert Entry.objects.filter(action="user.sign_in").count() == 2


def test_who_has_no_key_is_told_and_goes_on_by_password(chromium: Browser, office: Office) -> None:
    page = open_page(chromium, 1440)
    address = office.address.replace("localhost", "127.0.0.1")  # a number: the browser refuses keys here
    page.goto(f"{address}/dang-nhap/")
    page.get_by_role("button", name="Dùng khóa truy cập").click()
    expect(page.get_by_text("hãy đăng nhập bằng mật khẩu")).to_be_visible()
