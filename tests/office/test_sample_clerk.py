"""What the clerk of the sample has confirmed, and what he leaves."""

import csv

import pytest

from dondoc.office.accounts.models import Role, User
from dondoc.office.audit.models import Entry
from dondoc.office.documents.actions.deciding import reject
from dondoc.office.documents.actions.reading import read_document
from dondoc.office.documents.models import Document, DocumentDecision, Fact, FactState
from dondoc.office.indicators.models import Indicator, Observation
from dondoc.office.sample_clerk import CONFIRMED, USERNAME, confirm_document, queue_confirmations
from dondoc.office.sample_progress import ROWS
from dondoc.office.sampling import load_sample
from dondoc.office.tasks.models import Task
from tests.office.office_cast import NOW

NOTICE = "2026-10-09-thong-bao-231.docx"
REPORT = "2026-08-27-bao-cao-thang-8.txt"


def loaded(name: str) -> Document:
    load_sample(now=NOW)
    document = Document.objects.get(original_name=name)
    read_document(document_pk=document.pk, now=NOW)
    confirm_document(document_pk=document.pk, now=NOW)
    document.refresh_from_db()
    return document


@pytest.mark.django_db
def test_tasks_and_figures_are_real_and_signed() -> None:
    document = loaded(REPORT)
    clerk = User.objects.get(username=USERNAME)
    assert not clerk.is_active
    assert not clerk.has_usable_password()
    tasks = Task.objects.filter(document=document)
    assert tasks.exists()
    assert set(tasks.values_list("created_by", flat=True)) == {clerk.pk}
    revenue = Observation.objects.get(document=document, role="cumulative", indicator__code="thu-nsnn")
    assert revenue.fact is not None
    assert revenue.fact.state == FactState.CONFIRMED
    assert Entry.objects.filter(action="fact.confirm_all", by=clerk).exists()
    assert not Indicator.objects.filter(provisional=True).exists()
    assert Fact.objects.filter(reading=document.reading, kind="quantity", state=FactState.DRAFT).exists()


@pytest.mark.django_db
def test_the_newest_documents_are_left_for_the_visitor() -> None:
    load_sample(now=NOW)
    assert queue_confirmations() == len(CONFIRMED)
    names = set(Document.objects.exclude(original_name__in=CONFIRMED).values_list("original_name", flat=True))
    assert any("262" in name for name in names)
    assert any("thang-10" in name for name in names)


@pytest.mark.django_db
def test_what_somebody_decided_about_is_left_to_them() -> None:
    load_sample(now=NOW)
    visitor = User.objects.create_user(username="khach", role=Role.OFFICE)
    document = Document.objects.get(original_name=NOTICE)
    read_document(document_pk=document.pk, now=NOW)
    document.refresh_from_db()
    first = Fact.objects.filter(reading=document.reading, kind="directive").first()
    assert first is not None
    reject(document=document, fact_pk=first.pk, by=visitor, now=NOW)
    confirm_document(document_pk=document.pk, now=NOW)
    assert DocumentDecision.objects.get().by == visitor
    assert not Task.objects.exists()


@pytest.mark.django_db
def test_a_document_not_yet_read_is_passed_over_and_queued_again() -> None:
    load_sample(now=NOW)
    document = Document.objects.get(original_name=NOTICE)
    confirm_document(document_pk=document.pk, now=NOW)
    assert not Task.objects.exists()
    assert queue_confirmations() == len(CONFIRMED)


@pytest.mark.django_db
def test_confirming_twice_changes_nothing() -> None:
    document = loaded(NOTICE)
    number = Task.objects.count()
    confirm_document(document_pk=document.pk, now=NOW)
    assert Task.objects.count() == number > 5
    assert DocumentDecision.objects.filter(document=document).count() == 1


@pytest.mark.django_db
def test_some_agencies_have_done_their_part() -> None:
    loaded("2026-09-08-thong-bao-201.docx")
    done = Task.objects.filter(state="done")
    assert done.count() >= 4
    assert any(task.finished_on and task.deadline and task.finished_on > task.deadline for task in done)
    assert all(task.evidence.exists() for task in done)
    assert not User.objects.get(username="lanh-dao-mau").is_active


@pytest.mark.django_db
def test_every_line_of_the_progress_finds_its_task() -> None:
    load_sample(now=NOW)
    for name in CONFIRMED:
        document = Document.objects.get(original_name=name)
        read_document(document_pk=document.pk, now=NOW)
        confirm_document(document_pk=document.pk, now=NOW)
    with ROWS.open(encoding="utf-8", newline="") as opened:
        for row in csv.DictReader(opened):
            assert Task.objects.filter(
                document__original_name=row["document"], text__startswith=row["begins"]
            ).exists(), row
