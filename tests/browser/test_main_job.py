"""The main job by hand: upload, wait, confirm by keyboard, correct, undo, find the task, export, find the figure."""

import re
from pathlib import Path

import openpyxl
import pytest
from docx import Document as NewDocument
from playwright.sync_api import Browser, Page, expect

from dondoc.office.documents.models import Document, Fact
from dondoc.office.indicators.models import Observation
from dondoc.office.tasks.models import Task
from tests.browser.browser_office import Office, open_page, sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

LINES = (
    "UỶ BAN NHÂN DÂN TỈNH THUẬN GIANG",
    "Số: 77/TB-UBND",
    "Thuận Giang, ngày 08 tháng 11 năm 2026",
    "THÔNG BÁO",
    "Kết luận của Chủ tịch UBND tỉnh tại cuộc họp về công tác y tế và đầu tư công",
    "Tổng thu ngân sách nhà nước trên địa bàn 10 tháng năm 2026 đạt 1.200 tỷ đồng, bằng 60% kế hoạch năm.",
    "Chủ tịch UBND tỉnh kết luận, chỉ đạo như sau:",
    "1. Giao Sở Y tế chủ trì, phối hợp với Sở Tài chính rà soát giường bệnh, báo cáo UBND tỉnh trước ngày 25/12/2026.",
    "2. Yêu cầu Sở Xây dựng hoàn thành hồ sơ quy hoạch đường ven biển trước ngày 15/12/2026.",
)


@pytest.fixture
def notice(tmp_path: Path) -> Path:
    made = NewDocument()
    for line in LINES:
        made.add_paragraph(line)
    path = tmp_path / "tb-77.docx"
    made.save(str(path))
    return path


def upload(page: Page, office: Office, file: Path) -> None:
    page.goto(f"{office.address}/van-ban/")
    page.locator("#files").set_input_files(str(file))
    page.locator("#uploads a").click()
    page.wait_for_selector("#panels")
    page.wait_for_load_state("load")  # a key that is pressed before the last script runs is lost


def test_the_main_job_by_keyboard(chromium: Browser, office: Office, notice: Path, tmp_path: Path) -> None:
    page = open_page(chromium, 1440)
    sign_in(page, office)
    upload(page, office, notice)
    document = Document.objects.get()
    confirm_the_first(page)
    edited = add_a_lead(page)
    page.keyboard.press("u")
    expect(page.locator(f"#f{edited} dd").first).not_to_contain_text("Sở Tài chính")
    confirm_the_rest(page)
    export_the_task(page, office, tmp_path / "nhiem-vu.xlsx")
    page.get_by_role("link", name="77/TB-UBND").click()
    page.wait_for_url(re.compile(rf"/van-ban/{document.pk}/#f\d+"))
    expect(page.locator(".m.lit").first).to_be_in_viewport()
    expect(page.locator(".fact.chosen")).to_contain_text("giường bệnh")
    find_the_figure(page, office)


def confirm_the_first(page: Page) -> None:
    """One decision a key: the first task is confirmed, the second becomes the chosen one."""
    chosen = page.locator(".fact.chosen")
    first = chosen.get_attribute("data-fact")
    page.keyboard.press("a")
    expect(page.locator("[data-count=confirmed]")).to_have_text("1")
    expect(chosen).not_to_have_attribute("data-fact", str(first))
    assert Task.objects.count() == 1


def add_a_lead(page: Page) -> str:
    """A lead is added by typing without marks; the fact that was corrected."""
    page.keyboard.press("e")
    field = page.locator(".fact-editing [data-many=lead] [role=combobox]")
    field.fill("so tai")
    expect(page.locator(".fact-editing [role=option]").first).to_contain_text("Sở Tài chính")
    field.press("ArrowDown")
    field.press("Enter")
    field.press("Control+Enter")
    expect(page.locator(".fact-editing")).to_have_count(0)
    chosen = page.locator(".fact.chosen")
    expect(chosen).to_contain_text("Sở Tài chính")
    edited = str(chosen.get_attribute("data-fact"))
    assert [each["name"] for each in Fact.objects.get(pk=int(edited)).current["lead"]][-1] == "Sở Tài chính"
    return edited


def confirm_the_rest(page: Page) -> None:
    page.get_by_role("button", name=re.compile("Xác nhận hết")).first.click()
    dialog = page.locator("#confirm-all")
    expect(dialog).to_be_visible()
    dialog.get_by_role("button", name="Xác nhận hết").click()
    expect(page.locator("[data-count=open]")).to_have_text("0")
    assert Task.objects.count() == 2


def export_the_task(page: Page, office: Office, saved: Path) -> None:
    """The task is in the list, and goes out to Excel."""
    page.goto(f"{office.address}/nhiem-vu/?q=giuong+benh")
    expect(page.locator("tbody tr")).to_have_count(1)
    with page.expect_download() as download:
        page.get_by_role("link", name="Xuất Excel").click()
    download.value.save_as(saved)
    sheet = openpyxl.load_workbook(saved).active
    assert sheet is not None
    told = " | ".join(str(cell.value) for cell in sheet[2])
    assert "giường bệnh" in told
    assert "Sở Y tế" in told
    assert sheet.max_row == 2


