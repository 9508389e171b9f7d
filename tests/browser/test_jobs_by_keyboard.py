"""The main jobs on a task by keyboard alone: what is wanted is reached by Tab, and every form is sent by Ctrl+Enter."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect

from dondoc.office.accounts.models import Role
from dondoc.office.tasks.models import Task
from tests.browser.axe import violations
from tests.browser.browser_office import Office
from tests.browser.keyboard import follow, keyboard_of, reach

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_a_focal_person_reports_asks_for_time_and_hands_in(chromium: Browser, office: Office, task: Task) -> None:
    page = keyboard_of(chromium, office, "y-te", Role.FOCAL, "so-y-te")
    page.goto(f"{office.address}/nhiem-vu/")
    follow(page, "Rà soát giường bệnh")
    follow(page, "Báo cáo tiến độ")
    reach(page, "Kết quả đến nay")
    page.keyboard.type("Đã xong một nửa")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text("Đã ghi báo cáo tiến độ.")).to_be_visible()
    follow(page, "Xin gia hạn")
    reach(page, "Xin gia hạn đến ngày")
    page.keyboard.type(f"{timezone.localdate() + timedelta(days=40):%d/%m/%Y}")
    reach(page, "Lý do xin gia hạn")
    page.keyboard.type("Mưa lũ")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text("Đã gửi đề nghị gia hạn.")).to_be_visible()
    follow(page, "Nộp kết quả")
    reach(page, "Hoặc số, ký hiệu văn bản")
    page.keyboard.type("12/BC-SYT")
    reach(page, "Ngày văn bản")
    page.keyboard.type(f"{timezone.localdate():%d/%m/%Y}")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text("Đã nộp kết quả, chờ nghiệm thu.")).to_be_visible()
    task.refresh_from_db()
    assert (task.state, task.reports.count(), task.extensions.count()) == ("submitted", 1, 1)


def test_a_leader_answers_returns_and_accepts(chromium: Browser, office: Office, task: Task) -> None:
    focal = keyboard_of(chromium, office, "y-te", Role.FOCAL, "so-y-te")
    chief = keyboard_of(chromium, office, "lanh-dao", Role.LEADER)
    for answer in ("Trả lại", "Nghiệm thu"):
        handed_in(focal, office, task)
        chief.goto(f"{office.address}/viec-cua-toi/")
        follow(chief, "Rà soát giường bệnh")
        follow(chief, answer)
        if answer == "Trả lại":
            reach(chief, "Lý do")
            chief.keyboard.type("Thiếu phụ lục")
        else:
            reach(chief, "Nhận xét")
        chief.keyboard.press("Control+Enter")
        expect(chief.get_by_text("Đã trả lại" if answer == "Trả lại" else "Đã nghiệm thu.")).to_be_visible()
    task.refresh_from_db()
    assert task.state == "done"


def handed_in(focal: Page, office: Office, task: Task) -> None:
    focal.goto(f"{office.address}/nhiem-vu/{task.pk}/nop-ket-qua/")
    reach(focal, "Kết quả thực hiện")
    focal.keyboard.type("Đã trình")
    reach(focal, "Hoặc số, ký hiệu văn bản")
    focal.keyboard.type("12/BC-SYT")
    reach(focal, "Ngày văn bản")
    focal.keyboard.type(f"{timezone.localdate():%d/%m/%Y}")
    focal.keyboard.press("Control+Enter")
    expect(focal.get_by_text("Đã nộp kết quả, chờ nghiệm thu.")).to_be_visible()


def test_an_administrator_merges_agencies_and_takes_it_back(chromium: Browser, office: Office, task: Task) -> None:
    page = keyboard_of(chromium, office, "quan-tri", Role.ADMIN)
    page.goto(f"{office.address}/co-quan/sap-nhap/")
    reach(page, "Cơ quan kết thúc hoạt động")
    page.keyboard.type("so y te")
    expect(page.locator("#n-earlier-list [role=option]").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    reach(page, "Cơ quan mới")
    page.keyboard.press("S")
    reach(page, "Từ ngày")
    page.keyboard.type("01/11/2026")
    follow(page, "Xem trước")
    expect(page.get_by_text("Rà soát giường bệnh").first).to_be_visible()
    assert violations(page) == []
    follow(page, "Sáp nhập")
    expect(page.get_by_text("Đã sáp nhập.")).to_be_visible()
    assert task.assignments.get().name == "Sở Tài chính"
    follow(page, "Hoàn tác")
    expect(page.get_by_text("Đã hoàn tác sáp nhập")).to_be_visible()
    assert task.assignments.get().name == "Sở Y tế"
