"""The task table by keyboard alone, and many tasks at once without any script."""

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, expect

from dondoc.office.agencies.models import Agency
from dondoc.office.tasks.actions import arranging
from dondoc.office.tasks.actions.arranging import Owed
from dondoc.office.tasks.models import AssignmentRole, Task
from tests.browser.axe import violations
from tests.browser.browser_office import Office, open_page, sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def tasks(office: Office) -> list[Task]:
    """Three tasks without a deadline or a product."""
    owed = [Owed(AssignmentRole.LEAD, Agency.objects.get(code="so-y-te"))]
    return [
        arranging.create_task(text=f"Việc thứ {n}", owed=owed, by=office.clerk, now=timezone.now()) for n in range(3)
    ]


def test_rows_are_ticked_looked_at_and_changed_by_keyboard(
    chromium: Browser, office: Office, tasks: list[Task]
) -> None:
    page = open_page(chromium, 1440)
    sign_in(page, office)
    page.goto(f"{office.address}/nhiem-vu/")
    expect(page.get_by_role("button", name="Ghi thời hạn")).to_be_hidden()
    page.get_by_role("checkbox", name="Chọn: Việc thứ 0").focus()
    page.keyboard.press("Space")
    page.get_by_role("checkbox", name="Chọn: Việc thứ 2").focus()
    page.keyboard.press("Space")
    page.get_by_role("button", name="Ghi thời hạn").focus()
    page.keyboard.press("Enter")
    page.get_by_label("Thời hạn").focus()
    page.keyboard.type("31/12/2030")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_text("2 nhiệm vụ sẽ đổi, 0 nhiệm vụ giữ nguyên")).to_be_visible()
    page.get_by_role("button", name="Ghi thời hạn: 2 nhiệm vụ").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Đã làm việc “Ghi thời hạn” với 2 nhiệm vụ.")).to_be_visible()
    assert Task.objects.filter(deadline__isnull=False).count() == 2


def test_many_at_once_without_any_script(chromium: Browser, office: Office, tasks: list[Task]) -> None:
    page = open_page(chromium, 1440)
    sign_in(page, office)
    cookies = page.context.cookies()
    plain = chromium.new_context(java_script_enabled=False, viewport={"width": 1440, "height": 900})
    plain.add_cookies([{"name": each["name"], "value": each["value"], "url": office.address} for each in cookies])
    page = plain.new_page()
    page.goto(f"{office.address}/nhiem-vu/?nhom=tinh-trang")
    page.get_by_role("link", name="Chọn tất cả trang này").click()
    expect(page.locator(".dd-tick:checked")).to_have_count(3)
    page.get_by_role("button", name="Dừng").click()
    page.get_by_label("Lý do dừng").fill("Đã có văn bản thay thế")
    page.get_by_role("button", name="Xem trước").click()
    page.get_by_role("button", name="Dừng: 3 nhiệm vụ").click()
    expect(page.get_by_text("Đã làm việc “Dừng” với 3 nhiệm vụ.")).to_be_visible()
    assert page.url.endswith("/nhiem-vu/?nhom=tinh-trang")
    assert Task.objects.filter(cancelled_reason="Đã có văn bản thay thế").count() == 3


def test_a_cell_saves_when_it_is_left_and_says_so(chromium: Browser, office: Office, tasks: list[Task]) -> None:
    page = open_page(chromium, 1440)
    sign_in(page, office)
    page.goto(f"{office.address}/nhiem-vu/")
    page.get_by_role("link", name="Ghi sản phẩm").first.press("Enter")
    field = page.get_by_role("textbox", name="Sản phẩm: Việc thứ 0")
    expect(field).to_be_focused()
    page.keyboard.type("Tờ trình")
    page.keyboard.press("Tab")
    expect(page.locator(".dd-cell-saved")).to_be_visible()
    expect(page.locator("#dd-said")).to_have_text("Đã lưu sản phẩm.")
    assert Task.objects.get(text="Việc thứ 0").product == "Tờ trình"
    page.get_by_role("link", name="Ghi hạn").first.press("Enter")
    expect(page.get_by_role("textbox", name="Hạn: Việc thứ 0")).to_be_focused()
    page.keyboard.type("31/02/2030")
    page.keyboard.press("Tab")
    expect(page.get_by_text("Không có ngày này")).to_be_visible()
    page.get_by_role("textbox", name="Hạn: Việc thứ 0").fill("28/02/2030")
    page.keyboard.press("Enter")
    expect(page.locator("tr", has_text="Việc thứ 0").get_by_text("Trong hạn")).to_be_visible()


