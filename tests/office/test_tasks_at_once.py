"""Two people who do something to one task at the same moment: nothing is lost, and the second is told."""

from datetime import timedelta

import pytest
from django.db.models import QuerySet

from dondoc.office.accounts.models import User
from dondoc.office.audit.models import Entry
from dondoc.office.documents.models import Document
from dondoc.office.tasks.actions import (
    arranging,
    creating,
    extending,
    finishing,
    offering,
    repeating,
    reporting,
    reviewing,
    talking,
    together,
)
from dondoc.office.tasks.actions.arranging import Owed, create_task
from dondoc.office.tasks.actions.reporting import Progress, Proof
from dondoc.office.tasks.actions.together import Together, Wanted
from dondoc.office.tasks.models import (
    Assignment,
    AssignmentRole,
    Extension,
    Grade,
    Offer,
    ProgressReport,
    Review,
    Submission,
    Task,
    Watch,
)
from tests.office.at_once import at_once, behind
from tests.office.office_cast import NOW, TODAY, Cast

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgresql]
LATE = NOW + timedelta(minutes=5)
LATER = TODAY + timedelta(days=40)


@pytest.fixture
def task(transactional_db: None, cast: Cast) -> Task:
    """Open, led by the health department, with evidence."""
    owed = [Owed(AssignmentRole.LEAD, cast.health), Owed(AssignmentRole.COORDINATING, cast.finance)]
    made = create_task(text="Rà soát trường học", owed=owed, by=cast.office, now=NOW, deadline=LATER, product="Báo cáo")
    proof = Proof(day=TODAY, number="1/BC")
    reporting.add_evidence(task=made, proof=proof, agency=cast.health, by=cast.owner, now=NOW)
    made.refresh_from_db()
    return made


def own(task: Task) -> QuerySet[Task]:
    return Task.objects.filter(pk=task.pk)


def done(task: Task, action: str) -> int:
    """How often the audit says so."""
    return Entry.objects.filter(action=f"task.{action}", object_id=str(task.pk)).count()


def hand_in(task: Task, cast: Cast, version: int | None = None) -> object:
    return finishing.submit(task=task, summary="Xong", agency=cast.health, by=cast.owner, now=NOW, version=version)


def test_one_result_is_handed_in_by_two(task: Task, cast: Cast) -> None:
    refused = behind(own(task), lambda: hand_in(task, cast), lambda: hand_in(task, cast))
    assert refused == ["Nhiệm vụ đang ở tình trạng “Đã nộp kết quả” nên không nộp được kết quả."]
    assert (Submission.objects.count(), done(task, "submit")) == (1, 1)


def test_one_result_is_accepted_by_two(task: Task, cast: Cast) -> None:
    hand_in(task, cast)
    refused = behind(
        own(task),
        lambda: finishing.accept(task=task, grade=Grade.GOOD, by=cast.office, now=NOW),
        lambda: finishing.accept(task=task, grade=Grade.MET, by=cast.leader, now=NOW),
    )
    task.refresh_from_db()
    (submission,) = Submission.objects.all()
    assert len(refused) == 1
    assert "chờ nghiệm thu" in refused[0]
    assert (task.state, task.grade, done(task, "accept")) == ("done", submission.grade, 1)


def test_a_result_is_accepted_by_one_and_returned_by_the_other(task: Task, cast: Cast) -> None:
    hand_in(task, cast)
    refused = behind(
        own(task),
        lambda: finishing.accept(task=task, grade=Grade.GOOD, by=cast.office, now=NOW),
        lambda: finishing.return_result(task=task, reason="Thiếu phụ lục", by=cast.leader, now=NOW),
    )
    task.refresh_from_db()
    assert len(refused) == 1
    assert {"done": "accepted", "open": "returned"}[task.state] == Submission.objects.get().answer
    assert done(task, "accept") + done(task, "return") == 1


def test_a_result_is_taken_back_while_it_is_accepted(task: Task, cast: Cast) -> None:
    hand_in(task, cast)
    refused = behind(
        own(task),
        lambda: finishing.accept(task=task, grade=Grade.GOOD, by=cast.office, now=NOW),
        lambda: finishing.take_back(task=task, by=cast.owner, now=NOW),
    )
    task.refresh_from_db()
    assert len(refused) == 1
    assert {"done": "accepted", "open": "taken_back"}[task.state] == Submission.objects.get().answer


