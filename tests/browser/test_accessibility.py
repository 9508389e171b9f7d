"""No page breaks WCAG 2.2 AA as far as axe can see, in both themes, at a desk and on a phone; keys reach everything."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone
from playwright.sync_api import Browser, expect

from dondoc.office.accounts.models import Role
from dondoc.office.agencies.actions.planning import plan_merger
from dondoc.office.agencies.merging import Plan
from dondoc.office.agencies.models import Agency, MergerJob
from dondoc.office.answering.actions import create_link
from dondoc.office.documents.actions.deciding import confirm_all
from dondoc.office.documents.actions.uploading import upload
from dondoc.office.documents.models import Document
from dondoc.office.exports.models import Export
from dondoc.office.exports.sight import sight_of
from dondoc.office.indicators.models import Indicator
from dondoc.office.reminders.models import Delivery, Webhook
from dondoc.office.rules.actions import demand_second_factor
from dondoc.office.rules.models import SecondFactor
from dondoc.office.tasks.models import Assignment, Task
from tests.browser.axe import violations
from tests.browser.browser_office import PASSWORD, Office, open_page, sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

TEXT = """UỶ BAN NHÂN DÂN TỈNH THUẬN GIANG
Số: 77/TB-UBND
Thuận Giang, ngày 08 tháng 11 năm 2026
THÔNG BÁO
Kết luận của Chủ tịch UBND tỉnh tại cuộc họp về công tác y tế
Tổng thu ngân sách nhà nước trên địa bàn tháng 10 năm 2026 đạt 1.200 tỷ đồng, bằng 61% kế hoạch năm (2.000 tỷ đồng).
Chủ tịch UBND tỉnh kết luận, chỉ đạo như sau:
1. Giao Sở Y tế chủ trì, phối hợp với Sở Tài chính rà soát giường bệnh trước ngày 25/12/2026.
2. Yêu cầu Sở Xây dựng hoàn thành hồ sơ theo Quyết định số 12/QĐ-UBND ngày 05/01/2026 trước ngày 15/12/2026.
"""


@pytest.fixture
def read(office: Office) -> list[Document]:
    """One document still to decide about, one decided."""
    found = []
    for name, more in (("a.txt", ""), ("b.txt", "3. Giao Sở Tài chính báo cáo trước ngày 20/12/2026.\n")):
        file = ContentFile((TEXT + more).encode(), name=name)
        found.append(upload(file=file, name=name, by=office.clerk, now=timezone.now()))
    for document in found:
        document.refresh_from_db()
    confirm_all(document=found[1], by=office.clerk, now=timezone.now())
    return found


@pytest.mark.parametrize(("width", "theme"), [(1440, "light"), (1440, "dark"), (390, "light"), (390, "dark")])
def test_no_violations(chromium: Browser, office: Office, read: list[Document], width: int, theme: str) -> None:
    page = open_page(chromium, width, theme=theme)
    page.goto(f"{office.address}/dang-nhap/")
    found = {"/dang-nhap/": violations(page)}
    sign_in(page, office)
    task, indicator = Task.objects.earliest("pk"), Indicator.objects.earliest("pk")
    addresses = ["/tong-quan/", "/van-ban/", "/nhiem-vu/", f"/nhiem-vu/{task.pk}/", "/chi-tieu/", "/khong-co/"]
    addresses += [
        "/viec-cua-toi/",
        "/nhiem-vu/?nhom=chu-tri",
        "/tong-quan/ngoai-le/",
        "/nhiem-vu/bang/",
        "/nhiem-vu/lich/",
        "/nhiem-vu/dong-thoi-gian/",
        "/nhiem-vu/ra-soat/",
    ]
    addresses += ["/nhiem-vu/moi/", "/nhiem-vu/nhap/", "/soat-so-lieu/", "/thong-bao/", "/thong-bao/don-doc/"]
    addresses += [f"/nhiem-vu/{task.pk}/{act}/" for act in ("nop-ket-qua", "giao-lai", "sua", "dung", "chuyen")]
    addresses += [f"/chi-tieu/{indicator.pk}/", "/mat-khau/", *(f"/van-ban/{each.pk}/" for each in read)]
    addresses += [f"/van-ban/{read[0].pk}/cho-da-sua/"]
    for address in addresses:
        if address != "/khong-co/":
            page.goto(office.address + address)
            found[address] = violations(page)
    page.goto(f"{office.address}/van-ban/{read[0].pk}/")
    for tab in ("Số liệu", "Cần xem", "Nhiệm vụ"):
        page.get_by_role("tab", name=tab).click()
        found[tab] = violations(page)
    page.locator("#cards-tasks .fact").first.focus()
    page.keyboard.press("e")
    expect(page.locator(".fact-editing")).to_be_visible()
    found["edit"] = violations(page)
    assert {address: broken for address, broken in found.items() if broken} == {}


@pytest.mark.parametrize(("width", "theme"), [(1440, "light"), (390, "dark")])
def test_no_violations_on_the_pages_of_agencies_and_people(
    chromium: Browser, office: Office, read: list[Document], width: int, theme: str
) -> None:
    office.clerk.role = Role.ADMIN
    office.clerk.save()
    task = Task.objects.earliest("pk")
    agency = Agency.objects.get(code="so-y-te")
    Assignment.objects.create(task=task, role="coordinating", written="Ban Liên ngành")
    link, token = create_link(agency=agency, tasks=[task], days=7, note="bà Hoa", by=office.clerk, now=timezone.now())
    page = open_page(chromium, width, theme=theme)
    sign_in(page, office)
    addresses = ["/co-quan/", f"/co-quan/{agency.pk}/", f"/co-quan/{agency.pk}/sua/", "/co-quan/nhom/them/"]
    addresses += [f"/co-quan/{agency.pk}/ket-thuc/", f"/co-quan/{agency.pk}/hoat-dong-lai/"]
    addresses += ["/co-quan/ten-chua-ro/", "/co-quan/sap-nhap/", "/co-quan/nhap/", "/co-quan/nap-san/"]
    addresses += ["/quan-tri/", "/quan-tri/nguoi-dung/", f"/quan-tri/nguoi-dung/{office.clerk.pk}/"]
    addresses += ["/quan-tri/nguoi-dung/them/", "/quan-tri/quy-dinh/", "/quan-tri/ngay-nghi/", "/quan-tri/nhat-ky/"]
    addresses += ["/quan-tri/dang-nhap/", "/thong-bao/nhac-viec/", "/thong-bao/webhook/", "/quan-tri/linh-vuc/them/"]
    addresses += _left_behind(office)
    addresses += _to_come(office, agency)
    addresses += ["/bao-mat/", "/bao-mat/khoa/", "/phien-dang-nhap/", "/nhan-tai-khoan/", "/lien-ket/"]
    addresses += [
        f"/lien-ket/moi/{agency.pk}/",
        f"/lien-ket/moi/{agency.pk}/?tat-ca=1",
        f"/lien-ket/{link.pk}/",
        f"/tra-loi/{token}/",
    ]
    addresses += [f"/tra-loi/{token}/{task.pk}/bao-cao/"]
    found = {}
    for address in addresses:
        page.goto(office.address + address)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address
        found[address] = violations(page)
    page.goto(f"{office.address}/thong-bao/")
    page.get_by_role("button", name="Tạo địa chỉ lịch").click()
    page.get_by_role("button", name="Chép địa chỉ").click()
    found["calendar"] = violations(page)
    assert {address: broken for address, broken in found.items() if broken} == {}


def _to_come(office: Office, agency: Agency) -> list[str]:
    """A merger that waits for its day; files that are drafted, could not be, are under way."""
    now, later = timezone.now(), Agency.objects.exclude(pk=agency.pk).filter(valid_to__isnull=True).earliest("pk")
    plan = Plan((agency,), later, (), timezone.localdate() + timedelta(days=40), "NQ 1")
    job = plan_merger(plan=plan, chosen={}, rows=3, by=office.clerk, now=now)
    states: list[dict[str, Any]] = [
        {},
        {"ended_at": now, "failure": "Không lập được tệp."},
        {"ended_at": now},
        {"ended_at": now, "sight": sight_of(office.clerk)},
    ]
    made = [
        Export.objects.create(
            person=office.clerk, kind="exceptions", name="ngoai-le.xlsx", rows=9, at=now, queued_at=now, **more
        )
        for more in states
    ]
    return [
        f"/co-quan/sap-nhap/viec/{job.pk}/", "/co-quan/sap-nhap/", f"/co-quan/{agency.pk}/", "/tep-xuat/",
        *(f"/tep-xuat/{each.pk}/" for each in made),
    ]  # fmt: skip


def _left_behind(office: Office) -> list[str]:
    """What went wrong and waits for an administrator: a message that did not arrive, a merger that was refused."""
    now = timezone.now()
    hook = Webhook.objects.create(name="Nhóm", url="http://127.0.0.1:9/", secret="x", created_at=now)
    Delivery.objects.create(webhook=hook, body={"text": "Quá hạn"}, created_at=now, failure="HTTP 503", tries=7)
    job = MergerJob.objects.create(rows=9, by=office.clerk, at=now, ended_at=now, failure="Cơ quan chưa có")
    return [f"/co-quan/sap-nhap/viec/{job.pk}/"]


def test_no_violations_where_a_second_factor_is_owed(chromium: Browser, office: Office) -> None:
    demand_second_factor(of=SecondFactor.EVERYBODY, grace=3, by=office.clerk, now=timezone.now())
    for width, theme in ((1440, "light"), (390, "dark")):
        page = open_page(chromium, width, theme=theme)
        page.goto(f"{office.address}/dang-nhap/")
        page.get_by_label("Tên đăng nhập hoặc thư điện tử").fill(office.clerk.username)
        page.get_by_label("Mật khẩu").fill(PASSWORD)
        page.keyboard.press("Enter")
        page.wait_for_url("**/bao-mat/bat-buoc/**")
        assert violations(page) == []
        page.get_by_role("button", name="Để sau").click()
        page.wait_for_url("**/tong-quan/")


def test_the_first_stop_of_the_tab_key_skips_to_the_content(
    chromium: Browser, office: Office, read: list[Document]
) -> None:
    page = open_page(chromium, 1440)
    sign_in(page, office)
    page.goto(f"{office.address}/nhiem-vu/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Đến nội dung chính")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#noi-dung")).to_be_focused()


def test_search_help_theme_and_side_bar_by_key(chromium: Browser, office: Office, read: list[Document]) -> None:
    page = open_page(chromium, 1440)
    sign_in(page, office)
    page.keyboard.press("/")
    expect(page.locator("#dd-search")).to_be_focused()
    page.keyboard.type("giuong benh")
    page.keyboard.press("Enter")
    page.wait_for_url("**/van-ban/?tim=giuong+benh")
    expect(page.locator("#rows tbody tr")).to_have_count(2)
    page.keyboard.press("?")
    expect(page.locator("#dd-keys")).to_be_visible()
    page.keyboard.press("Escape")
    page.locator("[data-do=theme]").first.click()
    page.locator("[data-do=theme]").first.click()
    expect(page.locator("html")).to_have_attribute("data-bs-theme", "dark")
    page.locator("[data-do=fold]").click()
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-bs-theme", "dark")
    expect(page.locator("html")).to_have_attribute("data-side", "folded")