def test_on_a_phone_no_row_lies_half_under_the_bar_wherever_it_is_scrolled(chromium: Browser, office: Office) -> None:
    owed = [Owed(AssignmentRole.LEAD, Agency.objects.get(code="so-y-te"))]
    for n in range(12):
        arranging.create_task(text=f"Việc thứ {n}", owed=owed, by=office.clerk, now=timezone.now())
    page = open_page(chromium, 390, 844)
    sign_in(page, office)
    page.goto(f"{office.address}/nhiem-vu/?chon=trang")
    found = {}
    for top in range(0, 1800, 150):
        page.evaluate("top => document.querySelector('.dd-main').scrollTo(0, top)", top)
        found[top] = violations(page)
    assert page.evaluate("document.querySelector('.dd-main').scrollTop") > 1000
    assert {top: broken for top, broken in found.items() if broken} == {}


def test_columns_are_chosen_and_ordered_by_keyboard(chromium: Browser, office: Office, tasks: list[Task]) -> None:
    page = open_page(chromium, 1440)
    sign_in(page, office)
    page.goto(f"{office.address}/nhiem-vu/")
    page.locator(".dd-columns-menu summary").press("Enter")
    assert violations(page) == []
    page.get_by_role("checkbox", name="Người theo dõi").press("Space")
    page.get_by_role("checkbox", name="Sản phẩm").press("Space")
    for _time in range(8):
        page.get_by_role("button", name="Chuyển cột Người theo dõi lên trước").press("Enter")
    expect(page.get_by_role("button", name="Chuyển cột Người theo dõi lên trước")).to_be_focused()
    page.get_by_role("button", name="Hiện các cột này").press("Enter")
    page.wait_for_url("**/nhiem-vu/?cot=nguoi-theo-doi.chu-tri.han.tinh-trang.van-ban")
    heads = page.locator("thead th")
    expect(heads).to_have_text(["Chọn", "Nhiệm vụ", "Người theo dõi", "Chủ trì", "Hạn", "Tình trạng", "Văn bản"])
    page.goto(f"{office.address}/nhiem-vu/")
    expect(heads.nth(2)).to_have_text("Người theo dõi")
    page.set_viewport_size({"width": 320, "height": 700})
    page.locator(".dd-columns-menu summary").click()
    menu = page.locator(".dd-columns-menu form").bounding_box()
    assert menu is not None
    assert menu["x"] >= 0
    assert menu["x"] + menu["width"] <= 320
    assert violations(page) == []


@pytest.mark.parametrize(("width", "theme"), [(1440, "light"), (390, "dark")])
def test_ticked_rows_their_bar_and_the_preview_break_no_rule(
    chromium: Browser, office: Office, tasks: list[Task], width: int, theme: str
) -> None:
    page = open_page(chromium, width, theme=theme)
    sign_in(page, office)
    page.goto(f"{office.address}/nhiem-vu/?nhom=chu-tri")
    page.get_by_text("Lưu cách xem này").click()
    page.get_by_label("Tên cách xem").fill("Theo chủ trì")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Chọn tất cả trang này").click()
    found = {"list": violations(page)}
    page.get_by_role("button", name="Theo dõi", exact=True).click()
    expect(page.get_by_text("3 nhiệm vụ sẽ đổi")).to_be_visible()
    found["preview"] = violations(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert {name: broken for name, broken in found.items() if broken} == {}
