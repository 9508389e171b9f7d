"""The task list, its filters, its export, and the page of a task."""

import io
from collections.abc import Callable
from datetime import date, timedelta

import openpyxl
import pytest
import time_machine
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertContains, assertNotContains

from dondoc.office.accounts.models import User
from dondoc.office.documents.actions.deciding import confirm_all
from dondoc.office.documents.models import Document
from dondoc.office.tasks.actions import arranging
from dondoc.office.tasks.actions.arranging import Owed
from dondoc.office.tasks.models import AssignmentRole, Task
from dondoc.office.tasks.standing import Standing
from dondoc.office.tasks.wording import LOOKS, badge
from tests.office.office_cast import NOW, TODAY, Cast, make_document

SignIn = Callable[[User], Client]


@pytest.fixture
def tasks(document: Document, cast: Cast) -> list[Task]:
    confirm_all(document=document, by=cast.office, now=NOW)
    return list(Task.objects.order_by("start"))


@time_machine.travel(NOW)
def test_the_list_names_task_lead_deadline_and_standing(tasks: list[Task], cast: Cast, signed_in: SignIn) -> None:
    page = signed_in(cast.office).get("/nhiem-vu/")
    assertContains(page, "Sở Y tế")
    assertContains(page, "20/11/2026")
    assertContains(page, f'href="/nhiem-vu/{tasks[0].pk}/"')
    assertContains(page, f"/van-ban/{tasks[0].document_id}/#f{tasks[0].fact_id}")


def test_a_stranger_sees_no_task_and_gets_404(tasks: list[Task], cast: Cast, signed_in: SignIn) -> None:
    stranger = signed_in(cast.stranger)
    assertContains(stranger.get("/nhiem-vu/"), "Chưa có nhiệm vụ")
    assert stranger.get(f"/nhiem-vu/{tasks[0].pk}/").status_code == 404
    assert _exported(stranger.get("/nhiem-vu/xuat-excel/").content)[1:] == []


def test_nobody_sees_it_without_signing_in(client: Client, db: None) -> None:
    answer = client.get("/nhiem-vu/")
    assert answer.status_code == 302
    assert answer["Location"].startswith("/dang-nhap/")


@time_machine.travel(NOW)
@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("q=giuong+benh", ["giường bệnh"]),
        ("q=kenh", ["kênh"]),
        ("tu=2026-11-01&den=2026-11-30", ["giường bệnh"]),
        ("tu=2027-01-01", []),
        ("den=20/11/2026", ["giường bệnh"]),
        (f"tinh-trang={Standing.NEEDS_CLEARING}", None),
        ("tinh-trang=khong-co", ["giường bệnh", "kênh"]),
    ],
)
def test_filters(tasks: list[Task], cast: Cast, signed_in: SignIn, query: str, expected: list[str] | None) -> None:
    page = signed_in(cast.office).get(f"/nhiem-vu/?{query}")
    shown = [row.task.text for row in page.context["rows"]]
    if expected is None:
        assert all(row.badge.words == "Cần làm rõ" for row in page.context["rows"])
        return
    assert len(shown) == len(expected)
    assert all(any(words in text for text in shown) for words in expected)


def test_a_filter_that_is_on_is_a_chip_that_takes_it_off(tasks: list[Task], cast: Cast, signed_in: SignIn) -> None:
    page = signed_in(cast.office).get(f"/nhiem-vu/?q=kenh&co-quan={cast.health.pk}")
    assert [str(chip.name) for chip in page.context["chips"]] == ["Tìm", "Cơ quan"]
    assert page.context["chips"][0].without == f"?co-quan={cast.health.pk}"


def test_the_agency_filter_finds_work_of_its_group_and_of_whom_it_succeeded(
    tasks: list[Task], cast: Cast, signed_in: SignIn
) -> None:
    page = signed_in(cast.office).get(f"/nhiem-vu/?co-quan={cast.finance.pk}")
    assert [row.task.pk for row in page.context["rows"]] == [tasks[0].pk]


@time_machine.travel(NOW)
def test_sorting_by_deadline_leaves_tasks_without_one_last(tasks: list[Task], cast: Cast, signed_in: SignIn) -> None:
    office = signed_in(cast.office)
    for order in ("han", "-han"):
        rows = office.get(f"/nhiem-vu/?sap={order}").context["rows"]
        assert [row.task.deadline for row in rows] == [date(2026, 11, 20), None]


