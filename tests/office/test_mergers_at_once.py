"""A merger, and an agency's end, while somebody gives that agency a task or writes in its name."""

from collections.abc import Callable
from datetime import date, timedelta
from urllib.parse import urlencode

import pytest
from django.http import QueryDict

from dondoc.office.agencies.actions import editing, learning, merging
from dondoc.office.agencies.forms import AgencyForm
from dondoc.office.agencies.merging import Plan
from dondoc.office.agencies.models import Agency, Merger, Succession
from dondoc.office.documents.actions import deciding
from dondoc.office.documents.models import Document
from dondoc.office.look.form_pages import done
from dondoc.office.tasks import access
from dondoc.office.tasks.actions import arranging, reporting
from dondoc.office.tasks.actions.arranging import Owed, create_task
from dondoc.office.tasks.actions.reporting import Progress
from dondoc.office.tasks.leading import out_of_step
from dondoc.office.tasks.models import Assignment, AssignmentRole, ProgressReport, Task
from tests.office.at_once import at_once, during
from tests.office.office_cast import NOW, Cast

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgresql]
DAY = date(2026, 11, 1)
ENDED = "“Sở Y tế” vừa được ghi hoạt động đến hết ngày 31/10/2026; hãy xem lại rồi chọn lại."


@pytest.fixture
def task(transactional_db: None, cast: Cast) -> Task:
    """Open, led by the health department."""
    return create_task(text="Rà soát", owed=led_by(cast.health), by=cast.office, now=NOW, product="Báo cáo")


def led_by(agency: Agency) -> list[Owed]:
    return [Owed(AssignmentRole.LEAD, agency)]


def merge(cast: Cast) -> Callable[[], Merger]:
    """The health department becomes a part of finance."""
    plan = Plan((cast.health,), cast.finance, (), DAY, "NQ")
    return lambda: merging.merge(plan=plan, chosen={}, by=cast.admin, now=NOW)


def new_task(cast: Cast) -> Callable[[], Task]:
    return lambda: create_task(text="Việc mới", owed=led_by(cast.health), by=cast.office, now=NOW)


def leads() -> set[str]:
    """Who leads, by the tasks and by their assignments: the same."""
    assert not out_of_step().exists()
    return {row.name for row in Assignment.objects.select_related("agency", "group")}


def test_a_task_given_while_the_merger_begins_moves_with_the_others(task: Task, cast: Cast) -> None:
    assert during(new_task(cast), merge(cast)) == []
    assert leads() == {"Sở Tài chính"}
    assert Task.objects.filter(lead_agency=cast.finance).count() == 2


def test_who_gives_a_task_while_the_merger_is_written_is_told(task: Task, cast: Cast) -> None:
    assert during(merge(cast), new_task(cast)) == [ENDED]
    assert leads() == {"Sở Tài chính"}
    assert Task.objects.count() == 1


def test_who_reassigns_to_an_agency_that_is_just_ended_is_told(task: Task, cast: Cast) -> None:
    other = create_task(text="Việc khác", owed=led_by(cast.finance), by=cast.office, now=NOW)

    def reassign() -> Task:
        return arranging.reassign(task=other, owed=led_by(cast.health), by=cast.office, now=NOW)

    def end() -> Agency:
        return editing.end_agency(
            agency=cast.health,
            last_day=DAY - timedelta(days=1),
            later=[cast.finance],
            decree="",
            by=cast.admin,
            now=NOW,
        )

    assert during(end, reassign) == [ENDED]
    assert Assignment.objects.get(task=other).agency == cast.finance


def test_a_report_in_the_name_of_the_agency_holds_up_no_merger(task: Task, cast: Cast) -> None:
    def report() -> ProgressReport:
        said = Progress("Đang làm")
        return reporting.report_progress(task=task, progress=said, agency=cast.health, by=cast.owner, now=NOW)

    assert during(report, merge(cast)) == []
    assert (ProgressReport.objects.get().agency, leads()) == (cast.health, {"Sở Tài chính"})
    cast.owner.refresh_from_db()
    assert access.visible(cast.owner).get() == task


