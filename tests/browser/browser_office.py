"""A clerk at a browser: signing in, and pages whose errors fail the test."""

from dataclasses import dataclass

from playwright.sync_api import Browser, Page

from dondoc.office.accounts.models import User

PASSWORD = "một câu dễ nhớ 26"


@dataclass(frozen=True, slots=True)
class Office:
    """A running office with one clerk."""

    address: str
    clerk: User


def open_page(chromium: Browser, width: int, height: int = 900, theme: str = "light") -> Page:
    """A page whose errors fail the test: nothing may be written to the console, nothing may be missing."""
    context = chromium.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if theme == "dark" else "light",
        reduced_motion="reduce",
        locale="vi-VN",
        accept_downloads=True,
    )
    page = context.new_page()
    page.set_default_timeout(10_000)
    page.on("pageerror", _fail)
    page.on("console", _complain)
    return page


def _fail(error: object) -> None:
    raise AssertionError(f"script error: {error}")


def _complain(message: object) -> None:
    kind, text = getattr(message, "type", ""), getattr(message, "text", "")
    if kind == "error" and "409" not in text and "422" not in text:
        raise AssertionError(f"console: {text}")


def sign_in(page: Page, office: Office) -> None:
    page.goto(f"{office.address}/dang-nhap/")
    page.get_by_label("Tên đăng nhập hoặc thư điện tử").fill(office.clerk.username)
    page.get_by_label("Mật khẩu").fill(PASSWORD)
    page.get_by_role("button", name="Đăng nhập").click()
    page.wait_for_url(f"{office.address}/tong-quan/")