@time_machine.travel(NOW)
def test_the_export_holds_what_the_list_shows(tasks: list[Task], cast: Cast, signed_in: SignIn) -> None:
    tasks[1].text = "=1+1"
    tasks[1].save(update_fields=["text"])
    answer = signed_in(cast.office).get("/nhiem-vu/xuat-excel/?sap=han")
    rows = _exported(answer.content)
    assert rows[0] == ["Nhiệm vụ", "Chủ trì", "Sản phẩm", "Hạn", "Tình trạng", "Số văn bản"]
    assert (rows[1][1], str(rows[1][3])[:10]) == ("Sở Y tế", "2026-11-20")
    assert rows[2][0] == "=1+1"
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).active
    assert sheet is not None
    assert sheet["A3"].data_type == "s"


def test_the_page_of_a_task_shows_its_sentence_in_its_paragraph_and_who_made_it(
    tasks: list[Task], cast: Cast, signed_in: SignIn
) -> None:
    page = signed_in(cast.office).get(f"/nhiem-vu/{tasks[0].pk}/")
    quote = page.context["quote"]
    assert quote.before == "1. "
    assert quote.words.startswith("Sở Y tế chủ trì")
    assertContains(page, "Tạo nhiệm vụ từ câu đã xác nhận")
    assertContains(page, "Office")


def test_what_happened_is_told_with_what_it_changed_and_names_no_other_task(
    tasks: list[Task], cast: Cast, signed_in: SignIn
) -> None:
    made = arranging.create_task(
        text="Việc miệng", owed=[Owed(AssignmentRole.LEAD, cast.health)], by=cast.office, now=NOW, deadline=TODAY
    )
    hidden = arranging.create_task(
        text="Việc của nơi khác", owed=[Owed(AssignmentRole.LEAD, cast.finance)], by=cast.office, now=NOW
    )
    arranging.edit(task=made, by=cast.office, now=NOW, product="Đề án")
    arranging.continue_from(task=made, earlier=hidden, by=cast.office, now=NOW)
    page = signed_in(cast.owner).get(f"/nhiem-vu/{made.pk}/")
    assertContains(page, "<b>Sản phẩm:</b> —")
    assertNotContains(page, "từ câu đã xác nhận")
    assertNotContains(page, "Việc của nơi khác")


def test_a_part_is_led_by_whoever_leads_the_whole(tasks: list[Task], cast: Cast, signed_in: SignIn) -> None:
    page = signed_in(cast.office).get(f"/nhiem-vu/{tasks[0].pk}/chia-viec/")
    assert page.context["form"].names["lead"] == ["Sở Y tế"]
    assert page.context["form"].names["coordinating"] == []


def test_the_number_of_queries_does_not_grow(
    tasks: list[Task], cast: Cast, signed_in: SignIn, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(6):
        more = make_document(cast.office, f"tb-{number}.txt", f"nội dung {number}")
        confirm_all(document=more, by=cast.office, now=NOW)
    office = signed_in(cast.office)
    with django_assert_max_num_queries(17):
        page = office.get("/nhiem-vu/")
    assert len(page.context["rows"]) == 14


def test_every_standing_has_a_look_and_late_days_are_counted() -> None:
    assert set(LOOKS) == set(Standing)
    today = NOW.date()
    assert badge(Standing.OVERDUE, today - timedelta(days=5), today).words == "Quá hạn 5 ngày"
    assert badge(Standing.DUE_SOON, today + timedelta(days=3), today).words == "Sắp đến hạn (còn 3 ngày)"
    assert badge(Standing.DUE_SOON, today, today).words == "Đến hạn hôm nay"
    assert badge(Standing.IN_TIME).words == "Trong hạn"


def test_a_viewer_may_look(tasks: list[Task], cast: Cast, signed_in: SignIn) -> None:
    assertNotContains(signed_in(cast.viewer).get("/nhiem-vu/"), "Chưa có nhiệm vụ")


def _exported(content: bytes) -> list[list[object]]:
    sheet = openpyxl.load_workbook(io.BytesIO(content)).active
    assert sheet is not None
    return [[cell.value for cell in row] for row in sheet.iter_rows()]