def test_a_reassignment_and_a_merger_do_not_wait_for_each_other_for_ever(task: Task, cast: Cast) -> None:
    def reassign() -> Task:
        owed = [*led_by(cast.finance), Owed(AssignmentRole.COORDINATING, cast.health)]
        return arranging.reassign(task=task, owed=owed, by=cast.office, now=NOW)

    assert during(reassign, merge(cast)) == []
    assert not out_of_step().exists()
    assert task.assignments.get(role="lead").agency == cast.finance


def test_tasks_confirmed_during_a_merger_move_with_the_others(task: Task, document: Document, cast: Cast) -> None:
    def confirm() -> object:
        return deciding.confirm_all(document=document, by=cast.office, now=NOW)

    elsewhere = Agency.objects.get(code="so-cong-thuong")
    plan = Plan((cast.health,), elsewhere, (), DAY, "NQ")
    assert during(confirm, lambda: merging.merge(plan=plan, chosen={}, by=cast.admin, now=NOW)) == []
    assert leads() == {"Sở Công Thương", "Sở Tài chính", "UBND các xã, phường"}


def test_one_agency_is_merged_by_two_into_different_ones(task: Task, cast: Cast) -> None:
    elsewhere = Agency.objects.get(code="so-cong-thuong")
    other = Plan((cast.health,), elsewhere, (), DAY, "QĐ")
    refused = at_once(merge(cast), lambda: merging.merge(plan=other, chosen={}, by=cast.admin, now=NOW))
    assert refused == [ENDED]
    (merger,) = Merger.objects.all()
    assert task.assignments.get().agency == merger.later
    assert Succession.objects.filter(earlier=cast.health).count() == 1


def test_two_agencies_merged_into_each_other_at_once_do_not_both_end(task: Task, cast: Cast) -> None:
    back = Plan((cast.finance,), cast.health, (), DAY, "QĐ")
    refused = at_once(merge(cast), lambda: merging.merge(plan=back, chosen={}, by=cast.admin, now=NOW))
    assert len(refused) == 1
    assert Agency.objects.filter(valid_to__isnull=False).count() == 1
    assert Succession.objects.count() == 1


def test_a_merger_is_undone_once(task: Task, cast: Cast) -> None:
    merger = merge(cast)()

    def undo() -> Merger:
        return merging.undo_merger(merger=merger, by=cast.admin, now=NOW)

    assert at_once(undo, undo) == ["Việc sáp nhập này đã được hoàn tác."]
    assert leads() == {"Sở Y tế"}
    cast.owner.refresh_from_db()
    assert cast.owner.agency == cast.health


def test_two_agencies_of_one_code_made_at_once(transactional_db: None, cast: Cast) -> None:
    values = {"code": "so-noi-vu", "name": "Sở Nội vụ", "kind": "department", "level": "province"}
    form = AgencyForm(QueryDict(urlencode(values)))

    def create() -> Agency:
        return editing.create_agency(values=values, by=cast.admin, now=NOW)

    assert during(create, lambda: done(form, create)) == []
    assert form.non_field_errors() == ["Có người vừa lưu cùng tên hoặc cùng mã này; hãy xem lại rồi gửi lần nữa."]
    assert Agency.objects.filter(code="so-noi-vu").count() == 1


def test_a_name_is_given_to_one_of_two(task: Task, cast: Cast) -> None:
    Assignment.objects.create(task=task, role="coordinating", written="Cơ quan tài vụ")

    def learn(owner: Agency) -> Callable[[], int]:
        return lambda: learning.learn_name(name="Cơ quan tài vụ", owner=owner, by=cast.office, now=NOW)

    elsewhere = Agency.objects.get(code="so-cong-thuong")
    refused = at_once(learn(cast.finance), learn(elsewhere))
    assert refused == ["Không còn dòng nào chờ tên “Cơ quan tài vụ”; hãy tải lại trang."]
    (row,) = task.assignments.filter(role="coordinating")
    assert row.agency in (cast.finance, elsewhere)
    assert row.agency is not None
    assert row.agency.aliases.filter(name="Cơ quan tài vụ").exists()