def test_evidence_is_withdrawn_while_the_result_is_handed_in(task: Task, cast: Cast) -> None:
    (evidence,) = task.evidence.all()
    refused = behind(
        own(task),
        lambda: hand_in(task, cast),
        lambda: reporting.withdraw_evidence(evidence=evidence, by=cast.office, now=NOW),
    )
    task.refresh_from_db()
    evidence.refresh_from_db()
    assert len(refused) == 1
    assert (task.state == "submitted") is (evidence.withdrawn_at is None)


def test_the_second_who_edits_is_told_by_whom(task: Task, cast: Cast) -> None:
    seen = task.version
    refused = behind(
        own(task),
        lambda: arranging.edit(task=task, product="Đề án", by=cast.office, now=NOW, version=seen),
        lambda: arranging.edit(task=task, product="Kế hoạch", by=cast.leader, now=NOW, version=seen),
    )
    task.refresh_from_db()
    assert len(refused) == 1
    assert refused[0].startswith(f"{task.changed_by} vừa sửa nhiệm vụ này lúc 09:00 10/11/2026")
    assert (task.product, task.version) == ({"Office": "Đề án", "Leader": "Kế hoạch"}[str(task.changed_by)], seen + 1)


def test_reassigned_by_two_it_has_the_agencies_of_one(task: Task, cast: Cast) -> None:
    seen = task.version
    refused = behind(
        own(task),
        lambda: arranging.reassign(
            task=task, owed=[Owed(AssignmentRole.LEAD, cast.finance)], by=cast.office, now=NOW, version=seen
        ),
        lambda: arranging.reassign(
            task=task, owed=[Owed(AssignmentRole.LEAD, None, cast.communes)], by=cast.leader, now=NOW, version=seen
        ),
    )
    task.refresh_from_db()
    (row,) = Assignment.objects.filter(task=task)
    assert len(refused) == 1
    assert "vừa sửa nhiệm vụ này" in refused[0]
    assert (task.leads, task.lead_agency_id, task.lead_group_id) == (1, row.agency_id, row.group_id)


def test_what_is_said_beside_a_task_overtakes_nobody(task: Task, cast: Cast) -> None:
    seen = task.version
    said = Progress("Đang rà soát", share=40)
    refused = behind(
        own(task),
        lambda: arranging.edit(task=task, product="Đề án", by=cast.office, now=NOW, version=seen),
        lambda: reporting.report_progress(task=task, progress=said, agency=cast.health, by=cast.owner, now=NOW),
        lambda: talking.comment(task=task, text="@owner xem giúp", by=cast.leader, now=NOW),
        lambda: talking.watch(task=task, on=True, by=cast.leader, now=NOW),
        lambda: talking.watch(task=task, on=True, by=cast.leader, now=NOW),
    )
    task.refresh_from_db()
    assert refused == []
    assert (task.product, ProgressReport.objects.count(), task.comments.count()) == ("Đề án", 1, 1)
    assert Watch.objects.filter(task=task, person=cast.leader).count() == 1


def test_more_time_is_asked_for_once_and_answered_once(task: Task, cast: Cast) -> None:
    def ask() -> object:
        return extending.ask_extension(
            task=task, wanted=LATER + timedelta(days=9), reason="Mưa", agency=cast.health, by=cast.owner, now=NOW
        )

    assert behind(own(task), ask, ask) == ["Đã có đề nghị gia hạn đang chờ trả lời."]
    refused = behind(
        own(task),
        lambda: extending.grant_extension(task=task, until=LATER + timedelta(days=5), by=cast.office, now=NOW),
        lambda: extending.refuse_extension(task=task, reason="Gấp", by=cast.leader, now=NOW),
    )
    task.refresh_from_db()
    (extension,) = Extension.objects.all()
    assert refused == ["Không có đề nghị gia hạn nào đang chờ trả lời; hãy tải lại trang."]
    assert (extension.answer == "granted") is (task.deadline == LATER + timedelta(days=5))


