"""Mergers of many rows: handed to the worker, done once and whole, refused in words, taken up again after a kill."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client
from django_tasks_db.models import DBTaskResult
from pytest_django.asserts import assertContains, assertNotContains

from dondoc.office.accounts.models import User
from dondoc.office.agencies.actions import queueing
from dondoc.office.agencies.models import Agency, Merger, MergerJob
from dondoc.office.audit.models import Entry
from dondoc.office.tasks.models import Assignment, AssignmentRole, Task
from tests.office.office_cast import NOW, Cast, make_agency

SignIn = Callable[[User], Client]
FORM = {"earlier": ["Sở Lao động"], "day": "01/11/2026", "decree": "NQ 1", "buoc": "lam"}


@pytest.fixture
def labour(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> Agency:
    """A department with more work than is moved while somebody waits."""
    monkeypatch.setattr("dondoc.office.agencies.views.merging.QUICK", 3)
    made = make_agency("so-ld", "Sở Lao động")
    for number in range(6):
        task = Task.objects.create(text=f"Việc {number}", created_at=NOW, changed_at=NOW)
        Assignment.objects.create(task=task, role=AssignmentRole.LEAD, agency=made, written=made.name)
    return made


def queued(client: Client, cast: Cast, **more: str) -> MergerJob:
    answer = client.post("/co-quan/sap-nhap/", {**FORM, "later": cast.finance.pk, **more})
    job = MergerJob.objects.latest("pk")
    assert answer["Location"] == f"/co-quan/sap-nhap/viec/{job.pk}/"
    return job


def test_a_large_merger_is_done_by_the_worker(cast: Cast, labour: Agency, signed_in: SignIn) -> None:
    client = signed_in(cast.admin)
    kept = Assignment.objects.latest("pk")
    job = queued(client, cast, **{f"task-{kept.pk}": "0"})
    address = f"/co-quan/sap-nhap/viec/{job.pk}/"
    assert not Merger.objects.exists()
    assert DBTaskResult.objects.count() == 1
    assertContains(client.get(address), "every 2s")
    assertContains(client.get("/co-quan/sap-nhap/"), "máy làm ở phía sau")
    queueing.work_off(job_pk=job.pk, now=NOW)
    assertContains(client.get(address, HTTP_HX_REQUEST="true"), "Đã sáp nhập")
    assertNotContains(client.get(address), "every 2s")
    assert Assignment.objects.filter(agency=cast.finance).count() == 5
    assert Assignment.objects.get(pk=kept.pk).agency == labour
    assert Entry.objects.get(action="merger.carry_out").by == cast.admin


def test_the_worker_does_a_job_once(cast: Cast, labour: Agency, signed_in: SignIn) -> None:
    job = queued(signed_in(cast.admin), cast)
    for _twice in range(2):
        queueing.work_off(job_pk=job.pk, now=NOW)
    assert Merger.objects.count() == 1


def test_a_job_that_is_refused_says_why_and_changes_nothing(cast: Cast, labour: Agency, signed_in: SignIn) -> None:
    client = signed_in(cast.admin)
    job = queued(client, cast)
    Agency.objects.filter(pk=labour.pk).update(valid_from=date(2027, 1, 1))
    queueing.work_off(job_pk=job.pk, now=NOW)
    assertContains(client.get(f"/co-quan/sap-nhap/viec/{job.pk}/"), "chưa có vào ngày sáp nhập")
    assert Assignment.objects.filter(agency=labour).count() == 6
    assert Entry.objects.filter(action="merger.refused").exists()
    assert not Entry.objects.filter(action="agency.end").exists()


def test_the_way_back_of_a_large_merger(cast: Cast, labour: Agency, signed_in: SignIn) -> None:
    client = signed_in(cast.admin)
    merger = queueing.work_off(job_pk=queued(client, cast).pk, now=NOW).merger
    assert merger is not None
    Merger.objects.update(at=NOW + timedelta(days=365))  # still within the days of undoing, whatever today is
    client.post(f"/co-quan/sap-nhap/{merger.pk}/hoan-tac/")
    job = MergerJob.objects.latest("pk")
    assert (job.undo_of, job.rows) == (merger, 6)
    queueing.work_off(job_pk=job.pk, now=NOW)
    assert Assignment.objects.filter(agency=labour).count() == 6
    assertContains(client.get(f"/co-quan/sap-nhap/viec/{job.pk}/"), "Đã hoàn tác")


def test_what_a_killed_worker_left_is_queued_again(cast: Cast, labour: Agency, signed_in: SignIn) -> None:
    job = queued(signed_in(cast.admin), cast)
    assert queueing.requeue_unfinished(now=job.at) == 0
    assert queueing.requeue_unfinished(now=job.at + timedelta(minutes=11)) == 1
    assert queueing.requeue_unfinished(now=job.at, all_of_them=True) == 1
    assert DBTaskResult.objects.count() == 3
    queueing.work_off(job_pk=job.pk, now=NOW)
    assert queueing.requeue_unfinished(now=NOW, all_of_them=True) == 0
