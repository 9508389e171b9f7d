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
from dondoc.office.tasks.actions import arranging, finishing, reporting
from dondoc.office.tasks.actions.arranging import Owed
from dondoc.office.tasks.actions.reporting import Progress, Proof
from dondoc.office.tasks.models import AssignmentRole, Grade, Review, Task
from dondoc.office.tasks.reviewing import review, total_of
from tests.office.office_cast import NOW, TODAY, Cast, make_agency

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


def test_an_agency_counts_its_own_and_issues_nothing(tasks: None, cast: Cast, signed_in: SignIn) -> None:
    owner = signed_in(cast.owner)
    page = owner.get("/nhiem-vu/ra-soat/").content.decode()
    assert "Sở Y tế" in page
    assert "Sở Tài chính" not in page
    assert owner.post("/nhiem-vu/ra-soat/phat-hanh/").status_code == 403