def test_an_instruction_is_answered_once(task: Task, cast: Cast) -> None:
    told = talking.instruct(task=task, text="Làm gấp", reply_due=None, by=cast.leader, now=NOW)
    refused = behind(
        own(task),
        lambda: talking.reply(instruction=told, text="Vâng", by=cast.owner, now=NOW),
        lambda: talking.reply(instruction=told, text="Đã rõ", by=cast.office, now=NOW),
    )
    told.refresh_from_db()
    assert refused == ["Ý kiến này đã được trả lời; hãy dùng phần Trao đổi để nói thêm."]
    assert told.reply == {cast.owner.pk: "Vâng", cast.office.pk: "Đã rõ"}[told.replied_by_id or 0]
    assert done(task, "reply") == 1


def test_a_part_is_added_while_the_whole_is_handed_in(task: Task, cast: Cast) -> None:
    refused = behind(
        own(task),
        lambda: hand_in(task, cast),
        lambda: create_task(
            text="Phần một", owed=[Owed(AssignmentRole.LEAD, cast.finance)], parent=task, by=cast.office, now=NOW
        ),
    )
    task.refresh_from_db()
    parts = task.subtasks.count()
    # Whoever comes first: a part of a task that waits for acceptance is work that can still be told.
    assert len(refused) in (0, 1)
    assert task.state == "submitted" or parts == 1
    assert Task.objects.count() == 1 + parts


def test_two_stop_the_same_tasks_in_another_order(task: Task, cast: Cast) -> None:
    owed = [Owed(AssignmentRole.LEAD, cast.health)]
    tasks = [task, *(create_task(text=f"Việc {n}", owed=owed, by=cast.office, now=NOW) for n in range(4))]
    wanted = Wanted(Together.CANCEL, reason="Trùng")
    outcomes: list[int] = []

    def stop(some: list[Task], by: User) -> None:
        found = together.do_to_all(tasks=some, wanted=wanted, by=by, now=NOW)
        outcomes.append(sum(not each.refused for each in found))

    at_once(lambda: stop(tasks, cast.office), lambda: stop(tasks[::-1], cast.leader))
    assert sorted(outcomes) == [0, 5]
    assert Entry.objects.filter(action="task.cancel").count() == 5


def test_an_offer_is_taken_or_declined(task: Task, cast: Cast, document: Document) -> None:
    offer = Offer.objects.create(
        kind="evidence", task=task, document=document, start=0, score=1.0, sentence="Đã rà soát.", at=NOW
    )
    refused = behind(
        own(task),
        lambda: offering.take_offer(offer=offer, by=cast.office, now=NOW),
        lambda: offering.decline_offer(offer=offer, by=cast.leader, now=NOW),
    )
    offer.refresh_from_db()
    assert len(refused) == 1
    assert task.evidence.count() == (2 if offer.state == "taken" else 1)


def test_the_next_turn_of_a_task_is_made_once(task: Task, cast: Cast) -> None:
    arranging.edit(task=task, recurrence="monthly", recurs_on=9, by=cast.office, now=NOW)
    after = NOW + timedelta(days=41)
    behind(own(task), lambda: repeating.make_next_turns(now=after), lambda: repeating.make_next_turns(now=after))
    assert Task.objects.filter(continues=task).count() == 1


def test_two_reviews_issued_at_once_have_two_codes(task: Task, cast: Cast) -> None:
    def issue(by: User) -> object:
        return reviewing.issue_review(tasks=Task.objects.all(), scope="", by=by, now=NOW)

    at_once(*(lambda by=by: issue(by) for by in (cast.office, cast.leader, cast.admin)))
    at_once(*(lambda by=by: issue(by) for by in (cast.office, cast.leader, cast.admin)))
    codes = sorted(Review.objects.values_list("code", flat=True))
    assert codes == [f"RS-2026-00{number}" for number in range(1, 7)]


def test_a_task_is_withdrawn_while_somebody_reports_on_it(task: Task, cast: Cast) -> None:
    fresh = create_task(text="Nhầm", owed=[Owed(AssignmentRole.LEAD, cast.health)], by=cast.office, now=NOW)
    said = Progress("Đang làm")
    refused = behind(
        own(fresh),
        lambda: creating.withdraw_task(task=fresh, by=cast.office, now=NOW),
        lambda: reporting.report_progress(task=fresh, progress=said, agency=cast.health, by=cast.owner, now=LATE),
    )
    assert len(refused) == 1
    assert own(fresh).exists() is (ProgressReport.objects.count() == 1)
