"""The letter to an agency that is late: which tasks stand in it, and that it reads back as a proper document."""

import io
import zipfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import docx
import pytest
import time_machine
from django.test import Client
from pytest_django.asserts import assertContains

import dondoc
from dondoc.office.accounts.models import User
from dondoc.office.agencies.models import Succession
from dondoc.office.reminders.chasing import late_agencies, late_tasks, letter
from dondoc.office.rules.actions import change_rules
from dondoc.office.rules.queries import calendar, current
from dondoc.office.tasks.actions import arranging
from dondoc.office.tasks.actions.arranging import Owed
from dondoc.office.tasks.models import AssignmentRole, Task
from tests.office.office_cast import NOW, TODAY, Cast, make_agency

SignIn = Callable[[User], Client]
DAY = timedelta(days=1)


@pytest.fixture
def late(cast: Cast) -> Task:
    owed = [Owed(AssignmentRole.LEAD, cast.health), Owed(AssignmentRole.COORDINATING, cast.finance)]
    return arranging.create_task(
        text="Rà soát giường bệnh", owed=owed, by=cast.office, now=NOW, deadline=TODAY - 12 * DAY, product="Báo cáo"
    )


def test_only_who_leads_an_overdue_task_is_written_to(late: Task, cast: Cast) -> None:
    owed = [Owed(AssignmentRole.LEAD, cast.finance)]
    arranging.create_task(text="Dự toán", owed=owed, by=cast.office, now=NOW, deadline=TODAY + DAY)
    (one,) = late_agencies(Task.objects.all(), TODAY)
    assert (one.agency, one.number, one.longest) == (cast.health, 1, 12)
    assert late_tasks(Task.objects.all(), one) == [late]


def test_the_heir_of_an_ended_agency_is_written_to(late: Task, cast: Cast) -> None:
    heir = make_agency("so-y-te-moi", "Sở Y tế và Dân số")
    Succession.objects.create(earlier=cast.health, later=heir, day=TODAY - 30 * DAY)
    cast.health.valid_to = TODAY - 31 * DAY
    cast.health.save()
    assert [each.agency for each in late_agencies(Task.objects.all(), TODAY)] == [heir]


def test_the_letter_reads_back_as_an_official_letter(late: Task, cast: Cast, tmp_path: Path) -> None:
    values = {"letter_parent": "UBND tỉnh Thuận Giang", "letter_issuer": "Văn phòng", "letter_place": "Thuận Giang"}
    change_rules(values=values, by=cast.admin, now=NOW)
    (one,) = late_agencies(Task.objects.all(), TODAY)
    path = tmp_path / "don-doc.docx"
    path.write_bytes(letter(one, late_tasks(Task.objects.all(), one), current(), calendar()))
    text = dondoc.read(path)
    facts = dondoc.extract(text)
    assert (facts.header.type, facts.header.symbol) == ("official_letter", "VP-TH")
    assert "Rà soát giường bệnh" in text.content
    assert "29/10/2026" in text.content
    (task,) = facts.directives
    assert [agency.name for agency in task.lead] == ["Sở Y tế"]
    assert task.deadline is not None
    assert task.deadline.by == date(2026, 11, 16)
    section = docx.Document(str(path)).sections[0]
    assert section.left_margin is not None
    assert (round(section.left_margin.mm), round(section.page_height.mm if section.page_height else 0)) == (30, 297)


@time_machine.travel(NOW)
def test_all_letters_come_in_one_package(late: Task, cast: Cast, signed_in: SignIn) -> None:
    office = signed_in(cast.office)
    assertContains(office.get("/thong-bao/don-doc/"), "Sở Y tế")
    one = office.get(f"/thong-bao/don-doc/{cast.health.pk}.docx")
    whole = office.get("/thong-bao/don-doc/tat-ca.zip")
    with zipfile.ZipFile(io.BytesIO(whole.content)) as package:
        assert package.namelist() == ["don-doc-so-y-te-2026-11-10.docx"]
        assert zipfile.is_zipfile(io.BytesIO(one.content))
    assert office.get(f"/thong-bao/don-doc/{cast.finance.pk}.docx").status_code == 404
    assert signed_in(cast.owner).get("/thong-bao/don-doc/").status_code == 403
