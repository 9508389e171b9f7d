"""What a task repeats of its assignments stays right, whoever writes them; counts by who leads."""

from datetime import timedelta

import pytest
from django.db import connection

from dondoc.office.agencies.models import AgencyGroup
from dondoc.office.tasks import leading
from dondoc.office.tasks.models import Assignment, AssignmentRole, Task
from tests.office.office_cast import NOW, TODAY, Cast

LEAD, HELPS = AssignmentRole.LEAD, AssignmentRole.COORDINATING


@pytest.fixture
def task(cast: Cast) -> Task:
    return Task.objects.create(text="Rà soát", created_at=NOW, changed_at=NOW, deadline=TODAY, product="Báo cáo")


def said(task: Task) -> tuple[int, int | None, int | None, str | None]:
    task = Task.objects.get(pk=task.pk)
    assert not leading.out_of_step().exists()
    return task.leads, task.lead_agency_id, task.lead_group_id, task.led_by


def test_rows_made_changed_and_taken_away_one_by_one(cast: Cast, task: Task) -> None:
    helps = Assignment.objects.create(task=task, role=HELPS, written="Sở Tài chính", agency=cast.finance)
    assert said(task) == (0, None, None, None)
    lead = Assignment.objects.create(task=task, role=LEAD, written="Tổ công tác", position=1)
    assert said(task) == (1, None, None, "Tổ công tác")
    lead.agency = cast.health
    lead.save()
    assert said(task) == (1, cast.health.pk, None, "Sở Y tế")
    helps.role = LEAD
    helps.save()
    assert said(task) == (2, cast.finance.pk, None, "Sở Tài chính")
    helps.delete()
    assert said(task) == (1, cast.health.pk, None, "Sở Y tế")


def test_rows_made_changed_and_taken_away_together(cast: Cast, task: Task) -> None:
    other = Task.objects.create(text="Báo cáo", created_at=NOW, changed_at=NOW)
    rows = [Assignment(task=each, role=LEAD, written="UBND các xã", group=cast.communes) for each in (task, other)]
    Assignment.objects.bulk_create(rows)
    assert said(task) == said(other) == (1, None, cast.communes.pk, cast.communes.name)
    for row in rows:
        row.group, row.agency = None, cast.finance
    Assignment.objects.bulk_update(rows, ["group", "agency"])
    assert said(task) == said(other) == (1, cast.finance.pk, None, "Sở Tài chính")
    Assignment.objects.filter(task=task).update(task=other, agency=cast.health, position=1)
    assert said(task) == (0, None, None, None)
    assert said(other)[0] == 2
    other.assignments.all().delete()
    assert said(other) == (0, None, None, None)


def test_a_new_name_is_that_of_the_tasks(cast: Cast, task: Task) -> None:
    Assignment.objects.create(task=task, role=LEAD, written="Sở Y tế", agency=cast.health)
    cast.health.name = "Sở Y tế và Dân số"
    cast.health.save()
    assert said(task)[3] == "Sở Y tế và Dân số"
    task.assignments.update(agency=None, group=cast.communes)
    group = AgencyGroup.objects.get(pk=cast.communes.pk)
    group.name = "UBND cấp xã"
    group.save()
    assert said(task)[3] == "UBND cấp xã"


def test_saving_a_task_read_earlier_leaves_it_right(cast: Cast, task: Task) -> None:
    Assignment.objects.create(task=task, role=LEAD, written="Sở Y tế", agency=cast.health)
    task.text = "Rà soát lại"
    task.save()
    assert said(task) == (1, cast.health.pk, None, "Sở Y tế")
    assert Task.objects.get(pk=task.pk).text == "Rà soát lại"


def test_what_was_written_past_the_office_is_found_and_mended(cast: Cast, task: Task) -> None:
    Assignment.objects.create(task=task, role=LEAD, written="Sở Y tế", agency=cast.health)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE tasks_task SET leads = 3, led_by = 'Ai đó'")
    assert list(leading.out_of_step()) == [task]
    assert leading.mend() == 1
    assert said(task) == (1, cast.health.pk, None, "Sở Y tế")
    assert leading.mend() == 0


def test_a_task_of_two_leads_counts_for_both(cast: Cast, task: Task) -> None:
    Assignment.objects.create(task=task, role=LEAD, written="Sở Y tế", agency=cast.health)
    late = Task.objects.create(text="Trễ", created_at=NOW, changed_at=NOW, deadline=TODAY - timedelta(days=9))
    for place, agency in enumerate((cast.health, cast.finance)):
        Assignment.objects.create(task=late, role=LEAD, written=agency.name, agency=agency, position=place)
    Task.objects.create(text="Không ai", created_at=NOW, changed_at=NOW)
    found = leading.of_agencies(Task.objects.all(), lambda way: {"number": way.number(), "first": way.first_due()})
    assert found == {
        cast.health.pk: {"number": 2, "first": late.deadline},
        cast.finance.pk: {"number": 1, "first": late.deadline},
    }
