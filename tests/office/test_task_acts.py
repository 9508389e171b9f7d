"""A task from the sentence to acceptance: who may end it, what it needs, and what stays written down."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction

from dondoc.office.audit.models import Entry
from dondoc.office.refusal import Refusal
from dondoc.office.rules.actions import change_rules
from dondoc.office.tasks.actions import arranging, extending, finishing, reporting, talking
from dondoc.office.tasks.actions.acting import Overtaken
from dondoc.office.tasks.actions.arranging import Owed
from dondoc.office.tasks.actions.repeating import make_next_turns
from dondoc.office.tasks.actions.reporting import Progress, Proof
from dondoc.office.tasks.models import AssignmentRole, Grade, Submission, SubmissionAnswer, Task, TaskState
from dondoc.office.tasks.queries import standing_of
from dondoc.office.tasks.recurring import next_day
from dondoc.office.tasks.standing import Standing
from tests.office.office_cast import NOW, TODAY, Cast

DAY = timedelta(days=1)


@pytest.fixture
def task(cast: Cast) -> Task:
    """A task of the health department, due in ten days."""
    owed = [Owed(AssignmentRole.LEAD, cast.health), Owed(AssignmentRole.COORDINATING, cast.finance)]
    return arranging.create_task(
        text="Rà soát giường bệnh", owed=owed, by=cast.office, now=NOW, deadline=TODAY + 10 * DAY, product="Báo cáo"
    )


def hand_in(task: Task, cast: Cast, day: date = TODAY) -> Submission:
    proof = Proof(day=day, number="120/BC-SYT", title="Báo cáo rà soát")
    reporting.add_evidence(task=task, proof=proof, agency=cast.health, by=cast.owner, now=NOW)
    return finishing.submit(task=task, summary="Đã rà soát", agency=cast.health, by=cast.owner, now=NOW)


def test_nothing_is_handed_in_without_evidence(task: Task, cast: Cast) -> None:
    with pytest.raises(Refusal, match="minh chứng"):
        finishing.submit(task=task, summary="Xong", agency=cast.health, by=cast.owner, now=NOW)


def test_the_day_of_the_evidence_decides_on_time_or_late(task: Task, cast: Cast) -> None:
    hand_in(task, cast, TODAY - DAY)
    finishing.accept(task=task, grade=Grade.MET, by=cast.office, now=NOW + 30 * DAY)
    task.refresh_from_db()
    assert (task.state, task.finished_on, task.grade) == (TaskState.DONE, TODAY - DAY, Grade.MET)
    assert standing_of(task, TODAY + 30 * DAY) == Standing.DONE_ON_TIME


def test_a_file_bears_the_day_on_which_it_came_in(task: Task, cast: Cast) -> None:
    proof = Proof(day=TODAY - 9 * DAY, file=ContentFile(b"scan", name="anh.pdf"))
    kept = reporting.add_evidence(task=task, proof=proof, agency=cast.health, by=cast.owner, now=NOW)
    assert kept.day == TODAY
    with kept.file.open() as opened:
        assert opened.read() == b"scan"


def test_evidence_of_tomorrow_is_refused(task: Task, cast: Cast) -> None:
    with pytest.raises(Refusal, match="tương lai"):
        reporting.add_evidence(
            task=task, proof=Proof(day=TODAY + DAY, number="1/BC"), agency=cast.health, by=cast.owner, now=NOW
        )


def test_nobody_accepts_what_they_handed_in(task: Task, cast: Cast) -> None:
    reporting.add_evidence(task=task, proof=Proof(day=TODAY, number="1/BC"), agency=None, by=cast.office, now=NOW)
    finishing.submit(task=task, summary="Xong", agency=None, by=cast.office, now=NOW)
    with pytest.raises(Refusal, match="người khác"):
        finishing.accept(task=task, grade=Grade.MET, by=cast.office, now=NOW)
    with pytest.raises(IntegrityError), transaction.atomic():
        Submission.objects.update(answer=SubmissionAnswer.ACCEPTED, answered_by=cast.office)


def test_a_returned_task_is_open_again_and_its_deadline_runs_on(task: Task, cast: Cast) -> None:
    hand_in(task, cast)
    with pytest.raises(Refusal, match="lý do"):
        finishing.return_result(task=task, reason=" ", by=cast.office, now=NOW)
    finishing.return_result(task=task, reason="Thiếu phụ lục", by=cast.office, now=NOW)
    task.refresh_from_db()
    assert (task.state, task.returned_reason, task.submitted_on) == (TaskState.OPEN, "Thiếu phụ lục", None)
    assert standing_of(task, TODAY + 11 * DAY) == Standing.OVERDUE
    hand_in(task, cast)
    assert task.submissions.count() == 2


def test_a_result_is_taken_back_before_an_answer(task: Task, cast: Cast) -> None:
    hand_in(task, cast)
    finishing.take_back(task=task, by=cast.owner, now=NOW)
    task.refresh_from_db()
    assert task.state == TaskState.OPEN
    with pytest.raises(Refusal, match="chờ nghiệm thu"):
        finishing.accept(task=task, grade=Grade.MET, by=cast.office, now=NOW)


def test_an_extension_moves_the_deadline_and_the_first_one_stays(task: Task, cast: Cast) -> None:
    wanted = TODAY + 20 * DAY
    extending.ask_extension(task=task, wanted=wanted, reason="Chờ số liệu", agency=cast.health, by=cast.owner, now=NOW)
    extending.grant_extension(task=task, until=TODAY + 15 * DAY, by=cast.leader, now=NOW)
    task.refresh_from_db()
    assert (task.deadline, task.first_deadline) == (TODAY + 15 * DAY, TODAY + 10 * DAY)


def test_the_rules_say_who_grants_how_early_and_how_often(task: Task, cast: Cast) -> None:
    change_rules(
        values={"extension_by": "leader", "extension_days_before": 3, "extension_most": 1}, by=cast.admin, now=NOW
    )

    def ask(now_plus: int = 0) -> None:
        extending.ask_extension(
            task=task, wanted=TODAY + 30 * DAY, reason="Mưa lũ", agency=cast.health, by=cast.owner,
            now=NOW + now_plus * DAY,
        )  # fmt: skip

    with pytest.raises(Refusal, match="trước hạn ít nhất 3 ngày"):
        ask(now_plus=8)
    ask()
    with pytest.raises(Refusal, match="lãnh đạo"):
        extending.grant_extension(task=task, until=TODAY + 15 * DAY, by=cast.office, now=NOW)
    extending.grant_extension(task=task, until=TODAY + 15 * DAY, by=cast.leader, now=NOW)
    task.refresh_from_db()
    with pytest.raises(Refusal, match="hết số lần"):
        ask()


def test_the_second_of_two_editors_is_told_and_loses_nothing(task: Task, cast: Cast) -> None:
    seen = task.version
    arranging.edit(task=task, product="Kế hoạch", version=seen, by=cast.leader, now=NOW)
    with pytest.raises(Overtaken, match="Leader vừa sửa"):
        arranging.edit(task=task, product="Đề án", version=seen, by=cast.office, now=NOW)
    talking.comment(task=task, text="Đã xem", by=cast.leader, now=NOW)
    task.refresh_from_db()
    assert (task.product, task.version) == ("Kế hoạch", seen + 1)


def test_a_deadline_moves_only_with_a_reason(task: Task, cast: Cast) -> None:
    with pytest.raises(Refusal, match="lý do"):
        arranging.edit(task=task, deadline=TODAY + 40 * DAY, by=cast.office, now=NOW)
    arranging.edit(task=task, deadline=TODAY + 40 * DAY, reason="Ghi nhầm năm", by=cast.office, now=NOW)
    task.refresh_from_db()
    assert (task.deadline, task.first_deadline) == (TODAY + 40 * DAY, TODAY + 10 * DAY)


def test_a_part_ends_within_the_whole_and_holds_it_open(task: Task, cast: Cast) -> None:
    owed = [Owed(AssignmentRole.LEAD, cast.finance)]
    with pytest.raises(Refusal, match="nhiệm vụ lớn"):
        arranging.create_task(
            text="Kinh phí", owed=owed, parent=task, deadline=TODAY + 11 * DAY, by=cast.office, now=NOW
        )
    part = arranging.create_task(
        text="Kinh phí", owed=owed, parent=task, deadline=TODAY + 9 * DAY, by=cast.office, now=NOW
    )
    with pytest.raises(Refusal, match="1 nhiệm vụ con"):
        hand_in(task, cast)
    arranging.cancel(task=part, reason="Gộp", by=cast.office, now=NOW)
    assert hand_in(task, cast).pk


def test_waiting_needs_a_condition_and_a_day(task: Task, cast: Cast) -> None:
    with pytest.raises(Refusal, match="điều kiện"):
        arranging.wait(task=task, waiting_for="", look_again=TODAY, by=cast.office, now=NOW)
    arranging.wait(task=task, waiting_for="Bộ Y tế ban hành thông tư", look_again=TODAY, by=cast.office, now=NOW)
    task.refresh_from_db()
    assert standing_of(task, TODAY + 90 * DAY) == Standing.WAITING
    arranging.resume(task=task, by=cast.office, now=NOW)
    task.refresh_from_db()
    assert (task.state, task.waiting_for) == (TaskState.OPEN, "")


def test_reassigning_keeps_what_was_reported(task: Task, cast: Cast) -> None:
    progress = Progress("Đã xong 5/9 bệnh viện", share=55)
    reporting.report_progress(task=task, progress=progress, agency=cast.health, by=cast.owner, now=NOW)
    arranging.reassign(task=task, owed=[Owed(AssignmentRole.LEAD, cast.finance)], by=cast.leader, now=NOW)
    assert [row.name for row in task.assignments.all()] == ["Sở Tài chính"]
    assert task.reports.get().share == 55


def test_tasks_do_not_continue_each_other_in_a_ring(task: Task, cast: Cast) -> None:
    later = arranging.create_task(
        text="Tiếp tục rà soát", owed=[Owed(AssignmentRole.LEAD, cast.health)], by=cast.office, now=NOW
    )
    arranging.continue_from(task=later, earlier=task, by=cast.office, now=NOW)
    with pytest.raises(Refusal, match="lẫn nhau"):
        arranging.continue_from(task=task, earlier=later, by=cast.office, now=NOW)


@pytest.mark.parametrize(
    ("recurrence", "on", "after", "expected"),
    [
        ("weekly", 5, date(2026, 11, 20), date(2026, 11, 27)),
        ("weekly", 1, date(2026, 11, 20), date(2026, 11, 23)),
        ("monthly", 31, date(2026, 1, 31), date(2026, 2, 28)),
        ("quarterly", 15, date(2026, 12, 20), date(2027, 3, 15)),
        ("yearly", 29, date(2028, 2, 29), date(2029, 2, 28)),
    ],
)
def test_a_recurring_task_falls_due_next(recurrence: str, on: int, after: date, expected: date) -> None:
    assert next_day(recurrence, on, after) == expected


def test_the_next_turn_is_made_once(cast: Cast) -> None:
    task = arranging.create_task(
        text="Báo cáo tháng", owed=[Owed(AssignmentRole.LEAD, cast.health)], deadline=TODAY - DAY, recurrence="monthly",
        recurs_on=9, by=cast.office, now=NOW,
    )  # fmt: skip
    (turn,) = make_next_turns(now=NOW)
    assert (turn.continues, turn.deadline) == (task, date(2026, 12, 9))
    assert [row.name for row in turn.assignments.all()] == ["Sở Y tế"]
    assert make_next_turns(now=NOW) == []


@pytest.mark.parametrize(
    ("recurrence", "deadline", "expected"),
    [
        ("weekly", date(2026, 11, 6), date(2026, 11, 13)),  # every Friday, seen on a Tuesday
        ("monthly", date(2026, 10, 31), date(2026, 11, 30)),
        ("quarterly", date(2026, 9, 30), date(2026, 12, 31)),  # of the last month of each quarter
        ("quarterly", date(2026, 3, 15), date(2026, 12, 15)),  # turns that nobody made are passed over
        ("yearly", date(2025, 12, 31), date(2026, 12, 31)),
        ("yearly", date(2026, 6, 30), date(2027, 6, 30)),
    ],
)
def test_turns_are_counted_from_deadline_to_deadline(
    cast: Cast, recurrence: str, deadline: date, expected: date
) -> None:
    on = deadline.isoweekday() if recurrence == "weekly" else 31 if deadline.day >= 30 else deadline.day
    owed = [Owed(AssignmentRole.LEAD, cast.health)]
    parts: dict[str, Any] = {"deadline": deadline, "recurrence": recurrence, "recurs_on": on}
    arranging.create_task(text="Báo cáo", owed=owed, by=cast.office, now=NOW, **parts)
    (turn,) = make_next_turns(now=NOW)
    assert turn.deadline == expected


def test_turns_to_come_keep_nobody_waiting(cast: Cast) -> None:
    owed = [Owed(AssignmentRole.LEAD, cast.health)]
    for days in (5, 6, -1):
        parts: dict[str, Any] = {"deadline": TODAY + days * DAY, "recurrence": "monthly", "recurs_on": 9}
        arranging.create_task(text=f"Báo cáo {days}", owed=owed, by=cast.office, now=NOW, **parts)
    assert [turn.text for turn in make_next_turns(now=NOW, most=1)] == ["Báo cáo -1"]


ACTS: list[tuple[str, Callable[[Task, Cast], object]]] = [
    ("report", lambda t, c: reporting.report_progress(
        task=t, progress=Progress("Đang làm"), agency=c.health, by=c.owner, now=NOW)),
    ("evidence", lambda t, c: reporting.add_evidence(
        task=t, proof=Proof(day=TODAY, number="1/BC"), agency=c.health, by=c.owner, now=NOW)),
    ("edit", lambda t, c: arranging.edit(task=t, product="Đề án", by=c.office, now=NOW)),
    ("reassign", lambda t, c: arranging.reassign(
        task=t, owed=[Owed(AssignmentRole.LEAD, c.finance)], by=c.office, now=NOW)),
    ("wait", lambda t, c: arranging.wait(task=t, waiting_for="Luật", look_again=TODAY, by=c.office, now=NOW)),
    ("cancel", lambda t, c: arranging.cancel(task=t, reason="Trùng", by=c.office, now=NOW)),
    ("instruct", lambda t, c: talking.instruct(task=t, text="Làm gấp", reply_due=TODAY, by=c.leader, now=NOW)),
    ("comment", lambda t, c: talking.comment(task=t, text="@owner xem giúp", by=c.office, now=NOW)),
    ("watch", lambda t, c: talking.watch(task=t, on=True, by=c.viewer, now=NOW)),
    ("extension_ask", lambda t, c: extending.ask_extension(
        task=t, wanted=TODAY + 20 * DAY, reason="Mưa", agency=c.health, by=c.owner, now=NOW)),
    ("submit", lambda t, c: hand_in(t, c)),
]  # fmt: skip


@pytest.mark.parametrize(("name", "act"), ACTS, ids=[name for name, _act in ACTS])
def test_every_act_leaves_its_audit_row(task: Task, cast: Cast, name: str, act: Callable[[Task, Cast], object]) -> None:
    act(task, cast)
    entries = Entry.objects.filter(object_type="tasks.task", object_id=task.pk)
    assert f"task.{name}" in {entry.action for entry in entries}


def test_a_mention_finds_the_person(task: Task, cast: Cast) -> None:
    made = talking.comment(task=task, text="Nhờ @owner và @khong-co xem", by=cast.office, now=NOW)
    assert list(made.mentions.all()) == [cast.owner]
