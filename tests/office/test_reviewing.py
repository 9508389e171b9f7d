"""The two by two adds up, divides by what was due, and stays as it was once issued."""

import io
from collections.abc import Callable
from datetime import timedelta

import docx
import openpyxl
import pytest
import time_machine
from django.test import Client
from pytest_django.asserts import assertContains

from dondoc.office.accounts.models import User
from dondoc.office.agencies.models import Agency
from dondoc.office.documents.models import Document
from dondoc.office.tasks import access, queries
from dondoc.office.tasks.actions import arranging, finishing, reporting
from dondoc.office.tasks.actions.arranging import Owed
from dondoc.office.tasks.actions.reporting import Progress, Proof
from dondoc.office.tasks.keeping import keep_audiences
from dondoc.office.tasks.models import AssignmentRole, Grade, Review, Task
from dondoc.office.tasks.reviewing import CELLS, Way, review, review_by_document, review_by_month, thawed, total_of
from tests.office.office_cast import NOW, TODAY, Cast, make_agency
from tests.office.random_office import make_office

SignIn = Callable[[User], Client]
DAY = timedelta(days=1)


def add(cast: Cast, owed: Owed, days: int | None, done: int | None = None, stop: bool = False) -> Task:
    """A task due in ``days`` from today; ``done`` on that day from today."""
    deadline = TODAY + days * DAY if days is not None else None
    task = arranging.create_task(text="Việc", owed=[owed], by=cast.office, now=NOW, deadline=deadline)
    if done is not None:
        proof = Proof(day=TODAY + done * DAY, number="1/BC")
        reporting.add_evidence(task=task, proof=proof, agency=None, by=cast.office, now=NOW)
        finishing.submit(task=task, summary="Xong", agency=None, by=cast.office, now=NOW)
        finishing.accept(task=task, grade=Grade.MET, by=cast.leader, now=NOW)
    if stop:
        arranging.cancel(task=task, reason="Trùng", by=cast.office, now=NOW)
    return task


@pytest.fixture
def tasks(cast: Cast) -> None:
    health, finance = Owed(AssignmentRole.LEAD, cast.health), Owed(AssignmentRole.LEAD, cast.finance)
    add(cast, health, 5, done=-1)
    add(cast, health, -5, done=-2)
    add(cast, health, -3)
    add(cast, health, 9)
    add(cast, finance, None)
    add(cast, finance, -9)
    add(cast, finance, -9, stop=True)


def test_each_agency_has_its_two_by_two(tasks: None, cast: Cast) -> None:
    found = review(Task.objects.all(), TODAY)
    lines = {line.name: line for line in found.lines}
    health = lines["Sở Y tế"]
    assert (health.on_time, health.late, health.running, health.overdue) == (1, 1, 1, 1)
    assert health.rate == pytest.approx(200 / 3)
    assert (lines["Sở Tài chính"].overdue, lines["Sở Tài chính"].no_deadline) == (1, 1)
    assert found.total == total_of(found.lines)
    assert [task.days for task in found.late] == [9, 3]


def test_a_group_counts_each_member_and_the_silent_ones_as_not_done(cast: Cast) -> None:
    communes = [
        make_agency(f"xa-{n}", f"UBND xã {n}", kind="committee", level="commune") for n in ("An", "Bình", "Cẩm")
    ]
    task = add(cast, Owed(AssignmentRole.LEAD, group=cast.communes), -2)
    reporting.report_progress(
        task=task, progress=Progress("Xong", part_done=True), agency=communes[0], by=cast.office, now=NOW - 4 * DAY
    )
    reporting.report_progress(task=task, progress=Progress("Gần xong"), agency=communes[1], by=cast.office, now=NOW)
    found = review(Task.objects.all(), TODAY)
    assert {line.name: (line.on_time, line.overdue) for line in found.lines} == {
        "UBND xã An": (1, 0),
        "UBND xã Bình": (0, 1),
        "UBND xã Cẩm": (0, 1),
    }


