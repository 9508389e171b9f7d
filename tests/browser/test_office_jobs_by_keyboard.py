"""The main jobs of the office by keyboard alone, from the menu on: real keys, and nothing else."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from openpyxl import Workbook
from playwright.sync_api import Browser, Page, expect

from dondoc.office.accounts.models import Role, User
from dondoc.office.agencies.models import Agency
from dondoc.office.tasks.actions import extending
from dondoc.office.tasks.models import Review, Task
from tests.browser.browser_office import PASSWORD, Office, open_page, sign_in
from tests.browser.keyboard import FOCUSED, choose, follow, keyboard_of, reach, send, type_into

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def day(after: int) -> str:
    return f"{timezone.localdate() + timedelta(days=after):%d/%m/%Y}"


def pick(page: Page, label: str, typed: str, name: str) -> None:
    """Pick a name of a list that is asked for by typing."""
    reach(page, label)
    page.keyboard.type(typed)
    expect(page.locator("[role=option]", has_text=name).first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")


def test_a_leader_instructs_and_the_agency_replies(chromium: Browser, office: Office, task: Task) -> None:
    chief = keyboard_of(chromium, office, "lanh-dao", Role.LEADER)
    follow(chief, "Nhiệm vụ")
    follow(chief, "Rà soát giường bệnh")
    follow(chief, "Ghi ý kiến chỉ đạo")
    type_into(chief, "Ý kiến chỉ đạo", "Làm xong trước Tết")
    type_into(chief, "Trả lời trước ngày", day(5))
    send(chief)
    expect(chief.get_by_text("Đã ghi ý kiến chỉ đạo.")).to_be_visible()
    focal = keyboard_of(chromium, office, "y-te", Role.FOCAL, "so-y-te")
    follow(focal, "Việc của tôi")
    follow(focal, "Rà soát giường bệnh")
    follow(focal, "Trả lời ý kiến")
    type_into(focal, "Trả lời", "Sẽ xong trong tháng 12")
    send(focal)
    expect(focal.get_by_text("Đã trả lời ý kiến chỉ đạo.")).to_be_visible()
    assert task.instructions.get().reply == "Sẽ xong trong tháng 12"


def test_a_leader_grants_more_time(chromium: Browser, office: Office, task: Task) -> None:
    extending.ask_extension(
        task=task, wanted=timezone.localdate() + timedelta(days=60), reason="Mưa lũ",
        agency=Agency.objects.get(code="so-y-te"), by=office.clerk, now=timezone.now(),
    )  # fmt: skip
    chief = keyboard_of(chromium, office, "lanh-dao", Role.LEADER)
    follow(chief, "Việc của tôi")
    follow(chief, "Rà soát giường bệnh")
    follow(chief, "Trả lời gia hạn")
    reach(chief, "Cho gia hạn")
    chief.keyboard.press("Space")
    type_into(chief, "Gia hạn đến ngày", day(50))
    send(chief)
    expect(chief.get_by_text("Đã trả lời đề nghị gia hạn.")).to_be_visible()
    task.refresh_from_db()
    assert task.deadline == timezone.localdate() + timedelta(days=50)


def test_the_clerk_divides_a_task(chromium: Browser, office: Office, task: Task) -> None:
    page = open_page(chromium, 1440)
    sign_in(page, office)
    follow(page, "Nhiệm vụ")
    follow(page, "Rà soát giường bệnh")
    follow(page, "Chia nhiệm vụ con")
    type_into(page, "Nội dung nhiệm vụ", "Kiểm kê kinh phí")
    type_into(page, "Hạn", day(20))
    reach(page, "Bỏ Sở Y tế")
    page.keyboard.press("Enter")
    pick(page, "Chủ trì", "so tai", "Sở Tài chính")
    send(page)
    expect(page.get_by_text("Đã thêm nhiệm vụ con.")).to_be_visible()
    part = task.subtasks.get()
    assert [row.name for row in part.assignments.all()] == ["Sở Tài chính"]


def test_a_list_is_imported(chromium: Browser, office: Office, tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["Nội dung công việc", "Ai làm", "Hạn"], ["Dọn kênh", "Sở Xây dựng", day(9)], ["", "Sở Y tế", ""]):
        sheet.append(row)
    book.save(tmp_path / "viec.xlsx")
    page = open_page(chromium, 1440)
    page.on("filechooser", lambda chooser: chooser.set_files(tmp_path / "viec.xlsx"))
    sign_in(page, office)
    follow(page, "Nhiệm vụ")
    follow(page, "Nhập từ Excel")
    reach(page, "Tệp .xlsx")
    page.keyboard.press("Enter")
    expect(page.locator(".dd-file")).to_contain_text("viec.xlsx")
    expect(page.locator("input[type=file]")).to_be_focused()
    follow(page, "Xem trước")
    assert choose(page, "Chủ trì", "Ai làm")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.evaluate(FOCUSED) == "Chủ trì"
    expect(page.get_by_text("1 dòng nhập được (0 dòng có tên cơ quan chưa rõ)")).to_be_visible()
    follow(page, "Nhập 1 nhiệm vụ")
    made = Task.objects.get()
    assert (made.text, made.assignments.get().name) == ("Dọn kênh", "Sở Xây dựng")


def test_an_administrator_makes_an_account_that_is_taken_by_its_sheet(chromium: Browser, office: Office) -> None:
    page = keyboard_of(chromium, office, "quan-tri", Role.ADMIN)
    follow(page, "Quản trị")
    follow(page, "Người dùng")
    follow(page, "Thêm người dùng")
    type_into(page, "Họ và tên", "Trần Văn Bình")
    type_into(page, "Tên đăng nhập", "binh.syt")
    choose(page, "Vai trò", "Đầu mối")
    choose(page, "Cơ quan", "Sở Y tế")
    send(page)
    follow(page, "In phiếu tài khoản")
    code = page.locator(".dd-code-large").inner_text()
    made = User.objects.get(username="binh.syt")
    assert (made.role, made.agency) == (Role.FOCAL, Agency.objects.get(code="so-y-te"))
    taken = open_page(chromium, 1440)
    taken.goto(f"{office.address}/nhan-tai-khoan/")
    type_into(taken, "Mã một lần", code)
    send(taken)
    type_into(taken, "Mật khẩu", PASSWORD)
    type_into(taken, "Nhập lại mật khẩu", PASSWORD)
    send(taken)
    type_into(taken, "Tên đăng nhập", "binh.syt")
    type_into(taken, "Mật khẩu", PASSWORD)
    send(taken)
    expect(taken.get_by_role("link", name="Việc của tôi").first).to_be_visible()


def test_a_link_is_made_and_answered_through(chromium: Browser, office: Office, task: Task) -> None:
    page = open_page(chromium, 1440)
    sign_in(page, office)
    follow(page, "Cơ quan")
    follow(page, "Sở Y tế")
    follow(page, "Tạo liên kết trả lời")
    reach(page, "Rà soát giường bệnh")
    page.keyboard.press("Space")
    follow(page, "Tiếp tục với nhiệm vụ đã chọn")
    type_into(page, "Gửi cho", "Bà Hoa")
    send(page)
    address = page.locator("#link-address").inner_text()
    outside = open_page(chromium, 1440)
    outside.goto(address)
    follow(outside, "Báo cáo tiến độ")
    type_into(outside, "Kết quả đến nay", "Đã xong một nửa")
    type_into(outside, "Họ và tên", "Lê Thị Hoa")
    type_into(outside, "Chức vụ", "Phó Giám đốc")
    send(outside)
    assert task.reports.get().text == "Đã xong một nửa"
    follow(page, "Xem và thu hồi liên kết")
    reach(page, "Thu hồi")
    page.keyboard.press("Enter")
    follow(page, "Thu hồi liên kết")
    assert outside.request.get(address).status == 410


def test_a_filter_is_gone_through_by_arrows_and_shown_by_enter(chromium: Browser, office: Office, task: Task) -> None:
    page = open_page(chromium, 1440)
    sign_in(page, office)
    follow(page, "Nhiệm vụ")
    assert choose(page, "Tình trạng", "Trong hạn")
    assert "tinh-trang" not in page.url
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "tinh-trang=trong-han" in page.url
    assert page.evaluate(FOCUSED) == "Tình trạng"
    with page.expect_navigation():
        page.locator("select[name=tinh-trang]").select_option(label="Quá hạn")
    assert "tinh-trang=qua-han" in page.url


def test_a_review_is_frozen(chromium: Browser, office: Office, task: Task) -> None:
    page = open_page(chromium, 1440)
    sign_in(page, office)
    follow(page, "Nhiệm vụ")
    follow(page, "Rà soát")
    follow(page, "Phát hành")
    expect(page.get_by_text("số liệu được giữ nguyên")).to_be_visible()
    with page.expect_download():
        reach(page, ".docx")
        page.keyboard.press("Enter")
    assert Review.objects.get().total


def test_a_card_of_the_board_is_moved_and_the_focus_comes_back(chromium: Browser, office: Office, task: Task) -> None:
    page = open_page(chromium, 1440)
    sign_in(page, office)
    follow(page, "Nhiệm vụ")
    follow(page, "Theo tình trạng")
    reach(page, "Chuyển: Rà soát giường bệnh")
    page.keyboard.press("Enter")
    expect(page.locator("#dd-moves")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#dd-moves")).to_be_hidden()
    assert page.evaluate(FOCUSED).startswith("Chuyển: Rà soát giường bệnh")
    page.keyboard.press("Enter")
    expect(page.locator("#dd-moves")).to_be_visible()
    follow(page, "Dừng")
    type_into(page, "Lý do", "Trùng")
    send(page)
    task.refresh_from_db()
    assert task.state == "cancelled"
