"""A key of the browser (passkey): added where the office asks for one, then enough to come in; all by keyboard."""

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect

from dondoc.office.accounts.models import Role
from dondoc.office.rules.actions import demand_second_factor
from dondoc.office.rules.models import SecondFactor
from tests.browser.browser_office import PASSWORD, Office, open_page

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
KEY = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def page_with_key(chromium: Browser, width: int) -> Page:
    """A page whose browser holds a key that always says yes."""
    page = open_page(chromium, width)
    tools = page.context.new_cdp_session(page)
    tools.send("WebAuthn.enable")
    tools.send("WebAuthn.addVirtualAuthenticator", {"options": KEY})
    return page


def press_through(page: Page, name: str, role: str = "button") -> None:
    """Reach a button or a link with the Tab key, and press it."""
    wanted = page.get_by_role(role, name=name, exact=True)  # type: ignore[arg-type]
    for _stop in range(60):
        if wanted.evaluate("each => each === document.activeElement"):
            page.keyboard.press("Enter")
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"the Tab key does not reach {name}")


@pytest.mark.parametrize("width", [1440, 390])
def test_a_key_is_what_the_office_asks_for(chromium: Browser, office: Office, width: int) -> None:
    office.clerk.role = Role.OFFICE
    office.clerk.save()
    demand_second_factor(of=SecondFactor.OFFICE, grace=0, by=office.clerk, now=timezone.now())
    page = page_with_key(chromium, width)
    page.goto(f"{office.address}/dang-nhap/")
    page.get_by_label("Tên đăng nhập hoặc thư điện tử").fill(office.clerk.username)
    page.get_by_label("Mật khẩu").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/bao-mat/bat-buoc/**")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.goto(f"{office.address}/nhiem-vu/")
    expect(page.get_by_role("heading", name="Văn phòng yêu cầu xác thực hai lớp")).to_be_visible()
    press_through(page, "Dùng khóa truy cập", "link")
    page.wait_for_url("**/xac-thuc-lai/**")
    page.get_by_label("Mật khẩu").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/bao-mat/khoa/them/")
    page.get_by_label("Tên để nhớ").fill("Máy ở bàn làm việc")
    press_through(page, "Thêm khóa")
    page.wait_for_url(lambda address: "them" not in address)
    page.goto(f"{office.address}/nhiem-vu/")
    expect(page.get_by_role("heading", name="Nhiệm vụ", level=1)).to_be_visible()
    _come_in_with_the_key(page, office)


def _come_in_with_the_key(page: Page, office: Office) -> None:
    page.goto(f"{office.address}/dang-xuat/")
    page.get_by_role("main").get_by_role("button", name="Đăng xuất").click()
    page.wait_for_url("**/dang-nhap/**")
    press_through(page, "Dùng khóa truy cập")
    page.wait_for_url("**/tong-quan/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
