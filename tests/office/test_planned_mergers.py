"""A merger of a day to come: kept, shown, called off, and carried out on its day and not before."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.test import Client
from pytest_django.asserts import assertContains, assertNotContains

from dondoc.office.accounts.models import Role, User
from dondoc.office.agencies.actions import queueing
from dondoc.office.agencies.actions.merging import merge, undo_merger
from dondoc.office.agencies.actions.planning import cancel_planned, plan_again, plan_merger
from dondoc.office.agencies.merging import Plan
from dondoc.office.agencies.models import Agency, Merger, MergerJob
from dondoc.office.audit.models import Entry
from dondoc.office.refusal import Refusal
from dondoc.office.reminders.models import Notice
from dondoc.office.tasks.models import Assignment, AssignmentRole, Task
from tests.office.office_cast import NOW, Cast, make_agency

SignIn = Callable[[User], Client]
DAY = date(2026, 12, 1)
# One minute before midnight of the office's own clock, and one after.
EVE = datetime(2026, 11, 30, 16, 59, tzinfo=UTC)
MORNING = datetime(2026, 11, 30, 17, 1, tzinfo=UTC)
FORM = {"earlier": ["Sở Lao động"], "day": "01/12/2026", "decree": "NQ 1", "buoc": "lam"}


@pytest.fixture
def labour(cast: Cast) -> Agency:
    """A department with two tasks and a person."""
    made = make_agency("so-ld", "Sở Lao động")
    for number in range(2):
        give(made, f"Việc {number}")
    User.objects.create_user(username="hoa", full_name="Hoa", role=Role.FOCAL, agency=made)
    return made


def give(agency: Agency, text: str) -> Task:
    task = Task.objects.create(text=text, created_at=NOW, changed_at=NOW)
    Assignment.objects.create(task=task, role=AssignmentRole.LEAD, agency=agency, written=agency.name)
    return task


def plan(cast: Cast, labour: Agency) -> MergerJob:
    asked = Plan((labour,), cast.finance, (), DAY, "NQ 1")
    return plan_merger(plan=asked, chosen={}, rows=3, by=cast.admin, now=NOW)


def pass_to(now: datetime) -> None:
    """What the scheduler and the worker do when it is ``now``."""
    queueing.requeue_unfinished(now=now)
    for job in MergerJob.objects.filter(queued_at__isnull=False, ended_at__isnull=True):
        queueing.work_off(job_pk=job.pk, now=now)


def test_until_its_day_everything_stays_where_it_is(cast: Cast, labour: Agency) -> None:
    with pytest.raises(Refusal, match="Chưa đến ngày sáp nhập 01/12/2026"):
        merge(plan=Plan((labour,), cast.finance, (), DAY, ""), chosen={}, by=cast.admin, now=NOW)
    job = plan(cast, labour)
    pass_to(EVE)
    labour.refresh_from_db()
    assert (labour.valid_to, Merger.objects.count()) == (None, 0)
    assert Assignment.objects.filter(agency=labour).count() == 2
    give(labour, "Giao sau khi hẹn")
    pass_to(MORNING)
    labour.refresh_from_db()
    job.refresh_from_db()
    assert labour.valid_to == date(2026, 11, 30)
    assert Assignment.objects.filter(agency=cast.finance).count() == 3
    assert User.objects.get(username="hoa").agency == cast.finance
    assert job.merger == Merger.objects.get()
    assert Entry.objects.earliest("pk").action == "merger.plan"
    assert Entry.objects.get(action="merger.carry_out").by == cast.admin
    told = Notice.objects.get()
    assert (told.person, told.text) == (cast.admin, "Đã sáp nhập vào Sở Tài chính")
    assert told.address == f"/co-quan/sap-nhap/viec/{job.pk}/"
    undo_merger(merger=job.merger, by=cast.admin, now=MORNING + timedelta(days=1))
    assert Assignment.objects.filter(agency=labour).count() == 3


def test_a_day_on_which_nothing_ran_is_made_up_for(cast: Cast, labour: Agency) -> None:
    plan(cast, labour)
    assert queueing.requeue_unfinished(now=EVE, all_of_them=True) == 0
    pass_to(MORNING + timedelta(days=3))
    assert Merger.objects.get().day == DAY
    pass_to(MORNING + timedelta(days=4))
    assert Merger.objects.count() == 1


def test_what_is_called_off_is_not_done_and_may_be_planned_again(cast: Cast, labour: Agency) -> None:
    job = plan(cast, labour)
    cancel_planned(job=job, by=cast.admin, now=NOW)
    with pytest.raises(Refusal, match="không còn chờ"):
        cancel_planned(job=job, by=cast.admin, now=NOW)
    pass_to(MORNING)
    assert not Merger.objects.exists()
    with pytest.raises(Refusal, match="Không hẹn lại được"):
        plan_again(job=job, by=cast.admin, now=MORNING)
    plan_again(job=job, by=cast.admin, now=EVE - timedelta(days=1))
    pass_to(MORNING)
    assert Merger.objects.get().later == cast.finance
    assert set(Entry.objects.values_list("action", flat=True)) >= {"merger.plan", "merger.call_off", "merger.carry_out"}


def test_an_agency_is_planned_to_end_once(cast: Cast, labour: Agency) -> None:
    plan(cast, labour)
    with pytest.raises(Refusal, match="đã hẹn sáp nhập từ ngày 01/12/2026"):
        plan(cast, labour)


def test_an_heir_must_exist_on_the_day(cast: Cast, labour: Agency) -> None:
    new = make_agency("so-moi", "Sở Mới", valid_from=date(2026, 12, 2))
    with pytest.raises(Refusal, match="“Sở Mới” không hoạt động vào ngày 01/12/2026"):
        plan_merger(plan=Plan((labour,), new, (), DAY, ""), chosen={}, rows=0, by=cast.admin, now=NOW)
    Agency.objects.filter(pk=new.pk).update(valid_from=DAY)
    new.refresh_from_db()
    plan_merger(plan=Plan((labour,), new, (), DAY, ""), chosen={}, rows=0, by=cast.admin, now=NOW)
    pass_to(MORNING)
    assert Assignment.objects.filter(agency=new).count() == 2


def test_who_ended_meanwhile_is_not_merged_and_the_planner_hears_of_it(cast: Cast, labour: Agency) -> None:
    job = plan(cast, labour)
    Agency.objects.filter(pk=cast.finance.pk).update(valid_to=date(2026, 11, 20))
    pass_to(MORNING)
    job.refresh_from_db()
    assert "Sở Tài chính" in job.failure
    assert Assignment.objects.filter(agency=labour).count() == 2
    assert Notice.objects.get().text.startswith("Không sáp nhập được: ")
    assert Entry.objects.get(action="merger.refused").object_id == job.pk


@time_machine.travel(NOW)
def test_the_wizard_plans_and_pages_say_so(cast: Cast, labour: Agency, signed_in: SignIn) -> None:
    client = signed_in(cast.admin)
    form = {**FORM, "later": cast.finance.pk}
    preview = client.post("/co-quan/sap-nhap/", {**form, "buoc": ""})
    assertContains(preview, "Hẹn sáp nhập")
    answer = client.post("/co-quan/sap-nhap/", form)
    job = MergerJob.objects.get()
    assert answer["Location"] == f"/co-quan/sap-nhap/viec/{job.pk}/"
    page = client.get(answer["Location"])
    assertContains(page, "Đã hẹn ngày 01/12/2026")
    assertNotContains(page, "every 2s")
    assertContains(client.get("/co-quan/sap-nhap/"), "Đã hẹn, chưa đến ngày")
    for agency in (labour, cast.finance):
        assertContains(client.get(f"/co-quan/{agency.pk}/"), "Đã hẹn sáp nhập từ ngày 01/12/2026")
    assertNotContains(signed_in(cast.owner).get(f"/co-quan/{cast.health.pk}/"), "Đã hẹn sáp nhập")
    again = client.post("/co-quan/sap-nhap/", form)
    assertContains(again, "hãy hủy hẹn ấy trước", status_code=422)
    said = client.post(f"/co-quan/sap-nhap/viec/{job.pk}/huy-hen/", follow=True)
    assertContains(said, f'action="/co-quan/sap-nhap/viec/{job.pk}/hen-lai/"')
    assertNotContains(client.get(f"/co-quan/{labour.pk}/"), "Đã hẹn sáp nhập")
    assertContains(client.get(f"/co-quan/sap-nhap/viec/{job.pk}/"), "Đã hủy hẹn")
    assertContains(client.post(f"/co-quan/sap-nhap/viec/{job.pk}/hen-lai/", follow=True), "lại chờ đến ngày đã hẹn")
    assertContains(client.post(f"/co-quan/sap-nhap/viec/{job.pk}/hen-lai/", follow=True), "Không hẹn lại được")