def test_nothing_due_has_no_rate(cast: Cast) -> None:
    add(cast, Owed(AssignmentRole.LEAD, cast.health), 9)
    assert review(Task.objects.all(), TODAY).total.rate is None


@time_machine.travel(NOW)
def test_an_issued_review_stands_as_it_was(tasks: None, cast: Cast, signed_in: SignIn) -> None:
    office = signed_in(cast.office)
    assertContains(office.get("/nhiem-vu/ra-soat/"), "66,7%")
    answer = office.post("/nhiem-vu/ra-soat/phat-hanh/")
    kept = Review.objects.get()
    assert answer["Location"] == f"/nhiem-vu/ra-soat/{kept.pk}/"
    assert kept.code == "RS-2026-001"
    Task.objects.update(deadline=TODAY + 90 * DAY)
    assertContains(office.get(f"/nhiem-vu/ra-soat/{kept.pk}/"), "66,7%")
    office.post("/nhiem-vu/ra-soat/phat-hanh/?co-quan=" + str(cast.health.pk))
    assert [(each.code, each.scope) for each in Review.objects.order_by("code")] == [
        ("RS-2026-001", "Mọi nhiệm vụ"),
        ("RS-2026-002", "Cơ quan: Sở Y tế"),
    ]


@time_machine.travel(NOW)
def test_the_files_say_what_the_page_says(tasks: None, cast: Cast, signed_in: SignIn) -> None:
    office = signed_in(cast.office)
    office.post("/nhiem-vu/ra-soat/phat-hanh/")
    kept = Review.objects.get()
    sheet = openpyxl.load_workbook(io.BytesIO(office.get(f"/nhiem-vu/ra-soat/{kept.pk}.xlsx").content)).active
    assert sheet is not None
    rows = [list(row) for row in sheet.iter_rows(values_only=True)]
    assert ["Tổng số", 1, 1, 1, 2, 1, 50] in rows
    paper = docx.Document(io.BytesIO(office.get(f"/nhiem-vu/ra-soat/{kept.pk}.docx").content))
    words = "\n".join(paragraph.text for paragraph in paper.paragraphs)
    assert "đã hoàn thành 2 (đúng hạn 1, quá hạn 1), chưa hoàn thành 3 (trong hạn 1, quá hạn 2)" in words
    assert kept.code in words


def given_by(cast: Cast, number: str, days: int, *tasks: Task) -> Document:
    at = NOW + days * DAY
    document = Document.objects.create(
        file=f"documents/{number}.txt", original_name=f"{number}.txt", sha256=number, size=1, media_type="text/plain",
        number=number, subject="Kết luận", uploaded_by=cast.office, uploaded_at=at, status_at=at,
    )  # fmt: skip
    Task.objects.filter(pk__in=[task.pk for task in tasks]).update(document=document)
    return document


