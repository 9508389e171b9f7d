"""Cards of the board drawn by mouse and finger, or sent by keyboard: a form opens, or a sentence says why not."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, CDPSession, Locator, Page, expect

from dondoc.office.agencies.models import Agency
from dondoc.office.tasks.actions import arranging
from dondoc.office.tasks.actions.arranging import Owed
from dondoc.office.tasks.models import AssignmentRole, Task, TaskState
from tests.browser.axe import violations
from tests.browser.browser_office import Office, open_page, sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
BOARD = "/nhiem-vu/bang/?q=viec"


@pytest.fixture
def task(office: Office) -> Task:
    """Overdue by three days."""
    owed = [Owed(AssignmentRole.LEAD, Agency.objects.get(code="so-y-te"))]
    return arranging.create_task(
        text="Việc phải xong", owed=owed, by=office.clerk, now=timezone.now(), product="Báo cáo",
        deadline=timezone.localdate() - timedelta(days=3),
    )  # fmt: skip


@pytest.fixture
def board(chromium: Browser, office: Office, task: Task) -> Page:
    page = open_page(chromium, 1440)
    sign_in(page, office)
    page.goto(office.address + BOARD)
    return page


def column(page: Page, value: str) -> Locator:
    return page.locator(f"[data-column={value}]")


def draw(page: Page, card: Locator, to: Locator) -> None:
    """Draw the card by mouse into the middle of a column, in steps as a hand does."""
    start, end = card.bounding_box(), to.bounding_box()
    assert start is not None
    assert end is not None
    page.mouse.move(start["x"] + 20, start["y"] + 12)
    page.mouse.down()
    page.mouse.move(start["x"] + 40, start["y"] + 30, steps=3)
    page.mouse.move(end["x"] + end["width"] / 2, end["y"] + 60, steps=6)


def test_a_card_drawn_to_another_column_opens_the_form_of_the_act(board: Page, task: Task, office: Office) -> None:
    card = board.locator(".dd-card")
    draw(board, card, column(board, "trong-han"))
    expect(column(board, "trong-han")).to_have_attribute("data-opens", "Xin gia hạn")
    expect(column(board, "can-lam-ro")).to_have_class("dd-board-column wall")
    board.mouse.up()
    board.wait_for_url("**/xin-gia-han/**")
    expect(board.get_by_label("Xin gia hạn đến ngày")).not_to_have_value("")
    board.get_by_label("Lý do xin gia hạn").fill("Chờ số liệu")
    board.get_by_role("button", name="Xin gia hạn").click()
    board.wait_for_url(office.address + BOARD)
    task.refresh_from_db()
    assert (task.state, task.extensions.count()) == (TaskState.OPEN, 1)


def test_a_drop_that_is_no_act_says_why_and_changes_nothing(board: Page, task: Task) -> None:
    draw(board, board.locator(".dd-card"), column(board, "can-lam-ro"))
    board.mouse.up()
    expect(board.locator(".dd-notice")).to_contain_text("Cần làm rõ là do thiếu chủ trì, thời hạn hoặc sản phẩm")
    expect(board.locator(".dd-ghost")).to_have_count(0)
    draw(board, board.locator(".dd-card"), column(board, "trong-han"))
    board.keyboard.press("Escape")
    board.mouse.up()
    expect(board.locator(".dd-ghost")).to_have_count(0)
    assert board.url.endswith(BOARD)
    assert Task.objects.get().version == task.version


def test_a_card_that_is_only_clicked_opens_its_task(board: Page, task: Task) -> None:
    board.get_by_role("link", name="Việc phải xong", exact=True).click()
    board.wait_for_url(f"**/nhiem-vu/{task.pk}/")


def test_by_keyboard_the_menu_of_the_card_leads_to_the_same_forms(board: Page, task: Task, office: Office) -> None:
    handle = board.get_by_role("link", name="Chuyển: Việc phải xong")
    handle.press("Enter")
    menu = board.get_by_role("dialog", name="Chuyển nhiệm vụ")
    expect(menu.get_by_role("link").first).to_be_focused()
    assert violations(board) == []
    board.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(handle).to_be_focused()
    handle.press("Enter")
    menu.get_by_role("link", name="Dừng").press("Enter")
    board.wait_for_url("**/dung/**")
    board.get_by_label("Lý do").fill("Trùng")
    board.keyboard.press("Control+Enter")
    board.wait_for_url(office.address + BOARD)
    expect(column(board, "dung").locator(".dd-card")).to_have_count(1)


def test_without_script_the_menu_is_a_page(chromium: Browser, board: Page, office: Office, task: Task) -> None:
    plain = chromium.new_context(java_script_enabled=False)
    plain.add_cookies(
        [{"name": each["name"], "value": each["value"], "url": office.address} for each in board.context.cookies()]
    )
    page = plain.new_page()
    page.goto(office.address + BOARD)
    page.get_by_role("link", name="Chuyển: Việc phải xong").click()
    page.get_by_role("link", name="Nộp kết quả").click()
    expect(page.locator("h1")).to_have_text("Nộp kết quả")


def test_by_finger_the_handle_draws_and_a_tap_opens_the_menu(chromium: Browser, office: Office, task: Task) -> None:
    first = open_page(chromium, 390, 800)
    sign_in(first, office)
    phone = chromium.new_context(
        viewport={"width": 390, "height": 800}, has_touch=True, storage_state=first.context.storage_state()
    )
    page = phone.new_page()
    page.goto(office.address + BOARD)
    column(page, "qua-han").scroll_into_view_if_needed()
    page.locator(".dd-board").evaluate("board => board.scrollLeft = 16 * 16 * 3 - 60")
    handle = page.get_by_role("link", name="Chuyển: Việc phải xong")
    handle.tap()
    expect(page.get_by_role("dialog", name="Chuyển nhiệm vụ")).to_be_visible()
    page.keyboard.press("Escape")
    box = handle.bounding_box()
    assert box is not None
    x, y = box["x"] + 10, box["y"] + 10
    finger = page.context.new_cdp_session(page)
    touch(finger, "touchStart", x, y)
    for step in range(1, 9):
        touch(finger, "touchMove", x + (385 - x) * step / 8, y + 20)
    scrolled_past(page, 900)
    expect(column(page, "cho-nghiem-thu")).to_have_attribute("data-opens", "Nộp kết quả")
    touch(finger, "touchMove", 200, y + 20)
    # The board stands still again, wherever the edge has brought it to.
    column(page, "cho-nghiem-thu").evaluate("each => each.scrollIntoView({ inline: 'center', block: 'nearest' })")
    target = column(page, "cho-nghiem-thu").bounding_box()
    assert target is not None
    touch(finger, "touchMove", target["x"] + target["width"] / 2, y + 20)
    touch(finger, "touchEnd", None, None)
    page.wait_for_url("**/nop-ket-qua/**")
    phone.close()


def scrolled_past(page: Page, left: int) -> None:
    """Wait until the board has scrolled; polled from here, since the page allows no evaluated text."""
    for _ in range(100):
        if page.locator(".dd-board").evaluate("board => board.scrollLeft") > left:
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"the board did not scroll past {left} px")


def touch(finger: CDPSession, kind: str, x: float | None, y: float | None) -> None:
    """A finger, as the browser's own protocol has it."""
    points = [] if x is None else [{"x": x, "y": y}]
    finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
