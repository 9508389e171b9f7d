"""Small helps: an address is copied by a button, bars over time fit a phone, what was typed outlives the sign-in."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone
from playwright.sync_api import Browser, expect

from dondoc.office.agencies.models import Agency
from dondoc.office.tasks.actions.arranging import Owed, create_task
from dondoc.office.tasks.models import AssignmentRole
from tests.browser.browser_office import PASSWORD, Office, open_page, sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
NO_CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', { value: undefined })"


@pytest.mark.parametrize("newer", [True, False])
def test_the_calendar_address_is_copied_by_a_button(chromium: Browser, office: Office, newer: bool) -> None:
    page = open_page(chromium, 1440)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    if not newer:
        # As on an office network without https: the browser has no clipboard for scripts.
        page.add_init_script(NO_CLIPBOARD)
    sign_in(page, office)
    page.goto(f"{office.address}/thong-bao/")
    page.get_by_role("button", name="Tạo địa chỉ lịch").click()
    page.get_by_role("button", name="Chép địa chỉ").click()
    expect(page.get_by_text("Đã chép.")).to_be_visible()
    address = page.get_by_label("Chép vào mục").input_value()
    assert address.endswith(".ics")
    page.goto(f"{office.address}/nhiem-vu/moi/")
    page.get_by_label("Nội dung nhiệm vụ").focus()
    page.keyboard.press("Control+v")
    expect(page.get_by_label("Nội dung nhiệm vụ")).to_have_value(address)


@pytest.mark.parametrize("width", [1440, 390, 320])
def test_today_is_in_sight_on_the_bars_over_time(chromium: Browser, office: Office, width: int) -> None:
    today, health = timezone.localdate(), Agency.objects.get(code="so-y-te")
    for days in (-400, 3, 200):
        create_task(
            text=f"Rà soát giường bệnh của các bệnh viện tuyến tỉnh, đợt {days}",
            owed=[Owed(AssignmentRole.LEAD, health)],
            by=office.clerk,
            now=timezone.now(),
            deadline=today + timedelta(days=days),
        )
    page = open_page(chromium, width)
    sign_in(page, office)
    page.goto(f"{office.address}/nhiem-vu/dong-thoi-gian/")
    line = page.locator(".dd-now-line").nth(1).bounding_box()
    name = page.locator(".dd-spans tbody th").nth(1).bounding_box()
    badge = page.locator(".dd-spans tbody .dd-badge").nth(1).bounding_box()
    assert line is not None
    assert name is not None
    assert badge is not None
    assert 0 < line["x"] < width
    assert name["x"] >= 0
    assert badge["x"] + badge["width"] <= width
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_what_was_typed_waits_for_the_sign_in(chromium: Browser, office: Office) -> None:
    owed = [Owed(AssignmentRole.LEAD, Agency.objects.get(code="so-y-te"))]
    task = create_task(text="Rà soát", owed=owed, by=office.clerk, now=timezone.now())
    page = open_page(chromium, 1440)
    sign_in(page, office)
    address = f"{office.address}/nhiem-vu/{task.pk}/bao-cao/"
    page.goto(address)
    page.get_by_label("Kết quả đến nay").fill("Đã rà soát 5/9 đơn vị")
    page.get_by_label("Mức độ hoàn thành").fill("55")
    page.get_by_label("Cơ quan đã xong phần việc của mình").check()
    Session.objects.all().delete()
    page.keyboard.press("Control+Enter")
    page.get_by_label("Tên đăng nhập hoặc thư điện tử").fill(office.clerk.username)
    page.get_by_label("Mật khẩu").fill(PASSWORD)
    page.get_by_role("button", name="Đăng nhập").click()
    expect(page.get_by_text("được điền lại bên dưới")).to_be_visible()
    expect(page.get_by_label("Kết quả đến nay")).to_have_value("Đã rà soát 5/9 đơn vị")
    expect(page.get_by_label("Mức độ hoàn thành")).to_have_value("55")
    expect(page.get_by_label("Cơ quan đã xong phần việc của mình")).to_be_checked()
    page.get_by_role("button", name="Báo cáo tiến độ").click()
    expect(page.get_by_text("Đã ghi báo cáo tiến độ.")).to_be_visible()
    page.goto(address)
    expect(page.get_by_label("Kết quả đến nay")).to_have_value("")
    expect(page.get_by_text("được điền lại bên dưới")).to_be_hidden()