def test_by_document_each_task_counts_once(cast: Cast) -> None:
    health, finance = Owed(AssignmentRole.LEAD, cast.health), Owed(AssignmentRole.LEAD, group=cast.communes)
    old = given_by(cast, "1/TB", -9, add(cast, health, 5, done=-1), add(cast, health, -5, done=-2))
    new = given_by(cast, "2/TB", -1, add(cast, finance, -3), add(cast, health, -3, stop=True), add(cast, health, None))
    given_by(cast, "3/TB", -2, add(cast, health, -3, stop=True))
    add(cast, health, 4)
    found = review_by_document(Task.objects.all(), TODAY)
    assert [(line.name, line.document, [getattr(line, cell) for cell in CELLS]) for line in found.lines] == [
        ("2/TB Kết luận", new.pk, [0, 0, 0, 1, 1]),
        ("1/TB Kết luận", old.pk, [1, 1, 0, 0, 0]),
        ("Không từ văn bản nào", None, [0, 0, 1, 0, 0]),
    ]
    assert found.total == total_of(found.lines)
    assert [task.days for task in found.late] == [3]
    assert thawed(**found.frozen()) == found
    few = review_by_document(Task.objects.all(), TODAY, 1)
    assert [line.name for line in few.lines] == ["2/TB Kết luận", "Các văn bản khác", "Không từ văn bản nào"]
    assert few.total == found.total


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("many", [0, 10_000])
def test_by_document_everybody_counts_what_they_see_once(seed: int, many: int, db: None) -> None:
    office = make_office(seed)
    keep_audiences(now=NOW, many=many)
    for person in office.people:
        tasks = access.visible(person)
        seen = Task.objects.filter(pk__in=list(tasks.values_list("pk", flat=True)))
        whole, few = review_by_document(tasks, TODAY), review_by_document(tasks, TODAY, 2)
        assert whole == review_by_document(seen, TODAY)
        assert few.total == whole.total
        for most in (None, 2):
            found, same = (queries.search(each, "viec 1") for each in (tasks, seen))
            assert review_by_document(found, TODAY, most) == review_by_document(same, TODAY, most)
        assert whole.total.whole + whole.total.no_deadline == seen.exclude(state="cancelled").count()


@time_machine.travel(NOW)
def test_a_review_by_document_is_shown_frozen_and_handed_on(cast: Cast, signed_in: SignIn) -> None:
    document = given_by(cast, "1/TB", 0, add(cast, Owed(AssignmentRole.LEAD, cast.health), -3))
    office = signed_in(cast.office)
    page = office.get("/nhiem-vu/ra-soat/?nhom=van-ban")
    assertContains(page, f"/nhiem-vu/?van-ban={document.pk}")
    assertContains(page, "1 trong 1 nhiệm vụ có thời hạn đang quá hạn")
    office.post("/nhiem-vu/ra-soat/phat-hanh/?nhom=van-ban")
    kept = Review.objects.get()
    assert kept.scope == "Mọi nhiệm vụ; theo văn bản"
    assertContains(office.get(f"/nhiem-vu/ra-soat/{kept.pk}/"), "1/TB Kết luận")
    sheet = openpyxl.load_workbook(io.BytesIO(office.get(f"/nhiem-vu/ra-soat/{kept.pk}.xlsx").content)).active
    assert sheet is not None
    assert [row[0] for row in sheet.iter_rows(values_only=True)][-3:] == ["Văn bản", "1/TB Kết luận", "Tổng số"]
    paper = docx.Document(io.BytesIO(office.get(f"/nhiem-vu/ra-soat/{kept.pk}.docx").content))
    words = "\n".join(paragraph.text for paragraph in paper.paragraphs)
    assert "I. THEO VĂN BẢN" in words
    assert "Tổng số 1 nhiệm vụ có thời hạn hoặc đã xong" in words


def test_by_month_each_task_counts_once(cast: Cast) -> None:
    health, group = Owed(AssignmentRole.LEAD, cast.health), Owed(AssignmentRole.LEAD, group=cast.communes)
    add(cast, health, -3), add(cast, group, 5), add(cast, health, -40, done=-41), add(cast, health, 60, done=-1)
    add(cast, health, None), add(cast, health, 4, stop=True)
    found = review_by_month(Task.objects.all(), TODAY)
    assert [(line.name, line.month, [getattr(line, cell) for cell in CELLS]) for line in found.lines] == [
        ("Tháng 01/2027", "2027-01", [1, 0, 0, 0, 0]),
        ("Tháng 11/2026", "2026-11", [0, 0, 1, 1, 0]),
        ("Tháng 10/2026", "2026-10", [1, 0, 0, 0, 0]),
        ("Chưa có thời hạn", "", [0, 0, 0, 0, 1]),
    ]
    assert (found.total, found.way) == (total_of(found.lines), Way.MONTH)
    assert thawed(**found.frozen()) == found


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("many", [0, 10_000])
def test_by_month_everybody_counts_what_they_see_once(seed: int, many: int, db: None) -> None:
    office = make_office(seed)
    keep_audiences(now=NOW, many=many)
    for person in office.people:
        tasks = access.visible(person)
        seen = Task.objects.filter(pk__in=list(tasks.values_list("pk", flat=True)))
        assert review_by_month(tasks, TODAY) == review_by_month(seen, TODAY)


