"""From the notice to acceptance with real people at real browsers, each role; and somebody of a wrong agency."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from dondoc.office.accounts.models import Role, User
from dondoc.office.agencies.models import Agency
from dondoc.office.tasks.models import Task
from tests.browser.browser_office import PASSWORD, Office, open_page, sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
NOTICE = """ỦY BAN NHÂN DÂN TỈNH THUẬN GIANG
Số: 81/TB-UBND
Thuận Giang, ngày 08 tháng 11 năm 2026
THÔNG BÁO
Kết luận của Chủ tịch UBND tỉnh tại cuộc họp về công tác y tế
Chủ tịch UBND tỉnh kết luận, chỉ đạo như sau:
1. Giao Sở Y tế chủ trì, phối hợp với Sở Tài chính rà soát giường bệnh, trình Đề án trước ngày 25/12/2026.
"""


def person(name: str, role: Role, code: str = "") -> User:
    agency = Agency.objects.get(code=code) if code else None
    return User.objects.create_user(username=name, password=PASSWORD, full_name=name.title(), role=role, agency=agency)


def browser_of(chromium: Browser, office: Office, who: User, width: int) -> Page:
    page = open_page(chromium, width)
    sign_in(page, Office(office.address, who))
    return page


def notice_confirmed(clerk: Page, office: Office, folder: Path) -> Task:
    """The clerk uploads the notice and confirms its task by key."""
    notice = folder / "thong-bao.txt"
    notice.write_text(NOTICE, encoding="utf-8")
    clerk.goto(f"{office.address}/van-ban/")
    clerk.locator("#files").set_input_files(notice)
    clerk.get_by_role("link", name="Mở", exact=True).click()
    clerk.get_by_role("tab", name="Nhiệm vụ").click()
    clerk.locator("#cards-tasks .fact").first.focus()
    clerk.keyboard.press("a")
    expect(clerk.locator("#cards-tasks .fact").first).to_have_attribute("data-state", "confirmed")
    return Task.objects.get()


def invited(chief: Page, office: Office, name: str, agency: str) -> User:
    """The administrator makes the focal person and prints the sheet; the person takes the account by its code."""
    chief.goto(f"{office.address}/quan-tri/nguoi-dung/them/")
    chief.get_by_label("Họ và tên").fill(name.title())
    chief.get_by_label("Tên đăng nhập").fill(name)
    chief.get_by_label("Cơ quan").select_option(label=agency)
    chief.locator(".dd-form button[type=submit]").click()
    chief.get_by_role("button", name="In phiếu tài khoản").click()
    code = chief.locator(".dd-code-large").inner_text()
    browser = chief.context.browser
    assert browser is not None
    page = open_page(browser, 390)
    page.goto(f"{office.address}/nhan-tai-khoan/")
    page.locator("[name=code]").fill(code)
    page.keyboard.press("Enter")
    page.locator("[name=password1]").fill(PASSWORD)
    page.locator("[name=password2]").fill(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_text("Đã đặt mật khẩu; hãy đăng nhập.")).to_be_visible()
    return User.objects.get(username=name)


def only_looked_at(viewer: Page, address: str) -> None:
    """Who only looks sees all of it and is offered nothing but to watch."""
    viewer.goto(address)
    expect(viewer.get_by_text("Hoàn thành đúng hạn").first).to_be_visible()
    expect(viewer.locator(".dd-acts .btn")).to_have_text(["Theo dõi"])
    for act in ("bao-cao", "nop-ket-qua", "nghiem-thu", "sua", "mo-lai", "trao-doi"):
        assert viewer.request.get(f"{address}{act}/").status == 403, act


def progress_reported(agency: Page, address: str) -> None:
    agency.goto(address)
    agency.get_by_role("link", name="Báo cáo tiến độ").click()
    agency.get_by_label("Kết quả đến nay").fill("Đã rà soát 5/9 đơn vị")
    agency.get_by_label("Mức độ hoàn thành").fill("55")
    agency.get_by_role("button", name="Báo cáo tiến độ").click()
    expect(agency.get_by_text("Đã rà soát 5/9 đơn vị").first).to_be_visible()


def handed_in_only_with_evidence(agency: Page, folder: Path) -> None:
    """Refused without evidence, nothing typed is lost; what was reported last is there to go on from."""
    agency.get_by_role("link", name="Nộp kết quả").click()
    expect(agency.get_by_label("Kết quả thực hiện")).to_have_value("Đã rà soát 5/9 đơn vị")
    agency.get_by_label("Kết quả thực hiện").fill("Đã trình Đề án")
    agency.get_by_role("button", name="Nộp kết quả").click()
    expect(agency.get_by_role("alert")).to_contain_text("Chưa có minh chứng")
    expect(agency.get_by_label("Kết quả thực hiện")).to_have_value("Đã trình Đề án")
    proof = folder / "de-an.pdf"
    proof.write_bytes(b"%PDF-1.4\n")
    agency.get_by_label("Tệp minh chứng").set_input_files(proof)
    agency.get_by_role("button", name="Nộp kết quả").click()
    expect(agency.get_by_text("đang chờ nghiệm thu")).to_be_visible()
    expect(agency.get_by_role("link", name="Nghiệm thu")).to_have_count(0)


def returned_from_my_work(chief: Page, office: Office) -> None:
    chief.goto(f"{office.address}/viec-cua-toi/")
    chief.get_by_role("link", name="rà soát giường bệnh").first.click()
    chief.get_by_role("link", name="Trả lại").click()
    chief.get_by_label("Lý do").fill("Thiếu phụ lục kinh phí")
    chief.get_by_role("button", name="Trả lại").click()


def handed_in_again(agency: Page, address: str) -> None:
    agency.goto(address)
    expect(agency.get_by_text("Thiếu phụ lục kinh phí").first).to_be_visible()
    agency.get_by_role("link", name="Nộp kết quả").click()
    agency.get_by_label("Kết quả thực hiện").fill("Đã bổ sung phụ lục")
    agency.get_by_role("button", name="Nộp kết quả").click()


def accepted(chief: Page, address: str) -> None:
    chief.goto(address)
    chief.get_by_role("link", name="Nghiệm thu").click()
    chief.get_by_label("Tốt").check()
    chief.get_by_role("button", name="Nghiệm thu").click()
    expect(chief.get_by_text("Hoàn thành đúng hạn").first).to_be_visible()


def not_there_for(stranger: Page, office: Office, address: str) -> None:
    """The focal person of another agency gets 404 for whatever is asked."""
    for path in ("", "nop-ket-qua/", "bao-cao/", "nghiem-thu/", "sua/", "chuyen/", "minh-chung/1/"):
        answer = stranger.request.get(address + path)
        assert answer.status == 404, path
        cookie = next(each for each in stranger.context.cookies() if each.get("name") == "csrftoken")
        posted = stranger.request.post(
            address + path,
            form={"summary": "x", "text": "x"},
            headers={"X-CSRFToken": cookie.get("value", ""), "Referer": office.address},
        )
        assert posted.status in (404, 405), path


@pytest.mark.parametrize("width", [1440, 390])
def test_from_the_notice_to_acceptance(chromium: Browser, office: Office, tmp_path: Path, width: int) -> None:
    leader, viewer = person("lanh-dao", Role.LEADER), person("chi-xem", Role.VIEWER)
    admin = browser_of(chromium, office, person("quan-tri", Role.ADMIN), width)
    focal = invited(admin, office, "y-te", "Sở Y tế")
    other = person("xay-dung", Role.FOCAL, "so-xay-dung")
    clerk = browser_of(chromium, office, office.clerk, width)
    task = notice_confirmed(clerk, office, tmp_path)
    address = f"{office.address}/nhiem-vu/{task.pk}/"
    agency = browser_of(chromium, office, focal, width)
    progress_reported(agency, address)
    handed_in_only_with_evidence(agency, tmp_path)
    chief = browser_of(chromium, office, leader, width)
    returned_from_my_work(chief, office)
    handed_in_again(agency, address)
    accepted(chief, address)
    only_looked_at(browser_of(chromium, office, viewer, width), address)
    not_there_for(browser_of(chromium, office, other, width), office, address)


def test_the_main_job_by_keyboard_alone(chromium: Browser, office: Office) -> None:
    page = open_page(chromium, 1440)
    sign_in(page, office)
    page.goto(f"{office.address}/nhiem-vu/moi/")
    page.locator("textarea[name=text]").focus()
    page.keyboard.type("Chuẩn bị hội nghị")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.type("30/12/2026")
    for _field in ("deadline", "recurrence"):
        page.keyboard.press("Tab")
    page.keyboard.type("so y te")
    page.keyboard.press("ArrowDown")
    expect(page.locator("#n-lead-list [role=option]").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("[data-many=lead] .dd-chip")).to_contain_text("Sở Y tế")
    page.keyboard.press("Control+Enter")
    expect(page.locator("h1")).to_have_text("Chuẩn bị hội nghị")
    made = Task.objects.get()
    assert [row.name for row in made.assignments.all()] == ["Sở Y tế"]