def find_the_figure(page: Page, office: Office) -> None:
    """The confirmed figure is in the table of indicators, under its name."""
    observation = Observation.objects.filter(role="cumulative").first() or Observation.objects.first()
    assert observation is not None
    page.goto(f"{office.address}/chi-tieu/?q={observation.indicator.name}")
    expect(page.locator("tbody")).to_contain_text(observation.indicator.name)
    page.locator("tbody .dd-name a").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(observation.indicator.name)


def test_split_merge_reject_and_adding_by_hand(chromium: Browser, office: Office, notice: Path) -> None:
    page = open_page(chromium, 1440)
    sign_in(page, office)
    upload(page, office, notice)
    tasks = page.locator("#cards-tasks .fact:not(.s-rejected)")
    before = tasks.count()

    page.keyboard.press("s")
    expect(page.locator("#split")).to_be_visible()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(tasks).to_have_count(before + 1)
    page.keyboard.press("m")
    expect(tasks).to_have_count(before)
    page.keyboard.press("x")
    expect(page.locator("#cards-tasks .s-rejected")).to_have_count(1)
    page.keyboard.press("u")
    expect(page.locator("#cards-tasks .s-rejected")).to_have_count(0)

    # Marking words offers to add them.
    page.evaluate(
        """() => {
          const words = [...document.querySelectorAll('#paper [data-s]')]
            .find((each) => each.textContent.includes('Kết luận'));
          getSelection().selectAllChildren(words);
          document.dispatchEvent(new PointerEvent('pointerup', { bubbles: true }));
        }"""
    )
    page.get_by_role("button", name="Thêm nhiệm vụ").click()
    expect(page.locator("#cards-tasks .fact")).to_have_count(before + 1)


def test_a_bad_file_says_why_and_does_not_stop_the_others(
    chromium: Browser, office: Office, notice: Path, tmp_path: Path
) -> None:
    wrong = tmp_path / "chuong-trinh.exe"
    wrong.write_bytes(b"PK\x03\x04 nothing")
    page = open_page(chromium, 1440)
    sign_in(page, office)
    page.goto(f"{office.address}/van-ban/")
    page.locator("#files").set_input_files([str(wrong), str(notice)])
    expect(page.locator(".dd-upload-bad")).to_contain_text("không thuộc loại đọc được")
    expect(page.locator("#rows tbody tr")).to_have_count(1)


def test_on_a_phone_a_fact_comes_as_a_sheet(chromium: Browser, office: Office, notice: Path) -> None:
    page = open_page(chromium, 390, 844)
    sign_in(page, office)
    upload(page, office, notice)
    expect(page.locator("#paper")).to_be_visible()
    page.locator("#paper .m-directive").first.click()
    sheet = page.locator(".dd-cards.sheet")
    expect(sheet).to_be_visible()
    sheet.get_by_role("button", name="Xác nhận").click()
    expect(page.locator("[data-count=confirmed]").first).to_have_text("1")
    page.locator(".dd-cards.sheet [data-do=close-sheet]").click()
    expect(page.locator(".dd-cards.sheet")).to_have_count(0)
    page.get_by_role("tab", name=re.compile("Số liệu")).click()
    expect(page.locator("#cards-figures")).to_be_visible()
    expect(page.locator("#paper")).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_on_a_phone_one_fact_at_a_time_is_decided_without_scrolling(
    chromium: Browser, office: Office, notice: Path
) -> None:
    page = open_page(chromium, 390, 844)
    sign_in(page, office)
    upload(page, office, notice)
    place, confirmed = page.locator("#stepper-place"), page.locator("[data-count=confirmed]").first
    page.get_by_role("tab", name=re.compile("Nhiệm vụ")).click()
    facts = page.locator("#cards-tasks .fact")
    number = facts.count()
    assert number >= 2
    expect(page.locator("#cards-tasks .fact:visible")).to_have_count(1)
    expect(place).to_have_text(f"1/{number} · chờ {number}")
    page.locator(".fact.chosen").get_by_role("button", name="Xác nhận").click()
    expect(confirmed).to_have_text("1")
    expect(place).to_have_text(f"2/{number} · chờ {number - 1}")
    assert page.evaluate("document.documentElement.scrollHeight") <= 844 * 1.2
    page.get_by_role("button", name="Hoàn tác việc vừa làm", exact=True).click()
    expect(confirmed).to_have_text("0")
    page.get_by_role("button", name=re.compile("hiện cả danh sách")).click()
    expect(page.locator("#cards-tasks .fact:visible")).to_have_count(number)
    facts.nth(number - 1).click()
    expect(place).to_have_text(f"{number}/{number} · chờ {number}")
    expect(page.locator("#cards-tasks .fact:visible")).to_have_count(1)
    page.get_by_role("button", name="Xem trong văn bản").click()
    expect(page.locator(".dd-cards.sheet .fact.chosen")).to_be_visible()
    page.get_by_role("button", name="Sự kiện trước").click()
    expect(place).to_have_text(f"{number - 1}/{number} · chờ {number}")
    expect(page.locator(".dd-cards.sheet")).to_have_count(1)


def test_on_a_wide_screen_every_fact_stands_there_and_no_bar(chromium: Browser, office: Office, notice: Path) -> None:
    page = open_page(chromium, 1440)
    sign_in(page, office)
    upload(page, office, notice)
    expect(page.locator("#cards-tasks .fact:visible")).to_have_count(page.locator("#cards-tasks .fact").count())
    expect(page.locator("#stepper")).to_be_hidden()