@time_machine.travel(NOW)
def test_a_review_by_month_is_shown_frozen_and_handed_on(cast: Cast, signed_in: SignIn) -> None:
    add(cast, Owed(AssignmentRole.LEAD, cast.health), -3)
    office = signed_in(cast.office)
    page = office.get("/nhiem-vu/ra-soat/?nhom=thang&tu=05/11/2026")
    assertContains(page, "/nhiem-vu/?tu=05/11/2026&amp;den=30/11/2026")
    assertContains(page, "1 trong 1 nhiệm vụ có thời hạn đang quá hạn")
    office.post("/nhiem-vu/ra-soat/phat-hanh/?nhom=thang")
    kept = Review.objects.get()
    assert kept.scope == "Mọi nhiệm vụ; theo tháng đến hạn"
    assertContains(office.get(f"/nhiem-vu/ra-soat/{kept.pk}/"), "Tháng 11/2026")
    sheet = openpyxl.load_workbook(io.BytesIO(office.get(f"/nhiem-vu/ra-soat/{kept.pk}.xlsx").content)).active
    assert sheet is not None
    assert [row[0] for row in sheet.iter_rows(values_only=True)][-3:] == ["Tháng đến hạn", "Tháng 11/2026", "Tổng số"]
    paper = docx.Document(io.BytesIO(office.get(f"/nhiem-vu/ra-soat/{kept.pk}.docx").content))
    assert "I. THEO THÁNG ĐẾN HẠN" in "\n".join(paragraph.text for paragraph in paper.paragraphs)


def test_an_agency_counts_its_own_and_issues_nothing(tasks: None, cast: Cast, signed_in: SignIn) -> None:
    owner = signed_in(cast.owner)
    page = owner.get("/nhiem-vu/ra-soat/").content.decode()
    assert "Sở Y tế" in page
    assert "Sở Tài chính" not in page
    assert owner.post("/nhiem-vu/ra-soat/phat-hanh/").status_code == 403


@time_machine.travel(NOW)
def test_a_long_review_is_paged_and_every_page_has_the_whole_sum(cast: Cast, signed_in: SignIn) -> None:
    for number in range(3):
        agency = make_agency(f"ban-{number}", f"Ban {number}")
        for _ in range(number + 1):
            add(cast, Owed(AssignmentRole.LEAD, agency), -3)
    office, shown = signed_in(cast.office), []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("dondoc.office.tasks.views.reviews.LINES", 2)
        for page in (1, 2):
            answer = office.get(f"/nhiem-vu/ra-soat/?trang={page}&q=viec")
            shown += [line.name for line in answer.context["page"].object_list]
            assertContains(answer, '<td class="dd-right" data-label="Chưa xong, quá hạn">6</td>')
            assertContains(answer, f"/nhiem-vu/?q=viec&amp;co-quan={Agency.objects.get(name=shown[-1]).pk}")
    assert shown == ["Ban 2", "Ban 1", "Ban 0"]
    sheet = openpyxl.load_workbook(
        io.BytesIO(office.get("/nhiem-vu/ra-soat/xuat-excel/?trang=2&q=viec").content)
    ).active
    assert sheet is not None
    rows = [row[0] for row in sheet.iter_rows(values_only=True)]
    assert rows[1:] == ["Bộ lọc: Tìm: viec", "Tính đến 10/11/2026", "Cơ quan", *shown, "Tổng số"]
